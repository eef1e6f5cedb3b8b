"""Decisions that cannot all hold: told by name, and none of those that disagree is followed."""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.resolve.forms import folded

if TYPE_CHECKING:
    from kg.resolve.decisions import Decision

#: A name where it stands: kind, folded name, folded place.
End = tuple[str, str, str]


def contradictions(decisions: Sequence["Decision"]) -> tuple[set["Decision"], list[str]]:
    """Return the decisions that are not to be followed and, for each disagreement, what is wrong (French, sorted)."""
    dropped: set[Decision] = set()
    told: set[str] = set()
    for group, message in (*_apart_and_together(decisions), *_nothing_and_something(decisions), *_renamed(decisions)):
        dropped.update(group)
        told.add(message)
    return dropped, sorted(told)


def _apart_and_together(decisions: Sequence["Decision"]) -> Iterator[tuple[list["Decision"], str]]:
    """Find each « different » whose two names a chain of « same » joins."""
    links: dict[End, list[tuple[End, Decision]]] = defaultdict(list)
    for decision in decisions:
        if decision.verdict == "same":
            first, second = _ends(decision)
            links[first].append((second, decision))
            links[second].append((first, decision))
    for decision in decisions:
        if decision.verdict == "different":
            chain = _chain(*_ends(decision), links)
            if chain:
                yield [decision, *chain], _told_apart(decision, chain)


def _chain(start: End, goal: End, links: dict[End, list[tuple[End, "Decision"]]]) -> list["Decision"]:
    """Return the shortest chain of « same » from one name to another, empty when there is none."""
    paths: dict[End, list[Decision]] = {start: []}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for there, decision in links.get(here, ()):
            if there == goal:
                return [*paths[here], decision]
            if there not in paths:
                paths[there] = [*paths[here], decision]
                waiting.append(there)
    return []


def _told_apart(decision: "Decision", chain: Sequence["Decision"]) -> str:
    names = " et ".join(f"« {name} »" for name in sorted((decision.name, decision.other)))
    through = sorted({name for link in chain for name in (link.name, link.other)} - {decision.name, decision.other})
    by = f" (par {', '.join(f'« {name} »' for name in through)})" if through else ""
    which = "aucune des deux n'est suivie" if len(chain) == 1 else "aucune de ces lignes n'est suivie"
    return (
        f"decisions.csv dit de {names} à la fois « même »{by} et « différent » : {which}. "
        "On attend des décisions qui s'accordent. Effacez la ligne qui a tort."
    )


def _nothing_and_something(decisions: Sequence["Decision"]) -> Iterator[tuple[list["Decision"], str]]:
    """Find names said to name nothing and also to be the same as, or called like, another."""
    nothing = {_ends(d)[0]: d for d in decisions if d.verdict == "not-an-entity"}
    for decision in decisions:
        if decision.verdict not in ("same", "rename"):
            continue
        ends = _ends(decision) if decision.verdict == "same" else _ends(decision)[:1]
        for end in ends:
            if end in nothing:
                yield (
                    [decision, nothing[end]],
                    f"decisions.csv dit de « {nothing[end].name} » à la fois « pas-une-entité » et "
                    f"« {'même' if decision.verdict == 'same' else 'renommer'} » : aucune des deux n'est suivie. "
                    "On attend une seule décision. Effacez l'une des deux lignes.",
                )


def _renamed(decisions: Sequence["Decision"]) -> Iterator[tuple[list["Decision"], str]]:
    """Find names that are given two labels, quotations that are given two speakers or said to be none."""
    for verdicts, what in ((("rename",), "le nom"), (("speaker", "not-a-quotation"), "le locuteur")):
        groups: dict[End, list[Decision]] = defaultdict(list)
        for decision in decisions:
            if decision.verdict in verdicts:
                groups[_ends(decision)[0]].append(decision)
        for group in groups.values():
            wanted = sorted({decision.other or "pas-une-citation" for decision in group})
            if len(wanted) > 1:
                yield (
                    group,
                    f"decisions.csv donne à « {group[0].name} » plus d'une fois {what} "
                    f"({', '.join(f'« {name} »' for name in wanted)}) : aucune de ces lignes n'est suivie. "
                    "On en attend une seule. Effacez les autres.",
                )


def _ends(decision: "Decision") -> tuple[End, End]:
    first = (decision.kind, folded(decision.name), folded(decision.where))
    return first, (decision.kind, folded(decision.other), folded(decision.other_where))
