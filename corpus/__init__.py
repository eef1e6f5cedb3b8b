"""Documents: reading files, the structure of a text, passages. Knows no other package."""

from corpus.errors import CorpusError
from corpus.types import Document, Heading, Passage, Repair, Span

__all__ = ["CorpusError", "Document", "Heading", "Passage", "Repair", "Span"]
