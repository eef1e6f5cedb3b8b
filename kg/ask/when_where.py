"""When and where an event takes place, contradictions told; for the rest, the sentence that gives a date or a place."""

import re
from collections.abc import Iterable
from dataclasses import replace

from corpus import Span
from index import fold, tokens, vocabulary
from kg.ask.answers.context import around_event, unique
from kg.ask.answers.proofs import coverage, prove, quote_around
from kg.ask.language import french
from kg.ask.language.moments import is_room, moments, places
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.ask.question.sought import Sought
from kg.ask.refusals.particulars import is_private
from kg.ask.sessions.asked import named_event, same_named
from kg.ask.sessions.front import front_lines
from kg.ask.sessions.hosts import host
from kg.ask.sessions.kinds import of_kind
from kg.ask.sessions.text import hour_told, room_told
from kg.ask.sessions.twins import fuller
from kg.ask.times.asked import GATHERINGS, HELD, Wanted, done, wanted
from kg.ask.times.editions import edition_place
from kg.ask.times.ended import end_told
from kg.ask.times.fuller_dates import with_weekday
from kg.ask.times.letterhead import front_hour, front_place, labelled_date
from kg.ask.times.report_dates import report_date
from kg.ask.times.surely import LIKELY, PROBABLY, of_life, own_words, told_by_type, told_surely, untold
from kg.ask.times.told import from_sentences, said, told_next
from kg.lexicon.months import is_date_word
from kg.lookup import event_chain, main_event, when, where
from kg.regex import regex
from kg.types import Answer, Event, Row

KIND = "when-where"
EXAMPLES = (
    "Quand a eu lieu le forum ?",
    "Où s'est tenue l'assemblée ?",
    "À quelle date et à quelle heure commençait l'assemblée ?",
    "En quelle année la navette du soir a-t-elle été arrêtée ?",
)
_OF_SPEAKER = regex(r"\b(?:interv|parl|pass|programm|prenai\w* la parole)\w*\b")
#: « Léa Roux, elle est élue où ? » asks of a body: a question of place about somebody begins with it.
_LEADS = regex(r"(?:d')?ou\b|(?:dans|en|a|de) quel")
#: What somebody lives through is no event of a report.
_OF_LIFE = regex(r"\b(?:est|etait)(?:-(?:il|elle))? nee?s?\b|\b(?:naissance|mort|morte|decedee?)\b")
#: How many sentences tell the reports that a question may be about, the least share of it that the front of one says.
DEPTH, NAMED = 20, 0.8
#: How well an event must say an idea of the question, 0..1: in its own words, a letter apart.
KNOWN = 0.85
#: Most of a question, by weight, that an event may leave unsaid.
UNSAID = 0.5


def answer(query: Query, library: Library) -> Answer | None:
    """Answer « quand », « où », « à quelle heure » and « combien de temps »; nothing for other questions."""
    asked = wanted(query.text)
    if asked is None or is_private(query):
        return None
    if _OF_LIFE.search(query.folded) and query.entities("person") and not query.entities("organisation"):
        return of_life(query, library, asked)
    if re.search(r"\bquelles salles\b", query.folded):
        return None  # the programme tells them
    people = query.entities("person")
    if people and (
        _OF_SPEAKER.search(query.folded) or (asked.place and not asked.time and not _LEADS.match(query.folded))
    ):
        return None
    if told := report_date(query, library) if asked.date else _of_edition(query, library, asked):
        return told
    event = named_event(query, library)
    if of_its_kind := of_kind(query, library, event) if not query.quoted else None:
        return _of_event(query, library, of_its_kind, asked)
    if surely := told_surely(query, library, event, asked):
        return surely
    return _told_somehow(query, library, event, asked) or told_by_type(query, library, asked, PROBABLY, alone=True)


def _of_edition(query: Query, library: Library, asked: Wanted) -> Answer | None:
    """Answer where another edition of an event takes place, by the sentence that tells it."""
    found = edition_place(query, library, Sought("ville")) if asked.place and not asked.time else None
    if found is None:
        return None
    return said(query, library, found[0], ([found[0].words[slice(*found[1])]], found[2]), 1.0)


def _told_somehow(query: Query, library: Library, event: Event | None, asked: Wanted) -> Answer | None:
    """Answer of what comes next, of a report, of the event that is named, else by the sentences that tell of it."""
    if asked.after:
        return told_next(query, library, event, asked)
    if event is None:
        query = replace(query, documents=None) if query.quoted else query  # its title is in another report
        surely = None if asked.place else told_by_type(query, library, asked, LIKELY)
        return _of_report(query, library, asked) or surely or from_sentences(query, library, asked, ())
    return _of_named(query, library, event, asked)


