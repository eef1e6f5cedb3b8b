"""Who is in charge of something: « qui s'occupe des marchés », « qui tient la buvette », by the functions told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index import fold, tokens, vocabulary
from kg.ask.answers.context import around_event, around_person, role_words, unique
from kg.ask.answers.rows import entity_row
from kg.ask.language import french
from kg.ask.language.same import akin
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.functions_told import in_full, is_deputy
from kg.ask.question.query import Query, Term
from kg.ask.somebody import named_beside
from kg.lookup import event_at, event_chain
from kg.regex import regex
from kg.types import Answer, Entity, Role, Row

KIND = "in-charge"
EXAMPLES = (
    "Qui s'occupe de l'Agence Morbois Mobilités ?",
    "Quelle directrice représente l'Agence Morbois Mobilités ?",
)
_LEAD = (
    r"^(?:[^,?]{3,60}, )?(?:et |mais )?(?:(?:c'est )?qui|quel(?:le)?)(?: (?:est-ce|c'est) qui)?\s+"
    r"(?:(?:est|etait|sont|etaient|a|avait) )?"
    r"(?:(?:le |la |l')?(?:elue?|personne|agente?|membre|technicien\w*|conseill\w+(?: municipal\w*)?) (?:qui )?"
    r"(?:est |etait )?)?"
)
_CHARGE = (
    r"s'occup\w+|(?:en |la )charge\b|charge\w*|responsable\b|delegue\w*|preposee?\b|referente?\b|(?:se|s'est) charge\w*"
)
#: Verbs of who directs, with the functions that say so; of who has a charge, any function may.
_DIRECTS = r"direct|dirig|geran|gere\b|tien|respons|chef|patron|coord|presid|conserv|charge|delegue|referent|maire"
_HEADS = {
    r"dirig\w+|ger(?:e|ait|ent)\b|fai(?:t|sait) tourner|pilot\w+|command\w+|encadr\w+|a la tete": _DIRECTS,
    r"(?:co-?)?fond(?:e|a|ait)\w*|cre(?:e|a)\w*": r"(?:co-?)?fondat|(?:co-?)?fonde",
    r"coordonn\w+": r"coord",
    r"travaill\w+|exerc\w+|bosse\w*|tien(?:t|nent)\b|tenait": r"",
}
#: Duties that functions tell in a word of their own.
_DUTIES = (
    (
        regex(r"\b(?:tien\w+|tenait) (?:les comptes|la caisse|les cordons)|\bs'occup\w+ des comptes"),
        r"tresor|comptab",
    ),
    (regex(r"\bnumero deux\b|\bbras droit\b|\bsecond\w* (?:le|la|l')"), r"vice|adjoint|second"),
    (regex(r"\bgard(?:e|ent|ait)\b"), r"gardien|concierge"),
)
_ASKED = regex(rf"{_LEAD}(?P<verb>{_CHARGE}|{'|'.join(_HEADS)}|gard(?:e|ent|ait)\b|numero deux|second\w*)(?=[ ?]|$)")
#: Who directs a body is told elsewhere.
_OF_BODY = regex(rf"{_LEAD}(?:dirig|ger|a la tete|coordonn)")
_JURY = regex(r"^(?:c'est )?qui (?:a |avait )?presid\w+ (?:le |la |ce |au )?jury\b")
_AFTER = regex(r"[ :,]qui (?:s'en (?:occup|charg)\w+|en (?:est (?:chargee?|responsable)|a la charge))")
#: « quelle infirmière vient de… »: a trade, and where it is practised.
_TRADE = regex(r"^quel(?:le)? (?P<trade>[\w-]+) (?:vient|venait|represent\w+|travaill\w+|exerc\w+|appart\w+)\b")
#: Words of the question that no function need say.
_PLAIN = stems_of(
    "occupe occuper occupait charge chargé chargée chargés responsable délégué déléguée dirige dirigeait gère gérer "
    "tient tourner tourne pilote travaille exerce comme élu élue personne agent membre mairie ville commune conseil "
    "municipal municipale conseiller conseillère municipalité collectivité association compte comptes numéro deux "
    "garde référent préposé crée créé fondé cofondé représente vient domaine question questions service services "
    "secteur tête commande encadre".split()
)
#: Functions that are charges rather than trades: of two that say the same, they answer; by how much they count more,
#: and how many people may share a charge.
_CHARGES = regex(r"direct|chef|coord|elue?\b|conseiller|president|animat|secretaire")
_CHARGED = regex(r"adjoint|deleg|charge|respons|referent|vice")
TRADE, MOST = 0.05, 3
#: Least share of what is asked that a function must say, with its body and its report; and what its report is worth.
FIT, IN_REPORT = 0.7, 0.5
#: How surely a word of the same family says an idea, and how many characters of a report tell whose it is.
KIN, OPENING = 0.9, 300
#: How surely another word must say an idea.
SURE = 0.85


@dataclass(frozen=True, slots=True)
class _Charge:
    """Somebody and the role that says the charge asked for; `fit` is in 0..1."""

    fit: float
    person: Entity
    role: Role


def _of_jury(query: Query, library: Library) -> Answer | None:
    """Answer who presides over a jury, by the sentence that says so beside a name, in whichever report."""
    if not _JURY.search(query.folded):
        return None
    return named_beside(replace(query, documents=None, event=None, scoped=()), library, office="presid")


def answer(query: Query, library: Library) -> Answer | None:
    """Answer who is in charge of what is asked, by what is told of functions; nothing when no function says it."""
    head = _head(query)
    if head is None:
        return _of_jury(query, library)
    if query.quoted or query.entities("person"):
        return None
    ideas = [term for term in query.terms if not term.alternatives[0][0] <= _PLAIN]
    names = {named.entity.label for named in query.named}
    domain = [term for term in ideas if term.words not in names]
    if not ideas or (not domain and _OF_BODY.match(query.folded)):
        return None
    head = head if domain else head or _DIRECTS
    everywhere = replace(query, documents=None)
    found = list(_charged(query, library, head, ideas, domain)) or (
        list(_charged(everywhere, library, head, ideas, domain)) if query.documents else []
    )
    found.sort(key=lambda one: (-one.fit, one.role.provenance.span))
    best = [one for one in found if one.fit >= found[0].fit]
    return _told(query, library, best) if best and len({one.person.id for one in best}) <= MOST else None


def _head(query: Query) -> str | None:
    """Return the function that a question asks for, as a pattern, empty for any; None when it asks no charge."""
    duty = next((functions for asks, functions in _DUTIES if asks.search(query.folded)), None)
    asked = _ASKED.match(query.folded)
    if asked:
        heads = (functions for verb, functions in _HEADS.items() if re.fullmatch(verb, asked["verb"]))
        return duty or next(heads, "")
    trade = _TRADE.match(query.folded)
    if trade:
        return rf"(?<!. ){re.escape(trade['trade'])}\b"
    if duty and re.search(r"\bqui\b", query.folded):
        return duty
    return "" if _AFTER.search(query.folded) else None


def _charged(query: Query, library: Library, head: str, ideas: list[Term], domain: list[Term]) -> Iterator[_Charge]:
    """Yield those whose function says the charge asked for, in the reports that the search brings."""
    pattern = re.compile(rf"\b(?:{head})")
    for document_id in dict.fromkeys(found.document.id for found in library.look(query)):
        for role in library.knowledge.extraction_of[document_id].roles:
            plain = in_full(fold(role.function))
            if not plain or not pattern.search(plain):
                continue
            fit, apart = _fit(query, library, role, ideas, domain)
            charged = 2 if _CHARGED.search(plain) else int(_CHARGES.search(plain) is not None)
            person = library.knowledge.entity_of(role.person) if fit >= FIT and (charged or apart) else None
            if person is not None and person.kind == "person":
                deputy = is_deputy(plain, plain[:6])
                yield _Charge(fit - TRADE * (2 * (deputy and bool(head)) + (2 - charged) + (not apart)), person, role)


def _fit(query: Query, library: Library, role: Role, ideas: list[Term], domain: list[Term]) -> tuple[float, bool]:
    """Return how well a role says what is asked, and whether its words do apart from the name of its body.

    What is no name stands in the function, the rest there or around; a name that nothing says is somebody else's.
    """
    function = frozenset(tokens(role.function))
    if domain and _says(domain, function) < FIT:
        return 0.0, False
    body = library.knowledge.entity_of(role.organisation)
    names = frozenset(tokens(" ".join((body.label, *body.aliases)))) if body else frozenset[str]()
    document = library.knowledge.documents[role.provenance.span.document_id]
    opening = vocabulary(f"{document.title} {document.text[:OPENING]}")
    near = function | names
    proper = [term for term in ideas if term not in domain or _is_proper(query, term)]
    if any(max(term.strength(near), term.strength(opening)) < SURE for term in proper):
        return 0.0, False
    fit = _says(ideas, near) + IN_REPORT * (_says(ideas, near | opening) - _says(ideas, near))
    return fit, not domain or _says(domain, function - names) >= FIT


def _is_proper(query: Query, term: Term) -> bool:
    """Tell an idea that the question writes with a capital, though it does not begin it."""
    at = query.text.find(term.words)
    return at > 0 and term.words.rpartition("'")[2][:1].isupper()


def _says(terms: list[Term], stems: frozenset[str]) -> float:
    """Return the share of some ideas that stems say, in words that surely mean the same or of the same family."""
    said = 0.0
    for term in terms:
        kin = any(akin(own, other) for own in term.alternatives[0][0] for other in stems)
        strength = max(term.strength(stems), KIN if kin else 0.0)
        said += term.weight * (strength if strength >= SURE else 0.0)
    return said / (sum(term.weight for term in terms) or 1.0)


def _told(query: Query, library: Library, best: list[_Charge]) -> Answer:
    rows: dict[str, Row] = {}
    facts, told = [], []
    for one in best:
        if one.person.id in rows:
            continue
        words = role_words(library, one.role)
        evidence = (library.evidence(one.role.provenance.span, one.fit),)
        rows[one.person.id] = entity_row(one.person, evidence, value=words or None, score=one.fit)
        told.append(f"{one.person.label} ({words})")
        facts += around_person(library, one.person, event_at(library.knowledge, one.role.event))
        facts += around_event(library, one.person, event_chain(library.knowledge, one.role.event))
    text = french.told(french.join(told))
    return Answer(query.text, KIND, text, tuple(rows.values()), unique(facts))
