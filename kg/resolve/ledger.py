"""The ledger that keeps the ids of entities: names where they stand, and the id that they were given.

`iris.csv` has one row an id: `id;kind;label;anchors;replaced_by`, anchors being `source#folded name`, joined by ` | `.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

_COLUMNS = ("id", "kind", "label", "anchors", "replaced_by")


@dataclass(frozen=True, slots=True)
class Known:
    """An id that was given: what it names, by which anchors, and the id that replaced it, if one did."""

    id: str
    kind: str
    label: str
    anchors: tuple[str, ...]
    replaced_by: str = ""


@dataclass(frozen=True)
class Ledger:
    """All the ids that were given, by id."""

    known: Mapping[str, Known] = field(default_factory=dict)

    def by_anchor(self) -> dict[tuple[str, str], str]:
        """Return the id in force for each kind and anchor."""
        found: dict[tuple[str, str], str] = {}
        for entry in sorted(self.known.values(), key=lambda known: known.id):
            if not entry.replaced_by:
                for anchor in entry.anchors:
                    found.setdefault((entry.kind, anchor), entry.id)
        return found


def anchor(source: str, folded_name: str) -> str:
    """Return the anchor of a name in a document."""
    return f"{source}#{folded_name}"


def assign(
    groups: Sequence[tuple[str, str, Sequence[str]]], slugs: Sequence[str], ledger: Ledger
) -> tuple[list[str], Ledger]:
    """Give each group (kind, label, anchors) its id: the one that its anchors had, else its slug, numbered if taken.

    Returns the ids in the order of the groups and the ledger to keep; ids that went into another are told replaced.
    """
    held = ledger.by_anchor()
    used: set[str] = set()
    ids: list[str] = [""] * len(groups)
    merged: dict[str, str] = {}
    for at, (kind, _, anchors) in enumerate(groups):
        former = sorted({held[kind, a] for a in anchors if (kind, a) in held}, key=lambda i: (len(i), i))
        free = [identifier for identifier in former if identifier not in used]
        if free:
            ids[at] = free[0]
            used.add(free[0])
            merged.update({identifier: free[0] for identifier in free[1:]})
    taken = used | set(ledger.known)
    for at, (kind, _, _) in enumerate(groups):
        if not ids[at]:
            ids[at] = _free_id(f"{kind}/{slugs[at]}", taken)
            taken.add(ids[at])
    merged = {old: new for old, new in merged.items() if old not in ids}
    return ids, _updated(ledger, groups, ids, merged)


def _free_id(wanted: str, taken: set[str]) -> str:
    number = 2
    found = wanted
    while found in taken:
        found = f"{wanted}-{number}"
        number += 1
    return found


def _updated(
    ledger: Ledger, groups: Sequence[tuple[str, str, Sequence[str]]], ids: Sequence[str], merged: Mapping[str, str]
) -> Ledger:
    known = dict(ledger.known)
    for (kind, label, anchors), identifier in zip(groups, ids, strict=True):
        known[identifier] = Known(identifier, kind, label, tuple(sorted(set(anchors))))
    for old, new in merged.items():
        former = known[old]
        known[old] = Known(old, former.kind, former.label, former.anchors, new)
    return Ledger(dict(sorted(known.items())))


def read_ledger(text: str) -> Ledger:
    """Read the ledger from the text of `iris.csv`; an empty text is an empty ledger."""
    rows = csv.DictReader(io.StringIO(text), delimiter=";")
    found = (
        Known(
            row["id"],
            row["kind"],
            row["label"],
            tuple(a for a in row["anchors"].split(" | ") if a),
            row.get("replaced_by") or "",
        )
        for row in rows
    )
    return Ledger({known.id: known for known in found})


def write_ledger(ledger: Ledger) -> str:
    """Return the text of `iris.csv`, sorted by id."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(_COLUMNS)
    for known in sorted(ledger.known.values(), key=lambda entry: entry.id):
        writer.writerow((known.id, known.kind, known.label, " | ".join(known.anchors), known.replaced_by))
    return out.getvalue()


def replaced(ledger: Ledger) -> Iterable[tuple[str, str]]:
    """Yield the ids that went into another, with the one in force."""
    for known in ledger.known.values():
        if known.replaced_by:
            yield known.id, known.replaced_by
