"""The blocks of an office file, and the pieces that they make: the same rules whatever the format."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.assembly import Piece
from corpus.page.pieces import BOLD_LEVEL, BULLET, reads_like_a_title
from corpus.page.text import NEW_LINE, plain, squeezed

#: A longer cell holds prose, so that its table lays out a page.
_LONGEST_CELL = 600


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: `level` is that of a heading, 0 for another; `item` when it stands in a list; `bold` all through."""

    text: str
    level: int = 0
    item: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells of blocks; a cell that is covered by another one is empty."""

    rows: "tuple[tuple[tuple[Block, ...], ...], ...]"


Block = Paragraph | Table


def pieces(blocks: Iterable[Block]) -> Iterator[Piece]:
    """Make the pieces of blocks: data tables become rows, tables that lay out a page are read block by block."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _paragraph(block)
        elif is_layout(block):
            for row in block.rows:
                for cell in row:
                    yield from pieces(cell)
        else:
            for row in block.rows:
                words = "\t".join(cell_text(cell) for cell in row).rstrip("\t")
                if words.strip():
                    yield Piece("row", words)


def is_layout(table: Table) -> bool:
    """Tell a table that lays out a page: a table or a heading inside, a cell of prose, or a single column."""
    if max((len(row) for row in table.rows), default=0) < 2:
        return True
    cells = [cell for row in table.rows for cell in row]
    if any(isinstance(block, Table) or block.level for cell in cells for block in cell):
        return True
    return any(len(cell_text(cell)) > _LONGEST_CELL for cell in cells)


def cell_text(cell: Iterable[Block]) -> str:
    """Return the words of a cell on one line."""
    return squeezed(" ".join(block.text for block in cell if isinstance(block, Paragraph)))


def _paragraph(block: Paragraph) -> Iterator[Piece]:
    words = plain(block.text.replace("\t", " "))
    if not words:
        return
    bullet = BULLET.match(words)
    if block.level:
        yield Piece("heading", squeezed(block.text), block.level)
    elif block.item or bullet:
        yield Piece("item", words[bullet.end() if bullet else 0 :])
    elif block.bold and reads_like_a_title(words):
        yield Piece("heading", words, BOLD_LEVEL)
    else:
        yield Piece("paragraph", words)


__all__ = ["NEW_LINE", "Block", "Paragraph", "Table", "cell_text", "is_layout", "pieces"]
