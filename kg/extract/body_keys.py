"""What a name of an organisation comes down to when two are compared."""

from functools import lru_cache

from kg.lexicon.bodies import AUTHORITIES, TRANSLATED
from kg.lexicon.folding import fold_words

SMALL = frozenset("de du des d la le les l et en a au aux pour sur".split())
_KINDS = sorted(
    ((fold_words(kind), canon) for kind, canon in AUTHORITIES.items()), key=lambda pair: (-len(pair[0]), pair)
)
_SUFFIXES = {"metropole": "metropole", "agglomeration": "agglomeration"}


@lru_cache(maxsize=65536)
def body_key(name: str) -> str:
    """Return `ville:brest` or `departement:gers` for an authority, else the folded words without the small ones."""
    words = tuple(TRANSLATED.get(word, word) for word in fold_words(name))
    for kind, canon in _KINDS:
        if words[: len(kind)] == kind and len(words) > len(kind) and canon != "grand":
            place = [word for word in words[len(kind) :] if word not in SMALL]
            if place:
                return f"{canon}:{' '.join(place)}"
    if len(words) > 1 and words[-1] in _SUFFIXES:
        return f"{_SUFFIXES[words[-1]]}:{' '.join(word for word in words[:-1] if word not in SMALL)}"
    kept = [word for word in words if word not in SMALL] or list(words)
    return " ".join(_singular(word) for word in kept)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") else word
