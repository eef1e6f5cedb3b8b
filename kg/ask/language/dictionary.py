"""Words of the French dictionary as questions are typed: without accents, and by their stems."""

from functools import lru_cache
from itertools import islice, product

from kg.lexicon.french_words import is_french

_ACCENTS = {"e": "eéèê", "a": "aàâ", "i": "iîï", "o": "oô", "u": "uûù", "c": "cç"}
#: How many ways to accent a word are tried.
MOST_ACCENTS = 2000
#: What a stemmer leaves out, the most usual first.
_ENDINGS = ("", "e", "er", "ion", "ir", "re", "ement", "es", "ance", "ence", "eur", "ie", "ation", "ique")


def french_accented(word: str) -> bool:
    """Tell a word of the French dictionary, with its accents or without."""
    choices = [_ACCENTS.get(letter, letter) for letter in word]
    return is_french(word) or any(is_french("".join(one)) for one in islice(product(*choices), MOST_ACCENTS))


def both_french(one: str, other: str) -> bool:
    """Tell two stems, folded, that both are those of words of French: neither is the other mistyped."""
    return _begins_french(one) and _begins_french(other)


@lru_cache(maxsize=1024)
def _begins_french(stem: str) -> bool:
    return any(french_accented(stem + ending) for ending in _ENDINGS)
