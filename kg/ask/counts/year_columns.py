"""A number that a table gives for a year: its row by what is counted, its columns by the years."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus import Span
from kg.ask.answers.proofs import coverage
from kg.ask.answers.rows import number_row
from kg.ask.counts.counting import sought_quantity
from kg.ask.language import french
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.regex import regex
from kg.types import Answer

KIND = "participants-counts"
_CELL = regex(r"\t|\s*\|\s*")
_YEAR = regex(r"(?:19|20)\d\d$")
_WORDS = "combien nombre total quel quelle valeur chiffre année années évolution entre avant après différence passé"
#: Least share of what is asked that the label of a row says by itself, and with the report's opening and title.
LABEL, SAYS, HEAD = 0.3, 0.6, 600
#: Least share of it that the label of a row says where no year is asked.
ITSELF = 0.6


@dataclass(frozen=True, slots=True)
class _Line:
    """A row: how well it answers, how much of what is asked its label says, its place, and its cells by year."""

    score: float
    own: float
    span: Span
    label: str
    by_year: tuple[tuple[str, str], ...]


def by_year(query: Query, library: Library) -> Answer | None:
    """Answer with the cells of the row that is asked for, under the years that are; nothing when no table has them."""
    asked = sought_quantity(query)
    topic = asked.topic if asked.measure == "money" else query  # « combien touche » is said by no label
    terms = topic.without(stems_of(_WORDS.split())).inside().terms
    rest = tuple(term for term in terms if not term.words.isdigit() and not asked.head & term.alternatives[0][0])
    if not rest or not (query.years or asked.measure == "money"):
        return None
    years = sorted(query.years)
    documents = sorted(query.reports or library.knowledge.documents)
    lines = [line for one in documents for line in _lines(library, one, rest) if {*years} <= dict(line.by_year).keys()]
    if not years:  # an amount of no year: that of each, where the row is for the very thing
        lines = [line for line in lines if line.own >= ITSELF]
    best = max(lines, key=lambda line: line.score, default=None)
    return _told(query, library, best, years or [year for year, _ in best.by_year]) if best else None


def _lines(library: Library, document_id: str, rest: tuple[Term, ...]) -> Iterator[_Line]:
    document = library.knowledge.documents[document_id]
    heads: list[str] = []
    at = 0
    for words in document.text.split("\n"):
        cells = [cell.strip() for cell in _CELL.split(words.strip(" |") if "|" in words else words)]
        start, at = at, at + len(words) + 1
        if sum(bool(_YEAR.match(cell)) for cell in cells) > 1:
            heads = cells
        elif len(cells) < 2 and words.strip():
            heads = []
        elif heads and len(cells) > 1:
            label = library.stems_of(cells[0])
            before = f"{document.text[:HEAD]} {document.text[max(0, start - HEAD) : start]}"
            around = library.stems_of(f"{document.title} {before}")
            own, said = coverage(rest, label), coverage(rest, label, ((around, 0.9),))
            pairs = zip(heads[-len(cells) + 1 :], cells[1:], strict=False)
            told = tuple((head, cell) for head, cell in pairs if _YEAR.match(head) and cell)
            if own >= LABEL and said >= SAYS and told:
                yield _Line(own + 0.1 * said, own, Span(document_id, start, start + len(words)), cells[0], told)


def _told(query: Query, library: Library, line: _Line, years: list[str]) -> Answer:
    cells = dict(line.by_year)
    evidence = (library.evidence(line.span, 1.0),)
    rows = tuple(number_row(cells[year], evidence, value=f"{cells[year]} ({year})") for year in years)
    told = french.join([f"{cells[year]} en {year}" for year in years])
    return Answer(query.text, KIND, french.told(f"{line.label} : {told}"), rows)
