"""Refuse pages that would take a parser hours or all the memory.

The rules of HTML walk the open elements at each block (100,000 open `div` take 13 s, a million take half an hour) and
copy the open formatting elements into each paragraph, so both are counted before anything is parsed.
"""

import re
from collections import Counter

from corpus.errors import CorpusError

MOST_TAGS = 1_000_000
DEEPEST = 1_000
#: Open formatting elements times tags: what the parser may have to copy.
MOST_COPIES = 5_000_000

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
#: Void elements, and those that the next of their kind closes.
_NEVER_OPEN = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option optgroup tbody"
    " thead tfoot caption colgroup rp rt html head body".split()
)
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())


def check_bounds(html: str, source: str) -> None:
    """Raise `CorpusError` when a page has too many tags, or too many that stay open; the message names `source`."""
    if html.count("<") <= DEEPEST:
        return  # nor can they be too many copies: fewer than DEEPEST squared
    open_tags: list[str] = []
    counts: Counter[str] = Counter()
    tags = deepest = formatting = 0
    for tags, match in enumerate(_TAG.finditer(html), start=1):
        name = match[2].lower()
        if name in _NEVER_OPEN:
            continue
        if not match[1]:
            open_tags.append(name)
            counts[name] += 1
            deepest = max(deepest, len(open_tags))
            formatting = max(formatting, counts[name]) if name in _FORMATTING else formatting
        elif counts[name]:
            _close(name, open_tags, counts)
        if tags > MOST_TAGS or deepest > DEEPEST:
            break
    if tags > MOST_TAGS or deepest > DEEPEST or formatting * tags > MOST_COPIES:
        raise CorpusError(
            f"« {source} » n'est pas une page ordinaire : {MOST_TAGS} balises au plus, imbriquées sur {DEEPEST} "
            "niveaux au plus, étaient attendues. Enregistrez son texte dans un fichier .txt, ou retirez-la des sources."
        )


def _close(name: str, open_tags: list[str], counts: Counter[str]) -> None:
    closed = None
    while closed != name:
        closed = open_tags.pop()
        counts[closed] -= 1
