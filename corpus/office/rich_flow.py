"""Where the words of an RTF file go: the body, a footnote, a text box, each with its paragraphs and tables."""

import re
from dataclasses import dataclass, field

from corpus.office.layout import Block, Paragraph, Table

#: A number that the writer or the program typed at the start of a list item, before the tab that aligns its text.
_NUMBER = re.compile(r"\s*(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)]\t\s*")


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
    _rows: list[tuple[tuple[Block, ...], ...]] = field(default_factory=list)

    def add(self, text: str, *, bold: bool) -> None:
        """Add words to the paragraph that is being read."""
        self._words.append(text)
        letters = len(text.strip())
        self._bold += letters if bold else 0
        self._plain += 0 if bold else letters

    def end_paragraph(self, *, level: int, in_table: bool, hanging: bool = False) -> None:
        """Make a block of the words, in the cell or after the table that is being read."""
        text, bold = "".join(self._words), self._bold > 0 and self._plain == 0
        number = _NUMBER.match(text) if hanging else None
        text = text[number.end() :] if number else text
        self._words, self._bold, self._plain = [], 0, 0
        made: list[Block] = [Paragraph(text, level, self.item or number is not None, bold)] if text.strip() else []
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

    def end_row(self) -> None:
        """Close the row that is being read."""
        if self._row:
            self._rows.append(tuple(self._row))
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
            self.blocks.append(Table(tuple(self._rows)))
            self._rows = []
