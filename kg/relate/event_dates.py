"""The dates of a slice of a report, and those of its page."""

import re
from dataclasses import replace

from corpus import DateMention, find_dates
from kg.extract.source import Source
from kg.regex import regex

_PAGE_DATE = regex(
    r"\b(?:ajout|mis(?:e)? (?:à jour|en ligne)|publié|modifié|imprimé|consulté|rédigé|article du)\b", re.IGNORECASE
)


def dates_in(source: Source, start: int, end: int) -> list[DateMention]:
    """Return the dates of a slice, with the offsets of the document."""
    found = find_dates(source.document.text[start:end])
    return [replace(date, start=date.start + start, end=date.end + start) for date in found]


def is_page_date(source: Source, date: DateMention) -> bool:
    """Tell the date of a page (« publié le … ») from the date of an event."""
    before = source.document.text[max(0, date.start - 40) : date.start]
    return bool(_PAGE_DATE.search(before.rpartition("\n")[2]))