def _of_named(query: Query, library: Library, event: Event, asked: Wanted) -> Answer | None:
    """Answer of the event that a question names, or of what it tells beside the event, by a sentence."""
    if asked.limit and (limit := told_by_type(query, library, asked, PROBABLY)):
        return limit  # it is no day of the event
    unsaid = _unsaid(query, library, event)
    if unsaid and (found := from_sentences(query, library, asked, unsaid)):
        return found
    if (asked.end or asked.duration) and (found := end_told(query, library, event, asked)):
        return found
    of_year = any(one.words in query.years for one in unsaid)
    was_done = done(query.folded) & {stem for one in unsaid for stem in one.alternatives[0][0]}
    if of_year or was_done:
        return None  # another year's, or something else that was done
    if asked.end or asked.duration or _weight(unsaid) > UNSAID * _weight(query.terms):
        return from_sentences(query, library, asked, ())
    found = _of_event(query, library, event, asked)
    if found is None and asked.hall:
        return untold(query)
    return found or from_sentences(query, library, asked, ())


def _weight(terms: Iterable[Term]) -> float:
    return sum(term.weight for term in terms)


def _unsaid(query: Query, library: Library, event: Event) -> list[Term]:
    """Return the ideas of a question that neither the name of an event nor the head of its report says."""
    document_id = event.provenance.span.document_id
    document = library.knowledge.documents[document_id]
    chain = event_chain(library.knowledge, event.mention)
    front = " ".join(words for words, _ in front_lines(document))
    known = vocabulary(f"{document.title} {front}") | own_words(library, event)
    aside = frozenset(tokens(query.place)) if event.kind == "session" else frozenset()
    dates = " ".join(date for step in chain for date in (step.start, step.end, *step.contradictions) if date)
    years = {year for year in query.years if dates and year not in dates}
    terms = query.without(HELD | GATHERINGS if event.kind == "event" else HELD).terms
    return [
        one for one in terms if one.words in years or (one.strength(known | aside) < KNOWN and not one.words.isdigit())
    ]


def _of_event(query: Query, library: Library, event: Event, asked: Wanted) -> Answer | None:
    event = fuller(library, event, lambda one: _tells(library, one, asked))
    event, other = _as_it_was(library, event)
    rows: list[Row] = []
    told: list[str] = []
    if asked.time:
        row = _time_row(library, event, other, asked)
        rows += [row] if row else []
        told += [row.value.split(" (")[0]] if row and row.value else []
        told += [f"un autre document dit : {french.period(other.start, other.end)}"] if row and other else []
        told += [f"le document dit aussi : {date}" for date in event.contradictions[:2]] if row else []
    row = _place_row(library, event, asked) if asked.place else None
    if row and not (asked.hall and fold(row.label.split(",")[0]) in query.folded):
        rows.append(row)
        told.append(row.label)
    if not rows:
        return None
    text = french.told(f"{' ; '.join(told)} — {event.label}")
    chain = event_chain(library.knowledge, event.mention)
    return Answer(query.text, KIND, text, tuple(rows), unique(around_event(library, None, chain)))


def _tells(library: Library, session: Event, asked: Wanted) -> bool:
    """Tell whether a report has the day, the hour or the room of a session, where they are asked for."""
    has_hour = "T" in (session.start or "") or not asked.hour or hour_told(library, session) is not None
    return (
        has_hour
        and bool(session.start or not asked.date)
        and bool(session.place or not asked.place or room_told(library, session))
    )


def _of_report(query: Query, library: Library, asked: Wanted) -> Answer | None:
    """Return when what a report is of took place, when the report tells no event: by its own date."""
    subject = [t for t in query.without(HELD).terms if not is_date_word(t.words)]
    if not subject or not asked.date or asked.place:
        return None
    reports = dict.fromkeys(proof.passage.span.document_id for proof in prove(query, library)[:DEPTH])
    for document_id in reports:
        document = library.knowledge.documents[document_id]
        front = list(front_lines(document))
        stems = vocabulary(" ".join((document.title, *(words for words, _ in front))))
        agrees = all(year in (document.date or "") for year in query.years)
        if (
            document.date
            and agrees
            and coverage(subject, stems) >= NAMED
            and not main_event(library.knowledge, document_id)
        ):
            told = french.period(document.date, None)
            dated = next((span for words, span in front if moments(words)), None) or _dated(library, document_id, told)
            if dated is None:
                continue  # nothing that can be shown tells the date of the report
            proofs = (library.evidence(dated, 1.0),)
            row = Row(document_id, document.title, "document", 1.0, f"{told} ({document.date})", proofs)
            return Answer(query.text, KIND, french.told(f"{told} — {document.title}"), (row,))
    return None


