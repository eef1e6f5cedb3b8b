"""The things that answers are made of: passages, sentences, quotations and the entities that they name."""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from corpus import Passage, Span, reading, sentences
from index import tokens
from kg.ask.phrases import find_phrase, lines
from kg.base import Base
from kg.knowledge import Knowledge
from kg.types import Entity, Evidence, Mention, Quotation
from kg.views import passage_key


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage, as it stands and as it is searched."""

    span: Span
    words: str
    stems: frozenset[str]


class Things:
    """What a base holds, each thing found by its key, its place or its words; what is read once is kept."""

    def __init__(self, base: Base) -> None:
        """Open nothing yet: each part is loaded by the first question that needs it."""
        self.base = base
        self._stems: dict[Span, frozenset[str]] = {}
        self._sentences: dict[Span, tuple[Sentence, ...]] = {}

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
            for start, end in lines(document.text, passage.span):
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
        page = bisect_right(document.pages, span.start) or None
        return Evidence(span, document.source.rsplit("/", 1)[-1], document.quote(span), score, page)

    def find_phrase(self, words: str) -> list[Span]:
        """Return the places where a phrase stands, whatever the case, the accents and the layout."""
        return [
            Span(document.id, start, end)
            for document in self.knowledge.documents.values()
            for start, end in find_phrase(words, document.text)
        ]
