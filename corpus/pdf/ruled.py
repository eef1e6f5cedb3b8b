"""Tables between rules: the grid that the rules draw, and the words in its cells."""

from collections.abc import Sequence

from corpus.pdf.lines import level_words
from corpus.pdf.table import Table, cell_text
from corpus.pdf.types import Page, Rule, Word

_TOUCH = 4.0
_SAME = 4.0
_LONGEST_CELL = 600
_MOST_LINES = 400


def ruled_tables(page: Page, known: frozenset[str]) -> tuple[list[Table], list[Word]]:
    """Return the tables that rules enclose, and the words outside them; `known` are the words of the document."""
    tables: list[Table] = []
    left = level_words(page.words)
    for group in groups(page.rules):
        across = places([(rule.top + rule.bottom) / 2 for rule in group if rule.level])
        down = places([(rule.left + rule.right) / 2 for rule in group if not rule.level])
        if len(across) < 2 or len(down) < 3:
            continue
        inside = [word for word in left if down[0] - 2 <= _middle(word) <= down[-1] + 2 and _within(word, across)]
        table = _table(inside, group, (across, down), (page.number, known))
        if table is not None:
            tables.append(table)
            taken = set(map(id, inside))
            left = [word for word in left if id(word) not in taken]
    return tables, left


def _middle(word: Word) -> float:
    return (word.left + word.right) / 2


def _within(word: Word, across: Sequence[float]) -> bool:
    return across[0] - 1 <= word.base - 0.3 * word.size <= across[-1] + 1


def groups(rules: Sequence[Rule], fewest: int = 5) -> list[list[Rule]]:
    """Set together the rules that touch each other, from top to bottom; groups of fewer rules are left."""
    found: list[tuple[Rule, list[Rule]]] = []
    for rule in sorted(rules, key=lambda rule: (rule.top, rule.left, rule.right, rule.bottom)):
        touched = [group for group in found if _touch(group[0], rule)]
        members = [member for group in touched for member in group[1]] + [rule]
        found = [group for group in found if group not in touched]
        found.append((_around(members), members))
    return [members for _, members in sorted(found, key=lambda group: group[0]) if len(members) >= fewest]


def _touch(box: Rule, rule: Rule) -> bool:
    return (
        box.left - _TOUCH <= rule.right
        and rule.left <= box.right + _TOUCH
        and box.top - _TOUCH <= rule.bottom
        and rule.top <= box.bottom + _TOUCH
    )


def _around(rules: Sequence[Rule]) -> Rule:
    return Rule(
        min(rule.left for rule in rules),
        min(rule.top for rule in rules),
        max(rule.right for rule in rules),
        max(rule.bottom for rule in rules),
    )


def places(found: Sequence[float]) -> list[float]:
    """Return the distinct heights, or distances, of parallel rules."""
    places: list[float] = []
    for place in sorted(found):
        if not places or place - places[-1] > _SAME:
            places.append(place)
    return places[:_MOST_LINES]


def _table(
    words: Sequence[Word],
    rules: Sequence[Rule],
    grid: tuple[list[float], list[float]],
    told: tuple[int, frozenset[str]],
) -> Table | None:
    """Fill the grid; a cell over several columns or rows is told once, in the first. None when it lays out a page."""
    across, down = grid
    cells: dict[tuple[int, int], list[Word]] = {}
    owners = _owners(rules, across, down)
    for word in words:
        row = _index(across, word.base - 0.3 * word.size)
        cells.setdefault(owners[row, _index(down, _middle(word))], []).append(word)
    rows = [
        tuple(cell_text(cells.get((row, column), []), *told) for column in range(len(down) - 1))
        for row in range(len(across) - 1)
    ]
    filled = [row for row in rows if any(row)]
    columns = sum(any(row[column] for row in filled) for column in range(len(down) - 1))
    if not filled or columns < 2 or any(len(cell) > _LONGEST_CELL for row in filled for cell in row):
        return None
    return Table(tuple(filled), down[0], across[0], down[-1], across[-1], told[0], tuple(down[:-1]))


def _index(places: Sequence[float], at: float) -> int:
    return max(0, min(len(places) - 2, sum(place <= at for place in places) - 1))


def _owners(
    rules: Sequence[Rule], across: Sequence[float], down: Sequence[float]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Tell of each place of the grid the cell that it belongs to: where no rule stands, the cell goes on."""
    level = [rule for rule in rules if rule.level]
    upright = [rule for rule in rules if not rule.level]
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(across) - 1):
        for column in range(len(down) - 1):
            middle_y = (across[row] + across[row + 1]) / 2
            middle_x = (down[column] + down[column + 1]) / 2
            owner = (row, column)
            if column and not any(
                abs(r.left - down[column]) < _SAME and r.top <= middle_y <= r.bottom for r in upright
            ):
                owner = owners[row, column - 1]
            elif row and not any(abs(r.top - across[row]) < _SAME and r.left <= middle_x <= r.right for r in level):
                owner = owners[row - 1, column]
            owners[row, column] = owner
    return owners
