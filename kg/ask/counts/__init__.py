"""Numbers: what is counted, and the sentence, the row or the list that tells how many."""
