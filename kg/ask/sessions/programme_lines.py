"""What a line of a programme tells: « quel film passait le jeudi soir », « qui guide la visite »."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from corpus import Span
from index import fold
from kg.ask.answers.context import around_event, unique
from kg.ask.answers.proofs import cited, coverage
from kg.ask.answers.rows import entity_row
from kg.ask.language import french
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.ask.sessions.text import room_told
from kg.ask.times.asked import HELD
from kg.lookup import event_chain
from kg.regex import regex
from kg.types import Answer, Entity, Event, Row, span_of

KIND = "session-programme"
_ASKED = regex(r"^(?:et )?(?:qu(?:i|e|oi|el\w*)\b|qu'|dans quel\w*)")
#: What is done on a programme.
_IS_ON = regex(
    r"\b(?:pass(?:e|ait)|projet\w+|jou(?:e|ait|aient)|chant\w+|a(?:vait)? lieu|prevue?s?|propos(?:e|ait)|guid\w+"
    r"|faisait|accueill\w+|programm\w+|annonc\w+|se tenait"
    r"|organise)\b"
)
_HOUR = regex(r"\b(?:a|vers|de|des) (?P<hour>\d{1,2}) ?h(?:eures?)? ?(?P<minutes>\d\d)?\b")
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_HALVES = {"matin": (0, 13), "matinee": (0, 13), "midi": (11, 14), "apres-midi": (12, 19), "soir": (17, 24)}
#: Least share of what is asked, beside the time, that the line says; how much surer one line is than the next.
SAYS, SURER = 0.6, 0.05


def on_line(query: Query, library: Library) -> Answer | None:
    """Answer with the line of a programme that says what is asked at the time told; nothing when none or two do."""
    hour, days, halves = _time(query.folded)
    if not _ASKED.match(query.folded) or not (hour or days or halves or _IS_ON.search(query.folded)):
        return None
    left = query.without(HELD | _of_time()).inside().terms
    terms = [term for term in left if not _is_time(term) and not _IS_ON.fullmatch(fold(term.words))]
    scored = []
    for event in _timed(query, library):
        if not _is_then(event.start or "", hour, days, halves):
            continue
        line = library.line_at(span_of(event.mention))
        is_named = query.event is not None and event.mention == query.event.mention
        said = coverage(terms, library.stems(line)) if terms else float(bool(hour and days) or is_named)
        scored += [(said, event, line)] if said >= SAYS and event.mention in library.knowledge.mentions else []
    scored.sort(key=lambda row: -row[0])
    if not scored or (len(scored) > 1 and scored[0][0] < scored[1][0] + SURER):
        return None
    return _told(query, library, *scored[0][1:])


def _time(folded: str) -> tuple[str, list[int], list[tuple[int, int]]]:
    """Return the hour (« 09:30 »), the days of the week and the halves of a day that a folded question tells."""
    found = _HOUR.search(folded)
    hour = f"{int(found['hour']):02d}:{found['minutes'] or '00'}" if found else ""
    days = [number for number, day in enumerate(_DAYS) if re.search(rf"\b{day}\b", folded)]
    return hour, days, [span for word, span in _HALVES.items() if re.search(rf"(?<!-)\b{word}\b", folded)]


def _is_then(start: str, hour: str, days: list[int], halves: list[tuple[int, int]]) -> bool:
    day, _, clock = start.partition("T")
    is_day = not days or date.fromisoformat(day).weekday() in days
    is_half = not halves or any(first <= int(clock[:2]) < last for first, last in halves)
    return is_day and is_half and (not hour or clock[:5] == hour)


@lru_cache(maxsize=1)
def _of_time() -> frozenset[str]:
    return stems_of(
        [*_DAYS, *_HALVES, "faisait", "passait", "fait", "faire", "heure", "heures", "programme", "projeté"]
    )


def _is_time(term: Term) -> bool:
    return re.fullmatch(r"[\dh:]+", fold(term.words)) is not None


def _timed(query: Query, library: Library) -> Iterator[Event]:
    """Yield the sessions that have an hour of their own, in the reports where a question looks."""
    for document_id in sorted(query.reports or library.knowledge.extraction_of):
        for event in library.knowledge.extraction_of[document_id].events:
            if event.kind == "session" and len(event.start or "") >= 16:
                yield event


def _told(query: Query, library: Library, event: Event, line: Span) -> Answer | None:
    proof = (cited(library, line),)
    room = room_told(library, event)
    place = event.place or (room[0] if room else None)
    told = ", ".join(words for words in (french.period(event.start, event.end), place) if words)
    people: list[Entity] = [person for _, person in library.mentions_in(line, "person")]
    entity = library.knowledge.entity_of(event.mention)
    rows: tuple[Row, ...] = (Row(entity.id if entity else "", event.label, "event", 1.0, told or None, proof),)
    if query.folded.startswith("qui "):
        rows = tuple(entity_row(one, proof) for one in dict.fromkeys(people))
    if not rows:
        return None
    who = f"{french.join([row.label for row in rows])} — " if rows[0].kind == "person" else ""
    text = french.sentence(f"{who}{event.label} : {told} « {library.reading(line)} »")
    chain = event_chain(library.knowledge, event.mention)
    facts = around_event(library, None, chain)
    return Answer(query.text, KIND, french.shortened(text), rows, unique(facts))
