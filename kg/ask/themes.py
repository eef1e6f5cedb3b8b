"""What an event, a report or the corpus is about: the concepts of its quotations, the most frequent first."""

import re
from collections import Counter

from index import tokens
from kg.ask import french
from kg.ask.context import around_document, unique
from kg.ask.library import Library
from kg.ask.proofs import best_part
from kg.ask.query import Query, Term
from kg.lookup import concept_label
from kg.types import Answer, Quotation, Row

KIND = "themes"
EXAMPLES = (
    "Quels sont les thèmes abordés au forum du Morbois ?",
    "De quoi a-t-on parlé au forum du Morbois ?",
    "De quels sujets parle le corpus ?",
)
_ASKED = re.compile(
    r"^(?:quel\w* (?:sont|etaient|ont ete|est|etait) (?:les?|la) (?:grands? |principa\w+ )?"
    r"(?:themes?|thematiques?|sujets?)\b|de quoi (?:a-t-on|parle|parlait|parlent|a parle|est-il|etait-il)"
    r"|de quels? (?:themes?|sujets?)|quels (?:themes|sujets)\b|les? (?:principa\w+ )?(?:themes?|thematiques?)\b)"
)
MOST = 8


def answer(query: Query, library: Library) -> Answer | None:
    """Answer what an event or the whole corpus is about; nothing for other questions."""
    if not _ASKED.search(query.folded):
        return None
    documents = _documents(query)
    if documents is None:
        return None
    said = [q for q in library.knowledge.quotations() if not documents or q.span.document_id in documents]
    counts = Counter(concept for quotation in said for concept in quotation.concepts)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
    if not ranked:
        return None
    rows = [_row(library, concept, number, said) for concept, number in ranked]
    text = french.sentence(f"{french.count(len(rows), 'thème')} : {french.join([row.label for row in rows])}")
    facts = [fact for document in sorted(documents) for fact in around_document(library, None, document)]
    searched = f"{french.count(len(said), 'citation')} lues"
    return Answer(query.text, KIND, french.shortened(text, 600), tuple(rows), unique(facts), certificate=searched)


def _documents(query: Query) -> frozenset[str] | None:
    """Return the reports that a question names, an empty set for the whole corpus; nothing when it names neither."""
    if query.documents:
        return query.documents
    if query.event is not None:
        return frozenset([query.event.provenance.span.document_id])
    return frozenset() if re.search(r"\b(?:corpus|documents?|rapports|comptes rendus)\b", query.folded) else None


def _row(library: Library, concept: str, number: int, said: list[Quotation]) -> Row:
    labels = {known.id: known.pref_label for known in library.thesaurus.thesaurus}
    label = concept_label(library.knowledge, concept, labels)
    names = library.thesaurus.thesaurus[concept].labels if concept in labels else (label,)
    ways = tuple((frozenset(tokens(name)), 1.0) for name in names)
    spans = [best_part(library, q.span, (Term(label, ways, 1.0),)) for q in said if concept in q.concepts][:2]
    evidence = tuple(library.evidence(span, 1.0) for span in spans)
    return Row(concept, label, "concept", 1.0, french.count(number, "citation"), evidence)
