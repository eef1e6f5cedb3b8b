"""Whom a delegation met: the tables and the labelled paragraphs of the report of its mission."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus import Span
from index import fold, fold_evenly
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import cited, coverage
from kg.ask.answers.rows import entity_row
from kg.ask.language import french
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.regex import regex
from kg.types import Answer, Entity

KIND = "session-programme"
_GROUP = r"(?:delegation|mission|groupe|voyageurs?|visiteurs?|delegues)"
_MET = r"(?:rencontre\w*|recue?s?\b|recoit|accueilli\w*|vue?s?\b|entretenu\w*)"
_ASKED = regex(
    rf"^(?:qui|quel(?:le)?s? [\w-]+|avec qui) .*\b{_GROUP}\b.*\b{_MET}"
    rf"|^(?:qui|quel(?:le)?s? [\w-]+) .*\b{_MET}.*\b{_GROUP}\b"
    rf"|\b(?:personnes?|interlocuteurs?|responsables?|elues?) (?:rencontr|recu|vu)\w* .*\b{_GROUP}\b"
    rf"|\binterlocut\w+ (?:de|d') ?(?:la |l')?{_GROUP}\b"
)
_WORDS = (
    "rencontrer rencontré rencontrés rencontrée rencontrées rencontre reçu reçus reçue accueilli accueillis accueillie "
    "vu mission délégation groupe voyage personne personnes interlocuteur interlocuteurs élus responsables entretenu "
    "liste"
)
#: What a report of a mission says at its head, and the column of a table that tells whom it met.
_REPORT = regex(r"\b(?:mission|voyage|delegation|deplacement|sejour)\b")
_COLUMN = regex(r"\W*(?:rencontres?|interlocut\w+|entretiens?|personnes? (?:rencontr|vu)\w*|recus? par)\b")
#: The label of a paragraph that tells one meeting, and the title of the part of a report that tells them all.
_LABEL = regex(r"(?m)^[*_ ]*(?P<label>[A-ZÀ-Ý\d][^\n.!?:«»]{2,80})[.:][*_]* (?=[A-ZÀ-Ý«])")
_TITLE = regex(r"\W*(?:\d+\W+)?(?:.*\b)?(?:rencontr|entretiens?|interlocut|ce qu(?:i|'on) (?:nous )?a|visites?)")
#: The paragraph of those who made the journey.
_TRAVELLED = regex(r"(?m)^[^\w\n]*(?:l[ae]s? )?(?:delegation|redact\w+|participants?|voyageurs?)\b[^\n]+")
_DAY = regex(
    r"\b(?:le )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?(?P<day>\d{1,2})(?:er)?\b(?! ?h\b)"
)
#: How many characters at the head of a report are read, how many reports; share of a place that a label says.
HEAD, REPORTS, SAYS = 600, 3, 0.6
#: How many characters at the head of a report say where the whole mission went.
TITLE = 200


@dataclass(frozen=True, slots=True)
class _Meeting:
    """What labels a meeting, and the slice that tells whom."""

    label: str
    span: Span


def answer_met(query: Query, library: Library) -> Answer | None:
    """Answer whom a delegation met, on the day or at the place that a question tells; nothing for other questions."""
    if not _ASKED.search(query.folded) or query.entities("person"):
        return None
    for document_id in _documents(query, library):
        meetings = list(_meetings(library, document_id))
        away = _travellers(library, document_id)
        found: dict[str, tuple[Entity, Span]] = {}
        for one in _chosen(query, library, meetings):
            people = (person for _, person in library.mentions_in(one.span, "person") if person.id not in away)
            if (person := next(people, None)) is not None:
                found.setdefault(person.id, (person, one.span))
        if found:
            rows = tuple(entity_row(person, (cited(library, span),)) for person, span in found.values())
            names = french.join([row.label for row in rows], most=20)
            told = library.reading(rows[0].evidence[0].span) if len(rows) == 1 else ""
            several = f"{len(rows)} personnes rencontrées : {names}"
            text = french.told(f"{names} — {told}" if told else several)
            return Answer(query.text, KIND, text, rows, unique(around_document(library, None, document_id)))
    return None


def _documents(query: Query, library: Library) -> list[str]:
    near = sorted(query.reports) or list(dict.fromkeys(found.document.id for found in library.look(query)[:20]))
    heads = ((one, fold(library.knowledge.documents[one].text[:HEAD])) for one in near)
    return [one for one, head in heads if _REPORT.search(head)][:REPORTS]


def _chosen(query: Query, library: Library, meetings: list[_Meeting]) -> list[_Meeting]:
    """Keep the meetings of the day that a question tells, else of the place that their labels say, else all of them."""
    day = _DAY.search(query.folded)
    if day:
        same = rf"(?<!\d){day['day']}(?:er)?(?! ?h\b|\d)"
        return [one for one in meetings if re.search(same, fold(one.label))]
    document = library.knowledge.documents[meetings[0].span.document_id] if meetings else None
    whole = library.stems_of(f"{document.title} {document.text[:TITLE]}") if document else frozenset[str]()
    asked = query.without(stems_of(_WORDS.split())).inside().terms
    terms = [term for term in asked if not term.strength(whole)]
    said = [one for one in meetings if terms and coverage(terms, library.stems_of(one.label)) >= SAYS]
    return said or meetings


def _travellers(library: Library, document_id: str) -> set[str]:
    text = fold_evenly(library.knowledge.documents[document_id].text)
    lines = (Span(document_id, line.start(), line.end()) for line in _TRAVELLED.finditer(text))
    return {person.id for line in lines for _, person in library.mentions_in(line, "person")}


def _meetings(library: Library, document_id: str) -> Iterator[_Meeting]:
    text = library.knowledge.documents[document_id].text
    at = -1
    for line in re.finditer(r"[^\n]+", text):
        cells = line[0].split("\t")
        if at < 0 or len(cells) <= at:
            at = next((n for n, cell in enumerate(cells) if len(cells) > 1 and _COLUMN.match(fold(cell))), -1)
        elif cells[at].strip():
            start = line.start() + sum(len(cell) + 1 for cell in cells[:at])
            yield _Meeting(line[0], Span(document_id, start, start + len(cells[at])))
    for passage in library.knowledge.extraction_of[document_id].passages:
        title = passage.headings[-1] if passage.headings else ""
        labels = list(_LABEL.finditer(text, passage.span.start, passage.span.end))
        if not any(_TITLE.match(fold(heading)) for heading in passage.headings) and not _dated(labels):
            continue
        ends = [*(label.start() for label in labels[1:]), passage.span.end]
        for label, end in zip(labels, ends[: len(labels)], strict=True):
            yield _Meeting(f"{label['label']} {title}", Span(document_id, label.start(), end))
        if not labels and "\t" not in passage.text:
            yield _Meeting(title, passage.span)


def _dated(labels: list[re.Match[str]]) -> bool:
    """Tell paragraphs of which the labels tell a day or an hour."""
    return any(re.search(r"\d{1,2}(?: ?h\b|er)?", label["label"]) for label in labels)
