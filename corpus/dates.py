"""French dates and hours in a text, with their precision."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "janvier janv",
            "février fevrier fév fev févr",
            "mars",
            "avril avr",
            "mai",
            "juin",
            "juillet juil",
            "août aout",
            "septembre sept",
            "octobre oct",
            "novembre nov",
            "décembre decembre déc dec",
        ],
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=lambda name: -len(name))) + r")\b\.?"
_DAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?(\d{1,2})(?:er)?"
#: What makes the number after it no day: « séance 3 – lundi 27 novembre 2023 ».
_NO_DAY = "".join(f"(?<!{word})" for word in ("séance ", "réunion ", "session ", "journée ", "jour ", "n° ", "n°"))
_LONG = re.compile(
    rf"\b{_NO_DAY}(?:{_DAY}(?:\s+({_MONTH}))?\s*(?:et|&|au|-|–|/)\s*(?:le\s+)?)?{_DAY}\s+({_MONTH})\s+(\d{{4}})\b",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"\b({_MONTH})\s+((?:19|20)\d{{2}})\b", re.IGNORECASE)
_NUMERIC = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d{2})\b")
#: « 4/02/25 », of this century: the last two figures are a year.
_SHORT = re.compile(r"(?<![\w/.])(\d{1,2})/(\d{1,2})/(\d{2})(?![\w/]|[.,]\d)")
_ISO = re.compile(r"\b((?:19|20)\d{2})-(\d{2})-(\d{2})\b")
#: Where dates are looked for: the years, and those after a month in words.
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\w)")
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\s+$", re.IGNORECASE)
#: Most characters of a month and the white space after it.
_LONGEST_MONTH = 40
#: Most characters of a date before its year: « du samedi 12 septembre au dimanche 13 septembre ».
_LONGEST_DATE = 100
_HOUR = r"(\d{1,2})\s?(?:h|heures?|:)\s?(\d{2})?"
_HOURS = re.compile(rf"(?:\bde\s+|\b|\()?{_HOUR}\s*(?:-|–|à|/|>)\s*{_HOUR}", re.IGNORECASE)
_ONE_HOUR = re.compile(r"\b(\d{1,2})\s?(?:h|heures?)\s?(\d{2})?\b", re.IGNORECASE)


_OF_TEXT = re.compile(
    r"\b(?:lois?|décrets?|arrêtés?|ordonnances?|circulaires?|délibérations?|décisions?|courriers?|lettres?|conventions?)\b"
    r"[^\n.;:]{0,40}\b(?:du|des|le|en date du)\s+$",
    re.IGNORECASE,
)
_HEAD = 600
_LINE_START = 80
_DATE_LABEL = re.compile(
    r"[\W_]{0,4}(?:dates?|horaires?|quand|calendrier|séance|réunion|rencontre)\b[^:\n]{0,30}:", re.IGNORECASE
)
_DOCUMENT_CUE = re.compile(
    r"(?:dernier ajout|derni[èe]re (?:mise à jour|modification)|mise? (?:à jour|en ligne)|publié|paru|rédigé"
    r"|imprimé|version|posté|convocation|convoqué"
    r"|archivé|consulté|modifié|daté|édition|approuvé|diffusé|(?:fait|signé) à)[^\n.!?]{0,40}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, order=True)
class DateMention:
    """A date as written at `start:end`; `first` and `last` are ISO dates as precise as the words are."""

    start: int
    end: int
    first: str
    last: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class HourMention:
    """Hours as written at `start:end`, as `HH:MM`; `last` is missing when only a beginning is told."""

    start: int
    end: int
    first: str
    last: str | None = None


def _iso(year: str, month: int, day: str) -> str | None:
    number = int(day)
    return f"{year}-{month:02d}-{number:02d}" if 1 <= number <= 31 and 1 <= month <= 12 else None


def _long_date(match: re.Match[str]) -> DateMention | None:
    first_day, first_month, day, month, year = match.groups()
    number = MONTHS[month.lower().rstrip(".")]
    last = _iso(year, number, day)
    if last is None:
        return None
    if first_day is None:
        return DateMention(*match.span(), last)
    first = _iso(year, MONTHS[first_month.lower().rstrip(".")] if first_month else number, first_day)
    return DateMention(*match.span(), first or last, last if first else None)


def find_dates(text: str) -> list[DateMention]:
    """Return the dates written in a text, in order, the most precise reading of each place."""
    years = [match.span() for match in _YEAR.finditer(text)]
    short = _SHORT.finditer(text) if text.count("/") > 1 else ()
    found = [DateMention(*m.span(), iso) for m in short if (iso := _iso(f"20{m[3]}", int(m[2]), m[1]))]
    if not years:
        return found
    in_words = [
        (start, end)
        for start, end in years
        if text[start - 1 : start].isspace() and _MONTH_BEFORE.search(text, max(0, start - _LONGEST_MONTH), start)
    ]
    in_figures = [(start, end) for start, end in years if start and text[start - 1] in "/."]
    found += [date for match in _ending_in(in_words, _LONG, text) if (date := _long_date(match))]
    numeric = [(m, _iso(m[3], int(m[2]), m[1])) for m in _ending_in(in_figures, _NUMERIC, text)]
    numeric += [(m, _iso(m[1], int(m[2]), m[3])) for start, _ in years if (m := _ISO.match(text, start))]
    found += [DateMention(*match.span(), iso) for match, iso in numeric if iso]
    taken = [(date.start, date.end) for date in found]
    for match in _ending_in(in_words, _MONTH_YEAR, text):
        if not any(start <= match.start() < end for start, end in taken):
            found.append(DateMention(*match.span(), f"{match[2]}-{MONTHS[match[1].lower().rstrip('.')]:02d}"))
    return sorted(found)


def _ending_in(years: Iterable[tuple[int, int]], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer` would, looked for before some years of the text only, which is much faster."""
    at = 0
    for start, end in years:
        match = pattern.search(text, max(at, start - _LONGEST_DATE), end)
        if match:
            at = match.end()
            yield match


