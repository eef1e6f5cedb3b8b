"""Counts and centralities of a network, the same bytes under any hash seed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

_SEED = 7
_PIVOTS = 200


def numbered(graph: "nx.MultiDiGraph") -> "nx.Graph":
    """Return the undirected weighted network whose nodes are the ranks of this one's: sets of integers keep one order.

    Parallel and opposite edges are one, of the summed weight.
    """
    import networkx as nx

    ranks = {node: rank for rank, node in enumerate(graph)}
    simple = nx.Graph()
    simple.add_nodes_from(range(len(ranks)))
    for source, target, weight in graph.edges(data="weight"):
        ends = ranks[source], ranks[target]
        together = simple.get_edge_data(*ends, default={}).get("weight", 0)
        simple.add_edge(*ends, weight=together + weight)
    return simple


def measure(graph: "nx.MultiDiGraph") -> None:
    """Write on each node its links, their weight, its community (1 is the largest), PageRank and betweenness.

    Communities by Louvain; PageRank on the undirected network, for « intervient à » says who points, not who matters;
    betweenness is estimated from 200 pivots in a larger network. Both are in 0..1, rounded.
    """
    import networkx as nx

    simple = numbered(graph)
    pagerank = nx.pagerank(simple, weight="weight") if len(simple) else {}
    pivots = _PIVOTS if len(simple) > _PIVOTS else None
    betweenness = nx.betweenness_centrality(simple, k=pivots, seed=_SEED)
    communities = _communities(simple)
    for rank, (node, attributes) in enumerate(graph.nodes(data=True)):
        attributes["links"] = graph.degree(node)
        attributes["strength"] = simple.degree(rank, weight="weight")
        attributes["community"] = communities[rank]
        attributes["pagerank"] = round(float(pagerank[rank]), 6)
        attributes["betweenness"] = round(float(betweenness[rank]), 6)


def _communities(simple: "nx.Graph") -> dict[int, int]:
    import networkx as nx

    if not len(simple):
        return {}
    found = nx.community.louvain_communities(simple, weight="weight", seed=_SEED)
    largest_first = sorted((sorted(members) for members in found), key=lambda members: (-len(members), members))
    return {member: number for number, members in enumerate(largest_first, start=1) for member in members}
