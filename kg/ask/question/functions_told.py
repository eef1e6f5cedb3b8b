"""Which function words tell: « adjointe au maire », « maire adjointe » are no « maire », nor « vice-présidente »."""

import re
from collections.abc import Sequence

from index import fold
from kg.regex import regex

#: A word after which a function is somebody else's: « adjointe au maire », « assistante de la directrice ».
_OF_ANOTHER = frozenset("au aux a de du des d la le l pour par chez".split())
#: What makes a function that of a deputy, where the question does not ask for one, folded.
_DEPUTY = regex(r"(?:adjointe?|suppleante?|honoraire|delegue[e]?s? (?:du|de la)|stagiaire|par interim)$")
#: Offices that reports abbreviate, folded, by how these begin: most texts hold none.
_ABBREVIATED = (
    ("dir.", regex(r"\bdir\.(?: gen\.)?"), "directeur"),
    ("pres.", regex(r"\bpres\."), "president"),
    ("resp.", regex(r"\bresp\."), "responsable"),
    ("sec", regex(r"\bsecr?\.(?: gen\.)?"), "secretaire"),
    ("tres.", regex(r"\btres\."), "tresorier"),
    ("coord.", regex(r"\bcoord\."), "coordinateur"),
    ("adj.", regex(r"\badj\."), "adjoint"),
    ("deleg.", regex(r"\bdeleg\."), "delegue"),
)
#: How many words of a function may stand before the one that is asked for.
FIRST = 4


def holds_function(words: Sequence[str], wanted: str) -> bool:
    """Tell whether the folded words of a role hold a function, given by its beginning, as the holder's own."""
    return any(
        word.startswith(wanted) and not (at and words[at - 1] in _OF_ANOTHER) for at, word in enumerate(words[:FIRST])
    )


def is_deputy(function: str, wanted: str) -> bool:
    """Tell « directrice adjointe », « maire adjoint » from the function that begins so."""
    words = re.findall(r"[\w-]+", fold(function))
    at = next((number for number, word in enumerate(words) if word.startswith(wanted)), None)
    if at is None or _DEPUTY.match(wanted):
        return False
    return any(_DEPUTY.match(word) for word in words[at + 1 : at + 3])


def in_full(folded: str) -> str:
    """Return folded words with their offices in full: « dir. de la régie »."""
    for begun, short, word in _ABBREVIATED:
        folded = short.sub(word, folded) if begun in folded else folded
    return folded
