"""A number that a row of two cells gives for its label: « Élus | 58 » under « Répartition des 203 inscrits »."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus import Span
from index import fold, tokens
from kg.ask.answers.proofs import coverage
from kg.ask.answers.rows import number_row
from kg.ask.counts.counting import sought_quantity
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.ask.search.phrases import documents_holding
from kg.regex import regex
from kg.types import Answer

KIND = "participants-counts"
#: A row of two cells of which the second begins with a number; the number in it.
_ROW = regex(
    r"^[ \t|]*(?P<label>[^\W\d][^\t|\n]{1,70}?)[ \t]*[\t|][ \t]*(?P<value>\d[^\t|\n]{0,60}?)[ \t|]*$", re.MULTILINE
)
#: A number with what it counts, in the title of a table: « Répartition des 203 inscrits ».
_TITLE = regex(r"(?:^|\n)[^\n\t.]{0,60}?\b(?P<value>\d[\d ]*) (?P<label>[^\W\d][\w-]+)[^\n\t.]{0,20}\s*$")
_NUMBER = regex(r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d+(?:,\d+)?")
_MONEY = regex(r"€|\beuros?\b|\bfrancs?\b|\bdollars?\b|\bF\b")
_COST = regex(r"\b(?:couts?|budgets?|montants?|depenses?|prix)\b")
#: How much of the rest of the question the label, what stands above and the opening of the report must say, and for an
#: amount; how many characters above a table and at the head of a report are read.
SAYS, SURELY, ABOVE, HEAD = 0.6, 0.85, 200, 400
#: How many more words than the thing counted a label has at most.
MORE = 2


@dataclass(frozen=True, slots=True)
class _Read:
    """A row, how well it answers, and its cells."""

    score: float
    said: float
    span: Span
    label: str
    value: str


def tabled(query: Query, library: Library) -> Answer | None:
    """Answer with the number of the row whose label is what is counted; nothing when no table counts it."""
    asked = sought_quantity(query)
    if asked.measure not in ("", "money") or (asked.thing is None and asked.measure == ""):
        return None
    rest = asked.topic.inside().terms
    documents = query.reports or _documents(library, rest)
    found = [one for document_id in sorted(documents) for one in _rows(library, document_id, rest, asked.thing)]
    least = SURELY if asked.measure == "money" else SAYS
    found = [
        one
        for one in found
        if one.said >= least and (_MONEY.search(one.value) is not None) == (asked.measure == "money")
    ]
    best = max(found, key=lambda one: one.score, default=None)
    return _told(query, library, best) if best else None


def _documents(library: Library, rest: tuple[Term, ...]) -> Iterable[str]:
    """Return the documents whose passages say enough of the rest of a question, all when there is none."""
    said: dict[str, float] = defaultdict(float)
    for term in rest:
        best: dict[str, float] = {}
        for stems, strength in term.alternatives:
            for document_id in documents_holding(library, stems) if stems else ():
                best[document_id] = max(strength, best.get(document_id, 0.0))
        for document_id, strength in best.items():
            said[document_id] += term.weight * strength
    enough = SAYS * sum(term.weight for term in rest) - 1e-6
    return [one for one, worth in said.items() if worth >= enough] if rest else library.knowledge.documents


def _rows(library: Library, document_id: str, rest: tuple[Term, ...], thing: Term | None) -> Iterator[_Read]:
    text = library.knowledge.documents[document_id].text
    last = above = 0
    for row in _ROW.finditer(text):
        if row.start() - last > 2:
            above = row.start()  # another table begins
            yield from _titles(library, document_id, above, rest, thing)
        last = row.end()
        label = library.stems_of(row["label"])
        head = library.stems_of(text[max(0, above - ABOVE) : above])
        if not (_is_label(row["label"], label, thing) or _is_part(label, head, rest, thing)):
            continue
        title = library.knowledge.documents[document_id].title
        opening = library.stems_of(f"{title} {text[:HEAD]}" if thing else title)
        said = coverage(rest, label | head if thing else label, ((opening, 0.9),)) if rest else 1.0
        if said >= SAYS:
            place = Span(document_id, *row.span("label"))
            yield _Read(said - 0.05 * len(label), said, place, row["label"], row["value"])


def _titles(
    library: Library, document_id: str, above: int, rest: tuple[Term, ...], thing: Term | None
) -> Iterator[_Read]:
    """Yield the number that the title of a table gives of what is counted; a line of column heads may part them."""
    text = library.knowledge.documents[document_id].text
    before = text[max(0, above - ABOVE) : above].rstrip()
    for head in (before, before.rpartition("\n")[0].rstrip()):
        found = _TITLE.search(head) if thing else None
        if found is None or thing is None or not thing.strength(library.stems_of(found["label"])):
            continue
        opening = library.stems_of(f"{library.knowledge.documents[document_id].title} {text[:HEAD]}")
        said = coverage(rest, opening) if rest else 1.0
        if said >= SAYS:
            start = max(0, above - ABOVE) + found.start("label")
            yield _Read(
                said, said, Span(document_id, start, start + len(found["label"])), found["label"], found["value"]
            )


def _is_label(words: str, stems: frozenset[str], thing: Term | None) -> bool:
    if thing is None:
        return _COST.search(fold(words)) is not None
    first = frozenset(tokens(words.split(maxsplit=1)[0]))
    return bool(thing.strength(first)) and len(stems) <= len(thing.alternatives[0][0]) + MORE


def _is_part(label: frozenset[str], head: frozenset[str], rest: tuple[Term, ...], thing: Term | None) -> bool:
    """Tell a label that the rest of the question says in full, under a title or a head that says what is counted."""
    asked = frozenset(stem for term in rest for stem in term.alternatives[0][0])
    return thing is not None and bool(thing.strength(head)) and bool(label) and label <= asked


def _told(query: Query, library: Library, read: _Read) -> Answer:
    number = _NUMBER.search(read.value)
    line = library.line_at(read.span)
    evidence = (library.evidence(line, 1.0),)
    value = number[0] if number else read.value
    shown = value if not _MONEY.search(read.value) else read.value
    row = number_row(shown, evidence, score=read.score)
    text = french.told(f"{shown} : « {' : '.join((read.label, read.value))} »")
    return Answer(query.text, KIND, text, (row,))
