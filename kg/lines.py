"""The lines of a card: a fact in words, when, and every place where it was read."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.resolve.forms import folded


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a fact was read: the file and the characters."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A fact of a card: what kind of fact, its words, when, where it was read first, at which event, and elsewhere."""

    section: str
    words: str
    date: str
    source: str
    start: int
    end: int
    at: str = ""
    also: tuple[Place, ...] = ()

    @property
    def place(self) -> Place:
        """Where it was read first."""
        return Place(self.source, self.start, self.end)


def in_time(lines: Iterable[Line]) -> list[Line]:
    """Return lines in the order of time, what is told again once with all its places; undated lines come last."""
    kept: dict[tuple[str, str, str], Line] = {}
    for line in sorted(lines, key=lambda line: (_day(line) or "9999", line.place)):
        key = (_day(line), line.at, folded(line.words))
        kept[key] = joined(kept[key], line) if key in kept else line
    return list(kept.values())


def joined(known: Line, line: Line) -> Line:
    """Keep the fuller words and every place, the one of these words first."""
    best, other = (line, known) if len(line.words) > len(known.words) else (known, line)
    places = sorted({*known.also, *line.also, other.place} - {best.place})
    return replace(best, date=best.date or other.date, also=tuple(places))


def _day(line: Line) -> str:
    return line.date.split("T")[0]
