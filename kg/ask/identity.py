"""Who is a person, who holds a function or speaks for an organisation: from the roles that the documents state."""

import re

from corpus import Span
from index import fold
from kg.ask.answers.context import around_event, around_person, told_once, unique
from kg.ask.answers.proofs import cited
from kg.ask.answers.rows import entity_row, refused
from kg.ask.answers.sparql import roles_query
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.links.linked import relative_of
from kg.ask.people.former_trade import former_trade
from kg.ask.people.holders import who_holds
from kg.ask.people.portrait import portrait
from kg.ask.people.sayings import ONLY_WORDS
from kg.ask.people.siding import asks_sides
from kg.ask.people.succession import neighbour
from kg.ask.question.kinds import UNTOLD, bare_town, fit
from kg.ask.question.query import Query
from kg.ask.question.sought import sought
from kg.ask.refusals.particulars import told_or_refused
from kg.ask.somebody import apposition, bodies_after, named_beside, naming
from kg.lexicon.functions import is_function_start
from kg.lookup import date_of_role, event_chain
from kg.regex import regex
from kg.types import Answer, Entity, Role, Row

KIND = "who-is"
EXAMPLES = (
    "Qui est Ana Belloir ?",
    "Quelle est la fonction de M. Belloir ?",
    "Qui préside le réseau Altis ?",
    "Qui représente la ville de Morvillac ?",
    "Qui a remplacé Paul Estève ?",
)
_OF_PERSON = regex(
    r"\b(?:fonctions?|postes?|roles?|metier|profession"
    r"|titres?(?! (?:de |d')?(?:du |la |l'|son |sa )?(?:livre|ouvrage|film|expo|roman|spectacle|conference|atelier"
    r"|article|rapport|etude|chanson|disque|guide|piece|these|documentaire|session|table|communication|intervention|recueil))"
    r"|mandats?|travaille|occupe|exerce|represente-t-|vient|employeur)\b"
    r"|^(?:qui (?:est|sont|etait)|c'est qui|qui c'est|presente)|\bc'est qui\b|\best qui\b"
    r"|\bqui est-(?:ce|il|elle) ?\?*$"
    r"|\bdans la vie\b|\bfait quoi\b|^que (?:fait|faisait) (?!-)[\w' -]+\?*$"
    r"|\b(?:est|etait) (?!-ce\b)[\w-]+ de quoi\b|\bpour qui\b"
)
_ORIGIN = regex(
    r"^(?:de |pour |dans )?(?:quelle?s?|ou|d'ou)\b.*\b(?:vient|venait|represente|travaille|appartient|envoye)\b"
)
_OF_OFFICE = regex(
    r"^(?:(?:qui|comment s'appell\w+|quel (?:est|etait) le nom|quelle? (?:elue?|personne)|(?:le )?nom d(?:e|u|es)?"
    r"|c'est qui)\b.*?"
    r"|[^?]*?(?=\b[\w-]+ (?:de |du |d'|des )[^?]*\bqui\b ?\??$)"
    r"|(?:le |la |l')?(?:nouve\w+ )?(?=[\w-]+ (?:de |du |d'|des )))"
    r"(?P<office>\b(?:presid|dirig|(?<=la )tete\b|gerant|gere\b|gerait|patron|tete d|represent|s'exprim|parle au nom"
    r"|coordonn|secretaire|maire|adjoint|direct|charge|conseillere?s?\b|"
    r"respons|delegu|tresor|ministr|depute|senat|prefet|rector|recteur"
    r"|elue?\b(?! (?:comme )?[\w-]+ (?:de|du|des|d'))|porte-parole|animat|vice-presid"
    r"|chef|(?:co-?)?fond(?:ee?s?|a|ait|erent|ateurs?|atrices?)\b)\w*)"
)
#: Any function, and whose it is.
_OF_FUNCTION = regex(
    r"^(?:(?:c'est )?qui (?:est|etait|c'est)?|comment s'appel\w+|(?:quel (?:est|etait) )?(?:le )?noms? d[eu])\s*"
    r"(?:la |le |l')?(?:nouve\w+ |ancien\w* )?(?P<office>[a-z][\w-]{3,})(?: [\w-]+)? (?=(?:de|du|des|d'|a|au|aux)\b|d')"
)
#: « Qui est l'adjointe de X », « qui a succédé à X »: somebody else than X.
_OF_SOMEBODY = regex(
    r"^(?:qui|comment s'appelle) (?:est|etait|sont)?\s*(?:le |la |l'|les )?[\w-]+ (?:de |du |d'|des )"
    r"|\bsuccede|\bremplac"
)
#: « Qui est la doctorante de X »: a function beside somebody named.
_OF_NAMED = regex(
    r"^(?:qui|comment s'appelle) (?:est|etait)?\s*(?:le |la |l')[\w-]+ (?:de |d')[a-z-]+(?: [a-z-]+){1,2} ?\?*$"
)
_RELATIVE = regex(
    r"^(?:qui|comment s'appelle) (?:est|etait)?\s*(?:le |la |l'|les )?(?P<word>predecesseur|successeur|mari|epou|pere"
    r"|neveu|niece|oncle|tante|gendre|belle-fille|petit-fils|petite-fille|grand-pere|grand-mere|veuve|veuf|compagn"
    r"|filleul|parrain|marraine|mere|fils|fille|frere|soeur|collegue|associe|belle-\w+|beau-\w+|cousin|conjoint"
    r"|doctorant|apprenti|assistant|disciple|eleve)\w* (?:de |du |d')"
)
#: A function and whose it is, with no verb: « trésorier du réseau ? ».
_LONE = regex(
    r"^(?!.*\bquel|qu|que |qui |de quoi |ou |comment |combien |pourquoi |est-ce)[\w'’-]+(?: [\w'’-]+){1,7} ?\??$"
)
#: Questions that ask for the body that somebody comes from, not for the person.
_OF_BODY = regex(
    r"\bpour qui\b|\bde quoi\b"
    r"|\b(?:quelle?s?|quel) (?:villes?|communes?|organis\w+|structures?|associations?|reseaux?|institutions?"
    r"|collectivites?|services?|entreprises?|pays)\b"
)


