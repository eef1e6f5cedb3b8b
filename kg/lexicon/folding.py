"""Fold written forms so that case, accents, apostrophes and hyphens do not matter."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "`": "'", "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
_WORDS = re.compile(r"[^\W_]+")
_SAME_LENGTH = str.maketrans(
    {"’": "'", "ʼ": "'", "‘": "'", "\xa0": " ", "\u202f": " ", "\n": " ", "\t": " ", "‑": "-", "‐": "-"}
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return a text in lower case, without accents or ligatures, with straight apostrophes."""
    spread = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
    return "".join(char for char in spread if not unicodedata.combining(char)).lower()


@lru_cache(maxsize=65536)
def fold_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text: letters and digits only."""
    return tuple(_WORDS.findall(fold(text)))


def straightened(text: str) -> str:
    """Return a text of the same length with straight apostrophes and ordinary spaces, on one line."""
    return text.translate(_SAME_LENGTH)
