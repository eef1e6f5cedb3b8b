"""What a human decided of names: same, different, no entity, rename; read from `decisions.csv` and replayed.

Columns: `décision;type;nom;où;autre;autre_où;par;pourquoi`. `où` is a document or an organisation; empty: anywhere.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.resolve.forms import Form, folded

_KINDS = {
    "personne": "person",
    "organisation": "organisation",
    "lieu": "place",
    "événement": "event",
    "evenement": "event",
}
_WORDS = {
    "même": "same",
    "meme": "same",
    "différent": "different",
    "different": "different",
    "pas-une-entité": "not-an-entity",
    "pas-une-entite": "not-an-entity",
    "renommer": "rename",
}


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """One decision: what it says of a name, where it stands, and of another."""

    verdict: str
    kind: str
    name: str
    where: str = ""
    other: str = ""
    other_where: str = ""
    by: str = ""
    why: str = ""

    def names(self, form: Form) -> bool:
        """Tell whether a form is the first name of this decision."""
        return form.kind == self.kind and _stands(form, self.name, self.where)

    def names_other(self, form: Form) -> bool:
        """Tell whether a form is the second name of this decision."""
        return form.kind == self.kind and _stands(form, self.other, self.other_where)


@dataclass(frozen=True)
class Decisions:
    """The decisions to replay, and what is wrong with the others."""

    decisions: tuple[Decision, ...] = ()
    warnings: tuple[str, ...] = field(default=())

    def judged(self, left: Form, right: Form) -> bool | None:
        """Return what was decided of two forms: same (True), different (False), nothing."""
        for decision in self.decisions:
            if decision.verdict in ("same", "different") and (
                (decision.names(left) and decision.names_other(right))
                or (decision.names(right) and decision.names_other(left))
            ):
                return decision.verdict == "same"
        return None

    def is_no_entity(self, form: Form) -> bool:
        """Tell a form that was decided to name nothing."""
        return any(decision.verdict == "not-an-entity" and decision.names(form) for decision in self.decisions)

    def renamed(self, forms: Iterable[Form]) -> str | None:
        """Return the label that was decided for a group of forms."""
        known = list(forms)
        return next(
            (d.other for d in self.decisions if d.verdict == "rename" and any(d.names(form) for form in known)), None
        )


def _stands(form: Form, name: str, where: str) -> bool:
    if folded(form.name) != folded(name):
        return False
    place = folded(where)
    return (
        not place
        or place in folded(form.document)
        or any(place in folded(body) or folded(body) in place for body in form.bodies)
    )


def read_decisions(text: str) -> Decisions:
    """Read `decisions.csv`; a row that cannot be used, or that contradicts another, is told by name and left out."""
    found: list[Decision] = []
    warnings: list[str] = []
    for number, row in enumerate(csv.DictReader(io.StringIO(text.lstrip("\ufeff")), delimiter=";"), start=2):
        cells = {(key or "").strip(): (value or "").strip() for key, value in row.items() if isinstance(value, str)}
        verdict, kind = _WORDS.get(cells.get("décision", "").lower()), _KINDS.get(cells.get("type", "").lower())
        needs_other = verdict != "not-an-entity"
        if verdict is None or kind is None or not cells.get("nom") or (needs_other and not cells.get("autre")):
            warnings.append(
                f"decisions.csv, ligne {number} : « {cells.get('décision', '')} » sur « {cells.get('nom', '')} » "
                "ne se lit pas. On attend même, différent, pas-une-entité ou renommer, un type et les noms. "
                "Corrigez ou effacez cette ligne."
            )
            continue
        rest = (cells.get(column, "") for column in ("où", "autre", "autre_où", "par", "pourquoi"))
        found.append(Decision(verdict, kind, cells["nom"], *rest))
    kept = [decision for decision in found if not _contradicted(decision, found)]
    warnings += sorted({_contradiction(decision) for decision in found if decision not in kept})
    return Decisions(tuple(dict.fromkeys(kept)), tuple(warnings))


def _pair(decision: Decision) -> tuple[str, frozenset[tuple[str, str]]]:
    ends = ((folded(decision.name), folded(decision.where)), (folded(decision.other), folded(decision.other_where)))
    return decision.kind, frozenset(ends)


def _contradicted(decision: Decision, every: Iterable[Decision]) -> bool:
    opposite = {"same": "different", "different": "same"}.get(decision.verdict)
    return any(other.verdict == opposite and _pair(other) == _pair(decision) for other in every)


def _contradiction(decision: Decision) -> str:
    names = " et ".join(f"« {name} »" for name in sorted((decision.name, decision.other)))
    return (
        f"decisions.csv dit de {names} à la fois « même » et « différent » : aucune des deux n'est suivie. "
        "On attend une seule décision par paire. Effacez l'une des deux lignes."
    )
