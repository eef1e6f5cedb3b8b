"""Passages that answer a question for a list, and list nothing of what it asks, or far less than it counts."""

import re
from collections.abc import Iterator

from corpus import Span
from index import fold
from kg.ask.answers.proofs import sentence_around
from kg.ask.language.numbers import find_numbers
from kg.ask.language.same import akin
from kg.ask.library import Library
from kg.ask.listing import MOST
from kg.ask.lists.nouns import asked_nouns, same_list
from kg.ask.question.query import Query
from kg.ask.refusals.untyped import nearest_to
from kg.regex import regex
from kg.types import Answer

#: « Les six écoles », « quelles sont les 46 collectivités »: how many things are asked for.
_COUNTED = regex(r"^(?:quel(?:le)?s? (?:sont|etaient) |liste\w* |donne\w* |cite\w* )?les (?P<number>[\w-]+) \w+")
#: The one that comes first among some: a passage that tells it answers.
_FIRST = regex(r"\ble (?:plus|mieux|moins)\b|\ben tete\b|\bprincipa\w+")
#: Lists whose very items are passages.
_PASSAGES = regex(r"\b(?:passages?|extraits?|citations?|propos|phrases?|textes?|mentions?|paragraphes?)\b")
#: What parts the items of a sentence, and of how many words an item is at most.
_PARTS = regex(r"\s*[,;:]\s*|\s+(?:et|ou)\s+|\s*\n\s*(?:[-•*▸–]|\d+[.)])\s*")
LONGEST, LEAST = 5, 3


def unlisted(query: Query, library: Library, found: Answer) -> str:
    """Tell an answer to a question for a list where nothing is listed, or fewer than half of what it counts."""
    if found.kind != "list" or not found.rows:
        return ""
    number = min(_number(query), MOST)
    if found.rows[0].kind == "item":
        short = 2 * len(found.rows) < number
    else:
        least = max(LEAST, (number + 1) // 2)
        spans = [proof.span for proof in found.rows[0].evidence]
        short = found.rows[0].kind == "passage" and all(
            _listed(words) < least for span in spans for words in _on(query, library, span)
        )
    if not short or _FIRST.search(query.folded) or _PASSAGES.search(query.folded):
        return ""
    near = sentence_around(library, found.rows[0].evidence[0].span)
    return f"aucun passage n'en donne la liste{nearest_to(library, near)}"


def _number(query: Query) -> int:
    """Return how many things a question asks for; 0 when it does not say."""
    asked = _COUNTED.match(query.folded)
    number = next(find_numbers(asked["number"]), None) if asked else None
    return (number.value or 0) if number else 0


def _on(query: Query, library: Library, span: Span) -> Iterator[str]:
    """Yield the sentences of a slice that name what is asked; all of them where the question names nothing."""
    nouns = asked_nouns(query)
    like = frozenset[str]().union(*(same_list(noun) | noun for noun in nouns))
    passage = library.passage_at(span)
    for sentence in library.sentences(passage) if passage else ():
        inside = sentence.span.start < span.end and span.start < sentence.span.end
        if inside and (not like or any(akin(one, other) for one in like for other in sentence.stems)):
            yield fold(library.knowledge.quote(sentence.span))


def _listed(words: str) -> int:
    """Return how many short items follow one another in a folded sentence, at most."""
    best = run = 0
    for number, part in enumerate(_PARTS.split(words)):
        run = run + 1 if len(re.findall(r"[\w'-]+", part)) <= LONGEST else 0
        best = max(best, run + (run <= number))  # what leads to the first item is longer than an item
    return best if best > 1 else 0
