"""Sentences that a page break or a blank line cuts in two."""

import re

_FINAL = re.compile(r"[.!?…:;]\s*[»”\"')\]]*\s*$")
_LOWER_START = re.compile(r"[«“\"(]?\s*[a-zàâéèêëîïôûùçœ]")
_LOWER_WORD = re.compile(r"[a-zàâéèêëîïôûùçœ]")
_FUNCTION_END = re.compile(
    r"(?:\b(?:de|du|des|d|la|le|les|l|et|ou|à|au|aux|en|par|pour|sur|dans|avec|que|qui|dont|un|une|ce|cette|ses|son|sa"
    r"|leur|leurs|nos|notre|est|sont|a|ont|ne|se|plus)|[,’'])\s*$",
    re.IGNORECASE,
)
#: Fewest characters of a sentence that a small word leaves open: a shorter line is a title or a name.
_OPEN_END = 30
_TAIL = 200


def goes_on(told: str, next_words: str, *, over_a_line: bool = True) -> bool:
    """Tell that a text goes on in the next one: no end before, and a lower-case start or a word that calls for more.

    `over_a_line` is false when no line ends between the two.
    """
    told = told[-_TAIL:].rstrip()
    if over_a_line and _FINAL.search(told):
        return False
    if over_a_line and told.endswith(("»", "”")):
        return bool(_LOWER_WORD.match(next_words))
    return bool(_LOWER_START.match(next_words)) or bool(_FUNCTION_END.search(told) and len(told) > _OPEN_END)
