"""Words of a text as the concept matcher compares them: folded, stemmed, and by light inflection."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kg.lexicon.folding import fold
from kg.regex import regex

if TYPE_CHECKING:
    import Stemmer

_WORD = regex(r"[^\W_]+")
#: What ends a group of words: strong or weak punctuation, a table cell, a blank line.
_BARRIER = regex(r"[.,;:!?…()\[\]|\t]|\n[ \t]*\n")

STOP_WORDS = frozenset(
    """
    a afin ai alors apres au aucun aucune aupres aussi autre autres aux avait avant avec bien c car ce ceci
    cela celle celles celui ces cet cette ceux chaque chez ci comme comment d dans de depuis des doit doivent
    donc dont du elle elles en encore entre est et etaient etait etant etc ete etre eu eux fait font ici il
    ils j je jusque l la le les leur leurs lors lui m ma mais me meme memes mes mon n ne ni nos notre nous on
    ont or ou par parce parmi pas pendant peu peut peuvent plus plusieurs pour pourquoi propre puis qu quand
    que quel quelle quelles quelque quelques quels qui quoi s sa sans se selon sera seront ses si soi soit son
    sont sous souvent sur t ta te tel telle telles tels tes toi ton tous tout toute toutes tres trop tu un une
    unes uns vers via voici voila vos votre vous y
    """.split()
)
_LEADING = frozenset({"l", "la", "le", "les", "un", "une", "des", "s", "se", "d"})
#: Endings of conjugated verbs, on folded words; `-es` is left to nouns (« les mesures »).
_ENDINGS = (
    ("er", "er e ee ees ent ons ez ant ait aient ais a era eront erait eraient erent".split()),
    ("ir", "ir i ie ies is it issent issons issez issant issait issaient ira iront irait".split()),
)
#: Feminines, plurals and agent nouns brought to one form, first rule that fits.
_LIGHT = tuple(
    (regex(pattern), replacement)
    for pattern, replacement in (
        (r"eaux?$", "eau"),
        (r"aux$", "al"),
        (r"trices?$", "teur"),
        (r"(?<=.)euses?$", "eur"),
        (r"ives?$", "if"),
        (r"(?<=[aeiou])(nn|ll|tt)es?$", r"\1"),
        (r"(?<=...)[sx]$", ""),
    )
)


class Lexeme(NamedTuple):
    """One word of a text: its place, its folded form, its stem, its light form; `group` changes at each barrier."""

    start: int
    end: int
    surface: str
    folded: str
    stem: str
    light: str
    group: int
    #: True for an article, a preposition and their like.
    is_empty: bool


@lru_cache(maxsize=1)
def _stemmer() -> "Stemmer.Stemmer":
    import Stemmer

    return Stemmer.Stemmer("french")


@lru_cache(maxsize=65536)
def _forms(surface: str) -> tuple[str, str, str, bool]:
    folded = fold(surface)
    stem: str = _stemmer().stemWord(folded)
    # Snowball leaves the third person plural alone (« évaluent »); nouns in -ent lose it on both sides alike.
    if len(stem) > 6 and stem.endswith("ent"):
        stem = stem[:-3]
    return folded, stem, light(folded), folded in STOP_WORDS


def light(folded: str) -> str:
    """Return a folded word without its marks of number and gender (`municipales` and `municipaux` → `municipal`)."""
    for pattern, replacement in _LIGHT:
        folded, done = pattern.subn(replacement, folded)
        if done and replacement:
            break
    if re.search(r"(nn|ll|tt)$", folded):
        folded = folded[:-1]
    # Short words keep it: « mer » and « mère », « port » and « porte ».
    return folded[:-1] if len(folded) > 5 and folded.endswith("e") else folded


@lru_cache(maxsize=65536)
def infinitives(folded: str) -> tuple[str, ...]:
    """Return the infinitives in -er and -ir that a folded word may be a form of, likely or not."""
    return tuple(
        folded.removesuffix(ending) + group
        for group, endings in _ENDINGS
        for ending in endings
        if folded.endswith(ending) and len(folded) - len(ending) > 2
    )


def lexemes(text: str) -> list[Lexeme]:
    """Return the words of a text in order."""
    found: list[Lexeme] = []
    group, before = 0, 0
    for match in _WORD.finditer(text):
        start = match.start()
        if start - before > 1 or (start > before and not text[before].isspace()):
            group += _BARRIER.search(text, before, start) is not None
        before = match.end()
        surface = match[0]
        folded, stem, bare, is_empty = _forms(surface)
        found.append(Lexeme(start, before, surface, folded, stem, bare, group, is_empty))
    return found


def significant(words: Sequence[Lexeme]) -> list[Lexeme]:
    """Return the words that carry meaning, or all of them when none does."""
    return [word for word in words if not word.is_empty] or list(words)


def without_article(words: Sequence[Lexeme]) -> list[Lexeme]:
    """Return the words of a label without the article or the reflexive pronoun that opens it."""
    kept = list(words)
    while len(kept) > 1 and kept[0].folded in _LEADING:
        kept = kept[1:]
    return kept
