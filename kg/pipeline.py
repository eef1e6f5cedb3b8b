"""From a document to all that can be read in it alone."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import Document, reading, split
from kg.extract.concepts import ConceptMatcher
from kg.extract.extractors import read_entities
from kg.extract.parse import parse
from kg.relate.quotations import find_quotations
from kg.resolve import resolve
from kg.types import Extraction, Quotation

if TYPE_CHECKING:
    from spacy.language import Language


def extract(document: Document, nlp: "Language", matcher: ConceptMatcher) -> Extraction:
    """Read the people, organisations, places, events, roles, quotations and concepts of one document."""
    parsed = parse(document, nlp)
    partial = replace(read_entities(parsed), document=document, passages=split(document))
    entities = resolve((partial,))
    quotations = find_quotations(parsed, partial, entities)
    return replace(partial, quotations=tuple(_with_concepts(document, quotations, matcher)))


def _with_concepts(document: Document, quotations: Iterable[Quotation], matcher: ConceptMatcher) -> Iterable[Quotation]:
    for quotation in quotations:
        found = matcher.find(reading(document, quotation.span))
        yield replace(quotation, concepts=tuple(sorted({match.concept_id for match in found})))


_PREPARED: "list[tuple[Language, ConceptMatcher]]" = []


def prepare(thesaurus: Path | None) -> None:
    """Load the model and the thesaurus that `extract_prepared` uses in this process."""
    from kg.extract.parse import load_model
    from ontology import load_thesaurus

    _PREPARED[:] = [(load_model(), ConceptMatcher(load_thesaurus(thesaurus)))]


def extract_prepared(document: Document) -> Extraction:
    """Do what `extract` does with what `prepare` loaded."""
    return extract(document, *_PREPARED[0])
