"""Voices that are one under two names: « Mme Roy » and « Claire Roy », or a name that two reports write."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar

from index import fold
from kg.ask.library import Library
from kg.lexicon.functions import COURTESY
from kg.types import Entity

T = TypeVar("T")


def one_voice_each(library: Library, groups: Mapping[str, Sequence[T]]) -> dict[str, list[T]]:
    """Put together what was said under two names of one person; the fuller name is kept, at the place of the first."""
    known = {key: library.knowledge.by_id.get(key) for key in groups}
    words = {key: _words(entity) for key, entity in known.items()}
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)  # by the last word of the name, the fullest first
    for key in sorted(groups, key=lambda key: -len(words[key])):
        alike[words[key][-1:]].append(key)
    same = {
        key: next(other for other in alike[words[key][-1:]] if other == key or _is(known[key], known[other]))
        for key in groups
    }
    found: dict[str, list[T]] = {}
    for key, said in groups.items():
        found.setdefault(same[key], []).extend(said)
    return found


def _words(entity: Entity | None) -> tuple[str, ...]:
    """Return the folded words of a name without its title of courtesy."""
    words = fold(entity.label).replace(".", "").split() if entity else []
    return tuple(words[1:] if len(words) > 1 and words[0] in COURTESY else words)


def _is(short: Entity | None, long: Entity | None) -> bool:
    """Tell a person whose name is the end of another's, a surname alone at least, when no gender tells them apart."""
    if short is None or long is None or short.kind != "person" or long.kind != "person":
        return False
    own, other = _words(short), _words(long)
    apart = short.gender is not None and long.gender is not None and short.gender != long.gender
    return bool(own) and not apart and other[-len(own) :] == own
