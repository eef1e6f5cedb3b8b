"""Who is a person, who holds a function or speaks for an organisation: from the roles that the documents state."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from index import fold, tokens
from kg.ask import french
from kg.ask.context import around_event, around_person, role_words, told_once, unique
from kg.ask.library import Library
from kg.ask.proofs import quote_around
from kg.ask.query import Query
from kg.ask.somebody import apposition, named_beside, naming
from kg.ask.sought import UNTOLD, bare_town, fit, sought
from kg.ask.sparql import members_query, roles_query
from kg.lookup import date_of_role, event_at, event_chain
from kg.types import Answer, Context, Entity, Role, Row

KIND = "who-is"
EXAMPLES = (
    "Qui est Ana Belloir ?",
    "Quelle est la fonction de M. Belloir ?",
    "Qui préside le réseau Altis ?",
    "Qui représente la ville de Morvillac ?",
)
_OF_PERSON = re.compile(
    r"\b(?:fonctions?|postes?|roles?|titres?|metier|profession"
    r"|mandats?|travaille|occupe|exerce|represente-t-|vient|employeur)\b"
    r"|^(?:qui (?:est|sont|etait)|c'est qui|qui c'est|presente)|\bc'est qui\b|\best qui\b"
    r"|\bdans la vie\b|\bfait quoi\b|\b(?:est|etait) (?!-ce\b)[\w-]+ de quoi\b|\bpour qui\b"
)
_ORIGIN = re.compile(
    r"^(?:de |pour |dans )?(?:quelle?s?|ou|d'ou)\b.*\b(?:vient|venait|represente|travaille|appartient|envoye)\b"
)
_OF_OFFICE = re.compile(
    r"^(?:qui|comment s'appell\w+|quel est le nom|quelle? (?:elue?|personne)|nom d)\b.*?"
    r"(?P<office>\b(?:presid|dirig|(?<=la )tete\b|gerant|gere\b|gerait|patron|tete d|represent|s'exprim|parle au nom"
    r"|coordonn|secretaire|maire|adjoint|direct|charge|conseill|"
    r"respons|delegu|tresor|ministr|depute|senat|prefet|rector|recteur|elue?\b|porte-parole|animat|vice-presid"
    r"|chef)\w*)"
)
#: « Qui est l'adjointe de X », « qui a succédé à X »: somebody else than X.
_OF_SOMEBODY = re.compile(
    r"^(?:qui|comment s'appelle) (?:est|etait|sont)?\s*(?:le |la |l'|les )?[\w-]+ (?:de |du |d'|des )"
    r"|\bsuccede|\bremplac"
)
_CALLED = re.compile(r"^(?:comment s'appell|quel est le nom|nom d)")
#: The function that a verb of office calls for, as the beginning of a folded word.
_VERBS = {
    "presid": ("presid",),
    **dict.fromkeys(
        ("dirig", "gere", "patron", "tete", "responsable", "chef"),
        ("direct", "gerant", "dirige", "responsable", "chef", "presid", "maire", "coord"),
    ),
    "coordonn": ("coord",),
    **dict.fromkeys(("represent", "s'exprim", "parle"), ("",)),
}
#: A function and whose it is, with no verb: « trésorier du réseau ? ».
_LONE = re.compile(r"^(?!qu|que |qui |ou |comment |combien |pourquoi |est-ce)[\w'’-]+(?: [\w'’-]+){1,7} ?\??$")
#: Questions that ask for the body that somebody comes from, not for the person.
_OF_BODY = re.compile(
    r"\bpour qui\b|\bde quoi\b"
    r"|\b(?:quelle?s?|quel) (?:villes?|communes?|organis\w+|structures?|associations?|reseaux?|institutions?"
    r"|collectivites?|services?|entreprises?|pays)\b"
)
#: How many words a function that names no body has at most.
BARE = 2
#: How many characters of a document may tell whose it is.
OPENING = 200


def answer(query: Query, library: Library) -> Answer | None:
    """Answer who a named person is, or who holds a function in a named organisation; nothing for other questions."""
    people = query.entities("person")
    office = _OF_OFFICE.match(query.folded)
    described = office and any(office["office"] in fold(one.words) for one in query.named)
    if people and office and not described and _OF_SOMEBODY.search(query.folded):
        return named_beside(query, library)
    if people and sought(query) and not _bodies_sought(query, library, people):
        return None
    only = len(people) == 1 and bool(_LONE.match(query.folded))
    if people and (only or _OF_PERSON.search(query.folded) or _ORIGIN.match(query.folded)):
        return _person(query, library, people)
    if office and not people:
        return _office(query, library, office["office"])
    return None


def _person(query: Query, library: Library, people: list[Entity]) -> Answer | None:
    rows, facts, told = [], [], []
    known = [person for person in people if library.knowledge.roles.get(person.id)]
    for person in (known or [twin for other in people for twin in _twins(library, other)] or people)[:5]:
        held = _dated(library, person)
        if not held:
            row = _by_words(library, person)
            if row:
                rows.append(row)
                told.append(f"{person.label} : {row.value}")
            continue
        words = [told for _, told in told_once(library, (role for _, role in held))]
        evidence = tuple(library.evidence(role.provenance.span, 1.0) for _, role in held[:3])
        bodies = _bodies(query, library, held) if _OF_BODY.search(query.folded) else []
        rows += [Row(body.id, _told_as(query, body), body.kind, 1.0, words[0], evidence) for body in bodies]
        if not bodies:
            rows.append(Row(person.id, person.label, "person", 1.0, words[0], evidence))
        told.append(f"{person.label} : {' ; '.join(words[:3])}")
        first = held[0][1]
        chain = event_chain(library.knowledge, first.event)
        facts += around_person(library, person, chain[0] if chain else None) + around_event(library, person, chain)
    if not rows:
        return None
    text = french.shortened(french.sentence(". ".join(told)), 600)
    return Answer(query.text, KIND, text, tuple(rows), unique(facts), sparql=roles_query(library.base, rows[0].id))


def _bodies_sought(query: Query, library: Library, people: list[Entity]) -> list[Entity]:
    """Return the bodies of the kind that the question seeks, in which people hold a role."""
    return [body for person in people for body in _bodies(query, library, _dated(library, person))]


def _bodies(query: Query, library: Library, held: list[tuple[str, Role]]) -> list[Entity]:
    """Return the bodies in which roles are held, each once; those of the kind that the question seeks."""
    found = dict.fromkeys(body for _, role in held if (body := library.knowledge.entity_of(role.organisation)))
    asked = sought(query)
    return [body for body in found if asked is None or fit(asked, library, body) >= UNTOLD]


def _told_as(query: Query, body: Entity) -> str:
    """Return the name of a body; of a town's authority, when a town is asked for, the town."""
    asked = sought(query)
    return bare_town(body.label) if asked and asked.town else body.label


