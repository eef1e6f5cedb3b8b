"""How a given name sounds in French, roughly: « Ignacio » and « Ignatio », « Solenn » and « Solène » sound alike."""

from functools import lru_cache

from kg.regex import regex

#: Spellings of one sound, in the order in which they are applied to a folded word.
_SOUNDS = (
    (regex(r"ph"), "f"),
    (regex(r"(?<!^)t(?=i[oa])"), "s"),
    (regex(r"c(?=[eiy])|z|sc(?=[eiy])"), "s"),
    (regex(r"qu|ck|c(?!h)|q"), "k"),
    (regex(r"(?<![cs])h"), ""),
    (regex(r"y"), "i"),
    (regex(r"(.)\1+"), r"\1"),
    (regex(r"(?<=[^aeiou])e$"), ""),
)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Return the key of a folded word; two spellings of one given name mostly share it."""
    for pattern, written in _SOUNDS:
        word = pattern.sub(written, word)
    return word
