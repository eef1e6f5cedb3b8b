"""Words without accents or case, and the ids that concepts get from them."""

import re
import unicodedata
from functools import lru_cache

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'"})


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the text in lower case, without accents or ligatures; its length may change.

    For ids, which outlive a change in how texts are folded to be searched: those have a fold of their own in the index.
    """
    lowered = text.lower().translate(_LIGATURES)
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))


def concept_id(label: str) -> str:
    """Return the id of a concept by its label or slug: `concept/evaluation-citoyenne`."""
    return "concept/" + (re.sub(r"[^a-z0-9]+", "-", fold(label)).strip("-") or "sans-nom")
