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


def min_max_fusion(
    lists: Sequence[Sequence[Hit]], *, weights: Sequence[float] | None = None, k: int | None = None
) -> list[Hit]:
    """Fuse by score, each list first stretched to 0…1 (its worst hit and what it does not hold count 0).

    A score lies in [0, 1]: 1 is the best hit of every list. Raises ValueError when the weights do not fit.
    """
    parts: dict[str, list[float]] = defaultdict(list)
    for hits, weight in zip(lists, _shares(lists, weights), strict=True):
        scores = [hit.score for hit in hits]
        low, high = (min(scores), max(scores)) if scores else (0.0, 0.0)
        for hit in _distinct(hits):
            # A list of equals says that all of them fit: they count fully.
            parts[hit.key].append(weight * ((hit.score - low) / (high - low) if high > low else 1.0))
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
