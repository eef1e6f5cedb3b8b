"""Triples of the entries of public gazetteers that places and authorities may be, or were decided to be."""

from kg.graph.iris import entity_iri, fact_iri
from kg.graph.literals import decimal_literal, text_literal
from kg.graph.writer import Writer
from kg.knowledge import Knowledge
from kg.resolve.authorities import candidates

#: A place may be the entry; an organisation acts for a territory that may be.
_LINKS = {"place": "pal:candidateAuthority", "organisation": "pal:candidateTerritory"}
#: What a decision makes of the link: the place is the entry, the organisation acts there.
_DECIDED = {"place": "owl:sameAs", "organisation": "dcterms:spatial"}


def add_candidates(writer: Writer, knowledge: Knowledge) -> None:
    """Write the links that were decided, then each candidate with its score, into the graph of the entities.

    An entity whose entry was decided has no candidates left; those that were refused are left out.
    """
    for entity in knowledge.entities:
        for authority in entity.authorities:
            writer.add(entity_iri(writer.base_iri, entity.id), _DECIDED[entity.kind], authority)
    for identifier, found in candidates(e for e in knowledge.entities if not e.authorities).items():
        about = entity_iri(writer.base_iri, identifier)
        for candidate in found:
            if candidate.iri in knowledge.by_id[identifier].refused:
                continue
            subject = fact_iri(writer.base_iri, "candidate", identifier, candidate.iri)
            writer.add(about, _LINKS[knowledge.by_id[identifier].kind], candidate.iri)
            writer.add_types(subject, "pal:Candidate")
            writer.add(subject, "pal:candidateFor", about)
            writer.add(subject, "pal:authority", candidate.iri)
            writer.add(subject, "pal:score", decimal_literal(candidate.score))
            writer.add(subject, "rdfs:label", text_literal(candidate.label))
