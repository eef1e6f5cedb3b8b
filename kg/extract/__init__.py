"""Reading what a document names; `extractors` lists the extractors. Importing the package loads none of them."""
