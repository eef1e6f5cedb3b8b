"""The sessions of an event in their order, and those at which a person is on the programme."""

import re
from collections.abc import Iterator

from corpus import Span
from index import fold
from kg.ask.answers.context import around_event, unique
from kg.ask.answers.proofs import on_its_line
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.question.scope import events_like, events_with
from kg.ask.sessions.asked import named_event, sessions_asked, sessions_of
from kg.ask.sessions.text import room_told
from kg.lookup import event_at, event_chain, when, where
from kg.regex import regex
from kg.types import Answer, Entity, Event, Part, Row

#: Least likeness of another event to the words of the question, when the one that it names has no session, 0..1.
LIKE = 0.3
MOST = 20
_LEADS = regex(r"\b(?:anim|moder|presid|dirig|condui)\w*")
_KINDS = regex(r"\b(?P<kind>ateliers?|sessions?|tables? rondes?|sequences?|conferences?|groupes?|tables?)\b")
_OTHERS = regex(r"\bautres?\b")


def sessions_of_person(query: Query, library: Library, person: Entity, kind: str) -> Answer | None:
    """Return the sessions at which a person is announced, or that the person leads; else where the person is heard."""
    parts: tuple[Part, ...] = ("moderator",) if _LEADS.search(query.folded) else ("speaker", "moderator")
    rows: dict[str, Row] = {}
    for extraction in library.knowledge.naming(person):
        for one in extraction.participations:
            if library.knowledge.entity_of(one.agent) != person or one.part not in parts:
                continue
            event, entity = event_at(library.knowledge, one.event), library.knowledge.entity_of(one.event)
            if event and entity:
                proof = (on_its_line(library, one.provenance.span),)
                rows.setdefault(entity.id, Row(entity.id, event.label, "event", 1.0, _held(library, event), proof))
    rows = rows or _heard(library, person)
    if not rows:
        return None
    sessions = {key: row for key, row in rows.items() if _is_session(library, key)}
    rows = sessions or rows
    told = [f"{row.label}" + (f" ({row.value})" if row.value != row.label else "") for row in rows.values()]
    text = french.sentence(f"{person.label} : {french.join(told)}")
    return Answer(query.text, kind, french.shortened(text), tuple(rows.values()))


def _held(library: Library, event: Event) -> str:
    """Return when and in which room a session is, its title when nothing tells."""
    room = event.place or (told[0] if event.kind == "session" and (told := room_told(library, event)) else None)
    return ", ".join(words for words in (french.period(*when(library.knowledge, event)), room) if words) or event.label


def _is_session(library: Library, key: str) -> bool:
    return any(event.kind == "session" for event in library.knowledge.tellings.get(key, ()))


def _heard(library: Library, person: Entity) -> dict[str, Row]:
    """Return the sessions under whose heading a person is named."""
    rows: dict[str, Row] = {}
    for at in person.mentions:
        span = library.knowledge.mentions[at].span
        events = library.knowledge.extraction_of[span.document_id].events
        before = [e for e in events if e.kind == "session" and e.provenance.span.start < span.start]
        if before:
            event = max(before, key=lambda e: e.provenance.span.start)
            entity = library.knowledge.entity_of(event.mention)
            proof = (library.evidence(library.line_at(span), 1.0),)
            told = _held(library, event)
            rows.setdefault(event.mention, Row(entity.id if entity else "", event.label, "event", 1.0, told, proof))
    return rows


def programme_of(query: Query, library: Library, event: Event | None, kind: str) -> Answer | None:
    """Return the sessions of an event in their order: those in the room, at the hours or of the kind asked for."""
    if event and not sessions_of(library, event) and (found := _headed(query, library, event, kind)):
        return found
    first = next(
        ((one, told) for one in _likely(query, library, event) if (told := sessions_of(library, one))),
        None,
    )
    if first is None:
        return None
    event, sessions = first
    sessions = sessions_asked(query, library, event) or sessions
    sessions = _of_kind(query, sessions)
    if _OTHERS.search(query.folded):
        sessions = [one for one in sessions if one.mention != event.mention]
    if not sessions:
        return None
    sessions = sorted(sessions, key=lambda one: one.start or "")
    rows = [_row(library, one) for one in sessions]
    listed = " ; ".join(f"{_hour(one)}{french.title(one.label)}" for one in sessions)
    text = french.told(f"{french.count(len(rows), 'session')} : {listed}")
    top = event_chain(library.knowledge, event.mention)[-1]
    facts = around_event(library, None, event_chain(library.knowledge, top.mention))
    return Answer(query.text, kind, text, tuple(rows[:MOST]), unique(facts))


