"""What a page draws besides its text: the rules of tables, and how much of it is pictures."""

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.pdf.limits import OBJECTS, RULES, SURFACES
from corpus.pdf.turn import Box, Turn
from corpus.pdf.types import Rule

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_THIN = 2.5
_SHORTEST = 6.0
_DEEPEST = 3
_MOST_DOTS = 100
_NARROWEST_SURFACE = 40.0
_WHITE = 252


class Strokes(NamedTuple):
    """The rules, the dots, the coloured surfaces, the share of pictures (0 to 1), and how many paths are drawn."""

    rules: tuple[Rule, ...]
    dots: tuple[Box, ...]
    surfaces: tuple[Box, ...]
    pictures: float
    paths: int


def read_strokes(page: "PdfPage", turn: Turn) -> Strokes:
    """Return what a page draws, looked at as its text is."""
    import pypdfium2.raw as raw

    rules: list[Rule] = []
    dots: list[Box] = []
    surfaces: list[Box] = []
    covered, paths = 0.0, 0
    for kind, found, stroked, coloured in _objects(page):
        box = turn.box(found)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            covered += max(0.0, min(box[2], turn.width) - max(box[0], 0.0)) * max(
                0.0, min(box[3], turn.height) - max(box[1], 0.0)
            )
        else:
            paths += 1
            if len(dots) < _MOST_DOTS and _is_dot(box):
                dots.append(box)
            if len(rules) < RULES:
                rules += _sides(box, stroked=stroked)
            if coloured and len(surfaces) < SURFACES and min(box[2] - box[0], box[3] - box[1]) > _NARROWEST_SURFACE:
                surfaces.append(box)
    return Strokes(tuple(rules), tuple(dots), tuple(surfaces), covered / max(1.0, turn.width * turn.height), paths)


def _is_dot(box: Box) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return 1.5 < wide < 8 and 0.75 < wide / max(0.1, high) < 1.33


def _objects(page: "PdfPage") -> Iterator[tuple[int, Box, bool, bool]]:
    """Yield the pictures and paths of a page: kind, box, whether its outline is drawn, whether it is coloured."""
    import pypdfium2.raw as raw

    sides = [ctypes.c_float() for _ in range(4)]
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    for kind, found in _walk(page):
        if kind not in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH):
            continue
        if not raw.FPDFPageObj_GetBounds(found, *sides):
            continue
        drawn = kind == raw.FPDF_PAGEOBJ_PATH and raw.FPDFPath_GetDrawMode(found, fill, stroke)
        coloured = bool(drawn and fill.value) and _is_coloured(found)
        box = (sides[0].value, sides[1].value, sides[2].value, sides[3].value)
        yield kind, box, bool(drawn and stroke.value), coloured


def _is_coloured(path: Any) -> bool:
    """Tell a surface that is seen on a white page."""
    import pypdfium2.raw as raw

    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(path, red, green, blue, opacity):
        return False
    return opacity.value > 0 and min(red.value, green.value, blue.value) < _WHITE


def _walk(page: "PdfPage") -> Iterator[tuple[int, Any]]:
    import pypdfium2.raw as raw

    left = OBJECTS
    inside: list[tuple[Any, int]] = []
    for at in range(min(raw.FPDFPage_CountObjects(page.raw), OBJECTS)):
        inside.append((raw.FPDFPage_GetObject(page.raw, at), 0))
        while inside and left > 0:
            found, depth = inside.pop()
            left -= 1
            kind = raw.FPDFPageObj_GetType(found)
            yield kind, found
            if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                count = min(raw.FPDFFormObj_CountObjects(found), left)
                inside += [(raw.FPDFFormObj_GetObject(found, below), depth + 1) for below in range(count)]


def _sides(box: Box, *, stroked: bool) -> list[Rule]:
    """Return a thin box as a rule, a box whose outline is drawn as its four sides, nothing for a plain surface."""
    left, top, right, bottom = box
    wide, high = right - left, bottom - top
    if max(wide, high) < _SHORTEST:
        return []
    if min(wide, high) <= _THIN:
        return [Rule(*box)]
    if not stroked:
        return []
    return [
        Rule(left, top, right, top),
        Rule(left, bottom, right, bottom),
        Rule(left, top, left, bottom),
        Rule(right, top, right, bottom),
    ]
