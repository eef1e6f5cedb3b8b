"""The hour that opens a line of a programme: « 9h30 – 10h15 : », « De 14 h à 15 h », « 09:00 », « 8.45 »."""

import re
from dataclasses import dataclass

from kg.regex import regex

_HOUR = r"([01]?\d|2[0-4])\s?(?:(?:h|heures?)\s?([0-5]\d)?|[:.]([0-5]\d))(?![\w/])"
_OPENING = regex(
    rf"[\s>•*(\-–—]*(?:(?:de|à|à partir de|dès)\s+)?{_HOUR}(?:\s*(?:-|–|—|à|/|>|→)\s*{_HOUR})?\s*\)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """The hours that begin a line, as `09:30`, and where the rest of the line begins."""

    first: str
    last: str | None
    end: int


def opening_hours(words: str) -> OpeningHours | None:
    """Read the hour or the two hours that begin a line; nothing for a number, a date or a price."""
    match = _OPENING.match(words)
    if not match:
        return None
    lead = words[: match.start(1)].strip().lower()
    dotted = "." in words[match.start(1) : match.end()] and not match[4]
    if dotted and (lead or not re.match(r"\s*[^\W\d]", words[match.end() :])):
        return None
    last = f"{int(match[4]):02d}:{match[5] or match[6] or '00'}" if match[4] else None
    return OpeningHours(f"{int(match[1]):02d}:{match[2] or match[3] or '00'}", last, match.end())
