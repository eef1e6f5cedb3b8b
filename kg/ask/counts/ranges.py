"""Quantities that are told by their two ends: « de 180 à 210 euros », « entre 4 et 5 km », « 3 à 4 heures »."""

import re

from index import fold_evenly
from kg.ask.language.numbers import NUMBER
from kg.ask.language.quantities import UNITS, Quantity
from kg.regex import regex

_UNIT = "|".join(UNITS.values())
_ONE = rf"(?:{NUMBER})(?:\s?(?:d['’])?(?:{_UNIT})(?!\w))?"
_ENDS = regex(rf"(?:\bde |\bd'|\bentre )?(?<![\w.,]){_ONE} (?:a|et) {_ONE}(?!\w)")
#: What tells the two ends apart, folded: « passe de 4 à 5 euros » is a change, of which one end alone is asked for.
_CHANGES = regex(
    r"\b(?:pass|mont|tomb|descend|grimp|bondi|recul|chut|augment|baiss|progress|diminu|rame?n|relev|redui|abaiss|port"
    r"|evolu|hauss|bais|rehauss|repouss|prolong|etal)\w*"
)


def range_told(words: str, quantity: Quantity) -> str | None:
    """Return the words that tell a quantity by its two ends, where it is one of them; nothing for a change."""
    plain = fold_evenly(words)
    for match in _ENDS.finditer(plain):
        start, end = match.span()
        if not (start <= quantity.start < end and quantity.end <= end + len(quantity.unit) + 1):
            continue
        joined_by_and = " et " in match[0] and not match[0].startswith("entre ")
        before = re.split(r"[.;:()]", plain[:start])[-1]
        if joined_by_and or _CHANGES.search(before) or quantity.by:
            return None
        return words[start:end].strip()
    return None
