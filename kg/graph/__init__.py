"""The RDF view: the graph of a base, its store, its queries, its validation."""
