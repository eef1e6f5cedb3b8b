"""Numbers in French sentences, in digits and in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index import fold_evenly
from kg.regex import regex

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
    )
} | {"une": 1}
_TENS = {"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_GREAT = {"cent": 100, "cents": 100, "mille": 1000}
_ABOUT = "dizaine douzaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine".split()
_WORDS = "|".join(sorted({*_UNITS, *_TENS, *_GREAT} - {"un", "une", "zero"}, key=len, reverse=True))
#: A number in digits or in words, folded.
NUMBER = (
    r"(?<![\w,.])\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?!\d)|(?<![\w,.])\d+(?:,\d+)?(?!\w)"
    rf"|\bune? (?:{'|'.join(_ABOUT)})\b|\b(?:{_WORDS})(?:(?:[- ]et)?[- ](?:{_WORDS}|une?))*\b"
)
_NUMBER = regex(NUMBER)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written, and its place in the sentence; `value` is nothing when it is only told roughly."""

    words: str
    start: int
    end: int
    value: int | None


def find_numbers(words: str) -> Iterator[Number]:
    """Yield the numbers of a sentence, in its order; « un » alone is taken for the article."""
    plain = fold_evenly(words)
    for match in _NUMBER.finditer(plain):
        yield Number(words[match.start() : match.end()], *match.span(), value_of(match[0]))


def value_of(written: str) -> int | None:
    """Return the whole number that folded words or digits say, nothing for a rough one or for a decimal."""
    digits = re.sub(r"[ .\u00a0\u202f]", "", written)
    if digits.isdigit():
        return int(digits)
    total = group = 0
    for word in re.split(r"[- ]", written):
        if word in _GREAT:
            group = max(group, 1) * _GREAT[word]
            total, group = (total + group, 0) if word == "mille" else (total, group)
        elif word.startswith("vingt") and group % 100 == 4:
            group += 76
        elif word in _UNITS or word in _TENS:
            group += _UNITS.get(word, 0) + _TENS.get(word, 0)
        elif word != "et":
            return None
    return total + group
