"""The one order of results: by score, then by key."""

from __future__ import annotations

from collections.abc import Iterable

from index.types import Hit

#: Scores are compared and shown with this many decimals: what is closer differs by rounding errors only.
DECIMALS = 6


def ranked(scored: Iterable[tuple[str, float]], k: int | None = None) -> list[Hit]:
    """Return the `k` best (all when None) as hits, best first, equal scores in the order of their keys."""
    order = sorted((-round(float(score), DECIMALS), key) for key, score in scored)
    return [Hit(key, -score) for score, key in (order if k is None else order[: max(k, 0)])]
