"""Passages: the slices of a document that are indexed and quoted, each with its path of titles."""

from collections.abc import Iterator, Sequence

from corpus.language import language_of
from corpus.repairs import reading
from corpus.sentences import sentences
from corpus.structure import Block, blocks
from corpus.types import Document, Passage, Span

#: Longest passage, in characters: a list or a table is cut between items, a paragraph between sentences.
MAXIMUM = 1200


def split(document: Document) -> tuple[Passage, ...]:
    """Return the passages of a document in order: a paragraph, or a list with the line that introduces it.

    Passages do not overlap; together with the headings they cover the document.
    """
    spans = [(span, group[0]) for group in _groups(document) for span in _bounded(document, group)]
    title = (document.title,) if document.title else ()
    found = []
    for span, block in spans:
        titles = block.titles if block.titles[:1] == title else (*title, *block.titles)
        words = reading(document, span)
        found.append(Passage(span, words, titles, language_of(words, default=document.lang)))
    return tuple(found)


def _groups(document: Document) -> Iterator[list[Block]]:
    """Group list items under the paragraph that introduces them, and the rows of a table together."""
    group: list[Block] = []
    for block in blocks(document):
        if group and not _belongs(document, group[-1], block):
            yield group
            group = []
        if block.kind != "heading":
            group.append(block)
    if group:
        yield group


def _belongs(document: Document, before: Block, block: Block) -> bool:
    if block.kind == "row":
        return before.kind == "row"
    introduces = before.kind == "paragraph" and document.quote(before.span).rstrip().endswith(":")
    return block.kind == "item" and (before.kind == "item" or introduces)


def _bounded(document: Document, group: Sequence[Block]) -> Iterator[Span]:
    """Cut a group that is too long between its blocks, and a block that is too long between its sentences."""
    start = end = group[0].span.start
    for block in group:
        for piece_start, piece_end in _cut(document, block):
            if piece_end - start > MAXIMUM and end > start:
                yield Span(document.id, start, end)
                start = piece_start
            end = piece_end
    yield Span(document.id, start, end)


def _cut(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    span = block.span
    if span.end - span.start <= MAXIMUM:
        yield span.start, span.end
        return
    for start, end in sentences(document.text, span.start, span.end):
        for at in range(start, end, MAXIMUM):
            yield at, min(at + MAXIMUM, end)
