"""A tiny encoder without a model: hashed word stems and letter groups. For tests and trials."""

from __future__ import annotations

import hashlib
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from index.encoders.spec import EncoderSpec
from index.french import tokens

if TYPE_CHECKING:
    from index.types import Vectors

HASHING_NAME = "hashing"
#: A letter group counts this much of a stem: enough to bring « vote » and « voter » together.
GROUP_WEIGHT = 0.25


class HashingEncoder:
    """Maps the stems of a text, and their groups of three letters, to signed places of a vector of length 1.

    A text without a content word gives zeros. Questions and documents are encoded alike.
    """

    def __init__(self, dimension: int = 256) -> None:
        self.spec = EncoderSpec(HASHING_NAME, dimension, f"hashing-1-{dimension}")

    def encode_query(self, texts: list[str], /) -> Vectors:
        """Return one row per question."""
        return self.encode_document(texts)

    def encode_document(self, texts: list[str], /) -> Vectors:
        """Return one row per passage."""
        import numpy as np

        dimension = self.spec.dimension
        rows = np.zeros((len(texts), dimension), np.float64)
        for row, text in enumerate(texts):
            for stem, count in sorted(Counter(tokens(text)).items()):
                for feature, weight in _features(stem):
                    place, sign = _place(feature, dimension)
                    rows[row, place] += sign * weight * count
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return (rows / np.where(lengths > 0, lengths, 1)).astype(np.float32)


def _features(stem: str) -> list[tuple[str, float]]:
    framed = f"^{stem}$"
    return [(stem, 1.0), *((f"#{framed[i : i + 3]}", GROUP_WEIGHT) for i in range(len(framed) - 2))]


@lru_cache(maxsize=1 << 16)
def _place(feature: str, dimension: int) -> tuple[int, int]:
    # Python's own hash changes from one process to the next.
    number = int.from_bytes(hashlib.blake2b(feature.encode(), digest_size=8).digest(), "big")
    return (number >> 1) % dimension, 1 if number & 1 else -1
