"""Words of the French dictionary as questions are typed: without accents, and by their stems."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

from kg.lexicon.french_words import is_french

_ACCENTS = {"e": "eéèê", "a": "aàâ", "i": "iîï", "o": "oô", "u": "uûù", "c": "cç"}
#: How many ways to accent a word are tried.
MOST_ACCENTS = 2000
#: What a stemmer leaves out, the most usual first, with its accents.
_ENDINGS = tuple("|e|é|er|ion|ir|re|ré|ement|ément|es|és|ès|ance|ancé|ence|encé|eur|ie|ié|ation|ique|iqué".split("|"))


def french_accented(word: str) -> bool:
    """Tell a word of the French dictionary, with its accents or without."""
    return is_french(word) or any(map(is_french, _accented(word)))


def _accented(word: str) -> Iterator[str]:
    """Yield the ways to accent a word, itself among them."""
    return map("".join, islice(product(*(_ACCENTS.get(letter, letter) for letter in word)), MOST_ACCENTS))


def both_french(one: str, other: str) -> bool:
    """Tell two stems, folded, that both are those of words of French: neither is the other mistyped."""
    return _begins_french(one) and _begins_french(other)


@lru_cache(maxsize=1024)
def _begins_french(stem: str) -> bool:
    return any(is_french(root + ending) for root in _accented(stem) for ending in _ENDINGS)
