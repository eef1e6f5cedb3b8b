"""What a sentence must hold to answer: an amount for a budget, an address for an address; else it only speaks of it."""

import re

from kg.regex import regex

_AMOUNT = regex(r"\d[\d  .,]*\s*(?:€|euros?|k€|m€|millions?|milliards?|francs?|dollars?)|\bgratuit", re.IGNORECASE)
_ASKED_AMOUNT = regex(
    r"^(?:quel\w* (?:est|etait|sera|sont|etaient|fut|a ete|ont ete) (?:le |la |les |l')?|a combien |pour quel )"
    r"(?:\w+ )?"
    r"(?:budgets?|cout|couts|prix|montants?|tarifs?|salaires?|subventions?|depenses?|recettes?)\b|^combien (?:a )?coute"
)
_ASKED_NUMBER = regex(
    r"^quel\w* (?:est|etait) (?:le |la |l')?(?:superficie|population|taille|duree|age|pourcentage|taux|part|nombre)\b"
)
_EXPECTED = (
    (_ASKED_AMOUNT, _AMOUNT),
    (regex(r"\b(?:adresse (?:mail|electronique)|courriel|e-mail|mail)\b"), regex(r"\S+@\S+")),
    (regex(r"\b(?:numero de telephone|telephone)\b"), regex(r"(?:\d{2}[ .]?){5}|\+\d{2}")),
    (_ASKED_NUMBER, regex(r"\d")),
)


def expected(folded: str) -> re.Pattern[str] | None:
    """Return what the answer to a folded question must contain, nothing when any sentence may do."""
    return next((pattern for asked, pattern in _EXPECTED if asked.search(folded)), None)
