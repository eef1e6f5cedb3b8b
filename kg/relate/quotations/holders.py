"""Who holds the function that a phrase names, by what the document tells and by who is being spoken of."""

import re
from typing import TYPE_CHECKING

from kg.regex import regex
from kg.relate.quotations.functions import AFTER_FUNCTION, OFFICE
from kg.relate.quotations.people import is_inhabitant
from kg.relate.quotations.roster import Known
from kg.relate.quotations.words import stems

if TYPE_CHECKING:
    from kg.relate.quotations.discourse import Discourse

#: How many paragraphs back a pronoun looks for its person.
REACH = 2
#: How many paragraphs back a function that several persons hold looks for its person.
NEAR = 6
#: « le président du Réseau »: an office, and the kind of body alone.
_OF_BODY = regex(
    r"(?P<office>(?:l[ea] |l')[\w-]+) (?:du |de la |de l')"
    r"(?:réseau|syndicat|association|fédération|collectif|fondation|comité|club|union|agence|coopérative|conseil|jury)",
    re.IGNORECASE,
)


def holders(discourse: "Discourse", words: str) -> list[Known]:
    """The persons whose function fits a phrase: the newly chosen if it says so, else the one being spoken of."""
    words = AFTER_FUNCTION.sub("", words)
    found = discourse.roster.holders(words) or (discourse.roster.natives(words) if is_inhabitant(words) else [])
    if not found and len(stems(words)) == 1 and OFFICE.search(words):
        sole = discourse.roster.holders(words, neutral=True)
        found = sole if len(sole) == 1 else []
    if re.match(r"(?:l[ea] |l')nouve", words, re.IGNORECASE):
        heads = set(stems(words)[:1])
        newly = [known for known in found if any((known.key, head) in discourse.roster.newly for head in heads)]
        found = newly or [known for known in found if "sortant" not in known.words]
    if not found:
        spoken = {t.key for t in discourse.topics if discourse.paragraph - t.paragraph <= REACH}
        of_it = discourse.roster.affiliated(words)
        sure = len(of_it) == 1 and len(stems(words)) > len(("function", "body"))
        found = of_it if sure else [known for known in of_it if known.key in spoken]
    found = found or _of_no_other(discourse, words)
    if len(found) > 1:
        near = [t.key for t in discourse.topics if discourse.paragraph - t.paragraph <= NEAR]
        recent = [known for known in found if known.key in near]
        here = discourse.last_here()
        found = [known for known in found if here and known.key == here.key] or recent
    return found


def _of_no_other(discourse: "Discourse", words: str) -> list[Known]:
    """« le président du Réseau », for the only president of a document that gives him no body at all."""
    office = _OF_BODY.fullmatch(words)
    fit = discourse.roster.holders(office["office"]) if office and OFFICE.search(office["office"]) else []
    return fit if len(fit) == 1 and fit[0].words <= fit[0].functions else []
