"""Numbers read in the reports: of a meeting or a vote, in the best sentence, by the proxies that are told."""

import re
from dataclasses import replace

from corpus import Span
from index import fold
from kg.ask.answers.proofs import cited
from kg.ask.answers.rows import number_row, refused
from kg.ask.counts.amounts_of_items import SURELY, amount_in_item
from kg.ask.counts.counted import LIVES, best_quantity
from kg.ask.counts.distinct import counted_in_rows
from kg.ask.counts.headcounts import LOOSELY, OF_MEETING, said_of_event
from kg.ask.counts.ranges import range_told
from kg.ask.counts.tabled import tabled
from kg.ask.counts.year_columns import by_year
from kg.ask.language import french
from kg.ask.language.numbers import Number
from kg.ask.language.quantities import Quantity
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.sessions.proxies import ASKED as OF_PROXIES
from kg.ask.sessions.proxies import answer_proxies
from kg.regex import regex
from kg.types import Answer

KIND = "participants-counts"
#: Those who are counted as people who come.
_HUMANS = regex(
    r"(?:participant|personne|representant|intervenant|membre|gens|inscrit|venu|vien|venai|monde)\w*|agents?$|elue?s?$"
    r"|adherente?s?$|stagiaires?$|etudiante?s?$|jures?$|votante?s?$|conseill\w+$|presente?s?$|absente?s?$|excusee?s?$"
)
#: What is told of those who come to an event, people or bodies: « combien de communes étaient représentées ».
_COMING = regex(r"\b(?:represente|inscrit|presente?|excuse)e?s\b")
#: Least share of a question on a session that a sentence must say: those who came to the whole are not asked for.
OF_SESSION = 0.8
#: What follows a number that is measured, not counted.
_UNIT = regex(r"\s?(?:€|%|(?:millions?|milliards?)(?: d['’]euros)?|euros?|kilomètres?|hectares?|mètres?)(?!\w)")


def read_count(query: Query, library: Library, thing: str, *, people: bool) -> Answer | None:
    """Answer with what the reports say of an event, with the number of a sentence, with the proxies that are told."""
    if (
        rows := by_year(query, library) or tabled(query, library) or amount_in_item(query, library, least=SURELY)
    ) is not None:
        return rows
    of_event = people or bool(_HUMANS.match(thing)) or not thing or bool(OF_MEETING.search(query.folded))
    found = _of_event(query, library, thing) if not of_event and _came(query, thing) else None
    if not of_event:
        found = found or stated(query, library) or counted_in_rows(query, library, thing)
    populates = not of_event and bool(LIVES.match(thing)) and query.event is None
    found = found or (None if populates else _of_event(query, library, thing))
    if found:
        return found
    if OF_PROXIES.search(query.folded) and (given := answer_proxies(query, library, KIND)):
        count = str(len(given.rows))
        first = number_row(count, given.rows[0].evidence)
        return replace(given, rows=(first, *given.rows), text=french.shortened(f"{count} : {given.text}"))
    of_session = people and query.event and query.event.kind == "session"
    found = stated(query, library, least=OF_SESSION if of_session else 0.0) if of_event else None
    return found or amount_in_item(query, library)


def _came(query: Query, thing: str) -> bool:
    """Tell a question that counts what was present at an event, or those who live there and no more than the event."""
    told = [term for term in query.scoped if not fold(term.words).endswith(thing)]
    return query.event is not None and bool(_COMING.search(query.folded) or (LOOSELY.match(thing) and not told))


def _of_event(query: Query, library: Library, thing: str) -> Answer | None:
    """Answer with the number that a report gives of a meeting, a session, a vote."""
    said = said_of_event(query, library, thing)
    if said is None:
        return None
    number, proof, told = said
    reckoned = _reckoned(query, library, number, proof, told) if told else None
    return reckoned or _numbered(query, library, number, proof, 1.0)


def stated(query: Query, library: Library, least: float = 0.0) -> Answer | None:
    """Answer with the quantity of the sentence that says the rest of the question, `least` of it at least."""
    found = best_quantity(query, library)
    if found is None or found.said < least:
        return None
    quantity = found.quantity
    between = range_told(found.sentence.words, quantity)
    value, words = (between, between) if between else _shown(quantity)
    evidence = (cited(library, found.sentence.span, found.said),)
    row = number_row(between or quantity.words, evidence, value=value, score=found.said)
    text = french.told(f"{words} : « {library.reading(found.sentence.span)} »")
    return Answer(query.text, KIND, text, (row,))


def _shown(quantity: Quantity) -> tuple[str, str]:
    """Return the value of a quantity, and the words that tell it: a number in letters is told in digits too."""
    if quantity.value is None or quantity.measure == "share" or quantity.unit:
        spelt = quantity.value is not None and quantity.unit and quantity.words[:1].isalpha()
        both = f"{quantity.words} ({quantity.value})" if spelt else quantity.words
        return both if spelt else quantity.words, both
    digits = re.search(r"\d(?:[\d .\u00a0\u202f]*\d)?", quantity.words)
    value = digits[0] if digits else str(quantity.value)
    return value, quantity.words if digits else f"{quantity.words} ({value})"


def _numbered(query: Query, library: Library, number: Number, sentence: Span, score: float) -> Answer:
    """Answer with a number and the sentence that states it."""
    told = str(number.value) if number.value and not number.words[:1].isdigit() else number.words
    evidence = (cited(library, sentence, score),)
    row = number_row(number.words, evidence, value=told, score=score)
    words = library.reading(sentence)
    unit = _UNIT.match(words[number.end :])
    both = number.words if told == number.words else f"{number.words} ({told})"
    text = french.told(f"{both}{unit[0] if unit else ''} : « {words} »")
    return Answer(query.text, KIND, text, (row,))


def _reckoned(query: Query, library: Library, number: Number, proof: Span, told: str) -> Answer:
    """Answer with a number that was reckoned, and how."""
    proofs = (cited(library, proof),)
    text = told if told.startswith(number.words) else f"{number.words} : {told}"
    row = number_row(number.words, proofs)
    return Answer(query.text, KIND, french.told(text), (row,))


def untold(query: Query) -> Answer:
    """Say that no document gives the number: a count is never guessed."""
    searched = ", ".join(term.words for term in query.terms)
    return refused(query, KIND, "aucun document ne donne ce nombre", f"nombre cherché à côté de : {searched}")
