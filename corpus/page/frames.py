"""The boxes and the block quotations of a page, told by their elements."""

import re
import unicodedata
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_TAGS: dict[str, Literal["box", "quotation"]] = {"aside": "box", "blockquote": "quotation"}
_BY_NAME = frozenset("div section article figure details fieldset p table".split())
#: Words of a class or an id that tell a box.
_WORDS = frozenset("encadre encadres encart encarts callout infobox temoignage".split())
_QUOTES = frozenset("citation verbatim pullquote".split())
_WORD = re.compile(r"[a-z]+")


def frame_kind(node: "LexborNode") -> Literal["box", "quotation"] | None:
    """Tell an aside, a block quotation, an element whose class says that it is a box, a table of a single cell."""
    tag = node.tag or ""
    if tag in _TAGS:
        return _TAGS[tag]
    if tag not in _BY_NAME:
        return None
    if tag == "table" and len(node.css("td, th")) == 1:
        return "box"
    attributes = node.attributes
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:1000].lower()
    if not named.strip():
        return None
    plain = unicodedata.normalize("NFKD", named).encode("ascii", "ignore").decode()
    words = _WORD.findall(plain)
    if _WORDS.intersection(words):
        return "box"
    return "quotation" if _QUOTES.intersection(words) else None
