"""What French says with: the words of questions, numbers, times, quantities, negation, and the sentences of answers."""
