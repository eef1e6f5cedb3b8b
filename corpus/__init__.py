"""Documents: reading files, the structure of a text, passages. Knows no other package."""

from corpus.dates import DateMention, HourMention, find_dates, find_hours
from corpus.errors import CorpusError
from corpus.passages import split
from corpus.repairs import reading
from corpus.sentences import sentences
from corpus.structure import LABEL, Block, block_at, blocks
from corpus.types import Document, Heading, Passage, Repair, Span

__all__ = [
    "LABEL",
    "Block",
    "CorpusError",
    "DateMention",
    "Document",
    "Heading",
    "HourMention",
    "Passage",
    "Repair",
    "Span",
    "block_at",
    "blocks",
    "find_dates",
    "find_hours",
    "reading",
    "sentences",
    "split",
]
