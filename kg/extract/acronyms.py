"""Acronyms and what they stand for: « Agence de l'eau (AE) », « AE (Agence de l'eau) », « AE - Agence de l'eau »."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.tokens import Token
from kg.lexicon.bodies import AUTHORITIES, BODIES
from kg.lexicon.folding import fold, fold_words
from kg.lexicon.functions import COURTESY
from kg.lexicon.words import GENERIC_ACRONYMS

_SMALL = frozenset("de du des d l la le les et en a au aux pour sur dans par entre".split())
_LOOK_BACK = 24


@dataclass(frozen=True, slots=True)
class Pair:
    """A long form in tokens `first:last` and its acronym in tokens `short_first:short_last`."""

    first: int
    last: int
    short_first: int
    short_last: int


def is_acronym(token: Token) -> bool:
    """Tell a word that may be the acronym of a body: capitals, two letters or more, no generic one, no numeral."""
    if not token.is_word or token.text[1:].islower() or token.text.islower():
        return False  # most words, told without counting their letters
    letters = [char for char in token.text if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    shaped = len(letters) >= 2 and capitals >= 2 and capitals >= 0.6 * len(letters) and len(letters) <= 12
    return shaped and token.text not in GENERIC_ACRONYMS and token.fold.rstrip(".") not in COURTESY


def stands_for(short: str, long: str) -> bool:
    """Tell whether the letters of an acronym are the initials of a long form, in order, small words apart or not."""
    letters = [char for char in fold(short) if char.isalpha()]
    words = fold_words(long)
    if len(letters) < 2 or not words:
        return False
    content = [word[0] for word in words if word not in _SMALL]
    return content == letters or [word[0] for word in words] == letters


def begins(short: str, long: str) -> bool:
    """Tell whether an acronym's letters are met in order among the initials, the first and the last word included."""
    letters = [char for char in fold(short) if char.isalpha()]
    words = [word for word in fold_words(long) if word not in _SMALL]
    if len(letters) < 2 or not words or words[0][0] != letters[0] or len(words) > 2 * len(letters) + 1:
        return False
    rest = iter(word[0] for word in words)
    return all(letter in rest for letter in letters)


def pairs(tokens: Sequence[Token]) -> Iterator[Pair]:
    """Yield the acronyms that a block explains, with their long forms."""
    for at, token in enumerate(tokens):
        if token.text == "(" and at and at + 2 < len(tokens):
            pair = _in_brackets(tokens, at)
            if pair:
                yield pair
        elif is_acronym(token):
            pair = _before_long_form(tokens, at)
            if pair:
                yield pair


def _in_brackets(tokens: Sequence[Token], bracket: int) -> Pair | None:
    """Read « long form (ACR) » and « long form (ACR City) »."""
    close = next((at for at in range(bracket + 2, min(bracket + 4, len(tokens))) if tokens[at].text == ")"), None)
    if close is None or not is_acronym(tokens[bracket + 1]):
        return None
    first = long_form_start(tokens, bracket, tokens[bracket + 1].text)
    return Pair(first, bracket, bracket + 1, close) if first is not None else None


def long_form_start(tokens: Sequence[Token], end: int, short: str) -> int | None:
    """Return where the long form of an acronym begins before token `end`: by its initials, the shortest that fits."""
    for first in range(end - 1, max(-1, end - _LOOK_BACK), -1):
        token = tokens[first]
        if token.text in (".", ";", ":", "(", ")", "»", "«", "!", "?"):
            return None
        if not token.is_word or token.fold in _SMALL or token.fold[0] != fold(short)[0]:
            continue
        words = " ".join(word.text for word in tokens[first:end])
        if stands_for(short, words) or (begins(short, words) and (token.is_capital or token.fold in BODIES)):
            return first
    return None


def _before_long_form(tokens: Sequence[Token], at: int) -> Pair | None:
    """Read « ACR (Long Form) » and « ACR - Long Form »."""
    if at + 3 >= len(tokens) or tokens[at + 1].text not in ("(", "-", "–", "—", ":", ","):
        return None
    opening = tokens[at + 1].text
    begin = at + 2
    while begin < len(tokens) and tokens[begin].fold in ("le", "la", "l'", "les"):
        begin += 1
    if begin >= len(tokens) or not tokens[begin].is_capital:
        return None
    for exact in (True, False):
        for last in range(begin + 2, min(len(tokens), begin + 16) + 1):
            words = tokens[begin:last]
            if words[-1].text in ".;:()«»!?":
                break
            if _is_long_form(tokens[at].text, words, opening, exact=exact):
                return Pair(begin, last, at, at + 1)
    return None


def _is_long_form(short: str, words: Sequence[Token], opening: str, *, exact: bool) -> bool:
    """Tell the words that an acronym stands for: all their initials, or some when a kind of body begins them."""
    if not words[-1].is_word or words[-1].fold in _SMALL:
        return False
    written = " ".join(word.text for word in words)
    kind = words[0].fold in BODIES or words[0].fold in AUTHORITIES
    if exact:
        return stands_for(short, written)
    letters = [char for char in fold(short) if char.isalpha()]
    return opening != "," and kind and begins(short, written) and words[-1].fold[0] == letters[-1]
