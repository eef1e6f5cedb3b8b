"""What a question asks: its words, the entities that it names, whom and what kind of thing it seeks."""
