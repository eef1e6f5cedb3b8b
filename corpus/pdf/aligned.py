"""Tables without rules: lines cut by wide gaps at the same places, one under the other."""

import re
from collections.abc import Sequence

from corpus.pdf.columns import Item, Region
from corpus.pdf.lines import BULLETS, Line, segments
from corpus.pdf.table import Table, cell_text
from corpus.pdf.types import Word

#: A gap between two cells, in sizes of the font.
_CELL_GAP = 1.6
_ALIGNED = 5.0
_FEWEST_ROWS = 3
#: Two lines are enough when their cells stand far apart, as two signatures do.
_FAR = 4.0
_WIDEST_LINE = 2.2
_MOST_CELLS = 30
_MARK = re.compile(rf"[{BULLETS}o*-]|\d{{1,2}}[.)]|[a-h][.)]")


def with_aligned_tables(region: Region, known: frozenset[str]) -> list[Item]:
    """Return the lines and tables of a region, aligned lines made into tables; `known` are the document's words."""
    found: list[Item] = []
    at = 0
    items = region.items
    while at < len(items):
        run = _run(items, at)
        table = _table(run, known) if run else None
        if table is None:
            found.append(items[at])
            at += 1
        else:
            found.append(table)
            at += len(run)
    return found


def _run(items: Sequence[Item], at: int) -> list[list[Line]]:
    """Return the cells of the lines that go on from here as rows of one table, or as second lines of their cells."""
    run: list[list[Line]] = []
    lefts: list[float] = []
    for item in items[at:]:
        if not isinstance(item, Line):
            break
        cells = _cells(item)
        if run and item.top - run[-1][0].bottom > _WIDEST_LINE * item.size:
            break
        if len(cells) > _MOST_CELLS or (len(cells) < 2 and not (run and _is_second_line(cells[0], lefts))):
            break
        if run and len(cells) >= 2 and not _shares(cells, run):
            break
        run.append(cells)
        lefts = lefts or [cell.left for cell in cells]
    while run and len(run[-1]) < 2:
        run.pop()
    return run if _is_table(run) else []


def _cells(line: Line) -> list[Line]:
    """Cut a line into cells; the mark of a list item stays with its words."""
    cells = segments(line, _CELL_GAP)
    if len(cells) > 1 and _MARK.fullmatch(cells[0].text):
        cells[:2] = [Line(cells[0].words + cells[1].words, line.page)]
    return cells


def _is_second_line(cell: Line, lefts: Sequence[float]) -> bool:
    return any(abs(cell.left - left) <= _ALIGNED for left in lefts[1:])


def _shares(cells: Sequence[Line], run: Sequence[Sequence[Line]]) -> bool:
    """Tell that a line has a cell, beside the first one, under a cell of the lines above."""
    above = [cell for row in run[-4:] for cell in row[1:]]
    return any(
        abs(cell.left - other.left) <= _ALIGNED
        or abs(cell.right - other.right) <= _ALIGNED
        or abs((cell.left + cell.right) - (other.left + other.right)) <= _ALIGNED
        for cell in cells[1:]
        for other in above
    )


def _is_table(run: Sequence[Sequence[Line]]) -> bool:
    rows = [cells for cells in run if len(cells) >= 2]
    if len(rows) >= _FEWEST_ROWS:
        return True
    far = all(cells[1].left - cells[0].right >= _FAR * cells[0].size for cells in rows)
    return len(rows) == 2 and len(run) == 2 and far


def _table(run: Sequence[Sequence[Line]], known: frozenset[str]) -> Table | None:
    bands = _columns([cell for cells in run for cell in cells])
    if len(bands) < 2:
        return None
    rows: list[list[list[Word]]] = []
    for cells in run:
        if len(cells) >= 2 or not rows:
            rows.append([[] for _ in bands])
        for cell in cells:
            column = max(at for at, (left, _) in enumerate(bands) if at == 0 or cell.right > left + 0.1)
            column = next(
                (at for at, (left, right) in enumerate(bands) if cell.left < right and cell.right > left), column
            )
            rows[-1][column] += cell.words
    every = [cell for cells in run for cell in cells]
    return Table(
        tuple(tuple(cell_text(words, every[0].page, known) for words in row) for row in rows),
        min(cell.left for cell in every),
        every[0].top,
        max(cell.right for cell in every),
        every[-1].bottom,
        every[0].page,
        tuple(left for left, _ in bands),
    )


def _columns(cells: Sequence[Line]) -> list[tuple[float, float]]:
    """Return the bands that cells cover: columns are what white runs all the way down between."""
    bands: list[tuple[float, float]] = []
    for cell in sorted(cells, key=lambda cell: cell.left):
        if bands and cell.left < bands[-1][1] + 2:
            bands[-1] = (bands[-1][0], max(bands[-1][1], cell.right))
        else:
            bands.append((cell.left, cell.right))
    return bands
