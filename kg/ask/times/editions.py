"""Where another edition of an event takes place: the next one, or the one of a year that the question gives."""

import re
from collections.abc import Iterator
from dataclasses import replace

from index import fold, vocabulary
from kg.ask.answers.proofs import coverage
from kg.ask.language.moments import Slice
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.places.typed import towns_in
from kg.ask.question.query import YEAR, Query
from kg.ask.question.sought import Sought
from kg.ask.search.things import Sentence
from kg.ask.sessions.asked import named_event
from kg.ask.sessions.front import front_lines
from kg.ask.times.asked import ASKING, HELD
from kg.ask.times.told import COMES, NEXT_WORDS, TELLS_NEXT, is_there, whole_sentences
from kg.lexicon.places import is_country
from kg.lookup import when
from kg.regex import regex
from kg.types import Entity

#: What is held again and again.
_AGAIN = regex(
    r"\b(?:assises|rencontres?|forums?|journees?|colloques?|congres|festival|biennale|triennale|salon|seminaires?"
    r"|conferences?|editions?|universites? d'ete|etats generaux|sommet|foire|convention|ateliers?|reunions?|bureau"
    r"|comite|assemblee generale|seances?|conseil)\b"
)
_THOSE = regex(r"\b(?:celles?|celui|ceux) (?:de |d'|du |qui )|\b(?:precedente?s?|derniere?s?|premiere?s?)\b")
_NEXT = regex(
    r"\bprochaine?s?\b|\ba venir\b|\bsuivante?s?\b|\bse (?:feront|fera)\b"
    r"|\b(?:aur(?:a|ont)|tiendr\w+|derouler(?:a|ont)|accueiller(?:a|ont)|recevr(?:a|ont)|ser(?:a|ont))\b"
    r"|\b(?:doi(?:t|vent)|va|vont) (?:se tenir|avoir lieu|se derouler|etre|accueillir|recevoir)\b"
)
_ASKING = stems_of(
    "ville commune pays village bourg municipalité localité endroit lieu accueillera accueillir recevra recevoir "
    "feront fera édition éditions prochain prochaine assises rencontre rencontres forum journées colloque congrès "
    "festival".split()
)
#: Least share of what the event is about that a sentence, or what opens its report, says; what the latter is worth.
SAYS, FRONT = 0.5, 0.9
#: How many reports are read at most.
MOST = 40


def edition_place(query: Query, library: Library, asked: Sought) -> tuple[Sentence, Slice, Entity | None] | None:
    """Return the sentence that tells where another edition of the event of a question is, and the place in it."""
    coming = _NEXT.search(query.folded) is not None
    if not _AGAIN.search(query.folded) or not (coming or query.years) or query.entities("person"):
        return None
    if not coming and _is_of_year(query, library):
        return None
    terms = [t for t in query.without(_ASKING | HELD | NEXT_WORDS | ASKING).terms if t.words not in query.years]
    best: tuple[float, Sentence, Slice, Entity | None] | None = None
    for document_id in _reports(query, library):
        document = library.knowledge.documents[document_id]
        front = vocabulary(" ".join((document.title, *(words for words, _ in front_lines(document)))))
        for passage in library.knowledge.extraction_of[document_id].passages:
            for sentence in whole_sentences(library, passage):
                worth = _worth(query, sentence, coming=coming)
                said = coverage(terms, sentence.stems, ((front, FRONT),)) if terms else 1.0
                if not worth or said < SAYS or (best and best[0] >= worth + said):
                    continue
                towns = list(towns_in(query, library, asked, sentence, listed=True))
                if place := _of_it(query, sentence.words, towns, asked):
                    best = (worth + said, sentence, *place)
    return best[1:] if best else None


def _is_of_year(query: Query, library: Library) -> bool:
    """Tell an event of a report that was held in the year that the question gives: its own place answers."""
    event = named_event(query, library)
    held = " ".join(filter(None, when(library.knowledge, event))) if event else ""
    return any(year in held for year in query.years)


def _reports(query: Query, library: Library) -> Iterator[str]:
    own = sorted(query.documents or ())
    found = (one.passage.span.document_id for one in library.look(replace(query, documents=None)))
    yield from list(dict.fromkeys([*own, *found]))[:MOST]


def _worth(query: Query, sentence: Sentence, *, coming: bool) -> float:
    """Return how well a sentence tells of the edition that is asked: 0 when it tells of none."""
    plain = sentence.folded
    again = _AGAIN.search(plain) or _THOSE.search(plain)
    of_year = any(year in plain for year in query.years)
    if query.years and not of_year:
        return 0.0
    if not again:
        return 0.0
    if of_year:
        return 2.0 if not coming or TELLS_NEXT.search(plain) or COMES.search(plain) else 1.0
    if TELLS_NEXT.search(plain):
        return 2.0
    return 1.0 if COMES.search(plain) else 0.0


def _of_it(
    query: Query, words: str, towns: list[tuple[Slice, Entity | None]], asked: Sought
) -> tuple[Slice, Entity | None] | None:
    """Return the place of a sentence that is the edition's: beside its year where several are told, else the first."""
    named = [(one, entity) for one, entity in towns if is_country(words[slice(*one)]) == (asked.word == "pays")]
    named.sort(key=lambda pair: pair[0])
    if not named:
        return None
    last = 0
    for year in YEAR.finditer(words):
        if year[0] in query.years:
            before = [pair for pair in named if last <= pair[0][0] and pair[0][1] <= year.start()]
            after = [pair for pair in named if pair[0][0] >= year.end()]
            return before[-1] if before else after[0] if after else None
        last = year.end()
    start = (TELLS_NEXT.search(fold(words)) or COMES.search(fold(words)) or re.match("", words)).start()  # type: ignore[union-attr]
    hosted = [pair for pair in named if is_there(words, pair[0][0])]
    return next((pair for pair in hosted if pair[0][0] >= start), hosted[0] if hosted else None)
