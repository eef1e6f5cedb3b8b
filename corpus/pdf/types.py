"""What one page holds, as it is drawn: words and rules, in points from the upper left corner."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Word(NamedTuple):
    """Glyphs drawn together; `base` is the height of the base line, `size` that of the font, in points.

    `spaced` is false when the word is stuck to the one before it, as the number of a note is.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    bold: bool
    italic: bool
    spaced: bool


class Rule(NamedTuple):
    """A straight stroke, or a side of a box: it is as thin as a line in one of its directions."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def level(self) -> bool:
        """True when it lies flat."""
        return self.right - self.left >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `scanned` when it shows a picture or strokes and no text, `lost` counts glyphs without a character.

    `surfaces` are coloured: left, top, right, bottom; `doubtful` when it was recognised and its words are unsure.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    scanned: bool = False
    lost: int = 0
    cut: bool = False
    damaged: bool = False
    surfaces: tuple[tuple[float, float, float, float], ...] = ()
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Properties:
    """What a PDF tells of itself: how many pages, and its metadata."""

    pages: int
    metadata: dict[str, str] = field(default_factory=dict)
