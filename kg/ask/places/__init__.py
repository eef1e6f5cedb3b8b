"""Where something is or was."""
