"""Which slices of a document are held already."""

from bisect import bisect_left, insort
from collections.abc import Iterable


class TakenSpans:
    """A growing set of slices that do not overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans: list[tuple[int, int]] = sorted(spans)

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether a slice is held, even in part."""
        at = bisect_left(self._spans, (end, 0)) - 1
        return any(span[1] > start for span in self._spans[max(0, at - 2) : at + 1])

    def add(self, start: int, end: int) -> bool:
        """Hold a slice; returns False when it was held already, in part or whole."""
        if self.overlaps(start, end):
            return False
        insort(self._spans, (start, end))
        return True
