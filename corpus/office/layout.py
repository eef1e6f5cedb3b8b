"""The blocks of an office file, and the pieces that they make: the same rules whatever the format."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, count, groupby

from corpus.page.pieces import BOLD_LEVEL, BULLET, reads_like_a_title
from corpus.page.text import NEW_LINE, plain, squeezed
from corpus.pieces import Frame, Piece

#: A longer cell holds prose, so that its table lays out a page.
_LONGEST_CELL = 600
#: Fewer lines than this in a row, or longer cells, make no table of what tabs align.
_FEWEST_TABBED, _LONGEST_TABBED = 3, 80
#: A bullet, or the number of a list item.
_NO_CELL = re.compile(r"\s*(?:\W|\w{1,3}[.)])\s*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: `level` is that of a heading, 0 for another; `item` when it stands in a list; `bold` all through.

    `boxed` when it has a border on every side; those that follow one another stand in one box.
    """

    text: str
    level: int = 0
    item: bool = False
    bold: bool = False
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class Boxed:
    """The blocks of a text box."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells of blocks; a cell that is covered by another one is empty."""

    rows: "tuple[tuple[tuple[Block, ...], ...], ...]"


Block = Paragraph | Table | Boxed


def pieces(blocks: Iterable[Block], numbers: Iterator[int] | None = None) -> Iterator[Piece]:
    """Make the pieces of blocks: data tables become rows, tables that lay out a page are read block by block.

    `numbers` are those of the boxes to come; a table of a single cell is one.
    """
    numbers = numbers or count(1)
    for rows, block in _with_tabbed(_in_boxes(blocks)):
        if rows:
            yield from (Piece("row", "\t".join(map(squeezed, row))) for row in rows)
        elif isinstance(block, Paragraph):
            yield from _paragraph(block)
        elif isinstance(block, Boxed):
            frame = Frame("box", next(numbers))
            yield from (replace(piece, frame=frame) for piece in pieces(block.blocks, numbers))
        elif is_layout(block):
            for cell in chain.from_iterable(block.rows):
                yield from pieces(cell, numbers)
        else:
            rows_of_words = ("\t".join(cell_text(cell) for cell in row).rstrip("\t") for row in block.rows)
            yield from (Piece("row", words) for words in rows_of_words if words.strip())


def _in_boxes(blocks: Iterable[Block]) -> Iterator[Block]:
    """Set together the paragraphs between the same borders, and make a box of a table of a single cell."""
    for boxed, group in groupby(blocks, key=lambda block: isinstance(block, Paragraph) and block.boxed):
        if boxed:
            yield Boxed(tuple(replace(block, boxed=False) for block in group if isinstance(block, Paragraph)))
            continue
        for block in group:
            cells = list(chain.from_iterable(block.rows)) if isinstance(block, Table) else []
            yield Boxed(cells[0]) if len(cells) == 1 else block


def _with_tabbed(blocks: Iterable[Block]) -> Iterator[tuple[list[list[str]], Block]]:
    """Yield each block, those of a table drawn with tabs together as rows: several lines of the same cells."""
    for width, group in groupby(blocks, key=lambda block: len(_tabbed(block))):
        alike = list(group)
        if width and len(alike) >= _FEWEST_TABBED:
            yield [_tabbed(block) for block in alike], alike[0]
        else:
            yield from (([], block) for block in alike)


def _tabbed(block: Block) -> list[str]:
    """Return the cells of a line that tabs align; none for a label line, a numbered one and ordinary ones."""
    if not isinstance(block, Paragraph) or block.level or block.item or NEW_LINE in block.text:
        return []
    cells = re.split(r"\t+", block.text.strip())
    if len(cells) < 2 or not all(cell.strip() and len(cell) <= _LONGEST_TABBED for cell in cells):
        return []
    return [] if _NO_CELL.match(cells[0]) or any(cell.rstrip().endswith(":") for cell in cells) else cells


def is_layout(table: Table) -> bool:
    """Tell a table that lays out a page: a table or a heading inside, a cell of prose, or a single column."""
    if max((len(row) for row in table.rows), default=0) < 2:
        return True
    cells = [cell for row in table.rows for cell in row]
    if any(
        isinstance(block, Table) or (isinstance(block, Paragraph) and block.level) for cell in cells for block in cell
    ):
        return True
    return any(len(cell_text(cell)) > _LONGEST_CELL for cell in cells)


def cell_text(cell: Iterable[Block]) -> str:
    """Return the words of a cell on one line, those of its boxes too."""
    return squeezed(" ".join(_words(block) for block in cell))


def _words(block: Block) -> str:
    if isinstance(block, Boxed):
        return cell_text(block.blocks)
    return block.text if isinstance(block, Paragraph) else ""


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


__all__ = ["NEW_LINE", "Block", "Boxed", "Paragraph", "Table", "cell_text", "is_layout", "pieces"]
