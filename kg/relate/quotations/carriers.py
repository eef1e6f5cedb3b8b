"""Whose sheet a document is: « Pratique portée par Rivages » in its head tells who « (ONG) » under a quotation is.

Sheets of practice write above all which kind of body carries what they tell, as a line of its own, then its name.
"""

import re
from typing import TYPE_CHECKING

from kg.regex import regex
from kg.relate.quotations.discourse import Speaker

if TYPE_CHECKING:
    from kg.relate.quotations.reading import Reading

#: How many characters head a sheet.
_HEAD = 600
_ACRONYM = regex(r"[A-ZÀ-Ý]{2,8}s?")
#: What stands just before the body that carries a sheet, with a word or two of its name at most.
_CARRIED = regex(
    r"(?:\b(?:déployé|porté|piloté|mené|conduit|réalisé|initié|proposé|mis)e?s?(?: en (?:œuvre|oeuvre|place))? par"
    r"|^\W*(?:structure|organisme|porteu(?:r|se)|opérat(?:eur|rice)|pilote)(?: (?:porteuse|pilote|du projet))?\s*:?)"
    r"\s+[^\n.:;]{0,30}\Z",
    re.IGNORECASE | re.MULTILINE,
)


def carrier(reading: "Reading", signature: str) -> Speaker | None:
    """Return the one body that carries a sheet, when the signature is the kind of body that the sheet writes above."""
    head = reading.document.text[:_HEAD]
    if not _ACRONYM.fullmatch(signature) or not re.search(rf"^\W*{signature}\W*$", head, re.MULTILINE):
        return None
    bodies = [m for m in reading.shadow.mentions if m.kind == "organisation" and m.span.end <= len(head)]
    carrying = {m.id: m for m in bodies if _CARRIED.search(head[: m.span.start])}
    if len({reading.roster.key(m) for m in carrying}) != 1:
        return None
    return Speaker(next(iter(carrying)), signature, "carrier")
