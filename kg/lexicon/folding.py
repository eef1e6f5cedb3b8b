"""Fold written forms so that case, accents, apostrophes and hyphens do not matter."""

from functools import lru_cache

import index
from kg.regex import regex

_WORDS = regex(r"[^\W_]+")
_SAME_LENGTH = str.maketrans(
    {"’": "'", "ʼ": "'", "‘": "'", "\xa0": " ", "\u202f": " ", "\n": " ", "\t": " ", "‑": "-", "‐": "-"}
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return a text folded as the index folds it; remembered, for the rules fold the same words again and again."""
    return index.fold(text)


@lru_cache(maxsize=65536)
def fold_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text: letters and digits only."""
    return tuple(_WORDS.findall(fold(text)))


def straightened(text: str) -> str:
    """Return a text of the same length with straight apostrophes and ordinary spaces, on one line."""
    return text.translate(_SAME_LENGTH)
