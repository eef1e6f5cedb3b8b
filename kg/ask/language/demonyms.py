"""The words by which a country is told: its name, and the adjective of its people."""

from functools import lru_cache

from index import tokens
from kg.lexicon.places import DEMONYMS

#: What another word of the same country is worth.
SAME_NATION = 0.9


@lru_cache(maxsize=256)
def demonyms(stem: str) -> frozenset[str]:
    """Return the other stems by which a country is told: its name of one word, its adjective in both genders."""
    return frozenset[str]().union(*(ring for ring in _rings() if stem in ring)) - {stem}


@lru_cache(maxsize=1)
def _rings() -> tuple[frozenset[str], ...]:
    found: dict[str, set[str]] = {}
    for adjective, country in DEMONYMS.items():
        feminine = f"{adjective}{'n' if adjective.endswith('n') else ''}e"
        if len(tokens(country)) == 1:
            found.setdefault(country, set()).update(tokens(f"{country} {adjective} {feminine}"))
    return tuple(map(frozenset, found.values()))