#: What somebody says of a function, or of anything, is not what he is.
_SAYS = regex(
    r"^(?:que|qu'(?:est-ce qu[e' ]+)?)\s?(?:en |a-t-(?:il|elle) |a |avait )?"
    r"(?:pens|dit\b|disai|dise|declar|propos|reproch|souhait|demand|repond|racont|expliqu|regrett|reten)"
)

#: What something is for, or how and why it is done: not who somebody is.
_OF_A_THING = regex(r"(?:a quoi|pourquoi|comment (?!s'appel)|en quoi|dans quel but)\b")


def answer(query: Query, library: Library) -> Answer | None:
    """Answer who a named person is, or who holds a function in a named organisation; nothing for other questions."""
    people = _people(query)
    private = told_or_refused(query, library, people) or former_trade(query, library, people)
    if private is not None:
        return private
    beside = neighbour(query, library, people) if people else None
    if beside is not None:
        return _beside(query, library, *beside)
    office = _OF_OFFICE.match(query.folded) or _function(query.folded)
    described = office and any(office["office"] in fold(one.words) for one in query.named)
    relative = _RELATIVE.match(query.folded)
    if people and relative:
        return _relative(query, library, people[0], relative["word"])
    if people and office and not described and _OF_SOMEBODY.search(query.folded):
        kin = relative_of(library, people[0], office["office"]) if _OF_NAMED.match(query.folded) else None
        return _beside(query, library, kin[0], kin[1].span) if kin else named_beside(query, library)
    bodies = sought(query) and not _bodies_sought(query, library, people)
    if people and (bodies or _SAYS.match(query.folded) or _OF_A_THING.match(query.folded)):
        return None
    if people and _asks_person(query.folded, len(people)):
        return _person(query, library, people)
    if office and not people:
        return who_holds(query, library, office["office"])
    return None


def _asks_person(folded: str, people: int) -> bool:
    """Tell a question on who somebody is, not on their words: « que pense-t-elle du rôle des élus ? »."""
    only = people == 1 and bool(_LONE.match(folded))
    return not ONLY_WORDS.search(folded) and bool(only or _OF_PERSON.search(folded) or _ORIGIN.match(folded))


