"""The meeting of short minutes, by the first line that names the body that meets: « CIRB – bureau du 17/01 »."""

import re
from collections.abc import Sequence

from corpus import DateMention
from kg.extract.source import Source
from kg.lexicon.months import MONTHS
from kg.regex import regex
from kg.relate.assemblies import linked

#: « Commission des aînés – Sauzon », « CIRB - bureau du 17/01/2024 (visio) »: the first line of short minutes.
_MINUTES = regex(
    r"(?:(?P<body>[A-ZÀ-Ý][\w&'’ .-]{1,40}?)\s+[-–—:]\s+)?(?P<kind>(?:[Rr]éunion (?:de |du )?)?(?:[Bb]ureau|"
    r"[Cc]ommission|[Cc]omité|[Cc]ellule|[Gg]roupe)\b(?P<rest>[^()\n]{0,60}?))(?=\s+(?:du|le)\s+(?:\w+\s+)?\d|\s+[-–—(]|\s*$)"
)


def _head(source: Source) -> list[str]:
    """Return the first lines of a document that hold something, without their mark-up."""
    told = (line.strip("#*_ ") for line in source.document.text[:600].split("\n"))
    return [line for line in told if line]


def minutes_label(source: Source, front: Sequence[DateMention]) -> str | None:
    """Name the meeting of minutes whose first line tells the body that meets, with a date and who is there."""
    told = next((told for line in _head(source)[:3] if (told := _MINUTES.match(line))), None)
    present = re.search(r"\b(?:[Pp]résente?s?|PR[ÉE]SENTS?)\s*:", source.document.text[:1500])
    if told is None or not front or not present or len(front[0].first) < 10:
        return None
    year, month, day = front[0].first.split("-")
    body = linked(told["body"]) if told["body"] and not told["rest"].strip() else ""
    kind = told["kind"].strip()
    return f"{kind[:1].upper()}{kind[1:]}{body} du {int(day)} {MONTHS[int(month) - 1]} {year}"


#: A body that works in numbered meetings, at the beginning of one of the first lines: « GT Mobilités – Sauzon ».
_WORKS = regex(
    r"(?P<body>(?i:GT|groupe (?:de travail|projet|de suivi|de projet)|COPIL|COTECH|COSUI|comité|commission|cellule|"
    r"cercle|jury|atelier)\b[^\n(,;]{0,70}?)(?=\s+[-–—/|]\s|\s*[,(:]|\s*$)"
)
_MONTH = "|".join(MONTHS)
_NUMBER = regex(
    rf"\b(?P<number>(?:réunion|séance|rencontre|session)\s+(?:n[°o]\s?)?\d{{1,2}}\b(?!\s?[/.:]\d|\s?h\b| (?:{_MONTH}))|"
    r"\d{1,2}(?:e|è|ème|re|ère)\s+(?:réunion|séance|rencontre|session)\b)",
    re.IGNORECASE,
)


def numbered_label(source: Source) -> str | None:
    """Name the meeting of a working body by its number: « GT Mobilités, réunion n° 4 », told by the first two lines."""
    head = _head(source)[:3]
    at, body = next(((at, told) for at, line in enumerate(head[:2]) if (told := _WORKS.match(line))), (0, None))
    number = next((told for line in head[at : at + 2] if (told := _NUMBER.search(line))), None)
    if body is None or number is None or _NUMBER.search(body["body"]):
        return None
    return f"{_calm(body['body'].strip())}, {number['number'].lower()}"


def _calm(words: str) -> str:
    """Write « GT TARIFS DE L'EAU » as « GT Tarifs de l'eau »; acronyms at the beginning stay."""
    if not words.isupper():
        return words
    kind, _, rest = words.partition(" ")
    return f"{kind} {rest.capitalize()}" if len(kind) <= 6 and rest else words.capitalize()
