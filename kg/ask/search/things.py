"""The things that answers are made of: passages, sentences, quotations and the entities that they name."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Self, TypeVar

from corpus import Document, Passage, Span, reading
from index import fold, vocabulary
from kg.ask.search.phrases import documents_saying, documents_with, places_in, places_of
from kg.base import Base
from kg.knowledge import Knowledge, Lazily
from kg.register import Register
from kg.stored import stored_knowledge
from kg.types import Entity, Evidence, Mention, Quotation, document_of, passage_key, span_of

_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a passage, as it stands and as it is searched."""

    span: Span
    stems: frozenset[str]
    document: Document = field(repr=False, compare=False)

    @cached_property
    def words(self) -> str:
        """The sentence as it is meant to be read."""
        return reading(self.document, self.span)

    @cached_property
    def folded(self) -> str:
        """These words folded."""
        return fold(self.words)

    @property
    def is_row(self) -> bool:
        """Whether it is the row of a table."""
        return "\t" in self.document.quote(self.span)


class Things:
    """What a base holds, each thing found by its key, its place or its words; what is read once is kept."""

    def __init__(self, base: Base) -> None:
        """Open nothing yet: each part is loaded by the first question that needs it."""
        self.base = base
        self._stems: dict[Span, frozenset[str]] = {}
        #: The documents whose quotations have their stems above.
        self._read: set[str] = set()
        self._sentences: dict[Span, tuple[Sentence, ...]] = {}
        #: What functions made of keys (see `once`).
        self._made: dict[tuple[Callable[..., Any], str], Any] = {}

    def once(self, make: "Callable[[Self, str], _Value]", key: str) -> _Value:
        """Return what a function makes of a key, such as the id of a document: made once, then kept."""
        if (make, key) not in self._made:
            self._made[make, key] = make(self, key)
        found: _Value = self._made[make, key]
        return found

    @cached_property
    def knowledge(self) -> Knowledge:
        """All that was read, each part when it is first asked for."""
        return stored_knowledge(self.base.record, self.register)

    @property
    def register(self) -> Register:
        """Where names, events, titles and functions are looked up."""
        return self.base.register

    @cached_property
    def passages(self) -> Mapping[str, Passage]:
        """Every passage by its key."""
        return Lazily(
            lambda key: self._passages_in[key[8:].rpartition(":")[0]].get(key),
            lambda: (key for document_id in self.knowledge.extraction_of for key in self._passages_in[document_id]),
        )

    @cached_property
    def _passages_in(self) -> Mapping[str, dict[str, Passage]]:
        def read(document_id: str) -> dict[str, Passage]:
            extraction = self.knowledge.extraction_of.get(document_id)
            passages = extraction.passages if extraction else ()
            return {passage_key(p.span.document_id, p.span.start, p.span.end): p for p in passages}

        return Lazily(read, lambda: self.knowledge.extraction_of)

    @cached_property
    def quotations(self) -> Mapping[str, Quotation]:
        """Every quotation by its id."""
        inside = Lazily(self._quotations_of, lambda: self.knowledge.extraction_of)
        return Lazily(
            lambda key: inside.get(document_of(key), {}).get(key),
            lambda: (quotation.id for quotation in self.knowledge.quotations()),
        )

    def _quotations_of(self, document_id: str) -> dict[str, Quotation] | None:
        extraction = self.knowledge.extraction_of.get(document_id)
        return {quotation.id: quotation for quotation in extraction.quotations} if extraction else None

    @cached_property
    def _mentions(self) -> Mapping[str, tuple[list[int], list[Mention]]]:
        """The mentions of each document in the order of their starts, with these."""

        def read(document_id: str) -> tuple[list[int], list[Mention]]:
            mentions = sorted(self.knowledge.extraction_of[document_id].mentions)
            return [mention.span.start for mention in mentions], mentions

        return Lazily(read, lambda: self.knowledge.extraction_of)

    def passage_of(self, key: str) -> Passage | None:
        """Return the passage of a key: itself, or the one in which a quotation begins."""
        quotation = self.quotations.get(key) if key.startswith("quotation:") else None
        return self.passage_at(quotation.span) if quotation else self.passages.get(key)

    def span_of(self, key: str) -> Span | None:
        """Return the place of the passage of a key."""
        return passage.span if (passage := self.passage_of(key)) else None

    def passage_at(self, span: Span) -> Passage | None:
        """Return the passage in which a span begins."""
        starts, passages = self._starts[span.document_id]
        at = bisect_right(starts, span.start) - 1
        return passages[at] if at >= 0 and span.start < passages[at].span.end else None

    def sentence_at(self, span: Span) -> Sentence | None:
        """Return the sentence, list item or table row that holds a span; nothing when it runs over several."""
        passage = self.passage_at(span)
        return next((one for one in self.sentences(passage) if span in one.span), None) if passage else None

    def line_at(self, span: Span) -> Span:
        """Return the lines of the document in which a span stands, whole."""
        text = self.knowledge.documents[span.document_id].text
        start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
        return Span(span.document_id, start, end if end >= 0 else len(text))

    @cached_property
    def _starts(self) -> Mapping[str, tuple[list[int], list[Passage]]]:
        """The passages of each document in the order of their starts, with these."""

        def read(document_id: str) -> tuple[list[int], list[Passage]]:
            passages = sorted(self.knowledge.extraction_of[document_id].passages, key=lambda p: p.span.start)
            return [passage.span.start for passage in passages], passages

        return Lazily(read, lambda: self.knowledge.extraction_of)

    def quotations_near(self, passages: Iterable[Span], keys: Iterable[str]) -> Iterator[tuple[Quotation, Passage]]:
        """Yield the quotations of some passages and those of some keys, each once, with their passages."""
        told = [q for span in passages for q in self._quotations_in[span.document_id].get(span, ())]
        told += [self.quotations[key] for key in keys if key in self.quotations]
        for quotation in {quotation.id: quotation for quotation in told}.values():
            passage = self.passage_at(quotation.span)
            if passage is not None:
                yield quotation, passage

    @cached_property
    def _quotations_in(self) -> Mapping[str, dict[Span, list[Quotation]]]:
        """The quotations of each document, by the passage in which they begin."""

        def read(document_id: str) -> dict[Span, list[Quotation]]:
            found: dict[Span, list[Quotation]] = defaultdict(list)
            for quotation in self.knowledge.extraction_of[document_id].quotations:
                passage = self.passage_at(quotation.span)
                if passage is not None:
                    found[passage.span].append(quotation)
            return found

        return Lazily(read, lambda: self.knowledge.extraction_of)

    def said_by_the_same(self, quotation: Quotation) -> list[Quotation]:
        """Return the quotations of the same speaker in the same document, this one among them; none for nobody."""
        speaker = self.knowledge.owner_of(quotation.speaker)
        return self._voices[quotation.span.document_id].get(speaker, []) if speaker is not None else []

    def said_by(self, speaker: Entity) -> Iterator[Quotation]:
        """Yield the quotations of a speaker, in the order of documents and places."""
        owner = self.knowledge.owner_of(next(iter(speaker.mentions), None))
        for extraction in self.knowledge.naming(speaker):
            yield from self._voices[extraction.id].get(owner, ())

    @cached_property
    def _voices(self) -> Mapping[str, dict[Hashable, list[Quotation]]]:
        """The quotations of each document, by who the speaker is (see `Knowledge.owner_of`)."""

        def read(document_id: str) -> dict[Hashable, list[Quotation]]:
            found: dict[Hashable, list[Quotation]] = defaultdict(list)
            for quotation in self.knowledge.extraction_of[document_id].quotations:
                speaker = self.knowledge.owner_of(quotation.speaker)
                if speaker is not None:
                    found[speaker].append(quotation)
            return found

        return Lazily(read, lambda: self.knowledge.extraction_of)

    def sentences(self, passage: Passage) -> tuple[Sentence, ...]:
        """Return the sentences of a passage; a list item or a table row is one."""
        if passage.span not in self._sentences:
            extraction = self.knowledge.extraction_of[passage.span.document_id]
            number = self._numbers[passage.span.document_id][passage.span]
            found = dict(self.base.stems.of_texts(extraction.id, range(number, number + 1)))
            self._stems.update(found)
            self._sentences[passage.span] = tuple(Sentence(*one, extraction.document) for one in found.items())
        return self._sentences[passage.span]

    @cached_property
    def _numbers(self) -> Mapping[str, dict[Span, int]]:
        """The number of each passage in its document, by the document."""

        def read(document_id: str) -> dict[Span, int]:
            passages = self.knowledge.extraction_of[document_id].passages
            return {passage.span: number for number, passage in enumerate(passages)}

        return Lazily(read, lambda: self.knowledge.extraction_of)

    def reading(self, span: Span) -> str:
        """Return a slice as it is meant to be read."""
        return reading(self.knowledge.documents[span.document_id], span)

    def stems(self, span: Span) -> frozenset[str]:
        """Return the stems of a slice."""
        if span.document_id not in self._read:
            self._read.add(span.document_id)
            extraction = self.knowledge.extraction_of[span.document_id]
            quoted = range(first := len(extraction.passages), first + len(extraction.quotations))
            self._stems.update(self.base.stems.of_texts(extraction.id, quoted))
        if span not in self._stems:
            passage = self.passage_at(span)
            whole = passage is not None and passage.span == span and [one.stems for one in self.sentences(passage)]
            self._stems[span] = frozenset[str]().union(*(whole or [vocabulary(self.reading(span))]))
        return self._stems[span]

    def stems_of(self, words: str) -> frozenset[str]:
        """Return the stems of some words."""
        return vocabulary(words)

    def mentions_in(self, span: Span, *kinds: str) -> list[tuple[Mention, Entity]]:
        """Return the mentions of some kinds that stand in a slice, with their entities."""
        starts, mentions = self._mentions[span.document_id]
        near = mentions[bisect_left(starts, span.start) : bisect_right(starts, span.end)]
        inside = (mention for mention in near if mention.span.end <= span.end and mention.kind in kinds)
        return [(mention, entity) for mention in inside if (entity := self.knowledge.entity_of(mention.id))]

    def passages_naming(self, *entities: Entity) -> Iterator[Passage]:
        """Yield the passages in which one of some entities is mentioned, in the order of documents and places."""
        last = None
        for span in sorted(span_of(mention) for entity in entities for mention in entity.mentions):
            passage = self.passage_at(span)
            if passage is not None and passage is not last:
                yield passage
            last = passage

    def evidence(self, span: Span, score: float) -> Evidence:
        """Make a proof of a slice."""
        document = self.knowledge.documents[span.document_id]
        page = bisect_right(document.pages, span.start) or None
        return Evidence(span, document.file_name, document.quote(span), score, page)

    def find_phrase(self, words: str, *, only: str | None = None) -> list[Span]:
        """Return the places where a phrase stands, in one document or all; the case, accents and layout are free."""
        if only is None:
            return self.once(places_of, words)
        return places_in(self, words, [only] if only in self.once(documents_saying, words) else [])

    def documents_with(self, words: str) -> list[str]:
        """Return the documents that hold the rarest words of a phrase: a word that none holds may be cut in half."""
        return self.once(documents_with, words)
