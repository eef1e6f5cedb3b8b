"""Documents told twice: the same bytes, the same words, or nearly the same words."""

import hashlib
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.types import Document

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
    """What is kept of a document to know it again: its digests and a sample of its runs of six words."""

    id: str
    source: str
    sha256: str
    words: str
    shingles: frozenset[int]


def fingerprint(document: Document) -> Fingerprint:
    """Return the fingerprint of a document; layout, case and marks make no difference."""
    words = _WORD.findall(document.text.lower())
    digest = hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()
    sums = (
        zlib.crc32(" ".join(words[at : at + _SHINGLE]).encode("utf-8", "surrogatepass"))
        for at in range(len(words) - _SHINGLE + 1)
    )
    return Fingerprint(
        document.id, document.source, document.sha256, digest, frozenset(s for s in sums if s % _KEPT == 0)
    )


def near_duplicates(prints: Sequence[Fingerprint]) -> list[tuple[Fingerprint, Fingerprint]]:
    """Return the pairs of documents that tell nearly the same in nearly the same words, in order."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, found in enumerate(prints):
        for shingle in found.shingles if len(found.shingles) >= _FEWEST_SHINGLES else ():
            holders[shingle].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in holders.values():
        for pair in _pairs(numbers) if len(numbers) <= _COMMON else ():
            shared[pair] += 1
    alike = (
        (a, b)
        for (a, b), count in shared.items()
        if count >= _ALIKE * min(len(prints[a].shingles), len(prints[b].shingles))
    )
    return [(prints[a], prints[b]) for a, b in sorted(alike)]


def _pairs(numbers: list[int]) -> Iterable[tuple[int, int]]:
    return ((a, b) for at, a in enumerate(numbers) for b in numbers[at + 1 :])
