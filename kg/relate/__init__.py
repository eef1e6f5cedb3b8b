"""Facts read from mentions: events, roles, quotations."""