def _by_words(library: Library, person: Entity) -> Row | None:
    """Return what sentences say of somebody of whom no role is known: beside the name, else the first that names it."""
    told = apposition(library, person)
    words = told[0][0] if told else ""
    spans = [span for _, span in told[:3]] or [span for _, span in naming(library, person)[:1]]
    if not spans:
        return None
    evidence = tuple(library.evidence(quote_around(library, span), 1.0) for span in spans)
    return Row(person.id, person.label, "person", 0.8, words or f"« {library.reading(evidence[0].span)} »", evidence)


def _twins(library: Library, person: Entity) -> list[Entity]:
    """Return the people of the same surname whose given name differs by one letter: a slip of one of the reports."""
    from rapidfuzz.distance import DamerauLevenshtein

    name = fold(person.label)
    return [
        other
        for other in library.knowledge.entities
        if other.kind == "person"
        and other.id != person.id
        and fold(other.label).split()[-1:] == name.split()[-1:]
        and DamerauLevenshtein.distance(fold(other.label), name, score_cutoff=1) <= 1
    ]


def _dated(library: Library, person: Entity) -> list[tuple[str, Role]]:
    """Return the roles of a person with their dates: those with a function first, then the fullest words."""
    held = [(date_of_role(library.knowledge, role) or "", role) for role in library.knowledge.roles.get(person.id, ())]
    return sorted(held, key=lambda pair: (not pair[1].function, -len(pair[1].function), pair[0]))


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


