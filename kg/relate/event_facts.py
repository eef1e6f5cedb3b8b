"""When and where an event takes place: label lines, the front of the document, dates that disagree."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import DateMention, find_hours
from kg.extract.labels import label_line, lines
from kg.extract.source import Source, Unit
from kg.lexicon.folding import fold
from kg.regex import regex
from kg.relate.event_dates import dates_in
from kg.relate.event_places import HEAD, MET, place_of
from kg.relate.sessions import sessions
from kg.types import Mention, MentionId

_LABELS = dict.fromkeys(("date", "horaire", "horaires", "heure", "calendrier", "quand"), "when")
_LABELS |= dict.fromkeys(("lieu", "salle", "adresse", "ou"), "where") | {"type": "type"}


#: How many of its first blocks are the front of a document.
FRONT = 4

#: What stands before an hour that is not the meeting's: « liste arrêtée la veille à 18 h ».
_DEADLINE = regex(r"\b(?:veille|avant|jusqu\w*|clos\w*|arrêtée?|durée)\b[^.\n]*$", re.IGNORECASE)
#: A label alone in its block, whose value is the next one: « Quand », « Où ».
_ALONE = regex(r"(?:quand|ou)\s*\??")


@dataclass(frozen=True, slots=True)
class Facts:
    """What label lines and the front say: dates, hours, place as written and as a mention, type."""

    dates: tuple[DateMention, ...]
    hours: tuple[str, str | None] | None
    place: str | None
    place_mention: MentionId | None
    kind: str | None


def facts_of(source: Source, known: Sequence[Mention]) -> Facts:
    """Read date, hours and place from label lines, else from the front of the document."""
    dates: list[DateMention] = []
    hours: tuple[str, str | None] | None = None
    place: tuple[int, int] | None = None
    kind = None
    for label, start, end in label_values(source):
        what = _LABELS.get(label)
        text = source.document.text[start:end]
        if what == "when":
            dates += dates_in(source, start, end)
            if found := find_hours(text):
                hours = hours or (found[0].first, found[0].last)
        elif what == "where" and place is None and text.strip():
            place = (start, end)
        elif what == "type":
            kind = text.strip()
    front_end = source.units[min(len(source.units), FRONT) - 1].end if source.units else 0
    front = source.document.text[: min(front_end, 700)]
    hours = hours or _hours_of_programme(source) or _hours_in(front) or _hours_in(_meeting(source))
    words, mention = place_of(source, place, known, front)
    return Facts(tuple(dates), hours, words, mention, kind)


def _meeting(source: Source) -> str:
    """Return the block of a document's head that says who met."""
    return next((unit.text for unit in source.units[:HEAD] if MET.search(unit.text)), "")


def _hours_in(front: str) -> tuple[str, str | None] | None:
    told = (hour for hour in find_hours(front) if not _DEADLINE.search(front[max(0, hour.start - 30) : hour.start]))
    found = next(told, None)
    return (found.first, found.last) if found else None


def _hours_of_programme(source: Source) -> tuple[str, str | None] | None:
    """Return when a programme of several lines at the front of a document begins, on its first day, and ends."""
    timed = [session for session in sessions(source) if session.rule.startswith("timed") and session.start]
    if len(timed) < 3 or timed[0].span.start > 1500:
        return None
    days = list(dict.fromkeys(session.day for session in timed))
    starts = [session.start for session in timed if session.start and session.day == days[0]]
    ends = [session.end or session.start or "" for session in timed if session.day == days[-1]]
    return min(starts), max(ends) if len(days) > 1 or max(ends) > min(starts) else None


def label_values(source: Source) -> Iterator[tuple[str, int, int]]:
    """Yield the label lines, folded label and slice of the value: `lieu`, `horaire`, `date`."""
    for unit in source.units:
        if unit.block.kind in ("item", "paragraph"):
            for start, end in lines(source, unit):
                label = label_line(source, start, end)
                if label and len(label.label) < 24:
                    yield fold(label.label), label.value_start, label.value_end
                elif _ALONE.fullmatch(fold(source.document.text[start:end])) and (
                    value := _value_under(source, unit, end)
                ):
                    yield fold(source.document.text[start:end]).rstrip(" ?"), *value
                elif bare := re.match(r"\W*(Calendrier|Date|Lieu|Horaires?)\s+(?=\S)", source.document.text[start:end]):
                    yield fold(bare[1]), start + bare.end(), end


def _value_under(source: Source, unit: Unit, end: int) -> tuple[int, int] | None:
    """Return the line under a label that stands alone: of its block, else the next block."""
    under = next((line for line in lines(source, unit) if line[0] >= end), None)
    following = source.after(unit, 1)
    return under or ((following[0].start, following[0].end) if following else None)


def has_event_facts(source: Source) -> bool:
    """Tell a document that must be of an event: it has sessions, a programme, or a place and hours in label lines."""
    return (
        any(session.rule == "session-heading/1" for session in sessions(source))
        or is_programme(source)
        or any(label.startswith(("horaire", "lieu", "salle", "quand")) for label, _, _ in label_values(source))
    )


def is_programme(source: Source) -> bool:
    """Tell a document with three lines of a programme or more."""
    return sum(session.rule.startswith("timed") for session in sessions(source)) >= 3


def when(
    dates: Sequence[DateMention], hours: tuple[str, str | None] | None, front: Sequence[DateMention]
) -> tuple[str | None, str | None]:
    """Return start and end, ISO 8601, from the first full date and the hours."""
    date = next((d for d in (*dates, *front) if len(d.first) == 10), None) or next(iter((*dates, *front)), None)
    if date is None:
        return None, None
    first, last = date.first, date.last
    if hours and len(first) == 10:
        return f"{first}T{hours[0]}", f"{last or first}T{hours[1]}" if hours[1] else last
    return first, last


def contradicting(own: Sequence[DateMention], every: Sequence[DateMention]) -> list[DateMention]:
    """Return the full dates that do not overlap the one that was chosen."""
    if not own:
        return []
    chosen = own[0]
    return [
        d
        for d in every
        if not (d.first <= (chosen.last or chosen.first) and (d.last or d.first) >= chosen.first) and len(d.first) == 10
    ]
