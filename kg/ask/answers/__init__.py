"""What an answer is made of: rows, proofs, context, its query and its network."""
