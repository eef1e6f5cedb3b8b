"""What a person is, by date: the same function told in several places is one line with all its sources."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kg.knowledge import Knowledge
from kg.lines import Line, in_time, joined
from kg.lookup import date_of_role
from kg.resolve.forms import folded
from kg.types import Entity, Role


@dataclass(slots=True)
class _Held:
    """A function as it is told at one date, and the organisation where it is known."""

    function: str
    organisation: Entity | None
    line: Line

    def words(self) -> str:
        """Return the fullest words, with the organisation where they do not name it."""
        body = self.organisation.label if self.organisation else ""
        names = [folded(name) for name in (body, *(self.organisation.aliases if self.organisation else ()))]
        told = any(name and name in folded(self.function) for name in names)
        return " — ".join(part for part in (self.function, "" if told else body) if part)


def role_lines(knowledge: Knowledge, entity: Entity) -> list[Line]:
    """Return what an entity is, in the order of time."""
    by_day: dict[str, list[_Held]] = defaultdict(list)
    for held in _told(knowledge, entity):
        day = by_day[held.line.date.split("T")[0]]
        known = next((other for other in day if _same(other, held)), None)
        if known is None:
            day.append(held)
            continue
        known.line = joined(known.line, held.line)
        known.function = max(known.function, held.function, key=len)
        known.organisation = known.organisation or held.organisation
    lines = (_with_words(held) for day in by_day.values() for held in day)
    return in_time(lines)


def _told(knowledge: Knowledge, entity: Entity) -> Iterator[_Held]:
    for role in knowledge.roles.get(entity.id, ()):
        organisation = knowledge.entity_of(role.organisation)
        yield _Held(role.function, organisation, _line(knowledge, role, role.function or "·"))


def _line(knowledge: Knowledge, role: Role, words: str) -> Line:
    span = role.provenance.span
    source = knowledge.documents[span.document_id].source
    return Line("Fonctions", words, date_of_role(knowledge, role) or "", source, span.start, span.end)


def _with_words(held: _Held) -> Line:
    line = held.line
    return Line(line.section, held.words(), line.date, line.source, line.start, line.end, line.at, line.also)


def _same(known: _Held, held: _Held) -> bool:
    """Tell one function told twice: the same organisation, and words that hold each other or are missing."""
    one, other = sorted((folded(known.function), folded(held.function)), key=len)
    if known.organisation and held.organisation:
        return known.organisation == held.organisation and (one in other)
    return bool(one) and (one == other or other.startswith(f"{one} "))
