"""All that a base knows: the extractions of every document and the entities that their mentions make.

What can be found by its document is read with that document only, for a question looks at few of them.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Any, Generic, TypeVar

from corpus import Document, Span
from kg.types import Entity, Event, Extraction, Mention, MentionId, Quotation, Role, document_of

_Value = TypeVar("_Value")


class Lazily(Mapping[str, _Value], Generic[_Value]):
    """Values made when they are first asked for, then kept; `make` returns nothing for a key that stands for none."""

    def __init__(self, make: Callable[[str], _Value | None], keys: Callable[[], Iterable[str]]) -> None:
        self._make = make
        self._keys = keys
        self._made: dict[str, _Value | None] = {}

    def __getitem__(self, key: str) -> _Value:
        if key not in self._made:
            self._made[key] = self._make(key)
        found = self._made[key]
        if found is None:
            raise KeyError(key)
        return found

    def get(self, key: str, default: Any = None) -> Any:
        """Return a value, or another for a key that stands for none: as for any mapping, sooner when it was made."""
        if key not in self._made:
            return super().get(key, default)
        found = self._made[key]
        return default if found is None else found

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys())

    def __len__(self) -> int:
        return sum(1 for _ in self._keys())


@dataclass(frozen=True)
class Knowledge:
    """Extractions in the order of their document ids, and entities in the order of their ids."""

    extractions: tuple[Extraction, ...]
    entities: Sequence[Entity]

    def once(self, make: "Callable[[Knowledge], _Value]") -> _Value:
        """Return what a function makes of all that is known, made when it is first asked for, then kept."""
        if make not in self._made:
            self._made[make] = make(self)
        found: _Value = self._made[make]
        return found

    @cached_property
    def _made(self) -> dict[Callable[["Knowledge"], Any], Any]:
        return {}

    @cached_property
    def _entity_of(self) -> Mapping[MentionId, Entity]:
        return {mention: entity for entity in self.entities for mention in entity.mentions}

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """Every document by its id."""
        extractions = self.extraction_of
        return Lazily(lambda key: extractions[key].document if key in extractions else None, lambda: extractions)

    def quote(self, span: Span) -> str:
        """Return the verbatim slice that a span points at."""
        return self.documents[span.document_id].quote(span)

    @cached_property
    def mentions(self) -> Mapping[MentionId, Mention]:
        """Every mention by its id."""
        inside = Lazily(self._mentions_of, lambda: self.extraction_of)
        return Lazily(
            lambda key: inside.get(document_of(key), {}).get(key),
            lambda: (mention.id for extraction in self.extractions for mention in extraction.mentions),
        )

    def _mentions_of(self, document_id: str) -> dict[MentionId, Mention] | None:
        extraction = self.extraction_of.get(document_id)
        return {mention.id: mention for mention in extraction.mentions} if extraction else None

    @cached_property
    def events(self) -> Mapping[MentionId, Event]:
        """Every event and session, by the id of its own mention (one event may be told by several documents)."""
        inside = Lazily(self._events_of, lambda: self.extraction_of)
        return Lazily(
            lambda key: inside.get(document_of(key), {}).get(key),
            lambda: (event.mention for extraction in self.extractions for event in extraction.events),
        )

    def _events_of(self, document_id: str) -> dict[MentionId, Event] | None:
        extraction = self.extraction_of.get(document_id)
        return {event.mention: event for event in extraction.events} if extraction else None

    @cached_property
    def extraction_of(self) -> dict[str, Extraction]:
        """What was read in each document, by the id of the document."""
        return {e.id: e for e in self.extractions}

    @cached_property
    def by_id(self) -> Mapping[str, Entity]:
        """Every entity by its id."""
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def tellings(self) -> Mapping[str, tuple[Event, ...]]:
        """How each event is told, by the id of its entity: one telling a document or more, in reading order."""
        return Lazily(self._tellings_of, self._with_tellings)

    def _tellings_of(self, entity_id: str) -> tuple[Event, ...] | None:
        entity = self.by_id.get(entity_id)
        if entity is None or not entity.mentions:
            return None
        own = frozenset(entity.mentions)
        events = (event for extraction in self.naming(entity) for event in extraction.events)
        return tuple(event for event in events if event.mention in own) or None

    def _with_tellings(self) -> Iterable[str]:
        entities = (self.entity_of(mention) for mention in self.events)
        return dict.fromkeys(entity.id for entity in entities if entity)

    @cached_property
    def roles(self) -> Mapping[str, tuple[Role, ...]]:
        """The roles of each person who has some, by the id of the entity, in reading order."""
        return Lazily(self._roles_of, self._with_roles)

    def _roles_of(self, entity_id: str) -> tuple[Role, ...] | None:
        entity = self.by_id.get(entity_id)
        if entity is None or entity.kind != "person" or not entity.mentions:
            return None
        held = (
            (document_id, place, role)
            for mention in frozenset(entity.mentions)
            for document_id in (document_of(mention),)
            for place, role in self._roles_in[document_id].get(mention, ())
        )
        return tuple(role for _, _, role in sorted(held, key=itemgetter(0, 1))) or None

    @cached_property
    def _roles_in(self) -> Mapping[str, Mapping[MentionId, list[tuple[int, Role]]]]:
        """The roles of each document with their places among them, by the mention of the person."""

        def read(document_id: str) -> dict[MentionId, list[tuple[int, Role]]]:
            found: dict[MentionId, list[tuple[int, Role]]] = defaultdict(list)
            extraction = self.extraction_of.get(document_id)
            for place, role in enumerate(extraction.roles if extraction else ()):
                found[role.person].append((place, role))
            return found

        return Lazily(read, lambda: self.extraction_of)

    def _with_roles(self) -> Iterable[str]:
        people = (self.entity_of(role.person) for extraction in self.extractions for role in extraction.roles)
        return dict.fromkeys(person.id for person in people if person)

    def entity_of(self, mention: MentionId | None) -> Entity | None:
        """Return the entity that a mention belongs to; nothing for nobody or for a mention left out by a decision."""
        return self._entity_of.get(mention) if mention else None

    def owner_of(self, mention: MentionId | None) -> Hashable:
        """Return what two mentions of one entity share, which is not read for that; nothing when there is none."""
        entity = self.entity_of(mention)
        return entity.id if entity else None

    def naming(self, *entities: Entity | None) -> list[Extraction]:
        """Return the extractions of the documents that mention one of some entities, in their order."""
        found = {document_of(mention) for entity in entities if entity for mention in entity.mentions}
        return [self.extraction_of[document_id] for document_id in sorted(found) if document_id in self.extraction_of]

    def quotations(self) -> Iterator[Quotation]:
        """Yield every quotation, by document and place."""
        for extraction in self.extractions:
            yield from extraction.quotations
