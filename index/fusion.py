"""Several lists of hits made into one."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from index.ranking import ranked
from index.types import Hit


def reciprocal_rank_fusion(
    lists: Sequence[Sequence[Hit]], *, weights: Sequence[float] | None = None, constant: int = 60, k: int | None = None
) -> list[Hit]:
    """Fuse by rank alone, so that lists whose scores cannot be compared may be mixed.

    A score lies in (0, 1]: 1 is the first place in every list. Raises ValueError when the weights do not fit.
    Method: Cormack, Clarke and Büttcher, "Reciprocal rank fusion outperforms Condorcet", SIGIR 2009.
    """
    parts: dict[str, list[float]] = defaultdict(list)
    for hits, weight in zip(lists, _shares(lists, weights), strict=True):
        for rank, hit in enumerate(_distinct(hits)):
            parts[hit.key].append(weight * (constant + 1) / (constant + 1 + rank))
    return ranked(((key, math.fsum(part)) for key, part in parts.items()), k)


def convex_combination(
    lists: Sequence[Sequence[Hit]], *, weights: Sequence[float] | None = None, k: int | None = None
) -> list[Hit]:
    """Fuse by score: the weighted mean of a key's scores, which lie in 0..1 and are 0 where a list does not hold it.

    A score lies in [0, 1]: 1 is the full score in every list. Raises ValueError when the weights do not fit. Scores are
    scaled by who makes the lists: stretching each to 0..1 here would make the best of a poor list as good as that of a
    good one. Method: Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", TOIS 2023.
    """
    parts: dict[str, list[float]] = defaultdict(list)
    for hits, weight in zip(lists, _shares(lists, weights), strict=True):
        for hit in _distinct(hits):
            parts[hit.key].append(weight * hit.score)
    return ranked(((key, math.fsum(part)) for key, part in parts.items()), k)


def _shares(lists: Sequence[Sequence[Hit]], weights: Sequence[float] | None) -> list[float]:
    """Return the weights made to add up to 1."""
    given = [1.0] * len(lists) if weights is None else list(weights)
    if len(given) != len(lists) or any(weight < 0 for weight in given):
        raise ValueError(f"{len(lists)} lists need as many weights of 0 or more, not {given}")
    total = math.fsum(given)
    if given and total == 0:
        raise ValueError("at least one weight must be above 0")
    return [weight / total for weight in given]


def _distinct(hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits in order, the first of each key only."""
    seen: dict[str, Hit] = {}
    for hit in hits:
        seen.setdefault(hit.key, hit)
    return list(seen.values())
