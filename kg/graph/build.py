"""The knowledge of a base as an RDF dataset: one graph a document, one for the entities, one for the thesaurus."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from kg.graph.entities import add_entities, add_terms, add_thesaurus
from kg.graph.facts import add_document
from kg.graph.iris import checked_base
from kg.graph.writer import Writer
from kg.knowledge import Knowledge
from ontology import BASE, Concept, Thesaurus

if TYPE_CHECKING:
    from rdflib import Dataset


def dataset(
    knowledge: Knowledge,
    *,
    base_iri: str = BASE,
    thesaurus: Thesaurus | None = None,
    terms: Iterable[Concept] = (),
    replaced: Mapping[str, str] | None = None,
) -> "Dataset":
    """Return the graph of a base; without blank nodes, with an IRI for each fact.

    `terms` are the corpus's own, beside the thesaurus. `replaced` gives, for ids of entities that are no more, the id
    of the one that took them in.

    Raises `UsageError` for a base IRI that cannot be used, `KnowledgeError` for a predicate without a known prefix.
    """
    from rdflib import Dataset

    found = Dataset()
    writer = Writer(found, checked_base(base_iri))
    words = thesaurus or Thesaurus()
    own = tuple(terms)
    for extraction in knowledge.extractions:
        add_document(writer, extraction, knowledge)
    add_entities(writer, knowledge, words.with_concepts(own), replaced or {})
    add_thesaurus(writer, words)
    add_terms(writer, own)
    return found