def _likely(query: Query, library: Library, event: Event | None) -> Iterator[Event]:
    """Yield the events that a question may be about, the likeliest first."""
    yield from [event] if event else []
    yield from events_like(query.text, library.register, library.weight, least=LIKE)
    yield from _that_month(query, library)
    yield from _then_or_there(query, library) if event is None else ()


def _then_or_there(query: Query, library: Library) -> list[Event]:
    """Return the only event with sessions at the hour or in the room that a question tells; none of several."""
    events = (one for extraction in library.knowledge.extractions for one in extraction.events)
    whole = [one for one in events if one.kind == "event" and sessions_asked(query, library, one)]
    return whole if len(whole) == 1 else []


def _headed(query: Query, library: Library, event: Event, kind: str) -> Answer | None:
    """Return the headings of a report that are called what a question asks for: « Table des anciens »."""
    asked = _KINDS.search(query.folded)
    document_id = event.provenance.span.document_id
    text = library.knowledge.documents[document_id].text
    passages = library.knowledge.extraction_of[document_id].passages
    titles = dict.fromkeys(heading for passage in passages for heading in passage.headings[1:])
    root = asked["kind"].replace("tables ", "table ").rstrip("s") if asked else ""
    called = [title for title in titles if root and re.match(rf"\W*{root}s?\b", fold(title)) and title in text]
    if len(called) < 2:
        return None
    spans = [Span(document_id, text.index(title), text.index(title) + len(title)) for title in called]
    rows = tuple(
        Row("", title, "item", 1.0, None, (library.evidence(span, 1.0),))
        for title, span in zip(called, spans, strict=True)
    )
    told = french.sentence(" ; ".join(called))
    chain = event_chain(library.knowledge, event.mention)
    return Answer(query.text, kind, french.shortened(told), rows, unique(around_event(library, None, chain)))


def beside(query: Query, library: Library, kind: str, *, after: bool) -> Answer | None:
    """Return the session that follows the one that a question names, or that comes before it."""
    event = named_event(query, library)
    if event is None or event.kind != "session":
        return None
    sessions = sorted((one for one in sessions_of(library, event) if one.start), key=lambda one: one.start or "")
    starts = [one.start for one in sessions]
    own = event.start or next((one.start for one in sessions if one.label == event.label), None)
    if own not in starts:
        return None
    near = [one for one in sessions if ((one.start or "") > own) is after and one.start != own] if own else []
    if not near:
        return None
    at = near[0].start if after else near[-1].start
    chosen = [one for one in near if one.start == at]
    rows = tuple(_row(library, one) for one in chosen)
    text = french.sentence(" ; ".join(f"{_hour(one)}{french.title(one.label)}" for one in chosen))
    chain = event_chain(library.knowledge, event.mention)
    return Answer(query.text, kind, french.shortened(text), rows, unique(around_event(library, None, chain)))


def _that_month(query: Query, library: Library) -> Iterator[Event]:
    """Yield the events at the date that a question tells by its month and year, those with sessions first."""
    month = re.search(rf"\b({'|'.join(french.MONTHS)}) ((?:19|20)\d\d)\b", " ".join(query.text.lower().split()))
    if month is None:
        return
    told = f"{month[2]}-{french.MONTHS.index(month[1]) + 1:02d}"
    events = events_with([month[2], fold(month[1])], library.register, each=True)
    yield from (event for event in events if event.kind == "event" and (event.start or "").startswith(told))


def _of_kind(query: Query, sessions: list[Event]) -> list[Event]:
    """Keep the sessions that are called what the question calls them, when some are."""
    kind = _KINDS.search(query.folded)
    root = kind["kind"].replace("tables ", "table ").rstrip("s") if kind else ""
    called = [one for one in sessions if root and re.search(rf"\b{root}s?\b", fold(one.label))]
    return called if len(called) > 1 else sessions


def _row(library: Library, session: Event) -> Row:
    told = french.period(session.start, session.end)
    place = where(library.knowledge, session)[1] if session.place else None
    value = ", ".join(words for words in (told, place) if words)
    entity = library.knowledge.entity_of(session.mention)
    proof = (library.evidence(_own(session, library), 1.0),)
    return Row(entity.id if entity else session.mention, session.label, "event", 1.0, value or None, proof)


def _own(session: Event, library: Library) -> Span:
    """Return the words that announce a session."""
    mention = library.knowledge.mentions.get(session.mention)
    return mention.span if mention else session.provenance.span


def _hour(session: Event) -> str:
    hour = french.hour(session.start) if session.start else None
    return f"{hour}, " if hour else ""
