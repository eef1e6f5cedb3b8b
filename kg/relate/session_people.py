"""Who leads a session and who speaks there, by the lines that announce it: labels, lists, « Avec … »."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus import find_hours
from index import fold_evenly
from kg.extract.labels import lines
from kg.extract.source import Source, Unit
from kg.regex import regex
from kg.types import Event, Mention, Part, Participation, Provenance

#: What a line says of the people named after it, up to its next mark; folded, with straight apostrophes.
_MARK = regex(
    r"(?P<moderator>\b(?:co-?)?(?:anim|moder|facilit|presid|condui|pilot|guid)\w*(?: (?:generale|de (?:la )?seance"
    r"|du debat"
    r"|des debats))?(?:\s*:| (?:et \w+ )?par\b)|\bsous la (?:presidence|conduite) d[e']|\bmait?re de ceremonie\s*:"
    r"|\bautour d[e'](?=[^:]{0,80}:))"
    r"|(?P<speaker>\b(?:intervenant|intervention|oratr|orateur|conferenci|temoin|temoignage|invite|discutant|rapporteu"
    r"|panelist|participant|debat avec|grande? temoin)[\w·.()-]*\s*:|\b(?:avec|introduit\w* par|conclu\w* par"
    r"|presente\w* par|rapporte\w* par)\b\s*:?|\b(?:avec la participation d[e']|en presence d[e']"
    r"|a la tribune\s*:|rapport\w* :))"
    r"|(?P<other>\b(?:excuse|absent|present|pouvoir|procuration|secretaire|secretariat|bureau|redac"
    r"|photo)[^:,;]{0,40}:)"
)
#: « Claire Petit, chercheuse (animation) ».
_LEADS = regex(r"[^(;\n]{0,80}\((?:[^()]*\b)?(?:anim|moder|facilit)")
#: What may stand before the name that opens a line.
_OPENS = regex(r"[\W_]*(?:(?:mm?|mmes?|mlle|dr|pr|me|soeur|pere|madame|monsieur)\.? )?")
#: « Salle 2. Avec … »: the room, before who is announced.
_ROOM_LED = regex(
    r"(?:(?:grande? |petite? )?(?:salle|amphi\w*)|auditorium|halle?|studio|espace|plateau|gymnase|chapelle|foyer"
    r"|theatre)\b"
    r"[^.:;]{0,40}[.:;]\s+"
)
#: What leads to what somebody is of, not to somebody: « Léa Roux, chargée de projets de … ».
_OF = regex(r"\b(?:de|du|des|d'|chez|pour la|pour le|a la|au)\s*$")
#: A label alone on its line, which a list follows.
_BARE = regex(r"[^:]{3,40}:\s*$|(?:intervenante?s?|orateurs?|avec|participants?)\s*$")
#: Somebody in a list whom no name tells.
_NAMELESS = regex(r"(?:une?|des|deux|plusieurs|la|le|l'|les)\s+\w+")
#: Longest line of a list and longest line that goes with a session, in characters.
LISTED, LONGEST = 180, 420
#: How many blocks of an event's front are looked at, and under the heading of a session.
FRONT, MANY = 14, 40
_WRAP = " \t*_#>-–—•·"


@dataclass(slots=True)
class _Reader:
    """What is read of one session, line after line: and the part that its lists are of."""

    source: Source
    people: Sequence[Mention]
    starts: Sequence[int]
    event: Event
    default: Part = "speaker"
    found: list[Participation] = field(default_factory=list)

    def inside(self, start: int, end: int) -> Sequence[Mention]:
        return self.people[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def add(self, start: int, end: int, default: Part | None) -> None:
        """Read one line: each person is what the mark before says, else what the list is of."""
        words = _plain(self.source.document.text[start:end])
        marks = [(start + mark.end(), mark) for mark in _MARK.finditer(words)]
        for person in self.inside(start, end):
            lead = words[: person.span.start - start]
            if default and lead.endswith("("):
                continue  # what somebody is of
            before = [mark for at, mark in marks if at <= person.span.start]
            told = lead[before[-1].end() :] if before else lead
            if "," in told.split(";")[-1] and _OF.search(lead):
                continue
            if before and before[-1]["other"]:
                continue
            part = _part(before[-1], words, person.span.start - start) if before else default
            if _LEADS.match(words, person.span.end - start):
                part = "moderator"
            if part:
                proof = Provenance(person.span, "announced/1" if before else "announced-list/1")
                self.found.append(Participation(person.id, self.event.mention, part, proof))


def announced(source: Source, mentions: Sequence[Mention], events: Sequence[Event]) -> list[Participation]:
    """Return who is announced at the sessions of a document, and at its own event before the first of them."""
    people = sorted((m for m in mentions if m.kind == "person"), key=lambda mention: mention.span.start)
    starts = [person.span.start for person in people]
    told = sorted((e for e in events if _is_own(e)), key=_start)
    found: list[Participation] = []
    for event, after in pairwise([*told, None]):
        limit = _start(after) if after else len(source.document.text)
        if event is None:
            continue
        reader = _Reader(source, people, starts, event)
        _read(reader, limit) if event.kind == "session" else _read_front(reader, limit)
        found += reader.found
    return found


def _is_own(event: Event) -> bool:
    return event.kind == "session" or event.provenance.rule.startswith("document-event")


def _start(event: Event) -> int:
    return int(event.mention.rpartition(":")[2].partition("-")[0])


def _end(event: Event) -> int:
    return int(event.mention.rpartition("-")[2])


def _plain(words: str) -> str:
    """Return words in lower case without accents, letter for letter."""
    return fold_evenly(words.replace("’", "'"))


def _part(mark: re.Match[str], words: str, at: int) -> Part:
    """Return what a mark makes of the person at a place: « Autour de X : Y et Z » leads, then speaks."""
    if mark["moderator"] and not (mark["moderator"].startswith("autour") and ":" in words[mark.end() : at]):
        return "moderator"
    return "speaker"


def _read(reader: _Reader, limit: int) -> None:
    """Read the heading of a session, then the lines under it while they announce."""
    event = reader.event
    reader.add(_start(event), _end(event), None)
    own = reader.source.unit_at(_start(event))
    skipped = 0
    for unit in (own, *reader.source.after(own, MANY)) if own else ():
        if unit.start >= limit or skipped > 1:
            break
        if unit.end <= _end(event):
            continue
        told = [line for line in lines(reader.source, unit) if line[0] >= _end(event) and line[0] < limit]
        skipped = 0 if _read_unit(reader, unit, told) else skipped + (2 if unit.block.kind != "paragraph" else 1)


def _read_unit(reader: _Reader, unit: Unit, told: Sequence[tuple[int, int]]) -> bool:
    """Read the lines of a block; tell whether it announces people, or where and when the session is."""
    if unit.block.kind == "row":
        return False
    kept = [line for line in told if _announces(reader, line, unit)]
    if not told or len(kept) * 2 <= len(told):
        return not told
    for start, end in kept:
        words = _plain(reader.source.document.text[start:end]).strip(_WRAP)
        if _BARE.fullmatch(words):
            mark = _MARK.match(words)
            reader.default = "moderator" if mark and mark["moderator"] else "speaker"
        else:
            reader.add(start, end, reader.default)
    return True


def _announces(reader: _Reader, line: tuple[int, int], unit: Unit) -> bool:
    """Tell a line that announces: a label or « avec » begins it, a name opens it, it tells hours, or a list's label."""
    start, end = line
    text = reader.source.document.text[start:end]
    words = _plain(text)
    shown = words.lstrip(_WRAP)
    if end - start > LONGEST or not shown:
        return False
    room = _ROOM_LED.match(shown)
    mark = _MARK.match(shown[room.end() :] if room else shown)
    if mark and mark["other"]:
        return False
    if mark or (_BARE.fullmatch(shown.rstrip(_WRAP)) and len(shown) < 45):
        return True
    if end - start > LISTED:
        return False
    people = reader.inside(start, min(end, start + 24))
    if people and _OPENS.fullmatch(words[: people[0].span.start - start]):
        rest = reader.source.document.text[people[0].span.end : end].lstrip(" *_")
        return not rest or rest[0] in ",(–—-/" or unit.block.kind == "item"
    if unit.block.kind == "item":
        return bool(_NAMELESS.match(shown)) and not shown.endswith(".")
    return bool(find_hours(text)) and not shown.rstrip().endswith(".")


def _read_front(reader: _Reader, limit: int) -> None:
    """Read the labels at the front of a document that is of one event, and the lists under them."""
    listed = False
    for unit in reader.source.units[:FRONT]:
        if unit.start >= limit:
            break
        for start, end in (line for line in lines(reader.source, unit) if line[0] < limit):
            shown = _plain(reader.source.document.text[start:end]).lstrip(_WRAP)
            mark = _MARK.match(shown)
            if mark and not mark["other"] and len(shown) <= LONGEST and not _BARE.fullmatch(shown):
                reader.add(start, end, None)
            elif mark and not mark["other"] and _BARE.fullmatch(shown):
                listed, reader.default = True, "moderator" if mark["moderator"] else "speaker"
            elif listed and end - start <= LISTED and reader.inside(start, start + 12):
                reader.add(start, end, reader.default)
            else:
                listed = listed and not shown
