"""Tables: those that hold data become rows of cells; those that only lay out a page are read block by block."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from corpus.page.text import CELL_LINE, NEW_LINE, squeezed
from corpus.page.tree import walk

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

#: A longer cell holds prose, so that its table lays out a page.
_LONGEST_CELL = 600
#: The lines of a cell that is at least so long say several things; those of a shorter one are a name or a title.
_LONG_CELL = 60
_MOST_SPAN = 50
_BLOCKS_IN_CELL = frozenset("p div li br".split())


def is_layout(table: "LexborNode") -> bool:
    """Tell a table that lays out a page: tables or headings inside, cells of prose, a single column or row."""
    if any(node.mem_id != table.mem_id for node in table.css("table, h1, h2, h3, h4, article, section")):
        return True
    widest = 0
    lines = table.css("tr")
    for row in lines:
        cells = _cells(row)
        widest = max(widest, len(cells))
        if any(len(cell.text()) > _LONGEST_CELL for cell in cells):
            return True
    return widest < 2 or len(lines) < 2


def rows(table: "LexborNode", skip: Callable[["LexborNode"], bool]) -> list[str]:
    """Return the rows of a table, cells separated by tabs.

    A cell that covers several columns or rows is told once, in the first; the others are left empty.
    """
    found: list[str] = []
    pending: dict[int, int] = {}
    for caption in table.css("caption"):
        found.append(_inline(caption, skip))
    for row in table.css("tr"):
        cells: list[str] = []
        for cell in _cells(row):
            _fill(cells, pending)
            column, height = len(cells), _span(cell, "rowspan")
            width = _span(cell, "colspan")
            cells += [_inline(cell, skip), *[""] * (width - 1)]
            if height > 1:
                pending |= dict.fromkeys(range(column, column + width), height - 1)
        _fill(cells, pending)
        found.append("\t".join(cells).rstrip("\t"))
    return [row for row in found if row.strip()]


def _fill(cells: list[str], pending: dict[int, int]) -> None:
    """Leave empty the columns that a cell of a row above takes."""
    while pending.get(len(cells), 0):
        pending[len(cells)] -= 1
        cells.append("")


def _cells(row: "LexborNode") -> list["LexborNode"]:
    return [node for node in row.iter() if node.tag in ("td", "th")]


def _span(cell: "LexborNode", name: str) -> int:
    told = (cell.attributes.get(name) or "1").strip()
    return min(int(told), _MOST_SPAN) if told.isdecimal() and told.isascii() and int(told[:4]) > 0 else 1


def _inline(cell: "LexborNode", skip: Callable[["LexborNode"], bool]) -> str:
    words: list[str] = []
    for step, node in walk(cell, skip):
        if step == "text":
            words.append(node.text_content or "")
        elif node.tag in _BLOCKS_IN_CELL:
            words.append(NEW_LINE)
    lines = [line for line in map(squeezed, "".join(words).split(NEW_LINE)) if line]
    whole = " ".join(lines)
    return whole if len(whole) < _LONG_CELL else CELL_LINE.join(lines)
