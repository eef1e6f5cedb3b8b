"""An exact index with numpy alone: a cold question needs no faiss."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from index.ranking import ranked
from index.types import Hit
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

#: Faiss writes a flat inner-product index as this head and then the rows (faiss/impl/index_write.cpp): tag, dimension,
#: rows, two unused numbers, trained, metric (0 is inner product), number of float32.
FLAT_HEAD = struct.Struct("<4siqqqBiQ")


class ExactIndex:
    """Keys with a vector each, in one float32 array, memory-mapped after `load`. Scores lie in [-1, 1]."""

    def __init__(self, dimension: int) -> None:
        import numpy as np

        self.dimension = dimension
        self._keys: Sequence[str] = []
        self._rows: Vectors = np.zeros((0, dimension), np.float32)
        #: The rows that tell how scores are spread.
        self._sample: NDArray[np.float64] | None = None

    def add(self, keys: Sequence[str], vectors: Vectors) -> None:
        """Add rows of length 1 (or 0); raises SearchIndexError for a known key or vectors that do not fit."""
        import numpy as np

        rows = checked_rows(set(self._keys), keys, vectors, self.dimension)
        self._rows, self._sample = np.concatenate([self._rows, rows]), None
        self._keys = [*self._keys, *keys]

    def search(self, vector: Vectors, k: int) -> list[Hit]:
        """Return the `k` best hits for one vector, best first, equal scores in the order of their keys."""
        import numpy as np

        query = checked_query(vector, self.dimension)
        k = min(k, len(self))
        if k <= 0:
            return []
        rough = self._rows @ query
        limit = np.partition(rough, len(rough) - k)[len(rough) - k]
        best = np.flatnonzero(rough >= limit - np.float32(MARGIN))
        scores = exact_scores(self._rows[best], query)
        return ranked(zip((self._keys[row] for row in best.tolist()), scores.tolist(), strict=True), k)

    def scores(self, vector: Vectors, keys: Iterable[str]) -> dict[str, float]:
        """Return the scores of those of some keys that the index holds."""
        query, found = checked_query(vector, self.dimension), places(self._keys, keys)
        if not found:
            return {}
        return dict(zip(found, exact_scores(self._rows[list(found.values())], query).tolist(), strict=True))

    def spread(self, vector: Vectors) -> tuple[float, float]:
        """Return the mean and standard deviation of the scores of all rows, or of evenly spaced ones if many."""
        query = checked_query(vector, self.dimension)
        if self._sample is None:
            self._sample = self._rows[:: -(-len(self) // SAMPLE) or 1].astype("float64")
        return spread(exact_scores(self._sample, query))

    def save(self, folder: Path) -> None:
        """Write vectors.npy and the keys, in the order of the keys."""
        import numpy as np

        order = key_order(self._keys)
        write_keys(folder, [self._keys[row] for row in order], self.dimension)
        np.save(folder / "vectors.npy", self._rows[order])

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Open vectors.npy, memory-mapped, or else read the vectors.faiss of a `FaissIndex`.

        Raises SearchIndexError when a file is missing, cut off or does not fit the keys.
        """
        keys, dimension = read_keys(folder)
        index = cls(dimension)
        try:
            index._rows = _mapped(folder)
        except (OSError, ValueError, EOFError, struct.error) as error:
            raise unreadable(folder, error) from error
        if index._rows.shape != (len(keys), dimension):
            raise unreadable(folder, f"{len(keys)} clés pour un tableau {index._rows.shape}")
        index._keys = keys
        return index

    def __len__(self) -> int:
        return len(self._keys)


def _mapped(folder: Path) -> Vectors:
    import numpy as np

    if (path := folder / "vectors.npy").is_file():
        rows: Vectors = np.load(path, mmap_mode="r")
        if rows.dtype != np.float32 or rows.ndim != 2:
            raise ValueError(f"nombres de type {rows.dtype}")
        return rows
    path = folder / "vectors.faiss"
    with path.open("rb") as file:
        tag, dimension, count, _, _, _, metric, numbers = FLAT_HEAD.unpack(file.read(FLAT_HEAD.size))
    size = path.stat().st_size
    if tag != b"IxFI" or metric != 0 or numbers != dimension * count or size != FLAT_HEAD.size + 4 * numbers:
        raise ValueError("vectors.faiss n'est pas un index plat complet")
    if not count:
        return np.zeros((0, dimension), np.float32)
    # The head has 41 bytes: the rows are not aligned, and numpy would copy them at each search.
    return np.fromfile(path, np.float32, offset=FLAT_HEAD.size).reshape(count, dimension)
