"""What a name of an organisation comes down to when two are compared."""

from functools import lru_cache

from kg.lexicon.bodies import AUTHORITIES, TRANSLATED
from kg.lexicon.folding import fold_words

SMALL = frozenset("de du des d la le les l et en a au aux pour sur".split())
_KINDS = sorted(
    ((fold_words(kind), canon) for kind, canon in AUTHORITIES.items()), key=lambda pair: (-len(pair[0]), pair)
)
#: Kinds told by their letters before what they are of: « PNR des Monts » is « Parc naturel régional des Monts ».
_LONG_KINDS = {
    short: fold_words(long)
    for short, long in {
        "pnr": "parc naturel régional", "cc": "communauté de communes", "cci": "chambre de commerce et d'industrie",
        "caf": "caisse d'allocations familiales", "ars": "agence régionale de santé",
        "ccas": "centre communal d'action sociale",
        "mjc": "maison des jeunes et de la culture", "chu": "centre hospitalier universitaire",
        "ddt": "direction départementale des territoires", "cpam": "caisse primaire d'assurance maladie",
        "cma": "chambre de métiers et de l'artisanat", "drac": "direction régionale des affaires culturelles",
    }.items()
}  # fmt: skip
_SUFFIXES = {"metropole": "metropole", "agglomeration": "agglomeration"}


@lru_cache(maxsize=65536)
def body_key(name: str) -> str:
    """Return `ville:brest` or `departement:gers` for an authority, else the folded words without the small ones."""
    words = tuple(TRANSLATED.get(word, word) for word in fold_words(name))
    if len(words) > 1 and words[0] in _LONG_KINDS:
        words = (*_LONG_KINDS[words[0]], *words[1:])
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
