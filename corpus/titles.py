"""Short lines that are no titles: labels, dates and places of a meeting, who runs it."""

import re

#: « Modérateur : Untel ».
_LABELLED = re.compile(r"[^:]{3,40} ?: \S")
#: « Table ronde 2 : … », « Session I : … »: a part of a meeting and its subject.
_PART = re.compile(
    r"(?:tables?[ -]rondes?|sessions?|ateliers?|axes?|points?|parties?|séquences?|thèmes?|chapitres?|modules?"
    r"|plénières?|séances?|délibérations?|annexes?|conférences?|temps|étapes?|volets?|groupes?|sections?|titres?|actions?|fiches?"
    r"|objectifs?|journées?|jours?|tables?|question)[ \xa0]*(?:n[°o][ \xa0]*)?(?:\d{1,3}|[IVX]{1,5}|[A-H])\b"
    r"(?:[ \xa0]*\([^():]{1,40}\))?[ \xa0]*:",
    re.IGNORECASE,
)
#: « Animée par Untel », « En présence de … ».
_RUN_BY = re.compile(
    r"(?:co-?)?(?:anim|modér|présid|organis|rédig|coordonn|propos|introduit|conclu|clôtur|rapport)[a-zéè]{0,6}(?:\(e\))?"
    r"(?: recueillis| et \w+)? par\b|en présence de\b",
    re.IGNORECASE,
)

#: « C. DUPRÉ – Et les jeunes ? », « UNE VOIX – Qui paiera ? »: a turn of speech in a transcript.
_TURN = re.compile(
    r"(?:(?:[A-ZÀ-Ý]\.[ \xa0-]?){1,2}[A-ZÀ-Ý][A-ZÀ-Ý'’-]+(?: [A-ZÀ-Ý][A-ZÀ-Ý'’-]+){0,2}|UNE? [A-ZÀ-Ý'’ -]{3,40})"
    r"[ \xa0][–—][ \xa0](?=\S)[^a-zà-ÿ]*[a-zà-ÿ]"
)


def is_label(words: str) -> bool:
    """Tell a line that says something under a label, or who runs a meeting; a numbered part is a title."""
    labelled = (_LABELLED.match(words) and not _PART.match(words)) or _TURN.match(words)
    return bool(labelled or _RUN_BY.match(words))
