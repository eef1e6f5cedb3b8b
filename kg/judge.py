"""The review of pairs in doubt: what is asked, what each answer writes into `decisions.csv`."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus import Document
from kg.base import DECISIONS, Base
from kg.errors import UsageError
from kg.knowledge import Knowledge
from kg.resolve.decision_file import DecisionFile
from kg.resolve.decisions import read_decisions
from kg.resolve.doubts import Doubt, Side, doubtful
from kg.resolve.forms import folded

_KINDS = {"person": "personne", "organisation": "organisation", "place": "lieu", "event": "événement"}
_BEFORE, _AFTER = 120, 160


@dataclass(frozen=True, slots=True)
class Seen:
    """Where a side of a doubt is read: the words around it, and its place in characters."""

    document: str
    start: int
    end: int
    words: str


@dataclass
class Review:
    """The pairs in doubt of a base, the file where decisions go, and what is wrong in that file."""

    base: Base
    by: str = ""
    file: DecisionFile = field(init=False)
    knowledge: Knowledge = field(init=False)
    doubts: tuple[Doubt, ...] = field(init=False)
    warnings: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.file = DecisionFile(self.base.path / DECISIONS)
        decisions = read_decisions(self.file.text())
        self.knowledge = self.base.record.knowledge()
        self.doubts = doubtful(self.knowledge.extractions, self.knowledge.entities, decisions)
        self.warnings = decisions.warnings

    def passages(self, side: Side) -> Iterator[Seen]:
        """Yield where a side is read, its first mentions."""
        for mention in side.mentions:
            span = self.knowledge.mentions[mention].span
            document = self.knowledge.documents[span.document_id]
            yield Seen(document.source, span.start, span.end, _around(document, span.start, span.end))

    def held(self, side: Side) -> list[str]:
        """Return what the documents say that a side is: functions and organisations."""
        told = []
        for role in self.knowledge.roles.get(side.entity, ()):
            organisation = self.knowledge.entity_of(role.organisation)
            told.append(
                " — ".join(words for words in (role.function, organisation.label if organisation else "") if words)
            )
        return list(dict.fromkeys(words for words in told if words))

    def same(self, doubt: Doubt) -> None:
        """Decide that the two are one."""
        self._pair("même", doubt)

    def different(self, doubt: Doubt) -> None:
        """Decide that they are two.

        Raises `UsageError` when neither their names nor their places tell them apart.
        """
        if _end(doubt.first) == _end(doubt.second):
            raise UsageError(
                f"« {doubt.first.name} » et « {doubt.second.name} » ont le même nom au même endroit : une décision ne "
                "saurait dire lequel est lequel. Deux noms, ou deux endroits, étaient attendus. Ils restent à part."
            )
        self._pair("différent", doubt)

    def nothing(self, doubt: Doubt, side: Side) -> None:
        """Decide that a side is no person and no organisation."""
        self._write(
            {"décision": "pas-une-entité", "type": _KINDS[doubt.kind], "nom": side.name, "où": side.where}, doubt
        )

    def rename(self, doubt: Doubt, side: Side, name: str) -> None:
        """Decide how a side is called."""
        row = {"décision": "renommer", "type": _KINDS[doubt.kind], "nom": side.name, "où": side.where, "autre": name}
        self._write(row, doubt)

    def undo(self) -> bool:
        """Take back the last decision of this review; tell whether its line was still there."""
        return self.file.undo()

    def _pair(self, verdict: str, doubt: Doubt) -> None:
        first, second = doubt.first, doubt.second
        row = {"décision": verdict, "type": _KINDS[doubt.kind], "nom": first.name, "où": first.where}
        self._write(row | {"autre": second.name, "autre_où": second.where}, doubt)

    def _write(self, row: dict[str, str], doubt: Doubt) -> None:
        self.file.add(row | {"par": self.by, "pourquoi": f"jugé : {doubt.reasons[0].split(' : ')[0]}"})

    def new_warnings(self) -> list[str]:
        """Return what is wrong in the file now and was not before: a decision that contradicts the others."""
        return [told for told in read_decisions(self.file.text()).warnings if told not in self.warnings]


def _end(side: Side) -> tuple[str, str]:
    return folded(side.name), folded(side.where)


def _around(document: Document, start: int, end: int) -> str:
    before = document.text[max(0, start - _BEFORE) : start]
    after = document.text[end : end + _AFTER]
    left = " ".join(before.split(" ")[1:]) if start > _BEFORE else before
    right = " ".join(after.split(" ")[:-1]) if end + _AFTER < len(document.text) else after
    return " ".join(f"{left}{document.text[start:end]}{right}".split())
