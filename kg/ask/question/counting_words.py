"""Questions that count, in the wording that is read: « nb d'inscrits », « combien ont pris part »."""

import re

from kg.ask.language.numbers import find_numbers
from kg.regex import regex

_ASKED = regex(r"\b(?:combien|nombre|nbr?e?)\b", re.IGNORECASE)
_SHORT = regex(r"(?<![\w'’-])nbr?e?\b\.?(?: (?:de |d['’]|des ))?\s*", re.IGNORECASE)
#: The ways to say that people came.
_CAME = regex(
    r"\b(?P<have>ont|avaient|a|avait) (?:pris part|fait le d[eé]placement|r[eé]pondu pr[eé]sente?s?"
    r"|r[eé]pondu (?:à|a) l['’](?:invitation|appel))(?= (?:à|a|au|aux|pour|dans|lors|de|du)\b)"
    r"|\b(?:se|s['’]y) (?:sont|[eé]taient) (?:retrouv[eé]|r[eé]uni|rassembl[eé]|d[eé]plac[eé]|press[eé])e?s?"
    r"(?! (?:la|le|les)\b)",
    re.IGNORECASE,
)
_TABLES = regex(r"\bautour (?:des|de la) tables? (?P<of>du |de la |de l['’]|des )", re.IGNORECASE)
_AT = {"du ": "au ", "de la ": "à la ", "des ": "aux "}
#: « combien ont participé », which tells nobody.
_NOBODY = regex(
    r"\bcombien (?=(?:ont|avaient|sont|[eé]taient) (?:particip|assist|venu|pr[eé]sent|inscrit|(?:là|la)\b)\w*)",
    re.IGNORECASE,
)
#: « Sur les dix ponts du canton, combien ferment ? »
_AMONG = regex(
    r"(?:sur|parmi|de|des) (?:les |ces |ses )?(?P<some>[^,?]{3,100}?),? combien (?:en )?"
    r"(?:d['’]entre (?:eux|elles) |y en a[- ]t[- ]il qui )?(?=(?!de |d['’])\w)",
    re.IGNORECASE,
)
#: « Réunion du 4 mai : combien de présents ? »
_OF = regex(
    r"(?P<of>[^:?]{3,80}?)\s*:\s*(?P<asked>(?:il y (?:a|avait) )?(?:combien|nombre)\b[^?]*?)\s*\?*"
    r"|(?!(?:d['’]apr[eè]s|selon|pour|en|dans|à|a|au|aux|sur|parmi|lors|pendant|et|alors|donc|chez|depuis|avec)\b)"
    r"(?P<about>[^:,?]{3,80}?)\s*,\s*(?P<about_asked>(?:il y (?:a|avait) )?combien\b[^?,]*?)\s*\?*",
    re.IGNORECASE,
)


def counting_words(question: str) -> str:
    """Return a question that counts in the wording that is read; itself when it needs none, or counts nothing."""
    if not _ASKED.search(question):
        return question
    question = _SHORT.sub("nombre de ", question)
    among = _AMONG.match(question)
    number = next(find_numbers(among["some"]), None) if among else None
    if among and number and number.start == 0 and " " in among["some"][number.end :]:
        question = f"Combien de{among['some'][number.end :]} {question[among.end() :]}"
    elif topic := _OF.fullmatch(question):
        question = f"{topic['asked'] or topic['about_asked']}, {topic['of'] or topic['about']} ?"
    question = _TABLES.sub(lambda found: _AT.get(found["of"].lower(), "à l'"), question)
    return _NOBODY.sub("combien de personnes ", _CAME.sub(_participated, question))


def _participated(found: re.Match[str]) -> str:
    return f"{found['have'] or 'ont'} participé"
