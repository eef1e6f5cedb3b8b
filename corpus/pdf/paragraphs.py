"""From the lines of a region to its parts: where a paragraph, an item or a note begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from corpus.pdf.columns import Item
from corpus.pdf.frames import Framed
from corpus.pdf.hyphens import join_lines
from corpus.pdf.lines import BULLETS, Line, opens_note
from corpus.pdf.part import Kind, Part
from corpus.pdf.table import Table

_BULLET = re.compile(rf"(?:[{BULLETS}]|-(?=\s)|[*o](?=\s\s?\w))\s*")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)°]|[a-h]\)|[IVX]{1,5}[.)]|\d{1,2}\s?[-–])\s")
_LABEL = re.compile(r"[A-ZÉÈÊÀÂÎÔÛŒ][\w’'’ /().-]{1,60}?[ \xa0]*:(?:[ \xa0]|$)")
_FINAL = re.compile(r"[.!?…:;»”)]\s*$")
_NOTE = re.compile(r"\ue000?[\[(]?(\d{1,3}|\*{1,3})[\])]?\ue001?[.)]?\s*(?=\S)")
_LEADING = 1.35
_INDENT = 0.6
_ALIGNED = 2.0


@dataclass(frozen=True, slots=True)
class _Column:
    """The edges of a column, the distance of its base lines in sizes, the indent of its paragraphs, 0 for none."""

    left: float
    right: float
    leading: float
    indents: float


def parts_of(items: Sequence[Item], edges: tuple[float, float], body: float, known: frozenset[str]) -> list[Part]:
    """Return the parts of a region in order; `edges` are its sides, `known` the words of the document."""
    lines = [item for item in items if isinstance(item, Line)]
    notes = _notes(lines, body)
    column = _column(lines, edges)
    frames = [item for item in items if isinstance(item, Framed)]
    parts: list[Part] = []
    boxes: list[Part] = []
    before: Line | None = None
    for item in items:
        if isinstance(item, Framed):  # a paragraph may go on beside it
            boxes.append(Part("box", framed=item, page=item.page))
            continue
        if isinstance(item, Table):
            parts += [*boxes, Part("table", table=item, page=item.page, rows=[(row, item.page) for row in item.rows])]
            boxes, before = [], None
            continue
        is_note = id(item) in notes
        room = _beside(column, before, frames) if before is not None else column
        if before is None or _begins(before, item, room) or _changes(parts[-1], item, is_note=is_note):
            parts += [*boxes, Part(_kind(item, is_note=is_note), page=item.page)]
            boxes = []
        elif _ended_early(before, item, room):
            parts[-1].ends.add(len(parts[-1].lines) - 1)
        parts[-1].lines.append(item)
        before = item
    return [_finished(part, edges, known) for part in (*parts, *boxes)]


def _kind(line: Line, *, is_note: bool) -> Kind:
    if is_note:
        return "note"
    return "item" if is_bullet(line.text) else "paragraph"


def is_bullet(text: str) -> bool:
    """Tell a line that begins with the mark of a list item."""
    return bool(_BULLET.match(text))


def _leading(lines: Sequence[Line]) -> float:
    """Return the usual distance of base lines, in sizes."""
    steps = [
        (after.base - before.base) / before.size
        for before, after in pairwise(lines)
        if before.size == after.size and 0.8 < (after.base - before.base) / max(1.0, before.size) < 2.5
    ]
    return min(median(steps), 1.9) if steps else 1.25


def _notes(lines: Sequence[Line], body: float) -> set[int]:
    """Return the lines of footnotes: those at the foot of a region, from one that begins with a number on.

    They are small, or the number that opens the first one is.
    """
    at = next((at for at, line in enumerate(lines) if len(line.words) > 1 and opens_note(*line.words[:2])), None)
    if at:
        return {id(line) for line in lines[at:]}
    small: list[Line] = []
    for line in reversed(lines):
        if line.size > 0.94 * body:
            break
        small.append(line)
    small.reverse()
    while small and not _NOTE.match(small[0].text):
        small.pop(0)
    return {id(line) for line in small}


def _changes(part: Part, line: Line, *, is_note: bool) -> bool:
    """Tell a line that cannot go on with a part: another size, another weight, another kind."""
    last = part.lines[-1]
    if is_note or part.kind == "note":
        return part.kind != "note" or bool(_NOTE.match(line.text))
    if abs(line.size - last.size) > 0.08 * last.size:
        return True
    lettered = any(sign.isalpha() for sign in line.text)
    return lettered and line.bold != last.bold and line.bold != part.bold


def _begins(before: Line, line: Line, column: _Column) -> bool:
    """Tell a line that begins a block: after white, with a mark, indented, or after a line that was ended early."""
    step = (line.base - before.base) / max(1.0, before.size, line.size)
    if step > column.leading * _LEADING or step < 0 or is_bullet(line.text):
        return True
    text, told = line.text, before.text
    early = _ended_early(before, line, column)
    if _NUMBERED.match(text) and (early or _FINAL.search(told)):
        return True
    if early and (_FINAL.search(told) or _LABEL.match(text) or _is_capitals(text) != _is_capitals(told)):
        return True
    return column.indents > 0 and abs(line.left - column.left - column.indents) < _ALIGNED


def _is_capitals(text: str) -> bool:
    return text.isupper() and " " in text.strip()


def _column(lines: Sequence[Line], edges: tuple[float, float]) -> _Column:
    """Measure a column: its leading, and by how much its paragraphs are indented, if they are."""
    plain = _Column(*edges, _leading(lines), 0.0)
    insets: dict[int, list[bool]] = {}
    for before, line in pairwise(lines):
        inset = line.left - edges[0]
        if _INDENT * line.size < inset < 5 * line.size and not is_bullet(line.text):
            insets.setdefault(round(inset), []).append(_ended_early(before, line, plain))
    at = max(insets, key=lambda inset: (len(insets[inset]), inset), default=0)
    early = insets.get(at, [])
    return replace(plain, indents=float(at)) if len(early) >= 2 and sum(early) >= 0.75 * len(early) else plain


def _beside(column: _Column, line: Line, frames: Sequence[Framed]) -> _Column:
    """Return the column as it is for a line: a box on its right leaves less of it."""
    right = min(
        (
            box.left
            for box in frames
            if box.top - line.size < line.base < box.bottom + line.size and box.left > line.right
        ),
        default=None,
    )
    return column if right is None else replace(column, right=right - 0.5 * line.size)


def _ended_early(before: Line, line: Line, column: _Column) -> bool:
    """Tell a line that had room for the first word of the next one: its author ended it there."""
    first = line.words[0]
    room = column.right - before.right
    return room > (first.right - first.left) + 1.1 * before.size and not before.text.endswith("-")


def _finished(part: Part, edges: tuple[float, float], known: frozenset[str]) -> Part:
    """Join the lines of a part into its text."""
    if part.kind in ("table", "box"):
        return part
    part.text = _joined(part, known)
    last = part.lines[-1]
    part.full = edges[1] - last.right < 2.5 * last.size
    if part.kind == "item":
        part.text = _BULLET.sub("", part.text, count=1)
    return part


def _joined(part: Part, known: frozenset[str]) -> str:
    """Join the lines of a part; where its author ended a line that has no stop, the line end stays."""
    runs: list[list[str]] = [[]]
    for number, line in enumerate(part.lines):
        runs[-1].append(line.text)
        if number in part.ends and part.kind != "note":
            runs.append([])
    return "\n".join(join_lines(run, known) for run in runs if run)
