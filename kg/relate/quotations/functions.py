"""Words of functions and of bodies, as subjects that stand for somebody named before."""

import re

from kg.lexicon.bodies import AUTHORITIES, BODIES
from kg.lexicon.folding import fold
from kg.regex import regex

#: Nouns of bodies: « l'association », « le Syndicat » stand for a body, never for the person who spoke last.
BODY = regex(
    r"(?:l[ea] |l'|cette |ce )(?P<noun>associations?|syndicat|collectif|commune|ville|mairie|municipalité|"
    r"métropole|région|département|agence|entreprise|société|fondation|institut|université|réseau|fédération|union|"
    r"ligue|"
    r"caisse|chambre|comité|commission|coopérative|communauté|ministère|préfecture|conseil|collectivité|"
    r"agglomération|assemblée|parlement|tribunal|administration|direction|rédaction|table|tablée|jury|institution|organisation|organisme|structure|instance|établissement)\b(?P<rest>.*)",
    re.IGNORECASE,
)


#: Words for any body, and the adjectives of countries that follow « la ville ».
ANY_BODY = ("institution", "organisation", "organisme", "structure", "instance", "établissement", "collectivité")
#: Kinds of bodies that are no authorities: their names often say no kind.
PRIVATE = frozenset(
    "association collectif syndicat fédération fondation entreprise société coopérative réseau union ligue".split()
)
NATIONAL = regex(r"^\w+(?:aise?|oise?|ienn?e?|ain?e?|ande?|ole?|onn?e?|ique|euse|ère)$")
#: Offices that one person holds and another does not; professions and descriptions say less.
OFFICE = regex(
    r"\b(?:maire|mairesse|préf[eè]te?|sous-préf\w+|président\w*|vice-président\w*|direct(?:eur|rice)|secrétaire|"
    r"trésori\w+|ministre|recteur|rectrice|proviseure?|doyen\w*|(?<!-)chef\w*|adjoint\w*|animat\w+|modérat\w+|"
    r"journaliste|"
    r"rapporteu\w+|gérant\w*|patron\w*|propriétaire|responsable|coordinat\w+|délégué\w*|représentant\w*|"
    r"habitant\w*|participant\w*|riverain\w*|étudiant\w*|interlocut\w+|voisine?|collègue|témoin|public|"
    r"salle)\b",
    re.IGNORECASE,
)


#: « avec le principal du collège »: a function inside a sentence, not one that is apposed to a name.
FUNCTION = regex(
    r"(?<![,(]\s)(?<![,(])\b(?=(?P<function>(?:(?:l[ea]|une?|son|sa|cet?|cette|du|au)\s|l')[a-zà-ÿ][\w-]*"
    r"(?:\s(?:d[eu]s?|de la|à la|au)?\s?(?:d'|l')?[\w-]+){0,4}?)(?=[,.;:]|\s(?:a|est|qui|sur|pour|avec|et)\b))"
)


SEVERAL = regex(r"(?:les|des|ces|nos|deux|trois|plusieurs|certaine?s|quelques)\s", re.IGNORECASE)
#: « la juriste invitée le lendemain », « le chef de service, assis au fond »: what tells nothing of the function.
AFTER_FUNCTION = regex(
    r",?\s(?:invité|venu|assis|présent|interrogé|arrivé|installé|sollicité|lui aussi|elle aussi|lui-même|"
    r"elle-même)e?s?\b.*$"
)
#: « Le maire de Lens lui répond que … »: somebody else than who has just spoken.
REPLIES = regex(
    r"\s*,?\s*(?:lui |leur |y )?(?:a |ont |n'a pas )?(?:aussitôt |alors |ensuite )?"
    r"(?:répond|répliqu|rétorqu|ripost|object|réagi|tempèr|conteste|contredit|désapprouv|approuv|abond|acquiesc)\w*"
)


def says_kind(name: str) -> bool:
    """Tell whether the name of a body begins with its kind: « Fondation … », « Ville de … »."""
    head = fold(name.split()[0])
    return head in BODIES or head in AUTHORITIES
