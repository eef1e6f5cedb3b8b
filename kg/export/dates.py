"""Whole days out of ISO dates as precise as the documents are: `2024-05` starts on 1 May and ends on the 31st."""

import calendar
from datetime import date

from kg.regex import regex

_ISO = regex(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:[T ].*)?)?)?")


def first_day(value: object) -> str | None:
    """Return the first day that an ISO date covers (`2018`, `2018-07`, `2018-07-05T09:00`); nothing if it is none."""
    parts = _parts(value)
    return _iso(parts[0], parts[1] or 1, parts[2] or 1) if parts else None


def last_day(value: object) -> str | None:
    """Return the last day that an ISO date covers; nothing if it is none."""
    parts = _parts(value)
    if parts is None:
        return None
    year, month, day = parts[0], parts[1] or 12, parts[2]
    if not (year >= 1 and 1 <= month <= 12):
        return None
    return _iso(year, month, day or calendar.monthrange(year, month)[1])


def _parts(value: object) -> tuple[int, int, int] | None:
    match = _ISO.fullmatch(value) if isinstance(value, str) else None
    return (int(match[1]), int(match[2] or 0), int(match[3] or 0)) if match else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        # A day that no calendar has, read in a damaged document: better none than a file that does not open.
        return None
