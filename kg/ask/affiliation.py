"""Of which body, town or country somebody is: « quelle association préside Ana », « d'où vient Ana »."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from index import fold, tokens
from kg.ask.answers.context import around_event, around_person, unique
from kg.ask.answers.proofs import quote_around
from kg.ask.answers.sparql import roles_query
from kg.ask.language import french
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.people.belonging import ROLE, Held, bodies_held
from kg.ask.question.kinds import BESIDE, bare_town, fit, named_fit
from kg.ask.question.query import Query
from kg.ask.question.sought import Sought, names_beside, sought
from kg.ask.question.whole_names import whole_name, with_acronym
from kg.lexicon.functions import is_function_start
from kg.lexicon.places import COUNTRIES, is_country
from kg.lookup import event_chain
from kg.regex import regex
from kg.types import Answer, Entity, Row

KIND = "affiliation"
EXAMPLES = (
    "Quel réseau préside Marc Touvet ?",
    "Pour qui travaille Marc Touvet ?",
    "Marc Touvet est président de quoi ?",
)
_ASKED = regex(
    r"\b(?:elue?|maire|adjointe?|presidente?|direct\w+|conseiller\w*|secretaire|tresori\w+|benevole) ou\b"
    r"|^qui (?:emploie|employait)\b|\bou ?\??$|\bd'ou (?:vien|est|sort|arriv)|\b(?:vien\w*|venai\w*|est|sort) d'ou\b"
    r"|^(?!.*\b(?:parl|trait|discut|debat|interven)).*\bde quoi\b|\bpour qui\b|\bchez qui\b"
    r"|\b(?:ou|pour qui) (?:travaill|boss)|\b(?:travaill|boss)\w* (?:ou|pour qui|chez qui)\b"
    r"|\b(?:employeu?r\w*|(?:l'|son |quelle? (?:est|etait) l[ea'] ?)(?:organisme|organisation|structure|association"
    r"|institution|entreprise|collectivite|ville|commune|pays)) (?:de |d')"
)
_OFFICES = (
    ("presid", "presid"),
    (
        "dirig|direct|(?:a la )?tete|patron",
        "dirig|direct|gerant|tient|presid|respons|coord|chef|tete|maire|fond|pdg|dg",
    ),
    ("maire", "maire|bourgmestre"),
    ("fond|cree", "fond|cree"),
    ("tresor", "tresor"),
    ("secretaire", "secretaire"),
    ("coord", "coord"),
    ("gere|gerant", "gere|gerant|tient|dirig|direct"),
    ("tient", "tient|gerant|dirig|patron|libraire"),
    ("vice", "vice"),
    ("porte-parole", "porte-parole"),
    ("delegue", "delegue"),
)
_SOME_BODY = regex(
    r"\bquel(?:le)?s? (?P<kind>(?!poste|fonction|role|titre|metier|mandat|personne|elue?|homme|femme|date|jour)[\w-]+)"
    r"(?: [\w'-]+){0,5}? (?:est |sont )?(?:presid|dirig|travaill|boss|represent|emploie|employ|gere|tient|anime)"
)
#: Kinds of body whose names say the kind: another body is none of them.
_TOLD_BY_NAME = regex(
    r"(?:universite|lycee|ecole|college|ministere|fondation|syndicat|banque|hopital|prefecture|musee|theatre|chambre)"
)
#: How well a body answers that is of another kind than the word of the question, told by a looser name.
LOOSE = 0.4
#: How many characters after a person's name a body of the kind is told.
NEAR = 60


def answer(query: Query, library: Library) -> Answer | None:
    """Answer with the body or place that a named person is of; nothing for other questions."""
    people = _people(query)
    asked = sought(query) or _any_body(query)
    if not people or not (asked or _ASKED.search(query.folded)) or not _asks_no_more(query, people, asked):
        return None
    office = next((told for question, told in _OFFICES if re.search(rf"\b(?:{question})", query.folded)), "")
    found = [(person, held) for person in people for held in _best(library, person, asked, office)]
    if not found and asked:
        found = [(person, held) for person in people for held in islice(_written_after(library, person, asked), 1)]
    return _told(query, library, asked, found) if found else None


def _any_body(query: Query) -> Sought | None:
    """Return any body for a word that names no kind that is known: « quel bailleur dirige Ana »."""
    found = _SOME_BODY.search(query.folded)
    return Sought("organisme", said=frozenset([found["kind"]])) if found else None


def _people(query: Query) -> list[Entity]:
    bodies = [n.place for n in query.named if n.entity.kind == "organisation"]
    people = [n for n in query.named if n.entity.kind == "person" and not _BODY_BEFORE.search(query.text[: n.start])]
    return list(dict.fromkeys(n.entity for n in people if not any(_share(n.place, body) for body in bodies)))


#: A kind of body just before a name: it is no person's, but in « quelle association X préside-t-il ».
_BODY_BEFORE = regex(
    r"(?<!\bquel )(?<!\bquelle )\b(?:asso\w*|réseau|collectif|syndicat|fondation|fédération|entreprise|société|ville"
    r"|commune|agence|institut|club)\s$",
    re.IGNORECASE,
)


def _share(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


#: What is told of somebody beside what is asked: « Ana Belloir, qui animait la session 2 ».
_ASIDE = regex(r"\s*,\s*(?:qui|que|dont|laquelle|lequel|celle|celui|l[ea]|une?)\s[^,?]*", re.IGNORECASE)
#: The verbs that link somebody to a body, in any form.
_LINKS = regex(
    r"(?:apparten|appartien|vien|ven(?:u|ai|ir)|provien|proven|travaill|boss|represent|emplo[iy]|depend|relev|rattach"
    r"|affili|presid|dirig|exerc|officie|milit|adher|detach|collabor|oeuvr|defend|s'exprim|exprim|parl|intervien)\w*"
)


@lru_cache(maxsize=1)
def _linking() -> frozenset[str]:
    """Return the stems of the words that link somebody to a body."""
    return stems_of(
        "appartient appartenir appartenait vient venir venait venu venue participe travaille travaillait travailler "
        "travail travaillent bosse bossait représente représentait représenter emploie employait employer employeur "
        "employé employée salarié salariée dépend fait partie originaire membre nom lequel laquelle trouve situe "
        "préside présidait présidée présidé dirige dirigeait dirigée dirigé tête anime animée gère gérait gérée tient "
        "tenait fondé fondée fonda créé créée siège élu élue élus envoyé envoyée délégué parle parlait compte venait "
        "organisme association structure institution rattaché rattachée provient sort arrive patron patronne habite "
        "origine nationalité fréquente étudie enseigne défend défendre intervient parle".split()
    )


def _asks_no_more(query: Query, people: list[Entity], asked: Sought | None) -> bool:
    """Tell that nothing but the link is asked: the person, the kind of body, a verb or a function."""
    names = {n.entity.label for n in query.named if n.entity in people}
    ends = [n.place[1] for n in query.named if n.entity in people]
    asides = [fold(found[0]) for end in ends if (found := _ASIDE.match(query.text, end))]
    kind = frozenset(tokens(asked.word)) if asked else frozenset()
    left = (t for t in query.inside().terms if t.words not in names and not t.words.isdigit())
    return all(
        is_function_start(term.words)
        or any(fold(term.words) in aside for aside in asides)
        or _LINKS.match(fold(term.words))
        or frozenset(tokens(term.words)) <= _linking() | kind
        or _says_kind(term.words, asked)
        for term in left
    )


def _says_kind(word: str, asked: Sought | None) -> bool:
    return asked is not None and fold(word) in asked.said


def _best(library: Library, person: Entity, asked: Sought | None, office: str) -> list[Held]:
    """Return the bodies of somebody that fit best: of the kind asked for, then in the office asked for."""
    best: dict[str, tuple[float, Held]] = {}
    for held in bodies_held(library, person, countries=asked is not None and asked.area):
        told = held.worth * _fits(library, asked, held)
        if asked is None or not (asked.area or asked.town):
            in_office = re.search(rf"\b(?:{office})", fold(held.function)) if office else None
            told *= (1.0 if in_office else 0.15 if held.function else 0.4) if office else 1.0
        key = bare_town(fold(held.label))
        if told and told > best.get(key, (0.0, held))[0]:
            best[key] = (told, held)
    most = max((told for told, _ in best.values()), default=0.0)
    if office and most < 0.2:
        return []
    kept = [held for told, held in best.values() if told >= 0.97 * most][: None if most >= ROLE else 1]
    words = [frozenset(tokens(held.label)) for held in kept]
    return [held for held, own in zip(kept, words, strict=True) if not any(own < other for other in words)]


def _written_after(library: Library, person: Entity, asked: Sought) -> Iterator[Held]:
    """Yield the names that a sentence writes after somebody's and the kind of body asked for: « X, du cabinet Y »."""
    for mention in (library.knowledge.mentions[at] for at in person.mentions):
        line = library.line_at(mention.span)  # a line may be no sentence: a question of an interview is a title
        document = library.knowledge.documents[line.document_id]
        for span in names_beside(asked.word, library, line.document_id):
            between = document.text[mention.span.end : span.start]
            near = mention.span.end < span.start <= min(line.end, mention.span.end + NEAR)
            if near and not re.search(r"[.;:»]|\b(?:et|ou|avec|contre|comme)\b", between):
                yield Held("", whole_name(document, span), "organisation", "", span)


