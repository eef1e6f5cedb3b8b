"""The parts of a text as they are put together: headings, paragraphs, items, tables, notes, boxes."""

from dataclasses import dataclass, field
from typing import Literal

from corpus.pdf.frames import Framed
from corpus.pdf.lines import Line
from corpus.pdf.table import Table

Kind = Literal["heading", "paragraph", "item", "table", "note", "box"]


@dataclass(slots=True)
class Part:
    """A block being put together; `starts` are the offsets in its text at which pages begin.

    `ends` are the numbers of the lines that their author ended; `full` tells that the last line runs to the right edge,
    so that the text may go on elsewhere. `frame` is the number of its box, 0 outside boxes.
    """

    kind: Kind
    lines: list[Line] = field(default_factory=list)
    ends: set[int] = field(default_factory=set)
    text: str = ""
    table: Table | None = None
    framed: Framed | None = None
    full: bool = False
    level: int = 0
    mark: str = ""
    frame: int = 0
    page: int = 0
    starts: list[tuple[int, int]] = field(default_factory=list)
    rows: list[tuple[tuple[str, ...], int]] = field(default_factory=list)
    notes: list["Part"] = field(default_factory=list)

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        weights: dict[float, int] = {}
        for line in self.lines:
            weights[line.size] = weights.get(line.size, 0) + sum(len(word.text) for word in line.words)
        return max(weights, key=lambda size: (weights[size], size), default=0.0)

    @property
    def bold(self) -> bool:
        """True when all its lines are bold."""
        return bool(self.lines) and all(line.bold or not any(c.isalpha() for c in line.text) for line in self.lines)
