"""The structure of a document, found again from its text and outline: blocks, whole paragraphs, label lines."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from corpus.flow import goes_on
from corpus.types import Document, Heading, Span

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_ITEM = re.compile(r"(?:- |\d{1,2}[.)] )")
LABEL = re.compile(r"([A-ZÉÈÊÀÂÎÔÛŒ][\w’'’ /().-]{1,60}?)[ \xa0]*:[ \xa0]*(?=\S|$)")


#: Longest block, in characters; a sentence cut by a blank line is joined within it.
LONGEST = 50_000


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the layout: a heading, a paragraph, a list item or a table row, with the titles above it.

    A block that runs over a page break (a blank line inside a sentence) is one block.
    """

    kind: Literal["heading", "paragraph", "item", "row"]
    span: Span
    headings: tuple[Heading, ...] = ()

    @property
    def titles(self) -> tuple[str, ...]:
        """The words of the titles above, highest first."""
        return tuple(heading.title for heading in self.headings)


def blocks(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a document in order; they cover all its words."""
    whole: list[Block] = []
    path: list[Heading] = []
    headings = {heading.span.start: heading for heading in document.outline}
    apart = _apart(document)
    for block in _raw_blocks(document, headings):
        if block.kind == "heading":
            heading = headings[block.span.start]
            path = [above for above in path if above.level < heading.level] + [heading]
            whole.append(replace(block, headings=tuple(path[:-1])))
        elif whole and _continues(document, apart, whole[-1], block):
            whole[-1] = replace(whole[-1], span=replace(whole[-1].span, end=block.span.end))
        else:
            whole.append(replace(block, headings=tuple(path)))
    return tuple(whole)


def _raw_blocks(document: Document, headings: dict[int, Heading]) -> Iterator[Block]:
    for start, end in _chunks(document.text):
        if start in headings:
            yield Block("heading", headings[start].span)
        else:
            yield from _lines(document, start, end)


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the limits of what stands between blank lines, without the white space around it."""
    start = len(text) - len(text.lstrip())
    for gap in _BLANK.finditer(text, start):
        yield start, start + len(text[start : gap.start()].rstrip())
        start = gap.end()
    if start < len(text):
        yield start, start + len(text[start:].rstrip())


def _lines(document: Document, start: int, end: int) -> Iterator[Block]:
    """Cut a chunk without blank lines into rows, items and runs of ordinary lines."""
    begun: tuple[Literal["paragraph", "item"], int, int] | None = None
    at = start
    while at < end:
        stop = document.text.find("\n", at, end)
        stop = end if stop < 0 else stop
        line = document.text[at:stop]
        if "\t" in line.strip("\n"):
            if begun:
                yield from _cut(document, *begun)
                begun = None
            yield Block("row", Span(document.id, at, stop))
        elif _ITEM.match(line):
            if begun:
                yield from _cut(document, *begun)
            begun = ("item", at, stop)
        elif line.strip():
            begun = (begun[0], begun[1], stop) if begun else ("paragraph", at, stop)
        at = stop + 1
    if begun:
        yield from _cut(document, *begun)


def _cut(document: Document, kind: Literal["paragraph", "item"], start: int, end: int) -> Iterator[Block]:
    """Yield a block, cut at white space when it is longer than any paragraph is: parsers have their limits."""
    while end - start > LONGEST:
        limits = start + 1, start + LONGEST
        at = max(document.text.rfind("\n", *limits), document.text.rfind(" ", *limits))
        at = at if at > start else start + LONGEST
        yield Block(kind, Span(document.id, start, at))
        start = at
        while start < end and document.text[start].isspace():
            start += 1
    if start < end:
        yield Block(kind, Span(document.id, start, end))


def _continues(document: Document, apart: frozenset[int], before: Block, after: Block) -> bool:
    """Tell a sentence cut by a blank line: no end before it, and a lower-case start or a word that calls for more."""
    if before.kind not in ("paragraph", "item") or after.kind != "paragraph":
        return False
    if after.span.end - before.span.start > LONGEST:
        return False
    if before.span.start in apart or after.span.start in apart or _parted(document, before, after):
        return False
    told = document.text[max(before.span.start, before.span.end - 250) : before.span.end]
    over_a_line = "\n" in document.text[before.span.end : after.span.start]
    return goes_on(told, document.text[after.span.start : after.span.start + 20], over_a_line=over_a_line)


def _parted(document: Document, before: Block, after: Block) -> bool:
    """Tell that one block stands in a box and the other one does not."""
    return any(
        (box.span.start <= before.span.start < box.span.end) != (box.span.start <= after.span.start < box.span.end)
        for box in document.boxes
    )


def _apart(document: Document) -> frozenset[int]:
    """Return where the notes and captions begin, which no sentence runs into."""
    return frozenset([*(note.span.start for note in document.notes), *(span.start for span in document.captions)])


def block_at(found: tuple[Block, ...], offset: int) -> Block | None:
    """Return the block that holds an offset, by bisection over blocks in order."""
    at = bisect_right([block.span.start for block in found], offset) - 1
    return found[at] if at >= 0 and offset < found[at].span.end else None
