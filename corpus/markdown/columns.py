"""Tables that spaces align in a plain text: columns that begin, or end, one under the other."""

import re
from collections.abc import Sequence

_CELL = re.compile(r"[^ \xa0](?:[^ \n]| (?! ))*")
_FEWEST_ROWS, _MOST_CELLS = 3, 20
#: Columns begin or end this close to each other, in characters.
_CLOSE = 1

Cells = list[tuple[int, int]]


def with_rows(lines: Sequence[str]) -> list[str]:
    """Return lines, the cells of those that spaces align separated by tabs: three lines or more of as many cells."""
    if len(lines) < _FEWEST_ROWS or sum("  " in line.strip() for line in lines) < _FEWEST_ROWS:
        return list(lines)
    found: list[str] = []
    at = 0
    cut = [_cells(line) for line in lines]
    while at < len(lines):
        end = at + 1
        while end < len(lines) and _aligned(cut[at : end + 1]):
            end += 1
        if end - at >= _FEWEST_ROWS:
            found += ["\t".join(lines[row][a:b] for a, b in cut[row]) for row in range(at, end)]
            at = end
        else:
            found.append(lines[at])
            at += 1
    return found


def _cells(line: str) -> Cells:
    return [(match.start(), len(match[0].rstrip()) + match.start()) for match in _CELL.finditer(line)]


def _aligned(rows: Sequence[Cells]) -> bool:
    """Tell lines of as many cells, two or more, each column of which begins or ends at one place."""
    count = len(rows[0])
    if not 2 <= count <= _MOST_CELLS or len(rows[-1]) != count:
        return False
    return all(
        any(max(edges) - min(edges) <= _CLOSE for edges in zip(*(row[column] for row in rows), strict=True))
        for column in range(1, count)
    )
