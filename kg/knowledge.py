"""All that a base knows, in memory: the extractions of every document and the entities that their mentions make."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from corpus import Document

from kg.types import Entity, Event, Extraction, Mention, MentionId, Quotation


@dataclass(frozen=True)
class Knowledge:
    """Extractions in the order of their document ids, and entities in the order of their ids."""

    extractions: tuple[Extraction, ...]
    entities: tuple[Entity, ...]

    @cached_property
    def _entity_of(self) -> dict[MentionId, Entity]:
        return {mention: entity for entity in self.entities for mention in entity.mentions}

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Every document by its id."""
        return {e.document.id: e.document for e in self.extractions}

    @cached_property
    def mentions(self) -> dict[MentionId, Mention]:
        """Every mention by its id."""
        return {m.id: m for e in self.extractions for m in e.mentions}

    @cached_property
    def events(self) -> dict[MentionId, Event]:
        """Every event and session, by the id of its own mention (one event may be told by several documents)."""
        return {event.mention: event for e in self.extractions for event in e.events}

    def entity_of(self, mention: MentionId | None) -> Entity | None:
        """Return the entity that a mention belongs to; nothing for nobody or for a mention left out by a decision."""
        return self._entity_of.get(mention) if mention else None

    def quotations(self) -> Iterator[Quotation]:
        """Yield every quotation, by document and place."""
        for extraction in self.extractions:
            yield from extraction.quotations
