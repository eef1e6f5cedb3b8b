"""Documents: reading files, the structure of a text, passages. Knows no other package."""

from corpus.dates import (
    DateMention,
    DocumentDate,
    HourMention,
    contradictions,
    document_dates,
    find_dates,
    find_hours,
)
from corpus.errors import CorpusError
from corpus.labels import LabelLine, labels
from corpus.language import language_of
from corpus.passages import split
from corpus.repairs import reading
from corpus.sentences import sentences
from corpus.structure import LABEL, Block, block_at, blocks
from corpus.tables import Table, tables
from corpus.types import Box, Document, Heading, Note, Passage, Repair, Span

__all__ = [
    "LABEL",
    "Block",
    "Box",
    "CorpusError",
    "DateMention",
    "Document",
    "DocumentDate",
    "Heading",
    "HourMention",
    "LabelLine",
    "Note",
    "Passage",
    "Repair",
    "Span",
    "Table",
    "block_at",
    "blocks",
    "contradictions",
    "document_dates",
    "find_dates",
    "find_hours",
    "labels",
    "language_of",
    "reading",
    "sentences",
    "split",
    "tables",
]