def _dated(library: Library, document_id: str, told: str) -> Span | None:
    """Return the sentence of a document that tells a date in its words."""
    places = library.find_phrase(re.sub(r"^(?:le|en) ", "", told))
    sentence = next((library.sentence_at(place) for place in places if place.document_id == document_id), None)
    return sentence.span if sentence else None


def _time_row(library: Library, event: Event, other: Event | None, asked: Wanted) -> Row | None:
    """Return the row that tells when an event is: as the graph has it, else as a label of its report does."""
    document_id = event.provenance.span.document_id
    start, end = when(library.knowledge, event)
    dated = _dated(library, document_id, french.period(start[:10], None)) if start else None
    proofs = [library.evidence(span, 1.0) for span in (dated, _own_span(library, event)) if span]
    proofs += [library.evidence(other.provenance.span, 0.9)] if other else []
    told = french.period(start, end)
    told_by = front_hour(library, document_id) if event.kind == "event" else hour_told(library, event)
    hour = told_by if asked.hour and "T" not in (start or "") else None
    if start and hour:
        led = re.match(r"(?i:à|de|dès)\s", hour[0]) or re.search(r"\d\s*[-–àa]\s*\d", hour[0])
        told = f"{told}, {hour[0].lower()}" if led else f"{told}, à {hour[0]}"
        proofs.insert(0, library.evidence(hour[1], 1.0))
    if not start:
        labelled = labelled_date(library, document_id)
        if labelled is None:
            return None
        told, proofs = labelled[0], [library.evidence(labelled[1], 1.0)]
    entity = library.knowledge.entity_of(event.mention)
    told = with_weekday(told) if asked.weekday else told
    value = told + (f" ({start.split('T')[0]})" if start else "")
    return Row(entity.id if entity else "", event.label, "event", 1.0, value, tuple(proofs))


def _own_span(library: Library, event: Event) -> Span:
    """Return the words that tell an event, those that announce it for a session."""
    mention = library.knowledge.mentions.get(event.mention)
    return mention.span if mention and event.kind == "session" else event.provenance.span


def _place_row(library: Library, event: Event, asked: Wanted) -> Row | None:
    """Return the row that tells where an event is: its own room, else as its report begins, or as the graph has it."""
    place, words = where(library.knowledge, event)
    told = library.knowledge.mentions.get(event.place_mention) if event.place_mention else None
    proof = quote_around(library, library.line_at(told.span)) if told else _own_span(library, event)
    own = bool(event.place) or room_told(library, event) is not None
    room = room_told(library, event) if event.kind == "session" and not event.place else None
    front = front_place(library, proof.document_id) if event.kind == "event" or (not room and not event.place) else None
    if room:
        place, words, proof = None, *room
    elif front and (not words or not _names_all(front[0], words) or len(front[0]) > len(words)):
        wider = words and not asked.room and not _names_all(front[0], words) and not _both_built(front[0], words)
        words, proof = f"{words}, {front[0]}" if wider and not _shares(front[0], words or "") else front[0], front[1]
    if not words and not asked.hall and (found := host(library, event)):
        words, proof = found[0].label, found[1]
    if not words or (asked.hall and not (is_room(words) and (own or event.kind == "event"))):
        return None  # a town, a body or the building of all is no answer to « quelle salle »
    return Row(place.id if place else "", words, "place", 1.0, words, (library.evidence(proof, 1.0),))


def _names_all(words: str, others: str) -> bool:
    """Tell whether some words hold all the stems of others."""
    return frozenset(tokens(others)) <= frozenset(tokens(words))


def _both_built(words: str, others: str) -> bool:
    """Tell two buildings, each told apart: an event is in the one that its report begins with."""
    return all(next(places(one, built=True), (1, 0))[0] == 0 for one in (words, others))


def _shares(words: str, others: str) -> bool:
    return bool(frozenset(tokens(others)) & frozenset(tokens(words)))


def _as_it_was(library: Library, event: Event) -> tuple[Event, Event | None]:
    """Return an event as it took place, and as another document dates it: what is told after it is surer."""
    same = same_named(event, library)
    if not same:
        return event, None
    written = {one: library.knowledge.documents[one.provenance.span.document_id].date or "" for one in (event, same[0])}
    reported = [one for one in (event, same[0]) if written[one] > (one.end or one.start or "")[:10]]
    first = reported[0] if len(reported) == 1 else event
    return first, same[0] if first is event else event
