"""What an answer is looked for in: passages, quotations and entities of a base, by meaning, by words and by name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from corpus import Document, Passage, Span, reading, sentences
from index import Hit, fold, tokens
from kg.ask.kinship import STRENGTH, kin_of
from kg.ask.names import find_names
from kg.ask.query import Named, Query, understand
from kg.ask.scope import find_scope
from kg.ask.synonyms import Synonyms
from kg.base import Base
from kg.extract.concepts import ConceptMatcher
from kg.knowledge import Knowledge
from kg.types import Entity, Evidence, Mention, Quotation
from kg.views import passage_key

#: What a word is worth when one letter of it differs.
MISSPELT = 0.85
#: How many keys each half of the search brings.
DEPTH = 60


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage, as it stands and as it is searched."""

    span: Span
    words: str
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that the search brought, with its closeness in meaning (0..1) and its rank among all (0 is first)."""

    passage: Passage
    document: Document
    closeness: float
    rank: int


class Library:
    """A base, ready to be asked; what is loaded once serves every question of a batch."""

    def __init__(self, base: Base) -> None:
        """Open nothing yet: each part is loaded by the first question that needs it."""
        self.base = base
        self._stems: dict[Span, frozenset[str]] = {}
        self._sentences: dict[Span, tuple[Sentence, ...]] = {}
        self._asked: tuple[str, list[Hit]] = ("", [])

    @cached_property
    def knowledge(self) -> Knowledge:
        """All that was read."""
        return self.base.record.knowledge()

    @cached_property
    def passages(self) -> dict[str, Passage]:
        """Every passage by its key."""
        return {
            passage_key(p.span.document_id, p.span.start, p.span.end): p
            for extraction in self.knowledge.extractions
            for p in extraction.passages
        }

    @cached_property
    def quotations(self) -> dict[str, Quotation]:
        """Every quotation by its id."""
        return {quotation.id: quotation for quotation in self.knowledge.quotations()}

    @cached_property
    def _mentions(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = defaultdict(list)
        for extraction in self.knowledge.extractions:
            found[extraction.document.id] = sorted(extraction.mentions)
        return found

    @cached_property
    def thesaurus(self) -> Synonyms:
        """Other ways to say a word, from the thesaurus."""
        return Synonyms.load(self.base.manifest.get("thesaurus"))

    def understand(self, question: str) -> Query:
        """Read a question against what the base knows: names, ideas, and the event that it looks into."""
        named: list[Named] = find_names(question, self.knowledge.entities)
        query = understand(question, named, weight=self.weight, synonyms=self.ways)
        found = find_scope(query.folded, self.knowledge, self.weight)
        if found is None:
            return query
        outside = frozenset(tokens(f"{query.folded[: found.start]} {query.folded[found.end :]}"))
        stems = frozenset(tokens(query.folded[found.start : found.end])) - outside
        kept = tuple(term for term in query.terms if not any(ways <= stems for ways, _ in term.alternatives[:2]))
        return replace(query, event=found.event, documents=found.documents if kept else None, scoped=kept)

    def ways(self, stem: str, question: frozenset[str]) -> Iterator[tuple[frozenset[str], float]]:
        """Yield other ways to say a stem of a question: the thesaurus, everyday French, the corpus's own spelling."""
        yield from self.thesaurus.of(stem, question)
        yield from ((frozenset([kin]), STRENGTH) for kin in sorted(kin_of(stem)))
        if len(stem) >= 7 or (len(stem) >= 5 and not self.base.lexical.document_frequency(stem)):
            yield from ((frozenset([near]), MISSPELT) for near in self._spelled_like(stem))

    def _spelled_like(self, stem: str) -> list[str]:
        """Return the stems of the corpus at one letter's distance of one: typing and recognition slip alike."""
        from rapidfuzz import process
        from rapidfuzz.distance import DamerauLevenshtein

        found = process.extract(stem, self._vocabulary, scorer=DamerauLevenshtein.distance, score_cutoff=1, limit=5)
        return sorted(word for word, distance, _ in found if distance and word[0] == stem[0])

    @cached_property
    def _vocabulary(self) -> tuple[str, ...]:
        return self.base.lexical.vocabulary

    def concepts(self, query: Query) -> set[str]:
        """Return the concepts that are the whole subject of a question: one of their labels says all of its ideas."""
        asked = [{stem for ways, _ in term.alternatives[:2] for stem in ways} for term in query.terms]
        found = set()
        for identifier, _ in self._matcher.query_concepts(query.text):
            labels = (frozenset(tokens(label)) for label in self.thesaurus.thesaurus[identifier].labels)
            if len(asked) > 1 and any(all(stems & label for stems in asked) for label in labels):
                found.add(identifier)
        return found

    @cached_property
    def _matcher(self) -> ConceptMatcher:
        return ConceptMatcher(self.thesaurus.thesaurus)

    def weight(self, stem: str) -> float:
        """Return how much a stem tells: 0.1 when it stands everywhere, 1 when it is rare or unknown."""
        lexical = self.base.lexical
        return max(0.1, lexical.idf(stem) / max(self._rarest, 1e-9))

    @cached_property
    def _rarest(self) -> float:
        """The weight of a stem that the corpus has never seen."""
        return self.base.lexical.idf("")

    def _nearest(self, text: str) -> list[Hit]:
        """Return the keys nearest in meaning; the last text is remembered, for several kinds of answer ask it again."""
        if self._asked[0] != text:
            vector = self.base.encoder.encode_query([text])[0]
            self._asked = (text, self.base.vectors.search(vector, 4 * DEPTH))
        return self._asked[1]

    def closeness(self, text: str) -> dict[str, float]:
        """Return the keys nearest in meaning, the cosine spread over 0..1 between the corpus's middle and its best."""
        hits = self._nearest(text)
        if not hits:
            return {}
        low = min(hits[-1].score, hits[0].score - 0.02)
        top = max(hits[0].score, low + 0.06)
        return {hit.key: max(0.0, (hit.score - low) / (top - low)) for hit in hits}

    def search(self, text: str, *, depth: int = DEPTH) -> list[Found]:
        """Return the passages that fit a text by words or by meaning, best first by the fusion of both."""
        from index import reciprocal_rank_fusion

        lexical = self.base.lexical.search(text, depth)
        closeness = self.closeness(text)
        found: dict[Span, Found] = {}
        for hit in reciprocal_rank_fusion([lexical, self._nearest(text)[:depth]]):
            passage = self.passage_of(hit.key)
            if passage is not None:
                near = closeness.get(hit.key, 0.0)
                known = found.get(passage.span)
                if known is None or near > known.closeness:
                    rank = known.rank if known else len(found)
                    document = self.knowledge.documents[passage.span.document_id]
                    found[passage.span] = Found(passage, document, near, rank)
        return sorted(found.values(), key=lambda f: f.rank)

    def look(self, query: Query, *, depth: int = DEPTH) -> list[Found]:
        """Return the passages that fit a question; in the documents that it looks into, every one of their passages."""
        found = self.search(query.text, depth=depth)
        if not query.documents:
            return found
        inside = [one for one in found if one.document.id in query.documents]
        known = {one.passage.span for one in inside}
        rest = [
            Found(passage, self.knowledge.documents[document_id], 0.0, len(found))
            for document_id in sorted(query.documents)
            for passage in self.knowledge.extraction_of[document_id].passages
            if passage.span not in known
        ]
        return inside + rest

    def search_passages(self, text: str, number: int) -> list[Found]:
        """Return the best passages for a text, as `palabre search` lists them."""
        return self.search(text)[:number]

    def passage_of(self, key: str) -> Passage | None:
        """Return the passage of a key: itself, or the one in which a quotation begins."""
        if key in self.passages:
            return self.passages[key]
        quotation = self.quotations.get(key)
        return self.passage_at(quotation.span) if quotation else None

    def passage_at(self, span: Span) -> Passage | None:
        """Return the passage in which a span begins."""
        extraction = self.knowledge.extraction_of.get(span.document_id)
        for passage in extraction.passages if extraction else ():
            if passage.span.start <= span.start < passage.span.end:
                return passage
        return None

    def sentences(self, passage: Passage) -> tuple[Sentence, ...]:
        """Return the sentences of a passage; a list item or a table row is one."""
        if passage.span not in self._sentences:
            document = self.knowledge.documents[passage.span.document_id]
            found = []
            for start, end in _lines(document.text, passage.span):
                for at, stop in sentences(document.text, start, end):
                    span = Span(document.id, at, stop)
                    words = reading(document, span)
                    found.append(Sentence(span, words, frozenset(tokens(words))))
            self._sentences[passage.span] = tuple(found)
        return self._sentences[passage.span]

    def reading(self, span: Span) -> str:
        """Return a slice as it is meant to be read."""
        return reading(self.knowledge.documents[span.document_id], span)

    def stems(self, span: Span) -> frozenset[str]:
        """Return the stems of a slice."""
        if span not in self._stems:
            self._stems[span] = frozenset(tokens(self.reading(span)))
        return self._stems[span]

    def stems_of(self, words: str) -> frozenset[str]:
        """Return the stems of some words."""
        return frozenset(tokens(words))

    def mentions_in(self, span: Span, *kinds: str) -> list[tuple[Mention, Entity]]:
        """Return the mentions of some kinds that stand in a slice, with their entities."""
        inside = (m for m in self._mentions[span.document_id] if m.span in span and m.kind in kinds)
        pairs = ((mention, self.knowledge.entity_of(mention.id)) for mention in inside)
        return [(mention, entity) for mention, entity in pairs if entity]

    def evidence(self, span: Span, score: float) -> Evidence:
        """Make a proof of a slice."""
        document = self.knowledge.documents[span.document_id]
        return Evidence(span, document.source.rsplit("/", 1)[-1], document.quote(span), score)

    def find_phrase(self, words: str) -> list[Span]:
        """Return the places where a phrase stands, whatever the case, the accents and the layout."""
        wanted = _plain(words)
        found = []
        for extraction in self.knowledge.extractions:
            document = extraction.document
            text, places = _plain_with_places(document.text)
            at = text.find(wanted)
            while at >= 0 and wanted:
                found.append(Span(document.id, places[at], places[at + len(wanted) - 1] + 1))
                at = text.find(wanted, at + 1)
        return found


def _lines(text: str, span: Span) -> Iterable[tuple[int, int]]:
    """Cut a passage at its list items and table rows; other line ends are white space."""
    start = span.start
    for at in range(span.start, span.end):
        if text[at] == "\n" and (
            text.startswith("- ", at + 1) or "\t" in text[start:at] or _next_is_row(text, at, span.end)
        ):
            yield start, at
            start = at + 1
    yield start, span.end


def _next_is_row(text: str, at: int, end: int) -> bool:
    stop = text.find("\n", at + 1, end)
    return "\t" in text[at + 1 : end if stop < 0 else stop]


def _plain(words: str) -> str:
    return _plain_with_places(words)[0].strip()


def _plain_with_places(text: str) -> tuple[str, list[int]]:
    """Fold a text to lower-case letters and digits with single spaces, with the place of each kept character."""
    kept: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        folded = fold(character) if character.isalnum() else " "
        for letter in folded:
            if letter != " " or (kept and kept[-1] != " "):
                kept.append(letter)
                places.append(at)
    return "".join(kept), places
