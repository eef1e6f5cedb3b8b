"""Who is what, where and when: small questions that the answers, the tables and the network all ask.

Pure functions over a `Knowledge`. Nothing is guessed: what no document states is `None` or empty.
"""

from collections.abc import Iterator, Mapping

from corpus import Document
from kg.knowledge import Knowledge, Lazily
from kg.types import Entity, Event, MentionId, Quotation, Role

#: How many characters open a report.
OPENING = 300


def opening_of(document: Document) -> str:
    """Return the title of a report and its first words, by which it tells what it is about."""
    return f"{document.title} {document.text[:OPENING]}"


def documents_of(knowledge: Knowledge, entity: Entity) -> tuple[Document, ...]:
    """Return the documents that name an entity, in the order of their ids."""
    ids = {knowledge.mentions[mention].span.document_id for mention in entity.mentions if mention in knowledge.mentions}
    return tuple(knowledge.documents[document_id] for document_id in sorted(ids))


def event_at(knowledge: Knowledge, mention: MentionId | None) -> Event | None:
    """Return the event that a mention names; another telling of it when this mention tells nothing itself.

    A telling by the same document is preferred, then the first one.
    """
    if mention is None:
        return None
    if mention in knowledge.events:
        return knowledge.events[mention]
    entity = knowledge.entity_of(mention)
    tellings = knowledge.tellings.get(entity.id, ()) if entity else ()
    named = knowledge.mentions.get(mention)
    document_id = named.span.document_id if named else None
    near = [event for event in tellings if event.provenance.span.document_id == document_id]
    return next(iter((*near, *tellings)), None)


def event_chain(knowledge: Knowledge, mention: MentionId | None) -> tuple[Event, ...]:
    """Return the session that a mention names and what it is part of, innermost first; a loop of parents is cut."""
    chain: list[Event] = []
    event = event_at(knowledge, mention)
    while event and event not in chain:
        chain.append(event)
        event = event_at(knowledge, event.parent)
    return tuple(chain)


def main_event(knowledge: Knowledge, document_id: str) -> Event | None:
    """Return the event that a document reports; nothing when it tells several and none alone has sessions."""
    extraction = knowledge.extraction_of.get(document_id)
    told = extraction.events if extraction else ()
    parents = {event.parent for event in told}
    tops = [event for event in told if event.kind == "event" and event.parent is None]
    own = [event for event in tops if event.provenance.rule.startswith("document-event/")]
    for candidates in (own, tops, [event for event in tops if event.mention in parents]):
        if len({_identities(knowledge, event.mention) for event in candidates}) == 1:
            return candidates[0]
    return None


def chain_of_quotation(knowledge: Knowledge, quotation: Quotation) -> tuple[Event, ...]:
    """Return the session and event where something was said, innermost first: as stated, else the document's own."""
    if quotation.session:
        return event_chain(knowledge, quotation.session)
    event = main_event(knowledge, quotation.span.document_id)
    return event_chain(knowledge, event.mention) if event else ()


def when(knowledge: Knowledge, event: Event) -> tuple[str | None, str | None]:
    """Return start and end of an event (ISO 8601, as precise as known), from its parent where it has none."""
    for step in event_chain(knowledge, event.mention):
        for telling in _tellings(knowledge, step):
            if telling.start:
                return telling.start, telling.end
    return None, None


def where(knowledge: Knowledge, event: Event) -> tuple[Entity | None, str | None]:
    """Return the place of an event, as an entity where it is one and as words, from its parent where it has none."""
    for step in event_chain(knowledge, event.mention):
        for telling in _tellings(knowledge, step):
            entity = knowledge.entity_of(telling.place_mention)
            if entity or telling.place:
                return entity, telling.place or (entity.label if entity else None)
    return None, None


def date_of_document(knowledge: Knowledge, document_id: str) -> str | None:
    """Return when a document's event took place, else the document's own date."""
    event = main_event(knowledge, document_id)
    start = when(knowledge, event)[0] if event else None
    document = knowledge.documents.get(document_id)
    return start or (document.date if document else None)


def dates_of(knowledge: Knowledge, entity: Entity) -> tuple[str, ...]:
    """Return the dates at which an entity is met, sorted: an event's own, for others those of their documents."""
    if entity.kind == "event":
        spans = [when(knowledge, event) for event in knowledge.tellings.get(entity.id, ())]
        return tuple(sorted({date for span in spans for date in span if date}))
    dates = (date_of_document(knowledge, document.id) for document in documents_of(knowledge, entity))
    return tuple(sorted({date for date in dates if date}))


