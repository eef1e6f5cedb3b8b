"""What a meeting dealt with: the points of its agenda, by the numbered titles or the headings of its minutes."""

import re
from collections.abc import Iterator

from corpus import Span
from index import fold, fold_evenly
from kg.ask.answers.context import around_event, unique
from kg.ask.answers.proofs import cited
from kg.ask.answers.rows import number_row
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.lists.groups import best_group
from kg.ask.question.query import Query
from kg.ask.sessions.asked import named_event
from kg.lookup import event_chain
from kg.regex import regex
from kg.types import Answer, Row

ASKED = regex(
    r"^(?:sur quoi|de quoi|a propos de quoi|quel(?:le)?s? (?:(?:sont|etaient|ont ete|est|etait) )?(?:les |l')?"
    r"(?:points?|dossiers?|deliberations?|decisions?|sujets?|ordre du jour|themes?"
    r"|questions? (?:abord|trait|exam|discut))"
    r"|(?:l')?ordre du jour|qu'(?:a-t-on|est-ce qu'on a|ont-ils|a) (?:vote|decide|delibere|discute|examine)"
    r"|que s'est-il dit|combien (?:y a-t-il |y avait-il |a-t-on (?:examine|traite|etudie|vote) )?(?:de |d')"
    r"(?:points?|dossiers?|sujets?|questions?)\b"
    r"(?=.*\b(?:ordre du jour|conseil\w*|seance|assemblee|reunion)\b))"
)
_COUNTS = regex(r"^combien\b")
_TO_KEEP = regex(r"\b(?:decisions?|decide\w*|questions?)\b")
#: What a question asks about, after what it asks for: « quelles décisions sur la voirie ».
ON_SUBJECT = regex(
    r".\b(?:decisions?|deliberations?|vote|decide|delibere)\b(?: \S+){0,8}? (?:sur|concernant|au sujet d\S+"
    r"|a propos d\S+|en matiere de|quant (?:a|aux?)|relativ\w+ (?:a|aux?)) (?!quoi\b|quels?\b|quelles?\b)"
)
#: Meetings of a body, which have an agenda; folded.
_MEETING = regex(r"\b(?:conseil|assemblee|bureau|comite|copil|reunion|seance|commission|jury)\b")
_ACRONYM = regex(r"\b(?:AG[OE]?|CA|ag|ca)\b")
_NUMBERED = regex(
    r"^[#*\s]*(?:(?P<number>\d{1,2})\s*(?:[.)/°]|[–-]\s)\s*|D[ÉE]LIB[ÉE]RATION\s+n?°?\s*[\w-]*\d[\w-]*\s*[:–-]\s*)"
    r"(?P<title>[^\n]{3,150}?)[*\s]*$",
    re.MULTILINE | re.IGNORECASE,
)
_LAST = regex(r"^[#*\s]*(?P<title>(?:informations? et )?questions? diverses|divers|informations?)[*\s:]*$", re.I | re.M)
_DELIBERATION = regex(r"^(?:D[ÉE]LIB[ÉE]RATION|Délibération)\s+n?°?\s*[\w-]+\s*[:–-]\s*")
#: Fewest characters of minutes between two points.
TOLD = 40
MOST = 15


def answer_agenda(query: Query, library: Library, kind: str) -> Answer | None:
    """Answer what a meeting of a body dealt with; nothing for other questions, events, or when no title tells."""
    if not ASKED.match(query.folded):
        return None
    if ON_SUBJECT.search(query.folded):
        return None  # what was decided on one thing is told by its own point
    if _TO_KEEP.search(query.folded) and best_group(query, library, least=0.5):
        return None  # the report has a list of them
    event = named_event(query, library)
    if event is None or not is_meeting(event_chain(library.knowledge, event.mention)[-1].label):
        return None
    points = agenda_of(library, event.provenance.span.document_id)
    if len(points) < 2:
        return None
    rows = []
    for title, span in points[:MOST]:
        evidence = (cited(library, span),)
        rows.append(Row("", french.shortened(title, 160), "item", 1.0, None, evidence))
    told = " ; ".join(row.label for row in rows)
    if _COUNTS.match(query.folded):
        rows.insert(0, number_row(len(points), rows[0].evidence))
    text = french.told(f"{french.count(len(points), 'point')} : {told}")
    facts = around_event(library, None, event_chain(library.knowledge, event.mention))
    return Answer(query.text, kind, text, tuple(rows), unique(facts))


def is_meeting(label: str) -> bool:
    """Tell by its label a meeting of a body, which has an agenda."""
    return bool(_MEETING.search(fold(label)) or _ACRONYM.search(label))


def agenda_of(library: Library, document_id: str) -> list[tuple[str, Span]]:
    """Return the points of the agenda that the titles of minutes tell, with the slice that tells each."""
    text = library.knowledge.documents[document_id].text
    found = list(_listed(text)) or list(_in_order(text))
    if len(found) < 2:
        headings = [
            passage.headings[-1]
            for passage in library.knowledge.extraction_of[document_id].passages
            if passage.headings
        ]
        told = [(words, text.find(words)) for words in dict.fromkeys(headings[1:])]
        found = [(words, at, at + len(words)) for words, at in told if at > 0]
    found = [(_shown(title), start, end) for title, start, end in found]
    return [(title, Span(document_id, start, end)) for title, start, end in found if len(title) > 3]


#: The line that heads the points, and one point: after a mark, a number or a code, in a line by itself.
_HEADED = regex(
    r"^[#*_ \t]*(?:ordre du jour|points? (?:inscrits|a l'ordre du jour)"
    r"|sommaire)[*_ \t]*:?[*_ \t]*\n(?:[ \t]*\n)?",
    re.M,
)
_POINT = regex(
    r"[ \t]*(?:[-–•*>][ \t]+|\(?\d{1,2}[.)/°][ \t]*"
    r"|[A-Z]?\d[\d/.-]*\d[ \t]+(?:[:–-][ \t]*)?)?(?P<title>[^\n]{3,150}?)[;.]?[ \t]*(?:\n|$)"
)


def _listed(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the points that stand on their lines under « ordre du jour », up to the next blank line."""
    head = _HEADED.search(fold_evenly(text))
    at = head.end() if head else len(text)
    found: list[tuple[str, int, int]] = []
    while point := _POINT.match(text, at):
        if point["title"].startswith(("#", "---", "===")):
            break
        found.append((point["title"], point.start("title"), point.end("title")))
        at = point.end()
    if 2 <= len(found) <= MOST:
        yield from found


def _in_order(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the titles that are numbered one after the other, words of the minutes between them."""
    expected, last = 1, -TOLD
    for match in sorted((*_NUMBERED.finditer(text), *_LAST.finditer(text)), key=lambda one: one.start()):
        number = match.groupdict().get("number")
        ends = match["title"].rstrip().endswith((".", ";", ","))
        too_soon = match.re.pattern == _LAST.pattern and expected == 1
        if (number and int(number) != expected) or ends or match.start() - last < TOLD or too_soon:
            continue
        yield match["title"], match.start("title"), match.end("title")
        expected, last = expected + 1, match.end()


def _shown(title: str) -> str:
    """Return a title without the number of its deliberation."""
    return " ".join(_DELIBERATION.sub("", title).split()).strip("* ")
