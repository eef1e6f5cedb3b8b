"""Lists side by side: two columns of items on the same lines, the columns of a table, what a row gives for a label."""

import re
from collections.abc import Iterator

from corpus import Span
from kg.ask.library import Library
from kg.regex import regex

#: What parts two columns, and the mark of an item.
_GAP = r"(?:[ \t]{3,}|\t)"
_MARK = r"[-–•*>]"
_ROW = regex(
    rf"^[ \t]*{_MARK} (?P<left>\S[^\n]*?)(?:{_GAP}|[ \t]+(?={_MARK} )){_MARK} (?P<right>\S[^\n]*?)[ \t]*$", re.MULTILINE
)
#: Two titles on a line: a gap parts them, or they begin alike, or each with a capital.
_TITLES = tuple(
    regex(shape)
    for shape in (
        rf"(?P<left>\S[^\n]*?){_GAP}(?P<right>\S[^\n]*)",
        r"(?P<left>(?P<same>\S+ \S+)[^\n]*?) (?P<right>(?P=same)[^\n]*)",
        r"(?P<left>[A-ZÀ-Ý][^\n]*?[a-zà-ÿ]) (?P<right>[A-ZÀ-Ý][a-zà-ÿ][^\n]*)",
    )
)
#: Fewest rows of a list in two columns, and how many characters part two of them at most.
ROWS, NEAR = 2, 4

Listed = tuple[tuple[Span, ...], str, tuple[str, ...]]


def in_columns(library: Library, document_id: str) -> Iterator[Listed]:
    """Yield the items of each column with its title, and the path of titles that ends with it."""
    text = library.knowledge.documents[document_id].text
    run: list[re.Match[str]] = []
    for row in (*_ROW.finditer(text), None):
        if row is None or (run and row.start() - run[-1].end() > NEAR):
            if len(run) >= ROWS:
                yield from _columns(document_id, text, run)
            run = []
        run += [row] if row else []


def _columns(document_id: str, text: str, run: list[re.Match[str]]) -> Iterator[Listed]:
    above = text[: run[0].start()].rstrip()
    line = above[above.rfind("\n") + 1 :].strip()
    titles = next((found for shape in _TITLES if (found := shape.fullmatch(line))), None)
    for side in ("left", "right"):
        title = titles[side].strip() if titles else ""
        yield tuple(Span(document_id, *row.span(side)) for row in run), title, (title,)


#: The lines of a table, and the fewest of them whose columns are lists.
_TABLE = regex(r"(?:^[^\t\n]+(?:\t[^\t\n]*)+(?:\n|\Z)){2,}", re.MULTILINE)
_CELL, LINES = regex(r"[^\t\n]+"), 3
#: What no title of a column holds.
_VALUED = regex(r"[\d;,]|(?:\S+\s+){6}")
#: What parts the values that a row gives for its label; longest label, in words, and longest value, in characters.
_APART, LABEL, VALUE = (regex(r"\s*;\s*"), regex(r",\s+(?:et\s)?|\s+et\s+")), 4, 60


def in_tables(library: Library, document_id: str) -> Iterator[Listed]:
    """Yield the cells of each column of a table under its title, and the values that a row gives for its label."""
    text = library.knowledge.documents[document_id].text
    for table in _TABLE.finditer(text):
        rows = [
            [Span(document_id, at + start, at + end) for start, end in _cells(line[0])]
            for line in re.finditer(r"[^\n]+", table[0])
            for at in [table.start() + line.start()]
        ]
        passage = library.passage_at(rows[0][0])
        above = passage.headings if passage else ()
        yield from (
            (*listed, (*above, listed[1])) for listed in (*_of_columns(library, rows), *_of_rows(library, rows))
        )


def _cells(line: str) -> list[tuple[int, int]]:
    return [cell.span() for cell in _CELL.finditer(line) if cell[0].strip()]


def _of_columns(library: Library, rows: list[list[Span]]) -> Iterator[tuple[tuple[Span, ...], str]]:
    wide = len(rows[0])
    whole = [row for row in rows[1:] if len(row) == wide]
    if len(rows) >= LINES and len(whole) >= len(rows) - 2:
        for at, head in enumerate(library.reading(cell) for cell in rows[0]):
            if not _VALUED.search(head):
                yield tuple(row[at] for row in whole), head


def _of_rows(library: Library, rows: list[list[Span]]) -> Iterator[tuple[tuple[Span, ...], str]]:
    for row in rows:
        if len(row) == 2 and len((label := library.reading(row[0])).split()) <= LABEL:
            yield _values(library.knowledge.documents[row[1].document_id].text, row[1]), label


def _values(text: str, cell: Span) -> tuple[Span, ...]:
    """Return what a cell enumerates, between semicolons, else between commas; nothing for a sentence."""
    words = text[cell.start : cell.end]
    for mark in _APART:
        bounds = [0, *(at for found in mark.finditer(words) for at in found.span()), len(words)]
        parts = list(zip(bounds[::2], bounds[1::2], strict=True))
        if len(parts) > 1 and all(0 < end - start <= VALUE for start, end in parts):
            return tuple(Span(cell.document_id, cell.start + start, cell.start + end) for start, end in parts)
    return ()
