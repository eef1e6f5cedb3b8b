"""The SPARQL that re-derives an answer from the graph."""

from collections.abc import Sequence

from kg.base import Base


def iri(base: Base, identifier: str) -> str:
    """Return the IRI of an entity or a quotation, between angle brackets."""
    from kg.graph.iris import entity_iri

    return f"<{entity_iri(str(base.manifest['iri']), identifier)}>"


def quotations_query(base: Base, identifiers: Sequence[str]) -> str:
    """Return a query for quotations: who said them, the words, the document and the event."""
    values = " ".join(iri(base, identifier) for identifier in dict.fromkeys(identifiers))
    return (
        "SELECT ?speaker ?name ?quote ?source WHERE {\n"
        f"  VALUES ?quotation {{ {values} }}\n"
        "  ?quotation pal:text ?quote ; pal:document ?document .\n"
        "  ?document pal:sourceFile ?source .\n"
        "  OPTIONAL { ?quotation pal:speaker ?speaker . ?speaker skos:prefLabel ?name }\n"
        "}\nORDER BY ?name ?quotation"
    )


def people_query(base: Base, people: Sequence[str]) -> str:
    """Return a query for people who take part in events, with what they are there."""
    values = " ".join(iri(base, identifier) for identifier in dict.fromkeys(people))
    return (
        "SELECT DISTINCT ?person ?name ?event ?part WHERE {\n"
        f"  VALUES ?person {{ {values} }}\n"
        "  ?participation pal:agent ?person ; pal:event ?event ; pal:part ?part .\n"
        "  ?person skos:prefLabel ?name .\n"
        "}\nORDER BY ?name ?event"
    )


def roles_query(base: Base, person: str) -> str:
    """Return a query for the roles of a person."""
    return (
        "SELECT ?function ?organisation WHERE {\n"
        f"  ?role org:member {iri(base, person)} .\n"
        "  OPTIONAL { ?role pal:function ?function }\n"
        "  OPTIONAL { ?role org:organization ?o . ?o skos:prefLabel ?organisation }\n"
        "}\nORDER BY ?function"
    )


def members_query(base: Base, organisation: str) -> str:
    """Return a query for the people who hold a role in an organisation."""
    return (
        "SELECT DISTINCT ?person ?name ?function WHERE {\n"
        f"  ?role org:organization {iri(base, organisation)} ; org:member ?person .\n"
        "  ?person skos:prefLabel ?name .\n"
        "  OPTIONAL { ?role pal:function ?function }\n"
        "}\nORDER BY ?name"
    )


def participations_query(base: Base, event: str, parts: Sequence[str]) -> str:
    """Return a query for those who take part in an event in one of some ways."""
    values = " ".join(f"pal:{part.capitalize()}Part" for part in parts)
    return (
        "SELECT DISTINCT ?agent ?name ?part WHERE {\n"
        f"  VALUES ?part {{ {values} }}\n"
        f"  ?participation pal:event {iri(base, event)} ; pal:part ?part ; pal:agent ?agent .\n"
        "  ?agent skos:prefLabel ?name .\n"
        "}\nORDER BY ?name"
    )


def events_query(which: str) -> str:
    """Return a query for events, given by a pattern of `?event`: dates, places, and the words that tell them."""
    return (
        "SELECT DISTINCT ?event ?name ?start ?end ?place ?told WHERE {\n"
        f"  {which}\n"
        "  ?event skos:prefLabel ?name .\n"
        "  OPTIONAL { ?event schema:startDate ?start }\n"
        "  OPTIONAL { ?event schema:endDate ?end }\n"
        "  OPTIONAL { ?event pal:venue ?place }\n"
        "  OPTIONAL { ?reading pal:reads ?event ; pal:text ?told }\n"
        "}\nORDER BY ?start ?name"
    )


def together_query(base: Base, things: Sequence[str]) -> str:
    """Return a query for the reports that name each of some things, and how often."""
    values = " ".join(iri(base, identifier) for identifier in dict.fromkeys(things))
    return (
        "SELECT ?name ?source (COUNT(?mention) AS ?times) WHERE {\n"
        f"  VALUES ?thing {{ {values} }}\n"
        "  ?thing skos:prefLabel ?name .\n"
        "  ?mention pal:refersTo ?thing ; pal:document ?document .\n"
        "  ?document pal:sourceFile ?source .\n"
        "}\nGROUP BY ?name ?source\nORDER BY ?source ?name"
    )
