"""What a human decided of names and quotations, read from `decisions.csv` and replayed.

Columns: `décision;type;nom;où;autre;autre_où;par;pourquoi`. `où` is a document or an organisation; empty: anywhere.
Of a place or an organisation, `autre` may be the IRI of an entry of a public gazetteer: it is that entry, or is not.
Of a quotation, `nom` is the quote, `où` its document, `autre` its speaker.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kg.resolve.contradictions import contradictions
from kg.resolve.forms import Form, folded

_KINDS = {
    "personne": "person",
    "organisation": "organisation",
    "lieu": "place",
    "événement": "event",
    "evenement": "event",
    "citation": "quotation",
}
_WORDS = {
    "même": "same",
    "meme": "same",
    "différent": "different",
    "different": "different",
    "pas-une-entité": "not-an-entity",
    "pas-une-entite": "not-an-entity",
    "renommer": "rename",
    "locuteur": "speaker",
    "pas-une-citation": "not-a-quotation",
}
COLUMNS = ("décision", "type", "nom", "où", "autre", "autre_où", "par", "pourquoi")
#: The words that the file takes, as told to the user.
EXPECTED = ("même", "différent", "pas-une-entité", "renommer", "locuteur", "pas-une-citation")
_PAIRS = frozenset(("same", "different"))
_OF_QUOTATIONS = frozenset(("speaker", "not-a-quotation"))
_ALONE = frozenset(("not-an-entity", "not-a-quotation"))


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

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], tuple[Decision, ...]]:
        """The decisions by kind and folded name, either of the two names, in the order of the file."""
        found: dict[tuple[str, str], dict[Decision, None]] = {}
        for decision in self.decisions:
            for name in filter(None, (decision.name, decision.other if decision.verdict in _PAIRS else "")):
                found.setdefault((decision.kind, folded(name)), {})[decision] = None
        return {key: tuple(decisions) for key, decisions in found.items()}

    def of(self, form: Form) -> tuple[Decision, ...]:
        """Return the decisions that speak of a form's name, wherever they say that it stands."""
        return self._by_name.get((form.kind, folded(form.name)), ()) if self.decisions else ()

    def pairs(self, verdict: str, kind: str) -> tuple[Decision, ...]:
        """Return the decisions `same` or `different` on a kind of entity."""
        return tuple(d for d in self.decisions if d.verdict == verdict and d.kind == kind)

    def parts(self, form: Form) -> bool:
        """Tell a form of which something was decided with another: it is compared by itself."""
        return any(decision.verdict in _PAIRS for decision in self.of(form))

    def judged(self, left: Form, right: Form) -> bool | None:
        """Return what was decided of two forms: same (True), different (False), nothing."""
        for decision in self.of(left):
            if decision.verdict in _PAIRS and (
                (decision.names(left) and decision.names_other(right))
                or (decision.names(right) and decision.names_other(left))
            ):
                return decision.verdict == "same"
        return None

    def is_no_entity(self, form: Form) -> bool:
        """Tell a form that was decided to name nothing."""
        return any(decision.verdict == "not-an-entity" and decision.names(form) for decision in self.of(form))

    def linked(self, verdict: str, forms: Sequence[Form]) -> tuple[str, ...]:
        """Return the entries of gazetteers that a group of forms was decided to be (`same`), or not (`different`)."""
        rulings = {d for form in forms for d in self.of(form) if d.verdict == verdict and is_iri(d.other)}
        return tuple(sorted({d.other for d in rulings if any(map(d.names, forms))}))

    def renamed(self, forms: Iterable[Form]) -> str | None:
        """Return the label that was decided for a group of forms, by the first such line of the file."""
        if not any(decision.verdict == "rename" for decision in self.decisions):
            return None
        found = {d for form in forms for d in self.of(form) if d.verdict == "rename" and d.names(form)}
        return next((decision.other for decision in self.decisions if decision in found), None)


def is_iri(name: str) -> bool:
    """Tell the address of an entry of a gazetteer from a name."""
    return bool(re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", name))


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
        if not any(cells.values()):
            continue
        decision = _decision(cells)
        if decision is None:
            warnings.append(
                f"decisions.csv, ligne {number} : « {cells.get('décision', '')} » sur « {cells.get('nom', '')} » "
                f"ne se lit pas. On attend {', '.join(EXPECTED)}, un type et les noms. Corrigez ou effacez cette ligne."
            )
        else:
            found.append(decision)
    dropped, told = contradictions(found)
    kept = [decision for decision in found if decision not in dropped]
    return Decisions(tuple(dict.fromkeys(kept)), (*warnings, *told))


def _decision(cells: Mapping[str, str]) -> Decision | None:
    """Return the decision of a row; nothing when a word is unknown or a name is missing."""
    verdict, kind = _WORDS.get(cells.get("décision", "").lower()), _KINDS.get(cells.get("type", "").lower())
    if verdict is None or kind is None or not cells.get("nom") or (kind == "quotation") != (verdict in _OF_QUOTATIONS):
        return None
    if verdict not in _ALONE and not cells.get("autre"):
        return None
    rest = (cells.get(column, "") for column in ("où", "autre", "autre_où", "par", "pourquoi"))
    return Decision(verdict, kind, cells["nom"], *rest)
