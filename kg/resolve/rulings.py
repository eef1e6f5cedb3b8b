"""Decisions applied to groups of forms that are already made: parted where « different », joined where « same »."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from kg.resolve.decisions import Decision, Decisions
from kg.resolve.forms import Form, folded

Group = list[Form]


def parted(groups: Sequence[Group], ruling: Decisions) -> list[Group]:
    """Part the groups that hold two forms decided to be different; each other form stays with the first of them."""
    found: list[Group] = []
    for group in groups:
        if not any(decision.verdict == "different" for form in group for decision in ruling.of(form)):
            found.append(group)
            continue
        homes: list[Group] = []
        for form in group:
            home = next((g for g in homes if all(ruling.judged(form, other) is not False for other in g)), None)
            if home is None:
                homes.append([form])
            else:
                home.append(form)
        found += homes
    return found


def joined(groups: Sequence[Group], ruling: Decisions) -> list[Group]:
    """Join the groups whose forms were decided to be the same; a name that several groups bear joins nothing.

    To say which one is meant, a decision tells where the name stands. Two groups decided to be different stay apart.
    """
    kinds = sorted({form.kind for group in groups for form in group})
    rulings = [decision for kind in kinds for decision in ruling.pairs("same", kind)]
    if not rulings:
        return list(groups)
    homes: dict[str, set[int]] = defaultdict(set)
    for at, group in enumerate(groups):
        for form in group:
            homes[folded(form.name)].add(at)
    kept: list[Group] = [list(group) for group in groups]
    went = list(range(len(kept)))
    for decision in rulings:
        for low, high in _meant(decision, groups, homes):
            low, high = sorted((_home(went, low), _home(went, high)))
            if low != high and not _are_apart(kept[low], kept[high], ruling):
                kept[low] += kept[high]
                kept[high], went[high] = [], low
    return [group for group in kept if group]


def _meant(decision: Decision, groups: Sequence[Group], homes: dict[str, set[int]]) -> list[tuple[int, int]]:
    """Return the pairs of groups that a decision joins."""
    first = sorted(at for at in homes.get(folded(decision.name), ()) if any(map(decision.names, groups[at])))
    other = sorted(at for at in homes.get(folded(decision.other), ()) if any(map(decision.names_other, groups[at])))
    if first == other:
        return list(pairwise(first))
    return [(first[0], other[0])] if len(first) == 1 and len(other) == 1 else []


def _home(went: Sequence[int], at: int) -> int:
    while went[at] != at:
        at = went[at]
    return at


def _are_apart(left: Group, right: Group, ruling: Decisions) -> bool:
    here, there = (
        [form for form in group if any(decision.verdict == "different" for decision in ruling.of(form))]
        for group in (left, right)
    )
    return any(ruling.judged(form, other) is False for form in here for other in there)
