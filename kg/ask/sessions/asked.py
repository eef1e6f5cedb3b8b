"""Which sessions of an event a question is about: by title in guillemets, by number, by room, by hour, by subject."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from index import beginnings, fold, may_hold, tokens, vocabulary
from kg.ask.language import french
from kg.ask.language.session_numbers import NUMBERED, has_same_number
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.ask.question.scope import events_like, events_saying, events_with
from kg.ask.sessions.content import by_content
from kg.ask.sessions.text import hour_told
from kg.ask.times.asked import HELD
from kg.lexicon.months import WEEKDAYS
from kg.lookup import event_chain, when
from kg.regex import regex
from kg.types import Event

#: Least likeness of an event to the words of a question, 0..1; least share of a subject that a title must say.
LIKE, SAID = 0.6, 0.5
_ROOM = regex(
    r"\b(?:(?:a|au|en|dans|de|du) )?(?:la |le |l'|les )?(?P<room>(?:grande? |petite? )?(?:salle|amphi\w*|auditorium"
    r"|halle?|gymnase|chapelle|foyer|theatre|studio|atelier (?:du|de la))\b(?: [\w'-]+){0,4})"
)
_HOUR = regex(r"\b(?:a|de|des|vers) (\d{1,2}) ?h")
_ON_PROGRAMME = regex(
    r"(?:quel(?:le)?s? |liste |donne\w* |cite\w* )(?:\w+ ){0,2}"
    r"(?:sessions?|ateliers?|rendez-vous|tables? rondes?|sequences?|seances?|conferences?)\b"
)
_OF_SESSION = regex(r"\b(?:session|atelier|table ronde|sequence|groupe|pleniere|conference|intervention)s?\b")
_MEETING = regex(
    r"\b(?:seminaire|colloque|forum|rencontre|journee|assises|conseil|assemblee|reunion|congres|debat)s?\b"
)
_HALVES = ((regex(r"\b(?:le|du|ce) matin\b|\bmatinee\b"), 0, 13), (regex(r"\bapres-midi\b"), 12, 24))
#: Words that say what is asked about a session, not which one it is.
ASKING_PARTS = frozenset(
    stem
    for word in (
        "animer animait animé animée anime animateur animatrice modérer modérait modère modérateur modératrice "
        "présider présidait intervenir intervenait intervenants intervenant orateurs rapporteur rapporteuse annoncé "
        "annoncés annoncées programmés programmé prévus prévu parler parlait parlé participer participait participants "
        "session sessions atelier ateliers table ronde tables rondes séance séquence groupe salle lieu heure programme "
        "thème sujet consacré consacrée portait discuter discuté débattre débattu débat débats traité tenue tenu "
        "absent absents excusé excusés présent présents inscrit inscrits venu venus liste nombre"
    ).split()
    for stem in tokens(word)
)


def named_event(query: Query, library: Library) -> Event | None:
    """Return the event that a question is about, nothing when none is like its words."""
    if query.quoted and (quoted := _titled(query, events_with(tokens(query.quoted), library.register))):
        return _numbered(query, library, quoted) or quoted
    event = query.event
    if event and query.quoted and _is_elsewhere(query.quoted, event, library):
        return None
    if event and has_same_number(query.folded, fold(event.label)) is False:
        return _numbered(query, library, event)  # another session of it, or none
    if event is None and (found := _on_its_page(query, library)):
        return found
    if event is None:
        topic = " ".join(term.words for term in query.without(ASKING_PARTS | HELD).terms)
        likely = (events_like(words, library.register, library.weight, least=LIKE) for words in (query.text, topic))
        event = next((found[0] for found in likely if found), None) or in_town(query, library)
    if event and event.kind == "session":
        return event
    found = _by_subject(query, library, event)
    kind = _OF_SESSION.search(query.folded)
    is_whole = bool(kind and event and re.search(rf"\b{kind[0].rstrip('s')}", fold(event.label)))
    if found is None and kind and not is_whole:
        inside = sessions_of(library, event) if event else None
        found = by_content(query, library, _subject(query.without(HELD), event, library), inside)
    return found or event


def _is_elsewhere(quoted: str, event: Event, library: Library) -> bool:
    """Tell a title in guillemets that the report of an event has not: another report may have it."""
    text = library.knowledge.documents[event.provenance.span.document_id].text
    words = " ".join(re.findall(r"\w+", fold(quoted)))
    return len(words) > 8 and words not in " ".join(re.findall(r"\w+", fold(text)))


def _numbered(query: Query, library: Library, event: Event) -> Event | None:
    """Return the session of an event that bears the number that a question tells, in its title or on its page."""
    inside = sessions_of(library, event)
    named = next((one for one in inside if has_same_number(query.folded, fold(one.label))), None)
    return named or _on_its_page(query, library)


#: « Type : Atelier 4 », in the practical lines of a page.
_LABEL = regex(r"\W*(?:type|format|rendez-vous|seance|atelier|session) ?: ?(?P<told>.{3,60})")


def _on_its_page(query: Query, library: Library) -> Event | None:
    """Return the first session of the only page that a practical line gives the number that a question tells."""
    asked = NUMBERED.search(query.folded)
    found: dict[str, Event] = {}
    for span in library.find_phrase(asked[0]) if asked else ():
        label = _LABEL.fullmatch(fold(library.reading(library.line_at(span))))
        events = library.knowledge.extraction_of[span.document_id].events
        sessions = [one for one in events if one.kind == "session"]
        if label and sessions and has_same_number(query.folded, label["told"]):
            found[span.document_id] = min(sessions, key=lambda one: one.provenance.span.start)
    return next(iter(found.values())) if len(found) == 1 else None


def in_town(query: Query, library: Library, *, any_kind: bool = False) -> Event | None:
    """Return the only event of the kind that a question says, or of `any_kind`, held in a town that it names."""
    kind = _OF_SESSION.search(query.folded) or _MEETING.search(query.folded)
    towns = [frozenset(tokens(named.words)) for named in query.named if named.entity.kind in ("place", "organisation")]
    found: dict[str, Event] = {}
    for town in towns if kind or any_kind else ():
        for event in events_with(town, library.register, each=True):
            called = kind is None or re.search(rf"\b{kind[0].rstrip('s')}", fold(event.label))
            entity = library.knowledge.entity_of(event.mention)
            if called and entity and event.kind == "event" and town <= frozenset(tokens(event.place or "")):
                found[entity.id] = event
    return next(iter(found.values())) if len(found) == 1 else None


def asks_programme(query: Query) -> bool:
    """Tell a question for what is on at some hour, or in some room: « quels rendez-vous de 14 h à 15 h »."""
    told = _HOUR.search(query.folded) or _ROOM.search(query.folded)
    return told is not None and _ON_PROGRAMME.match(query.folded) is not None


def sessions_asked(query: Query, library: Library, event: Event) -> list[Event]:
    """Return the sessions of an event in the room or at the hours that a question tells; none when it tells neither."""
    room, hour = _ROOM.search(query.folded), _HOUR.search(query.folded)
    inside = sessions_of(library, event)
    if room:
        words = tokens(room["room"])
        found = [one for one in inside if _is_place(words, one.place)]
        if found:
            inside = found
    halves = [(first, last) for said, first, last in _HALVES if said.search(query.folded)]
    timed = [one for one in inside if _is_at(library, one, int(hour[1]) if hour else None, halves)]
    on_day = _on_day(query.folded, timed)
    timed = on_day or timed
    return timed if timed and (room or hour or ((halves or on_day) and len(timed) < len(inside))) else []


def _on_day(folded: str, sessions: list[Event]) -> list[Event]:
    """Keep the sessions of the day that a question tells: « le 6 octobre », « vendredi », « le deuxième jour »."""
    days = sorted({one.start[:10] for one in sessions if one.start})
    if len(days) < 2:
        return []
    told = re.search(rf"\b(\d{{1,2}})(?:er)? ({'|'.join(fold(month) for month in french.MONTHS)})\b", folded)
    wanted = [day for day in days if told and int(day[8:]) == int(told[1])]
    named = [at for at, name in enumerate(WEEKDAYS) if re.search(rf"\b{name}\b", folded)]
    wanted = wanted or [day for day in days if date.fromisoformat(day).weekday() in named]
    rank = re.search(r"\b(premiere?|deuxieme|seconde?|derniere?) (?:jour|journee)\b", folded)
    if rank and not wanted:
        wanted = [days[0] if rank[1].startswith("premier") else days[-1] if rank[1].startswith("dern") else days[1]]
    return [one for one in sessions if one.start and one.start[:10] in wanted]


def same_named(event: Event, library: Library) -> list[Event]:
    """Return the events of the same year that other reports call the same and date otherwise."""
    return [
        one
        for one in events_with(tokens(event.label), library.register, each=True)
        if one.kind == event.kind == "event" and one.start and event.start and fold(one.label) == fold(event.label)
        and one.start[:10] != event.start[:10] and one.start[:4] == event.start[:4]
    ]  # fmt: skip


def sessions_of(library: Library, event: Event) -> list[Event]:
    """Return the sessions of an event, of the whole that it is a part of when it is one itself, each told once."""
    own = library.knowledge.entity_of(event.mention)
    whole = library.knowledge.entity_of(event_chain(library.knowledge, event.mention)[-1].mention)
    found: dict[str, Event] = {}
    for extraction in library.knowledge.naming(*(one for one in (own, whole) if one)):
        for session in extraction.events:
            entity = library.knowledge.entity_of(session.mention)
            if session.kind == "session" and entity and library.knowledge.entity_of(session.parent) in (own, whole):
                found.setdefault(entity.id, session)
    return list(found.values())


def _titled(query: Query, events: Iterable[Event]) -> Event | None:
    """Return the event of which a title in guillemets is the name, or a part of it.

    One of the kind that the question says (« le séminaire « … » »), else a session, comes first.
    """
    words = " ".join(re.findall(r"\w+", fold(query.quoted or "")))
    kind = _MEETING.search(query.folded.partition("«")[0])
    near = [(one, " ".join(re.findall(r"\w+", fold(one.label)))) for one in events]
    called = re.compile(rf"\b{kind[0].rstrip('s')}") if kind else None
    found = [
        (called is None or not called.search(label), one.kind != "session", len(label), one)
        for one, label in near
        if words in label
    ]
    return min(found, key=lambda row: row[:3])[3] if words and found else None


def _by_subject(query: Query, library: Library, event: Event | None) -> Event | None:
    """Return the session whose title says most of what the question is about; its report may be named too."""
    terms = _subject(query, event, library)
    within = sessions_of(library, event) if event else _sessions(library, query, terms)
    total = sum(term.weight for term in terms)

    begun = beginnings(stem for term in terms for ways, _ in term.alternatives for stem in ways)

    @cache
    def said(words: str) -> float:
        stems = vocabulary(words) if may_hold(words, begun) else frozenset[str]()
        return sum(term.weight * term.strength(stems) for term in terms)

    own = [(said(session.label), session) for session in within]
    for _, session in sorted((one for one in own if one[0]), key=lambda one: -one[0]):
        chain = event_chain(library.knowledge, session.mention)
        if said(" ".join(f"{step.label} {step.place or ''}" for step in chain)) / total >= SAID:
            return session
    return None


def _subject(query: Query, event: Event | None, library: Library) -> list[Term]:
    """Return the ideas of a question that tell a session of an event from the others."""
    topic = query.without(ASKING_PARTS)
    terms = topic.terms if query.event is None or _OF_SESSION.search(query.folded) else topic.scoped
    chain = event_chain(library.knowledge, event.mention) if event else ()
    known = frozenset(tokens(" ".join(f"{step.label} {step.place or ''}" for step in chain)))
    return [term for term in terms if not term.words.isdigit() and not term.strength(known)]


def _sessions(library: Library, query: Query, terms: Sequence[Term]) -> list[Event]:
    """Return the sessions whose names may say some ideas, of the reports that a question names if it does."""
    inside = query.documents
    events = events_saying(terms, library.register, SAID)
    return [e for e in events if e.kind == "session" and (not inside or e.provenance.span.document_id in inside)]


def _is_place(words: list[str], place: str | None) -> bool:
    told = tokens(place or "")
    return bool(told) and (frozenset(told) <= frozenset(words) or frozenset(words) <= frozenset(told))


def _is_at(library: Library, session: Event, hour: int | None, halves: list[tuple[int, int]]) -> bool:
    if hour is None and not halves:
        return True
    start = session.start or when(library.knowledge, session)[0] or ""
    told = None if "T" in (session.start or "") else hour_told(library, session)
    own = re.search(r"\d{1,2}", told[0]) if told else None
    if own is None and "T" not in start:
        return False
    begins = int(own[0]) if own else int(start.split("T")[1][:2])
    return (hour is None or begins == hour) and all(first <= begins < last for first, last in halves)
