"""When something was, and how surely a sentence tells it."""
