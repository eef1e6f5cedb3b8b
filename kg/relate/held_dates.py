"""The date that a sentence gives to a meeting, where the front of the document only tells when the page was written."""

import datetime
import re
from collections.abc import Iterator, Sequence

from corpus import DateMention, find_dates, sentences
from corpus.dates import MONTHS
from kg.extract.source import Source
from kg.lexicon.months import WEEKDAYS
from kg.regex import regex
from kg.relate.event_kinds import KIND

#: In how many characters of a report the sentence stands.
OPENING = 1500
_HELD = regex(
    r"\bse (?:tien\w+|tenai\w+|déroul\w+|réuni\w+)|\bs['’](?:est|étai\w+) (?:tenue?|déroulée?|réunie?)"
    r"|\bse sont (?:tenue?s|déroulée?s|réunie?s)|\b(?:aura|auront|a eu|ont eu|avai\w* eu|eut|eurent) lieu"
    r"|\b(?:organisée?|tenue?|accueillie?|programmée?)s?\b|\bréuniss\w+|\baccueill\w+",
    re.IGNORECASE,
)
#: « Montauban, le 12 février 2024 »; « 25 mars 2024 · 4 commentaires »: when it was written.
_WRITTEN = regex(
    r"^[A-ZÀ-Ý][\w'’ -]{2,40}, le \d|\bcommentaires?\b|\bmin(?:utes?)? de lecture|^(?:par|publié|posté)\b",
    re.IGNORECASE,
)
_TOWN = regex(r"\bà ((?:La |Le |Les )?[A-ZÀ-Ý][\w'’-]+(?:[ -][A-ZÀ-Ý][\w'’-]+)*)")
_YEARLESS = regex(
    rf"\b(\d{{1,2}})(?:er)?(?:\s+(?:et|au|-|–)\s+(?:\w+di\s+)?(\d{{1,2}}))?\s+({'|'.join(MONTHS)})\b(?!\.?\s+\d{{4}})",
    re.IGNORECASE,
)


def is_written_on(source: Source, date: DateMention) -> bool:
    """Tell a date that says when the page or the letter was written: its line says nothing else."""
    text = source.document.text
    start, end = text.rfind("\n", 0, date.start) + 1, text.find("\n", date.end)
    line = text[start : end if end >= 0 else len(text)].strip(" *_")
    return len(line) < 120 and bool(_WRITTEN.search(line))


def held_dates(source: Source, front: Sequence[DateMention]) -> tuple[DateMention, ...]:
    """Return the date of the sentence that says when the meeting is held, when the front tells no date of its own."""
    if front and not all(is_written_on(source, date) for date in front[:1]):
        return ()
    return tuple(next(_told(source), ()))


def held_place(source: Source, dates: Sequence[DateMention]) -> str | None:
    """Return the town that the sentence of the date tells: « se tiendront à Montauban les 14 et 15 mars »."""
    unit = source.unit_at(dates[0].start) if dates else None
    cuts = sentences(source.document.text, unit.start, unit.end) if unit else []
    words = next((source.document.text[start:end] for start, end in cuts if start <= dates[0].start < end), "")
    town = _TOWN.search(words)
    return town[1] if town else None


def _told(source: Source) -> Iterator[list[DateMention]]:
    text = source.document.text
    blocks = (unit for unit in source.units if unit.block.kind == "paragraph" and unit.start < OPENING)
    for start, end in (cut for unit in blocks for cut in sentences(text, unit.start, unit.end)):
        words = text[start:end]
        if not _HELD.search(words) or not KIND.search(words):
            continue
        dates = [date for date in find_dates(words) if len(date.first) == 10]
        dates = dates or list(_yearless(words, (source.document.date or "")[:4]))
        if dates:
            yield [DateMention(start + d.start, start + d.end, d.first, d.last) for d in dates[:1]]


def _year_of(before: str, year: str, day: tuple[int, int]) -> str:
    """Return the year, that of the document or one beside it, in which a day falls on the weekday told before it."""
    told = re.search(rf"({'|'.join(WEEKDAYS)})\s+$", before, re.IGNORECASE)
    for near in (int(year), int(year) - 1, int(year) + 1) if told else ():
        try:
            if datetime.date(near, *day).weekday() == WEEKDAYS.index(told[1].lower() if told else ""):
                return str(near)
        except ValueError:
            return year
    return year


def _yearless(words: str, year: str) -> Iterator[DateMention]:
    """Read « les 21 et 22 mars » in the year of the document."""
    for match in _YEARLESS.finditer(words) if year else ():
        first, last, month = int(match[1]), match[2], MONTHS[match[3].lower()]
        year = _year_of(words[: match.start()], year, (month, first))
        days = [f"{year}-{month:02d}-{day:02d}" for day in (first, int(last) if last else first)]
        yield DateMention(*match.span(), days[0], days[1] if last else None)
