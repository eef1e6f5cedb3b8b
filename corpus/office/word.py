"""From the XML of a Word document to its blocks: changes accepted, notes apart, text boxes after their paragraph."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.office.layout import NEW_LINE, Block, Boxed, Paragraph, Table
from corpus.office.word_styles import Style, W, properties, switch, value
from corpus.office.words import Words
from corpus.office.xml import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_BREAKS = {"br": NEW_LINE, "cr": NEW_LINE, "tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011"}
#: What is not read: deleted or moved text, codes of fields, phonetic guides, what stands in for a drawing, properties.
_SKIPPED = frozenset(
    "del moveFrom instrText delText delInstrText fldData rt Fallback pPr rPr tblPr tcPr trPr sectPr".split()
)
_WIDEST = 100


class WordBody:
    """Reads the blocks of a body; `notes` are the ids of the notes called, in order."""

    def __init__(self, styles: dict[str, Style]) -> None:
        self._styles = styles
        self._held = ""
        self.notes: list[tuple[str, str]] = []

    def blocks(self, parent: "_Element") -> Iterator[Block]:
        """Yield the blocks of a body, a cell, a text box or a note."""
        for node in parent:
            name = local(node)
            if name == "p":
                yield from self._paragraph(node)
            elif name == "tbl":
                yield self._table(node)
            elif name == "sdt":
                if not _is_contents(node):
                    yield from self.blocks(node)
            elif name not in _SKIPPED:
                yield from self.blocks(node)

    def _paragraph(self, node: "_Element") -> Iterator[Block]:
        own = node.find(f"{W}pPr")
        told = _over(
            properties(own), self._styles.get((value(own, "pStyle") if own is not None else None) or "", Style())
        )
        words = self._words(node, told.bold or False)
        text = self._held + "".join(words.parts)
        self._held = ""
        mark = own.find(f"{W}rPr") if own is not None else None
        if _is_drop_cap(own) or (mark is not None and mark.find(f"{W}del") is not None):
            self._held = text  # a drop cap, or a paragraph whose end is deleted: it runs on in the next one
        elif not told.contents:
            boxed = bool(told.boxed) or _is_framed(own)
            yield Paragraph(text, told.level or 0, bool(told.item), words.all_bold, boxed)
        for box in words.boxes:
            yield Boxed(tuple(self.blocks(box)))

    def _words(self, paragraph: "_Element", bold: bool) -> Words:
        """Gather the words of a paragraph, without recursion: a file decides how deep it goes."""
        words = Words()
        stack: list[tuple[_Element, bool]] = [(child, bold) for child in reversed(paragraph)]
        while stack:
            node, strong = stack.pop()
            name = local(node)
            if name in _SKIPPED:
                continue
            if name == "txbxContent":
                words.boxes.append(node)
                continue
            if name == "r":
                run = node.find(f"{W}rPr")
                if switch(run, "vanish") or switch(run, "webHidden"):
                    continue
                told = switch(run, "b")
                strong = strong if told is None else told
            self._add(words, node, name, strong)
            stack += [(child, strong) for child in reversed(node)]
        return words

    def _add(self, words: Words, node: "_Element", name: str, strong: bool) -> None:
        if name == "t":
            words.add(node.text, strong=strong)
        elif name in _BREAKS:
            words.parts.append(_BREAKS[name])
        elif name in ("footnoteReference", "endnoteReference"):
            self.notes.append((name.removesuffix("Reference"), node.get(f"{W}id", "")))

    def _table(self, table: "_Element") -> Table:
        rows = []
        for row in _inside(table, "tr"):
            marks = row.find(f"{W}trPr")
            if marks is None or marks.find(f"{W}del") is None:
                rows.append(tuple(self._row(row, marks)))
        return Table(tuple(rows))

    def _row(self, row: "_Element", marks: "_Element | None") -> Iterator[tuple[Block, ...]]:
        for _ in range(_count(marks, "gridBefore", 0)):
            yield ()
        for cell in _inside(row, "tc"):
            told = cell.find(f"{W}tcPr")
            covered = told is not None and (
                value(told, "vMerge") in ("", "continue") or told.find(f"{W}cellDel") is not None
            )
            yield () if covered else tuple(self.blocks(cell))
            for _ in range(_count(told, "gridSpan", 1) - 1):
                yield ()


def _inside(parent: "_Element", wanted: str) -> Iterator["_Element"]:
    """Yield the rows of a table or the cells of a row, those in content controls too."""
    stack = list(reversed(parent))
    while stack:
        node = stack.pop()
        name = local(node)
        if name == wanted:
            yield node
        elif name in ("sdt", "sdtContent", "customXml", "ins", "smartTag"):
            stack += reversed(node)


def _count(properties: "_Element | None", name: str, default: int) -> int:
    told = value(properties, name) if properties is not None else None
    return min(int(told), _WIDEST) if told and told.isdecimal() and len(told) < 6 else default


def _is_contents(node: "_Element") -> bool:
    gallery = node.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val", "").lower() == "table of contents"


def _is_drop_cap(properties: "_Element | None") -> bool:
    frame = properties.find(f"{W}framePr") if properties is not None else None
    return frame is not None and frame.get(f"{W}dropCap", "none") != "none"


def _is_framed(properties: "_Element | None") -> bool:
    """Tell a paragraph of a frame, which stands beside the text."""
    frame = properties.find(f"{W}framePr") if properties is not None else None
    return frame is not None and frame.get(f"{W}dropCap", "none") == "none"


def _over(own: Style, style: Style) -> Style:
    return replace(
        style,
        level=style.level if own.level is None else own.level,
        item=style.item if own.item is None else own.item,
        boxed=style.boxed if own.boxed is None else own.boxed,
    )
