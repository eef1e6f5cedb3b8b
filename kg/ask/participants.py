"""Participants, members and exact numbers: counted in the graph, or read in the sentence that states the number."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from corpus import Span
from index import beginnings, fold, may_hold, tokens, vocabulary
from kg.ask.answers.context import around_event, around_person, role_words, unique
from kg.ask.answers.rows import entity_row, number_row
from kg.ask.answers.sparql import people_query
from kg.ask.counts.amounts_of_items import amount_in_item
from kg.ask.counts.counting import asks_quantity, may_ask_quantity, sought_quantity
from kg.ask.counts.differences import told_difference
from kg.ask.counts.numbered import read_count, stated, untold
from kg.ask.counts.taking_part import announced, on_list
from kg.ask.language import french
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.programme import part_asked
from kg.ask.question.askers import leads_with_speech
from kg.ask.question.kinds import bare_town
from kg.ask.question.query import Query
from kg.ask.refusals.particulars import is_private
from kg.knowledge import Knowledge
from kg.lexicon.places import country_of, is_country, usual_form
from kg.lookup import event_chain
from kg.regex import regex
from kg.register import Rows
from kg.types import Answer, Entity, Participation, Role, span_of

#: The list of the register that tells how many participations were read.
PARTICIPATIONS = "participations"
KIND = "participants-counts"
#: Least letters of a place's name that another language bends, and how many it adds at most.
LONG, BENT = 6, 3
#: Fewest letters of a word that is cut short.
CUT = 3
_SMALL = ("de", "du", "des", "la", "le", "les", "et", "en", "pour", "aux", "sur")
#: A question about a list of names, and what those on it are.
_ON_LIST = regex(r"\b(?:inscri|emarg|liste d)\w*")
EXAMPLES = (
    "Combien de participants venaient de Morvillac ?",
    "Qui est venu du Morbois ?",
    "Combien d'habitants compte Morvillac ?",
)
_WHO_CAME = regex(
    r"^(?:qui|quel(?:le)?s? (?:personnes?|participante?s?|representante?s?|inscrite?s?|invitee?s?|deleguee?s?|elue?s?"
    r"|agents?|membres?)|liste|donn\w+|y (?:a-t-|avait-)\w+"
    r"|est-ce qu)\b.*"
    r"\b(?:venu|vien|venai|participant|participe|particip\w+|present|presents|representant|assist|etait la"
    r"|(?:est|sont|etait|etaient) inscrit"
    r"|etaient la|vien(?:t|nent)\b|venai)\w*"
    r"|^(?:qui (?:sont|etaient) les |(?:la )?liste des |quel(?:le)?s? (?:sont les |etaient les )?)"
    r"(?:participante?s?|inscrite?s?|invitee?s?|deleguee?s?|emarge\w*|representante?s?)"
    r"(?: (?:sont|etaient|seront|travaill\w+|appartien\w+|relev\w+))?"
    r" (?:(?:venue?s?|issue?s?|membres?) )?(?:de|du|des|d'|a|aux?|au nom|pour)\b"
    r"|^(?:qui|quel(?:le)?s? \w+) (?:a |ont )?(?:sign|emarg)\w+ (?:\w+ ){0,4}(?:d'emargement |de presence )?"
    r"(?:pour|au nom)\b"
    r"|^quel(?:le)?s? [\w-]+ (?:est|sont|etait|etaient) (?:present|inscrit|venu)\w*"
    r"|^quel(?:le)?s? (?:personne|participant|inscrit|invite|delegue)e?s? (?:a |ont )?represent(?:e|ent|ai(?:en)?t)\b"
)
_REPRESENTS = regex(r"^(?:qui|quel(?:le)?s? \w+) (?:a |ont )?represent(?:e|ait|aient|ent)\b")
_PEOPLE = regex(r"\b(?:participant|personne|representant|intervenant|membre|gens|inscrit|venu|vien|venai|monde)\w*")
#: What a question says of those who came from somewhere; other numbers of people are read in the text.
_COMING = regex(r"\b(?:venai|venu|vien|particip|present|represent|assist|inscrit|provenai|issue?s?\b|membres? d)\w*")
_FROM = regex(r"\b(?:venu|vien|venai|provenai|arriv)\w* (?:de |d'|du |des )")
_THING = regex(
    r".*?(?:combien|nombre)\s+(?:y a-t-il |y avait-il |il y a(?:vait)? )?(?:de |d'|des |du )(?:l'|la |le |les "
    r")?(?P<thing>[\w-]+)"
)
#: A list of those who came tells more than a programme, which tells who was to come.
_LISTED = ("participant", "present")

_CAME = (
    "suivi suivre suivent étaient participants participant participé participer participent participaient "
    "venu venus venues venir "
    "présents présent assisté"
)


def participations_counted(knowledge: Knowledge) -> Rows:
    """List one thing: how many participations the documents tell."""
    yield (), sum(len(extraction.participations) for extraction in knowledge.extractions)


def answer(query: Query, library: Library) -> Answer | None:
    """Answer « combien » and « qui est venu de »; nothing for other questions."""
    parted = told_difference(query, library)
    if parted:
        return parted
    counting = asks_quantity(query.folded)
    if not counting and may_ask_quantity(query.folded) and not is_private(query):
        return stated(query, library) or amount_in_item(query, library)
    of_event = query.event is not None and _REPRESENTS.match(query.folded)
    who_came = _WHO_CAME.match(query.folded) and query.quoted is None and not leads_with_speech(query)
    if is_private(query) or not (counting or of_event or who_came):
        return None
    thing = _THING.match(query.folded)
    people = bool(_PEOPLE.match(thing["thing"])) if thing else bool(_PEOPLE.search(query.folded))
    of_country = thing is not None and country_of(thing["thing"]) is not None
    parts = part_asked(query) if counting else ()
    if (counted := on_list(query, library, parts) if counting else None) is not None:
        return _told(query, library, counted, counting=True) if counted else untold(query)
    coming = of_country or (people and bool(_COMING.search(query.folded)))
    found = _coming_from(query, library) if coming or not counting else {}
    if not found and _FROM.search(query.folded) and not counting and not query.documents:
        found = _coming_from(query, library, listed=False)
    if found or not counting:
        return _told(query, library, found, counting=counting) if found else None
    word = thing["thing"] if thing else sought_quantity(query).word  # « combien étaient-ils ? »
    told = read_count(query, library, word, people=people)
    found = announced(query, library, parts, told)
    return _told(query, library, found, counting=True) if found else told or untold(query)


def _coming_from(query: Query, library: Library, *, listed: bool = True) -> dict[str, tuple[Entity, Participation]]:
    """Return the people who take part and whose role says the organisation, the place or the kind that is asked.

    Those of the lists of participants alone are counted where there are some, unless nobody of these is `listed` so.
    """
    countries = {country for word in re.findall(r"[\w-]+", query.folded) if (country := country_of(word))}
    named = query.outside("organisation", "place")
    if countries:  # the other names say where the list was made
        named = [entity for entity in named or query.entities("place") if is_country(entity.label)]
    stems = [frozenset(tokens(name)) for entity in named for name in _names_of(query, entity)]
    kinds = (
        []
        if stems or countries
        else [
            frozenset([s])
            for t in query.inside().terms
            for s in t.alternatives[0][0]
            if not _PEOPLE.match(fold(t.words)) and s not in stems_of(_CAME.split())
        ]
    )
    found: dict[str, tuple[Entity, Participation]] = {}
    told_from = _told_from(library.knowledge, named, stems or kinds)
    wanted_there = _wanted(named, countries)
    documents = [e for e in library.knowledge.extractions if not query.documents or e.id in query.documents]
    agents = {library.knowledge.entity_of(p.agent) for e in documents for p in e.participations if query.documents}
    roles = (role for one in agents if one for role in library.knowledge.roles.get(one.id, ()))
    told = roles if query.documents else (role for e in library.knowledge.extractions for role in e.roles)
    coming = {library.knowledge.owner_of(role.person) for role in told if told_from(role)} - {None}
    parts = ("participant",) if _ON_LIST.search(query.folded) else _LISTED
    listed = listed and any(p.part in parts for e in documents for p in e.participations)
    for extraction in documents:
        for participation in extraction.participations:
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


def _told(query: Query, library: Library, found: dict[str, tuple[Entity, Participation]], *, counting: bool) -> Answer:
    rows, facts = [], []
    for person, participation in found.values():
        roles = library.knowledge.roles.get(person.id, ())
        spans = [participation.provenance.span, *(role.provenance.span for role in roles[:1])]
        words = next((role_words(library, role) for role in roles if role_words(library, role)), None)
        evidence = tuple(library.evidence(span, 1.0) for span in dict.fromkeys(spans))
        rows.append(entity_row(person, evidence, value=words))
        facts += around_person(library, person, None)[:1]
    first = next(iter(found.values()))[1]
    facts += around_event(library, None, event_chain(library.knowledge, first.event))
    number = len(rows)
    names = french.join([row.label for row in rows], most=20)
    yes = "oui, " if re.match(r"(?:y (?:a|avait)|est-ce)", query.folded) else ""
    told = f"{yes}{number} {'personnes' if number > 1 else 'personne'} : {names}"
    if counting:
        rows = [number_row(number, rows[0].evidence), *rows]
    sparql = people_query(library.base, list(found))
    searched = f"{library.register.kept(PARTICIPATIONS, 0, int)} participations lues"
    text = french.told(told)
    return Answer(query.text, KIND, text, tuple(rows), unique(facts), certificate=searched, sparql=sparql)
