"""When and where an event takes place: label lines, the front of the document, dates that disagree."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus import DateMention, find_dates, find_hours
from kg.extract.labels import label_line, lines
from kg.extract.source import Source, Unit
from kg.lexicon.folding import fold
from kg.lexicon.places import area_kind
from kg.regex import regex
from kg.relate.event_kinds import KIND
from kg.relate.session_facts import ROOM
from kg.relate.sessions import sessions
from kg.types import Mention, MentionId

_PAGE_DATE = regex(
    r"\b(?:ajout|mis(?:e)? (?:à jour|en ligne)|publié|modifié|imprimé|consulté|rédigé|article du)\b", re.IGNORECASE
)


_LABELS = dict.fromkeys(("date", "horaire", "horaires", "heure", "calendrier", "quand"), "when")
_LABELS |= dict.fromkeys(("lieu", "salle", "adresse", "ou"), "where") | {"type": "type"}


#: How many of its first blocks are the front of a document, and among how many its minutes tell who met and when.
FRONT, HEAD = 4, 8
#: « Le douze avril, à 20 heures, le conseil, dûment convoqué, s'est réuni … ».
_MET = regex(r"\bs['’](?:est|étai(?:t|ent)) réunie?|\bse réuni(?:t|ssent)\b|\bconvoquée?s?\b|\bséance ouverte\b")


_NOT_OF_ROOM = regex(
    r"\s+(?:sous la|le (?=\d)|du (?=\d)|de (?=\d)|à (?=\d)|en (?:raison|présence)|[–—-] "
    r"|(?:lun|mar|mercre|jeu|vendre|same)di\b|dimanche\b|\d{1,2} (?=[a-zéû]+ (?:19|20)\d\d)|\d{1,2}\s?h)|[*_:«]|\.\s"
)
_TOWN = regex(
    r"(?:^|[—–|(:] ?|, )\**(?!(?i:le|la|les|du|des|séance|actes|programme|compte|synthèse|lieu|date|quand)\b)"
    r"([A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+){0,3}),? (?:les? )?(?:\w+di )?$"
)
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
    words, mention = _place(source, place, known, front)
    return Facts(tuple(dates), hours, words, mention, kind)


def _meeting(source: Source) -> str:
    """Return the block of a document's head that says who met."""
    return next((unit.text for unit in source.units[:HEAD] if _MET.search(unit.text)), "")


def _hours_in(front: str) -> tuple[str, str | None] | None:
    told = (hour for hour in find_hours(front) if not _DEADLINE.search(front[max(0, hour.start - 30) : hour.start]))
    found = next(told, None)
    return (found.first, found.last) if found else None


def _hours_of_programme(source: Source) -> tuple[str, str | None] | None:
    """Return the first and the last hour of a programme of several lines that begins at the front of the document."""
    timed = [session for session in sessions(source) if session.rule.startswith("timed") and session.start]
    if len(timed) < 3 or timed[0].span.start > 1500:
        return None
    starts = [session.start for session in timed if session.start]
    ends = [session.end or session.start or "" for session in timed]
    return min(starts), max(ends) if max(ends) > min(starts) else None


def _place(
    source: Source, labelled: tuple[int, int] | None, known: Sequence[Mention], front: str
) -> tuple[str | None, MentionId | None]:
    venues = [m for m in known if m.kind == "place"]
    if labelled:
        inside = [m for m in venues if labelled[0] <= m.span.start < labelled[1]]
        words = " ".join(source.document.text[slice(*labelled)].split())
        return words, min(inside).id if inside else None
    if beside := _beside_date(source, front) or _met_in(source):
        inside = [m for m in venues if beside[0] <= m.span.start < beside[1]]
        words = " ".join(source.document.text[slice(*beside)].split())
        return words[:1].upper() + words[1:], min(inside).id if inside else None
    early = sorted(m for m in venues if m.span.end <= len(front) and not _is_quoted(front, m.span.start))
    early = [m for m in early if (unit := source.unit_at(m.span.start)) is None or unit.block.kind != "row"]
    early = _on_date_line(source, early, front) or early
    if not early and (town := _town_of_date(source, front)):
        return town, None
    towns = (m for m in early if area_kind(m.name) not in ("country", "area", "region"))
    best = next((m for m in early if m.rule.startswith("venue")), None) or next(towns, None)
    return (best.name, best.id) if best else (None, None)


def _date_line(source: Source, front: str) -> tuple[int, int] | None:
    """Return the first short line of the front that tells a full date of the event."""
    for date in dates_in(source, 0, len(front)):
        start = source.document.text.rfind("\n", 0, date.start) + 1
        end = source.document.text.find("\n", date.end)
        if len(date.first) == 10 and not is_page_date(source, date) and end - start < 260:
            return start, end
    return None


def _beside_date(source: Source, front: str) -> tuple[int, int] | None:
    """Return where the line of the date names a room or a building: « Médiathèque B, mardi 12 mai 2023 »."""
    line = _date_line(source, front)
    room = ROOM.search(source.document.text, *line) if line else None
    return _trimmed(source, room.start(), min(room.end(), line[1])) if room and line else None


def _on_date_line(source: Source, early: Sequence[Mention], front: str) -> list[Mention]:
    line = _date_line(source, front)
    return [m for m in early if line and line[0] <= m.span.start < line[1]]


def _is_quoted(front: str, at: int) -> bool:
    """Tell a place in guillemets: it is of a title."""
    return front.rfind("«", 0, at) > front.rfind("»", 0, at)


def _town_of_date(source: Source, front: str) -> str | None:
    """Return the town right before the date: « Actes — Vauclerc-sur-Serre, 12 et 13 octobre 2023 »."""
    line = _date_line(source, front)
    date = next((d for d in dates_in(source, *line)), None) if line else None
    town = _TOWN.search(source.document.text[line[0] : date.start]) if line and date else None
    return town[1] if town and not KIND.search(town[1]) else None


def _met_in(source: Source) -> tuple[int, int] | None:
    """Return where the head of minutes tells the room: « s'est réuni en la salle polyvalente »."""
    for unit in source.units[:HEAD]:
        met = _MET.search(unit.text)
        rooms = ROOM.finditer(source.document.text, unit.start + met.end(), unit.end) if met else ()
        if room := max(rooms, key=lambda room: len(room[0]), default=None):
            return _trimmed(source, room.start(), room.end())
    return None


def _trimmed(source: Source, start: int, end: int) -> tuple[int, int]:
    """Leave out of a room what is not of its name: the date, the hour, who presides."""
    words = source.document.text[start:end]
    cut = _NOT_OF_ROOM.search(words)
    return start, start + len((words[: cut.start()] if cut else words).rstrip(" .*_–—-|"))


def dates_in(source: Source, start: int, end: int) -> list[DateMention]:
    """Return the dates of a slice, with the offsets of the document."""
    found = find_dates(source.document.text[start:end])
    return [replace(date, start=date.start + start, end=date.end + start) for date in found]


def is_page_date(source: Source, date: DateMention) -> bool:
    """Tell the date of a page (« publié le … ») from the date of an event."""
    before = source.document.text[max(0, date.start - 40) : date.start]
    return bool(_PAGE_DATE.search(before.rpartition("\n")[2]))


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
