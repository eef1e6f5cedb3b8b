"""Web pages: their tree, their main part, and the pieces of text in it."""
