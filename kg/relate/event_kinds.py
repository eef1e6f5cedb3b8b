"""Words for the kinds of meetings, and those that come before them in a title."""

import re

from kg.regex import regex

_ACCENTS = {"é": "[ée]", "è": "[èe]", "ê": "[êe]", "à": "[àa]", "ô": "[ôo]", "û": "[ûu]"}


def unaccented(pattern: str) -> str:
    """Return a pattern that also reads its words without accents, as capitals are often written."""
    return "".join(_ACCENTS.get(char, char) for char in pattern)


KINDS = unaccented(
    r"séminaires?|colloque|conférence(?: de presse| citoyenne| des maires| débat| régionale| nationale|"
    r" internationale)?|ateliers?|table[ -]ronde|journées?(?: d(?:e |['’] ?)\w+| nationales?| régionales?|"
    r" professionnelles?| technique)?|"
    r"rencontres?|forum|assises|"
    r"université d['’]été|université d['’]automne|world[ -]café|congrès|"
    r"assemblée générale(?: (?:ordinaire|extraordinaire|mixte|constitutive|annuelle|statutaire))*|"
    r"conseil municipal(?: des (?:jeunes|enfants))?|conseil communautaire|conseil métropolitain|conseil syndical|"
    r"comité syndical|conseil départemental|conseil régional|conseil d['’]administration|conseil d['’]école|"
    r"conseil de quartier|conseil citoyen|conseil des (?:sages|jeunes|aînés|anciens|enfants)|"
    r"séance(?: publique| ordinaire| du conseil(?: municipal)?)?|"
    r"réu(?= )|réunion(?: annue[lI]le| statutaire| mensuelle| trimestrielle|"
    r" publique| plénière| de travail| d['’]information| de bureau| du bureau| de service| d['’]équipe)?|"
    r"webinaires?|festival|salon|débat(?: public)?|sommet|symposium|convention citoyenne|états généraux|"
    r"comité de pilotage|comité technique|comité de suivi|copil|cotech|codir|"
    r"voyage d['’]études?|balade(?: urbaine)?|audition|café citoyen|marche exploratoire|hackathon|"
    r"formation|visite|chantier|groupe de travail|jury citoyen|"
    r"consultation|concertation|fête|anniversaire|cérémonie|inauguration|matinée|soirée|tournée|mission|"
    r"entretien avec|remise d(?:u|es) prix"
)
KIND = regex(rf"\b(?:{KINDS}|(?-i:AG[OE]?))\b", re.IGNORECASE)

#: Meetings of a body: they are told by their body and their date.
ASSEMBLY = regex(
    unaccented(
        r"(?:réunion (?:du |de )?bureau|réunion (?:annue[lI]le|statutaire|mensuelle|trimestrielle)|"
        r"(?:réunion (?:du |de )?)?(?:conseil (?:municipal|"
        r"communautaire|métropolitain|syndical|départemental|régional|"
        r"d['’]administration|d['’]école|citoyen|de quartier)|comité syndical|"
        r"assemblée générale(?: (?:ordinaire|extraordinaire|mixte|constitutive|annuelle|statutaire))*|(?-i:AG[OE]?)))"
        r"(?: des (?:jeunes|enfants))?\b"
    ),
    re.IGNORECASE,
)

LEAD = regex(
    unaccented(
        r"^(?:(?:synthèse|compte[- ]rendu|comptes[- ]rendus|procès[- ]verbal|actes|programme|relevé de (?:décisions|"
        r"conclusions)|bilan|résumé|retour sur|notes?|restitution|mise en place|verbatim|sommaire|extraits?|"
        r"transcription|communiqué(?: de presse)?|invitation|annonce|rapport|dernière)\b\s*(?:(?:de la|de l'|de l’|"
        r"du|des|de|d'un|d’un|d'une|d’une|d'|d’|sur|à la|au|:|–|-)\s*)?(?:(?:la|le|l'|l’|un|une)\s+)?)+"
    ),
    re.IGNORECASE,
)
