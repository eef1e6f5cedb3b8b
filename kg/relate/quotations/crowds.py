"""« On » that stands for somebody: « Du côté de la Chambre, on rappelle … », « Dans la salle, on s'étonne … »."""

import re

from kg.regex import regex
from kg.relate.quotations.phrases import Phrase
from kg.relate.quotations.shadow import NAME, ORGANISATION, Shadow

_WHERE = regex(
    rf"(?:^|[.!?;:]\s+|\s\s)\s*(?:Mais |Et )?(?:[Dd]ans (?:la salle|l'assistance|le public|les rangs[^,.;]{{0,40}}|"
    rf"l'assemblée)|[Dd]epuis [^,.;]{{3,40}}|[Aa]u fond[^,.;]{{0,30}}|[Pp]armi [^,.;]{{3,40}}|"
    r"[Aa]utour de la table|[Dd]ans les travées|"
    rf"(?:[Dd]u côté|[Aa]u sein) (?:de la |de l'|du |des |de |d')(?:{ORGANISATION}|{NAME}|[^,.;]{{3,40}})|"
    rf"(?:[Cc]hez|[Cc]ôté|À|[Aa]u) (?:l[ea]s? |l')?(?:{ORGANISATION}|{NAME}|"
    rf"habitants|élus|riverains|parents|agents|commerçants)),\s$"
)
_BACK = 120
#: « On lui fait observer … », « on leur répond … »: whoever answers is there.
_TOLD = regex(r"\s(?:lui|leur) ")


def stands_for_somebody(shadow: Shadow, phrase: Phrase) -> bool:
    """Tell whether « on » speaks: somebody of a place that the sentence names, or who answers."""
    before = shadow.text[max(0, phrase.start - _BACK) : phrase.start]
    return bool(_WHERE.search(before) or _TOLD.match(shadow.text, phrase.end))


def body_of(shadow: Shadow, phrase: Phrase) -> Phrase | None:
    """Return the organisation, or the person, for which « on » stands (« Du côté d'Enervia, on … »), or None."""
    start = max(0, phrase.start - _BACK)
    where = _WHERE.search(shadow.text, start, phrase.start) if phrase.words.lower() == "on" else None
    body = re.search(rf"(?P<person>{NAME})(?=,\s$)|{ORGANISATION}(?=,\s$)", where[0]) if where else None
    if where is None or body is None:
        return None
    at = where.start() + body.start()
    return Phrase(at, where.start() + body.end(), "person" if body["person"] else "organisation", "", at)
