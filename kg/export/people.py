"""The rows of the people and of the organisations."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.export.cells import joined
from kg.knowledge import Knowledge
from kg.lookup import concept_label, dates_of, documents_of
from kg.types import Entity, Role

PERSON_HEADERS = (
    "Identifiant", "Nom", "Autres formes", "Fonctions", "Organisations", "Événements", "Citations", "Concepts",
    "Mentions", "Documents", "Première date", "Dernière date",
)  # fmt: skip
ORGANISATION_HEADERS = (
    "Identifiant", "Nom", "Autres formes", "Personnes", "Événements", "Citations", "Concepts", "Mentions", "Documents",
    "Première date", "Dernière date",
)  # fmt: skip


@dataclass
class _Seen:
    """What is counted of an agent over the whole base."""

    events: list[str] = field(default_factory=list)
    quotations: int = 0
    concepts: set[str] = field(default_factory=set)


def person_rows(knowledge: Knowledge, concept_labels: Mapping[str, str]) -> Iterator[Sequence[str]]:
    """Yield a row a person, by name, then by id: homonyms stand next to each other."""
    seen = _seen(knowledge, concept_labels)
    for person in _by_label(knowledge, "person"):
        roles = knowledge.roles.get(person.id, ())
        organisations = (knowledge.entity_of(role.organisation) for role in roles)
        yield (
            *_names(person),
            joined(role.function for role in roles),
            joined(organisation.label for organisation in organisations if organisation),
            *_activity(seen[person.id]),
            *_places(knowledge, person),
        )


def organisation_rows(knowledge: Knowledge, concept_labels: Mapping[str, str]) -> Iterator[Sequence[str]]:
    """Yield a row an organisation, by name, then by id, with its people and their functions."""
    seen = _seen(knowledge, concept_labels)
    members: dict[str, list[str]] = defaultdict(list)
    for person_id, roles in knowledge.roles.items():
        for role in roles:
            organisation = knowledge.entity_of(role.organisation)
            if organisation:
                members[organisation.id].append(_with_function(knowledge.by_id[person_id], role))
    for organisation in _by_label(knowledge, "organisation"):
        yield (
            *_names(organisation),
            joined(sorted(members[organisation.id])),
            *_activity(seen[organisation.id]),
            *_places(knowledge, organisation),
        )


def _by_label(knowledge: Knowledge, kind: str) -> list[Entity]:
    return sorted((e for e in knowledge.entities if e.kind == kind), key=lambda e: (e.label.casefold(), e.id))


def _with_function(person: Entity, role: Role) -> str:
    return f"{person.label} ({role.function})" if role.function else person.label


def _names(entity: Entity) -> tuple[str, str, str]:
    return entity.id, entity.label, joined(sorted(set(entity.aliases) - {entity.label}))


def _activity(seen: _Seen) -> tuple[str, str, str]:
    return joined(seen.events), str(seen.quotations), joined(sorted(seen.concepts))


def _places(knowledge: Knowledge, entity: Entity) -> tuple[str, str, str, str]:
    dates = dates_of(knowledge, entity)
    sources = (document.source for document in documents_of(knowledge, entity))
    return str(len(entity.mentions)), joined(sources), dates[0] if dates else "", dates[-1] if dates else ""


def _seen(knowledge: Knowledge, concept_labels: Mapping[str, str]) -> dict[str, _Seen]:
    seen: dict[str, _Seen] = defaultdict(_Seen)
    for participation in (p for extraction in knowledge.extractions for p in extraction.participations):
        agent, event = knowledge.entity_of(participation.agent), knowledge.entity_of(participation.event)
        if agent and event:
            seen[agent.id].events.append(event.label)
    for quotation in knowledge.quotations():
        speaker = knowledge.entity_of(quotation.speaker)
        if speaker:
            seen[speaker.id].quotations += 1
            labels = (concept_label(knowledge, concept, concept_labels) for concept in quotation.concepts)
            seen[speaker.id].concepts.update(labels)
    return seen
