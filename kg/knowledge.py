"""All that a base knows, in memory: the extractions of every document and the entities that their mentions make."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from corpus import Document
from kg.types import Entity, Event, Extraction, Mention, MentionId, Quotation, Role


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

    @cached_property
    def extraction_of(self) -> dict[str, Extraction]:
        """What was read in each document, by the id of the document."""
        return {e.document.id: e for e in self.extractions}

    @cached_property
    def by_id(self) -> dict[str, Entity]:
        """Every entity by its id."""
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def tellings(self) -> dict[str, tuple[Event, ...]]:
        """How each event is told, by the id of its entity: one telling a document or more, in reading order."""
        told: dict[str, list[Event]] = {}
        for event in self.events.values():
            entity = self.entity_of(event.mention)
            if entity:
                told.setdefault(entity.id, []).append(event)
        return {entity_id: tuple(events) for entity_id, events in told.items()}

    @cached_property
    def roles(self) -> dict[str, tuple[Role, ...]]:
        """The roles of each person, by the id of the entity, in reading order."""
        held: dict[str, list[Role]] = {}
        for role in (role for extraction in self.extractions for role in extraction.roles):
            entity = self.entity_of(role.person)
            if entity:
                held.setdefault(entity.id, []).append(role)
        return {entity_id: tuple(roles) for entity_id, roles in held.items()}

    def entity_of(self, mention: MentionId | None) -> Entity | None:
        """Return the entity that a mention belongs to; nothing for nobody or for a mention left out by a decision."""
        return self._entity_of.get(mention) if mention else None

    def quotations(self) -> Iterator[Quotation]:
        """Yield every quotation, by document and place."""
        for extraction in self.extractions:
            yield from extraction.quotations
