"""All that a base knows of one person, organisation, place, event or document, with its sources."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus import Document
from kg.ask.language import french
from kg.ask.question.names import find_names
from kg.base import Base
from kg.errors import UsageError
from kg.held import role_lines
from kg.knowledge import Knowledge
from kg.lines import Line, in_time
from kg.lookup import chain_of_quotation, event_at, event_chain, when, where
from kg.resolve.forms import folded
from kg.show_concepts import concept_lines, concept_named, document_concepts
from kg.types import Entity, Event, MentionId, Part


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of something: its label, its kind, its other names and the facts, sections together."""

    id: str
    label: str
    kind: str
    aliases: tuple[str, ...]
    lines: tuple[Line, ...]


def document_text(base: Base, name: str) -> str:
    """Return the text of a document as the base keeps it.

    Raises `UsageError` when no document has that id or file name.
    """
    return _document(base.record.knowledge(), name, required=True).text  # type: ignore[union-attr]


def card(base: Base, name: str) -> Card:
    """Return all that a base knows of what bears a name, an id or a document's file name; concepts by their labels.

    Raises `UsageError` when nothing does, or several things do: they are then listed.
    """
    knowledge = base.record.knowledge()
    document = _document(knowledge, name)
    if document is not None:
        read = _document_card(knowledge, document)
        return replace(read, lines=(*read.lines, *document_concepts(base, knowledge, document.id)))
    concept = concept_named(base, name)
    if concept is not None and not any(name in (entity.id, entity.label) for entity in knowledge.entities):
        told = tuple(concept_lines(knowledge, concept))
        return Card(concept.id, concept.pref_label, "concept", concept.alt_labels, told)
    entity = _entity(knowledge, name)
    events = list(_events(knowledge, entity))
    lines = [
        *role_lines(knowledge, entity),
        *in_time(line for line in events if line.section == "Événement"),
        *in_time(line for line in events if line.section == "Sessions"),
        *in_time(_taking_part(knowledge, entity)),
        *in_time(_said(knowledge, entity)),
    ]
    return Card(entity.id, entity.label, entity.kind, entity.aliases, tuple(lines or _mentioned(knowledge, entity)))


def _document(knowledge: Knowledge, name: str, *, required: bool = False) -> Document | None:
    for document in knowledge.documents.values():
        if name in (document.id, document.source, document.file_name):
            return document
    if required:
        known = ", ".join(sorted(knowledge.documents))
        raise UsageError(
            f"Aucun document ne s'appelle « {name} ». Un de ceux-ci était attendu : {french.shortened(known, 400)}."
        )
    return None


def _entity(knowledge: Knowledge, name: str) -> Entity:
    for entity in knowledge.entities:
        if entity.id == name:
            return entity
    found = [named for named in find_names(name, knowledge.entities) if len(named.words) >= 0.6 * len(name)]
    whole = [named.entity for named in found if named.whole] or [named.entity for named in found]
    holding = [entity for entity in knowledge.entities if folded(name) and folded(name) in folded(entity.label)]
    chosen = list(dict.fromkeys(whole or holding))
    if not chosen:
        raise UsageError(
            f"Rien dans la base ne s'appelle « {name} ». Un nom de personne, d'organisme, de lieu, d'événement ou de "
            f'document était attendu. Cherchez-le : palabre search "{name}"'
        )
    order = {"person": 0, "organisation": 1, "event": 2, "place": 3, "concept": 4}
    chosen.sort(key=lambda entity: (order[entity.kind], entity.id))
    if len(chosen) > 1 and chosen[0].kind == chosen[1].kind:
        listed = ", ".join(f"{entity.label} ({entity.id})" for entity in chosen[:8])
        raise UsageError(
            f"Plusieurs s'appellent « {name} » : {listed}. Un seul était attendu : donnez l'identifiant entre "
            "parenthèses."
        )
    return chosen[0]


def _source(knowledge: Knowledge, document_id: str) -> str:
    return knowledge.documents[document_id].source


