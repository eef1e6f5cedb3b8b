"""Documents told twice: the same bytes, the same words, or nearly the same words."""

import hashlib
import re
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.types import Document

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WORD = re.compile(r"[^\W_]+")
#: Words of a shingle; a shingle in eight is kept, by its checksum, so that a document takes little room.
_SHINGLE, _KEPT = 6, 8
#: Shorter documents are not compared: two notices may share most of their words.
_FEWEST_SHINGLES = 12
#: A shingle of more documents than this is a formula.
_COMMON = 20
#: Share of the shingles of the shorter document that the other one has.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of a document to know it again: its digests, and the checksums of a sample of its runs of six words.

    These are kept as sorted 32-bit numbers, some hundreds of bytes a document.
    """

    id: str
    source: str
    sha256: str
    words: str
    shingles: bytes

    def numbers(self) -> "NDArray[np.uint32]":
        """Return the checksums of the sample, sorted."""
        import numpy as np

        return np.frombuffer(self.shingles, dtype=np.uint32)


def fingerprint(document: Document) -> Fingerprint:
    """Return the fingerprint of a document; layout, case and marks make no difference."""
    words = _WORD.findall(document.text.lower())
    digest = hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()
    sums = (
        zlib.crc32(" ".join(words[at : at + _SHINGLE]).encode("utf-8", "surrogatepass"))
        for at in range(len(words) - _SHINGLE + 1)
    )
    kept = array("I", sorted({number for number in sums if number % _KEPT == 0}))
    return Fingerprint(document.id, document.source, document.sha256, digest, kept.tobytes())


def near_duplicates(prints: Sequence[Fingerprint]) -> list[tuple[Fingerprint, Fingerprint]]:
    """Return the pairs of documents that tell nearly the same in nearly the same words, in order."""
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in _holders(prints):
        for pair in _pairs(numbers):
            shared[pair] += 1
    alike = (
        (a, b)
        for (a, b), count in shared.items()
        if count >= _ALIKE * min(len(prints[a].numbers()), len(prints[b].numbers()))
    )
    return [(prints[a], prints[b]) for a, b in sorted(alike)]


def _holders(prints: Sequence[Fingerprint]) -> Iterator[list[int]]:
    """Yield the numbers of the documents that share a shingle, for each that is neither of one nor of too many."""
    import numpy as np

    sums = [found.numbers() for found in prints]
    sums = [told if len(told) >= _FEWEST_SHINGLES else told[:0] for told in sums]
    if not any(map(len, sums)):
        return
    told = np.concatenate(sums)
    owners = np.repeat(np.arange(len(sums)), [len(one) for one in sums])
    order = np.argsort(told, kind="stable")
    told, owners = told[order], owners[order]
    starts = np.flatnonzero(np.concatenate(([True], told[1:] != told[:-1])))
    lengths = np.diff(np.append(starts, len(told)))
    for at in np.flatnonzero((lengths > 1) & (lengths <= _COMMON)):
        yield [int(owner) for owner in owners[starts[at] : starts[at] + lengths[at]]]


def _pairs(numbers: list[int]) -> Iterable[tuple[int, int]]:
    return ((a, b) for at, a in enumerate(numbers) for b in numbers[at + 1 :])
