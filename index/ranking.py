"""The one order of results: by score, then by key."""

from __future__ import annotations

from collections.abc import Iterable

from index.types import Hit

#: Scores are compared and shown with this many decimals: what is closer differs by rounding errors only.
DECIMALS = 6


def ranked(scored: Iterable[tuple[str, float]], k: int | None = None) -> list[Hit]:
    """Return the `k` best (all when None) as hits, best first, equal scores in the order of their keys."""
    hits = [Hit(key, round(float(score), DECIMALS)) for key, score in scored]
    hits.sort(key=lambda hit: (-hit.score, hit.key))
    return hits if k is None else hits[: max(k, 0)]
