"""Which relations of a base become edges of the network: one small function for each, listed in `LINKS`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.knowledge import Knowledge
from kg.lookup import chain_of_quotation, date_of_role, event_at, where
from kg.lookup import when as dates_of_event
from kg.network.predicates import words_of
from kg.types import Entity, Event, MentionId, Part

#: What a participation is called, person → event: without a gender, for the network does not agree in gender.
PARTS: dict[Part, str] = {
    "speaker": "intervient à",
    "moderator": "anime",
    "organiser": "organise",
    "participant": "participe à",
    "present": "assiste à",
    "excused": "excuse pour",
    "absent": "absence à",
    "secretary": "secrétariat de",
}

SAYS_ABOUT = "parle de"
SPEAKS_AT = "s’exprime à"
HOLDS = "fonction dans"


@dataclass(frozen=True, slots=True)
class Link:
    """One reason for an edge. `fact` tells two reasons apart: facts are counted once for the weight of an edge."""

    source: str
    target: str
    kind: str
    fact: str
    document_id: str
    words: str = ""
    start: str | None = None
    end: str | None = None


def said_about(knowledge: Knowledge) -> Iterator[Link]:
    """Yield speaker → concept, a quotation each."""
    for quotation in knowledge.quotations():
        speaker = knowledge.entity_of(quotation.speaker)
        if speaker is None:
            continue
        start, end = _quotation_dates(knowledge, chain_of_quotation(knowledge, quotation))
        for concept in sorted(set(quotation.concepts)):
            document_id = quotation.span.document_id
            yield Link(speaker.id, concept, SAYS_ABOUT, quotation.id, document_id, start=start, end=end)


def said_at(knowledge: Knowledge) -> Iterator[Link]:
    """Yield speaker → session or event where something was said, a quotation each."""
    for quotation in knowledge.quotations():
        speaker = knowledge.entity_of(quotation.speaker)
        chain = chain_of_quotation(knowledge, quotation)
        event = knowledge.entity_of(chain[0].mention) if chain else None
        if speaker and event:
            start, end = _quotation_dates(knowledge, chain)
            document_id = quotation.span.document_id
            yield Link(speaker.id, event.id, SPEAKS_AT, quotation.id, document_id, start=start, end=end)


def participations(knowledge: Knowledge) -> Iterator[Link]:
    """Yield person or organisation → event, by what they are there."""
    for extraction in knowledge.extractions:
        for part in extraction.participations:
            agent, event = knowledge.entity_of(part.agent), _event_entity(knowledge, part.event)
            if agent and event:
                start, end = _dates(knowledge, event_at(knowledge, part.event))
                document_id = part.provenance.span.document_id
                yield Link(agent.id, event.id, PARTS[part.part], document_id, document_id, start=start, end=end)


def roles(knowledge: Knowledge) -> Iterator[Link]:
    """Yield person → organisation, with the function; its end is not known."""
    for extraction in knowledge.extractions:
        for role in extraction.roles:
            person, organisation = knowledge.entity_of(role.person), knowledge.entity_of(role.organisation)
            if person and organisation:
                document_id = role.provenance.span.document_id
                since = date_of_role(knowledge, role)
                yield Link(person.id, organisation.id, HOLDS, document_id, document_id, role.function, since)


def parts_of_events(knowledge: Knowledge) -> Iterator[Link]:
    """Yield session → event."""
    for event in knowledge.events.values():
        whole = event_at(knowledge, event.parent)
        source, target = knowledge.entity_of(event.mention), _event_entity(knowledge, whole.mention if whole else None)
        if source and target:
            start, end = _dates(knowledge, event)
            document_id = event.provenance.span.document_id
            yield Link(source.id, target.id, "fait partie de", document_id, document_id, start=start, end=end)


def places_of_events(knowledge: Knowledge) -> Iterator[Link]:
    """Yield event → place; a session only where it has a place of its own."""
    for event in knowledge.events.values():
        source = knowledge.entity_of(event.mention)
        place = where(knowledge, event)[0] if event.place_mention else None
        if source and place:
            start, end = _dates(knowledge, event)
            document_id = event.provenance.span.document_id
            yield Link(source.id, place.id, "se tient à", document_id, document_id, start=start, end=end)


def statements(knowledge: Knowledge) -> Iterator[Link]:
    """Yield the statements of which both ends are entities, under the French label of their predicate."""
    for extraction in knowledge.extractions:
        for statement in extraction.statements:
            source, target = _entity(knowledge, statement.subject), _entity(knowledge, statement.object)
            if source and target:
                document_id = statement.provenance.span.document_id
                kind = words_of(statement.predicate)
                yield Link(source.id, target.id, kind, document_id, document_id)


def quotations(knowledge: Knowledge) -> Iterator[Link]:
    """Yield speaker → quotation → concepts and session, for a network that shows the quotations themselves."""
    for quotation in knowledge.quotations():
        speaker = knowledge.entity_of(quotation.speaker)
        chain = chain_of_quotation(knowledge, quotation)
        event = knowledge.entity_of(chain[0].mention) if chain else None
        ends = [(speaker.id, quotation.id, "a dit")] if speaker else []
        ends += [(quotation.id, concept, "porte sur") for concept in sorted(set(quotation.concepts))]
        ends += [(quotation.id, event.id, "prononcé à")] if event else []
        start, end = _quotation_dates(knowledge, chain)
        for source, target, kind in ends:
            yield Link(source, target, kind, quotation.id, quotation.span.document_id, start=start, end=end)


def mentions(knowledge: Knowledge) -> Iterator[Link]:
    """Yield entity → document that names it, for a network that shows the documents; each mention counts."""
    for entity in knowledge.entities:
        for mention_id in entity.mentions:
            if mention_id in knowledge.mentions:
                document_id = knowledge.mentions[mention_id].span.document_id
                yield Link(entity.id, document_node(document_id), "figure dans", mention_id, document_id)


#: The relations that every network shows.
LINKS: tuple[Callable[[Knowledge], Iterator[Link]], ...] = (
    said_about,
    said_at,
    participations,
    roles,
    parts_of_events,
    places_of_events,
    statements,
)


def document_node(document_id: str) -> str:
    """Return the id of the node that stands for a document."""
    return f"document:{document_id}"


def _dates(knowledge: Knowledge, event: Event | None) -> tuple[str | None, str | None]:
    """Return start and end of an event; one without an end ends when it starts, as precise as that is."""
    start, end = dates_of_event(knowledge, event) if event else (None, None)
    return start, end or start


def _quotation_dates(knowledge: Knowledge, chain: tuple[Event, ...]) -> tuple[str | None, str | None]:
    return _dates(knowledge, chain[0]) if chain else (None, None)


def _event_entity(knowledge: Knowledge, mention: MentionId | None) -> Entity | None:
    return knowledge.entity_of(mention)


def _entity(knowledge: Knowledge, end: str) -> Entity | None:
    return knowledge.entity_of(end) or knowledge.by_id.get(end)