def find_hours(text: str) -> list[HourMention]:
    """Return the hours written in a text, in order: `de 16h00 à 17h30`, `18h-19h30`, `9 heures`."""
    found = [HourMention(*m.span(), _clock(m[1], m[2]), _clock(m[3], m[4])) for m in _HOURS.finditer(text) if _hour(m)]
    for match in _ONE_HOUR.finditer(text):
        if int(match[1]) < 24 and not any(hour.start <= match.start() < hour.end for hour in found):
            found.append(HourMention(*match.span(), _clock(match[1], match[2])))
    return sorted(found)


def _hour(match: re.Match[str]) -> bool:
    """Reject `3:2` and the like: a pair of hours has an `h` somewhere, or minutes on both sides."""
    told = "h" in match[0].lower() or (match[2] is not None and match[4] is not None)
    return told and int(match[1]) < 24 and int(match[3]) < 25


def _clock(hour: str, minutes: str | None) -> str:
    return f"{int(hour):02d}:{minutes or '00'}"


def document_date(text: str) -> str | None:
    """Return the first full date of the head of a text (1,500 characters), else the first month, else nothing.

    The day on which a report was published, revised or convoked is taken where the first lines tell no other one.
    """
    dates = find_dates(text[:1500])
    full = [date for date in dates if len(date.first) == 10]
    events = [date for date in full if date.start < _HEAD and not _of_document(text, date)]
    chosen = events or full or dates or find_dates(text)
    return chosen[0].first if chosen else None


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """A date that a document gives for its event or for itself, with the precision and the place of its words."""

    kind: Literal["event", "document"]
    mention: DateMention

    @property
    def precision(self) -> Literal["day", "month", "year"]:
        """How precise the words are."""
        return {4: "year", 7: "month"}.get(len(self.mention.first), "day")  # type: ignore[return-value]


def document_dates(text: str) -> tuple[DocumentDate, ...]:
    """Return the dates of the event and of the document, in order: those of the head and of label lines.

    A date after « mis à jour », « publié », « rédigé », « dernier ajout » is the document's. Nothing is chosen among
    dates that contradict each other: all are returned. The date of a law or of a decision that is quoted is neither.
    """
    mentions = [mention for mention in find_dates(text) if not _of_text(text, mention)] or find_dates(text)
    found = [mention for mention in mentions if mention.start < _HEAD or _labelled(text, mention)]
    return tuple(
        DocumentDate("document" if _of_document(text, mention) else "event", mention)
        for mention in found or mentions[:1]
    )


def contradictions(dates: Iterable[DocumentDate]) -> tuple[tuple[DateMention, DateMention], ...]:
    """Return the pairs of dates of the event that cannot both be right: neither holds the other, nor touches it."""
    events = [date.mention for date in dates if date.kind == "event"]
    firsts = list({(mention.first, mention.last): mention for mention in reversed(events)}.values())[::-1]
    return tuple((a, b) for number, a in enumerate(firsts) for b in firsts[number + 1 :] if not _agree(a, b))


def _agree(a: DateMention, b: DateMention) -> bool:
    a_last, b_last = (a.last or a.first) + "~", (b.last or b.first) + "~"
    return a.first <= b_last and b.first <= a_last


def _labelled(text: str, mention: DateMention) -> bool:
    line = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
    return len(line) <= _LINE_START and bool(_DATE_LABEL.match(line) or _DOCUMENT_CUE.search(line))


def _of_text(text: str, mention: DateMention) -> bool:
    """Tell the date of a law or of a decision that is quoted: « la délibération n° 12 du 3 mai 2019 »."""
    start = max(text.rfind("\n", 0, mention.start) + 1, mention.start - _LINE_START)
    return bool(_OF_TEXT.search(text[start : mention.start]))


def _of_document(text: str, mention: DateMention) -> bool:
    start = max(text.rfind("\n", 0, mention.start) + 1, mention.start - _LINE_START)
    return bool(_DOCUMENT_CUE.search(text[start : mention.start]))
