"""Whether a place in a sentence is where something is: after « à », or receiving it."""

import re

from index import fold
from kg.regex import regex

#: Who receives, and what stands before a place where something is.
_HOSTS = regex(r"\b(?:accueil\w*|recev\w+|recoi\w+|organis\w+|invit\w+|abrit\w+)\b")
_AT = regex(
    r"(?:\b(?:à|au|aux|en|dans|chez|vers|À)|[:,(–—-])\s+(?:(?:la|le|l['’])\s?)?(?:(?:ville|commune) (?:de |d['’]))?$",
    re.IGNORECASE,
)


def is_there(words: str, start: int) -> bool:
    """Tell a place where something is, or that receives it: « La Ville de X assure que… » is neither."""
    return bool(_HOSTS.search(fold(words)) or _AT.search(words[: max(0, start)]))
