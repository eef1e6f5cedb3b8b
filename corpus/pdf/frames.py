"""Boxes: words between four rules or on a coloured surface, read by themselves and not with what stands beside."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.pdf.lines import Line, lines_of
from corpus.pdf.ruled import groups, places
from corpus.pdf.turn import Box
from corpus.pdf.types import Page, Word

_FEWEST_LINES, _FEWEST_WORDS = 2, 12
#: What holds a larger share of the words of a page is the page.
_LARGEST_SHARE = 0.5
_MOST_RULES = 12


@dataclass(frozen=True, slots=True)
class Framed:
    """The lines of one box, and where it stands."""

    lines: tuple[Line, ...]
    left: float
    top: float
    right: float
    bottom: float
    page: int

    @property
    def base(self) -> float:
        """Where it stands among lines: by its upper edge."""
        return self.top + 0.1


def framed(page: Page, words: Sequence[Word]) -> tuple[list[Framed], list[Word]]:
    """Return the boxes of a page, and the words outside them; `words` are those outside tables."""
    left = list(words)
    found: list[Framed] = []
    most = _LARGEST_SHARE * len(page.words)
    for box in _boxes(page):
        inside = [word for word in left if _holds(box, word)]
        if not _FEWEST_WORDS <= len(inside) <= most or any(_crosses(box, word) for word in left):
            continue
        lines = lines_of(inside, page.number)
        if len(lines) >= _FEWEST_LINES:
            found.append(Framed(tuple(lines), *box, page=page.number))
            taken = set(map(id, inside))
            left = [word for word in left if id(word) not in taken]
    return found, left


def _boxes(page: Page) -> list[Box]:
    """Return the rectangles that rules draw, and the surfaces, the larger ones first."""
    drawn = list(page.surfaces)
    for group in groups(page.rules, fewest=4):
        across = places([(rule.top + rule.bottom) / 2 for rule in group if rule.level])
        down = places([(rule.left + rule.right) / 2 for rule in group if not rule.level])
        if len(across) == len(down) == 2 and len(group) <= _MOST_RULES:
            drawn.append((down[0], across[0], down[1], across[1]))
    return sorted(set(drawn), key=lambda box: (-(box[2] - box[0]) * (box[3] - box[1]), box))


def _holds(box: Box, word: Word) -> bool:
    middle = word.base - 0.3 * word.size
    return box[0] - 1 <= word.left and word.right <= box[2] + 1 and box[1] <= middle <= box[3]


def _crosses(box: Box, word: Word) -> bool:
    """Tell a word that runs over a side: the rectangle is a drawing, not a box."""
    middle = word.base - 0.3 * word.size
    return box[1] <= middle <= box[3] and any(word.left + 2 < side < word.right - 2 for side in (box[0], box[2]))
