"""What office files have in common: the package that holds their parts, its XML, the pieces of their layout."""
