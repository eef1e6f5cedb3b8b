"""When or where something was, by the best sentence that tells a time or a place; when a body or a work came to be."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from corpus import Passage
from index import tokens
from kg.ask.language.moments import Slice, is_state, led_by, moments, places
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.places.typed import towns_in
from kg.ask.question.query import Query
from kg.ask.question.sought import Sought
from kg.ask.search.things import Sentence
from kg.ask.sentences.standing import asks_origin, comes_from
from kg.ask.sentences.typed import Find, Typed, best_told, in_words
from kg.ask.times.asked import ASKING, Wanted
from kg.ask.times.births import births, born_asked, is_birth, is_of, names_born
from kg.ask.times.fuller_dates import days_of
from kg.regex import regex

_WEEKDAY = regex(
    r"\b(?:le|les|tous les|chaque) (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?\b(?! \d)", re.IGNORECASE
)
#: « Depuis plus de 22 ans », « en 15 années d'existence ».
_SINCE = regex(r"\bdepuis (?:plus de |près de |environ )?$", re.IGNORECASE)
_OLD = regex(r" d['’](?:existence|activité|ancienneté)\b")


def by_type(query: Query, library: Library, asked: Wanted, *, least: float) -> Typed | None:
    """Return the time or the place that the best sentence tells where this share (0..1) of the question is said."""
    if "limite" in query.folded and not asked.labelled:  # « Date limite : », else « avant le… »
        labelled = by_type(query, library, replace(asked, labelled=True), least=least)
        if labelled:
            return labelled
    topic = query.without(ASKING - _limit() if asked.labelled else ASKING)
    born = asked.date and (asked.origin or born_asked(query))
    if born:
        topic = topic.without(births())
    best = None
    led = born or (asked.limit and query.event)  # the day of an event is no limit
    for strict in (True,) if led else (True, False) if asked.leads else (False,):
        find = _finder(topic, library, asked, born=born, strict=strict)
        best = best or best_told(topic, library, find, least=least)
    if topic.documents and (best is None or best.said < 0.9):
        wider = best_told(replace(topic, documents=None, scoped=()), library, find, least=least)
        best = max((one for one in (best, wider) if one), key=lambda one: one.score, default=None)
    return best


@lru_cache(maxsize=1)
def _limit() -> frozenset[str]:
    return stems_of(["limite"])


def _finder(query: Query, library: Library, asked: Wanted, *, born: bool, strict: bool) -> Find:
    asking = frozenset(tokens(query.text))
    names = names_born(query) if born else set()

    def find(sentence: Sentence, _: Passage) -> Iterator[Slice]:
        words = sentence.words
        of_it = not names or is_of(library, sentence, names)
        if asked.time or asked.duration:
            found = moments(
                words, "duration" if asked.duration else "hour" if asked.hour and not asked.date else "date"
            )
            found = days_of(words, [*found, *_weekdays(words)]) if asked.day else found
            found = [*found, *_lasting(words, asked)]
            led = led_by(found, words, asked.leads) if asked.leads else found
            found = [] if asked.leads and strict and not born and led is found else led
        else:
            found = _placed(query, library, sentence, asked)
        for one in found:
            if asked.date and not asked.leads and is_state(words[: one[0]], asking):
                continue
            if born and not (is_birth(words, one) and of_it):
                continue
            if not frozenset(tokens(words[one[0] : one[1]])) <= asking and (not born or is_birth(words, one)):
                yield one

    return find


def _lasting(words: str, asked: Wanted) -> list[Slice]:
    """Return where a sentence tells since how long: « depuis 22 ans » answers « depuis quand »."""
    if not asked.leads.startswith("depuis"):
        return []
    spans = moments(words, "duration")
    return [one for one in spans if _SINCE.search(words[: one[0]]) or _OLD.match(words[one[1] :])]


def _weekdays(words: str) -> list[Slice]:
    """Return where a sentence says on which day of each week: « fermé le mardi »."""
    return [match.span() for match in _WEEKDAY.finditer(words)]


def _placed(query: Query, library: Library, sentence: Sentence, asked: Wanted) -> list[Slice]:
    """Return the slices of a sentence that tell a place: known ones, buildings, what a preposition of place leads."""
    known = [] if asked.room else library.mentions_in(sentence.span, "place")
    found = [one for mention, _ in known if (one := in_words(sentence, mention.span))]
    if asked.static or asks_origin(query):
        found += [one for one, _ in towns_in(query, library, Sought("ville"), sentence) if one not in found]
    told = [*places(sentence.words, built=asked.room)]
    told += [one for one in found if not any(one[0] < end and at < one[1] for at, end in told)]
    origins = [one for one in told if comes_from(sentence.words, one[0])] if asks_origin(query) else []
    return origins or told
