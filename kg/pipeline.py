"""From a document to all that can be read in it alone."""

import gc
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import Document, split
from kg.extract.concepts import ConceptMatcher
from kg.extract.extractors import read_entities
from kg.extract.parse import parse
from kg.extract.terms import phrases, tagged_words
from kg.relate.quotations import find_quotations
from kg.relate.subjects import targets, told_by_thesaurus
from kg.resolve import resolve
from kg.types import Extraction

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one document gives, and what the whole corpus needs of it to find its terms and what is near in meaning.

    `phrases` counts its noun phrases; `clues` are pairs of a target's key and a concept that its words suggest.
    """

    extraction: Extraction
    phrases: Mapping[str, int]
    clues: frozenset[tuple[str, str]]


def analyse(document: Document, nlp: "Language", matcher: ConceptMatcher) -> Analysis:
    """Read the people, organisations, places, events, roles, quotations and concepts of one document."""
    parsed = parse(document, nlp)
    partial = replace(read_entities(parsed), document=document, passages=split(document))
    quotations = find_quotations(parsed, partial, resolve((partial,)))
    told = told_by_thesaurus(document, targets(document, partial.passages, quotations), matcher)
    concepts: dict[str, list[str]] = {}
    for link in told.links:
        concepts.setdefault(link.target, []).append(link.concept)
    linked = tuple(replace(q, concepts=tuple(sorted(concepts.get(q.id, ())))) for q in quotations)
    extraction = replace(partial, quotations=linked, concept_links=tuple(sorted(told.links)))
    return Analysis(extraction, phrases(tagged_words(doc) for doc in parsed.docs.values()), told.clues)


def extract(document: Document, nlp: "Language", matcher: ConceptMatcher) -> Extraction:
    """Return what one document gives."""
    return analyse(document, nlp, matcher).extraction


_PREPARED: "list[tuple[Language, ConceptMatcher]]" = []


def prepare(thesaurus: Path | None, alone: bool = False) -> None:
    """Load the model and the thesaurus that `analyse_prepared` uses in this process."""
    from kg.extract.parse import load_model
    from ontology import chosen_thesaurus

    _PREPARED[:] = [(load_model(), ConceptMatcher(chosen_thesaurus(thesaurus, alone=alone)))]
    gc.collect()
    gc.freeze()  # the model is there for good: searching it for garbage again and again costs a tenth of the work


def analyse_prepared(document: Document) -> Analysis:
    """Do what `analyse` does with what `prepare` loaded."""
    return analyse(document, *_PREPARED[0])
