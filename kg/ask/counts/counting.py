"""What a question asks to count or to measure: the thing, its measure, what qualifies it, and the rest."""

import re
from dataclasses import dataclass
from functools import lru_cache

from index import fold, tokens
from kg.ask.language.quantities import UNITS
from kg.ask.language.words import stems_of
from kg.ask.question.query import Query, Term
from kg.regex import regex

#: Words that ask for money, a share…, folded.
_MEASURES = (
    (
        "share",
        regex(r"\b(?:pourcentages?|proportions?|parts?|taux|fractions?|pour cent)\b|%"),
    ),
    (
        "money",
        regex(
            r"\bcombien (?:\S+ ){0,4}?(?:cout|vaut|vaudr|pay|pai|gagn|touch|rapport|depens|vers|perd|econom|debours"
            r"|rembours|allou|financ|recoi|recevr|percoi|percev)"
            r"|\b(?:euros?|montants?|sommes?|prix|tarifs?|couts?|budgets?|subventions?|loyers?|salaires?|deficits?"
            r"|excedents?|depenses?|recettes?|enveloppes?|cotisations?|dotations?|factures?|benefices?|pertes?"
            r"|surcouts?|fonds|chiffre d'affaires)\b"
        ),
    ),
    ("age", regex(r"\bquel age\b|\bl'age d|^age d")),
    ("time", regex(r"\bcombien de temps\b|\b(?:duree|delais?|anciennete)\b")),
    ("length", regex(r"\bcombien mesur|\b(?:longueur|hauteur|largeur|distance|taille|profondeur)\b")),
    ("area", regex(r"\b(?:superficie|surface)\b")),
    ("weight", regex(r"\bcombien pes|\b(?:poids|tonnage)\b")),
)
#: Words that only say that something is counted, that there is some, or what is measured.
_PLAIN = stems_of(
    "montant somme tarif combien élève élever monte monter mesurer mesure peser pèse temps âge durée délai pourcentage "
    "proportion part taux nombre chiffre total compter compte comptait comptent représenter représente représentent "
    "représentaient représentait regrouper regroupe rassembler rassemble réunir réunit fédérer fédère existe exister "
    "possède posséder dispose disposer avoir avait concerner concerne euros euro quantité environ exactement cent "
    "actuellement rester reste restent restait passer passe passée passé hauteur atteindre atteint estimé chiffré "
    "évalué gérer gère vivre vivent habiter habitent habite liste moyenne donner donne avant après".split()
)
#: What says a cost and nothing of its object.
_COST = stems_of(
    "coûter coûte coûtent coûtait coûtaient coûté coûtera coûteront coûterait coûteraient coût coûts prix valoir vaut "
    "payer paye paie payé verser verse versé versera "
    "financer finance gagner gagne toucher touche dépenser dépensé rapporter rapporte reçoit reçoivent "
    "recevra recevront recevoir perçoit perçoivent percevra percevoir".split()
)
_INVERTED = (
    r"(?:[\w'-]+-(?:t-)?(?:il|elle|on|ils|elles|nous|vous)(?: [\w-]+)?|y [\w-]+|il y (?:a|avait|aura|en a)"
    r"|(?:il )?(?:reste|restait|faut|manque|manquait))"
)
_DETERMINED = (
    r"(?:\bde la |\bde l'|\bdes |\bdu |\bde |\bd')(?:l'|la |le |les |ses |leurs |nos |notre |ces )?"
    r"(?P<adjective>(?:nouve\w+|petite?s|grande?s|autres?|ancien\w+|differente?s) )?"
)
_THING = regex(
    rf"(?:combien(?: {_INVERTED})?|\b(?:nombre|pourcentage|proportion|part|taux|fraction|total|quantite|chiffre)) "
    rf"{_DETERMINED}(?P<thing>[\w-]+)"
)
#: The verb of which the thing counted is the subject or the object: after its auxiliary.
_VERB = regex(
    r"\b(?:a|ont|est|sont|avait|avaient|etait|etaient|va|vont|aura|auront|ete|seront|seraient|auraient|doit|doivent"
    r"|peut|peuvent)(?:-(?:t-)?(?:il|elle|on|ils|elles))? (?:pas |plus |deja |encore |bien |aussi |finalement )*"
    r"(?:ete )?(?P<verb>[a-z-]{4,})"
)
#: « à » is no auxiliary.
_TO = regex(r"(?<!\w)[àÀ](?!\w)")
#: Nouns that ask for a quantity by themselves.
_NOUNS = (
    r"(?:nombre|pourcentage|proportion|part|taux|montant|somme|prix|tarif|cout|budget|subvention|loyer|salaire|deficit"
    r"|excedent|depense|recette|enveloppe|cotisation|dotation|facture|benefice|perte|surcout|superficie|surface"
    r"|population|age|duree|longueur|hauteur|largeur|distance|poids|delai|fonds)s?"
)
_AMOUNT = regex(
    r"\b(?:budget|subvention|loyer|salaire|deficit|excedent|depense|recette|enveloppe|cotisation|dotation|facture"
    r"|benefice|perte|surcout|fonds)s?\b"
)
#: « l'ancien prix », « le tarif actuel »: which of two amounts, and no idea of its own.
_WHICH = r"(?:ancien(?:ne)?|nouve(?:au|lle)|futur|prochain|actuel(?:le)?|precedente?|initiale?|final)s?"
_OF_CHANGE = regex(rf"\b(?P<before>{_WHICH}) {_NOUNS}\b|\b{_NOUNS} (?P<after>{_WHICH})(?!\w)")
_LEADING = (
    r"(?:(?:a|de|pour|par|avec|en|sur|dans|vers|chez|jusqu'a|il y a|y|il y avait|y a-t-il|y avait-il|c'etait"
    r"|ils etaient|elles etaient|il en reste|ca fait|ca a|on etait|on a|vous etiez|il faut|il reste|il restait) )*"
)
_SURELY = regex(
    rf"(?:^|, ?|^et |^alors ){_LEADING}combien\b|\bcombien (?:de |d')|\bnombre (?:de |d'|des |du )|\bcombien ?\?*$"
    r"|\bcombien (?:a|ont|est|sont|coute)\b|\b(?:de|a|par|pour) combien\b|\b(?:etai\w+|sont|sommes) combien\b"
)
_LIKELY = regex(
    r"^(?:(?:a|de|pour) )?(?:quel(?:le)?s? (?:est |etait |sera |fut |sont |a ete )?(?:le |la |l'|les )?|le |la |l')?"
    rf"(?:\w+ )?{_NOUNS}\b"
)
_NOT = regex(
    r"^(?:de |a )?quel(?:le)?s? fonds (?:a|ont|avait|finan\w+|soutien\w*|paie\w*|paye\w*|prend\w*|aide\w*|est)\b"
    r"|^(?:(?:selon|d'apres|pour|chez) )?"
    r"(?:qui|que|quoi|ou|quand|quelle?s? (?:intervenant|orat|elu|personne|participant)\w*)\b"
)
#: What is counted where no noun tells it.
_MEANT = (
    (regex(r"\bpopulation\b"), "habitants"),
    (
        regex(
            r"\b(?:ils|elles|on|nous|vous) (?:etai\w+|etions|etiez|sont|sommes|etes) combien\b"
            r"|\bcombien (?:etaient|sont|etiez|etions)-(?:ils|elles|vous|nous)\b"
        ),
        "personnes",
    ),
)
#: « de combien a baissé… »: an amount or a share by which something changes.
_CHANGES = regex(
    r"\bde combien\b.*\b(?:baiss|augment|recul|diminu|chut|hauss|progress|monte|grimp|redui|perd|gagn|rallong|cru)\w*"
    r"|\b(?:baiss|augment|recul|diminu|chut|hauss|progress|grimp)\w* (?:\w+ )?de combien\b"
)


