"""The lexical index: BM25 over French stems.

bm25s computes all weights when the index is built and keeps them as a sparse matrix, one column per token. A question
only adds up a few columns, which is done here with numpy: bm25s drags in scipy and tqdm, 0.15 s on a cold start.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from index.french import fold, tokens
from index.ranking import ranked
from index.strings import Strings
from index.types import Hit, SearchIndexError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["LexicalIndex", "fold", "tokens"]

ARRAYS = ("weights", "rows", "starts")
FORMAT = 2


class LexicalIndex:
    """Keys with a text each, searched by the words they share with a question.

    `weights[starts[t]:starts[t + 1]]` are the BM25 weights of token number t in the texts `rows[…]` (same slice).
    """

    def __init__(self, keys: Sequence[str], vocabulary: Strings, arrays: dict[str, NDArray[Any]]) -> None:
        self._keys = keys
        self._vocabulary = vocabulary
        #: The numbers of the tokens that were asked for.
        self._numbers: dict[str, int | None] = {}
        self._weights: NDArray[np.float32] = arrays["weights"]
        self._rows: NDArray[np.int32] = arrays["rows"]
        self._starts: NDArray[np.int32] = arrays["starts"]

    @classmethod
    def build(cls, keys: Sequence[str], texts: Sequence[str]) -> Self:
        """Index texts under their keys; raises SearchIndexError when the keys are not as many, or not distinct."""
        if len(keys) != len(texts) or len(set(keys)) != len(keys):
            raise SearchIndexError(
                f"L'index lexical a reçu {len(keys)} clés ({len(set(keys))} distinctes) pour {len(texts)} textes. "
                "Une clé distincte par texte était attendue. Vérifiez les passages donnés."
            )
        words = [tokens(text) for text in texts]
        # Sorted: the same numbers, so the same bytes, in every process.
        vocabulary = {token: number for number, token in enumerate(sorted({token for row in words for token in row}))}
        arrays = _weigh([[vocabulary[token] for token in row] for row in words], vocabulary)
        return cls(list(keys), Strings.of(vocabulary), arrays)

    def search(self, query: str, k: int) -> list[Hit]:
        """Return the `k` best texts that share a content word with the query; a score is a sum of BM25 weights, > 0.

        A word counts once however often the query repeats it.
        """
        import numpy as np

        scores = np.zeros(len(self._keys), np.float32)
        for token in sorted(set(tokens(query))):
            rows, weights = self._column(token)
            scores[rows] += weights
        return self._best(scores, k)

    def search_ideas(self, ideas: Sequence[Iterable[tuple[frozenset[str], float]]], k: int) -> list[Hit]:
        """Return the `k` best texts that say one of some ideas; each idea counts by the best of the ways to say it.

        A way is a set of tokens, all needed, and its strength in 0..1; a score is a sum of BM25 weights by strength.
        """
        import numpy as np

        scores = np.zeros(len(self._keys), np.float32)
        for ways in ideas:
            best = np.zeros(len(self._keys), np.float32)
            for needed, strength in ways:
                rows, weights = self._together(needed)
                best[rows] = np.maximum(best[rows], np.float32(strength) * weights)
            scores += best
        return self._best(scores, k)

    def _together(self, needed: frozenset[str]) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """Return the texts that hold every token, and the sums of their weights."""
        import numpy as np

        columns = [self._column(token) for token in sorted(needed)]
        empty = next((column for column in columns if not len(column[0])), None)
        if len(columns) == 1 or empty:
            return empty or columns[0]
        order = sorted(range(len(columns)), key=lambda number: len(columns[number][0]))
        common = columns[order[0]][0]
        places = {order[0]: np.arange(len(common))}  # where the texts that hold all so far stand in each column
        for number in order[1:]:
            rows = columns[number][0]
            found = rows.searchsorted(common)
            inside = rows.take(found, mode="clip") == common
            common, places[number] = common[inside], found[inside]
            places |= {other: places[other][inside] for other in order[: order.index(number)]}
        return common, functools.reduce(np.add, (columns[number][1][places[number]] for number in range(len(columns))))

    def _column(self, token: str) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """Return the texts that hold a token, and its weight in each."""
        number = self._number(token)
        bounds = (0, 0) if number is None else self._starts[number : number + 2].tolist()
        return self._rows[bounds[0] : bounds[1]], self._weights[bounds[0] : bounds[1]]

    def _best(self, scores: NDArray[np.float32], k: int) -> list[Hit]:
        """Return the `k` best of the texts that score above 0."""
        import numpy as np

        found = np.flatnonzero(scores > 0)
        if 0 < k < len(found):
            # Everything as good as the k-th, less what rounding may hide, so that keys settle the ties.
            limit = np.partition(scores[found], len(found) - k)[len(found) - k]
            found = found[scores[found] >= limit - np.float32(1e-5)]
        return ranked(((self._keys[row], float(scores[row])) for row in found.tolist()), k)

    def holding(self, token: str) -> list[str]:
        """Return the keys of the texts that hold a token (as `tokens` gives it), none for an unknown one."""
        return [self._keys[row] for row in self._column(token)[0].tolist()]

    def keys(self, texts: range) -> list[str]:
        """Return the keys of some texts by their numbers."""
        return list(self._keys[texts.start : texts.stop])

    def rows(self, token: str) -> NDArray[np.int32]:
        """Return the numbers, in the order of the keys, of the texts that hold a token; none for an unknown one."""
        return self._column(token)[0]

    def _number(self, token: str) -> int | None:
        if token not in self._numbers:
            self._numbers[token] = self._vocabulary.place(token)
        return self._numbers[token]

    def beginning(self, start: str) -> list[str]:
        """Return the tokens of the corpus that begin in a way, in order."""
        return self._vocabulary.beginning(start)

    def document_frequency(self, token: str) -> int:
        """Return how many texts hold a token (as `tokens` gives it), 0 for an unknown one."""
        number = self._number(token)
        return 0 if number is None else int(self._starts[number + 1] - self._starts[number])

    def idf(self, token: str) -> float:
        """Return ln(1 + (n - df + ½) / (df + ½)), BM25's weight of a token: above 0, highest for an unknown one."""
        frequency = self.document_frequency(token)
        return math.log(1 + (len(self) - frequency + 0.5) / (frequency + 0.5))

    def save(self, folder: Path) -> None:
        """Write the index into a folder (made if need be), the same bytes for the same content."""
        import numpy as np

        folder.mkdir(parents=True, exist_ok=True)
        for name, array in zip(ARRAYS, (self._weights, self._rows, self._starts), strict=True):
            np.save(folder / f"{name}.npy", array)
        Strings.of(self._keys).save(folder, "keys")
        self._vocabulary.save(folder, "tokens")
        content = {"format": FORMAT, "keys": len(self), "tokens": len(self._vocabulary)}
        (folder / "lexical.json").write_text(json.dumps(content) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Open what `save` wrote, memory-mapped; raises SearchIndexError when it is missing, cut off or mismatched."""
        import numpy as np

        try:
            content = json.loads((folder / "lexical.json").read_text(encoding="utf-8"))
            # Plain views of the mapped files: numpy's own kind of mapped array is slow to slice.
            arrays: dict[str, NDArray[Any]] = {
                name: np.load(folder / f"{name}.npy", mmap_mode="r").view(np.ndarray) for name in ARRAYS
            }
            keys, names = Strings.load(folder, "keys"), Strings.load(folder, "tokens")
            if (content["keys"], content["tokens"]) != (len(keys), len(names)):
                raise ValueError("nombres de clés ou de mots différents")
            _check(content["format"], arrays, len(keys), len(names))
        except (OSError, ValueError, KeyError, TypeError, EOFError) as error:
            raise SearchIndexError(
                f"L'index lexical « {folder} » est illisible ({error}). "
                "Un index complet de cette version était attendu. Reconstruisez la base avec « palabre build »."
            ) from error
        return cls(keys, names, arrays)

    def __len__(self) -> int:
        return len(self._keys)


def _weigh(rows: list[list[int]], vocabulary: dict[str, int]) -> dict[str, NDArray[Any]]:
    """Return bm25s's matrix of weights (Lucene's variant, k1 = 1.5, b = 0.75) as its three arrays."""
    import numpy as np

    if not vocabulary:  # bm25s divides by the mean length
        return {"weights": np.zeros(0, np.float32), "rows": np.zeros(0, np.int32), "starts": np.zeros(1, np.int32)}
    import bm25s

    model = bm25s.BM25(method="lucene", k1=1.5, b=0.75)
    matrix = model.build_index_from_ids(list(vocabulary.values()), rows, show_progress=False)
    return {
        "weights": np.asarray(matrix["data"], np.float32),
        "rows": np.asarray(matrix["indices"], np.int32),
        "starts": np.asarray(matrix["indptr"], np.int32),
    }


def _check(written: Any, arrays: dict[str, NDArray[Any]], keys: int, tokens: int) -> None:
    """Look at whether everything fits together; raises ValueError."""
    starts, rows = arrays["starts"], arrays["rows"]
    if written != FORMAT:
        raise ValueError(f"format {written}")
    if len(starts) != tokens + 1 or len(rows) != len(arrays["weights"]) or int(starts[-1]) != len(rows):
        raise ValueError("fichiers de tailles différentes")
    if (starts[1:] < starts[:-1]).any():
        raise ValueError("colonnes en désordre")
    if len(rows) and not 0 <= int(rows.min()) <= int(rows.max()) < keys:
        raise ValueError("texte inconnu")
