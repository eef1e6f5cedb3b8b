"""From words to lines: which words stand on one base line, and where the wide gaps of a line are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from corpus.pdf.types import Word

#: A gap as wide as this, in sizes of the font, may be the space between two columns or two cells.
_WIDE_GAP = 0.6
#: Two words whose base lines are this close, in sizes, stand on one line.
_LEVEL = 0.3
#: The gaps of a justified line are this close to each other, in sizes: letters have room on their sides.
_SAME_GAP = 0.15
#: Marks of list items; the last ones are those of symbol fonts.
BULLETS = "•●▪◦‣►–—▶➢➤✓✔❖■□○◆◇⁃∙·\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0be"
#: Marks around the number of a footnote where it is called; they never leave `corpus.pdf`.
CALL, END_OF_CALL = "\ue000", "\ue001"


@dataclass(frozen=True)
class Line:
    """Words of one line, from left to right; the edges are in points, `page` counts from 0."""

    words: tuple[Word, ...]
    page: int

    @cached_property
    def left(self) -> float:
        """The left edge."""
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        """The right edge."""
        return self.words[-1].right

    @cached_property
    def base(self) -> float:
        """The height of the base line."""
        return median(word.base for word in self.words)

    @cached_property
    def size(self) -> float:
        """The size of most of its letters."""
        weights: dict[float, int] = {}
        for word in self.words:
            weights[word.size] = weights.get(word.size, 0) + len(word.text)
        return max(weights, key=lambda size: (weights[size], size))

    @cached_property
    def top(self) -> float:
        """The upper edge, as the font has it."""
        return self.base - 0.8 * self.size

    @cached_property
    def bottom(self) -> float:
        """The lower edge, as the font has it."""
        return self.base + 0.2 * self.size

    @cached_property
    def bold(self) -> bool:
        """True when all its letters are bold."""
        lettered = [word for word in self.words if any(sign.isalpha() for sign in word.text)]
        return bool(lettered) and all(word.bold for word in lettered)

    @cached_property
    def text(self) -> str:
        """Its words, with the calls of notes between their marks."""
        return joined(self.words)


def joined(words: Sequence[Word]) -> str:
    """Return words with a space where one stands; the number of a note, raised and small, goes between marks."""
    parts: list[str] = []
    for at, word in enumerate(words):
        if at and is_raised(words[at - 1], word):
            parts.append(f"{CALL}{word.text}{END_OF_CALL}" if _is_number(word.text) else word.text)
            continue
        if at and _is_apart(words[at - 1], word):
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)


def _is_apart(before: Word, word: Word) -> bool:
    gap = word.left - before.right
    if word.text[0] in ".,)]" and gap < 0.35 * word.size:
        return False
    return word.spaced or gap > 0.25 * word.size


def is_raised(before: Word, word: Word) -> bool:
    """Tell small letters stuck to the upper right of a word."""
    small = word.size < 0.85 * before.size or word.bottom < before.base - 0.1 * before.size
    near = word.left - before.right < 0.35 * before.size
    return small and near and not (word.spaced and word.size >= before.size) and len(word.text) <= 5


def _is_number(text: str) -> bool:
    return text.strip("()[],").isdecimal() or text in ("*", "**", "***")


def level_words(words: Iterable[Word]) -> list[Word]:
    """Set raised letters on the base line of the word before them, so that they stay beside it."""
    levelled: list[Word] = []
    for word in words:
        if levelled:
            before = levelled[-1]
            lift = before.base - word.base
            if 0.1 * before.size < lift < 0.7 * before.size and is_raised(before, word):
                word = word._replace(base=before.base)
            elif 0.1 * word.size < -lift < 0.7 * word.size and opens_note(before, word):
                levelled[-1] = before._replace(base=word.base)
        levelled.append(word)
    return levelled


def opens_note(number: Word, word: Word) -> bool:
    """Tell the small number that opens a footnote, raised, before its first word."""
    near = -0.1 * word.size < word.left - number.right < word.size
    return near and number.size < 0.85 * word.size and number.bottom < word.bottom and _is_number(number.text)


def lines_of(words: Iterable[Word], page: int) -> list[Line]:
    """Return the lines, from top to bottom, whatever the gaps inside them."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        if rows and abs(word.base - rows[-1][0].base) <= _LEVEL * max(word.size, rows[-1][0].size, 4.0):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Line(tuple(sorted(row, key=lambda word: word.left)), page) for row in rows]


def _is_stretched(line: Line) -> bool:
    """Tell a justified line by its gaps, which are all the same."""
    gaps = [
        word.left - before.right for before, word in pairwise(line.words) if word.spaced or word.left > before.right
    ]
    return len(gaps) > 1 and max(gaps) - min(gaps) <= _SAME_GAP * line.size


def segments(line: Line, gap: float = _WIDE_GAP) -> list[Line]:
    """Cut a line at its gaps of at least `gap` sizes; a line that is stretched to both margins is left whole."""
    if _is_stretched(line):
        return [line]
    cut: list[list[Word]] = [[line.words[0]]]
    right = line.words[0].right
    for word in line.words[1:]:
        if word.left - right >= gap * min(word.size, cut[-1][-1].size):
            cut.append([word])
        else:
            cut[-1].append(word)
        right = max(right, word.right)
    return [Line(tuple(words), line.page) for words in cut]
