"""When the sentence that tells a time or a place is surer than the event that a question seems to name."""

from dataclasses import replace

from index import tokens
from kg.ask.answers.rows import refused
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.double import joined
from kg.ask.question.query import Query
from kg.ask.times.asked import ASKING, GATHERINGS, HELD, Wanted
from kg.ask.times.births import born_asked, only_named
from kg.ask.times.led_places import led_place
from kg.ask.times.told import NEXT_WORDS, said
from kg.ask.times.typed import by_type
from kg.lookup import event_chain
from kg.types import Answer, Event

KIND = "when-where"
#: How much of a question (0..1) a sentence and what stands around it must say to be surer than the event that is named,
#: than one whose name says nothing of it, to answer at last, and to tell when something came to be.
SURELY, LIKELY, PROBABLY, BORN = 0.9, 0.7, 0.65, 0.6
#: How well an event must say an idea of the question, 0..1: in its own words, a letter apart.
KNOWN = 0.85


def of_life(query: Query, library: Library, asked: Wanted) -> Answer | None:
    """Return when somebody was born or died, by the sentence that names them; refuse what no report tells."""
    people = query.entities("person")
    if not people:
        return None
    told = by_type(query, library, asked, least=SURELY)
    if told and told.own >= LIKELY:
        return said(query, library, told.sentence, ([told.words], None), told.score)
    return refused(query, KIND, f"aucun document ne le dit ({people[0].label})", f"nom cherché : {people[0].label}")


def untold(query: Query) -> Answer:
    """Return the refusal of a time or a place that no report tells of what is named."""
    why = "Rien dans le corpus : aucun document ne le dit."
    searched = ", ".join(term.words for term in query.terms)
    return Answer(query.text, KIND, why, abstained=True, certificate=f"mots cherchés : {searched}")


def own_words(library: Library, event: Event) -> frozenset[str]:
    """Return the stems of what names an event and what it is part of, of where they are, and of their dates."""
    chain = event_chain(library.knowledge, event.mention)
    told = (f"{step.label} {step.place or ''} {french.period(step.start, step.end)}" for step in chain)
    return frozenset(tokens(" ".join(told)))


def told_surely(query: Query, library: Library, event: Event | None, asked: Wanted) -> Answer | None:
    """Answer by the sentence that says all that is asked, when that is more than when or where an event was."""
    if asked.end or asked.duration:
        return None
    if asked.place and led_place(query, library):
        return None  # the verb of the question leads to it
    if asked.date and (asked.origin or born_asked(query)):
        told = told_by_type(query, library, asked, BORN)
        return told or (untold(query) if only_named(query) else None)
    known = own_words(library, event) if event else frozenset[str]()
    aside = HELD | ASKING | NEXT_WORDS | (GATHERINGS if event and event.kind == "event" else frozenset())
    terms = [t for t in query.without(aside).terms if not t.words.isdigit()]
    rest = [term for term in terms if term.strength(known) < KNOWN]
    least = LIKELY if event and len(rest) == len(terms) else SURELY
    return told_by_type(query, library, asked, least) if rest else None


def told_by_type(query: Query, library: Library, asked: Wanted, least: float, *, alone: bool = False) -> Answer | None:
    """Answer by the best sentence that tells what is wanted where this share (0..1) of the question is said.

    Of a time and a place, the time may be told `alone`, where nothing else answers.
    """
    if asked.time and asked.place:
        return _both(query, library, asked, least, alone=alone)
    told = by_type(query, library, asked, least=least)
    return said(query, library, told.sentence, ([told.words], None), told.score) if told else None


def _both(query: Query, library: Library, asked: Wanted, least: float, *, alone: bool) -> Answer | None:
    """Answer with the time and the place that sentences of one report tell, each as surely."""
    time = by_type(query, library, replace(asked, place=False, room=False), least=least)
    if time is None:
        return None
    document = frozenset([time.sentence.span.document_id])
    inside = replace(query, documents=document, scoped=query.inside().terms)
    place = by_type(inside, library, replace(asked, date=False, hour=False), least=least)
    if place is None or place.sentence.span.document_id not in document:
        told = said(query, library, time.sentence, ([time.words], None), time.score)
        return told if alone and time.own >= SURELY else None  # it may tell the place in words of its own
    found = said(query, library, time.sentence, ([time.words, place.words], None), time.score)
    return joined(query.text, found, said(query, library, place.sentence, ([place.words], None), place.score))
