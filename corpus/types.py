"""The types of a document: spans, headings, repairs, passages."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A slice of one document: characters `start` to `end` (excluded) of `document.text`."""

    document_id: str
    start: int
    end: int

    def __contains__(self, other: object) -> bool:
        """True when the other span lies wholly inside this one."""
        return (
            isinstance(other, Span)
            and self.document_id == other.document_id
            and self.start <= other.start
            and other.end <= self.end
        )


@dataclass(frozen=True, slots=True)
class Heading:
    """A title inside a document: its place, its level (1 is the highest) and its words."""

    span: Span
    level: int
    title: str


@dataclass(frozen=True, slots=True)
class Repair:
    """How a damaged slice is to be read; it changes nothing in `document.text`."""

    span: Span
    reading: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, which stands apart from the sentence that calls it; `mark` is its number or sign, if it has one."""

    span: Span
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A part that stands apart from the running text: a box, a block quotation, an interview; its title, if it has one.

    An interview goes from its first question to the end of its last answer.
    """

    span: Span
    kind: Literal["box", "quotation", "interview"]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One report, as it was read.

    `text` holds the words and characters of the source in its order: mark-up is gone, nothing is reworded.
    Its layout is a convention that every reader keeps: a blank line between blocks, `- ` at the start of a list
    item, a tab between the cells of a table row, one row a line. `pages` are the offsets at which pages start.
    A footnote, a caption or a box that stood inside a sentence is laid after it.
    """

    id: str
    source: str
    sha256: str
    media_type: str
    text: str
    title: str
    date: str | None = None
    lang: str = "fr"
    pages: tuple[int, ...] = ()
    outline: tuple[Heading, ...] = ()
    repairs: tuple[Repair, ...] = ()
    warnings: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    captions: tuple[Span, ...] = ()
    boxes: tuple[Box, ...] = ()

    @property
    def file_name(self) -> str:
        """The last part of `source`."""
        return self.source.rsplit("/", 1)[-1]

    def quote(self, span: Span) -> str:
        """Return the verbatim slice that a span points at."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Passage:
    """A slice that is indexed and quoted, with the path of titles above it, highest first, and its language."""

    span: Span
    text: str
    headings: tuple[str, ...] = ()
    lang: str = "fr"
