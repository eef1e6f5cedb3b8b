"""The lines that a report begins with, before its first paragraph: what it is of, when, where, by whom."""

from collections.abc import Iterator

from corpus import Document, Span

#: How many characters of a report may be its front, and how long one of its lines is.
FRONT, LINE = 800, 200


def front_lines(document: Document) -> Iterator[tuple[str, Span]]:
    """Yield the lines that a report begins with, up to its first paragraph, each with its place."""
    text = document.text
    at = 0
    for line in text[:FRONT].split("\n"):
        if len(line) > LINE:
            return
        if line.strip():
            yield line.strip(" \t*_#>•-"), Span(document.id, at, min(at + len(line), len(text)))
        at += len(line) + 1
