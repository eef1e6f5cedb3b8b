"""A base, ready to be asked: questions are understood against it; what fits them is found by words and by meaning."""

import gc
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from corpus import Document, Passage
from index import Hit, tokens
from kg.ask import fitted
from kg.ask.calibration import Calibration, fusion_weights, read_calibration
from kg.ask.descriptions import with_people_described
from kg.ask.kinship import SAME_PHRASE, STRENGTH, inflected, kin_of, phrases_like, unprefixed
from kg.ask.names import NameTable
from kg.ask.query import Query, Term, understand
from kg.ask.scope import find_scope
from kg.ask.synonyms import Synonyms
from kg.ask.things import Things
from kg.ask.titles import find_titled
from kg.base import Base
from kg.extract.concepts import ConceptMatcher
from kg.knowledge import Lazily
from kg.lookup import date_of_document, when
from kg.types import document_of, passage_key, place_of

if TYPE_CHECKING:
    from index.types import Vectors

#: What another ending of the same verb is worth, that the stemmer leaves on.
SAME_VERB = 0.95
#: What a word is worth when one letter of it differs.
MISSPELT = 0.85
#: How many passages a search brings.
DEPTH = 80
#: After how many new things cycles are looked for, and how often among the older ones (see `gc.set_threshold`): seldom,
#: but a process that lives long, or that builds as well, gives its memory back.
UNHURRIED = (20_000, 20, 10)
#: How many keys a search by words brings, and how many searches are remembered: several kinds of answer make the same.
WIDE, REMEMBERED = 300, 8