_PRESENT = regex(r"(?:inscrit|present|particip|personne|gens|monde)")
#: Words for the same people or things, when they are counted.
_RINGS = (
    "réfugiés migrants exilés arrivants",
    "salariés employés agents travailleurs postes",
    "élèves enfants écoliers collégiens lycéens",
    "logements appartements maisons",
    "médecins généralistes docteurs praticiens",
    "entreprises sociétés",
    "communes villes villages municipalités collectivités",
    "projets dossiers idées propositions",
    "signataires signatures",
    "adhérents membres sociétaires",
    "bénévoles volontaires",
    "conseillers élus",
    "délégués représentants",
)
#: What another word of a ring is worth, and least worth of any other way to say what is counted.
RING, LIKE = 0.9, 0.9


@dataclass(frozen=True, slots=True)
class Sought:
    """What is counted, its folded word and its measure; the rest of the question, and the stems of its verb.

    `head` is the stem of the noun that says which amount is asked for: « le loyer », « la subvention ».
    """

    word: str
    thing: Term | None
    measure: str
    topic: Query
    verb: frozenset[str]
    head: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """The words of the ideas of the topic that are names."""
        return frozenset(named.entity.label for named in self.topic.named)

    @property
    def unnamed(self) -> list[Term]:
        """The ideas of the topic that are no names."""
        return [term for term in self.topic.inside().terms if term.words not in self.names]


