"""What fits a question: by words, by meaning, by name, and how that was fitted."""
