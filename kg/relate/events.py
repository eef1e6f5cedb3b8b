"""The event that a document reports, its sessions in order, and the other events that it names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from corpus import Span
from kg.extract.source import Source
from kg.lexicon.folding import fold
from kg.relate.event_facts import Facts, contradicting, facts_of, when
from kg.relate.event_heads import Head, head_of
from kg.relate.event_kinds import KIND
from kg.relate.held_dates import held_dates, held_place, is_written_on
from kg.relate.named_events import named_event, named_events
from kg.relate.programme import Session
from kg.relate.sessions import sessions
from kg.relate.signings import signing
from kg.relate.titled_meetings import titled_meetings
from kg.relate.told_interviews import interviewed
from kg.types import Event, Mention, MentionId, Provenance


@dataclass(frozen=True, slots=True)
class Told:
    """The events of a document with their own mentions; the event that the document reports is the first."""

    events: tuple[Event, ...]
    mentions: tuple[Mention, ...]


def read_events(source: Source, known: Sequence[Mention]) -> Told:
    """Read the event, its sessions and the events that the text names."""
    main = _main_event(source, known)
    if not (main and fold(main[0].label).startswith(("entretien", "interview"))):
        main = _interview(source, known, surely=True) or main or signing(source, known)
        main = main or _told_event(source, known)
    events: list[Event] = list(main)
    mentions = [_own(source, event) for event in main]
    for session in _apart(sessions(source), main):
        event = _session(source, session, main[0].mention if main else None, main)
        events.append(event)
        mentions.append(_own(source, event))
    for event in _titled(source, events, main):
        events.append(event)
        mentions.append(_own(source, event))
    for start, end, name in named_events(source, known):
        mention = source.mention("event", start, end, name, "named-event/1")
        if mention.id not in {m.id for m in mentions} and not _is_main(name, main):
            mentions.append(mention)
            same = [e for e in events if fold(e.label) == fold(name)]
            if not same:
                events.append(named_event(source, mention, known))
    return Told(tuple(events), tuple(sorted(set(mentions))))


def _titled(source: Source, events: Sequence[Event], main: Sequence[Event]) -> Iterator[Event]:
    """Return the meetings that sentences name by their title, when nothing told them before."""
    labels = [fold(event.label) for event in events]
    for meeting in source.once(titled_meetings):
        if any(fold(meeting.title) in label for label in labels):
            continue
        part = meeting.is_part and bool(main)
        parent = main[0].mention if part else None
        told = Provenance(meeting.span, "titled-meeting/1")
        kind: Literal["event", "session"] = "session" if part else "event"
        yield Event(_identifier(meeting.span), kind, meeting.label, told, parent=parent)


def _told_event(source: Source, known: Sequence[Mention]) -> list[Event]:
    """Take the first meeting that the opening of an article names, when no title does: « les Rencontres de … »."""
    named = [
        (start, end, name)
        for start, end, name in named_events(source, known)
        if start < 1200 and not name.startswith("COP")
    ]
    named += [(m.span.start, m.span.end, m.label) for m in source.once(titled_meetings) if m.span.start < 1200]
    if not named:
        return _interview(source, known)
    start, end, name = min(named)
    span = Span(source.document.id, start, end)
    held = held_dates(source, ())
    first, last = when(held, None, ())
    told, place = Provenance(span, "document-event/1"), held_place(source, held)
    return [Event(_identifier(span), "event", name, told, start=first or source.document.date, end=last, place=place)]


def _interview(source: Source, known: Sequence[Mention], *, surely: bool = False) -> list[Event]:
    """Take an article that is an interview as the interview of whom it is with."""
    found = interviewed(source, known, surely=surely)
    if found is None:
        return []
    span, label = found
    return [Event(_identifier(span), "event", label, Provenance(span, "document-event/1"), start=source.document.date)]


def _own(source: Source, event: Event) -> Mention:
    span = event.provenance.span
    start, end = (int(part) for part in event.mention.rsplit(":", 1)[1].split("-"))
    return Mention(Span(span.document_id, start, end), "event", event.label, event.provenance.rule)


def _identifier(span: Span) -> MentionId:
    return f"event:{span.document_id}:{span.start}-{span.end}"


def _main_event(source: Source, known: Sequence[Mention]) -> list[Event]:
    """Return the event of the document; before it the larger one, when the document is about one of its sessions."""
    head = head_of(source, known)
    if head is None:
        return []
    facts = facts_of(source, known)
    held = () if facts.dates else held_dates(source, head.dates)
    own_dates = facts.dates or held or head.dates
    place = held_place(source, held)
    start, end = when(own_dates, facts.hours, head.dates)
    written = sorted(
        {
            source.document.text[d.start : d.end]
            for d in contradicting(own_dates, (*head.dates, *facts.dates))
            if not is_written_on(source, d)
        }
    )
    event = Event(
        _identifier(head.span), "event", head.label, Provenance(head.span, "document-event/1"),
        start=start, end=end, place=place or facts.place, place_mention=None if place else facts.place_mention,
        contradictions=tuple(written),
    )  # fmt: skip
    outer = _outer_event(source, head, facts)
    return [outer, replace(event, kind="session", parent=outer.mention)] if outer else [event]


def _outer_event(source: Source, head: Head, facts: Facts) -> Event | None:
    """Return the larger event when the document is the page of one session: a type, several days at the front."""
    is_session = facts.kind is not None and bool(KIND.search(facts.kind))
    several = next((d for d in head.dates if d.last and d.last != d.first), None)
    if not is_session or several is None:
        return None
    words = source.document.text[several.start : several.end]
    line_end = source.document.text.find("\n\n", several.end)
    span = Span(source.document.id, several.start, line_end if 0 < line_end < several.end + 200 else several.end)
    place = next(
        (line.strip() for line in source.document.text[several.end : span.end].split("\n") if line.strip()), None
    )
    days = re.sub(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+", "", words, flags=re.IGNORECASE)
    label = f"Événement des {days[:1].lower()}{days[1:]}"
    return Event(
        _identifier(span),
        "event",
        label,
        Provenance(span, "front-date/1"),
        start=several.first,
        end=several.last,
        place=place,
    )


def _apart(found: Sequence[Session], main: Sequence[Event]) -> Iterator[Session]:
    """Leave out what names the event itself, and a session told twice in the same way.

    The programme announces a session, a heading tells it: both are kept.
    """
    own = {fold(event.label) for event in main}
    told: set[tuple[str, bool]] = set()
    starts = {event.provenance.span.start for event in main}
    for session in found:
        key = (fold(session.label), session.rule.startswith("timed"))
        if key[0] in own or key in told or session.span.start in starts:
            continue
        told.add(key)
        yield session


def _session(source: Source, session: Session, parent: MentionId | None, main: Sequence[Event]) -> Event:
    day = _day(session.day, main)
    start = (f"{day}T{session.start}" if session.start else day if session.day else None) if day else None
    end = f"{day}T{session.end}" if day and session.end else None
    return Event(
        _identifier(session.span), "session", session.label, Provenance(session.scope or session.span, session.rule),
        parent=parent, start=start, end=end, place=session.place,
    )  # fmt: skip


def _day(told: str | None, main: Sequence[Event]) -> str | None:
    """Return the day of a session, ISO 8601: the one that the programme tells, else that of an event of one day."""
    first = (main[0].start or "")[:10] if main else ""
    if told and len(told) == 10:
        return told
    if told:
        return f"{first[:4]}-{told}" if len(first) >= 4 else None
    return first if len(first) == 10 and (main[0].end or first)[:10] == first else None


def _is_main(name: str, main: Sequence[Event]) -> bool:
    return any(fold(name) in fold(event.label) for event in main)


def session_at(events: Sequence[Event], offset: int) -> Event | None:
    """Return the session in which a place of the document stands; before the first one, the document's own event.

    `events` are those of one document. A session lasts from its heading to the next heading of a session; a line of a
    programme or a sequence holds its own slice only.
    """
    held = [
        e for e in events if e.kind == "session" and e.provenance.rule.startswith(("timed", "turn", "session-item"))
    ]
    inside = [e for e in held if e.provenance.span.start <= offset < e.provenance.span.end]
    if inside:
        return inside[-1]
    headed = [
        e
        for e in events
        if e.provenance.rule.startswith(("session-heading", "session-line")) and e.provenance.span.start <= offset
    ]
    if headed:
        return max(headed, key=lambda event: event.provenance.span.start)
    return next((e for e in events if e.provenance.rule.startswith("document-event")), None)
