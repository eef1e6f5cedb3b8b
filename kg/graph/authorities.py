"""Triples of the entries of public gazetteers that places and authorities may be: candidates, never `owl:sameAs`."""

from kg.graph.iris import entity_iri, fact_iri
from kg.graph.literals import decimal_literal, text_literal
from kg.graph.writer import Writer
from kg.knowledge import Knowledge
from kg.resolve.authorities import candidates

#: A place may be the entry; an organisation acts for a territory that may be.
_LINKS = {"place": "pal:candidateAuthority", "organisation": "pal:candidateTerritory"}


def add_candidates(writer: Writer, knowledge: Knowledge) -> None:
    """Write each candidate with its score, into the graph of the entities."""
    for identifier, found in candidates(knowledge.entities).items():
        about = entity_iri(writer.base_iri, identifier)
        for candidate in found:
            subject = fact_iri(writer.base_iri, "candidate", identifier, candidate.iri)
            writer.add(about, _LINKS[knowledge.by_id[identifier].kind], candidate.iri)
            writer.add_types(subject, "pal:Candidate")
            writer.add(subject, "pal:candidateFor", about)
            writer.add(subject, "pal:authority", candidate.iri)
            writer.add(subject, "pal:score", decimal_literal(candidate.score))
            writer.add(subject, "rdfs:label", text_literal(candidate.label))
