"""Who holds an office in a body: from the roles that the documents state, else from the sentences that tell it."""

import re
from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache

from index import beginnings, fold, may_hold, tokens
from kg.ask.answers.context import around_document, around_event, around_person, role_words, unique
from kg.ask.answers.proofs import cited
from kg.ask.answers.rows import entity_row, refused
from kg.ask.answers.sparql import members_query
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.people.offices import Held, Office, office_of, told_holders
from kg.ask.question.functions_told import holds_function, is_deputy
from kg.ask.question.query import Query
from kg.ask.search.parts import held_in, roles_beside
from kg.ask.somebody import named_beside
from kg.lookup import date_of_role, event_at, event_chain
from kg.regex import regex
from kg.types import Answer, Context, Entity, Role, Row

KIND = "who-is"
_CALLED = regex(r"^(?:comment s'appell|quel est le nom|nom d)")
#: The mayor of a town that no report makes a place of is nobody else's.
_OF_TOWN = regex(
    r"\b(?:[Mm]aire|[Mm]airesse|[Bb]ourgmestre|[Éé]chevine?) (?:de la |de |du |des |d['’])(?:La |Le )?[A-ZÀ-ÝŒ]"
)
#: The function that a verb of office calls for, as the beginning of a folded word.
_VERBS = {
    "presid": ("presid",),
    **dict.fromkeys(
        ("dirig", "gere", "patron", "tete", "responsable", "chef"),
        ("direct", "gerant", "dirige", "responsable", "chef", "presid", "maire", "coord"),
    ),
    "coordonn": ("coord",),
    "elu": ("elu", "conseill", "adjoint", "maire", "vice", "depute", "senat"),
    **dict.fromkeys(("fond", "cofond", "co-fond"), ("fond",)),
    **dict.fromkeys(("represent", "s'exprim", "parle"), ("",)),
}
#: Questions that ask who was chosen for an office: the sentence that tells the choice answers.
_CHOOSES = regex(
    r"\b(?:elue?s?|reelue?s?|nomme\w*|design\w+|choisi\w*|devenue?|devien\w+|nouve(?:au|lle)|fonde\w*"
    r"|pri[st]e? la (?:tete|presidence|direction)|prend la (?:tete|presidence|direction)|arrive\w* a la tete)\b"
)
_NOW = regex(r"(?:qui|c'est qui|quel(?:le)?) (?:est|preside|dirige|gere|coordonne)\b")
#: How many words a function that names no body has at most.
BARE = 2
#: How many characters of a document may tell whose it is, and least share of the question's words that a role says.
OPENING, SAYS = 200, 0.6


@dataclass(frozen=True, slots=True)
class _Holder:
    """A person and the role that answers: `fit` is in 0..1, `date` is when the role is known to be held."""

    fit: float
    date: str
    person: Entity
    role: Role

    @property
    def rank(self) -> tuple[bool, float]:
        """What the best share: a role with a function comes before one without, then the best fit."""
        return (not self.role.function, -self.fit)


def who_holds(query: Query, library: Library, office: str) -> Answer | None:
    """Find the people whose role says the function, in the organisation or place that the question names."""
    wanted = next((stems for verb, stems in _VERBS.items() if office.startswith(verb)), (office[:6],))
    holders = query.outside("organisation", "place") or _after(query, office)
    asked = office_of(query, wanted, holders, office)
    by_words = told_holders(query, library, asked, holders) if wanted != ("",) else []
    found = _held(library, wanted, holders) if holders else _held_in(library, wanted, query)
    found = [one for one in found if not asked.phrase or wanted == ("",) or _says(library, one.role, asked)]
    if query.years or _NOW.match(query.folded):
        by_words = [one for one in by_words if not _was(library.reading(one.span), one.person.label)] or by_words
    of_year = [one for one in found if one.date[:4] in query.years and not _was_told(library, one)]
    if query.years and by_words and not of_year:
        return _by_sentences(query, library, by_words)
    best_role = found[0].fit if found and found[0].role.function else 0.0
    if by_words and (_CHOOSES.search(query.folded) or by_words[0].fit > best_role):
        return _by_sentences(query, library, by_words)
    within = [one for one in found if one.role.provenance.span.document_id in query.reports]
    found = within if within and wanted == ("",) else found
    if not found:
        if not holders and not _CALLED.match(query.folded) and not _OF_TOWN.search(query.text):
            return named_beside(query, library, office=office)
        return named_beside(query, library, office=office) or _nobody(query, holders, wanted[0])
    found = [one for one in found if not query.years or not one.date or one.date[:4] in query.years]
    if not found:
        return None
    best = [one for one in found if one.rank == found[0].rank] if wanted != ("",) else _speaking(library, found)
    return _holders(query, library, best, holders[0] if holders else None)


