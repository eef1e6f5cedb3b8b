"""Words cut at the end of a line: joined without their hyphen, unless the hyphen is theirs."""

import re
from collections.abc import Sequence

_LETTER = "a-zà-öø-ÿœæ"
_CUT = re.compile(rf"([\w’'-]*[{_LETTER}A-ZÀ-ÖØ-ÞŒ])-$")
_NEXT = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ADDRESS = re.compile(r"(?:https?://|www\.|\S@)\S*$")
#: A part of a name in capitals that is this short is a syllable of it.
_SYLLABLE = 3
#: First parts of compounds, which may be syllables too: the French words tell.
_FIRST = re.compile(
    r"(?:^|[-’'])(?:peut|celui|celle|celles|ceux|vice|sous|non|mi|demi|quasi|ex|avant|après|contre|rendez|au|par|ci|là|porte"
    r"|presque|grand|grande|petit|nouveau|bien|haut|bas|deux|trois|quatre|dix|vingt|trente|quarante|cinquante|soixante|cent|mille|chef|mieux|savoir|week|socio"
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
        return f"{before} {after}"
    keeps = _ADDRESS.search(before[-200:]) or _keeps(cut[1], begun[0], known)
    return (before if keeps else before[:-1]) + after


def _keeps(first: str, second: str, known: frozenset[str]) -> bool:
    """Tell a compound from a word that was cut: by the words of the document, then by how French makes compounds."""
    whole, compound = (first + second).casefold(), f"{first}-{second}".casefold()
    if whole in known or compound in known:
        return whole not in known
    if second[0].isupper():
        return not (first.isupper() and min(len(first), len(second)) <= _SYLLABLE)
    if _FIRST.search(first) or second in _SECOND or (first.casefold() in known and second in known):
        from corpus.lexicon import french

        return whole not in french()
    return False
