"""What a base knows, read from the record by parts: what a question does not ask for is not opened."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import overload

from kg.knowledge import Knowledge, Lazily
from kg.record import Record, line_of
from kg.register import Register, Rows
from kg.types import Entity, MentionId, document_of

#: The lists of the register that entities, their places and those of the mentions of a document are looked up in.
ENTITIES, PLACES, OWNERS = "entities", "entity places", "owners"


def entity_ids(knowledge: Knowledge) -> Rows:
    """List the entities by their ids."""
    return (([entity.id], None) for entity in knowledge.entities)


def entity_places(knowledge: Knowledge) -> Rows:
    """List one thing: where the line of each entity ends in their file, after a 0."""
    yield (), list(accumulate((len(line_of(entity)) for entity in knowledge.entities), initial=0))


def owners_told(knowledge: Knowledge) -> Rows:
    """List the documents by their ids, with the number of the entity of each of their mentions, -1 for none."""
    number = {entity.id: number for number, entity in enumerate(knowledge.entities)}
    for extraction in knowledge.extractions:
        owners = (knowledge.entity_of(mention.id) for mention in extraction.mentions)
        yield [extraction.id], [number[owner.id] if owner else -1 for owner in owners]


class StoredEntities(Sequence[Entity]):
    """The entities of a record, in the order of their ids, each read when it is first asked for, and then kept."""

    def __init__(self, record: Record, register: Register) -> None:
        self.record = record
        self.register = register
        self._places = register.kept(PLACES, 0, list[int])
        self._read: dict[int, Entity] = {}

    def __len__(self) -> int:
        return len(self._places) - 1

    @overload
    def __getitem__(self, number: int) -> Entity: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Entity]: ...
    def __getitem__(self, number: int | slice) -> Entity | Sequence[Entity]:
        if isinstance(number, slice):
            return [self[at] for at in range(*number.indices(len(self)))]
        if number not in self._read:
            if not 0 <= number < len(self):
                raise IndexError(number)
            start, end = self._places[number : number + 2]
            self._read[number] = self.record.entity(start, end - start)
        return self._read[number]

    def by_id(self, entity_id: str) -> Entity | None:
        """Return the entity of an id."""
        numbers = self.register.bearing(ENTITIES, entity_id).tolist()
        return self[numbers[0]] if numbers else None


class StoredKnowledge(Knowledge):
    """All that a base knows, of which each entity is read when it is first asked for."""

    entities: StoredEntities

    @cached_property
    def _entity_of(self) -> Mapping[MentionId, Entity]:

        def read(mention: MentionId) -> Entity | None:
            number = self.owner_of(mention)
            return None if number is None else self.entities[number]

        return Lazily(read, lambda: (mention for entity in self.entities for mention in entity.mentions))

    def owner_of(self, mention: MentionId | None) -> int | None:
        """Return the number of the entity of a mention; nothing when there is none."""
        if mention is None:
            return None
        if mention not in self._owned:
            self._owned |= self._owned_in(document_of(mention))
        number = self._owned.setdefault(mention, -1)
        return None if number < 0 else number

    @cached_property
    def _owned(self) -> dict[MentionId, int]:
        """The numbers of the entities of the mentions of the documents that were asked for, -1 for none."""
        return {}

    def _owned_in(self, document_id: str) -> dict[MentionId, int]:
        if document_id not in self.extraction_of:
            return {}
        register = self.entities.register
        owners = register.kept(OWNERS, int(register.bearing(OWNERS, document_id)[0]), list[int])
        return dict(zip(self.entities.record.mentions_told(document_id), owners, strict=True))

    @cached_property
    def by_id(self) -> Mapping[str, Entity]:
        """Every entity by its id."""
        return Lazily(self.entities.by_id, lambda: (entity.id for entity in self.entities))


def stored_knowledge(record: Record, register: Register) -> Knowledge:
    """Return all that a record holds; raises `KnowledgeError` when a file has not the size that it was written with."""
    return StoredKnowledge(record.extractions(), StoredEntities(record, register))
