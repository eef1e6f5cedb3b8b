"""The evidence of an answer as a network: what is answered, the words that prove it, the documents, the facts."""

from typing import TYPE_CHECKING

from kg.types import Answer, Evidence

if TYPE_CHECKING:
    import networkx as nx

QUESTION = "question"


def evidence_network(answer: Answer) -> "nx.MultiDiGraph":
    """Return a network from the question to what is answered, to each proof, to its document; and the facts around.

    A node has a `kind` and a `label`, an edge too; a proof has its place and its score (0..1).
    """
    import networkx as nx

    network = nx.MultiDiGraph()
    network.add_node(QUESTION, label=answer.question, kind="question", text=answer.text)
    for number, row in enumerate(answer.rows, start=1):
        node = row.id or f"row:{number}"
        if node not in network:
            network.add_node(node, label=row.label, kind=row.kind, **({"value": row.value} if row.value else {}))
        _link(network, QUESTION, node, "répond", row.score)
        for evidence in row.evidence:
            _link(network, node, _proof(network, evidence), "prouvé par", evidence.score)
    for fact in answer.context:
        for end in (fact.subject, fact.object):
            if end not in network:
                network.add_node(end, label=_label(end), kind="value" if "/" not in end else end.partition("/")[0])
        _link(network, fact.subject, fact.object, fact.label, 1.0)
    return network


def _proof(network: "nx.MultiDiGraph", evidence: Evidence) -> str:
    """Add a proof and its document."""
    span = evidence.span
    proof, document = f"proof:{span.document_id}:{span.start}-{span.end}", f"document:{span.document_id}"
    quote = " ".join(evidence.quote.split())
    if proof not in network:
        network.add_node(proof, label=quote[:60], kind="evidence", quote=quote, begin=span.start, stop=span.end)
        network.add_node(document, label=evidence.source, kind="document")
        _link(network, proof, document, "lu dans", 1.0)
    return proof


def _link(network: "nx.MultiDiGraph", source: str, target: str, label: str, weight: float) -> None:
    network.add_edge(source, target, label=label, kind=label, weight=round(weight, 3))


def _label(identifier: str) -> str:
    return identifier.rpartition("/")[2].replace("-", " ") if "/" in identifier else identifier
