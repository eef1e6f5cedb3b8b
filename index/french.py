"""French text to words that can be compared: folded, without elisions and function words, stemmed."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from index.translation import translator

if TYPE_CHECKING:
    from Stemmer import Stemmer

LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
    | dict.fromkeys("’ʼ‘‛`´′＇", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"\N{SOFT HYPHEN}": None, "\N{ZERO WIDTH SPACE}": None}
)
#: A word is letters and digits, perhaps joined by apostrophes and hyphens.
WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
RUN = re.compile(r"[^\W_]+")
#: « C.U.F. » is one word.
DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?")
ELISION = re.compile(r"(?<![^\W_])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[^\W_])")
#: « confié » is read as « confier » while its accent is there: without it, it looks like « démocratie ».
PARTICIPLE = re.compile(r"(?<=\w{2})i(?:é|e\u0301)e?s?(?![\w\u0301])", re.IGNORECASE)
#: What the stemmer misses on folded words, put right before it: évaluée = évaluer, première = premier,
#: directrice = directeur, élus = élu, enjeux = enjeu.
ENDINGS = tuple(
    (re.compile(ending), reading)
    for ending, reading in (
        (r"(?<=\w{3})ees?$", "e"),
        (r"(?<=\w{3})er(?:s|es?)$", "er"),
        (r"(?<=\w{3})trices?$", "teur"),
        (r"(?<=\w{2}[aiou])s$", ""),
        (r"(?<=jeu|ieu|oeu|feu|veu|jou|hou|nou|lou)x$", ""),
    )
)

#: Labels, names and questions are met again and again: the tokens of texts shorter than this are remembered.
SHORT = 120

#: Function words and question words, folded. What carries a meaning in a report is kept: contre, sans, avant, après…
STOP_WORDS = frozenset(  # as running text: a list of 300 quoted words cannot be read
    """
    a au aux avec ce ceci cela celle celle-ci celles celui ceux ces cet cette chez ci comme d dans de des donc du elle
    elles en entre et eux il ils je la le les leur leurs lui ma mais me mes moi mon ne ni nos notre nous on ou par pas
    plus pour qu que qui sa se ses si soi son sur ta te tes toi ton tu un une vos votre vous y l j m n s t c
    aussi ainsi alors car cependant dont encore ensuite lors lorsque puis puisque quand quoique tandis tres trop peu
    bien meme memes tout toute toutes tous tel telle tels telles autre autres chaque certain certains certaine certaines
    plusieurs quelque quelques aucun aucune rien quelqu'un aujourd'hui deja toujours jamais ici voici voila
    afin selon vers depuis pendant durant sous hors parmi
    qui quoi quel quelle quels quelles quand ou comment pourquoi combien lequel laquelle lesquels lesquelles duquel
    desquels desquelles auquel auxquels auxquelles est-ce
    ai as avons avez ont avais avait avions aviez avaient aurai aura aurons aurez auront aurait auraient aurais ayant eu
    eue eues eus aie ait aient avoir
    suis es est sommes etes sont etais etait etions etiez etaient serai sera serons serez seront serait seraient serais
    etant ete sois soit soient fut furent etre
    fait faire faut peut peuvent pouvait pourrait pourraient peux doit doivent devrait devraient va vont
    m mm mme mlle mr dr cf etc c'est-a-dire dela uns unes
    """.split()
)


class _Folded(dict[int, str | int]):
    """What each character becomes: small letters without marks, nothing for a mark; made when first met."""

    def __missing__(self, code: int) -> str | int:
        small = unicodedata.normalize("NFKD", chr(code).casefold().translate(LETTERS))
        plain = "".join(letter for letter in small if not unicodedata.combining(letter)).translate(LETTERS)
        self[code] = ord(plain) if len(plain) == 1 else plain
        return self[code]


_folded = translator("fold", _Folded())


def fold(text: str) -> str:
    """Return the text in small letters without accents, ligatures or typographic apostrophes and hyphens.

    The length may change (« œ » becomes « oe »): offsets into the result are not offsets into the text.
    """
    return text.casefold().replace("`", "'") if text.isascii() else _folded(text)


class _Even(dict[int, str | int]):
    """What each character becomes, one for one: the first of what it is folded to, a space for none."""

    def __missing__(self, code: int) -> str:
        made = self[code] = fold(chr(code))[:1] or " "
        return made


_even = translator("even", _Even())


def fold_evenly(text: str) -> str:
    """Return the text folded one character for one: offsets into the result are offsets into the text."""
    return _even(text)


def tokens(text: str) -> list[str]:
    """Return the folded stems of the content words, in order; a hyphenated word whole and then in parts.

    Digits stay. Function and question words, elisions (l', d', qu'…) and single letters go.
    """
    return list(_tokens(text)) if len(text) < SHORT else _cut(text)


def vocabulary(text: str) -> frozenset[str]:
    """Return the different tokens of a text: each word of a long one is cut once, for no token goes beyond a space."""
    return frozenset(
        _tokens(text) if len(text) < SHORT else itertools.chain.from_iterable(map(_tokens, set(text.split())))
    )


def beginnings(stems: Iterable[str]) -> frozenset[str]:
    """Return how the words of some stems begin, folded, for `may_hold`: a stemmer changes the last letters only."""
    return frozenset(stem[: 3 if len(stem) > 3 else 2] for stem in stems)


def may_hold(text: str, begun: frozenset[str]) -> bool:
    """Tell whether a word of a text may have one of some stems, by its beginning: never wrong to say no."""
    plain = fold(text)
    words = RUN.findall(plain) + (RUN.findall(plain.replace(".", "")) if "." in plain else [])  # « C.U.F. » is one word
    return any(word[:3] in begun or word[:2] in begun for word in words)


@lru_cache(maxsize=1 << 16)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_cut(text))


def _cut(text: str) -> list[str]:
    folded = DOTTED.sub(lambda match: match[0].replace(".", "") + " ", fold(PARTICIPLE.sub("ier", text)))
    found: list[str] = []
    for match in WORD.finditer(folded):
        word = match[0]
        if word in STOP_WORDS:
            continue
        if "'" in word or "-" in word:
            found.extend(_words(ELISION.sub("", word)))
        elif _is_content(word):
            found.append(word)
    return [_stem(word) for word in found]


def _words(joined: str) -> list[str]:
    """Return the content words of one run of letters, digits, apostrophes and hyphens."""
    parts = [part for part in re.split(r"['-]", joined) if _is_content(part)]
    # « vice-présidente » counts whole too; « rappelle-t-il » has only one part that means something.
    return ["-".join(parts), *parts] if len(parts) > 1 and "-" in joined else parts


def _is_content(word: str) -> bool:
    return word not in STOP_WORDS and (len(word) > 1 or word.isdigit())


@lru_cache(maxsize=1)
def _stemmer() -> Stemmer:
    from Stemmer import Stemmer

    return Stemmer("french")


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    """Return the Snowball stem of a folded word; words with a digit stay as they are."""
    if not word.replace("-", "").isalpha():
        return word
    for ending, reading in ENDINGS:
        word = ending.sub(reading, word)
    return fold(str(_stemmer().stemWord(word)))