def _was(words: str, name: str) -> bool:
    """Tell a sentence that says somebody to have held an office before: « X, alors directrice »."""
    return re.search(rf"{re.escape(fold(name).split()[-1])},? (?:alors|ancien\w*|ex-)", fold(words)) is not None


def _was_told(library: Library, one: _Holder) -> bool:
    sentence = library.sentence_at(one.role.provenance.span)
    return sentence is not None and _was(sentence.words, one.person.label)


def _after(query: Query, office: str) -> list[Entity]:
    """Return the body that follows an office in a question, though its words may also be those of a meeting."""
    at = query.folded.find(office) + len(office)
    link = re.match(r"\w*\s+(?:de la |de l'|des |de |du |d'|la |le |les |l')?", query.folded[at:])
    start = at + link.end() if link else -1
    return [one.entity for one in query.named if one.start == start and one.entity.kind in ("organisation", "place")]


def _held(library: Library, wanted: tuple[str, ...], holders: list[Entity]) -> list[_Holder]:
    """Return who holds a wanted function in a wanted organisation, the best fit first; the first function counts."""
    bodies = _bodies(library, holders)

    def fits(role: Role) -> bool:
        return _is_any(role.function, wanted) and any(_fits(library, role, stem, bodies) for stem in wanted)

    named = (name for names in bodies.stems.values() for name in names)
    near = roles_beside(library, holders, fits) if any(wanted) else held_in(library, holders, named)
    beside = list(near)
    deputies: list[_Holder] = []
    for stem in wanted:
        found = [
            _Holder(fit, date_of_role(library.knowledge, role) or "", person, role)
            for person, role in beside
            if (fit := _fits(library, role, stem, bodies))
        ]
        found.sort(key=lambda one: (*one.rank, one.date, one.person.id))
        heads = [one for one in found if not stem or not is_deputy(one.role.function, stem)]
        if heads:
            return heads
        deputies = deputies or found
    return deputies if len(wanted) > 1 else []


def _says(library: Library, role: Role, asked: Office) -> bool:
    """Tell whether a role says the question's words for whose it is, or its report opens with them."""
    organisation = library.knowledge.entity_of(role.organisation)
    names = (organisation.label, *organisation.aliases) if organisation else ()
    document = library.knowledge.documents[role.provenance.span.document_id]
    opening = (document.title, document.text[:OPENING]) if not organisation else ()
    said = frozenset(tokens(" ".join((role.function, *names, *opening))))
    return len(asked.names[0] & said) >= SAYS * len(asked.names[0])


def _held_in(library: Library, wanted: tuple[str, ...], query: Query) -> list[_Holder]:
    """Return who holds a wanted function by the reports that a question names: a body may be known by its title."""
    found = [
        _Holder(1.0 if _begins(role, stem) else 0.7, date_of_role(library.knowledge, role) or "", person, role)
        for stem in wanted
        if stem
        for document_id in sorted(query.reports)
        for role in library.knowledge.extraction_of[document_id].roles
        if (person := library.knowledge.entity_of(role.person)) and role.organisation is None and _begins(role, stem)
    ]
    return sorted(found, key=lambda one: (*one.rank, one.date, one.person.id))


def _begins(role: Role, stem: str) -> bool:
    return fold(role.function).startswith(stem)


@lru_cache(maxsize=4096)
def _words(function: str) -> tuple[str, ...]:
    return tuple(word for word in re.split(r"[^\w-]+", fold(function)) if word)


def _is_any(function: str, wanted: tuple[str, ...]) -> bool:
    plain = fold(function)
    return any(not stem or (stem in plain and holds_function(_words(function), stem)) for stem in wanted)


@dataclass(frozen=True, slots=True)
class _Bodies:
    """Bodies by what their mentions share, by their folded names, and by the stems of each name under one of these."""

    owners: frozenset[Hashable]
    names: frozenset[str]
    stems: dict[str, list[frozenset[str]]]
    #: How the words of these stems begin.
    begun: frozenset[str]

    def named_in(self, function: str) -> bool:
        """Tell whether some words say all of a name."""
        if not may_hold(function, self.begun):
            return False
        said = tokens(function)
        return any(name.issubset(said) for stem in said for name in self.stems.get(stem, ()))


