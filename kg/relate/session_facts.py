"""When and where a session is: behind its title (« (10 h – 12 h, salle B) »), else on the lines right under it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus import find_dates, find_hours
from kg.extract.source import Source
from kg.lexicon.folding import fold
from kg.regex import regex
from kg.relate.programme import ROOM_FIRST, Session, day_told

#: « …, lundi 7 octobre, 14h, halle du Foirail », « (10h30 – 12h30, salle B) » after the title of a session.
_BEHIND = regex(
    r"\s*[(,–—|-]\s*(?:le |de |à |dès )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+\d"
    r"|\d{1,2}\s?h(?:\s?\d\d)?\b).*$",
    re.IGNORECASE,
)
#: A room or a building, with the words that name it.
ROOM = regex(
    r"(?<![\w'’])(?:(?:grande? |petite? )?(?:salle|amphi\w*)|auditorium|hall|halle|gymnase|chapelle|médiathèque|foyer"
    r"|théâtre|espace|hémicycle|mairie|studio|atrium|chapiteau|hôtel de ville|maison)\b[^,;()\n|]{0,60}",
    re.IGNORECASE,
)
#: Longest line that tells when and where, and how many such lines are looked at under a title.
LONGEST, LINES = 140, 2


def parted(words: str) -> tuple[str, str | None]:
    """Part the title of a session from when and where it is: the title, the room where one is told."""
    behind = _BEHIND.search(words)
    if behind is None or behind.start() < 4:
        return words, None
    room = ROOM.search(behind[0])
    return words[: behind.start()], room[0].strip(" .") if room else None


def as_announced(session: Session, programme: Sequence[Session]) -> Session:
    """Return a session that a heading tells with the title, the hours and the room that the programme gives it."""
    words = fold(session.label)
    for told in () if session.start or session.rule.startswith("timed") else programme:
        own = fold(told.label)
        shorter, longer = sorted((words, own), key=len)
        if longer.startswith(shorter) and not longer[len(shorter) : len(shorter) + 1].isalnum():
            label = told.label if own == longer else session.label
            return replace(
                session, label=label, day=told.day, start=told.start, end=told.end, place=session.place or told.place
            )
    return session


def completed(source: Source, session: Session) -> Session:
    """Return a session with the day, the hours and the room that the lines under its title tell, where it has none."""
    for words in _lines_under(source, session):
        hours = find_hours(words)
        dates = [date for date in find_dates(words) if len(date.first) == 10]
        room = ROOM.search(words)
        labelled = re.match(r"\W*(?:lieu|salle|horaires?|heure|date)\b", words, re.IGNORECASE)
        if not (hours or dates or labelled or (room and room.start() < 3)):
            break
        day = dates[0].first if dates else day_told(words)
        session = replace(
            session,
            day=session.day or day,
            start=session.start or (hours[0].first if hours else None),
            end=session.end or (hours[0].last if hours and not session.start else None),
            place=session.place or (" ".join(room[0].split()).strip(" .") if room else None),
        )
    return session


def _lines_under(source: Source, session: Session) -> Iterator[str]:
    """Yield the short lines right under a title; a sentence is none, and ends them."""
    text = source.document.text
    at = text.find("\n", session.span.end)
    for _ in range(LINES):
        while 0 <= at < len(text) and text[at] in "\n\r \t":
            at += 1
        if at < 0:
            return
        end = text.find("\n", at)
        words = text[at : end if end >= 0 else len(text)].strip(" *_>#-–—•")
        if first := ROOM_FIRST.match(words):
            yield first[1].strip()
            return
        if not words or len(words) > LONGEST or words.endswith((".", "!", "?", "»")):
            return
        yield words
        at = end
