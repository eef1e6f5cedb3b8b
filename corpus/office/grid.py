"""Rows of cells, from a spreadsheet or a CSV file: the lines of title above the header, the header, the rows."""

import re
from collections.abc import Iterator, Sequence
from statistics import median

from corpus.assembly import Piece
from corpus.page.text import squeezed

#: How far down the header is looked for.
_DEEPEST_HEADER = 40
_LABEL = re.compile(r"[^:]{2,40}[ \xa0]?:$")


def grid_pieces(rows: Sequence[Sequence[str]]) -> Iterator[Piece]:
    """Make pieces of the rows of one table.

    What stands above the header is a title, then paragraphs; a label and its value become a label line. Empty rows
    and columns are left out. A table of one column is a list.
    """
    told = [[squeezed(cell) for cell in row] for row in rows]
    told = [row for row in told if any(row)]
    first = header_row(told)
    table = told[first:]
    for number, row in enumerate(told[:first]):
        words = _line(row)
        yield Piece("paragraph", words) if number or _is_label_line(row) else Piece("heading", words, 1)
    used = [
        column
        for column in range(max(map(len, table), default=0))
        if any(column < len(row) and row[column] for row in table)
    ]
    for row in table:
        cells = [row[column] if column < len(row) else "" for column in used]
        if len(used) > 1:
            # A row that begins with an empty cell keeps its first column, which blank space alone would lose.
            yield Piece("row", "\t".join(cells).rstrip("\t"))
        else:
            yield Piece("item", cells[0])


def header_row(rows: Sequence[Sequence[str]]) -> int:
    """Return the number of the first row that is as wide as the table: its header, or its first row."""
    widths = [sum(map(bool, row)) for row in rows]
    wide = [width for width in widths if width > 1]
    if not wide:
        return 0
    enough = max(2, 0.6 * median(wide))
    for number, (row, width) in enumerate(zip(rows[:_DEEPEST_HEADER], widths, strict=False)):
        if width >= enough and not _is_label_line(row):
            return number
    return next(number for number, width in enumerate(widths) if width > 1)


def _is_label_line(row: Sequence[str]) -> bool:
    cells = [cell for cell in row if cell]
    return len(cells) <= 2 and bool(_LABEL.match(cells[0])) if cells else False


def _line(row: Sequence[str]) -> str:
    return " ".join(cell for cell in row if cell)
