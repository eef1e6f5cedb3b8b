"""How well a body or place is of the kind that a question seeks: by its name, the words beside it, who is of it."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from corpus import Span
from index import fold
from kg.ask.library import Library
from kg.ask.question.nations import country_of
from kg.ask.question.sought import Sought
from kg.ask.search.things import Things
from kg.lexicon.given_names import is_given_name
from kg.lexicon.places import area_kind, is_country, larger_area
from kg.regex import regex
from kg.types import Entity, span_of

#: What the kind told beside a name is worth, and no kind told at all.
BESIDE, UNTOLD = 0.9, 0.35
#: Beside how many of its mentions the kind of a body is looked for.
MENTIONS = 40
_ENDED = regex(r"[.;:!?\n|]")
#: From how well on a name is surely of the kind.
VERY_LIKE = 0.8
#: Kinds that the names of such bodies seldom tell.
_LOOSE = frozenset(
    "association collectif reseau entreprise societe cabinet agence journal club bureau cooperative coalition "
    "plateforme consortium bailleur operateur prestataire fournisseur donateur".split()
)
#: What the names of bodies begin with, folded.
_OTHER_KINDS = tuple(
    f"{kind} "
    for kind in (
        "ville mairie commune region departement fondation universite universitaire ministere syndicat federation "
        "ligue alliance association agence office chambre centre hopital banque institut cour parlement mutuelle "
        "collectif cooperative reseau observatoire comite radio cabinet ecole college lycee mediatheque "
        "metropole communaute conseil regie fonds maison service commission union direction bureau"
    ).split()
)
#: What a town is called before its name, in several languages.
_TOWN_NAME = regex(
    r"^(?:la |le |l')?(?:ville|mairie|commune|municipalite|conseil municipal|stad|stadt|city|town|comune"
    r"|camara(?: municipal)?"
    r"|ayuntamiento|intendencia|gemeente|vile|municipio|prefeitura|conseil communal|borough)\s+"
    r"(?:(?:de la|de|du|des|of|di|da|do|van)\s+(?:l')?|d'\s*)?"
)
#: What a town's name is made of: « Saint-Yon », « Aubry-les-Forges ».
_TOWN_SHAPE = regex(
    r"^(?:saint|sainte|st|ste|le|la|les)-\w|^\w+-(?:sur|les|lez|le|la|en|sous|aux|du|de|des|d'|l')-?\w"
    r"|^\w+-(?:ville|bourg|chateau|plage|village)\b"
)
_CONTINENTS = frozenset(("europe", "afrique", "asie", "oceanie", "amerique", "amerique latine", "amerique du sud"))
_TOWN_OFFICE = regex(r"(?:la |le )?(?:maire|mairesse|adjointe?|bourgmestre|echevine?|conseill\w+ municip)")


def fit(asked: Sought, library: Library, entity: Entity) -> float:
    """Return how well a body or place is of the kind that is sought, 0 (not at all) to 1."""
    label = fold(entity.label)
    if asked.area:
        return _area(asked, entity, label)
    if asked.town:
        return _town(library, entity, label)
    if is_somebody(library, entity.label, map(span_of, entity.mentions)):
        return 0.0
    if entity.kind == "organisation":
        return _body(asked, library, entity)
    if asked.word == "collectivite":
        return 0.9 if area_kind(entity.label) in ("department", "region", "city") else 0.0
    return 0.7 if entity.kind == "place" and asked.kin.search(label) else 0.0


def _body(asked: Sought, library: Library, entity: Entity) -> float:
    names = [fold(entity.label), *map(fold, entity.aliases)]
    if asked.any_body:
        return 0.6 if _TOWN_NAME.match(names[0]) else 1.0
    if any(re.search(rf"\b{re.escape(asked.word)}(?:s|x|e|es)?\b", name) for name in names):
        return 1.0
    if any(asked.kin.search(name) for name in names):
        return 0.8
    other = any(name.startswith(_OTHER_KINDS) for name in names) or is_given_name(entity.label.split(" ")[0])
    told = _told_beside(asked, library, entity)
    return 0.0 if other and told < BESIDE else told


def named_fit(asked: Sought, name: str) -> float:
    """Return how well a name that the base does not know is of the kind that is sought, 0 to 1."""
    folded = fold(name)
    if asked.town or asked.area:
        if is_continent(name):
            return 0.0
        shaped = 0.8 if asked.town and _TOWN_SHAPE.match(folded) else 0.3
        return shaped if is_country(name) == (asked.word in ("pays", "etat")) else 0.0
    if asked.any_body or re.search(rf"\b{re.escape(asked.word)}", folded):
        return 1.0
    if asked.kin.search(folded):
        return 0.8
    return UNTOLD if asked.word in _LOOSE and not folded.startswith(_OTHER_KINDS) else 0.0


def _area(asked: Sought, entity: Entity, label: str) -> float:
    state = re.match(r"(?:l')?etat d", label) is not None
    if asked.word in ("pays", "etat"):
        if is_country(entity.label):
            return 0.0 if entity.label in asked.countries else 1.0 if asked.word == "pays" else 0.9
        return 1.0 if asked.word == "etat" and (state or label == "etat") else 0.0
    if entity.kind == "organisation":
        federated = state and asked.word in ("region", "province", "territoire")
        return 1.0 if re.search(rf"\b{asked.word}s?\b", label) else 0.6 if federated else 0.0
    if entity.kind != "place":
        return 0.0
    other = "city" if asked.word in ("region", "departement") else "country"
    return 0.0 if is_country(entity.label) or area_kind(entity.label) == other else 0.7


def _town(library: Library, entity: Entity, label: str) -> float:
    if is_continent(label):
        return 0.0
    if entity.kind == "organisation":
        if _TOWN_NAME.match(label):
            return 1.0
        other = label.startswith(_OTHER_KINDS) or is_somebody(library, entity.label, map(span_of, entity.mentions))
        if other or larger_area(entity.label) is not None:
            return 0.0
        if _TOWN_SHAPE.match(label) or area_kind(entity.label) == "city":
            return 0.9
        is_place = any(one.entity.kind == "place" and one.whole for one in library.names.find(entity.label))
        is_town = is_place or _has_a_mayor(library, entity) or country_of(library, entity)
        return 0.9 if is_town else 0.35
    if entity.kind != "place" or larger_area(entity.label):
        return 0.0
    return (
        0.2
        if re.match(r"(?:salle|halle|hotel|maison|palais|gymnase|auditorium|amphi\w*|cafe|rue|place)\b", label)
        else 0.9
    )


def _has_a_mayor(library: Library, entity: Entity) -> bool:
    """Tell a body of which somebody is told to be the mayor, or the like."""
    own = frozenset(entity.mentions)
    told = (role for extraction in library.knowledge.naming(entity) for role in extraction.roles)
    held = (role for role in told if role.organisation in own and _TOWN_OFFICE.match(fold(role.function)))
    people = (library.knowledge.entity_of(role.person) for role in held)
    return any(one is not None and one.kind == "person" for one in people)


def is_continent(name: str) -> bool:
    """Tell the name of a part of the world: no town, no country."""
    return fold(name) in _CONTINENTS


def is_body_name(name: str) -> bool:
    """Tell a name that begins as bodies' do: « Câmara de Porto », « Fondation Amont »."""
    folded = fold(name)
    return folded.startswith(_OTHER_KINDS) or (_TOWN_NAME.match(folded) is not None and folded != name)


