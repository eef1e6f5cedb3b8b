"""Marks of list items that are drawn, not written, as browsers do when they print a page."""

from collections.abc import Sequence

from corpus.pdf.turn import Box
from corpus.pdf.types import Word

_FARTHEST = 2.5
_LEVEL = 0.35
#: The middle of small letters, above the base line, in sizes.
_MIDDLE = 0.28


def with_drawn_marks(words: Sequence[Word], dots: Sequence[Box]) -> tuple[Word, ...]:
    """Return the words with a bullet before each one that begins a line to the right of a dot."""
    marked: list[Word] = []
    for word in words:
        dot = _beside(word, dots)
        if dot is not None and not any(_stands_between(dot, word, other) for other in words):
            marked.append(word._replace(text="•", left=dot[0], right=dot[2], spaced=True))
            word = word._replace(spaced=True)
        marked.append(word)
    return tuple(marked)


def _beside(word: Word, dots: Sequence[Box]) -> Box | None:
    middle = word.base - _MIDDLE * word.size
    for dot in dots:
        near = 0 < word.left - dot[2] < _FARTHEST * word.size
        if near and abs((dot[1] + dot[3]) / 2 - middle) < _LEVEL * word.size and dot[3] - dot[1] < 0.8 * word.size:
            return dot
    return None


def _stands_between(dot: Box, word: Word, other: Word) -> bool:
    """Tell another word on the line that comes before, so that the dot is no mark of an item."""
    on_line = abs(other.base - word.base) < 0.3 * word.size
    return on_line and other.right <= word.left + 0.1 and other.right > dot[0] - 3 * word.size and other != word
