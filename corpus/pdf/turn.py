"""The way a page is to be looked at: most of its text then runs from left to right, and heights grow downwards."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Turn:
    """Turns points of the file into points from the upper left corner; `quarter` counts its turns to the left."""

    quarter: int
    media: Box

    @property
    def width(self) -> float:
        """The width of the page as it is looked at."""
        return self._side(0 if self.quarter % 2 == 0 else 1)

    @property
    def height(self) -> float:
        """The height of the page as it is looked at."""
        return self._side(1 if self.quarter % 2 == 0 else 0)

    def _side(self, axis: int) -> float:
        return self.media[axis + 2] - self.media[axis]

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Turn one point of the file."""
        left, bottom, right, top = self.media
        if self.quarter == 0:
            return x - left, top - y
        if self.quarter == 1:
            return y - bottom, x - left
        if self.quarter == 2:
            return right - x, y - bottom
        return top - y, right - x

    def box(self, box: Box) -> Box:
        """Turn a box of the file: left, top, right, bottom."""
        x1, y1 = self.point(box[0], box[1])
        x2, y2 = self.point(box[2], box[3])
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def turn_of(quarters: Iterable[int | None], media: Box) -> Turn:
    """Return the turn that sets most glyphs upright."""
    counted = Counter(quarter for quarter in quarters if quarter is not None)
    most = max(sorted(counted), key=lambda quarter: counted[quarter], default=0)
    return Turn(most, media)
