"""The marks of Markdown: front matter, emphasis, links, notes."""
