"""What both vector indexes write and check: the keys beside the vectors."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.strings import Strings
from index.types import SearchIndexError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.types import Vectors

FORMAT = 2
#: Rounding errors of a float32 inner product of vectors of length 1 stay far below.
MARGIN = 1e-5
#: How many rows at most tell how scores are spread: the mean of so many is known within a fiftieth of a deviation.
SAMPLE = 4096


def unreadable(folder: Path, why: object) -> SearchIndexError:
    """Return the error for an index that cannot be opened."""
    return SearchIndexError(
        f"L'index vectoriel « {folder} » est illisible ({why}). Un index complet de cette version était attendu. "
        "Reconstruisez la base avec « palabre build »."
    )


def write_keys(folder: Path, keys: Sequence[str], dimension: int) -> None:
    """Write the keys and vectors.json into a folder, made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    Strings.of(keys).save(folder, "keys")
    content = {"dimension": dimension, "format": FORMAT, "keys": len(keys)}
    (folder / "vectors.json").write_text(json.dumps(content) + "\n", encoding="utf-8")


def read_keys(folder: Path) -> tuple[Strings, int]:
    """Return keys, memory-mapped, and dimension; raises SearchIndexError when a file is missing or damaged."""
    try:
        content = json.loads((folder / "vectors.json").read_text(encoding="utf-8"))
        keys = Strings.load(folder, "keys")
    except (OSError, ValueError, EOFError) as error:
        raise unreadable(folder, error) from error
    match content:
        case {"dimension": int(dimension), "format": 2, "keys": int(count)} if count == len(keys):
            return keys, dimension
    raise unreadable(folder, "vectors.json n'a pas le format 2, ou ne compte pas ces clés")


def checked_rows(known: set[str], keys: Sequence[str], vectors: Vectors, dimension: int) -> Vectors:
    """Return the vectors to add, contiguous float32; raises SearchIndexError when they or their keys do not fit."""
    import numpy as np

    rows: Vectors = np.ascontiguousarray(vectors, dtype=np.float32)
    fresh = set(keys)
    if rows.shape != (len(keys), dimension) or len(fresh) != len(keys) or not fresh.isdisjoint(known):
        raise SearchIndexError(
            f"L'index vectoriel a reçu {len(keys)} clés ({len(fresh - known)} nouvelles) et un tableau {rows.shape}. "
            f"Une clé nouvelle par ligne de {dimension} nombres était attendue. Vérifiez l'encodeur."
        )
    lengths = np.einsum("ij,ij->i", rows, rows)
    if not np.all((lengths < 1.001) & np.isfinite(lengths)):
        raise SearchIndexError(
            "L'index vectoriel a reçu des vecteurs de longueur supérieure à 1, ou qui ne sont pas des nombres. "
            "Des vecteurs normalisés étaient attendus. Vérifiez l'encodeur."
        )
    return rows


def checked_query(vector: Vectors, dimension: int) -> Vectors:
    """Return one vector as a contiguous float32 row; raises SearchIndexError when its length is another."""
    import numpy as np

    row: Vectors = np.ascontiguousarray(vector, dtype=np.float32).reshape(-1)
    if row.shape != (dimension,):
        raise SearchIndexError(
            f"La question a un vecteur de {row.size} nombres. L'index en attend {dimension}. "
            "Ouvrez la base avec l'encodeur qui l'a faite."
        )
    return row


def exact_scores(rows: Vectors | NDArray[np.float64], query: Vectors) -> NDArray[np.float64]:
    """Return the inner products in float64, which do not depend on who summed them first."""
    import numpy as np

    scores: NDArray[np.float64] = rows.astype(np.float64, copy=False) @ query.astype(np.float64)
    return scores


def spread(scores: NDArray[np.float64]) -> tuple[float, float]:
    """Return the mean and the standard deviation of scores, zeros when there are none."""
    return (float(scores.mean()), float(scores.std())) if scores.size else (0.0, 0.0)


def places(stored: Sequence[str], keys: Iterable[str]) -> dict[str, int]:
    """Return the rows of those keys that an index holds, in the order in which they are asked for."""
    if isinstance(stored, Strings):
        asked, found, low = list(keys), dict[str, int | None](), 0
        for key in sorted(set(asked)):  # the keys of a document follow one another
            found[key] = row = stored.place(key, low=low)
            low = low if row is None else row + 1
        return {key: row for key in asked if (row := found[key]) is not None}
    rows = {key: row for row, key in enumerate(stored)}
    return {key: rows[key] for key in keys if key in rows}


def key_order(keys: Sequence[str]) -> list[int]:
    """Return the rows in the order of their keys: the order on disk, whatever the order of adding."""
    return sorted(range(len(keys)), key=keys.__getitem__)
