"""The lists of the register: what a question looks up by a name, a stem or an id, and the functions that list it."""

from collections.abc import Callable, Mapping

from kg.ask.question.names import LONGEST, PARTIAL, WHOLE, longest_name, partial_names, whole_names
from kg.ask.question.titles import TITLES, titles_told
from kg.ask.search.naming_events import EVENTS, events_told
from kg.ask.search.parts import PARTICIPATIONS, ROLES, participations_told, roles_told
from kg.knowledge import Knowledge
from kg.register import Rows
from kg.stored import ENTITIES, OWNERS, PLACES, entity_ids, entity_places, owners_told

LISTS: Mapping[str, Callable[[Knowledge], Rows]] = {
    ENTITIES: entity_ids,
    PLACES: entity_places,
    OWNERS: owners_told,
    WHOLE: lambda knowledge: whole_names(knowledge.entities),
    PARTIAL: lambda knowledge: partial_names(knowledge.entities),
    LONGEST: lambda knowledge: longest_name(knowledge.entities),
    EVENTS: events_told,
    TITLES: titles_told,
    ROLES: roles_told,
    PARTICIPATIONS: participations_told,
}
