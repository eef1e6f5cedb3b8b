"""When an event ended or how long it was: by the sentence that closes it, else by the hours announced."""

from datetime import datetime

from kg.ask.language import french
from kg.ask.language.moments import moments
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.times.asked import Wanted
from kg.ask.times.told import said
from kg.lookup import when
from kg.regex import regex
from kg.types import Answer, Event, Row

KIND = "when-where"
#: « La séance est levée à 22 h 50 », « Fin à 17 heures ».
_CLOSED = regex(
    r"\b(?:est |a ete |fut )?(?:levee?|close?|cloture\w*|s'acheve\w*|s'est achevee?|prend fin|a pris fin|prit fin"
    r"|se termine|s'est terminee?|se conclut|fin(?: de (?:la |l')\w+)?(?= (?:a|vers)\b|\s*:))\b"
)


def end_told(query: Query, library: Library, event: Event, asked: Wanted) -> Answer | None:
    """Return when an event ended or how long it was: by the sentence that closes it, else by the hours announced."""
    start, end = when(library.knowledge, event) if event.kind == "event" else (event.start, event.end)
    if asked.duration:
        closed = _closing(query, library, event) if event.kind == "event" and not end else None
        told = _length(start, _at(start, closed.rows[0].label) if closed else end)
    else:
        closed = _closing(query, library, event) if event.kind == "event" else None
        if closed:
            return closed
        told = f"à {french.hour(end)}, le {french.date(end)}" if end and "T" in end else ""
    if not told:
        return None
    entity = library.knowledge.entity_of(event.mention)
    evidence = (library.evidence(event.provenance.span, 1.0),)
    row = Row(entity.id if entity else "", event.label, "event", 1.0, told, evidence)
    return Answer(query.text, KIND, french.told(f"{told} — {event.label}"), (row,))


def _closing(query: Query, library: Library, event: Event) -> Answer | None:
    passages = library.knowledge.extraction_of[event.provenance.span.document_id].passages
    for passage in reversed(passages):
        for sentence in reversed(library.sentences(passage)):
            closed = _CLOSED.search(sentence.folded)
            hours = [hour for hour in moments(sentence.words, "hour") if closed and hour[0] >= closed.start()]
            if hours:
                told = sentence.words[hours[0][0] : hours[0][1]].strip()
                return said(query, library, sentence, ([told], None), 1.0)
    return None


def _at(start: str | None, told: str) -> str | None:
    """Return the hour that some words tell on the day of a date."""
    from corpus import find_hours

    hours = find_hours(told)
    return f"{start.split('T')[0]}T{hours[0].first}" if start and "T" in start and hours else None


def _length(start: str | None, end: str | None) -> str:
    """Return how long it is from one date to another: « 2 heures 20, de 9 h à 11 h 20 », « 2 jours, du … au … »."""
    if not start or not end or len(start) < 10 or len(end) < 10:
        return ""
    first, last = datetime.fromisoformat(start), datetime.fromisoformat(end)
    days = (last.date() - first.date()).days + 1
    if days > 1:
        return f"{days} jours, {french.period(start.split('T')[0], end.split('T')[0])}"
    minutes = int((last - first).total_seconds()) // 60
    if minutes <= 0:
        return ""
    hours = french.count(minutes // 60, "heure") if minutes >= 60 else ""
    rest = f"{minutes % 60} minutes" if minutes % 60 else ""
    return f"{' '.join(filter(None, (hours, rest)))}, {french.period(start, end)}"
