"""Who somebody is, holds an office, comes before or after; what somebody said."""