def roles_at(knowledge: Knowledge, person: Entity, event: Event | None) -> tuple[Role, ...]:
    """Return what a person is known to be at an event, the surest first.

    First the roles stated at that event, then at the event it is part of or another session of it, then in a document
    that tells it, then elsewhere at the nearest date before. Roles known only from later are left out, for nobody says
    that they were held already. Without an event: all roles, the latest first. A role with its organisation comes
    before a role without, else the order is that of the documents.
    """
    held = sorted(knowledge.roles.get(person.id, ()), key=_has_no_organisation)
    if event is None:
        return tuple(sorted(held, key=lambda role: date_of_role(knowledge, role) or "", reverse=True))
    stated: list[list[Role]] = [[], [], []]
    earlier: list[tuple[str, Role]] = []
    date = when(knowledge, event)[0]
    for role in held:
        rank = _nearness(knowledge, role, event)
        seen = date_of_role(knowledge, role)
        if rank is not None:
            stated[rank].append(role)
        elif date and seen and _not_after(seen, date):
            earlier.append((seen, role))
    earlier.sort(key=lambda pair: pair[0], reverse=True)
    return (*stated[0], *stated[1], *stated[2], *(role for _, role in earlier))


def role_at(knowledge: Knowledge, person: Entity, event: Event | None) -> Role | None:
    """Return the first of `roles_at`, or nothing."""
    return next(iter(roles_at(knowledge, person, event)), None)


def date_of_role(knowledge: Knowledge, role: Role) -> str | None:
    """Return when a role is known to be held: the date of its event, else that of its document."""
    start: str | None = knowledge.once(_starts).get(role.event) if role.event else None
    return start or knowledge.once(_dates).get(role.provenance.span.document_id)


def _starts(knowledge: Knowledge) -> Lazily[str]:
    """Return when the event of each mention began: hundreds of roles are told of one."""

    def start(mention: MentionId) -> str | None:
        event = event_at(knowledge, mention)
        return when(knowledge, event)[0] if event else None

    return Lazily(start, lambda: knowledge.mentions)


def _dates(knowledge: Knowledge) -> Lazily[str]:
    """Return the date of each document (see `date_of_document`)."""
    return Lazily(lambda document_id: date_of_document(knowledge, document_id), lambda: knowledge.documents)


def concept_label(knowledge: Knowledge, concept_id: str, labels: Mapping[str, str]) -> str:
    """Return what a concept is called: by its entity, the thesaurus (`labels`, by id), or the words of its id."""
    entity = knowledge.by_id.get(concept_id)
    return entity.label if entity else labels.get(concept_id) or concept_id.removeprefix("concept:").replace("-", " ")


def _tellings(knowledge: Knowledge, event: Event) -> Iterator[Event]:
    """Yield an event as it is told here, then each of its tellings, which are read only where it says nothing."""
    yield event
    entity = knowledge.entity_of(event.mention)
    yield from knowledge.tellings.get(entity.id, ()) if entity else ()


def _other_tellings(knowledge: Knowledge, event: Event) -> tuple[Event, ...]:
    entity = knowledge.entity_of(event.mention)
    return tuple(told for told in knowledge.tellings.get(entity.id, ()) if told != event) if entity else ()


def _has_no_organisation(role: Role) -> bool:
    return role.organisation is None


def _nearness(knowledge: Knowledge, role: Role, event: Event) -> int | None:
    """Return 0 for a role stated at the event, 1 at a part or a whole of it, 2 by a document that tells it."""
    here, there = _identities(knowledge, event.mention), _identities(knowledge, role.event)
    if there:
        if here[0] == there[0]:
            return 0
        return 1 if here[-1] == there[-1] else None
    documents = {told.provenance.span.document_id for told in (event, *_other_tellings(knowledge, event))}
    return 2 if role.provenance.span.document_id in documents else None


def _identities(knowledge: Knowledge, mention: MentionId | None) -> tuple[str, ...]:
    """Return what the steps of an event chain are, the same for every telling of one event."""
    entities = [(step.mention, knowledge.entity_of(step.mention)) for step in event_chain(knowledge, mention)]
    return tuple(entity.id if entity else own for own, entity in entities)


def _not_after(date: str, other: str) -> bool:
    """Compare two ISO dates at the precision that both have: 2024-05 is not after 2024-05-02."""
    shared = min(len(date), len(other))
    return date[:shared] <= other[:shared]
