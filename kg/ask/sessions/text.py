"""What the lines that announce a session tell and the graph does not: its room, who is announced, who leads it."""

import re
from collections.abc import Iterator

from corpus import Span
from index import fold
from kg.ask.language.moments import moments, places
from kg.ask.library import Library
from kg.columns import column_headed
from kg.regex import regex
from kg.types import Entity, Event, Mention

#: How many characters after its title may announce a session.
LONGEST = 700
#: How far after the end of a line a parenthesis that it opens may close.
CLOSED = 60
_ROOM = regex(
    r"\b(?:(?:grande?|petite?) )?(?:salle|amphi\w*|auditorium|halle?|hemicycle|gymnase|chapelle|foyer|theatre|studio"
    r"|atelier d[eu]|mairie"
    r"|place|parc|crypte|eglise|cathedrale|cinema"
    r"|mediatheque|bibliotheque|chapiteau|grange|visio\w*)\b"
)


def announcement(library: Library, session: Event) -> Span:
    """Return the lines that announce a session: its title and what follows, up to the next title or session."""
    mention = library.knowledge.mentions.get(session.mention)
    span = mention.span if mention else session.provenance.span
    text = library.knowledge.documents[span.document_id].text
    starts = [_start(library, one) for one in library.knowledge.extraction_of[span.document_id].events]
    limit = min([at for at in starts if at > span.end] + [span.end + LONGEST, len(text)])
    heading = re.compile(r"\n#{1,6} |\n\*\*[^\n]+\*\*\s*\n").search(text, span.end, limit)
    start = text.rfind("\n", 0, span.start) + 1
    return Span(span.document_id, start, heading.start() if heading else max(limit, span.end))


def _start(library: Library, event: Event) -> int:
    mention = library.knowledge.mentions.get(event.mention)
    return mention.span.start if mention else event.provenance.span.start


def room_told(library: Library, session: Event) -> tuple[str, Span] | None:
    """Return the room that the first lines of a session tell, with the line that does."""
    for span in _lines(library, announcement(library, session)):
        if cell := _cell_of_rooms(library, span):
            return library.reading(cell), span
        text = library.knowledge.documents[span.document_id].text
        open_end = text[span.start : span.end].count("(") > text[span.start : span.end].count(")")
        closed = text.find(")", span.end, span.end + CLOSED) + 1 if open_end else 0  # « (salle\nVerte) »
        span = Span(span.document_id, span.start, closed or span.end)
        words = text[span.start : span.end]
        if len(words) > 400 and span.start > _start(library, session):
            return None
        for start, end in places(words):
            opens = start == words.rfind("\t", 0, start) + 1 > 0  # the cell of a table is of that place
            if opens or _ROOM.match(fold(words[start:end])):
                return " ".join(re.sub(r"^salle\s+(?=Salle|Amphi)", "", words[start:end]).split()), span
    return None


#: What heads the column of a programme that tells the rooms.
_HEADED = regex(r"\W*(?:lieux?|salles?|ou|endroits?|espaces?)\W*")


def _cell_of_rooms(library: Library, row: Span) -> Span | None:
    """Return the cell of a row that stands in the column of rooms of its table; nothing without such a column."""
    text = library.knowledge.documents[row.document_id].text
    cells = text[row.start : row.end].split("\t")
    at = column_headed(text, row.start, _HEADED) if len(cells) > 1 else None
    if at is None or at >= len(cells) or not cells[at].strip():
        return None
    begin = row.start + sum(len(cell) + 1 for cell in cells[:at])
    return Span(row.document_id, begin, begin + len(cells[at]))


def hour_told(library: Library, session: Event) -> tuple[str, Span] | None:
    """Return the hour that the line of a session's title tells, with that line."""
    line = library.line_at(
        Span(session.provenance.span.document_id, _start(library, session), _start(library, session))
    )
    words = library.knowledge.documents[line.document_id].text[line.start : line.end]
    hours = moments(words, "hour")
    return (words[hours[0][0] : hours[0][1]].strip(" ()"), line) if hours else None


def _lines(library: Library, span: Span) -> Iterator[Span]:
    text = library.knowledge.documents[span.document_id].text
    at = span.start
    for line in text[span.start : span.end].split("\n"):
        if line.strip():
            yield Span(span.document_id, at, at + len(line))
        at += len(line) + 1


_LED = regex(
    r"\b(?:anim(?:e|ee|ation|ateur|atrice|ateurs)|moder(?:e|ee|ation|ateur|atrice|ateurs)|presid\w+|facilit\w+|pilot\w+"
    r"|conduit\w*|guidee?|guide)\b[^:;.\n]{0,20}(?::|\bpar\b)"
)
_SPEAKS = regex(
    r"(?:^|[.;:(–—-]\s*)(?:avec|intervenante?s?|orateurs?|oratrices?|invitee?s?|participants?|temoins?|en presence de"
    r"|a la tribune|rapporteu\w+)\b\s*:?"
)


def announced(library: Library, session: Event) -> list[tuple[Mention, Entity, bool]]:
    """Return whom the lines of a session announce, after « avec », « animation : »…, each with whether it leads."""
    found = []
    for line in _lines(library, announcement(library, session)):
        words = fold(library.knowledge.documents[line.document_id].text[line.start : line.end])
        marks = sorted(
            [(one.end(), True) for one in _LED.finditer(words)]
            + [(one.end(), False) for one in _SPEAKS.finditer(words)]
        )
        for mention, person in library.mentions_in(line, "person"):
            before = [leads for at, leads in marks if line.start + at <= mention.span.start]
            if before:
                found.append((mention, person, before[-1]))
    return found
