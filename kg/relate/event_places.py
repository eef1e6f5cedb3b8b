"""Where an event takes place: beside its date, in the title of a mission, in the head of minutes."""

import re
from collections.abc import Sequence

from kg.extract.source import Source
from kg.lexicon.places import area_kind
from kg.regex import regex
from kg.relate.event_dates import dates_in, is_page_date
from kg.relate.event_kinds import KIND
from kg.relate.session_facts import ROOM
from kg.types import Mention, MentionId

#: Among how many of its first blocks minutes tell who met and when.
HEAD = 8
#: « Le douze avril, à 20 heures, le conseil, dûment convoqué, s'est réuni … ».
MET = regex(r"\bs['’](?:est|étai(?:t|ent)) réunie?|\bse réuni(?:t|ssent)\b|\bconvoquée?s?\b|\bséance ouverte\b")
_Slice = tuple[int, int]
_NOT_OF_ROOM = regex(
    r"\s+(?:sous la|le (?=\d)|du (?=\d)|de (?=\d)|à (?=\d)|en (?:raison|présence)|[–—-] "
    r"|(?:lun|mar|mercre|jeu|vendre|same)di\b|dimanche\b|\d{1,2} (?=[a-zéû]+ (?:19|20)\d\d)|\d{1,2}\s?h)|[*_:«]|\.\s"
)
_TOWN = regex(
    r"(?:^|[—–|(:] ?|, )\**(?!(?i:le|la|les|du|des|séance|actes|programme|compte|synthèse|lieu|date|quand)\b)"
    r"([A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+){0,3}),? (?:les? )?(?:\w+di )?$"
)
#: A building that a part of a line begins with: « – Ancienne manufacture des Câbles », « , école des Tanneurs ».
_VENUE = regex(
    r"(?:(?<![^\n])|[–—|/·-]\s|[,;]\s)"
    r"(?P<venue>(?:l[ae]\s|l['’]|à l['’]|à la\s|au\s)?(?:ancien(?:ne)?\s|grande?\s|petite?\s)?"
    r"(?:écoles?|collège|lycée|manufacture|filature|grange|château|ferme|bibliothèque|usine|moulin|cinéma|centre|abbaye"
    r"|cloître|manège|campus|université|maison|halle|foyer|théâtre|salle|gymnase|espace|palais|couvent|caserne|musée"
    r"|préau|local|médiathèque|gîte|auberge|hôtel|refuge|chalet|domaine|villa|phare|stade|arènes|siège|café|locaux"
    r"|tiers-lieu|parc)\b)",
    re.IGNORECASE,
)
#: What makes a line of another kind: it says something, or lists people.
_TELLS = regex(r"[.!?;:]\s|\b(?:présents?|excusée?s?|animation|rédact|publié|organisée?s?)\b", re.IGNORECASE)
#: The short line below another.
_BELOW = regex(r"\s*([^\n]{4,100})(?=\n|$)")
_MISSION = regex(
    r"\b(?:mission|voyage|visite|déplacement)s?\b[^\n.,;:]{0,60}?"
    r"(?:\s(?:à|au|aux|en|a)\s|\s[–—-]\s)(?P<to>(?-i:[A-ZÀ-Ý])[\w'’-]+(?: (?-i:[A-ZÀ-Ý])[\w'’-]+){0,3})",
    re.IGNORECASE,
)


