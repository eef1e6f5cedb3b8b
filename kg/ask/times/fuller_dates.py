"""Dates more or less complete: a day told of what another sentence dates by its month alone, the day of the week."""

import re
from collections.abc import Sequence
from datetime import date

from corpus import find_dates
from index import fold
from kg.ask.language.french import MONTHS
from kg.ask.language.moments import Slice
from kg.ask.times.asked import Wanted
from kg.regex import regex

WEEK = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTH = regex(rf"\b(?:{'|'.join(map(fold, MONTHS))})\b")
_DAY = regex(
    rf"\b\d{{1,2}}(?:er)? (?:{'|'.join(map(fold, MONTHS))}|janv|fevr?|avr|juil|sept|oct|nov|dec)\b|\d/\d"
    rf"|\b(?:{'|'.join(WEEK)})s?\b|\b\d{{4}}-\d\d-\d\d\b|\b(?:demain|hier|veille|lendemain|noel|toussaint|paques)\b"
)


def days_of(words: str, found: Sequence[Slice]) -> list[Slice]:
    """Return the slices of some words that tell a day, not a month or a year alone."""
    return [one for one in found if has_day(words[one[0] : one[1]])]


def has_day(words: str) -> bool:
    """Tell whether some words tell a day: « 3 mai », « 03/05/2021 », « le mardi »."""
    return _DAY.search(fold(words)) is not None


def refinable(asked: Wanted, told: str) -> bool:
    """Tell a date that is a month alone, when nothing but its whole date would do."""
    return asked.date and not asked.leads and not has_day(told) and _MONTH.search(fold(told)) is not None


def refines(asked: Wanted, told: str, first: str) -> bool:
    """Tell a date with its day in the month, and the year if it is told, of a barer one."""
    plain, barer = fold(told), fold(first)
    month = _MONTH.search(barer)
    year = re.search(r"\b(?:19|20)\d\d\b", barer)
    agrees = month is not None and month[0] in plain and (year is None or year[0] in plain)
    return asked.date and agrees and has_day(told)


def with_weekday(told: str) -> str:
    """Return a date told with its day of the week: « le jeudi 5 juillet 2018 »; as it is when its day is not known."""
    iso = next((one.first for one in find_dates(told) if len(one.first) == 10), None)
    if iso is None or any(day in fold(told) for day in WEEK):
        return told
    weekday = WEEK[date.fromisoformat(iso).weekday()]
    number = re.search(r"\b\d{1,2}(?:er)?\b", told)
    return f"{told[: number.start()]}{weekday} {told[number.start() :]}" if number else told
