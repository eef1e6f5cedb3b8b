"""The concepts of a corpus: its own terms, and the links of its passages and quotations by terms and by meaning."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.concepts import ConceptMatcher
from kg.extract.terms import Term, corpus_terms, term_concepts
from kg.lexicon.folding import fold
from kg.relate.nearness import is_enough, near
from kg.relate.subjects import targets, told_by_terms
from kg.types import ConceptLink, Extraction
from ontology import Concept, Thesaurus

if TYPE_CHECKING:
    from kg.pipeline import Analysis
    from kg.views import Encoded


@dataclass(frozen=True, slots=True)
class CorpusTerms:
    """The terms of a corpus that its thesaurus does not tell, as concepts, and the weight of each in 0..1."""

    concepts: tuple[Concept, ...]
    weights: dict[str, float]


def terms_of(analyses: Sequence["Analysis"], thesaurus: Thesaurus) -> CorpusTerms:
    """Find the terms that the documents keep using."""
    names = {fold(mention.name) for analysis in analyses for mention in analysis.extraction.mentions}
    found = corpus_terms(analysis.phrases for analysis in analyses)
    terms = [term for term in found if not _begins_name(fold(term.label), names)]
    concepts = term_concepts(terms, thesaurus)
    weight_of: dict[str, Term] = {term.label: term for term in terms}
    return CorpusTerms(concepts, {concept.id: weight_of[concept.pref_label].weight for concept in concepts})


def _begins_name(label: str, names: Collection[str]) -> bool:
    """Tell « palais des congrès » where the corpus names the « Palais des congrès de Lens »."""
    return any(name == label or name.startswith(f"{label} ") for name in names)


def link_terms(extractions: Sequence[Extraction], terms: CorpusTerms) -> tuple[Extraction, ...]:
    """Add the links to the corpus's terms; links of what a decision took away go with it."""
    matcher = ConceptMatcher(Thesaurus(terms.concepts))
    return tuple(
        _with_links(extraction, told_by_terms(extraction, matcher, terms.weights)) for extraction in extractions
    )


def link_meanings(
    extractions: Sequence[Extraction],
    analyses: Sequence["Analysis"],
    thesaurus: Thesaurus,
    encoded: "Encoded",
) -> tuple[Extraction, ...]:
    """Add the links by nearness of meaning, where the encoder is the one that their threshold was fitted on."""
    from index.encoders.e5 import E5Encoder

    concepts = [concept.id for concept in thesaurus]
    texts = [target for e in extractions for target in targets(e.document, e.passages, e.quotations)]
    if not isinstance(encoded.encoder, E5Encoder) or not is_enough(texts, concepts):
        return tuple(extractions)
    labels = encoded.encoder.encode_labels([concept.pref_label for concept in thesaurus])
    clues = frozenset(clue for analysis in analyses for clue in analysis.clues)
    found: dict[str, list[ConceptLink]] = {}
    for link in near(texts, encoded.rows, concepts, labels, clues):
        found.setdefault(link.provenance.span.document_id, []).append(link)
    return tuple(_with_links(extraction, iter(found.get(extraction.document.id, ()))) for extraction in extractions)


def _with_links(extraction: Extraction, links: Iterator[ConceptLink]) -> Extraction:
    """Add links, and leave out those to quotations that are no more."""
    gone = {link.target for link in extraction.concept_links if link.target.startswith("quotation:")}
    gone -= {quotation.id for quotation in extraction.quotations}
    kept = (link for link in extraction.concept_links if link.target not in gone)
    return replace(extraction, concept_links=tuple(sorted((*kept, *links))))