def _bodies(library: Library, holders: list[Entity]) -> _Bodies:
    owners = {library.knowledge.owner_of(next(iter(holder.mentions), None)) for holder in holders} - {None}
    names = {name for holder in holders for name in (holder.label, *holder.aliases)}
    stems: dict[str, list[frozenset[str]]] = defaultdict(list)
    for name in {frozenset(tokens(name)) for name in names} - {frozenset()}:
        stems[min(name)].append(name)
    return _Bodies(frozenset(owners), frozenset(map(fold, names)), stems, beginnings(stems))


def _fits(library: Library, role: Role, wanted: str, bodies: _Bodies) -> float:
    """Return how well a role is the wanted function in a wanted organisation: 0 not at all, 1 head of it.

    The function must be said before the organisation, and begin the role: « vice-présidente » is not « présidente ».
    """
    words = _words(role.function)
    if wanted and not holds_function(words, wanted):
        return 0.0
    organisation = library.knowledge.owner_of(role.organisation)
    if organisation is not None and organisation in bodies.owners:
        return 1.0 if not wanted or words[0].startswith(wanted) else 0.7
    if wanted and organisation is None and len(words) <= BARE and _is_of(library, role, bodies):
        return 0.5
    if bodies.named_in(role.function):
        return 0.9 if not wanted or words[0].startswith(wanted) else 0.6
    return 0.0


def _is_of(library: Library, role: Role, bodies: _Bodies) -> bool:
    """Tell whether the document that tells a bare function is, by its first lines, of a wanted body: « la maire »."""
    document = library.knowledge.documents[role.provenance.span.document_id]
    opening = fold(f"{document.title} {document.text[:OPENING]}")
    return any(name in opening for name in bodies.names)


def _speaking(library: Library, found: list[_Holder]) -> list[_Holder]:
    """Of those who come from an organisation, prefer those who are heard: they speak for it."""
    return [one for one in found if any(library.said_by(one.person))] or found


def _holders(query: Query, library: Library, best: list[_Holder], holder: Entity | None) -> Answer:
    rows: dict[str, Row] = {}
    facts: list[Context] = []
    told = []
    for one in best:
        person, role, date = one.person, one.role, one.date
        if person.id in rows:
            continue
        event = event_at(library.knowledge, role.event)
        words = role_words(library, role)
        evidence = (library.evidence(role.provenance.span, 1.0),)
        rows[person.id] = entity_row(person, evidence, value=words or None)
        told.append(
            f"{person.label}" + (f" ({words}" if words else " (") + (f", {french.date(date)})" if date else ")")
        )
        facts += around_person(library, person, event)
        facts += around_event(library, person, event_chain(library.knowledge, role.event))
    text = french.told(french.join(told))
    sparql = members_query(library.base, holder.id) if holder else None
    return Answer(query.text, KIND, text, tuple(rows.values()), unique(facts), sparql=sparql)


def _by_sentences(query: Query, library: Library, told: list[Held]) -> Answer:
    """Answer with the people whom sentences say to hold the office: those chosen for it, else the best told."""
    best = [one for one in told if one.fit >= told[0].fit]
    chosen = [one for one in told if one.chosen]
    if _CHOOSES.search(query.folded) or any(one.chosen for one in best):
        best = chosen or best
    latest = max(one.date for one in best)
    best = [one for one in best if one.date == latest] if any(one.chosen for one in best) else best
    rows: dict[str, Row] = {}
    facts: list[Context] = []
    for one in best:
        proof = cited(library, one.span, one.fit)
        rows.setdefault(one.person.id, entity_row(one.person, (proof,), value=one.word, score=one.fit))
        facts += around_person(library, one.person, None) + around_document(library, one.person, one.span.document_id)
    names = french.join([row.label for row in rows.values()])
    words = library.reading(next(iter(rows.values())).evidence[0].span)
    text = french.shortened(f"{names} : « {words} »")
    return Answer(query.text, KIND, text, tuple(rows.values()), unique(facts))


def _nobody(query: Query, holders: list[Entity], wanted: str) -> Answer:
    where = french.join([holder.label for holder in holders]) or ", ".join(term.words for term in query.terms)
    searched = f"rôles cherchés : fonction « {wanted}… » dans {where}"
    return refused(query, KIND, f"aucun document ne nomme cette personne ({where})", searched)
