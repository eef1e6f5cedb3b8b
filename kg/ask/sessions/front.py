"""The lines that a report begins with, before its first paragraph: what it is of, when, where, by whom."""

from collections.abc import Iterator

from corpus import Document, Span
from kg.regex import regex

#: How many characters of a report may be its front, and how long one of its lines is.
FRONT, LINE = 800, 200
#: What begins the first part of a report, once its front has told a date.
_PART = regex(r"#{1,6} |\d{1,2}\s?[.)/°] |[*_]{2}[^*_]+[*_]{2}$")
_DATED = regex(r"\b(?:19|20)\d\d\b|\b\d{1,2}/\d{1,2}\b")


def front_lines(document: Document) -> Iterator[tuple[str, Span]]:
    """Yield the lines that a report begins with, up to its first paragraph, each with its place."""
    text = document.text
    at, dated = 0, False
    for line in text[:FRONT].split("\n"):
        if len(line) > LINE or (dated and _PART.match(line.strip()) and not _DATED.search(line)):
            return
        dated |= bool(_DATED.search(line))
        if line.strip():
            yield line.strip(" \t*_#>•-"), Span(document.id, at, min(at + len(line), len(text)))
        at += len(line) + 1
