"""The words of a text with their places and shapes, as the name rules need them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from kg.lexicon.folding import fold, straightened
from kg.regex import regex

_TOKEN = regex(r"M\.-[A-ZÀ-Ý]\.|[lLcCjJsStTdD]'(?=\w)|[qQ]u'|[^\W\d_]+(?:['-][^\W\d_]+)*\.?|\d+|[^\w\s]")
_CELL_END = regex("[\t\u2003]")
#: A line shorter than this, in characters, was not broken because it was full.
_SHORT_LINE = 56
#: A label that begins a line, whatever the length of the line before: « Excusé : », « Absents excusés : ».
_LABELLED = regex(r"[*_]*[A-ZÀ-Ý][a-zà-ÿ]+(?:·e)?(?:\(?e?\)?s?)?(?: [a-zà-ÿ]+){0,2}[*_]*\s?:(?=\s|$)")
_LABEL = 34
_ABBREVIATED = frozenset("m mm mme mmes mlle mlles dr pr prof me mr st ste ch ph th cl".split())


@dataclass(slots=True, unsafe_hash=True)
class Token:
    """A word, number or sign; offsets are those of the document. Never changed once made.

    Its shapes are told when it is made: the rules ask for them again and again, and a property costs more.
    """

    text: str
    start: int
    end: int
    #: True for the first word after a short line or of a cell: no name runs over it.
    breaks: bool = False
    #: The word without case or accents.
    fold: str = field(init=False, compare=False, repr=False)
    #: True for a word that begins with a capital, those in capitals included.
    is_capital: bool = field(init=False, compare=False, repr=False)
    #: True for a word, false for a number or a sign.
    is_word: bool = field(init=False, compare=False, repr=False)
    #: True for a word in capitals, be it with a stray small letter (« MoREL »).
    is_caps: bool = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        text = self.text
        self.fold = fold(text)
        self.is_capital = text[:1].isupper()
        self.is_word = text[:1].isalpha()
        self.is_caps = not text[1:].islower() and _is_shouted(text)

    @property
    def is_initial(self) -> bool:
        """True for `J.`, `J.-P.` and `Ph.`."""
        return bool(re.fullmatch(r"[A-ZÀ-Ý]\.(?:-?[A-ZÀ-Ý]\.)?|(?:Ch|Ph|Th|Cl)\.", self.text))


def _is_shouted(word: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    return len(letters) >= 2 and (capitals == len(letters) or (capitals >= 3 and letters[-1].isupper()))


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of `text[start:end]`; the full stop of an initial or an abbreviation stays with it."""
    found: list[Token] = []
    breaks = {*line_breaks(text, start, end), *cell_ends(text, start, end)}
    for match in _TOKEN.finditer(straightened(text[start:end])):
        word = match[0]
        if breaks and match.start() + start - 1 in breaks:
            found.append(Token(word, start + match.start(), start + match.end(), breaks=True))
            continue
        if word.endswith(".") and len(word) > 2 and word[1] != "." and word[:-1].lower() not in _ABBREVIATED:
            found.append(Token(word[:-1], start + match.start(), start + match.end() - 1))
            found.append(Token(".", start + match.end() - 1, start + match.end()))
        else:
            found.append(Token(word, start + match.start(), start + match.end()))
    return found


def cell_ends(text: str, start: int, end: int) -> list[int]:
    """Return where the cells of a row end, and the lines inside them."""
    return [match.start() for match in _CELL_END.finditer(text, start, end)]


def line_breaks(text: str, start: int, end: int) -> list[int]:
    """Return where the line ends that mean something stand: the line is short, or the next word would have fitted."""
    lines = text[start:end].split("\n")
    longest = max(map(len, lines))
    listed = len(lines) > 2 and all(_opens_line(line) for line in lines if line.strip())
    found = []
    at = start
    for line, following in pairwise(lines):
        at += len(line)
        word = following.split(" ", 1)[0]
        labelled = ":" in following[:_LABEL] and _LABELLED.match(following)
        if listed or labelled or len(line) < _SHORT_LINE or len(line) + 1 + len(word) < longest:
            found.append(at)
        at += 1
    return found


def _opens_line(line: str) -> bool:
    first = line.lstrip("-–• ")[:1]
    return first.isupper() or first.isdigit() or first in "«“"


def between(tokens: Iterable[Token], start: int, end: int) -> list[Token]:
    """Return the tokens that lie wholly inside `start:end`."""
    return [token for token in tokens if token.start >= start and token.end <= end]