def _office(query: Query, library: Library, office: str) -> Answer | None:
    """Find the people whose role says the function, in the organisation or place that the question names."""
    wanted = next((stems for verb, stems in _VERBS.items() if office.startswith(verb)), (office[:6],))
    holders = query.outside("organisation", "place")
    found = _held(library, wanted, holders) if holders else _held_in(library, wanted, query)
    if not found:
        if not holders and not _CALLED.match(query.folded):
            return None
        return named_beside(query, library, office=office) or _nobody(query, holders, wanted[0])
    found = [one for one in found if not query.years or not one.date or one.date[:4] in query.years]
    if not found:
        return None
    best = [one for one in found if one.rank == found[0].rank] if wanted != ("",) else _speaking(library, found)
    return _holders(query, library, best, holders[0] if holders else None)


def _held(library: Library, wanted: tuple[str, ...], holders: list[Entity]) -> list[_Holder]:
    """Return who holds a wanted function in a wanted organisation, the best fit first; the first function counts."""
    beside = list(library.roles_beside(holders))
    names = {frozenset(tokens(name)) for holder in holders for name in (holder.label, *holder.aliases)} - {frozenset()}
    for stem in wanted:
        found = [
            _Holder(fit, date_of_role(library.knowledge, role) or "", person, role)
            for person, role in beside
            if (fit := _fits(library, role, stem, holders, names))
        ]
        if found:
            return sorted(found, key=lambda one: (*one.rank, one.date, one.person.id))
    return []


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


def _fits(library: Library, role: Role, wanted: str, holders: list[Entity], names: Collection[frozenset[str]]) -> float:
    """Return how well a role is the wanted function in a wanted organisation: 0 not at all, 1 head of it.

    `names` are the stems of each name of the holders. The function must be said before the organisation, and begin the
    role: « vice-présidente » is not « présidente ».
    """
    words = _words(role.function)
    if wanted and not any(word.startswith(wanted) for word in words[:4]):
        return 0.0
    organisation = library.knowledge.entity_of(role.organisation)
    if organisation in holders:
        return 1.0 if not wanted or words[0].startswith(wanted) else 0.7
    if wanted and organisation is None and len(words) <= BARE and _is_of(library, role, holders):
        return 0.5
    stems = frozenset(tokens(role.function))
    if any(name <= stems for name in names):
        return 0.9 if not wanted or words[0].startswith(wanted) else 0.6
    return 0.0


def _is_of(library: Library, role: Role, holders: list[Entity]) -> bool:
    """Tell whether the document that tells a bare function is, by its first lines, of a wanted body: « la maire »."""
    document = library.knowledge.documents[role.provenance.span.document_id]
    opening = fold(f"{document.title} {document.text[:OPENING]}")
    return any(fold(name) in opening for holder in holders for name in (holder.label, *holder.aliases))


def _speaking(library: Library, found: list[_Holder]) -> list[_Holder]:
    """Of those who come from an organisation, prefer those who are heard: they speak for it."""
    heard = {
        entity.id
        for q in library.knowledge.quotations()
        if (entity := library.knowledge.entity_of(q.speaker)) is not None
    }
    return [one for one in found if one.person.id in heard] or found


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
        rows[person.id] = Row(person.id, person.label, "person", 1.0, words or None, evidence)
        told.append(
            f"{person.label}" + (f" ({words}" if words else " (") + (f", {french.date(date)})" if date else ")")
        )
        facts += around_person(library, person, event)
        facts += around_event(library, person, event_chain(library.knowledge, role.event))
    text = french.shortened(french.sentence(french.join(told)), 600)
    sparql = members_query(library.base, holder.id) if holder else None
    return Answer(query.text, KIND, text, tuple(rows.values()), unique(facts), sparql=sparql)


def _nobody(query: Query, holders: list[Entity], wanted: str) -> Answer:
    where = french.join([holder.label for holder in holders]) or ", ".join(term.words for term in query.terms)
    searched = f"rôles cherchés : fonction « {wanted}… » dans {where}"
    text = f"Rien dans le corpus : aucun document ne nomme cette personne ({where})."
    return Answer(query.text, KIND, text, abstained=True, certificate=searched)
