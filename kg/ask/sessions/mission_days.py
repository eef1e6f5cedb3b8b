"""What was done on each day of a mission, a visit or a trip: the lines of its report that begin with the day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus import Span
from index import fold
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import cited
from kg.ask.answers.rows import entity_row
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.lexicon.months import WEEKDAYS
from kg.regex import regex
from kg.types import Answer, Entity, Row

KIND = "session-programme"
_MONTHS = "|".join(fold(month) for month in french.MONTHS)
_WEEK = "|".join(WEEKDAYS)
_DAY = rf"(?:(?P<week>{_WEEK}) )?(?P<day>\d{{1,2}})(?:er)?\b(?! ?(?:h\b|heures|%|€|euros))(?: (?P<month>{_MONTHS})\b)?"
_TOLD = regex(rf"\b(?:le |du |au |ce )?{_DAY}")
#: A line that begins with its day, a title that ends with it.
_BEGINS = regex(rf"\W*(?:le )?{_DAY}")
_ENDS = regex(rf".{{3,90}}\((?:le )?{_DAY}(?: (?:et|au) (?:(?:{_WEEK}) )?(?P<last>\d{{1,2}})(?: (?:{_MONTHS}))?)?\)")
_ON_A_DAY = regex(
    r"\b(?:mission|delegation|voyage|sejour|deplacement|programme|visit\w+|rencontr\w+|recu\w*|vu\w*|fai(?:t|sai)\w*"
    r"|alle\w*|passe\w*|prevu\w*|au menu|eu lieu|avait)\b"
)
_WHOLE = regex(
    r"\b(?:programme|deroule\w*|etapes?|calendrier|agenda|planning|visites|rencontres|rendez-vous|jour par jour)\b"
    r".*\b(?:mission|voyage|sejour|delegation|deplacement)\b"
)
_WHO = regex(r"^qui\b|\bqui (?:a|ont|la|le)\b|\brencontr\w+|\b(?:a|ont|avait) vus?\b|\brecus?\b")
#: Fewest days of a mission, how many reports are read, how many lines are told.
DAYS, REPORTS, MOST = 3, 3, 12


@dataclass(frozen=True, slots=True)
class _Day:
    """A line of a report that tells a day: its number, its month when it is told, and the line, or what it heads."""

    first: int
    last: int
    month: str
    week: str
    span: Span


def on_days(query: Query, library: Library) -> Answer | None:
    """Answer what was done on a day of a mission, or on each; nothing for other questions."""
    told = next((one for one in _TOLD.finditer(query.folded) if one["week"] or one["month"]), None)
    whole = _WHOLE.search(query.folded)
    if not (told and _ON_A_DAY.search(query.folded)) and not whole:
        return None
    for document_id in _documents(query, library):
        days = library.once(_days, document_id)
        if len({number for day in days for number in range(day.first, day.last + 1)}) < DAYS:
            continue
        chosen = [day for day in days if told is None or _is_same(day, int(told["day"]), told["month"], told["week"])]
        if chosen:
            return _told(query, library, chosen[:MOST])
    return None


def _documents(query: Query, library: Library) -> list[str]:
    """Return the reports where a question looks, else those that name all that it names, the nearest first."""
    if query.reports:
        return sorted(query.reports)
    near = list(dict.fromkeys(found.document.id for found in library.look(query)))
    for start in dict.fromkeys(named.start for named in query.named):
        same = [named for named in query.named if named.start == start]
        naming = {one.id for one in library.knowledge.naming(*(named.entity for named in same))}
        naming.update(one for named in same for one in library.documents_with(named.words))
        near = [one for one in near if one in naming]
    return near[:REPORTS]


def _is_same(day: _Day, number: int, month: str | None, week: str | None) -> bool:
    is_month = not (month and day.month) or month == day.month
    is_week = not (week and day.week) or day.first != number or week == day.week
    return day.first <= number <= day.last and is_month and is_week


def _days(library: Library, document_id: str) -> tuple[_Day, ...]:
    return tuple(_read(library, document_id))


def _read(library: Library, document_id: str) -> Iterator[_Day]:
    text = library.knowledge.documents[document_id].text
    at = 0
    for line in text.split("\n"):
        plain = fold(line)
        found = _BEGINS.match(plain)
        if found and (found["week"] or found["month"]) and len(plain) > found.end() + 3:
            yield _day(found, Span(document_id, at, at + len(line)), 0)
        elif headed := _ENDS.match(plain):
            below = next(
                (one for one in library.knowledge.extraction_of[document_id].passages if one.span.start > at), None
            )
            if below is not None:
                yield _day(headed, below.span, int(headed["last"] or 0))
        at += len(line) + 1


def _day(found: re.Match[str], span: Span, last: int) -> _Day:
    first = int(found["day"])
    return _Day(first, max(first, last), found["month"] or "", found["week"] or "", span)


def _told(query: Query, library: Library, days: list[_Day]) -> Answer:
    rows: list[Row] = []
    for day in days:
        proof = (cited(library, day.span),)
        people: list[Entity] = [person for _, person in library.mentions_in(proof[0].span, "person")]
        if people and len(days) == 1 and _WHO.search(query.folded):
            rows += [entity_row(one, proof) for one in dict.fromkeys(people)]
        else:
            rows.append(Row("", french.shortened(_shown(library, proof[0].span), 160), "item", 1.0, None, proof))
    said = " ; ".join(_shown(library, day.span) for day in days)
    who = f"{french.join([row.label for row in rows])} — " if rows[0].kind == "person" else ""
    facts = around_document(library, None, days[0].span.document_id)
    return Answer(query.text, KIND, french.told(f"{who}{said}"), tuple(rows), unique(facts))


def _shown(library: Library, span: Span) -> str:
    told = library.knowledge.quote(span)
    return " – ".join(" ".join(part.split()) for part in told.split("\t") if part.strip())