def _function(folded: str) -> re.Match[str] | None:
    """Return the match of a function that a question asks the holder of: « qui est la médiatrice du musée »."""
    found = _OF_FUNCTION.match(folded)
    return found if found and is_function_start(found["office"]) else None


def _relative(query: Query, library: Library, person: Entity, word: str) -> Answer:
    """Answer who is kin of somebody, or came before; a refusal when no sentence names one."""
    found = relative_of(library, person, word)
    if found is None:
        return refused(query, KIND, f"aucun document ne le dit ({person.label})", f"phrases autour de {person.label}")
    return _beside(query, library, found[0], found[1].span)


def _beside(query: Query, library: Library, other: Entity, sentence: Span) -> Answer:
    """Answer with somebody and the sentence that tells what he is to another."""
    evidence = (cited(library, sentence),)
    text = french.shortened(f"{other.label} : « {library.reading(evidence[0].span)} »")
    row = entity_row(other, evidence)
    return Answer(query.text, KIND, text, (row,), unique(around_person(library, other, None)))


def _people(query: Query) -> list[Entity]:
    """Return whom a question names and may ask who he is; not those of whom the same words name a body in full."""
    if asks_sides(query):
        return []
    bodies = {n.place for n in query.named if n.entity.kind == "organisation" and n.whole}
    return list(dict.fromkeys(n.entity for n in query.named if n.entity.kind == "person" and n.place not in bodies))


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
        if not any(library.knowledge.entity_of(role.organisation) and role.function for _, role in held):
            more = [(told, span) for told, span in portrait(library, person) if not _says_so(words, told)][:3]
            words = [*(told for told, _ in more), *(w for w in words if not any(fold(w) in fold(m) for m, _ in more))]
            evidence = (*(cited(library, span) for _, span in more), *evidence)[:3]
        bodies = _bodies(query, library, held) if _OF_BODY.search(query.folded) else []
        rows += [Row(body.id, _told_as(query, body), body.kind, 1.0, words[0], evidence) for body in bodies]
        if not bodies:
            rows.append(entity_row(person, evidence, value=words[0]))
        told.append(f"{person.label} : {' ; '.join(words[:3])}")
        first = held[0][1]
        chain = event_chain(library.knowledge, first.event)
        facts += around_person(library, person, chain[0] if chain else None) + around_event(library, person, chain)
    if not rows:
        return None
    text = french.told(". ".join(told))
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


def _says_so(words: list[str], told: str) -> bool:
    return any(fold(told) in fold(one) for one in words)


def _by_words(library: Library, person: Entity) -> Row | None:
    """Return what sentences say of somebody of whom no role is known: beside the name, else the first that names it."""
    told = portrait(library, person) or apposition(library, person)
    told = told or [(body.label, library.line_at(mention.span)) for mention, body in bodies_after(library, person)]
    words = " ; ".join(told for told, _ in told[:3])
    spans = [span for _, span in told[:3]] or [span for _, span in naming(library, person)[:1]]
    if not spans:
        return None
    evidence = tuple(cited(library, span) for span in spans)
    return entity_row(person, evidence, value=words or f"« {library.reading(evidence[0].span)} »", score=0.8)


def _twins(library: Library, person: Entity) -> list[Entity]:
    """Return the people of the same surname whose given name differs by one letter: a slip of one of the reports."""
    from rapidfuzz.distance import DamerauLevenshtein

    name = fold(person.label)
    return [
        other
        for other in library.names.sharing_the_surname(person)
        if other.kind == "person"
        and other.id != person.id
        and fold(other.label).split()[-1:] == name.split()[-1:]
        and DamerauLevenshtein.distance(fold(other.label), name, score_cutoff=1) <= 1
    ]


def _dated(library: Library, person: Entity) -> list[tuple[str, Role]]:
    """Return the roles of a person with their dates: those with a function first, then the fullest words."""
    held = [(date_of_role(library.knowledge, role) or "", role) for role in library.knowledge.roles.get(person.id, ())]
    return sorted(held, key=lambda pair: (not pair[1].function, -len(pair[1].function), pair[0]))
