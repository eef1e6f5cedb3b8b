"""The styles of an OpenDocument text: which paragraphs are titles or bold, which spans are bold or hidden."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.office.xml import local

if TYPE_CHECKING:
    from lxml.etree import _Element

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_MOST_BASES = 20


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says: `level` of a title, bold, hidden, a border all around; `None` and 0 when it says nothing."""

    level: int = 0
    bold: bool | None = None
    hidden: bool = False
    boxed: bool = False


def read_looks(roots: Iterable["_Element | None"]) -> dict[str, Look]:
    """Return the styles of all the parts by name, with what they take from their parents."""
    nodes: dict[str, _Element] = {}
    for root in roots:
        for node in root.iter(f"{STYLE}style") if root is not None else ():
            nodes.setdefault(node.get(f"{STYLE}name", ""), node)
    return {name: _look(name, nodes) for name in nodes}


def _look(name: str, nodes: dict[str, "_Element"]) -> Look:
    level, hidden = 0, False
    bold: bool | None = None
    boxed: bool | None = None
    for _ in range(_MOST_BASES):
        node = nodes.get(name)
        if node is None:
            break
        level = level or (1 if name == "Title" else _level(node))
        for own in node:
            if local(own) == "text-properties":
                weight = own.get(f"{_FO}font-weight")
                bold = bold if bold is not None or weight is None else weight in ("bold", "600", "700", "800", "900")
                hidden = hidden or own.get(f"{_TEXT}display") == "none"
            elif local(own) == "paragraph-properties" and boxed is None:
                boxed = _is_boxed(own)
        name = node.get(f"{STYLE}parent-style-name", "")
    return Look(level, bold, hidden, bool(boxed))


def _is_boxed(properties: "_Element") -> bool | None:
    """Tell a border on every side, none on some side; nothing when no border is told."""
    told = [properties.get(f"{_FO}border{side}") for side in ("", "-top", "-left", "-bottom", "-right")]
    if told[0] is not None:
        return told[0] != "none"
    sides = [border for border in told[1:] if border is not None]
    return len(sides) == 4 and "none" not in sides if sides else None


def _level(node: "_Element") -> int:
    told = node.get(f"{STYLE}default-outline-level", "")
    return int(told) if told.isdecimal() and len(told) < 3 else 0
