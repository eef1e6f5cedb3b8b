"""Words cut at the end of a line: joined without their hyphen, unless the hyphen is theirs."""

import re
from collections.abc import Sequence

_LETTER = "a-zà-öø-ÿœæ"
_CUT = re.compile(rf"([\w’'-]*[{_LETTER}A-ZÀ-ÖØ-ÞŒ])-$")
_NEXT = re.compile(rf"[{_LETTER}]+(?:-[{_LETTER}]+)*")
#: First parts of compounds; a word is never hyphenated by a printer right after them for its own sake.
_FIRST = re.compile(
    r"(?:^|[-’'])(?:peut|celui|celle|celles|ceux|vice|sous|non|mi|demi|quasi|ex|avant|après|contre|rendez|au|par|ci|là|porte"
    r"|presque|grand|grande|petit|nouveau|bien|haut|bas|deux|trois|quatre|vingt|soixante|cent|chef|mieux|savoir|week|socio"
    r"|franco|politico|arrière|outre|entre|tout|toute|lui|elle|eux|moi|nous|vous|c’est|est|vis|prud|saint|sainte)$",
    re.IGNORECASE,
)
_SECOND = frozenset("t-il t-elle t-on t-ils t-elles il elle ils elles on je nous vous moi toi ci là même mêmes".split())


def join_lines(lines: Sequence[str], known: frozenset[str] = frozenset()) -> str:
    """Join lines into one; `known` are the words of the document in lower case, which settle what a hyphen is."""
    text = ""
    for line in lines:
        line = line.strip()
        text = join_two(text, line, known) if text and line else text or line
    return text


def join_two(before: str, after: str, known: frozenset[str] = frozenset()) -> str:
    """Join the end of a line and the next one: with a space, with the hyphen alone, or without it."""
    cut = _CUT.search(before[-60:])
    if not cut:
        glued = before.endswith(("’", "'")) and after[:1].isalpha()
        return before + after if glued else f"{before} {after}"
    begun = _NEXT.match(after)
    if not begun:
        return before + after if after[:1].isalpha() else f"{before} {after}"
    return (before if _keeps(cut[1], begun[0], known) else before[:-1]) + after


def _keeps(first: str, second: str, known: frozenset[str]) -> bool:
    """Tell a compound from a word that was cut: by the words of the document, then by how French makes compounds."""
    whole, compound = (first + second).casefold(), f"{first}-{second}".casefold()
    if whole in known:
        return False
    if compound in known:
        return True
    if _FIRST.search(first) or second in _SECOND:
        return True
    if first.casefold() in known and second in known:
        from corpus.lexicon import french

        return whole not in french()
    return False
