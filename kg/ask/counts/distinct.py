"""How many different countries or bodies a list of participants names: counted in its rows."""

from collections.abc import Iterator

from corpus import Span
from index import fold
from kg.ask.answers.proofs import coverage, title_stems
from kg.ask.answers.rows import number_row
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.lexicon.places import is_country, usual_form
from kg.regex import regex
from kg.types import Answer

KIND = "participants-counts"
_COUNTRIES = regex(r"(?:pays|nationalite|nation)s?$")
_BODIES = regex(r"(?:organisme|structure|organisation|institution|entite)s?$")
#: The lists whose rows are counted, and how many rows make a list.
_LISTED = ("participant", "present")
ROWS = 3
#: Least share of the question that the opening of the report of a list must say; how many characters open it.
SAYS, HEAD = 0.5, 300


def counted_in_rows(query: Query, library: Library, thing: str) -> Answer | None:
    """Answer how many countries or bodies a list of participants names; nothing for anything else."""
    countries, bodies = bool(_COUNTRIES.match(thing)), bool(_BODIES.match(thing))
    if not (countries or bodies):
        return None
    for document_id in _documents(query, library):
        rows = list(_rows(library, document_id))
        found: dict[str, tuple[str, Span]] = {}
        for row in rows:
            for name in _countries(library, row) if countries else _bodies(library, row):
                found.setdefault(fold(name), (name, row))
        if len(rows) >= ROWS and found:
            return _told(query, library, sorted(found.values()), thing, len(rows))
    return None


def _documents(query: Query, library: Library) -> list[str]:
    """Return the reports that a question names, with those whose opening says most of it."""
    named = sorted(query.reports)
    for document_id, document in sorted(library.knowledge.documents.items()):
        stems = title_stems((document.title,)) | library.stems_of(document.text[:HEAD])
        if document_id not in named and coverage(query.terms, stems) >= SAYS:
            named.append(document_id)
    return named


def _rows(library: Library, document_id: str) -> Iterator[Span]:
    """Yield the rows of the tables of a report that name somebody who takes part, each once."""
    extraction = library.knowledge.extraction_of[document_id]
    spans = (one.provenance.span for one in extraction.participations if one.part in _LISTED)
    rows = (row.span for span in spans if (row := library.sentence_at(span)))
    yield from (span for span in dict.fromkeys(rows) if "\t" in extraction.document.quote(span))


def _countries(library: Library, row: Span) -> Iterator[str]:
    cells = library.knowledge.quote(row).split("\t")
    names = (usual_form(cell.strip()) for cell in cells)
    yield from (name for name in names if name and is_country(name))


def _bodies(library: Library, row: Span) -> Iterator[str]:
    yield from (entity.label for _, entity in library.mentions_in(row, "organisation"))


def _told(query: Query, library: Library, found: list[tuple[str, Span]], thing: str, rows: int) -> Answer:
    number = len(found)
    proofs = tuple(library.evidence(span, 1.0) for _, span in found[:3])
    names = french.join([name for name, _ in found], most=20)
    text = french.told(f"{number} {thing if number > 1 else thing.rstrip('s')} : {names}")
    row = number_row(number, proofs)
    read = french.count(rows, "ligne de la liste lue", "lignes de la liste lues")
    return Answer(query.text, KIND, text, (row,), certificate=read)
