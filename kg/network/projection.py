"""From the knowledge to a network: nodes for entities, an edge for each relation of each pair, aggregated."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from kg.knowledge import Knowledge
from kg.lookup import chain_of_quotation, concept_label, date_of_document, dates_of, documents_of, role_at
from kg.network.layout import place
from kg.network.links import HOLDS, LINKS, SAYS_ABOUT, SPEAKS_AT, Link, document_node, mentions, quotations
from kg.network.measures import measure
from kg.types import Entity, Quotation

if TYPE_CHECKING:
    import networkx as nx

#: What the attributes of nodes and edges are called on screen.
TITLES = {
    "kind": "Nature",
    "aliases": "Autres formes",
    "function": "Fonction",
    "quotations": "Citations",
    "documents": "Documents",
    "sources": "Sources",
    "mentions": "Mentions",
    "links": "Liens",
    "strength": "Liens pondérés",
    "community": "Communauté",
    "pagerank": "Centralité (PageRank)",
    "betweenness": "Intermédiarité",
    "first": "Première date",
    "last": "Dernière date",
    "text": "Texte",
    "relation": "Relation",
}

#: What each kind of node is called, and its colour: the Okabe-Ito palette, told apart by colour-blind people.
KINDS = {
    "person": ("personne", (0, 114, 178)),
    "organisation": ("organisation", (230, 159, 0)),
    "place": ("lieu", (0, 158, 115)),
    "event": ("événement", (213, 94, 0)),
    "session": ("session", (128, 48, 0)),
    "concept": ("concept", (204, 121, 167)),
    "quotation": ("citation", (86, 180, 233)),
    "document": ("document", (110, 110, 110)),
}

_ALWAYS_SHOWN = frozenset(KINDS[kind][0] for kind in ("person", "event", "session", "quotation", "document"))
_LABEL_LENGTH = 80


_Node = tuple[str, dict[str, object]]


@dataclass
class _Edge:
    """What the links of one kind between two nodes add up to."""

    facts: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    words: dict[str, None] = field(default_factory=dict)
    starts: set[str] = field(default_factory=set)
    ends: set[str] = field(default_factory=set)

    def add(self, link: Link) -> None:
        self.facts.add(link.fact)
        self.documents.add(link.document_id)
        for collected, value in ((self.starts, link.start), (self.ends, link.end)):
            if value:
                collected.add(value)
        if link.words:
            self.words[link.words] = None


def network(
    knowledge: Knowledge,
    *,
    concept_labels: Mapping[str, str] | None = None,
    with_quotations: bool = False,
    with_documents: bool = False,
    with_unlinked: bool = False,
) -> "nx.MultiDiGraph":
    """Return the network of a base: a `networkx.MultiDiGraph` with one edge a relation of two nodes, keyed by its kind.

    Nodes and edges carry French labels, counts, dates, and `viz` (colour, size, position within ±1000) as networkx
    reads it from GEXF. `concept_labels` names the concepts that are no entities, by id. Entities without any link are
    left out, people and events excepted, unless `with_unlinked`; `graph["unlinked"]` says how many. Same knowledge,
    same network, whatever the hash seed.
    """
    import networkx as nx

    optional = [quotations] * with_quotations + [mentions] * with_documents
    edges = _aggregate(chain.from_iterable(relation(knowledge) for relation in (*LINKS, *optional)))
    described = (*_nodes(knowledge), *_concept_nodes(knowledge, concept_labels or {}))
    shown = (*_quotation_nodes(knowledge),) * with_quotations + (*_document_nodes(knowledge),) * with_documents
    nodes = dict(sorted((*described, *shown), key=lambda node: node[0]))
    linked = {end for source, target, _ in edges for end in (source, target)}
    kept = [node for node in nodes if with_unlinked or node in linked or nodes[node]["kind"] in _ALWAYS_SHOWN]
    graph = nx.MultiDiGraph(unlinked=len(nodes) - len(kept))
    graph.add_nodes_from((node, nodes[node]) for node in kept)
    for (source, target, kind), edge in sorted(edges.items(), key=lambda item: item[0]):
        graph.add_edge(source, target, key=kind, **_edge_attributes(knowledge, kind, edge))
    measure(graph)
    place(graph, dict(KINDS.values()))
    return graph


def _aggregate(links: Iterable[Link]) -> dict[tuple[str, str, str], _Edge]:
    edges: dict[tuple[str, str, str], _Edge] = {}
    for link in links:
        if link.source != link.target:
            edges.setdefault((link.source, link.target, link.kind), _Edge()).add(link)
    return edges


def _edge_attributes(knowledge: Knowledge, kind: str, edge: _Edge) -> dict[str, object]:
    attributes: dict[str, object] = {
        "kind": kind,
        "relation": kind,
        "label": _edge_label(kind, edge),
        "weight": len(edge.facts),
        "sources": sorted(knowledge.documents[d].source for d in edge.documents if d in knowledge.documents),
    }
    if edge.starts:
        attributes["start"] = min(edge.starts)
    if edge.ends:
        attributes["end"] = max(edge.ends)
    return attributes


def _edge_label(kind: str, edge: _Edge) -> str:
    if kind == HOLDS:
        return " | ".join(edge.words) or kind
    if kind in (SAYS_ABOUT, SPEAKS_AT):
        return f"{kind} ({len(edge.facts)} citation{'s' * (len(edge.facts) > 1)})"
    return kind


def _nodes(knowledge: Knowledge) -> Iterator[_Node]:
    said = _quotation_counts(knowledge)
    for entity in knowledge.entities:
        yield entity.id, _entity_attributes(knowledge, entity, said[entity.id])


def _concept_nodes(knowledge: Knowledge, labels: Mapping[str, str]) -> Iterator[_Node]:
    """Yield the concepts of quotations that are no entities: those of the thesaurus that no mention names."""
    about: dict[str, list[Quotation]] = {}
    for quotation in knowledge.quotations():
        for concept in {*quotation.concepts} - knowledge.by_id.keys():
            about.setdefault(concept, []).append(quotation)
    for concept, found in about.items():
        documents = {quotation.span.document_id for quotation in found}
        attributes = _naming("concept", concept_label(knowledge, concept, labels))
        dates = sorted(filter(None, (date_of_document(knowledge, document_id) for document_id in documents)))
        attributes |= {"quotations": len(found), "documents": len(documents)}
        yield concept, attributes | ({"first": dates[0], "last": dates[-1]} if dates else {})


def _quotation_nodes(knowledge: Knowledge) -> Iterator[_Node]:
    for quotation in knowledge.quotations():
        text = knowledge.quote(quotation.span)
        yield quotation.id, {**_naming("quotation", " ".join(text.split())), "text": text, "documents": 1}


def _document_nodes(knowledge: Knowledge) -> Iterator[_Node]:
    for document in knowledge.documents.values():
        dates = {"first": document.date, "last": document.date} if document.date else {}
        yield document_node(document.id), {**_naming("document", document.title or document.source), **dates}


def _entity_attributes(knowledge: Knowledge, entity: Entity, quotation_count: int) -> dict[str, object]:
    tellings = knowledge.tellings.get(entity.id, ())
    session = entity.kind == "event" and bool(tellings) and all(told.kind == "session" for told in tellings)
    attributes: dict[str, object] = {
        **_naming("session" if session else entity.kind, entity.label),
        "aliases": sorted(set(entity.aliases) - {entity.label}),
        "quotations": quotation_count,
        "documents": len(documents_of(knowledge, entity)),
        "mentions": len(entity.mentions),
    }
    function = _function(knowledge, entity)
    if function:
        attributes["function"] = function
    dates = dates_of(knowledge, entity)
    if dates:
        attributes |= {"first": dates[0], "last": dates[-1]}
    if dates and entity.kind == "event":
        # Only what takes place has an interval of its own: people do not cease to be between two reports.
        attributes |= {"start": dates[0], "end": dates[-1]}
    return attributes


def _function(knowledge: Knowledge, person: Entity) -> str:
    """Return the latest known function and its organisation: it tells homonyms apart at a glance."""
    role = role_at(knowledge, person, None)
    organisation = knowledge.entity_of(role.organisation) if role else None
    words = (role.function if role else "", organisation.label if organisation else "")
    return ", ".join(word for word in words if word)


def _naming(kind: str, label: str) -> dict[str, object]:
    """Return what every node has: its kind in French and a label of a readable length (the whole then in `text`)."""
    short = label if len(label) <= _LABEL_LENGTH else f"{label[: _LABEL_LENGTH - 1].rstrip()}…"
    return {"label": short, "kind": KINDS[kind][0], **({"text": label} if short != label else {})}


def _quotation_counts(knowledge: Knowledge) -> Counter[str]:
    """Count the quotations said by, about and at each entity."""
    counts: Counter[str] = Counter()
    for quotation in knowledge.quotations():
        steps = (knowledge.entity_of(step.mention) for step in chain_of_quotation(knowledge, quotation))
        entities = (knowledge.entity_of(quotation.speaker), *steps)
        counts.update({*quotation.concepts, *(entity.id for entity in entities if entity)})
    return counts
