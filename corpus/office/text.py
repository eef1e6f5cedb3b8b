"""From the XML of an OpenDocument text to its blocks: changes accepted, notes apart, boxes after their paragraph."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.office.layout import NEW_LINE, Block, Boxed, Paragraph, Table, cell_text
from corpus.office.text_styles import Look
from corpus.office.words import Words
from corpus.office.xml import local

if TYPE_CHECKING:
    from lxml.etree import _Element

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
#: What is not read: deleted text, comments, tables of contents, declarations, the numbers of pages.
_SKIPPED = frozenset(
    "tracked-changes annotation annotation-end table-of-content illustration-index alphabetical-index bibliography"
    " user-index table-index object-index forms sequence-decls variable-decls user-field-decls page-number page-count"
    " ruby-text binary-data image object object-ole plugin desc title event-listeners dde-connection-decls number"
    " title shapes hidden-text hidden-paragraph".split()
)
_MOST_COLUMNS = 200
_MOST_ROWS = 50
#: A longer cell is not repeated: it would fill the memory.
_LONGEST_REPEATED = 100


class TextBody:
    """Reads the blocks of a text; `notes` are the bodies of the notes called, in order."""

    def __init__(self, looks: dict[str, Look]) -> None:
        self._looks = looks
        self.notes: list[_Element] = []

    def blocks(self, parent: "_Element", *, item: bool = False) -> Iterator[Block]:
        """Yield the blocks of a body, a section, a list, a cell, a text box or a note."""
        begins = item
        for node in parent:
            name = local(node)
            if name in ("p", "h"):
                yield from self._paragraph(node, item=begins)
                begins = False
            elif name == "table":
                yield self._table(node)
            elif name in ("list-item", "list-header"):
                yield from self.blocks(node, item=name == "list-item")
            elif name not in _SKIPPED:
                yield from self.blocks(node)

    def _paragraph(self, node: "_Element", *, item: bool) -> Iterator[Block]:
        look = self._looks.get(node.get(f"{TEXT}style-name", ""), Look())
        words = self._words(node, look)
        level = look.level
        if local(node) == "h":
            told = node.get(f"{TEXT}outline-level", "1")
            level = int(told) if told.isdecimal() and len(told) < 3 else 1
        if not look.hidden:
            yield Paragraph("".join(words.parts), level, item, words.all_bold, look.boxed)
        for box in words.boxes:
            yield Boxed(tuple(self.blocks(box)))

    def _words(self, paragraph: "_Element", look: Look) -> Words:
        """Gather the words of a paragraph, without recursion; what follows an element is told after it."""
        words = Words()
        words.add(paragraph.text, strong=bool(look.bold))
        stack: list[tuple[_Element | str | None, bool]] = []

        def below(node: "_Element", strong: bool) -> None:
            for child in reversed(node):
                stack.append((child.tail, strong))
                stack.append((child, strong))

        below(paragraph, bool(look.bold))
        while stack:
            node, strong = stack.pop()
            if node is None or isinstance(node, str):
                words.add(node, strong=strong)
                continue
            own = self._looks.get(node.get(f"{TEXT}style-name", ""), Look()) if local(node) == "span" else Look()
            if own.hidden or self._apart(words, node):
                continue
            strong = strong if own.bold is None else own.bold
            words.add(node.text, strong=strong)
            below(node, strong)
        return words

    def _apart(self, words: Words, node: "_Element") -> bool:
        """Tell what is no running text, and keep what is read elsewhere."""
        name = local(node)
        if name == "note":
            self.notes += [child for child in node if local(child) == "note-body"]
        elif name == "text-box":
            words.boxes.append(node)
        elif name == "s":
            words.parts.append(" " * _count(node, f"{TEXT}c", 50))
        elif name == "tab":
            words.parts.append("\t")
        elif name == "line-break":
            words.parts.append(NEW_LINE)
        else:
            return name in _SKIPPED
        return True

    def _table(self, table: "_Element") -> Table:
        rows: list[tuple[tuple[Block, ...], ...]] = []
        for row in _inside(table, ("table-row",)):
            cells = self._row(row)
            if any(cells):
                rows += [cells] * _count(row, f"{TABLE}number-rows-repeated", _MOST_ROWS)
        return Table(tuple(rows))

    def _row(self, row: "_Element") -> tuple[tuple[Block, ...], ...]:
        cells: list[tuple[Block, ...]] = []
        for cell in _inside(row, ("table-cell", "covered-table-cell")):
            blocks = () if local(cell) == "covered-table-cell" else tuple(self.blocks(cell))
            times = _count(cell, f"{TABLE}number-columns-repeated", _MOST_COLUMNS)
            cells += [blocks] * (times if len(cell_text(blocks)) <= _LONGEST_REPEATED else 1)
        while cells and not cells[-1]:
            cells.pop()
        return tuple(cells[:_MOST_COLUMNS])


def _inside(parent: "_Element", wanted: tuple[str, ...]) -> Iterator["_Element"]:
    """Yield the rows of a table or the cells of a row, those in groups too, but not those of a table inside."""
    stack = list(reversed(parent))
    while stack:
        node = stack.pop()
        name = local(node)
        if name in wanted:
            yield node
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            stack += reversed(node)


def _count(node: "_Element", name: str, most: int) -> int:
    told = node.get(name, "1")
    return min(int(told), most) if told.isdecimal() and len(told) < 8 else 1
