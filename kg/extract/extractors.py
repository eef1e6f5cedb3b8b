"""What a document names: people, organisations, places, events, with their roles and participations."""

from collections.abc import Callable, Mapping, Sequence

from kg.extract.acting_towns import acting_towns
from kg.extract.bodies_again import acting_places, bodies_again
from kg.extract.body_acronyms import acronyms, explained_bodies, nested_bodies
from kg.extract.body_slots import bodies_by_slot
from kg.extract.body_tables import bodies_of_cards
from kg.extract.foreign import foreign_blocks, without_foreign
from kg.extract.letterhead import letterhead
from kg.extract.mayors import mayors_towns
from kg.extract.organisations import bodies_by_kind, bodies_of_people
from kg.extract.parse import Parsed
from kg.extract.people import people_in_prose, people_of_layout
from kg.extract.people_again import people_again
from kg.extract.places import places, venues
from kg.extract.rosters import bodies_of_rosters
from kg.extract.source import Source, source_of
from kg.types import Extraction, Mention

#: An extractor reads a source, knowing the mentions found before it, and returns the mentions that it adds.
Extractor = Callable[[Source, Sequence[Mention]], list[Mention]]

#: In the order of their precision: what the layout says first, then what was learnt from it found again.
EXTRACTORS: Mapping[str, Extractor] = {
    "people-of-layout": people_of_layout,
    "venues": venues,
    "explained-bodies": explained_bodies,
    "bodies-by-kind": bodies_by_kind,
    "letterhead": letterhead,
    "bodies-of-cards": bodies_of_cards,
    "people-in-prose": people_in_prose,
    "people-again": people_again,
    "bodies-by-slot": bodies_by_slot,
    "acronyms": acronyms,
    "bodies-of-rosters": bodies_of_rosters,
    "bodies-of-people": bodies_of_people,
    "mayors-towns": mayors_towns,
    "nested-bodies": nested_bodies,
    "bodies-again": bodies_again,
    "acting-places": acting_places,
    "acting-towns": acting_towns,
    "places": places,
}


def find_mentions(source: Source) -> tuple[Mention, ...]:
    """Return the mentions of people, organisations and places of a document in order; the first of a slice wins."""
    found: dict[str, Mention] = {}
    foreign = foreign_blocks(source)
    for extractor in EXTRACTORS.values():
        known = tuple(found.values())
        for mention in without_foreign(source, foreign, extractor(source, known), known):
            found.setdefault(mention.id, mention)
    return tuple(sorted(found.values()))


def read_entities(parsed: Parsed) -> Extraction:
    """Read the mentions of a document, the events that it tells, and who is what there."""
    from kg.relate.events import read_events
    from kg.relate.participations import read_participations
    from kg.relate.roles import read_aliases, read_roles

    source = source_of(parsed)
    mentions = find_mentions(source)
    told = read_events(source, mentions)
    return Extraction(
        parsed.document,
        mentions=tuple(sorted((*mentions, *told.mentions))),
        events=told.events,
        roles=read_roles(source, mentions, told.events),
        participations=read_participations(source, mentions, told.events),
        statements=read_aliases(source, mentions),
    )