def place_of(
    source: Source, labelled: tuple[int, int] | None, known: Sequence[Mention], front: str
) -> tuple[str | None, MentionId | None]:
    """Return where an event is, as written, and the mention of it: as labelled, told by the front, or by minutes."""
    venues = [m for m in known if m.kind == "place"]
    if labelled:
        inside = [m for m in venues if labelled[0] <= m.span.start < labelled[1]]
        words = " ".join(source.document.text[slice(*labelled)].split())
        return words, min(inside).id if inside else None
    line = _date_line(source, front)
    if beside := _beside_date(source, line) or _met_in(source) or _venue(source, venues, line, front):
        inside = [m for m in venues if beside[0] <= m.span.start < beside[1]]
        words = " ".join(source.document.text[slice(*beside)].split())
        return words[:1].upper() + words[1:], min(inside).id if inside else None
    if visited := _visited(venues, front):
        return visited
    early = sorted(m for m in venues if m.span.end <= len(front) and not _is_quoted(front, m.span.start))
    early = [m for m in early if (unit := source.unit_at(m.span.start)) is None or unit.block.kind != "row"]
    early = [m for m in early if line and line[0] <= m.span.start < line[1]] or early
    if not early and (town := _town_of_date(source, line)):
        return town, None
    towns = (m for m in early if area_kind(m.name) not in ("country", "area", "region"))
    best = next((m for m in early if m.rule.startswith("venue")), None) or next(towns, None)
    return (best.name, best.id) if best else (None, None)


def _date_line(source: Source, front: str) -> _Slice | None:
    """Return the first short line of the front that tells a full date of the event."""
    for date in dates_in(source, 0, len(front)):
        start = source.document.text.rfind("\n", 0, date.start) + 1
        end = source.document.text.find("\n", date.end)
        if len(date.first) == 10 and not is_page_date(source, date) and end - start < 260:
            return start, end
    return None


def _beside_date(source: Source, line: _Slice | None) -> _Slice | None:
    """Return where the line of the date names a room or a building: « Médiathèque B, mardi 12 mai 2023 »."""
    room = ROOM.search(source.document.text, *line) if line else None
    return _trimmed(source, room.start(), min(room.end(), line[1])) if room and line else None


def _venue(source: Source, venues: Sequence[Mention], line: _Slice | None, front: str) -> _Slice | None:
    """Return where the line of the date, or the short one below it, begins a part with a building, up to its end."""
    if line is None:
        return None
    text = source.document.text
    below = _BELOW.match(text, line[1])
    tells_place = below and not _TELLS.search(below[1])
    for start, end in (line, below.span(1)) if below and tells_place else (line,):
        told = _VENUE.search(text, start, end)
        if told and not _is_quoted(text, told.start("venue")):
            beside = (m.span.start for m in venues if text[m.span.end : told.start("venue")] in (", ", " – ", " - "))
            return _trimmed(source, next(beside, told.start("venue")), end)
    return None


def _visited(venues: Sequence[Mention], front: str) -> tuple[str, MentionId | None] | None:
    """Return the place to which the title of a report of a mission leads: « Rapport de mission à Kpalavé (Togo) »."""
    told = _MISSION.search(front)
    if told is None:
        return None
    name = told["to"].title() if told["to"].isupper() else told["to"]
    return next(((m.name, m.id) for m in venues if m.span.start == told.start("to")), (name, None))


def _is_quoted(front: str, at: int) -> bool:
    """Tell a place in guillemets: it is of a title."""
    return front.rfind("«", 0, at) > front.rfind("»", 0, at)


def _town_of_date(source: Source, line: _Slice | None) -> str | None:
    """Return the town right before the date: « Actes — Vauclerc-sur-Serre, 12 et 13 octobre 2023 »."""
    date = next((d for d in dates_in(source, *line)), None) if line else None
    town = _TOWN.search(source.document.text[line[0] : date.start]) if line and date else None
    return town[1] if town and not KIND.search(town[1]) else None


def _met_in(source: Source) -> tuple[int, int] | None:
    """Return where the head of minutes tells the room: « s'est réuni en la salle polyvalente »."""
    for unit in source.units[:HEAD]:
        met = MET.search(unit.text)
        rooms = ROOM.finditer(source.document.text, unit.start + met.end(), unit.end) if met else ()
        if room := max(rooms, key=lambda room: len(room[0]), default=None):
            return _trimmed(source, room.start(), room.end())
    return None


def _trimmed(source: Source, start: int, end: int) -> tuple[int, int]:
    """Leave out of a room what is not of its name: the date, the hour, who presides."""
    words = source.document.text[start:end]
    cut = _NOT_OF_ROOM.search(words)
    return start, start + len((words[: cut.start()] if cut else words).rstrip(" .,*_–—-|"))
