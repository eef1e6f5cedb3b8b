"""Columns of the tables that a text keeps as rows of cells parted by tabs."""

import re

from index import fold


def column_headed(text: str, row: int, head: re.Pattern[str]) -> int | None:
    """Return the number, from 0, of the column whose head a pattern tells whole, folded, in the table of a row.

    `row` is where a row begins in the text. The head is the first of the lines just above it that hold cells; nothing
    for a row that has none above.
    """
    first = row
    while first > 0 and "\t" in text[(before := text.rfind("\n", 0, first - 1) + 1) : first - 1]:
        first = before
    cells = text[first : text.find("\n", first)].split("\t") if first < row else []
    return next((number for number, cell in enumerate(cells) if head.fullmatch(fold(cell))), None)
