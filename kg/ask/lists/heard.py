"""Who was heard by a mission or received in interview: those whom the headings « Audition de… » of a report name."""

from collections.abc import Iterator

from corpus import Span
from index import fold, fold_evenly
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import cited, coverage
from kg.ask.answers.rows import entity_row
from kg.ask.language import french
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.lists.groups import around_passage
from kg.ask.question.query import Query
from kg.regex import regex
from kg.types import Answer, Entity

KIND = "session-programme"
_HEARD = r"(?:auditionn|entendu|interview|interrog)\w*"
_ASKED = regex(
    rf"^(?:qui|par qui|quel(?:le)?s? [\w-]+|(?:la )?liste [\w' ]*?|combien d\S* ?[\w-]*|les [\w-]+) .*?"
    rf"\b(?:(?:ete|etaient|etait|furent|fut|a-t-on|ont-ils|avons-nous) (?:[\w-]+ ){{0,2}}{_HEARD}|auditions?\b"
    r"|auditionnee?s?\b|entendue?s\b)"
    rf"|^(?:qui|quel(?:le)?s? [\w-]+) [\w' -]*\b(?:mission|commission|comite|jury|delegation|rapporteu\w+|enquete\w*)"
    rf"(?: [\w' -]+)? (?:a-t-(?:il|elle)|ont-ils|a|ont|avait) {_HEARD}"
    r"|^(?:quelles? )?auditions?\b|^personnes? (?:auditionn|entendu)\w*"
)
#: A line that heads what somebody was heard to say, and the sentence that tells that another one was.
_HEADS = regex(
    r"(?m)^[^\w\n]*(?:\d{1,2}[\s.)/–-]+|[IVX]{1,4}[\s.)/–-]+)?"
    r"(?:auditions?|entretiens?|interview|(?:personnes? )?(?:entendue?|auditionnee?)s?(?= ?:))\b"
    r"(?: \w+){0,6}? ?(?:de |d'|des |du |avec |:|,)"
    r"[^\n]+(?:\n(?!\s*\n)[^\n]+){0,3}"
)
#: Where such a heading ends, when it goes on for some lines: a blank line, or the end of a sentence.
_ENDS = regex(r"\n\s*\n|(?<=[a-zà-ÿ)])[.!?»]\s")
_TOLD = regex(r"\b(?:entendue?s?|auditionnee?s?)\b[^.]{0,120}")
_DAY = regex(rf"\b(?P<day>\d{{1,2}})(?:er)? (?P<month>{'|'.join(fold(month) for month in french.MONTHS)})\b")
_WORDS = (
    "auditionner auditionné auditionnés auditionnées audition auditions entendu entendus entendue entendues entendre "
    "personne personnes intervenant intervenants interrogé interrogés interviewé mission commission liste reçu"
)
#: Least share of the rest of the question that the opening of a report says, and how many characters this is.
ABOUT, HEAD = 0.5, 700


def answer_heard(query: Query, library: Library) -> Answer | None:
    """Answer who was heard, in the order of the report; nothing for other questions, or when no heading tells."""
    if not _ASKED.search(query.folded) or query.entities("person"):
        return None
    for document_id in _documents(query, library):
        found: dict[str, tuple[Entity, Span]] = {}
        for line in _lines(library, document_id, wide="auditionn" not in query.folded):
            for _, person in library.mentions_in(line, "person"):
                found.setdefault(person.id, (person, line))
        if found:
            return _answer(query, library, list(found.values()), document_id)
    return None


def _documents(query: Query, library: Library) -> Iterator[str]:
    """Yield the reports that a question is about: those that it names, of its day, or that say the rest."""
    if query.reports:
        yield from sorted(query.reports)
        return
    terms = query.without(stems_of(_WORDS.split())).terms
    day = _DAY.search(query.folded)
    for document_id in dict.fromkeys(found.document.id for found in library.look(query)[:20]):
        passages = library.knowledge.extraction_of[document_id].passages
        plain = fold(library.knowledge.documents[document_id].text[:HEAD])
        opening = around_passage(library, passages[0]) if passages else ()
        if day[0] in plain if day else coverage(terms, frozenset(), opening) >= ABOUT or not terms:
            yield document_id


def _lines(library: Library, document_id: str, *, wide: bool) -> Iterator[Span]:
    """Yield the headings of a report that tell who was heard, then, widely, the sentences that tell it of others."""
    text = library.knowledge.documents[document_id].text
    plain = fold_evenly(text)
    heads = [Span(document_id, head.start(), head.end()) for head in _HEADS.finditer(plain)]
    titled = [_titled(text, head) for head in heads]
    yield from titled
    if titled and wide:
        yield from (Span(document_id, told.start(), told.end()) for told in _TOLD.finditer(plain))


def _titled(text: str, head: Span) -> Span:
    """Return a heading up to the blank line, or to the end of the sentence that it is."""
    end = _ENDS.search(text, head.start, head.end)
    return Span(head.document_id, head.start, end.start() + 1 if end else head.end)


def _answer(query: Query, library: Library, found: list[tuple[Entity, Span]], document_id: str) -> Answer:
    rows = tuple(entity_row(one, (cited(library, line),)) for one, line in found)
    names = french.join([row.label for row in rows], most=20)
    text = french.told(f"{french.count(len(rows), 'personne entendue', 'personnes entendues')} : {names}")
    facts = around_document(library, None, document_id)
    return Answer(query.text, KIND, text, rows, unique(facts))