def says_kind(name: str) -> bool:
    """Tell a name that begins with a kind of body."""
    return fold(name).startswith(_OTHER_KINDS)


def is_somebody(library: Library, label: str, near: Iterable[Span] = ()) -> bool:
    """Tell a person's name or initials that were taken for a body's: « ROUX Marc », « MR » in his notes."""
    words = label.split()
    given = any(is_given_name(part) for word in words[:2] for part in word.split("-")[:1])
    if 2 <= len(words) <= 3 and given and not any(word.islower() for word in words):
        return True
    if len(label) > 4 or not label.isupper():
        return False
    if any(one.entity.kind == "person" for one in library.names.find(label)):
        return True
    return any(label in library.once(_initials, document_id) for document_id in {span.document_id for span in near})


def _initials(library: Things, document_id: str) -> frozenset[str]:
    """Return the initials of the people whom a report mentions."""
    mentions = library.knowledge.extraction_of[document_id].mentions
    people = {mention.name for mention in mentions if mention.kind == "person"}
    return frozenset("".join(part[:1] for part in re.split(r"[\s'’-]+", name)).upper() for name in people)


def _told_beside(asked: Sought, library: Library, entity: Entity) -> float:
    """Return how well the words just before or after a name tell the kind; a little where names seldom tell it."""
    before, after = _beside(asked.kin.pattern)
    for mention in islice(entity.mentions, MENTIONS):
        span = span_of(mention)
        text = library.knowledge.documents[span.document_id].text
        led = _ENDED.split(fold(text[max(0, span.start - 40) : span.start]))[-1]
        if before.search(led) or after.match(fold(text[span.end : span.end + 40])):
            return BESIDE
    return UNTOLD if asked.word in _LOOSE else 0.0


@lru_cache(maxsize=64)
def _beside(kin: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what tells a kind just before a name, and just after."""
    return re.compile(rf"{kin}\w*(?: [a-z'’-]+){{0,2}}[ «“\"'’(]*$"), re.compile(
        rf"\s*(?:[,(–—-]|(?:,? qui )?(?:est|etait|sont|fut)\b)\s*(?:une? |la |le |l')?{kin}"
    )


def bare_town(label: str) -> str:
    """Return the town that a town's authority is called by: « Lorville » of « Ville de Lorville »."""
    found = _TOWN_NAME.match(fold(label))
    return label[found.end() :] if found and len(fold(label)) == len(label) else label
