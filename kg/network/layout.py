"""Where the nodes stand, how large and of what colour, so that a network is readable at its first opening."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kg.network.measures import numbered

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

#: Positions are within ± this range.
RANGE = 1000.0
_SEED = 7
_SMALLEST, _LARGEST = 5.0, 40.0
_MARGIN = 3.0
#: Half the room of a lone node below the main part.
_ROOM = 45.0
_ROUNDS = 200
_DENSE = 1500
_GOLDEN_ANGLE = 2.399963


def place(graph: "nx.MultiDiGraph", colours: Mapping[str, tuple[int, int, int]]) -> None:
    """Write `viz` on each node: colour by kind, size by weighted links, position by the forces of its links."""
    sizes = _sizes(graph)
    for (_, attributes), size, (x, y) in zip(graph.nodes(data=True), sizes, _positions(graph, sizes), strict=True):
        red, green, blue = colours[attributes["kind"]]
        attributes["viz"] = {
            "color": {"r": red, "g": green, "b": blue},
            "size": round(size, 2),
            "position": {"x": round(x, 2), "y": round(y, 2), "z": 0.0},
        }


def _sizes(graph: "nx.MultiDiGraph") -> list[float]:
    """Return radii whose area grows with the weighted links; smaller ones where nodes are many, to leave room."""
    strengths = [strength for _, strength in graph.nodes(data="strength")]
    strongest = max(strengths, default=0) or 1
    crowd = min(1.0, math.sqrt(150 / max(len(strengths), 1)))
    largest = _SMALLEST + (_LARGEST - _SMALLEST) * max(crowd, 0.35)
    smallest = _SMALLEST * max(crowd, 0.4)
    return [smallest + (largest - smallest) * math.sqrt(strength / strongest) for strength in strengths]


def _positions(graph: "nx.MultiDiGraph", sizes: list[float]) -> list[tuple[float, float]]:
    import networkx as nx
    import numpy as np

    simple = numbered(graph)
    if len(simple) < 2:
        return [(0.0, 0.0)] * len(simple)
    start = _start([community for _, community in graph.nodes(data="community")])
    parts = sorted(nx.connected_components(simple), key=lambda part: (-len(part), min(part)))
    points = np.zeros((len(simple), 2))
    main = sorted(parts[0])
    points[main] = _within_range(_laid_out(simple, main, start))
    for part, (x, y) in zip(parts[1:], _beside([len(part) for part in parts[1:]]), strict=True):
        ranks = sorted(part)
        points[ranks] = _laid_out(simple, ranks, start) * (_ROOM * math.sqrt(len(ranks)) / RANGE) + np.array([x, y])
    points = pushed_apart(points, np.array(sizes))
    return [(float(x), float(y)) for x, y in _within_range(points)]


def _laid_out(simple: "nx.Graph", ranks: list[int], start: "dict[int, Points]") -> "Points":
    """Lay out one connected part by its forces, within ± the range."""
    import numpy as np

    layout = _forces(simple.subgraph(ranks).copy(), {rank: start[rank] for rank in ranks})
    return _within_range(np.array([layout[rank] for rank in ranks], dtype=float))


def _beside(sizes: Sequence[int]) -> list[tuple[float, float]]:
    """Set the small parts in rows below the main one: the forces alone would throw them far away."""
    places = []
    x, y, tallest = -RANGE, -RANGE - 2 * _ROOM, 0.0
    for size in sizes:
        room = 2 * _ROOM * math.sqrt(size)
        if x + room > RANGE:
            x, y, tallest = -RANGE, y - tallest - _ROOM, 0.0
        places.append((x + room / 2, y - room / 2))
        x, tallest = x + room, max(tallest, room)
    return places


def _start(communities: Sequence[int]) -> "dict[int, Points]":
    """Set out each community as a disc of its own, the largest in the middle, from where the forces find clusters."""
    import numpy as np

    spacing = math.sqrt(len(communities) / max(communities))
    start, rank_within = {}, Counter[int]()
    for rank, community in enumerate(communities):
        centre = _on_spiral(community, spacing)
        own = _on_spiral(rank_within[community], 0.5)
        rank_within[community] += 1
        start[rank] = np.array([centre[0] + own[0], centre[1] + own[1]])
    return start


def _on_spiral(rank: int, spacing: float) -> tuple[float, float]:
    """Return the place of a seed on a sunflower: even in density, no two on one spot."""
    radius, angle = spacing * math.sqrt(rank + 0.5), rank * _GOLDEN_ANGLE
    return radius * math.cos(angle), radius * math.sin(angle)


def _forces(simple: "nx.Graph", start: "dict[int, Points]") -> "dict[int, Points]":
    """Lay out by ForceAtlas2 (LinLog) what its quadratic matrices can hold; leave what is larger as its communities."""
    import networkx as nx
    import numpy as np

    if len(simple) > _DENSE or len(simple) < 3:
        return start
    with np.errstate(divide="ignore", invalid="ignore"):  # networkx divides by the distance of a node to itself
        return dict(nx.forceatlas2_layout(simple, pos=start, max_iter=100, linlog=True, weight=None, seed=_SEED))


def _within_range(points: "Points") -> "Points":
    import numpy as np

    centred = points - (points.max(axis=0) + points.min(axis=0)) / 2
    widest = float(np.abs(centred).max())
    return np.asarray(centred * (RANGE / widest)) if widest else centred


def pushed_apart(points: "Points", sizes: "Points") -> "Points":
    """Move overlapping nodes away from each other, both by half, until none overlap or the rounds are over."""
    import numpy as np
    from scipy.spatial import cKDTree

    # A golden angle for each node: two on one spot are pushed in a direction of their own, the same at each run.
    angles = np.arange(len(points)) * _GOLDEN_ANGLE
    points = points + 0.01 * np.column_stack([np.cos(angles), np.sin(angles)])
    for _ in range(_ROUNDS):
        pairs = cKDTree(points).query_pairs(2 * float(sizes.max()) + _MARGIN, output_type="ndarray")
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
        first, second = pairs[:, 0], pairs[:, 1]
        apart = points[first] - points[second]
        distance = np.maximum(np.linalg.norm(apart, axis=1), 1e-6)
        missing = sizes[first] + sizes[second] + _MARGIN - distance
        close = missing > 0
        if not close.any():
            break
        push = apart[close] * (missing[close] / distance[close] / 2)[:, None]
        np.add.at(points, first[close], push)
        np.add.at(points, second[close], -push)
    return points