def _fits(library: Library, asked: Sought | None, held: Held) -> float:
    if asked is None:
        return 1.0 if held.kind == "organisation" else 0.9
    if asked.word in ("pays", "etat"):
        return 1.0 if is_country(held.label) else 0.0
    if asked.any_body:
        return 1.0 if held.kind == "organisation" else 0.3
    told = fit(asked, library, held.entity) if held.entity else named_fit(asked, held.label)
    if asked.town and re.match(r"(?:la |le )?(?:maire|adjointe?|bourgmestre|echevin)", fold(held.function)):
        return max(told, BESIDE)
    if asked.town or asked.area or told >= BESIDE:
        return told
    if held.kind != "organisation" or _TOLD_BY_NAME.match(asked.word):
        return told
    return max(told, LOOSE)


def _told(query: Query, library: Library, asked: Sought | None, found: Iterable[tuple[Entity, Held]]) -> Answer:
    rows: dict[str, Row] = {}
    facts, told = [], []
    for person, held in found:
        label = bare_town(held.label) if asked and asked.town else held.label
        line = library.sentence_at(held.span)
        span = quote_around(library, line.span if line else library.line_at(held.span))
        proofs = (library.evidence(span, 1.0),)
        country = next(iter(sorted(_country_beside(library, held))), None)
        value = held.function or country
        key = bare_town(fold(held.label))
        if key not in rows:
            named = with_acronym(held.entity, label)
            told.append(f"{named}{f' ({country})' if country and country not in label else ''}")
        rows.setdefault(key, Row(held.id, label, held.kind, 1.0, value or None, proofs))
        role = next(iter(library.knowledge.roles.get(person.id, ())), None)
        chain = event_chain(library.knowledge, role.event) if role else ()
        facts += around_person(library, person, chain[0] if chain else None) + around_event(library, person, chain)
    people = list(dict.fromkeys(person.label for person, _ in found))
    text = french.sentence(f"{french.join(told)} — {french.join(people)}")
    words = next(iter(rows.values())).evidence[0].span
    text = french.shortened(f"{text} « {library.reading(words)} »")
    kind = "city-or-country" if asked and (asked.town or asked.area) else "which-organisation"
    first = next(iter(found))[0]
    sparql = roles_query(library.base, first.id)
    return Answer(query.text, kind, text, tuple(rows.values()), unique(facts), sparql=sparql)


def _country_beside(library: Library, held: Held) -> frozenset[str]:
    line = library.line_at(held.span)
    text = library.knowledge.documents[line.document_id].text[held.span.start : line.end]
    near = re.search(r"[(,\t|]\s*(?P<country>[A-ZÀ-Ý][\w' -]+?)\s*(?:[),;.\t|]|$)", text)
    key = fold(near["country"]).replace("-", " ") if near else ""
    return frozenset([COUNTRIES[key]]) if key in COUNTRIES else frozenset()
