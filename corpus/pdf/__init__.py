"""PDF files: glyphs from the library in a process of its own, then words, lines, columns, tables and paragraphs."""
