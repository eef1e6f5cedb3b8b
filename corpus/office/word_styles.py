"""The styles and the numbering of a Word document: headings, list items, bold, tables of contents."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.office.xml import local

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|titre|überschrift|título|titolo)\s*([1-9])$", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titre|titre principal|book title)$", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|tm|table des matières)\s*\d", re.IGNORECASE)
_LISTED = re.compile(r"(?:list (?:bullet|number)|liste à (?:puces|numéros))\s*\d?$", re.IGNORECASE)
_SIDES = ("top", "left", "bottom", "right")
_OFF = frozenset(("0", "false", "off", "none"))
#: Styles that are based on one another in a ring end somewhere.
_MOST_BASES = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of its paragraphs; `level` is 0 when it is no heading, `None` when it says nothing of it.

    `boxed` when it draws a border on every side.
    """

    level: int | None = None
    item: bool | None = None
    bold: bool | None = None
    contents: bool = False
    boxed: bool | None = None


def read_styles(root: "_Element | None") -> dict[str, Style]:
    """Return the styles by id, with what they take from the styles that they are based on."""
    nodes = {node.get(f"{W}styleId", ""): node for node in root if local(node) == "style"} if root is not None else {}
    return {key: _style(key, nodes) for key in nodes}


def _style(key: str, nodes: dict[str, "_Element"]) -> Style:
    level: int | None = None
    item: bool | None = None
    bold: bool | None = None
    boxed: bool | None = None
    contents = False
    for _ in range(_MOST_BASES):
        node = nodes.get(key)
        if node is None:
            break
        name = value(node, "name") or ""
        contents = contents or bool(_CONTENTS.match(name))
        own = properties(node.find(f"{W}pPr"), node.find(f"{W}rPr"))
        named = _named_level(name)
        level = level if level is not None else named if named is not None else own.level
        item = item if item is not None else True if _LISTED.match(name) else own.item
        bold = bold if bold is not None else own.bold
        boxed = boxed if boxed is not None else own.boxed
        key = value(node, "basedOn") or ""
    return Style(level, item, bold, contents, boxed)


def _named_level(name: str) -> int | None:
    if heading := _HEADING.match(name.strip()):
        return int(heading[1])
    return 1 if _TITLE.match(name.strip()) else None


def properties(paragraph: "_Element | None", run: "_Element | None" = None) -> Style:
    """Read what paragraph and run properties say themselves."""
    level: int | None = None
    item: bool | None = None
    boxed: bool | None = None
    if paragraph is not None:
        told = value(paragraph, "outlineLvl")
        if told is not None and told.isdecimal():
            level = int(told) + 1 if int(told) < 9 else 0
        numbering = paragraph.find(f"{W}numPr")
        if numbering is not None:
            item = (value(numbering, "numId") or "0") != "0"
        borders = paragraph.find(f"{W}pBdr")
        if borders is not None:
            boxed = all((value(borders, side) or "nil") not in ("nil", "none") for side in _SIDES)
    return Style(level, item, switch(run, "b"), boxed=boxed)


def value(node: "_Element", name: str) -> str | None:
    """Return the `w:val` of a child element."""
    child = node.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val", "")


def switch(properties: "_Element | None", name: str) -> bool | None:
    """Return a property that is on or off, `None` when it is not told."""
    child = properties.find(f"{W}{name}") if properties is not None else None
    return None if child is None else child.get(f"{W}val", "1") not in _OFF
