"""What yes or no rests on: votes, decisions, results, and whether a sentence says the very thing."""
