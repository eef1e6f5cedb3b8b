"""How a given name sounds in French, roughly: « Ignacio » and « Ignatio », « Solenn » and « Solène » sound alike."""

import re
from functools import lru_cache

#: Spellings of one sound, in the order in which they are applied to a folded word.
_SOUNDS = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"(?<!^)t(?=i[oa])"), "s"),
    (re.compile(r"c(?=[eiy])|z|sc(?=[eiy])"), "s"),
    (re.compile(r"qu|ck|c(?!h)|q"), "k"),
    (re.compile(r"(?<![cs])h"), ""),
    (re.compile(r"y"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=[^aeiou])e$"), ""),
)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Return the key of a folded word; two spellings of one given name mostly share it."""
    for pattern, written in _SOUNDS:
        word = pattern.sub(written, word)
    return word
