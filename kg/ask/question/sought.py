"""What kind of body or place a question seeks (« quelle fondation portugaise », « de quelle ville »), and what fits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus import Span
from kg.ask.library import Library
from kg.ask.question.nations import nation
from kg.ask.question.query import Query
from kg.regex import regex

#: Kinds of body that say nearly the same, each the beginning of a folded word of a name or of what stands beside it.
_FAMILIES = (
    "association|collectif|amicale|club|mouvement|comite|ong|amis|asociacion|epicerie",
    "syndicat|intersyndicale",
    "fondation|foundation|fundacion|fundacao|fonds",
    "reseau|federation|alliance|union|ligue|confederation|red|network|association",
    "coalition|plateforme|consortium|cartel|alliance|collectif|reseau|federation",
    "cabinet|cab.|bureau d'etudes|consultant|agence|societe|bureau",
    "entreprise|societe|compagnie|cooperative|regie|sarl|sas|etablissements",
    "atelier d'insertion|chantier d'insertion|atelier protege|atelier velo|entreprise adaptee|atelier"
    "|chantier|ressourcerie|recyclerie|regie",
    "operateur|prestataire|fournisseur|promoteur|exploitant|societe|entreprise|compagnie|office",
    "bailleur|donateur|agence|banque|fonds",
    "bailleur|office|habitat|logis|logement|hlm",
    "conservatoire|ecole|academie",
    "paroisse|eveche|diocese|eglise",
    "cooperative|scop|scic|societe",
    "maison d'edition|editeur|editions|presses",
    "mutuelle|mutualite|assurance",
    "universite|universit|universidad|university|faculte|institut|ecole|laboratoire|centre de recherche",
    "institut|centre|laboratoire|observatoire|universit",
    "ecole|college|lycee|maternelle|etablissement",
    "groupement|cooperative|association|collectif|union|gie",
    "chorale|choeur|fanfare|orchestre|harmonie|ensemble|troupe|compagnie|groupe",
    "instance|comite|conseil|commission|conference|assemblee|observatoire|agence|organisation|jury",
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
    "institution|commission|cour|comite|conseil|parlement|chambre|tribunal|ministere|agence|organisation|departement"
    "|region|ville|metropole|communaute|universite|institut|banque|caisse|office|federation|observatoire|generalitat",
    "maison|centre social|foyer|mjc",
    "musee|museum|museo|muzeum|theatre|mediatheque|bibliotheque|librairie|cinema",
)
#: Words for any body at all.
_ANY = frozenset("organisme organisation structure entite acteur service partenaire financeur etablissement".split())
#: Words for towns, then for other places.
TOWNS = frozenset("ville commune bourg bourgade village municipalite cite localite mairie port".split())
_AREAS = frozenset("pays departement region territoire quartier lieu ile vallee canton province etat".split())
#: Houses of a trade: « recyclerie », « médiathèque ».
_TRADES = regex(
    r"\w{3,}(?:erie|theque)|garage|cafe|boutique|magasin|restaurant|hotel|ferme|pharmacie|creche|caserne|cuisine|paroisse|stade"
)
_ASKED = regex(
    r"(?:^|[\s,:;(])(?P<how>(?:de |d'|dans |a |par |pour |avec |chez |c'est |est-ce |sur |en )?"
    r"(?:quel(?:le)?s?|lequel|laquelle|lesquel(?:le)?s) (?:est |sont |etait |etaient |autres? |petite? |grande? )?"
    r"(?:le |la |les |l')?"
    r"|^(?:comment s'appel\w+|(?:quel (?:est|etait) )?(?:le )?noms? d[eu](?: la| l')?|cite\w*|trouve\w*)"
    r" ?(?:le |la |les |l')?"
    r"|^(?:le |la |l')(?=[^?]+ (?:qui|que|dont|ou) [^?]*\b(?:lequel|laquelle|c'est qui|s'appelle)\b))"
    r"(?P<kind>bureau d'etudes?|maison d'edition"
    r"|(?:atelier|chantier)s? (?:d'insertion|velo|proteges?)|entreprises? adaptees?"
    r"|centre hospitalier|centre social|communaute de communes|[a-z][\w-]+)"
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
    #: The preposition before it, folded: « avec » in « avec quelle ville ».
    how: str = ""

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
    rings = [
        ring
        for ring in _FAMILIES
        if (word in ring.split("|") or word.split(" ")[0] in ring.split("|"))
        and (word == "institution" or not ring.startswith("institution|"))  # any public body is one, not the reverse
    ]
    words = sorted({one for ring in rings for one in ring.split("|")} | {word}, key=lambda one: (-len(one), one))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})")


#: Of these words, those that most questions say of something else than a body.
_THINGS = frozenset("atelier chantier ensemble harmonie conference assemblee groupe".split())


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    kinds = {word for ring in _FAMILIES for word in ring.split("|")} - _THINGS  # most are no bodies
    return frozenset(kinds) | _ANY | TOWNS | _AREAS


def sought(query: Query) -> Sought | None:
    """Return what a question seeks when it asks for a body or a place by its kind; nothing for other questions."""
    for match in _ASKED.finditer(query.folded):
        word = _singular(match["kind"])
        if word not in _known() and not _TRADES.fullmatch(word):
            continue
        beside = [one for one in (match["first"], match["second"]) if one]
        countries = next((found for one in beside if (found := nation(one))), frozenset())
        abroad = any(one.startswith(("etrang", "partenair", "europeen")) for one in beside)
        many = bool(re.search(r"\b(?:quel(?:le)?s|lesquel(?:le)?s)\b", match["how"]))
        many = many or (match["kind"] != word and bool(re.search(r"s\b", match["how"])))
        told = tuple(one for one in beside if nation(one) or one.startswith("etrang"))
        said = frozenset([match["kind"], word])
        lead = re.match(r"(?:de|d'|dans|a|par|pour|avec|chez|sur|en)(?=[ ']|$)", match["how"])
        how = lead[0] if lead else ""
        return Sought(word, many, countries, abroad and not countries, told, match.span("kind"), said, how)
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
    r"(?:(?:L[eaoi]s?|L['’]|Les|El)\s?)?[A-ZÀ-ÝŒ][\w'’&-]*(?:\s+(?:(?:&|de|du|des|de\sla|del|do|da|di|la|le|les|en|et"
    r"|van|von|à)\s+"
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
    short = _ABBREVIATED.get(word)
    for match in re.finditer(rf"\b(?:{short})\.? (?P<name>{NAME})", text) if short else ():
        yield Span(document_id, match.start("name"), match.end("name"))


#: How notes shorten the words for kinds of body.
_ABBREVIATED = {
    "maison d'edition": "[ÉEé]ditions(?: (?:du|de la|des|de))?",
    "editeur": "[ÉEé]ditions(?: (?:du|de la|des|de))?",
    "cabinet": "[Cc]ab",
    "association": "[Aa]sso|[Aa]ssoc",
    "universite": "[Uu]niv",
    "syndicat": "[Ss]ynd",
    "societe": "[Ss]té",
    "entreprise": "[Ee]nt|[Ss]té|[ÉE]ts",
    "etablissement": "[ÉE]ts",
    "federation": "[Ff]éd",
    "communaute": "CC|[Cc]om\\. com|[Cc]omcom",
    "departement": "[Dd]pt",
    "ministere": "[Mm]in",
}
_AFTER_KIND = regex(
    rf"(?:-[a-zà-ÿ]+)?\s+"
    rf"(?:(?:de|d['’]|des|du)\s?[a-zà-ÿ]+\s+|[a-zà-ÿ]+\s+(?:(?:de la|de|du|des)\s+|d['’])?|d['’])?(?:[«“\"]\s*)?"
    rf"(?P<name>{NAME})"
)
_BEFORE_KIND = regex(rf"(?P<name>{NAME}),\s+(?:une?\s|la\s|le\s|l['’])?(?:petite?\s|grande?\s)?$")
