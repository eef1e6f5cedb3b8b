"""Words whose accents optical recognition lost or changed, and the one French word that they can be."""

import re
from functools import lru_cache
from itertools import combinations, product

from corpus.lexicon import French

#: What each letter may have been before it was read.
_WERE = {"a": "àâ", "e": "éèê", "i": "îï", "o": "ô", "u": "ùû", "c": "ç", "é": "èêô", "è": "éê", "ê": "éè"}
#: The end of a word takes or loses no acute accent: « impacte » and « impacté » are both French.
_END = re.compile(r"(?:e|es|é|és|ent)$")
_SHORTEST = 4
#: What could be another word too, and is not.
_SURE = {"apres": "après", "aprés": "après", "aprês": "après"}
#: A word with more letters that may have changed is left alone: it would be compared with thousands.
_MOST_VARIANTS = 20_000
#: Most letters that changed in one word.
_MOST_CHANGES = 2


@lru_cache(maxsize=50_000)
def mended(word: str, words: French) -> str | None:
    """Return the only French word that a damaged one can be, with its capital; nothing for a sound or unsure one.

    Proper names are left alone: with a capital, only a word with a damaged accent is compared.
    """
    low = word.lower()
    if len(low) < _SHORTEST or word in words or low in words:
        return None
    if word[0].isupper() and not any(letter in "éèê" for letter in low[1:]):
        return None
    if "ceu" in low and (read := low.replace("ceu", "oeu", 1)) in words:
        return _like(word, read.replace("oeu", "œu", 1))
    found = _variants(low, words)
    return _like(word, found[0]) if len(found) == 1 else None


def _variants(low: str, words: French) -> list[str]:
    if low.replace("œ", "oe") in words:
        return []
    if low in _SURE:
        return [_SURE[low]]
    end = match.start() if (match := _END.search(low)) else len(low)
    places = [at for at, letter in enumerate(low) if letter in _WERE]
    for changes in range(1, _MOST_CHANGES + 1):
        found = sorted({variant for variant in _changed(low, places, changes, end) if variant in words})
        if found:
            return found
    return []


def _changed(low: str, places: list[int], changes: int, end: int) -> list[str]:
    made: list[str] = []
    for chosen in combinations(places, changes):
        for letters in product(*(_WERE[low[at]].replace("é", "" if at >= end else "é") for at in chosen)):
            variant = list(low)
            for at, letter in zip(chosen, letters, strict=True):
                variant[at] = letter
            made.append("".join(variant))
            if len(made) > _MOST_VARIANTS:
                return []
    return made


def _like(word: str, read: str) -> str:
    return read[0].upper() + read[1:] if word[0].isupper() else read
