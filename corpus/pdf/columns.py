"""The reading order of a page: bands from top to bottom, and in a band its columns from left to right."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from corpus.pdf.frames import Framed
from corpus.pdf.limits import WORDS_IN_COLUMNS
from corpus.pdf.lines import Line, lines_of, segments
from corpus.pdf.table import Table

_NARROWEST = 90.0
_STEP = 3.0
_MOST_STEPS = 150
_FEWEST_LINES = 4
_FULL = 0.55
_FEWEST_WORDS = 2.5
_DEEPEST = 2
_ALIGNED = 3.0
_LEADING = 1.6

Item = Line | Table | Framed


@dataclass(frozen=True, slots=True)
class Region:
    """What is read in one go: lines, tables and boxes of one column, with its edges."""

    items: tuple[Item, ...]
    left: float
    right: float


def regions(items: Sequence[Item], depth: int = 0) -> list[Region]:
    """Return the regions of a page in reading order; `items` are pieces of lines without wide gaps, and tables."""
    ordered = sorted(items, key=lambda item: (item.base, item.left))
    gutter = _gutter(ordered) if depth < _DEEPEST else None
    if gutter is None:
        return [_region(ordered)] if ordered else []
    found: list[Region] = []
    plain: list[Item] = []
    bands = _bands(ordered, gutter)
    for band in bands:
        if not _sides(band, gutter, fewest=2):
            plain += band
            continue
        below: list[Item] = []
        if band is not bands[-1]:
            band, below = _without_tail(band, gutter)
        if plain:
            found.append(_region(plain))
        plain = list(below)
        left = [item for item in band if item.right <= gutter + 1]
        found += regions(left, depth + 1) + regions([item for item in band if item.right > gutter + 1], depth + 1)
    if plain:
        found.append(_region(plain))
    return found


def _region(items: Sequence[Item]) -> Region:
    """Set together again the pieces of each line."""
    pieces = [item for item in items if isinstance(item, Line)]
    whole: list[Item] = (
        list(lines_of((word for piece in pieces for word in piece.words), pieces[0].page)) if pieces else []
    )
    whole += [item for item in items if not isinstance(item, Line)]
    whole.sort(key=lambda item: (item.base, item.left))
    return Region(tuple(whole), min(item.left for item in items), max(item.right for item in items))


def _gutter(items: Sequence[Item]) -> float | None:
    """Return where the white band between two columns of prose stands, if there is one."""
    if not 2 * _FEWEST_LINES <= len(items) <= WORDS_IN_COLUMNS:
        return None
    left, right = min(item.left for item in items), max(item.right for item in items)
    best: tuple[int, float, float] | None = None
    middle_part = right - left - 2 * _NARROWEST
    if middle_part < 0:
        return None
    step = max(_STEP, middle_part / _MOST_STEPS)
    for number in range(int(middle_part / step) + 1):
        at = left + _NARROWEST + number * step
        score = sum(min(sides) for band in _bands(items, at) if (sides := _sides(band, at)))
        middle = -abs(at - (left + right) / 2)
        if score and (best is None or (score, middle) > best[:2]):
            best = (score, middle, at)
    if best is None or not any(_in_columns(band, best[2]) for band in _bands(items, best[2])):
        return None
    return best[2]


def _bands(items: Sequence[Item], at: float) -> list[list[Item]]:
    """Cut at the items that cross the gutter; each of these is a band of its own."""
    bands: list[list[Item]] = [[]]
    for item, after in zip(items, [*items[1:], None], strict=False):
        if item.left < at - 1 and item.right > at + 1:
            bands += [[item], []]
        elif len(bands) > 1 and not bands[-1] and _ends(bands[-2][-1], item, after):
            bands[-2].append(item)
        else:
            bands[-1].append(item)
    return [band for band in bands if band]


def _ends(above: Item, item: Item, after: Item | None) -> bool:
    """Tell the last line, alone at its height, of a title or of a paragraph that runs over both columns."""
    if (
        not isinstance(above, Line)
        or not isinstance(item, Line)
        or (after and after.base - item.base < 0.5 * item.size)
    ):
        return False
    alike = abs(above.size - item.size) <= 0.08 * above.size and above.bold == item.bold
    aligned = (
        abs(above.left - item.left) <= _ALIGNED
        or abs(above.left + above.right - item.left - item.right) <= 2 * _ALIGNED
    )
    return alike and aligned and item.base - above.base <= _LEADING * item.size


def _sides(band: Sequence[Item], at: float, fewest: int = _FEWEST_LINES) -> tuple[int, int] | None:
    """Count the lines on each side, if there are enough of them beside each other."""
    if len(band) < 2 * fewest:
        return None
    left = [item for item in band if item.right <= at + 1]
    right = [item for item in band if item.right > at + 1]
    counts = len({round(item.base / 4) for item in left}), len({round(item.base / 4) for item in right})
    if min(counts) < fewest:
        return None
    overlap = min(left[-1].bottom, right[-1].bottom) - max(left[0].top, right[0].top)
    return counts if overlap > 0 else None


def _in_columns(band: Sequence[Item], at: float) -> bool:
    """Tell columns of prose, whose lines fill them, from the cells of a table."""
    if not _sides(band, at):
        return False
    for side in ([i for i in band if i.right <= at + 1], [i for i in band if i.right > at + 1]):
        lines = [item for item in _region(side).items if isinstance(item, Line)]
        width = max(item.right for item in side) - min(item.left for item in side)
        if any(not isinstance(item, Line) for item in side) and len(lines) < _FEWEST_LINES:
            continue
        full = median((line.right - line.left) / max(1.0, width) for line in lines)
        if full < _FULL or median(len(line.words) for line in lines) < _FEWEST_WORDS:
            return False
    return True


def _without_tail(band: list[Item], at: float) -> tuple[list[Item], list[Item]]:
    """Set apart the lines under both columns, which are read after them, not after the left one."""
    right = [item for item in band if item.right > at + 1]
    floor = max(item.bottom for item in right)
    below = [item for item in band if item.top > floor]
    if not below:
        return band, []
    left = [item for item in band if item.top <= floor and item.right <= at + 1]
    gap = below[0].top - max((item.bottom for item in left), default=floor)
    if gap < 1.2 * (below[0].bottom - below[0].top):
        return band, []
    return [item for item in band if item not in below], below


def pieces_of(lines: Sequence[Line]) -> list[Item]:
    """Cut lines at their wide gaps: columns are found among the pieces."""
    return [piece for line in lines for piece in segments(line)]
