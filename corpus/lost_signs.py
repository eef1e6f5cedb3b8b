"""Signs that a keyboard or a conversion lost: guillemets typed as `<<` and `>>`, apostrophes of elisions."""

import re
from collections.abc import Iterator

from corpus.language import language_of
from corpus.lexicon import French, french
from corpus.variants import mended

Found = Iterator[tuple[tuple[int, int], str]]

_TYPED = re.compile(r"<<(?!<)(?:[^<>\n]|\n(?!\s*\n)){1,2000}?(?<!>)>>")
#: Elided words that are found in no other word: what shows that a text lost apostrophes.
_SHOWS = re.compile(r"\b(?:[Qq]u(?:ils?|on|une?|en|elles)|[CcNnSs]est|[Jj](?:ai|en)|[Nn]ont|[Dd]un)\b")
#: What one of them holds, looked for first.
_PARTS = ("quil", "Quil", "quon", "quun", "cest", "Cest", "nest", "sest", "jai", "Jai", "jen", "nont", "dun")
#: A text of this many words has apostrophes, one at least in so many words.
_WORDS, _USUAL = 60, 60
_LETTERS = "a-zàâéèêëîïôûùüçœæ"
_VOWEL = "aeiouyàâéèêëîïôûùhœæ"
_ELIDED = re.compile(rf"(?<![\w'’-])([ld]|qu)([{_VOWEL}][{_LETTERS}]{{3,30}})(?![\w'’-])")
#: With a capital it may be a surname (Langevin, Lévêque): nouns of these endings are none.
_NOUN = re.compile(
    rf"(?<![\w'’-])(L|D)([{_VOWEL}][{_LETTERS}]{{2,30}}(?:tion|sion|ment|ance|ence|isme|ité|age|ctif))(?![\w'’-])"
)
_SMALL = re.compile(
    r"(?<![\w'’-])([Qq]u)(ils?|elles?|on|une?|en|au|aux|à|est|ont|a)(?![\w'’-])"
    r"|(?<![\w'’-])([CcSsNn])(est|était|étaient)(?![\w'’-])|(?<![\w'’-])([Jj])(ai|en|avais|étais)(?![\w'’-])"
    r"|(?<![\w'’-])([LlNn])(ont|avait|avaient|était)(?![\w'’-])|(?<![\w'’-])([Dd])(un)(?![\w'’-])"
)
_FEWEST = 2


def typed_guillemets(text: str) -> Found:
    """Read `<<` and `>>` as « and », where a pair of them stands in one paragraph."""
    if "<<" in text:
        for match in _TYPED.finditer(text):
            yield (match.start(), match.start() + 2), "«"
            yield (match.end() - 2, match.end()), "»"


def lost_apostrophes(text: str) -> Found:
    """Read « lobjectif » as « l'objectif » in a text that lost several: no word itself, its second part is one."""
    if not _may_lack(text) or language_of(text) != "fr":
        return
    words = french()
    found = {span: f"{first}'{second}" for span, first, second in _elisions(text, words)}
    if len(set(found.values())) >= _FEWEST:
        yield from sorted(found.items())


def _may_lack(text: str) -> bool:
    length = text.count(" ")
    if length >= _WORDS and (text.count("'") + text.count("’")) * _USUAL < length:
        return True
    if not any(part in text for part in _PARTS):
        return False
    return sum(1 for _, _ in zip(_SHOWS.finditer(text), range(_FEWEST), strict=False)) >= _FEWEST


def _elisions(text: str, words: French) -> Iterator[tuple[tuple[int, int], str, str]]:
    for pattern in (_ELIDED, _NOUN, _SMALL):
        for match in pattern.finditer(text):
            first, second = (group for group in match.groups() if group)
            known = pattern is _SMALL or second in words  # the tables have no « il », no « en »
            if known and match[0] not in words and mended(match[0], words) is None:
                yield match.span(), first, second
