"""Words that French puts one for another when it retells something: « avertir », « prévenir », « alerter »."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from index import fold, tokens

#: Stems, all needed, that say an idea.
Way = frozenset[str]
#: What stands between the words of a group, one a line.
BETWEEN = ", "


@lru_cache(maxsize=1)
def _groups() -> str:
    """Return the groups of `near_words.txt`, folded: a word is looked for in them, they are not all cut into stems."""
    return fold("\n" + (files("kg.lexicon") / "near_words.txt").read_text(encoding="utf-8"))


@lru_cache(maxsize=4096)
def near_words(stem: str) -> frozenset[Way]:
    """Return the other words and short expressions of the groups that hold a word of this stem, each as its stems."""
    alone = frozenset([stem])
    found: set[Way] = set()
    for group in set(_groups_with(stem)):
        ways = {frozenset(tokens(word)) for word in group.split(BETWEEN)}
        if alone in ways:
            found |= ways
    return frozenset(found - {alone, frozenset()})


def _groups_with(stem: str) -> Iterator[str]:
    """Yield the groups of which a word begins like a stem, its last letter apart (« compétence » is competent)."""
    groups, start = _groups(), stem[:-1] if len(stem) > 4 else stem
    for before in ("\n", BETWEEN):
        at = groups.find(before + start)
        while at >= 0:
            end = groups.find("\n", at + 1)
            yield groups[groups.rfind("\n", 0, at + 1) + 1 : end if end >= 0 else None]
            at = groups.find(before + start, at + 1)
