"""What did not work, what fell short: the negative findings that the reports of an event tell, one a row."""

import re

from corpus import Passage
from index import fold
from kg.ask import french
from kg.ask.context import around_document, unique
from kg.ask.library import Library
from kg.ask.proofs import quote_around
from kg.ask.query import Query
from kg.ask.things import Sentence
from kg.types import Answer, Row

KIND = "shortcomings"
EXAMPLES = (
    "Qu'est-ce qui n'a pas marché au forum du Morbois ?",
    "Quelles ont été les difficultés du forum du Morbois ?",
)
_FALLS_SHORT = (
    r"limites?|difficultes?|echecs?|obstacles?|freins?|faiblesses?|points? (?:faibles?|negatifs?)|defauts?"
    r"|insuffisances?"
)
_ASKED = re.compile(
    r"\b(?:n'(?:a|ont) pas (?:bien )?(?:marche|fonctionne|reussi|pris)|mal (?:marche|fonctionne|passe)"
    rf"|(?:a|ont) (?:rate|echoue)|(?:quel\w*|les?|des|liste\w*) (?:\w+ ){{0,3}}(?:{_FALLS_SHORT}))\b"
)
_TITLE = re.compile(rf"\b(?:{_FALLS_SHORT}|regrets?|ce qui n'a pas marche)\b")
_NEGATIVE = re.compile(
    r"\b(?:trop|faute de|manqu\w+|decevan\w+|decu\w*|echecs?|echou\w+|erreurs?|rate\w*|insuffisan\w+|faible\w*"
    r"|regrett\w+|deplor\w+|malheureusement|difficile\w*|difficultes?|peu de|decline\w*|annule\w*|abandonne\w*"
    r"|pas assez|moins que prevu|n['’ ]?(?:a|ont|est|etait|etaient|y a)\b.{0,25}\b(?:pas|rien|aucune?|guere|jamais))\b"
)
#: What a finding is worth under a title that announces shortcomings, and elsewhere; how many are told.
UNDER, ELSEWHERE, MOST = 1.0, 0.7, 8


def answer(query: Query, library: Library) -> Answer | None:
    """Answer what went wrong at an event or in a report that the question names; nothing for other questions."""
    if not query.documents and query.event is None:
        return None
    if not _ASKED.search(query.folded) or query.folded.startswith("pourquoi"):
        return None
    found = [
        (worth, sentence)
        for document_id in sorted(_documents(query))
        for passage in library.knowledge.extraction_of[document_id].passages
        for sentence in library.sentences(passage)
        if (worth := _worth(passage, sentence))
    ]
    found.sort(key=lambda pair: (-pair[0], pair[1].span))
    if not found:
        return None
    rows = []
    for worth, sentence in found[:MOST]:
        evidence = (library.evidence(quote_around(library, sentence.span), worth),)
        rows.append(Row("", french.shortened(sentence.words, 160), "item", worth, None, evidence))
    text = french.shortened(" ".join(french.sentence(row.label) for row in rows), 600)
    facts = [fact for document_id in sorted(_documents(query)) for fact in around_document(library, None, document_id)]
    return Answer(query.text, KIND, text, tuple(rows), unique(facts))


def _documents(query: Query) -> frozenset[str]:
    if query.documents or query.event is None:
        return query.documents or frozenset()
    return frozenset([query.event.provenance.span.document_id])


def _worth(passage: Passage, sentence: Sentence) -> float:
    """Return how surely a sentence tells a shortcoming (0..1): by the title above it, else by its own words."""
    if _TITLE.search(fold(sentence.words)) and len(sentence.stems) <= 2:
        return 0.0
    if passage.headings and _TITLE.search(fold(passage.headings[-1])):
        return UNDER
    return ELSEWHERE if _NEGATIVE.search(fold(sentence.words)) else 0.0
