"""Who came from a body, a place or a country: by their roles, or by the row of the list that names them."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from corpus import Span
from index import beginnings, fold, may_hold, tokens, vocabulary
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.kinds import bare_town
from kg.ask.question.query import Query
from kg.ask.search.parts import PARTICIPATIONS, by_agent, by_part, participations_by, roles_naming
from kg.knowledge import Knowledge
from kg.lexicon.places import country_of, is_country, usual_form
from kg.regex import regex
from kg.types import Entity, Participation, Role, span_of

#: Least letters of a place's name that another language bends, and how many it adds at most.
LONG, BENT = 6, 3
#: Fewest letters of a word that is cut short.
CUT = 3
_SMALL = ("de", "du", "des", "la", "le", "les", "et", "en", "pour", "aux", "sur")
#: A question about a list of names, and what those on it are.
_ON_LIST = regex(r"\b(?:inscri|emarg|liste d)\w*")
PEOPLE = regex(r"\b(?:participant|personne|representant|intervenant|membre|gens|inscrit|venu|vien|venai|monde)\w*")
#: A list of those who came tells more than a programme, which tells who was to come.
_LISTED = ("participant", "present")

_CAME = (
    "suivi suivre suivent étaient participants participant participé participer participent participaient "
    "venu venus venues venir "
    "présents présent assisté"
)


def coming_from(query: Query, library: Library, *, listed: bool = True) -> dict[str, tuple[Entity, Participation]]:
    """Return the people who take part and whose role says the organisation, the place or the kind that is asked.

    Those of the lists of participants alone are counted where there are some, unless nobody of these is `listed` so.
    """
    countries = {country for word in re.findall(r"[\w-]+", query.folded) if (country := country_of(word))}
    named = query.outside("organisation", "place")
    if countries:  # the other names say where the list was made
        named = [entity for entity in named or query.entities("place") if is_country(entity.label)]
    stems = [frozenset(tokens(name)) for entity in named for name in _names_of(query, entity)]
    came = stems_of(_CAME.split())
    kinds = (
        []
        if stems or countries
        else [
            frozenset([s])
            for t in query.inside().terms
            for s in t.alternatives[0][0]
            if not PEOPLE.match(fold(t.words)) and s not in came
        ]
    )
    found: dict[str, tuple[Entity, Participation]] = {}
    told_from = _told_from(library.knowledge, named, stems or kinds)
    wanted_there = _wanted(named, countries)
    told = _roles(query, library, named, stems or kinds)
    coming = {library.knowledge.owner_of(role.person) for role in told if told_from(role)} - {None}
    parts = ("participant",) if _ON_LIST.search(query.folded) else _LISTED
    listed = listed and _are_listed(query, library, parts)
    for participation in _participations(query, library, coming, wanted_there):
        if listed and participation.part not in parts:
            continue
        comes = library.knowledge.owner_of(participation.agent) in coming
        if not (comes and _comes_there(library, participation, told_from)) and not _row_names(
            library, participation, wanted_there
        ):
            continue
        person = library.knowledge.entity_of(participation.agent)
        if person:
            found.setdefault(person.id, (person, participation))
    return dict(sorted(found.items()))


def _roles(query: Query, library: Library, named: Iterable[Entity], names: Iterable[frozenset[str]]) -> Iterator[Role]:
    """Yield the roles that may tell where somebody comes from: of those who are where the question looks, or all."""
    if not query.documents:
        yield from roles_naming(library, named, names)
        return
    agents = {library.knowledge.entity_of(participation.agent) for participation in _inside(query, library)}
    for agent in agents:
        yield from library.knowledge.roles.get(agent.id, ()) if agent else ()


def _inside(query: Query, library: Library) -> Iterator[Participation]:
    """Yield the participations of the reports where the question looks, or of all."""
    for document_id, extraction in library.knowledge.extraction_of.items():
        if not query.documents or document_id in query.documents:
            yield from extraction.participations


def _are_listed(query: Query, library: Library, parts: Iterable[str]) -> bool:
    """Tell whether a list of participants stands where the question looks."""
    if query.documents:
        return any(participation.part in parts for participation in _inside(query, library))
    return any(len(library.register.bearing(PARTICIPATIONS, by_part(part))) for part in parts)


def _participations(
    query: Query, library: Library, coming: Iterable[Hashable], wanted: "_Wanted"
) -> Iterator[Participation]:
    """Yield the participations of those who come from there, and those whose row may name what is wanted."""
    if query.documents or wanted.countries:
        return _inside(query, library)
    begun = [match[0] for label in wanted.labels if (match := re.search(r"\w+", label[:-1]))]
    bent = [word for beginning in begun for word in library.register.words(PARTICIPATIONS, beginning)]
    return participations_by(library, (*map(by_agent, coming), *wanted.words, *bent, *wanted.places))


def _names_of(query: Query, entity: Entity) -> list[str]:
    """Return the names of a body; « Orval » alone is no « Ville d'Orval », where the question says the whole."""
    town = fold(bare_town(entity.label))
    whole = entity.kind == "organisation" and fold(entity.label) != town and fold(entity.label) in query.folded
    return [name for name in (entity.label, *entity.aliases) if not (whole and fold(name) == town)]