@lru_cache(maxsize=1)
def _presence() -> frozenset[str]:
    """Return the stems of the words for those who come, which the reports of a meeting need not repeat."""
    return stems_of("inscrits inscrit inscrites présents présentes participants participantes parmi".split())


def asks_quantity(folded: str) -> bool:
    """Tell a question that asks how many or how much: « combien », « le nombre de »."""
    return bool(_SURELY.search(folded)) and not _NOT.match(folded)


def may_ask_quantity(folded: str) -> bool:
    """Tell a question that a quantity may answer: « quel est le loyer de », « quelle part des »."""
    return bool(_LIKELY.match(folded)) and not _NOT.match(folded)


def sought_quantity(query: Query) -> Sought:
    """Read what a question asks to count or to measure."""
    folded = query.folded
    found = _THING.search(folded)
    word = found["thing"] if found else ""
    if found is None and (meant := next((thing for shape, thing in _MEANT if shape.search(folded)), "")):
        return Sought(meant, _term(query, meant), "", query.without(_PLAIN | stems_of(("population",))), frozenset())
    counted = found is not None and "combien" in found[0]
    unit = next((name for name, units in UNITS.items() if re.fullmatch(units, word)), "") if counted else ""
    measure = unit or next((name for name, asked in _MEASURES if asked.search(word if counted else folded)), "")
    measure = "change" if _CHANGES.search(folded) else "time" if counted and word == "temps" else measure
    thing = _term(query, word) if word and measure != "age" else None
    plain = _PLAIN | (_COST if measure == "money" else frozenset())
    if thing and counted and (unit or measure == ""):
        plain |= thing.alternatives[0][0]
    if found and found["adjective"]:
        plain |= frozenset(tokens(found["adjective"]))
    if measure and (change := _OF_CHANGE.search(folded)):
        plain |= frozenset(tokens(change["before"] or change["after"]))
    among = re.search(r"\bparmi (?:tou\w+ )?(?:les |ces )", folded)
    if (query.reports or among) and thing and not _PRESENT.match(word):
        plain |= _presence()
    told = {match["verb"] for match in _VERB.finditer(fold(_TO.sub("_", query.text)))}
    names = {one.entity.label for one in query.named}
    said = [term for term in query.terms if fold(term.words) in told and term.words not in names]
    verbs = frozenset(stem for term in said if term.words[:1].islower() for stem in term.alternatives[0][0])
    head = (
        frozenset(tokens(noun[0])) - plain if measure == "money" and (noun := _AMOUNT.search(folded)) else frozenset()
    )
    return Sought(word, thing, measure, query.without(plain), verbs, head)


def _term(query: Query, word: str) -> Term:
    """Return the idea of a folded word of a question, with the words that count the same."""
    same = next((term for term in query.terms if fold(term.words).rsplit("'", 1)[-1] == word), None)
    stems = same.alternatives[0][0] if same else frozenset(tokens(word)[:1])
    ways = [(stems, 1.0), *((way, worth) for way, worth in (same.alternatives if same else ()) if worth >= LIKE)]
    for ring in map(str.split, _RINGS):
        if word in map(fold, ring):
            ways += [(frozenset(tokens(other)), RING) for other in ring]
    found: dict[frozenset[str], float] = {}
    for way, worth in ways:
        found.setdefault(way, worth)
    return Term(same.words if same else word, tuple(found.items()), same.weight if same else 0.5)
