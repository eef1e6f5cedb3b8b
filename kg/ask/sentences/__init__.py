"""What sentences tell: how near to a question they are, and what stands where in them."""
