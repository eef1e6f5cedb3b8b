"""Tables: their header, which repeats on each page, and their rows of cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.structure import Block, blocks
from corpus.types import Document, Span

_HEADER_WORDS = frozenset(
    "nom noms prénom prénoms organisme organismes organisation structure collectivité fonction fonctions qualité titre"
    " ville pays commune service statut date dates heure heures horaire horaires lieu salle thème sujet intervenant"
    " intervenants intervenante participant participants n° no numéro email courriel mél téléphone signature présent"
    " présence excusé absent acteurs activité activités action actions objectif objectifs résultats calendrier budget"
    " montant année indicateur indicateurs session atelier animateur public civilité institution établissement".split()
)
_WORD = re.compile(r"[^\W\d_]+|n°", re.IGNORECASE)
_LONGEST_HEADER_CELL = 40
#: Most characters between two parts of a table that a page cuts: a page number, a running head.
_MOST_BETWEEN = 100


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its header (empty when it has none) and its rows, each a span a cell; a repeated header is no row."""

    span: Span
    header: tuple[Span, ...]
    rows: tuple[tuple[Span, ...], ...]


def tables(document: Document) -> tuple[Table, ...]:
    """Return the tables of a document in order; the parts of one table on several pages are one table."""
    found: list[Table] = []
    for group in _groups(document):
        cells = [_cells(document, block) for block in group]
        header = cells[0] if _is_header(document, cells) else ()
        head = _words(document, header)
        rows = tuple(row for row in cells[1 if header else 0 :] if not header or _words(document, row) != head)
        table = Table(Span(document.id, group[0].span.start, group[-1].span.end), header, rows)
        if found and _goes_on(document, found[-1], table):
            last = found.pop()
            table = Table(Span(document.id, last.span.start, table.span.end), last.header, last.rows + table.rows)
        found.append(table)
    return tuple(found)


def _groups(document: Document) -> Iterator[list[Block]]:
    group: list[Block] = []
    for block in blocks(document):
        if group and (block.kind != "row" or "\n\n" in document.text[group[-1].span.end : block.span.start]):
            yield group
            group = []
        if block.kind == "row":
            group.append(block)
    if group:
        yield group


def _cells(document: Document, block: Block) -> tuple[Span, ...]:
    found = []
    at = block.span.start
    for cell in document.quote(block.span).split("\t"):
        start = at + len(cell) - len(cell.lstrip())
        found.append(Span(document.id, start, start + len(cell.strip())))
        at += len(cell) + 1
    return tuple(found)


def _words(document: Document, cells: tuple[Span, ...]) -> tuple[str, ...]:
    return tuple(document.quote(cell).casefold() for cell in cells)


def _is_header(document: Document, rows: list[tuple[Span, ...]]) -> bool:
    """Tell a first row of short words that names columns, or that comes back further down."""
    head = _words(document, rows[0])
    told = [cell for cell in head if cell]
    if len(told) < 2 or any(len(cell) > _LONGEST_HEADER_CELL for cell in told):
        return False
    named = sum(bool(_HEADER_WORDS.intersection(_WORD.findall(cell))) for cell in told)
    return named >= 2 or 2 * named >= len(told) or any(_words(document, row) == head for row in rows[1:])


def _goes_on(document: Document, before: Table, after: Table) -> bool:
    """Tell the next part of a table: the same header again, or none and as many cells right below."""
    between = document.text[before.span.end : after.span.start]
    if len(between) > _MOST_BETWEEN:
        return False
    if before.header and after.header:
        return _words(document, before.header) == _words(document, after.header)
    same_width = bool(before.rows and after.rows) and len(before.rows[-1]) == len(after.rows[0])
    return not between.strip() and not after.header and same_width
