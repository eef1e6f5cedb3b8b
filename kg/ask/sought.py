"""What kind of body or place a question seeks (« quelle fondation portugaise », « de quelle ville »), and what fits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus import Span
from index import fold
from kg.ask.library import Library
from kg.ask.nations import nation
from kg.ask.query import Query
from kg.lexicon.given_names import is_given_name
from kg.lexicon.places import area_kind, is_country, larger_area
from kg.types import Entity

#: Kinds of body that say nearly the same, each the beginning of a folded word of a name or of what stands beside it.
_FAMILIES = (
    "association|collectif|amicale|club|mouvement|comite|ong|amis|asociacion|epicerie",
    "syndicat|intersyndicale",
    "fondation|foundation|fundacion|fundacao|fonds",
    "reseau|federation|alliance|union|ligue|confederation|red|network|association",
    "cabinet|bureau d'etudes|consultant|agence|societe|bureau",
    "entreprise|societe|compagnie|cooperative|regie|sarl|sas|boite",
    "cooperative|scop|scic|societe",
    "mutuelle|mutualite|assurance",
    "universite|universit|universidad|university|faculte|institut|ecole|laboratoire|centre de recherche",
    "institut|centre|laboratoire|observatoire|universit",
    "ecole|college|lycee|maternelle|etablissement",
    "journal|gazette|echo|magazine|revue|quotidien|hebdo|courrier|cahiers",
    "radio|media|television|chaine|journal|gazette|echo",
    "agence|office|etablissement public",
    "hopital|centre hospitalier|chu|clinique|ch ",
    "ministere|ministre",
    "banque|caisse|credit",
    "region|conseil regional",
    "departement|conseil departemental",
    "communaute|intercommunalite|agglomeration|metropole|pays|epci|cc ",
    "collectivite|ville|commune|communaute|agglomeration|metropole|departement|region|mairie|pays",
    "institution|commission|cour|comite|conseil|parlement|chambre|tribunal|ministere|agence|organisation",
    "maison|centre social|foyer|mjc",
    "musee|theatre|mediatheque|bibliotheque|librairie|cinema",
)
#: Words for any body at all.
_ANY = frozenset("organisme organisation structure entite acteur service partenaire financeur etablissement".split())
#: What the kind told beside a name is worth, and no kind told at all.
BESIDE, UNTOLD = 0.9, 0.35
#: Kinds that the names of such bodies seldom tell.
_LOOSE = frozenset(
    "association collectif reseau entreprise societe cabinet agence journal club bureau cooperative".split()
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
#: Words for towns, then for other places; what a town is called in other languages.
TOWNS = frozenset("ville commune bourg bourgade village municipalite cite localite mairie port".split())
_AREAS = frozenset("pays departement region territoire quartier lieu ile vallee canton province etat".split())
_TOWN_NAME = re.compile(
    r"^(?:la |le |l')?(?:ville|mairie|commune|municipalite|conseil municipal|stad|stadt|city|town|comune"
    r"|camara(?: municipal)?"
    r"|ayuntamiento|intendencia|gemeente|vile|municipio|prefeitura|conseil communal|borough)\s+"
    r"(?:(?:de la|de|du|des|of|di|da|do|van)\s+(?:l')?|d'\s*)?"
)
#: Houses of a trade: « recyclerie », « médiathèque ».
_TRADES = re.compile(
    r"\w{3,}(?:erie|theque)|garage|cafe|restaurant|hotel|ferme|pharmacie|creche|caserne|cuisine|paroisse|stade"
)
_ASKED = re.compile(
    r"(?:^|[\s,:;(])(?P<how>(?:de |d'|dans |a |par |pour |avec |chez |c'est |est-ce |sur |en )?"
    r"(?:quel(?:le)?s?|lequel|laquelle|lesquel(?:le)?s) (?:est |sont |etait |etaient |autres? |petite? |grande? )?"
    r"(?:le |la |les |l')?"
    r"|^(?:comment s'appel\w+|(?:quel (?:est|etait) )?(?:le )?noms? d[eu](?: la| l')?|cite\w*|trouve\w*)"
    r" ?(?:le |la |les |l')?"
    r"|^(?:le |la |l')(?=[^?]+ (?:qui|que|dont|ou) [^?]*\b(?:lequel|laquelle|c'est qui|s'appelle)\b))"
    r"(?P<kind>bureau d'etudes?|centre hospitalier|centre social|communaute de communes|[a-z][\w-]+)"
    r"(?: (?P<first>[a-z][\w-]+))?(?: (?P<second>[a-z][\w-]+))?"
)


@dataclass(frozen=True, slots=True)
class Sought:
    """What is sought: the word for it, whether several, and where it is: in a country, or not in France.

    `told` are the folded words that say where.
    """

    word: str
    many: bool = False
    countries: frozenset[str] = frozenset()
    abroad: bool = False
    told: tuple[str, ...] = ()
    place: tuple[int, int] = (0, 0)
    #: The question's own folded words for it: « asso » of an association.
    said: frozenset[str] = frozenset()

    @property
    def town(self) -> bool:
        """Whether a town is sought."""
        return self.word in TOWNS

    @property
    def area(self) -> bool:
        """Whether a country or another area is sought."""
        return self.word in _AREAS

    @property
    def loose(self) -> bool:
        """Whether what is sought may be told without any name."""
        return self.area or self.word in ("service", "partenaire", "port", "cuisine", "cite", "bureau")

    @property
    def any_body(self) -> bool:
        """Whether any body will do."""
        return self.word in _ANY

    @property
    def kin(self) -> re.Pattern[str]:
        """What says the kind in a folded name, or a kind near it."""
        return _kin(self.word)


@lru_cache(maxsize=256)
def _kin(word: str) -> re.Pattern[str]:
    rings = [ring for ring in _FAMILIES if word in ring.split("|") or word.split(" ")[0] in ring.split("|")]
    words = sorted({one for ring in rings for one in ring.split("|")} | {word}, key=lambda one: (-len(one), one))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})")


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(word for ring in _FAMILIES for word in ring.split("|")) | _ANY | TOWNS | _AREAS


def sought(query: Query) -> Sought | None:
    """Return what a question seeks when it asks for a body or a place by its kind; nothing for other questions."""
    for match in _ASKED.finditer(query.folded):
        word = _singular(match["kind"])
        if word not in _known() and not _TRADES.fullmatch(word):
            continue
        beside = [one for one in (match["first"], match["second"]) if one]
        countries = next((found for one in beside if (found := nation(one))), frozenset())
        abroad = any(one.startswith(("etrang", "partenair", "europeen")) for one in beside)
        many = match["kind"] != word and bool(re.search(r"s\b", match["how"]))
        told = tuple(one for one in beside if nation(one) or one.startswith("etrang"))
        said = frozenset([match["kind"], word])
        return Sought(word, many, countries, abroad and not countries, told, match.span("kind"), said)
    return None


#: Familiar and short words for kinds of body.
_SHORT = {
    "asso": "association",
    "assoc": "association",
    "boite": "entreprise",
    "start-up": "entreprise",
    "firme": "entreprise",
    "fac": "universite",
    "canard": "journal",
    "comcom": "communaute",
    "interco": "intercommunalite",
    "coop": "cooperative",
    "orga": "organisation",
    "employeur": "organisme",
    "patelin": "village",
}


def _singular(word: str) -> str:
    short = _SHORT.get(word.removesuffix("s"))
    if short:
        return short
    if word in _known() or word in ("pays", "reseaux"):
        return "reseau" if word == "reseaux" else word
    if word.endswith("eaux") or word.endswith("x"):
        return word.removesuffix("x")
    return re.sub(r"s\b", "", word) if word.split(" ")[0] != "bureau" else "bureau d'etudes"


#: A proper name, with the small words inside it.
NAME = (
    r"(?:(?:L[eaoi]s?|L['’]|Les|El)\s?)?[A-ZÀ-ÝŒ][\w'’&-]*(?:\s+(?:(?:de|du|des|de\sla|del|do|da|di|la|le|les|en|et|van|von|à)\s+"
    r"|d['’]|l['’]|de\sl['’])*[A-ZÀ-ÝŒ][\w'’&-]*)*"
)


def names_beside(word: str, library: Library, document_id: str) -> Iterator[Span]:
    """Yield where a report writes a proper name after a kind of body, an adjective between, or just before it."""
    text = library.knowledge.documents[document_id].text
    for span in library.find_phrase(word, only=document_id):
        start = span.end + (text[span.end : span.end + 1] == "s")
        found = _AFTER_KIND.match(text, start, start + 120)
        if found and "\n\n" not in found[0]:
            yield Span(document_id, found.start("name"), found.end("name"))
        found = _BEFORE_KIND.search(text, max(0, span.start - 80), span.start)
        if found:
            yield Span(document_id, found.start("name"), found.end("name"))


_AFTER_KIND = re.compile(
    rf"\s+(?:(?:de|d['’]|des|du)\s?[a-zà-ÿ]+\s+|[a-zà-ÿ]+\s+|d['’])?(?:[«“\"]\s*)?(?P<name>{NAME})"
)
_BEFORE_KIND = re.compile(rf"(?P<name>{NAME}),\s+(?:une?\s|la\s|le\s|l['’])?(?:petite?\s|grande?\s)?$")


def fit(asked: Sought, library: Library, entity: Entity) -> float:
    """Return how well a body or place is of the kind that is sought, 0 (not at all) to 1."""
    label = fold(entity.label)
    if asked.area:
        return _area(asked, entity, label)
    if asked.town:
        return _town(entity, label)
    if entity.kind != "organisation":
        if asked.word == "collectivite":
            return 0.9 if area_kind(entity.label) in ("department", "region", "city") else 0.0
        return 0.7 if entity.kind == "place" and asked.kin.search(label) else 0.0
    if asked.any_body:
        return 0.6 if _TOWN_NAME.match(label) else 1.0
    names = [label, *map(fold, entity.aliases)]
    if any(re.search(rf"\b{re.escape(asked.word)}", name) for name in names):
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
        return 0.3 if is_country(name) == (asked.word in ("pays", "etat")) else 0.0
    if asked.any_body or re.search(rf"\b{re.escape(asked.word)}", folded):
        return 1.0
    if asked.kin.search(folded):
        return 0.8
    return 0.0 if folded.startswith(_OTHER_KINDS) else UNTOLD


def _area(asked: Sought, entity: Entity, label: str) -> float:
    if asked.word in ("pays", "etat"):
        return 1.0 if is_country(entity.label) else 0.0
    if entity.kind == "organisation":
        return 1.0 if re.search(rf"\b{asked.word}", label) else 0.0
    return 0.0 if is_country(entity.label) else 0.7


def _town(entity: Entity, label: str) -> float:
    if entity.kind == "organisation":
        other = label.startswith(_OTHER_KINDS) or is_given_name(entity.label.split(" ")[0])
        return 1.0 if _TOWN_NAME.match(label) else 0.4 if not other and larger_area(entity.label) is None else 0.0
    if entity.kind != "place" or larger_area(entity.label):
        return 0.0
    return (
        0.2
        if re.match(r"(?:salle|halle|hotel|maison|palais|gymnase|auditorium|amphi|cafe|rue|place)\b", label)
        else 0.9
    )


def _told_beside(asked: Sought, library: Library, entity: Entity) -> float:
    """Return how well the words just before or after a name tell the kind; a little where names seldom tell it."""
    for at in entity.mentions:
        mention = library.knowledge.mentions[at]
        text = library.knowledge.documents[mention.span.document_id].text
        before = re.split(r"[.;:!?\n|]", fold(text[max(0, mention.span.start - 40) : mention.span.start]))[-1]
        after = fold(text[mention.span.end : mention.span.end + 40])
        if asked.kin.search(before) or re.match(rf"\s*[,(–—-]\s*(?:une? |la |le |l')?{asked.kin.pattern}", after):
            return BESIDE
    return UNTOLD if asked.word in _LOOSE else 0.0


def bare_town(label: str) -> str:
    """Return the town that a town's authority is called by: « Lorville » of « Ville de Lorville »."""
    found = _TOWN_NAME.match(fold(label))
    return label[found.end() :] if found and len(fold(label)) == len(label) else label
