"""Where the words of an RTF file go: the body, a footnote, a text box, each with its paragraphs and tables."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.office.layout import Block, Paragraph, Table

#: A number that the writer or the program typed at the start of a list item, before the tab that aligns its text.
_NUMBER = re.compile(r"\s*(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)]\t\s*")

#: Edges closer than this are one edge, in twips (a twentieth of a point): half a millimetre.
_ONE_EDGE = 30
_MOST_COLUMNS = 100


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, and where each ends on its right, in twips."""

    cells: tuple[tuple[Block, ...], ...]
    edges: tuple[int, ...]


def in_columns(rows: Sequence[Row]) -> Iterator[tuple[tuple[Block, ...], ...]]:
    """Put cells in the columns of their table: a cell that covers several columns is followed by empty ones."""
    columns: list[int] = []
    for edge in sorted({edge for row in rows for edge in row.edges}):
        if not columns or edge - columns[-1] > _ONE_EDGE:
            columns.append(edge)
    for row in rows:
        if len(row.edges) != len(row.cells) or len(columns) > _MOST_COLUMNS:
            yield row.cells
            continue
        placed: list[tuple[Block, ...]] = []
        for cell, edge in zip(row.cells, row.edges, strict=True):
            placed.append(cell)
            covered = bisect_right(columns, edge) - len(placed)
            placed += [()] * covered
        yield tuple(placed)


@dataclass
class Flow:
    """Gathers words into paragraphs, and cells into tables."""

    blocks: list[Block] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)
    item: bool = False
    _words: list[str] = field(default_factory=list)
    _bold: int = 0
    _plain: int = 0
    _cell: list[Block] = field(default_factory=list)
    _row: list[tuple[Block, ...]] = field(default_factory=list)
    _rows: list[Row] = field(default_factory=list)

    def add(self, text: str, *, bold: bool) -> None:
        """Add words to the paragraph that is being read."""
        self._words.append(text)
        letters = len(text.strip())
        self._bold += letters if bold else 0
        self._plain += 0 if bold else letters

    def end_paragraph(self, *, level: int, in_table: bool, hanging: bool = False, boxed: bool = False) -> None:
        """Make a block of the words, in the cell or after the table that is being read."""
        text, bold = "".join(self._words), self._bold > 0 and self._plain == 0
        number = _NUMBER.match(text) if hanging else None
        text = text[number.end() :] if number else text
        self._words, self._bold, self._plain = [], 0, 0
        item = self.item or number is not None
        made: list[Block] = [Paragraph(text, level, item, bold, boxed=boxed)] if text.strip() else []
        made += self.boxes
        self.item, self.boxes = False, []
        if in_table:
            self._cell += made
        elif made:
            self._end_table()
            self.blocks += made

    def end_cell(self) -> None:
        """Close the cell that is being read."""
        self.end_paragraph(level=0, in_table=True)
        self._row.append(tuple(self._cell))
        self._cell = []

    def end_row(self, edges: Sequence[int] = ()) -> None:
        """Close the row that is being read; `edges` are the right edges of its cells, in twips."""
        if self._row:
            self._rows.append(Row(tuple(self._row), tuple(edges)))
        self._row = []

    def end(self) -> list[Block]:
        """Close all that is open and return the blocks, those of a file that stops in the middle too."""
        self.end_paragraph(level=0, in_table=bool(self._cell or self._row))
        if self._cell:
            self.end_cell()
        self.end_row()
        self._end_table()
        return self.blocks

    def _end_table(self) -> None:
        if self._cell or self._row:
            self.blocks += [*(block for cell in self._row for block in cell), *self._cell]
            self._cell, self._row = [], []
        if self._rows:
            self.blocks.append(Table(tuple(in_columns(self._rows))))
            self._rows = []
