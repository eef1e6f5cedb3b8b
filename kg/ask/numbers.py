"""Numbers in French sentences, in digits and in words, and the one that answers a question."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index import fold, tokens
from kg.ask.proofs import coverage
from kg.ask.query import Term

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
_NUMBER = re.compile(
    r"(?<![\w,.])\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?!\d)|(?<![\w,.])\d+(?:,\d+)?(?!\w)"
    rf"|\bune? (?:{'|'.join(_ABOUT)})\b|\b(?:{_WORDS})(?:(?:[- ]et)?[- ](?:{_WORDS}|une?))*\b"
)
_CLAUSE = re.compile(r"[,;:](?!\d)|\bmais\b|\bdont\b")
#: What a number gains when the thing counted follows it.
FOLLOWED = 0.2


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written, and its place in the sentence; `value` is nothing when it is only told roughly."""

    words: str
    start: int
    end: int
    value: int | None


def find_numbers(words: str) -> Iterator[Number]:
    """Yield the numbers of a sentence, in its order; « un » alone is taken for the article."""
    plain = "".join(fold(character)[:1] or " " for character in words)
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


def is_followed(words: str, number: Number, thing: str) -> bool:
    """Tell whether the thing counted stands just after a number."""
    return (
        bool(thing) and re.search(rf"\b{re.escape(thing[:5])}", fold(words[number.end : number.end + 25])) is not None
    )


def best_number(words: str, terms: Sequence[Term], thing: str) -> Number | None:
    """Return the number of a sentence whose clause says most of the question, the thing counted just after it."""
    cuts = [0, *(match.start() for match in _CLAUSE.finditer(words)), len(words)]
    best: tuple[float, int, Number] | None = None
    for number in find_numbers(words):
        start = max(cut for cut in cuts if cut <= number.start)
        end = min(cut for cut in cuts if cut >= number.end)
        said = coverage(terms, frozenset(tokens(words[start:end])))
        said += FOLLOWED if is_followed(words, number, thing) else 0.0
        if best is None or (said, -number.start) > best[:2]:
            best = (said, -number.start, number)
    return best[2] if best else None
