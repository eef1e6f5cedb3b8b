"""Triples of the entities, of what their mentions refer to, and of the thesaurus."""

from collections.abc import Iterable, Mapping
from itertools import chain

from kg.graph.authorities import add_candidates
from kg.graph.iris import entity_iri, iri, mention_iri
from kg.graph.literals import text_literal
from kg.graph.writer import Writer
from kg.knowledge import Knowledge
from kg.types import Entity
from ontology import THESAURUS_IRI, Concept, Thesaurus

#: Our class first, then the classes of other vocabularies, so that a query of a client that does not reason finds them.
_TYPES = {
    "person": ("pal:Person", "foaf:Person", "schema:Person"),
    "organisation": ("pal:Organisation", "foaf:Organization", "org:Organization"),
    "place": ("pal:Place", "schema:Place"),
    "event": ("pal:Event", "schema:Event"),
    "concept": ("pal:Concept", "skos:Concept"),
}
_GENDERS = {"f": "female", "m": "male"}


def add_entities(writer: Writer, knowledge: Knowledge, thesaurus: Thesaurus, replaced: Mapping[str, str]) -> None:
    """Write each entity, what each mention refers to, and what became of the entities that were merged."""
    writer.enter("entities")
    for entity in knowledge.entities:
        _add_entity(writer, entity)
    add_candidates(writer, knowledge)
    used = {concept for quotation in knowledge.quotations() for concept in quotation.concepts}
    for identifier in sorted(used - knowledge.by_id.keys()):
        if identifier not in thesaurus:
            label = identifier.replace(":", "/").rpartition("/")[2].replace("-", " ")
            _add_entity(writer, Entity(identifier, "concept", label))
    for old, new in sorted(replaced.items()):
        writer.add(entity_iri(writer.base_iri, old), "dcterms:isReplacedBy", entity_iri(writer.base_iri, new))


def _add_entity(writer: Writer, entity: Entity) -> None:
    subject = entity_iri(writer.base_iri, entity.id)
    writer.add_types(subject, *_TYPES[entity.kind])
    language = "fr" if entity.kind == "concept" else None
    label = text_literal(entity.label, language)
    for predicate in ("rdfs:label", "skos:prefLabel", *(("foaf:name",) if entity.kind == "person" else ())):
        writer.add(subject, predicate, label)
    for alias in entity.aliases:
        writer.add(subject, "skos:altLabel", text_literal(alias, language))
    if entity.gender:
        writer.add(subject, "foaf:gender", text_literal(_GENDERS[entity.gender]))
    for mention in entity.mentions:
        writer.add(mention_iri(writer.base_iri, mention), "pal:refersTo", subject)


def add_thesaurus(writer: Writer, thesaurus: Thesaurus) -> None:
    """Write the concepts of the thesaurus under the IRIs of the base, with the IRIs that the file gave them."""
    if not len(thesaurus):
        return
    writer.enter("thesaurus")
    writer.add_types(THESAURUS_IRI, "skos:ConceptScheme")
    for concept in thesaurus:
        _add_concept(writer, concept, THESAURUS_IRI)


def add_terms(writer: Writer, terms: Iterable[Concept]) -> None:
    """Write the corpus's own terms as a concept scheme of this base."""
    scheme = iri(writer.base_iri, "scheme", "corpus")
    for number, concept in enumerate(terms):
        if not number:
            writer.enter("terms")
            writer.add_types(scheme, "skos:ConceptScheme")
            writer.add(scheme, "skos:prefLabel", text_literal("termes du corpus", "fr"))
        _add_concept(writer, concept, scheme)


def _add_concept(writer: Writer, concept: Concept, scheme: str) -> None:
    subject = entity_iri(writer.base_iri, concept.id)
    writer.add_types(subject, *_TYPES["concept"])
    writer.add(subject, "skos:inScheme", scheme)
    if concept.iri and concept.iri != subject:
        writer.add(subject, "skos:exactMatch", concept.iri)
    texts = chain(
        (("rdfs:label", concept.pref_label), ("skos:prefLabel", concept.pref_label)),
        (("skos:altLabel", label) for label in concept.alt_labels),
        (("skos:hiddenLabel", label) for label in concept.hidden_labels),
        (("pal:notLabel", label) for label in concept.not_labels),
        (("skos:definition", text) for text in (concept.definition,) if text),
    )
    for predicate, text in texts:
        writer.add(subject, predicate, text_literal(text, "fr"))
    links = (("skos:broader", concept.broader), ("skos:related", concept.related), ("pal:facet", concept.facets))
    for predicate, targets in links:
        for target in targets:
            writer.add(subject, predicate, entity_iri(writer.base_iri, target))
