"""Tables: cells between rules, or aligned without any; the same table going on over a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.pdf.hyphens import join_lines
from corpus.pdf.lines import CALL, END_OF_CALL, lines_of
from corpus.pdf.types import Word


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, with where the table stands; `columns` are the left edges of its columns."""

    rows: tuple[tuple[str, ...], ...]
    left: float
    top: float
    right: float
    bottom: float
    page: int
    columns: tuple[float, ...]

    @property
    def base(self) -> float:
        """Where it stands among lines: by its upper edge."""
        return self.top + 0.1


def cell_text(words: Sequence[Word], page: int, known: frozenset[str]) -> str:
    """Return the words of a cell on one line."""
    text = join_lines([line.text for line in lines_of(words, page)], known)
    return " ".join(text.replace(CALL, "").replace(END_OF_CALL, "").split())


def go_on(before: Table, after: Table) -> bool:
    """Tell the same table on the next page: as many columns, at the same places."""
    if after.page != before.page + 1 or len(before.columns) != len(after.columns):
        return False
    return all(abs(one - other) < 12 for one, other in zip(before.columns, after.columns, strict=True))


def without_repeated_head(before: Table, rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Drop the rows at the head of a page that repeat the first rows of the table."""
    kept = list(rows)
    for row in before.rows[:3]:
        if kept and [cell.casefold() for cell in kept[0]] == [cell.casefold() for cell in row]:
            kept.pop(0)
        else:
            break
    return kept
