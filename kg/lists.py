"""The people, the organisations and the events of a base, counted and filtered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from kg.ask.language.french import period
from kg.knowledge import Knowledge
from kg.lookup import chain_of_quotation, date_of_document, event_chain, when, where
from kg.resolve.forms import folded
from kg.types import Entity, Event

#: How a participation is asked for, besides the words of a function: the beginnings of the words for it.
_PARTS = {
    "interv": "speaker", "orat": "speaker", "anim": "moderator", "moder": "moderator", "organis": "organiser",
    "particip": "participant", "presen": "present", "excus": "excused", "absen": "absent", "secret": "secretary",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filters:
    """What to keep; words are looked for inside names, without case nor accents; dates are ISO, as precise as known."""

    name: str = ""
    event: str = ""
    organisation: str = ""
    role: str = ""
    least_quotations: int = 0
    since: str = ""
    until: str = ""


@dataclass(slots=True)
class Listed:
    """One person, organisation, event or session, with what it is and what is counted of it."""

    id: str
    label: str
    names: tuple[str, ...] = ()
    #: Functions of a person, people of an organisation, moderators and speakers of an event.
    roles: list[str] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    #: All that these organisations are called, to find them by.
    body_names: set[str] = field(default_factory=set)
    #: Where it is met; for a session, the event that it is part of.
    events: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    quotations: int = 0
    mentions: int = 0
    documents: int = 0
    is_session: bool = False

    @property
    def period(self) -> str:
        """From when to when it is met, in French."""
        return period(min(self.dates, default=None), max(self.dates, default=None)) or ""


def people(knowledge: Knowledge, filters: Filters) -> list[Listed]:
    """Return the people that pass, the most quoted first."""
    return _chosen(_agents(knowledge, "person"), filters)


def organisations(knowledge: Knowledge, filters: Filters) -> list[Listed]:
    """Return the organisations that pass, the most quoted first."""
    return _chosen(_agents(knowledge, "organisation"), filters)


def events(knowledge: Knowledge, filters: Filters, *, sessions: bool = False) -> list[Listed]:
    """Return the events that pass, in the order of their dates, with their sessions if asked for."""
    found = {entity_id: _event(knowledge, entity_id) for entity_id in knowledge.tellings}
    for agent, event, part in _taking_part(knowledge):
        for step in _steps(knowledge, event):
            if step.id in found:
                found[step.id].roles.append(agent.label)
                found[step.id].parts.append(part)
                for body in _bodies(knowledge, agent):
                    _add_body(found[step.id], body)
    for quotation in knowledge.quotations():
        said_at = chain_of_quotation(knowledge, quotation)[:1]
        for met in sorted({step.id for told in said_at for step in _steps(knowledge, told)}):
            found[met].quotations += 1
    wanted = (_once(listed) for listed in found.values() if sessions or not listed.is_session)
    kept = [listed for listed in wanted if _passes(listed, filters)]
    return sorted(kept, key=lambda listed: (min(listed.dates, default="9999"), listed.is_session, listed.id))


def _event(knowledge: Knowledge, entity_id: str) -> Listed:
    tellings, entity = knowledge.tellings[entity_id], knowledge.by_id[entity_id]
    session = all(told.kind == "session" for told in tellings)
    listed = Listed(entity_id, entity.label, (entity.label, *entity.aliases), is_session=session)
    for told in tellings:
        listed.dates += [date for date in when(knowledge, told) if date]
        place = where(knowledge, told)[1]
        listed.places += [place] if place else []
        listed.events += [step.label for step in _steps(knowledge, told)]
    listed.mentions = len(entity.mentions)
    listed.documents = len({knowledge.mentions[mention].span.document_id for mention in entity.mentions})
    return listed


def _agents(knowledge: Knowledge, kind: str) -> Iterator[Listed]:
    dated = cache(lambda document_id: date_of_document(knowledge, document_id))
    found: dict[str, Listed] = {}
    for entity in (entity for entity in knowledge.entities if entity.kind == kind):
        documents = {knowledge.mentions[mention].span.document_id for mention in entity.mentions}
        found[entity.id] = Listed(
            entity.id,
            entity.label,
            (entity.label, *entity.aliases),
            dates=sorted({date for document_id in documents if (date := dated(document_id))}),
            mentions=len(entity.mentions),
            documents=len(documents),
        )
    _add_roles(knowledge, found)
    for entity, event, part in _taking_part(knowledge):
        if entity.id in found:
            found[entity.id].parts.append(part)
            found[entity.id].events += [step.label for step in _steps(knowledge, event)]
    for quotation in knowledge.quotations():
        speaker = knowledge.entity_of(quotation.speaker)
        if speaker and speaker.id in found:
            found[speaker.id].quotations += 1
            chain = chain_of_quotation(knowledge, quotation)
            found[speaker.id].events += [step.label for told in chain[:1] for step in _steps(knowledge, told)]
    yield from map(_once, found.values())


def _add_roles(knowledge: Knowledge, found: dict[str, Listed]) -> None:
    """Tell the functions and organisations of people, and the people of organisations."""
    for person_id, held in knowledge.roles.items():
        for role in held:
            body = knowledge.entity_of(role.organisation)
            if person_id in found:
                found[person_id].roles += [role.function] if role.function else []
                if body:
                    _add_body(found[person_id], body)
            if body and body.id in found:
                person = knowledge.by_id[person_id].label
                found[body.id].roles.append(f"{person} ({role.function})" if role.function else person)


def _taking_part(knowledge: Knowledge) -> Iterator[tuple[Entity, Event, str]]:
    for extraction in knowledge.extractions:
        for participation in extraction.participations:
            agent, chain = knowledge.entity_of(participation.agent), event_chain(knowledge, participation.event)
            if agent and chain:
                yield agent, chain[0], participation.part


def _steps(knowledge: Knowledge, event: Event) -> list[Entity]:
    """Return the event and what it is part of, the whole first."""
    chain = (knowledge.entity_of(step.mention) for step in event_chain(knowledge, event.mention))
    return [entity for entity in chain if entity][::-1]


def _bodies(knowledge: Knowledge, entity: Entity) -> list[Entity]:
    if entity.kind == "organisation":
        return [entity]
    held = (knowledge.entity_of(role.organisation) for role in knowledge.roles.get(entity.id, ()))
    return [body for body in held if body]


def _add_body(listed: Listed, body: Entity) -> None:
    listed.organisations.append(body.label)
    listed.body_names.update((body.label, *body.aliases))


def _once(listed: Listed) -> Listed:
    for name in ("roles", "organisations", "events", "parts", "places"):
        setattr(listed, name, list(dict.fromkeys(getattr(listed, name))))
    return listed


def _chosen(listed: Iterable[Listed], filters: Filters) -> list[Listed]:
    kept = [one for one in listed if _passes(one, filters)]
    return sorted(kept, key=lambda one: (-one.quotations, -one.mentions, one.label.casefold(), one.id))


def _passes(listed: Listed, filters: Filters) -> bool:
    return (
        _holds(filters.name, listed.names)
        and _holds(filters.event, listed.events)
        and _holds(filters.organisation, listed.body_names)
        and _has_role(filters.role, listed)
        and listed.quotations >= filters.least_quotations
        and _is_met(listed.dates, filters)
    )


def _holds(words: str, names: Iterable[str]) -> bool:
    return not words or any(folded(words) in folded(name) for name in names)


def _has_role(role: str, listed: Listed) -> bool:
    parts = {part for beginning, part in _PARTS.items() if folded(role).startswith(beginning)}
    return _holds(role, listed.roles) or bool(parts & set(listed.parts))


def _is_met(dates: list[str], filters: Filters) -> bool:
    """Tell whether some date is in the period, both compared as precisely as both are known."""
    if not filters.since and not filters.until:
        return True
    return any(
        date >= filters.since[: len(date)] and (not filters.until or date[: len(filters.until)] <= filters.until)
        for date in dates
    )
