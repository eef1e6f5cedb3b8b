"""The faiss index: flat, inner product, one thread; exact too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from index.ranking import ranked
from index.types import EncoderMissingError, Hit
from index.vectors.stored import (
    MARGIN,
    SAMPLE,
    checked_query,
    checked_rows,
    exact_scores,
    key_order,
    places,
    read_keys,
    spread,
    unreadable,
    write_keys,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.types import Vectors


class FaissIndex:
    """Keys with a vector each in faiss. Scores lie in [-1, 1]. Raises EncoderMissingError when faiss is absent."""

    def __init__(self, dimension: int) -> None:
        self._faiss = _faiss()
        self.dimension = dimension
        self._keys: Sequence[str] = []
        self._index: Any = self._faiss.IndexFlatIP(dimension)
        self._mapped = False
        #: The rows that tell how scores are spread.
        self._sample: NDArray[np.float64] | None = None

    def add(self, keys: Sequence[str], vectors: Vectors) -> None:
        """Add rows of length 1 (or 0); raises SearchIndexError for a known key or vectors that do not fit."""
        rows = checked_rows(set(self._keys), keys, vectors, self.dimension)
        if self._mapped:  # faiss aborts the whole program when a mapped index grows
            self._index, self._mapped = self._copy(range(len(self))), False
        self._index.add(rows)
        self._sample = None
        self._keys = [*self._keys, *keys]

    def search(self, vector: Vectors, k: int) -> list[Hit]:
        """Return the `k` best hits for one vector, best first, equal scores in the order of their keys."""
        query = checked_query(vector, self.dimension)
        k = min(k, len(self))
        if k <= 0:
            return []
        rows = self._best_rows(query, k)
        scores = exact_scores(self._index.reconstruct_batch(rows), query)
        return ranked(zip((self._keys[row] for row in rows), scores.tolist(), strict=True), k)

    def _best_rows(self, query: Vectors, k: int) -> list[int]:
        """Return the rows of the k best and of all that equals the k-th: faiss alone would cut ties at random."""
        wanted = k + 16
        while True:
            wanted = min(wanted, len(self))
            rough, rows = self._index.search(query[None, :], wanted)
            if wanted == len(self) or rough[0, -1] < rough[0, k - 1] - MARGIN:
                limit = rough[0, k - 1] - MARGIN
                return sorted(int(row) for row, score in zip(rows[0], rough[0], strict=True) if score >= limit)
            wanted *= 4

    def scores(self, vector: Vectors, keys: Iterable[str]) -> dict[str, float]:
        """Return the scores of those of some keys that the index holds."""
        query, found = checked_query(vector, self.dimension), places(self._keys, keys)
        if not found:
            return {}
        return dict(
            zip(found, exact_scores(self._index.reconstruct_batch(list(found.values())), query).tolist(), strict=True)
        )

    def spread(self, vector: Vectors) -> tuple[float, float]:
        """Return the mean and standard deviation of the scores of all rows, or of evenly spaced ones if many."""
        query = checked_query(vector, self.dimension)
        if not len(self):
            return 0.0, 0.0
        if self._sample is None:
            rows = list(range(0, len(self), -(-len(self) // SAMPLE)))
            self._sample = self._index.reconstruct_batch(rows).astype("float64")
        return spread(exact_scores(self._sample, query))

    def save(self, folder: Path) -> None:
        """Write vectors.faiss and the keys, in the order of the keys."""
        order = key_order(self._keys)
        write_keys(folder, [self._keys[row] for row in order], self.dimension)
        self._faiss.write_index(self._copy(order), str(folder / "vectors.faiss"))

    def _copy(self, order: Sequence[int]) -> Any:
        """Return an index of the same rows in another order."""
        copy = self._faiss.IndexFlatIP(self.dimension)
        copy.add(self._index.reconstruct_n(0, len(order))[list(order)])
        return copy

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Open what `save` wrote, memory-mapped.

        Raises SearchIndexError when a file is missing, cut off or does not fit the keys.
        """
        keys, dimension = read_keys(folder)
        index = cls(dimension)
        try:
            index._index = index._faiss.read_index(str(folder / "vectors.faiss"), index._faiss.IO_FLAG_MMAP_IFC)
        except RuntimeError as error:
            raise unreadable(folder, str(error).strip().splitlines()[-1]) from error
        if (index._index.ntotal, index._index.d) != (len(keys), dimension):
            raise unreadable(folder, f"{len(keys)} clés pour {index._index.ntotal} vecteurs de {index._index.d}")
        index._keys, index._mapped = keys, True
        return index

    def __len__(self) -> int:
        return len(self._keys)


def _faiss() -> Any:
    try:
        import faiss
    except ImportError as error:
        raise EncoderMissingError(
            f"faiss ne se charge pas ({error}). Il range les vecteurs. Installez-le avec « pip install faiss-cpu »."
        ) from error
    # One thread: as fast on one question, and no fight for the cores with the rest of the machine.
    faiss.omp_set_num_threads(1)
    return faiss
