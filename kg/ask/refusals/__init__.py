"""When nothing is answered: what the question asks stands nowhere, or is private."""