def _events(knowledge: Knowledge, entity: Entity) -> Iterator[Line]:
    for event in knowledge.tellings.get(entity.id, ()):
        span = event.provenance.span
        start, end = when(knowledge, event)
        place = where(knowledge, event)[1]
        told = ", ".join(part for part in (french.period(start, end), place or "", *event.contradictions) if part)
        yield Line(
            "Événement", told or event.label, start or "", _source(knowledge, span.document_id), span.start, span.end
        )
    for extraction in knowledge.extractions if entity.id in knowledge.tellings else ():
        yield from (_session(knowledge, s) for s in extraction.events if knowledge.entity_of(s.parent) == entity)


def _session(knowledge: Knowledge, session: Event) -> Line:
    span = session.provenance.span
    hours = french.period(session.start, session.end)
    words = f"{_name(knowledge, session)}{f' ({hours})' if hours else ''}"
    return Line("Sessions", words, session.start or "", _source(knowledge, span.document_id), span.start, span.end)


_PARTS = {
    "speaker": "intervient",
    "moderator": "anime",
    "organiser": "organise",
    "participant": "participe",
    "present": "est présent",
    "excused": "est excusé",
    "absent": "est absent",
    "secretary": "est secrétaire de séance",
}
_AGREEING = frozenset(("present", "excused", "absent"))


def _taking_part(knowledge: Knowledge, entity: Entity) -> Iterator[Line]:
    for extraction in knowledge.extractions:
        for participation in extraction.participations:
            agent, event = knowledge.entity_of(participation.agent), event_at(knowledge, participation.event)
            at = knowledge.entity_of(participation.event)
            if event is None or entity not in (agent, at) or agent is None:
                continue
            span = participation.provenance.span
            words = _event_names(knowledge, participation.event) if entity == agent else agent.label
            date = when(knowledge, event)[0] or ""
            told = f"{_part(participation.part, agent)} : {words}"
            yield Line("Participations", told, date, extraction.document.source, span.start, span.end)


def _part(part: Part, agent: Entity) -> str:
    told = _PARTS[part]
    return f"{told}e" if agent.gender == "f" and part in _AGREEING else told


def _event_names(knowledge: Knowledge, mention: MentionId) -> str:
    """Return a session and the event that it is part of, by their names."""
    return ", ".join(dict.fromkeys(_name(knowledge, step) for step in event_chain(knowledge, mention)))


def _name(knowledge: Knowledge, event: Event) -> str:
    entity = knowledge.entity_of(event.mention)
    return french.shortened(entity.label if entity else event.label, 120)


def _said(knowledge: Knowledge, entity: Entity) -> Iterator[Line]:
    identities = {mention for mention in entity.mentions}
    for extraction in knowledge.extractions:
        for quotation in extraction.quotations:
            chain = chain_of_quotation(knowledge, quotation)
            here = any(step.mention in identities for step in chain) if entity.kind == "event" else False
            speaker = knowledge.entity_of(quotation.speaker)
            if speaker != entity and not here:
                continue
            date = (
                next((start for step in chain if (start := when(knowledge, step)[0])), "")
                or extraction.document.date
                or ""
            )
            who = f"{speaker.label if speaker else 'personne de nommé'} : " if here else ""
            words = f"{who}« {' '.join(extraction.document.quote(quotation.span).split())} »"
            at = "" if here or not chain else _event_names(knowledge, chain[0].mention)
            span = quotation.span
            yield Line("A dit", words, date, extraction.document.source, span.start, span.end, at)


def _mentioned(knowledge: Knowledge, entity: Entity) -> Iterator[Line]:
    for mention in entity.mentions[:20]:
        span = knowledge.mentions[mention].span
        document = knowledge.documents[span.document_id]
        near = " ".join(document.text[max(0, span.start - 80) : span.end + 80].split())
        yield Line("Mentions", f"… {near} …", document.date or "", document.source, span.start, span.end)


def _document_card(knowledge: Knowledge, document: Document) -> Card:
    extraction = knowledge.extraction_of[document.id]
    lines = [_session(knowledge, event) for event in extraction.events]
    for quotation in extraction.quotations:
        speaker = knowledge.entity_of(quotation.speaker)
        said = " ".join(document.quote(quotation.span).split())
        words = f"{speaker.label if speaker else 'personne de nommé'} : « {said} »"
        lines.append(Line("Citations", words, "", document.source, quotation.span.start, quotation.span.end))
    return Card(document.id, document.title, "document", (document.source,), tuple(lines))