def _told_from(
    knowledge: Knowledge, named: Iterable[Entity], stems: Iterable[frozenset[str]]
) -> Callable[[Role], bool]:
    """Return what tells whether a role is in some bodies or places, or says all of some stems with its body's names."""
    ids = {entity.id for entity in named}
    sought = list({one: None for one in stems if one})
    begun = beginnings(stem for one in sought for stem in one)
    #: Of each body, what of each set of stems its names do not say; an empty one for a body that is sought.
    unsaid: dict[Hashable, list[frozenset[str]]] = {None: sought}

    def left_by(body: Entity | None) -> list[frozenset[str]]:
        if body and body.id in ids:
            return [frozenset()]
        names = " ".join((body.label, *body.aliases)) if body else ""
        said = vocabulary(names) if may_hold(names, begun) else frozenset[str]()
        return [one - said for one in sought] if said else sought

    def told(role: Role) -> bool:
        owner = knowledge.owner_of(role.organisation)
        if owner not in unsaid:
            unsaid[owner] = left_by(knowledge.entity_of(role.organisation))
        left = unsaid[owner]
        if not all(left):
            return True
        said = vocabulary(role.function) if may_hold(role.function, begun) else frozenset[str]()
        return bool(said) and any(one <= said for one in left)

    return told


class _Wanted(NamedTuple):
    """What a row may name: the mentions of bodies and places by document, countries, names that may be bent, folded."""

    places: Mapping[str, list[Span]]
    countries: set[str]
    labels: list[str]
    names: list[list[str]]
    #: All words of the names.
    words: frozenset[str]


def _wanted(named: Sequence[Entity], countries: set[str]) -> _Wanted:
    places = defaultdict[str, list[Span]](list)
    for mention in (mention for entity in named for mention in entity.mentions):
        if mention.startswith(("place:", "organisation:")):
            span = span_of(mention)
            places[span.document_id].append(span)
    labels = [fold(label) for label in (bare_town(entity.label) for entity in named) if len(label) >= LONG]
    labels = [label for label in labels if not re.search(r"\s", label[:-1])]
    names = {fold(name): None for entity in named for name in (entity.label, *entity.aliases) if " " in name}
    cut = [[word for word in re.findall(r"\w+", name) if len(word) > CUT] for name in names]
    several = [words for words in cut if len(words) > 1]
    return _Wanted(places, countries, labels, several, frozenset(word for words in several for word in words))


def _row_names(library: Library, participation: Participation, wanted: _Wanted) -> bool:
    """Tell whether the table row that names a participant names a wanted body or place: its country, in a column."""
    span = participation.provenance.span
    near = wanted.places.get(span.document_id, ())
    row = library.line_at(span)
    words = library.knowledge.quote(row)
    if "\t" not in words:
        return False
    if wanted.countries:
        return any(usual_form(cell.strip()) in wanted.countries for cell in words.split("\t"))
    start, end = _segment(words, span.start - row.start)
    own = Span(row.document_id, row.start + start, row.start + end)
    plain = fold(words[start:end])
    return _shortens(plain, wanted) or any(at in own for at in near) or _inflects(plain, wanted.labels)


def _shortens(row: str, wanted: _Wanted) -> bool:
    """Tell a row that writes a name of several words with some cut short or left out: « UNIV. VALMORAN »."""
    for cell in row.split("\t"):
        told = [word for word in re.findall(r"\w+", cell) if len(word) > 1 and word not in _SMALL]
        names = () if wanted.words.isdisjoint(told) else wanted.names
        for words in (name for name in names if not set(told).isdisjoint(name)):
            inside = len(told) > 1 and all(any(word.startswith(one) for word in words) for one in told)
            if inside or all(any(len(one) >= CUT and word.startswith(one) for one in told) for word in words):
                return True
    return False


def _inflects(row: str, labels: Sequence[str]) -> bool:
    """Tell a row that names a place as another language bends it: « KURJÄRVEN KAUPUNKI » of « Kurjärvi »."""
    bent = ((label, word.strip(",;()|")) for label in labels for word in row.split())
    return any(word.startswith(label[:-1]) and len(label) < len(word) <= len(label) + BENT for label, word in bent)


def _segment(row: str, at: int) -> tuple[int, int]:
    """Return the part of a table row that tells of the name at a place of it: of a cell that lists people, an item."""
    start, end = row.rfind("\t", 0, at) + 1, row.find("\t", at)
    cell = row[start : end if end >= 0 else len(row)]
    if ";" not in cell:
        return 0, len(row)
    first, last = cell.rfind(";", 0, at - start) + 1, cell.find(";", at - start)
    return start + first, start + (last if last >= 0 else len(cell))


def _comes_there(library: Library, participation: Participation, told_from: Callable[[Role], bool]) -> bool:
    """Tell whether a list says of somebody who comes from there that this is so: another role on the line denies it."""
    person = library.knowledge.entity_of(participation.agent)
    if person is None or person.kind != "person":
        return False
    line = library.line_at(participation.provenance.span)
    there = [role for role in library.knowledge.roles.get(person.id, ()) if role.provenance.span in line]
    return not there or any(map(told_from, there))
