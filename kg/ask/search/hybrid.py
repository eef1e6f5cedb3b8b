"""The search for the passages that a question is about: by words, by other ways to say them, and by meaning."""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from corpus import Document, Passage
from index import Hit, StatementEncoder, tokens
from kg.ask.question.query import Query, Term
from kg.ask.question.statement import statement
from kg.ask.search import fitted
from kg.ask.search.calibration import Calibration, fusion_weights, read_calibration
from kg.ask.search.things import Things
from kg.base import Base
from kg.knowledge import Lazily
from kg.types import document_of, passage_key, place_of

if TYPE_CHECKING:
    from index.types import Vectors

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")
#: How many passages a search brings.
DEPTH = 80
#: How many keys a search by words brings, by meaning, and how many searches are remembered: several kinds of answer
#: make the same.
WIDE, NEAREST, REMEMBERED = 300, 240, 8
#: In how many documents all passages are looked at when a question says where to look; in more, those that are found.
FEW_DOCUMENTS = 24
#: How much of what all questions share is taken away from what one tells as said: a statement has less of it.
STATED = 0.3
#: The least deviation that closeness is measured by: all passages of a small corpus may be as near.
LEAST_DEVIATION = 0.005


def about_what(question: "Vectors", asking: "Vectors") -> "Vectors":
    """Return the vector of what a question is about, of length 1: without what all questions share."""
    return _of_length_one(question - asking, question)


