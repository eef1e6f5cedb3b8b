"""What an event, a report or the corpus is about: the concepts of its quotations, the most frequent first.

Then come those of its passages. The terms of the corpus's own count with those of the thesaurus.
"""

import re
from collections import Counter
from collections.abc import Iterable

from corpus import Span
from index import tokens
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import best_part
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.ask.sessions.agenda import answer_agenda
from kg.ask.sessions.decisions import answer_decisions
from kg.ask.sessions.digest import digest
from kg.ask.sessions.over_time import answer_over_time
from kg.ask.sessions.titles import titles_of_sessions
from kg.concept_list import known_concepts
from kg.regex import regex
from kg.types import Answer, ConceptLink, Row
from ontology import Concept

KIND = "themes"
EXAMPLES = (
    "Quels sont les thèmes abordés au forum du Morbois ?",
    "De quoi a-t-on parlé au forum du Morbois ?",
    "De quels sujets parle le corpus ?",
)
_ASKED = regex(
    r"^(?:quel\w* (?:sont|etaient|ont ete|est|etait) (?:les?|la) (?:grands? |principa\w+ )?"
    r"(?:themes?|thematiques?|sujets?)\b|de quoi (?:a-t-on|parle|parlait|parlent|a parle|est-il|etait-il)"
    r"|de quels? (?:themes?|sujets?)|quels (?:themes|sujets)\b|les? (?:principa\w+ )?(?:themes?|thematiques?)\b)"
)
MOST = 8


def answer(query: Query, library: Library) -> Answer | None:
    """Answer what an event or the whole corpus is about; nothing for other questions."""
    if points := answer_decisions(query, library, KIND) or answer_agenda(query, library, KIND):
        return points
    if summary := digest(query, library):
        return summary
    if titles := titles_of_sessions(query, library):
        return titles
    if years := answer_over_time(query, library, KIND):
        return years
    if not _ASKED.search(query.folded):
        return None
    documents = _documents(query)
    if documents is None:
        return None
    read = [e for e in library.knowledge.extractions if not documents or e.id in documents]
    links = [link for e in read for link in e.concept_links if link.method != "meaning"]
    said = _ranked(link for link in links if link.target in library.quotations)
    told = _ranked(link for link in links if link.concept not in dict(said))
    ranked = [(concept, french.count(number, "citation")) for concept, number in said]
    ranked += [(concept, french.count(number, "passage")) for concept, number in told]
    if not ranked:
        return None
    names = {concept.id: concept for concept in known_concepts(library.base).values()}
    rows = [_row(library, names[concept], told, links) for concept, told in ranked[:MOST]]
    text = french.sentence(f"{french.count(len(rows), 'thème')} : {french.join([row.label for row in rows])}")
    facts = [fact for document in sorted(documents) for fact in around_document(library, None, document)]
    searched = (
        f"{french.count(len({link.target for link in links}), 'passage ou citation', 'passages et citations')} lus"
    )
    return Answer(query.text, KIND, french.shortened(text), tuple(rows), unique(facts), certificate=searched)


def _documents(query: Query) -> frozenset[str] | None:
    """Return the reports that a question names, an empty set for the whole corpus; nothing when it names neither."""
    if query.documents:
        return query.documents
    if query.event is not None:
        return frozenset([query.event.provenance.span.document_id])
    return frozenset() if re.search(r"\b(?:corpus|documents?|rapports|comptes rendus)\b", query.folded) else None


def _ranked(links: Iterable[ConceptLink]) -> list[tuple[str, int]]:
    """Return the concepts with the number of things linked to each, the most first."""
    counts = Counter(link.concept for link in links)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]


def _row(library: Library, concept: Concept, told: str, links: Iterable[ConceptLink]) -> Row:
    ways = tuple((frozenset(tokens(name)), 1.0) for name in concept.labels)
    mine = [link.target for link in links if link.concept == concept.id]
    first = [target for target in mine if target in library.quotations] or mine
    spans = [best_part(library, _span(library, target), (Term(concept.pref_label, ways, 1.0),)) for target in first[:2]]
    evidence = tuple(library.evidence(span, 1.0) for span in spans)
    return Row(concept.id, concept.pref_label, "concept", 1.0, told, evidence)


def _span(library: Library, target: str) -> Span:
    quotation = library.quotations.get(target)
    return quotation.span if quotation else library.passages[target].span
