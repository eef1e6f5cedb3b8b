"""Knowledge: mentions, entities, quotations, statements, the graph, the answers."""
