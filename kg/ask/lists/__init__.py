"""Lists that reports hold, announced by a line or told by a sentence."""
