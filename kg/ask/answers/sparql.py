"""The SPARQL that re-derives an answer from the graph."""

from collections.abc import Sequence

from kg.base import Base


def iri(base: Base, identifier: str) -> str:
    """Return the IRI of an entity, between angle brackets."""
    from kg.graph.iris import entity_iri

    return f"<{entity_iri(str(base.manifest['iri']), identifier)}>"


def iris(base: Base, identifiers: Sequence[str]) -> str:
    """Return the IRIs of entities, each once."""
    return " ".join(iri(base, identifier) for identifier in dict.fromkeys(identifiers))


def people_query(base: Base, people: Sequence[str]) -> str:
    """Return a query for people who take part in events, with what they are there."""
    return _select(
        "DISTINCT ?person ?name ?event ?part",
        f"VALUES ?person {{ {iris(base, people)} }}",
        "?participation pal:agent ?person ; pal:event ?event ; pal:part ?part .",
        "?person skos:prefLabel ?name .",
        order="?name ?event",
    )


def roles_query(base: Base, person: str) -> str:
    """Return a query for the roles of a person."""
    return _select(
        "?function ?organisation",
        f"?role org:member {iri(base, person)} .",
        "OPTIONAL { ?role pal:function ?function }",
        "OPTIONAL { ?role org:organization ?o . ?o skos:prefLabel ?organisation }",
        order="?function",
    )


def members_query(base: Base, organisation: str) -> str:
    """Return a query for the people who hold a role in an organisation."""
    return _select(
        "DISTINCT ?person ?name ?function",
        f"?role org:organization {iri(base, organisation)} ; org:member ?person .",
        "?person skos:prefLabel ?name .",
        "OPTIONAL { ?role pal:function ?function }",
        order="?name",
    )


def participations_query(base: Base, event: str, parts: Sequence[str]) -> str:
    """Return a query for those who take part in an event in one of some ways."""
    return _select(
        "DISTINCT ?agent ?name ?part",
        f"VALUES ?part {{ {' '.join(f'pal:{part.capitalize()}Part' for part in parts)} }}",
        f"?participation pal:event {iri(base, event)} ; pal:part ?part ; pal:agent ?agent .",
        "?agent skos:prefLabel ?name .",
        order="?name",
    )


def events_query(which: str) -> str:
    """Return a query for events, given by a pattern of `?event`: dates, places, and the words that tell them."""
    return _select(
        "DISTINCT ?event ?name ?start ?end ?place ?told",
        which,
        "?event skos:prefLabel ?name .",
        "OPTIONAL { ?event schema:startDate ?start }",
        "OPTIONAL { ?event schema:endDate ?end }",
        "OPTIONAL { ?event pal:venue ?place }",
        "OPTIONAL { ?reading pal:reads ?event ; pal:text ?told }",
        order="?start ?name",
    )


def together_query(base: Base, things: Sequence[str]) -> str:
    """Return a query for the reports that name each of some things, and how often."""
    return _select(
        "?name ?source (COUNT(?mention) AS ?times)",
        f"VALUES ?thing {{ {iris(base, things)} }}",
        "?thing skos:prefLabel ?name .",
        "?mention pal:refersTo ?thing ; pal:document ?document .",
        "?document pal:sourceFile ?source .",
        group="?name ?source",
        order="?source ?name",
    )


def _select(wanted: str, *patterns: str, order: str, group: str = "") -> str:
    where = "\n".join(f"  {pattern}" for pattern in patterns)
    grouped = f"GROUP BY {group}\n" if group else ""
    return f"SELECT {wanted} WHERE {{\n{where}\n}}\n{grouped}ORDER BY {order}"
