"""What did not work, and what worked: the findings that the reports of an event tell, one a row."""

import re
from dataclasses import dataclass

from corpus import Passage, Span
from index import fold
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import cited
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.listing import told_items
from kg.ask.lists.columns import in_columns
from kg.ask.lists.groups import best_group
from kg.ask.question.query import Query
from kg.ask.search.things import Sentence
from kg.regex import regex
from kg.types import Answer, Row

KIND = "shortcomings"
EXAMPLES = (
    "Qu'est-ce qui n'a pas marché au forum du Morbois ?",
    "Quelles ont été les difficultés du forum du Morbois ?",
)
_FALLS_SHORT = (
    r"(?<!date )limites?|difficultes?|echecs?|obstacles?|freins?|faiblesses?|points? (?:faibles?|negatifs?)|defauts?"
    r"|insuffisances?"
)
_WORKED = r"(?:marche|fonctionne|reussi|pris(?! (?:la |l[e']|part|en |des? |une? |note)))"
_SUCCEEDS = r"reussites?|succes|points? (?:forts?|positifs?)|atouts?|acquis|forces?"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is found good or bad: how a question asks for it, what a title above says, what a sentence does."""

    asked: re.Pattern[str]
    title: re.Pattern[str]
    tells: re.Pattern[str]


_FINDINGS = (
    Finding(
        regex(
            rf"\b(?:n'(?:a|ont|avait) (?:pas|guere|jamais) (?:bien |vraiment )?{_WORKED}"
            rf"|(?:mal|moins bien|moins) {_WORKED}|(?:a|ont) (?:rate|echoue|coince|peche)"
            rf"|(?:quel\w*|les?|des|liste\w*) (?:\w+ ){{0,3}}(?:{_FALLS_SHORT}))\b"
        ),
        regex(rf"\b(?:{_FALLS_SHORT}|regrets?|(?:n'a pas|mal|moins bien|moins) {_WORKED})\b"),
        regex(
            r"\b(?:trop|faute de|manqu\w+|decevan\w+|decu\w*|echecs?|echou\w+|erreurs?|rate\w*|insuffisan\w+|faible\w*"
            r"|regrett\w+|deplor\w+|malheureusement|difficile\w*|difficultes?|peu de|decline\w*|annule\w*|abandonne\w*"
            r"|pas assez|moins que prevu"
            r"|n['’ ]?(?:a|ont|est|etait|etaient|y a)\b.{0,25}\b(?:pas|rien|aucune?|guere|jamais))\b"
        ),
    ),
    Finding(
        regex(
            rf"(?<!pas )(?<!moins )\b(?:bien|le mieux|mieux) {_WORKED}\b|\b(?:qui|a|ont) {_WORKED}\b"
            rf"|\b(?:quel\w*|les?|des|liste\w*) (?:\w+ ){{0,3}}(?:{_SUCCEEDS})\b"
        ),
        regex(rf"\b(?:{_SUCCEEDS})\b|(?<!moins )(?<!pas )\bbien {_WORKED}\b|\bce qui (?:a )?(?:marche|fonctionne)\b"),
        regex(
            rf"\b(?:reussi\w*|succes|satisfai\w+|bien {_WORKED}|apprecie\w*|se felicit\w+|efficace\w*|positi\w+"
            r"|a permis)\b"
        ),
    ),
)
#: Least share of the question that a list under such a title must say.
LISTED = 0.6
#: What a finding is worth under a title that announces shortcomings, and elsewhere; how many are told.
UNDER, ELSEWHERE, MOST = 1.0, 0.7, 8


def answer(query: Query, library: Library) -> Answer | None:
    """Answer what went wrong at an event or in a report that the question names; nothing for other questions."""
    if not query.documents and query.event is None:
        return None
    asked = next((one for one in _FINDINGS if one.asked.search(query.folded)), None)
    if asked is None or re.match(r"pourquoi|qui\b", query.folded):
        return None
    beside = _side_by_side(query, library, asked)
    if beside:
        return told_items(query, library, list(beside), 1.0)
    listed = best_group(query, library, least=LISTED, fits=lambda one: bool(asked.title.search(fold(one.title))))
    if listed:
        return told_items(query, library, list(listed.items), 1.0)
    found = [
        (worth, sentence)
        for document_id in sorted(_documents(query))
        for passage in library.knowledge.extraction_of[document_id].passages
        for sentence in library.sentences(passage)
        if (worth := _worth(asked, passage, sentence))
    ]
    found.sort(key=lambda pair: (-pair[0], pair[1].span))
    if not found:
        return None
    rows = []
    for worth, sentence in found[:MOST]:
        evidence = (cited(library, sentence.span, worth),)
        rows.append(Row("", french.shortened(sentence.words, 160), "item", worth, None, evidence))
    text = french.shortened(" ".join(french.sentence(row.label) for row in rows))
    facts = [fact for document_id in sorted(_documents(query)) for fact in around_document(library, None, document_id)]
    return Answer(query.text, KIND, text, tuple(rows), unique(facts))


def _documents(query: Query) -> frozenset[str]:
    if query.documents or query.event is None:
        return query.documents or frozenset()
    return frozenset([query.event.provenance.span.document_id])


def _side_by_side(query: Query, library: Library, asked: Finding) -> tuple[Span, ...]:
    """Return the items of the column whose title says what is asked for."""
    listed = (one for document_id in sorted(_documents(query)) for one in in_columns(library, document_id))
    return next((items for items, title, _ in listed if asked.title.search(fold(title))), ())


def _worth(asked: Finding, passage: Passage, sentence: Sentence) -> float:
    """Return how surely a sentence tells a finding (0..1): by the title above it, else by its own words."""
    if asked.title.search(sentence.folded) and len(sentence.stems) <= 2:
        return 0.0
    if passage.headings and asked.title.search(fold(passage.headings[-1])):
        return UNDER
    return ELSEWHERE if asked.tells.search(sentence.folded) else 0.0
