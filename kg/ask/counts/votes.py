"""How many voted, voted for, against, or abstained: by the line of the vote on what a question is about."""

import re

from corpus import Span
from kg.ask.answers.proofs import coverage
from kg.ask.language.numbers import Number, find_numbers
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.search.things import Sentence
from kg.ask.sessions.minutes import items_about
from kg.regex import regex

#: Questions that count votes.
VOTED = regex(r"\b(?:vot(?:e|ent|es|aient|ait|er)|voix|abst\w+|pour ou contre|oppose\w*)\b")
#: What follows a number that counts no votes, and the words of a count of votes.
_MEASURED = regex(r"\s*(?:€|k€|euros?\b|%|francs?\b|tonnes?\b|ans\b|heures?\b|km\b)")
_BALLOT = regex(r"\bvot\w*|\babst\w+|\bvoix\b|\badopt\w+|\bapprouv\w+|\brejet\w+|\bpour\b.*\d.*\bcontre\b")
_SIDES = (
    ("contre", regex(r"\bcontre\b|\boppos")),
    ("abstention", regex(r"\babst")),
    ("pour", regex(r"\bpour\b|\bfavorabl|\bapprouv|\badopt")),
)


def voted(query: Query, library: Library) -> tuple[Number, Span, str] | None:
    """Return how many voted, voted for, against or abstained, by the line of the vote on what the question is about."""
    side = next((name for name, asked in _SIDES if asked.search(query.folded)), "")
    side = "votant" if re.search(r"\bvotants?\b", query.folded) else side
    plain = stems_of(
        "voter voté vote voix contre pour abstention abstentions abstenu abstenus personnes élus votants votant".split()
    )
    terms = query.without(plain).inside().terms

    def number(sentence: Sentence) -> Number | None:
        words = sentence.folded
        found = next((one for one in find_numbers(words) if side and _counts(words, one, side)), None)
        return found and Number(sentence.words[found.start : found.end], found.start, found.end, found.value)

    for sentences in items_about(query, library, terms, lambda one: number(one) is not None) if terms else ():
        told = max(sentences, key=lambda one: (number(one) is not None, coverage(terms, one.stems)))
        if (shown := number(told)) is not None:
            return shown, told.span, ""
    return None


def _counts(words: str, number: Number, side: str) -> bool:
    after, before = words[number.end :], words[: number.start]
    if _MEASURED.match(after) or not _BALLOT.search(words):
        return False
    followed = re.match(rf"\s*(?:voix |votes? |elu\w* )?(?:se sont )?{side}", after)
    labelled = re.search(rf"\b{side}\w*\s*:?\s*$", before)
    return bool(labelled or (followed and not re.match(r"\s*\w+\s*:?\s*\d", after)))