def _of_length_one(vector: "Vectors", otherwise: "Vectors") -> "Vectors":
    import numpy as np

    length = float(np.linalg.norm(vector))
    return np.divide(vector, length, dtype=np.float32) if length > 1e-6 else otherwise


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that the search brought, with its closeness in meaning (0..1) and its rank among all (0 is first)."""

    passage: Passage
    document: Document
    closeness: float
    rank: int


def _out_of(worth: float, hits: Iterable[Hit]) -> list[Hit]:
    """Return hits, best first, with their scores out of a worth, or of the best score when that is higher."""
    found = list(hits)
    full = max((worth, *(hit.score for hit in found)))
    return [Hit(hit.key, hit.score / full) for hit in found]


def _stretched(hits: Iterable[Hit]) -> list[Hit]:
    """Return hits, best first, with their scores from 0, the last, to 1, the best: cosines all lie close together."""
    found = list(hits)
    low, high = (found[-1].score, found[0].score) if found else (0.0, 0.0)
    return [Hit(hit.key, (hit.score - low) / (high - low) if high > low else 1.0) for hit in found]


class _Meant(NamedTuple):
    """What a text means to a base: its vector, the keys nearest to it, and how the closeness of all is spread."""

    vector: "Vectors"
    nearest: list[Hit]
    mean: float
    deviation: float


def _remembered(kept: dict[_Key, _Value], key: _Key, make: Callable[[], _Value]) -> _Value:
    """Return what is kept of a key, else made and kept; the oldest of more than a few are forgotten."""
    if key not in kept:
        made = make()
        if len(kept) >= REMEMBERED:
            del kept[next(iter(kept))]
        kept[key] = made
    return kept[key]


class Search(Things):
    """The passages of a base, found by words and by meaning."""

    def __init__(self, base: Base) -> None:
        """Open nothing yet."""
        super().__init__(base)
        self._meant: dict[str, _Meant] = {}
        self._near: dict[tuple[str, frozenset[str]], dict[str, float]] = {}
        self._searched: dict[tuple[str, tuple[Term, ...], str], tuple[list[Hit], dict[str, float]]] = {}

    @cached_property
    def calibration(self) -> Calibration:
        """The thresholds and weights fitted on this base, else those shipped."""
        return read_calibration(self.base.path)

    def meant(self, text: str) -> "_Meant":
        """Return what a text means to this base; the last few are remembered."""

        def encode() -> _Meant:
            vector = self._vector(text)
            vectors = self.base.vectors
            mean, deviation = vectors.spread(vector)
            return _Meant(vector, vectors.search(vector, NEAREST), mean, max(deviation, LEAST_DEVIATION))

        return _remembered(self._meant, text, encode)

    def _vector(self, text: str) -> "Vectors":
        """Return the vector of what a question is about: half of it is what it tells as said, read as a document is."""
        encoder, told = self.base.encoder, statement(text)
        if not told:
            return about_what(encoder.encode_query([text])[0], self.base.asking)
        if isinstance(encoder, StatementEncoder):
            with ThreadPoolExecutor(1) as beside:  # both at once: neither waits where there are two cores
                reading = beside.submit(encoder.encode_statement, [told])
                asking = encoder.encode_query([text])[0]
                said = reading.result()[0]
        else:  # one model for both, which two threads may not use at once
            asking, said = encoder.encode_query([text])[0], encoder.encode_document([told])[0]
        asked = about_what(asking, self.base.asking)
        return _of_length_one(asked + about_what(said, STATED * self.base.asking), asked)

    def closeness(self, text: str, inside: Iterable[str] = ()) -> Mapping[str, float]:
        """Return the keys nearest in meaning, from 0 (no nearer than most of the corpus) to 1.

        All the keys of the documents `inside`, when these are few, are among them. The cosines of one question all lie
        close together: what tells is how far one stands above the corpus's own.
        """
        documents = frozenset(inside)

        def measure() -> dict[str, float]:
            meant = self.meant(text)
            scores = {hit.key: hit.score for hit in meant.nearest}
            if scores and len(documents) <= FEW_DOCUMENTS:
                scores |= self.base.vectors.scores(
                    meant.vector, [key for one in documents for key in self.keys_of(one)]
                )
            wide = meant.deviation * (fitted.HIGH - fitted.LOW)
            low = meant.mean + fitted.LOW * meant.deviation
            return {key: min(1.0, max(0.0, (score - low) / wide)) for key, score in scores.items()}

        return _remembered(self._near, (text, documents), measure)

    def deviations(self, text: str, keys: Iterable[str]) -> dict[str, float]:
        """Return by how many standard deviations of the corpus's own closeness each of some keys is near a text."""
        meant = self.meant(text)
        scores = self.base.vectors.scores(meant.vector, keys)
        return {key: (score - meant.mean) / meant.deviation for key, score in scores.items()}

    def keys_of(self, document_id: str) -> Iterator[str]:
        """Yield the keys of the passages and the quotations of a document."""
        extraction = self.knowledge.extraction_of[document_id]
        yield from (passage_key(document_id, p.span.start, p.span.end) for p in extraction.passages)
        yield from (quotation.id for quotation in extraction.quotations)

    def rankings(self, text: str, terms: Sequence[Term], meaning: str = "") -> list[list[Hit]]:
        """Return the passages that a text's words bring, those that other ways to say them do, those that it means.

        Scores lie in 0..1, best first. Words are counted out of what the text's own are worth together, so that a
        question in other words than the corpus's is searched by meaning most of all.
        """
        lexical = self.base.lexical
        worth = fitted.WORDS_SAID * sum(lexical.idf(token) for token in set(tokens(text)))
        found = (lexical.search(text, WIDE), lexical.search_ideas([term.alternatives for term in terms], WIDE))
        said = [_out_of(worth, self._passages_of(hits)) for hits in found]
        return [*said, _stretched(self._passages_of(self.meant(meaning or text).nearest))]

    def _passages_of(self, hits: Iterable[Hit]) -> Iterator[Hit]:
        """Yield the passages of hits, each once, with the score of the best."""
        seen = set()
        for hit in hits:
            home = self.home_of(hit.key)
            if home is not None and home not in seen:
                seen.add(home)
                yield hit if home == hit.key else Hit(home, hit.score)

    def home_of(self, key: str) -> str | None:
        """Return the key of the passage of a key (see `passage_of`) by the views alone: no document is read."""
        return key if key.startswith("passage:") else self._homes[document_of(key)].get(key)

    @cached_property
    def _homes(self) -> Mapping[str, dict[str, str | None]]:
        """The key of the passage in which each quotation of each document begins, by its own."""

        def read(document_id: str) -> dict[str, str | None]:
            texts = self.base.stems.texts_of(document_id)
            keys = self.base.lexical.keys(texts)
            places = sorted((*place_of(key), key) for key in keys if key.startswith("passage:"))
            starts, number = [start for start, _, _ in places], len(places)
            homes: dict[str, str | None] = {}
            for key, start in zip(keys[number:], self.base.stems.starts_of(texts[number:]), strict=True):
                at = bisect_right(starts, start) - 1
                homes[key] = places[at][2] if at >= 0 and start < places[at][1] else None
            return homes

        return Lazily(read, lambda: self.knowledge.extraction_of)

    def search(self, text: str, terms: Sequence[Term], *, meaning: str = "", depth: int = DEPTH) -> list[Found]:
        """Return the passages that fit a text by words or by meaning, best first by the fusion of both."""
        fused, closeness = self._fused(text, tuple(terms), meaning)
        return [self._found(hit.key, closeness.get(hit.key, 0.0), rank) for rank, hit in enumerate(fused[:depth])]

    def _fused(self, text: str, terms: tuple[Term, ...], meaning: str) -> tuple[list[Hit], dict[str, float]]:
        """Return the passages of a search, and how near those found by meaning are; the last few are remembered."""
        from index import convex_combination

        def fuse() -> tuple[list[Hit], dict[str, float]]:
            closeness: dict[str, float] = {}
            for key, near in self.closeness(meaning or text).items():
                home = self.home_of(key)
                if home is not None:
                    closeness[home] = max(near, closeness.get(home, 0.0))
            weights = fusion_weights(self.calibration.meaning)
            return convex_combination(self.rankings(text, terms, meaning), weights=weights), closeness

        return _remembered(self._searched, (text, terms, meaning), fuse)

    def _found(self, key: str, near: float, rank: int) -> Found:
        passage = self.passages[key]
        return Found(passage, self.knowledge.documents[passage.span.document_id], near, rank)

    def look(self, query: Query, *, depth: int = DEPTH) -> list[Found]:
        """Return the passages that fit a question; in the few documents that it looks into, every one of theirs."""
        found = self.search(query.text, query.terms, meaning=query.meaning, depth=depth)
        if not query.documents:
            return found
        if len(query.documents) > FEW_DOCUMENTS:
            fused, close = self._fused(query.text, tuple(query.terms), query.meaning)
            keys = (hit.key for hit in fused if document_of(hit.key) in query.documents)
            return [self._found(key, close.get(key, 0.0), rank) for rank, key in enumerate(islice(keys, depth))]
        inside = [one for one in found if one.document.id in query.documents]
        known = {one.passage.span for one in inside}
        near = self.closeness(query.meaning or query.text, query.documents)
        rest = [
            Found(passage, self.knowledge.documents[document_id], near.get(key, 0.0), len(found))
            for document_id in sorted(query.documents)
            for passage in self.knowledge.extraction_of[document_id].passages
            if passage.span not in known
            for key in [passage_key(document_id, passage.span.start, passage.span.end)]
        ]
        return inside + rest