def about_what(question: "Vectors", asking: "Vectors") -> "Vectors":
    """Return the vector of what a question is about, of length 1: without what all questions share."""
    import numpy as np

    apart = question - asking
    length = float(np.linalg.norm(apart))
    return np.divide(apart, length, dtype=np.float32) if length > 1e-6 else question


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that the search brought, with its closeness in meaning (0..1) and its rank among all (0 is first)."""

    passage: Passage
    document: Document
    closeness: float
    rank: int


class Library(Things):
    """The things of a base and the search for them; what is loaded once serves every question of a batch."""

    #: What the last question is about, as a vector.
    _vector: "Vectors"

    def __init__(self, base: Base) -> None:
        """Open nothing yet: each part is loaded by the first question that needs it."""
        super().__init__(base)
        # What is read is kept and holds no cycles: looking for some each 700 things took a third of a cold question.
        gc.set_threshold(*UNHURRIED)
        self._asked: tuple[str, list[Hit]] = ("", [])
        self._spread = (0.0, 1.0)
        self._searched: dict[tuple[str, tuple[Term, ...]], tuple[list[Hit], dict[str, float]]] = {}
        self._years: dict[str, frozenset[str]] = {}

    @cached_property
    def calibration(self) -> Calibration:
        """The thresholds and weights fitted on this base, else those shipped."""
        return read_calibration(self.base.path)

    @cached_property
    def thesaurus(self) -> Synonyms:
        """Other ways to say a word, from the thesaurus."""
        return Synonyms(self.base.stems)

    def understand(self, question: str) -> Query:
        """Read a question against what the base knows: names, ideas, and the event that it looks into."""
        named = with_people_described(question, self.names.find(question), (self.knowledge, self.register))
        query = understand(question, named, weight=self.weight, synonyms=self.ways)
        found = find_scope(query.folded, self.knowledge, self.register, self.weight)
        place = query.folded[found.start : found.end] if found else ""
        found = found or find_titled(query.folded, self.knowledge, self.register, self.weight)
        if found is None:
            return query
        outside = frozenset(tokens(f"{query.folded[: found.start]} {query.folded[found.end :]}"))
        stems = frozenset(tokens(query.folded[found.start : found.end])) - outside
        kept = tuple(term for term in query.terms if not any(ways <= stems for ways, _ in term.alternatives[:2]))
        return replace(query, event=found.event, documents=found.documents if kept else None, scoped=kept, place=place)

    @cached_property
    def names(self) -> NameTable:
        """The names of what the base knows."""
        return NameTable(self.register, self.knowledge.entities)

    def ways(self, stem: str, question: frozenset[str]) -> Iterator[tuple[frozenset[str], float]]:
        """Yield other ways to say a stem of a question: the thesaurus, everyday French, the corpus's own spelling."""
        yield from self.thesaurus.of(stem, question)
        yield from ((phrase, SAME_PHRASE) for phrase in phrases_like(stem, question))
        yield from ((frozenset([kin]), STRENGTH) for kin in sorted(kin_of(stem)))
        yield from ((frozenset([form]), SAME_VERB) for form in inflected(stem) if self.knows(form))
        if not self.knows(stem):
            yield from ((frozenset([form]), SAME_PHRASE) for form in unprefixed(stem) if self.knows(form))
        if len(stem) >= 7:  # shorter ones are too near other words: « argent », « agent »
            yield from ((frozenset([near]), MISSPELT) for near in self._spelled_like(stem))

    def _spelled_like(self, stem: str) -> list[str]:
        """Return the stems of the corpus at one letter's distance of one: typing and recognition slip alike."""
        from rapidfuzz import process
        from rapidfuzz.distance import DamerauLevenshtein

        begun, length = self.once(Library._by_length, stem[0]), len(stem)
        near = sorted(word for near in range(length - 1, length + 2) for word in begun.get(near, ()))
        found = process.extract(stem, near, scorer=DamerauLevenshtein.distance, score_cutoff=1, limit=5)
        return sorted(word for word, distance, _ in found if distance)

    def can_say(self, term: Term) -> bool:
        """Tell whether the corpus has the words for an idea, in one of its ways at least."""
        return any(all(map(self.knows, ways)) for ways, _ in term.alternatives)

    def knows(self, stem: str) -> bool:
        """Tell whether the corpus has a word of this stem."""
        return self.base.lexical.document_frequency(stem) > 0

    def begun(self, start: str) -> list[str]:
        """Return the stems of the corpus that begin with some letters, in order."""
        return self.base.lexical.beginning(start)

    def _by_length(self, letter: str) -> dict[int, list[str]]:
        """Return the words of the corpus that begin with a letter, by their lengths."""
        found: dict[int, list[str]] = defaultdict(list)
        for word in self.base.lexical.beginning(letter):
            found[len(word)].append(word)
        return found

    def concepts(self, query: Query) -> set[str]:
        """Return the concepts that are the whole subject of a question: one of their labels says all of its ideas."""
        asked = [{stem for ways, _ in term.alternatives[:2] for stem in ways} for term in query.terms]
        told = self.thesaurus.said_by(asked) if len(asked) > 1 else set()
        if not told:
            return set()
        matcher = ConceptMatcher(self.thesaurus.thesaurus, text=query.text)
        return told & {identifier for identifier, _ in matcher.query_concepts(query.text)}

    def years_of(self, document_id: str) -> frozenset[str]:
        """Return the years of the events that a document tells, else its own."""
        if document_id not in self._years:
            events = self.knowledge.extraction_of[document_id].events
            dates = [date for event in events for date in when(self.knowledge, event) if date]
            dates = dates or [date_of_document(self.knowledge, document_id) or ""]
            self._years[document_id] = frozenset(date[:4] for date in dates if date)
        return self._years[document_id]

    def weight(self, stem: str) -> float:
        """Return how much a stem tells: 0.1 when it stands everywhere, 1 when it is rare or unknown."""
        lexical = self.base.lexical
        return max(0.1, lexical.idf(stem) / max(self._rarest, 1e-9))

    @cached_property
    def _rarest(self) -> float:
        """The weight of a stem that the corpus has never seen."""
        return self.base.lexical.idf("")

    def nearest(self, text: str) -> list[Hit]:
        """Return the keys nearest in meaning; the last text is remembered, for several kinds of answer ask it again."""
        if self._asked[0] != text:
            vector = about_what(self.base.encoder.encode_query([text])[0], self.base.asking)
            self._asked = (text, self.base.vectors.search(vector, 240))
            self._vector = vector
            self._spread = self.base.vectors.spread(vector)
        return self._asked[1]

    def closeness(self, text: str, inside: Iterable[str] = ()) -> dict[str, float]:
        """Return the keys nearest in meaning, from 0 (no nearer than most of the corpus) to 1.

        All the keys of the documents `inside` are among them. The cosines of one question all lie close together: what
        tells is how far one stands above the corpus's own.
        """
        scores = {hit.key: hit.score for hit in self.nearest(text)}
        if not scores:
            return {}
        scores |= self.base.vectors.scores(self._vector, (key for one in inside for key in self.keys_of(one)))
        mean, deviation = self._spread
        wide = max(deviation, 0.005) * (fitted.HIGH - fitted.LOW)
        low = mean + fitted.LOW * max(deviation, 0.005)
        return {key: min(1.0, max(0.0, (score - low) / wide)) for key, score in scores.items()}

    def deviations(self, text: str, keys: Iterable[str]) -> dict[str, float]:
        """Return by how many standard deviations of the corpus's own closeness each of some keys is near a text."""
        self.nearest(text)
        mean, deviation = self._spread
        scores = self.base.vectors.scores(self._vector, keys)
        return {key: (score - mean) / max(deviation, 0.005) for key, score in scores.items()}

    def keys_of(self, document_id: str) -> Iterator[str]:
        """Yield the keys of the passages and the quotations of a document."""
        extraction = self.knowledge.extraction_of[document_id]
        yield from (passage_key(document_id, p.span.start, p.span.end) for p in extraction.passages)
        yield from (quotation.id for quotation in extraction.quotations)

    def rankings(self, text: str, terms: Sequence[Term]) -> list[list[Hit]]:
        """Return the passages that a text's words bring, those that other ways to say them do, those that it means."""
        lexical = self.base.lexical
        ideas = [term.alternatives for term in terms]
        found = (lexical.search(text, WIDE), lexical.search_ideas(ideas, WIDE), self.nearest(text))
        return [list(self._passages_of(hits)) for hits in found]

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

    def search(self, text: str, terms: Sequence[Term], *, depth: int = DEPTH) -> list[Found]:
        """Return the passages that fit a text by words or by meaning, best first by the fusion of both."""
        fused, closeness = self._fused(text, tuple(terms))
        return [self._found(hit.key, closeness.get(hit.key, 0.0), rank) for rank, hit in enumerate(fused[:depth])]

    def _fused(self, text: str, terms: tuple[Term, ...]) -> tuple[list[Hit], dict[str, float]]:
        """Return the passages of a search, and how near those found by meaning are; the last few are remembered."""
        from index import min_max_fusion

        found = self._searched.get((text, terms))
        if found is None:
            closeness: dict[str, float] = {}
            for key, near in self.closeness(text).items():
                home = self.home_of(key)
                if home is not None:
                    closeness[home] = max(near, closeness.get(home, 0.0))
            fused = min_max_fusion(self.rankings(text, terms), weights=fusion_weights(self.calibration.meaning))
            if len(self._searched) >= REMEMBERED:
                self._searched.clear()
            found = self._searched[text, terms] = (fused, closeness)
        return found

    def _found(self, key: str, near: float, rank: int) -> Found:
        passage = self.passages[key]
        return Found(passage, self.knowledge.documents[passage.span.document_id], near, rank)

    def look(self, query: Query, *, depth: int = DEPTH) -> list[Found]:
        """Return the passages that fit a question; in the documents that it looks into, every one of their passages."""
        found = self.search(query.text, query.terms, depth=depth)
        if not query.documents:
            return found
        inside = [one for one in found if one.document.id in query.documents]
        known = {one.passage.span for one in inside}
        near = self.closeness(query.text, query.documents)
        rest = [
            Found(passage, self.knowledge.documents[document_id], near.get(key, 0.0), len(found))
            for document_id in sorted(query.documents)
            for passage in self.knowledge.extraction_of[document_id].passages
            if passage.span not in known
            for key in [passage_key(document_id, passage.span.start, passage.span.end)]
        ]
        return inside + rest

    def search_passages(self, text: str, number: int) -> list[Found]:
        """Return the best passages for a text, as `palabre search` lists them."""
        return self.search(text, self.understand(text).terms, depth=number)
