"""Who holds the function that a phrase names, by what the document tells and by who is being spoken of."""

import re
from typing import TYPE_CHECKING

from kg.regex import regex
from kg.relate.quotations.functions import AFTER_FUNCTION, OFFICE
from kg.relate.quotations.people import is_inhabitant
from kg.relate.quotations.roster import PAST, Known
from kg.relate.quotations.words import stems

if TYPE_CHECKING:
    from kg.relate.quotations.discourse import Discourse

#: How many paragraphs back a pronoun looks for its person.
REACH = 2
#: How many paragraphs back a function that several persons hold looks for its person.
NEAR = 6
#: « la sociologue qui anime la table »: one of several, whom the clause tells.
_RESTRICTED = regex(r"(?P<who>[^,]+?) (?:qui|dont|que|qu') ?\S")
#: Nouns of functions that a woman may hold without their changing: « le maire », « le médecin de garde ».
MASCULINE = regex(
    r"(?:le |ce )(?:maire|médecin|professeur|ingénieur|écrivain|auteur|chef|proviseur|procureur|notaire|juge|député|"
    r"préfet|sous-préfet|ministre|docteur|témoin)\b",
    re.IGNORECASE,
)
#: « le président du Réseau »: an office, and the kind of body alone.
_OF_BODY = regex(
    r"(?P<office>(?:l[ea] |l')[\w-]+) (?:du |de la |de l')"
    r"(?:réseau|syndicat|association|fédération|collectif|fondation|comité|club|union|agence|coopérative|conseil|jury)",
    re.IGNORECASE,
)


def holders(discourse: "Discourse", words: str) -> list[Known]:
    """The persons whose function fits a phrase: the newly chosen if it says so, else the one being spoken of."""
    words = AFTER_FUNCTION.sub("", words)
    if restricted := _RESTRICTED.match(words):
        sole = discourse.roster.holders(restricted["who"])
        return sole if len(sole) == 1 else []
    found = discourse.roster.holders(words) or (discourse.roster.natives(words) if is_inhabitant(words) else [])
    one_for_both = MASCULINE.match(words) or (len(stems(words)) == 1 and OFFICE.search(words))
    if not found and one_for_both:
        sole = discourse.roster.holders(words, neutral=True)
        found = sole if len(sole) == 1 else []
    found = _newly(discourse, words, found)
    if not found:
        spoken = {t.key for t in discourse.topics if discourse.paragraph - t.paragraph <= REACH}
        of_it = discourse.roster.affiliated(words)
        sure = len(of_it) == 1 and len(stems(words)) > len(("function", "body"))
        found = of_it if sure else [known for known in of_it if known.key in spoken]
    found = found or _of_no_other(discourse, words)
    found = _today(words, found) if len(found) > 1 else found
    return _nearest(discourse, words, found) if len(found) > 1 else found


def _newly(discourse: "Discourse", words: str, found: list[Known]) -> list[Known]:
    """« le nouveau président »: whoever was newly chosen, else whoever is not leaving."""
    if not re.match(r"(?:l[ea] |l')nouve", words, re.IGNORECASE):
        return found
    heads = set(stems(words)[:1])
    newly = [known for known in found if any((known.key, head) in discourse.roster.newly for head in heads)]
    return newly or [known for known in found if "sortant" not in known.words]


def _today(words: str, found: list[Known]) -> list[Known]:
    """« le maire », for the one of several who still holds the office; « l'ancien maire », for the other."""
    head = set(stems(words)[:1])
    former = [known for known in found if head & known.former]
    told = former if PAST.search(words) else [known for known in found if known not in former]
    return told or found


def _nearest(discourse: "Discourse", words: str, found: list[Known]) -> list[Known]:
    """Those of several holders who were heard last, the nearest first; a bare function reaches no other section."""
    here = discourse.last_here()
    if here and (same := [known for known in found if known.key == here.key]):
        return same
    heard = [t for t in discourse.topics if discourse.paragraph - t.paragraph <= NEAR]
    keys = {known.key for known in found}
    for near in ([t for t in heard if t.paragraph == discourse.paragraph],
                 [t for t in heard if t.section == discourse.section]):  # fmt: skip
        if told := {t.key for t in near} & keys:
            return [known for known in found if known.key in told]
    return [known for known in found if len(stems(words)) > 1 and known.key in {t.key for t in heard}]


def _of_no_other(discourse: "Discourse", words: str) -> list[Known]:
    """« le président du Réseau », for the only president of a document that gives him no body at all."""
    office = _OF_BODY.fullmatch(words)
    fit = discourse.roster.holders(office["office"]) if office and OFFICE.search(office["office"]) else []
    return fit if len(fit) == 1 and fit[0].words <= fit[0].functions else []
