"""What the index is made of: hits, the two protocols, and what can go wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self, TypeAlias, runtime_checkable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    #: Rows of float32, each of length 1 (or 0 for a text without a feature).
    Vectors: TypeAlias = NDArray[np.float32]


class SearchIndexError(Exception):
    """An index or an encoder cannot be made, read or used; the message is complete and in French."""

    exit_code = 1


class EncoderMissingError(SearchIndexError):
    """A part that the encoder needs is not installed, or has no build for this machine."""

    exit_code = 3


class Hit(NamedTuple):
    """One result: the key of what was found and its score, higher is better (each search documents its range)."""

    key: str
    score: float


class Encoder(Protocol):
    """The two methods of sentence-transformers that we use, so that a `SentenceTransformer` is an encoder."""

    def encode_query(self, texts: list[str], /) -> Vectors:
        """Return one row per question, shape (n, dimension)."""
        ...

    def encode_document(self, texts: list[str], /) -> Vectors:
        """Return one row per passage, shape (n, dimension)."""
        ...


@runtime_checkable
class StatementEncoder(Encoder, Protocol):
    """An encoder that reads a statement beside a question, each in a thread of its own."""

    def encode_statement(self, texts: list[str], /) -> Vectors:
        """Return one row per statement, shape (n, dimension)."""
        ...


class VectorIndex(Protocol):
    """Keys with a vector each, searched by inner product."""

    def add(self, keys: Sequence[str], vectors: Vectors) -> None:
        """Add rows; a key stands once in an index."""
        ...

    def search(self, vector: Vectors, k: int) -> list[Hit]:
        """Return the `k` best hits for one vector, best first, equal scores in the order of their keys."""
        ...

    def scores(self, vector: Vectors, keys: Iterable[str]) -> dict[str, float]:
        """Return the scores of those of some keys that the index holds."""
        ...

    def spread(self, vector: Vectors) -> tuple[float, float]:
        """Return the mean and standard deviation of the scores of all rows, or of evenly spaced ones if many."""
        ...

    def save(self, folder: Path) -> None:
        """Write the index into a folder, the same bytes for the same content."""
        ...

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Open what `save` wrote."""
        ...

    def __len__(self) -> int:
        """Return the number of keys."""
        ...
