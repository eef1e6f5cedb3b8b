"""From pages to the parts of one text: paragraphs and tables that a page break cuts are whole again."""

import re
from collections.abc import Iterator, Sequence
from itertools import count

from corpus.pdf.aligned import with_aligned_tables
from corpus.pdf.columns import Item, pieces_of, regions
from corpus.pdf.endnotes import NOTE, calls, hang, with_endnotes
from corpus.pdf.frames import Framed, framed
from corpus.pdf.hyphens import join_two
from corpus.pdf.lines import Line, lines_of
from corpus.pdf.paragraphs import parts_of
from corpus.pdf.part import Part
from corpus.pdf.ruled import ruled_tables
from corpus.pdf.running import without_running
from corpus.pdf.table import Table, go_on, without_repeated_head
from corpus.pdf.titles import body_size, mark_titles
from corpus.pdf.types import Page

_FINAL = re.compile(r"[.!?…:;][\s»”\"’')\ue000\ue001\d]*$")
_LOWER = re.compile(r"[«“\"(]?\s*[a-zà-öø-ÿœæ]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def parts_of_pages(pages: Sequence[Page]) -> list[Part]:
    """Return the parts of a document in reading order, notes after the part that calls them."""
    tables: list[list[Table]] = []
    boxes: list[list[Framed]] = []
    lines: list[list[Line]] = []
    known = _known_words(pages)
    for page in pages:
        found, words = ruled_tables(page, known)
        boxed, words = framed(page, words)
        tables.append(found)
        boxes.append(boxed)
        lines.append(lines_of(words, page.number))
    body = body_size(line for page_lines in lines for line in page_lines)
    lines = without_running(lines, [page.height for page in pages], body)
    parts: list[Part] = []
    numbers = count(1)
    for page_lines, page_tables, page_boxes in zip(lines, tables, boxes, strict=True):
        whole = _page_parts(page_lines, [*page_tables, *page_boxes], body, known)
        _append(parts, list(_opened(whole, numbers, body, known)), known)
    mark_titles(parts, body)
    return with_endnotes(parts)


def _opened(parts: Sequence[Part], numbers: Iterator[int], body: float, known: frozenset[str]) -> Iterator[Part]:
    """Yield the parts, those of each box in its place."""
    for part in parts:
        if part.framed is None:
            yield part
            continue
        number = next(numbers)
        for inside in _page_parts(part.framed.lines, (), body, known):
            inside.frame = number
            yield inside


def _page_parts(
    lines: Sequence[Line], others: Sequence[Table | Framed], body: float, known: frozenset[str]
) -> list[Part]:
    """Return the parts of one page, `others` being its tables and boxes; notes stand with the parts that call them."""
    items: list[Item] = [*pieces_of(lines), *others]
    parts: list[Part] = []
    for region in regions(items):
        found = parts_of(with_aligned_tables(region, known), (region.left, region.right), body, known)
        _append(parts, found, known)
    return _with_notes(parts)


def _known_words(pages: Sequence[Page]) -> frozenset[str]:
    """Return the words of the document that no line end cuts, in lower case."""
    return frozenset(
        match[0].casefold()
        for page in pages
        for word in page.words
        if not word.text.endswith("-")
        for match in _WORD.finditer(word.text)
    )


def _append(parts: list[Part], found: Sequence[Part], known: frozenset[str]) -> None:
    """Add parts after others; the first may go on with the last one, notes left aside."""
    rest = list(found)
    last = next((part for part in reversed(parts) if part.kind != "note" and not part.frame), None)
    first = next((part for part in rest if part.kind != "note" and not part.frame), None)
    if last is not None and first is not None and _goes_on(last, first):
        _join(last, first, known)
        rest.remove(first)
    parts += rest


def _goes_on(last: Part, first: Part) -> bool:
    if last.table is not None and first.table is not None:
        return go_on(last.table, first.table)
    if last.kind not in ("paragraph", "item") or first.kind != "paragraph":
        return False
    if abs(last.size - first.size) > 0.08 * last.size or last.bold != first.bold or _FINAL.search(last.text):
        return False
    return bool(_LOWER.match(first.text)) or (last.full and len(last.lines) > 1)


def _join(last: Part, first: Part, known: frozenset[str]) -> None:
    if last.table is not None and first.table is not None:
        kept = without_repeated_head(last.table, first.table.rows)
        last.rows += [(row, first.page) for row in kept]
        last.table = Table(
            last.table.rows,
            *(first.table.left, first.table.top, first.table.right, first.table.bottom),
            page=first.table.page,
            columns=first.table.columns,
        )
        return
    whole = join_two(last.text, first.text, known)
    if first.page != last.page or first.starts:
        shift = len(whole) - len(first.text)
        own = [(shift, first.page)] if first.page != (last.starts[-1][1] if last.starts else last.page) else []
        last.starts += own + [(shift + at, page) for at, page in first.starts]
    last.text, last.full = whole, first.full
    last.lines += first.lines
    last.notes += first.notes


def _with_notes(parts: list[Part]) -> list[Part]:
    """Hang each note of a page on the part that calls it, the others on the last part; drop the calls answered."""
    notes = [part for part in parts if part.kind == "note"]
    others = [part for part in parts if part.kind != "note"]
    if not others:
        return notes
    for note in notes:
        number = NOTE.match(note.text)
        told = number[1] if number else ""
        hang(note, next((part for part in others if told in calls(part)), others[-1]), told)
    return others
