"""Running heads, running feet and page numbers: outer lines that come back at one place from page to page."""

import re
from collections import Counter
from collections.abc import Container, Sequence

from corpus.pdf.lines import Line

#: How many lines at the head and at the foot of a page are looked at, and how far in they may stand.
_DEPTH = 3
_ZONE = 0.17
_SAME_PLACE = 3
_ALIKE = 88.0
_MOST_KEYS = 200
_NUMBER = re.compile(
    r"(?:page|p\.)?\s*[-–—|]?\s*(\d{1,4}|[ivxl]{1,6})\s*[-–—|]?(?:\s*(?:/|sur|de|of)\s*\d{1,4})?\s*[-–—|.]?$",
    re.IGNORECASE,
)


#: A base line, in whole points, and the size of the font.
Place = tuple[int, float]


def without_running(pages: Sequence[Sequence[Line]], heights: Sequence[float], body: float) -> list[list[Line]]:
    """Return the lines of each page without those that run from page to page; `body` is the size of the text."""
    outer = [_outer(lines, height) for lines, height in zip(pages, heights, strict=True)]
    repeated = _repeated(_of_distinct_pages(pages, outer), body)
    kept: list[list[Line]] = []
    for number, lines in enumerate(pages):
        gone = {
            id(line)
            for line in outer[number]
            if (place := _place(line, repeated)) and _key(line, number) in repeated[place]
        }
        # The title of a chapter reads otherwise on each page, where heads run.
        gone |= {id(line) for line in _edges(lines, gone) if _place(line, repeated) and line.size <= body}
        gone |= {id(line) for line in _edges(lines, gone) if _is_page_number(line, lines, heights[number])}
        kept.append([line for line in lines if id(line) not in gone])
    return kept


def _of_distinct_pages(pages: Sequence[Sequence[Line]], outer: Sequence[Sequence[Line]]) -> list[Sequence[Line]]:
    """Leave out the pages that are copies of an earlier one: what comes back there is the page, not a head."""
    seen: set[tuple[str, ...]] = set()
    kept: list[Sequence[Line]] = []
    for number, lines in enumerate(pages):
        words = tuple(_key(line, number) for line in lines)
        kept.append(() if words in seen else outer[number])
        seen.add(words)
    return kept


def _outer(lines: Sequence[Line], height: float) -> list[Line]:
    head = [line for line in lines[:_DEPTH] if line.base < _ZONE * height]
    return head + [line for line in lines[max(len(head), len(lines) - _DEPTH) :] if line.base > (1 - _ZONE) * height]


def _edges(lines: Sequence[Line], gone: set[int]) -> list[Line]:
    left = [line for line in lines if id(line) not in gone]
    return [left[0], left[-1]] if left else []


def _key(line: Line, page: int) -> str:
    """Return the words of a line, the number of its page put apart: the other numbers must be the same."""

    def shown(found: re.Match[str]) -> str:
        return "#" if abs(int(found[0][:6]) - page) < 40 and len(found[0]) < 4 else found[0]

    return re.sub(r"\s+", " ", re.sub(r"\d+", shown, line.text.casefold())).strip()


def _place(line: Line, places: Container[Place]) -> Place | None:
    """Return the known place, a base line and a size, at which a line stands."""
    at = round(line.base)
    near = sorted(range(at - _SAME_PLACE, at + _SAME_PLACE + 1), key=lambda base: (abs(base - at), base))
    return next(((base, line.size) for base in near if (base, line.size) in places), None)


def _repeated(outer: Sequence[Sequence[Line]], body: float) -> dict[Place, frozenset[str]]:
    """Return the places at which a line comes back, and how it reads there."""
    from rapidfuzz.fuzz import ratio

    places: dict[Place, list[str]] = {}
    for number, lines in enumerate(outer):
        for line in lines:
            if line.size <= 1.2 * body:
                place = _place(line, places) or (round(line.base), line.size)
                places.setdefault(place, []).append(_key(line, number))
    repeated: dict[Place, frozenset[str]] = {}
    for place, found in places.items():
        counted = Counter(found)
        keys = [key for key, count in sorted(counted.items()) if _often(count, key, len(outer))]
        if keys:
            repeated[place] = frozenset(
                key for key in counted if any(ratio(key, other) >= _ALIKE for other in keys[:_MOST_KEYS])
            )
    return repeated


def _often(count: int, key: str, pages: int) -> bool:
    """Ask for more when a number may be that of a session: it must be on a third of the pages at least."""
    return count >= (max(2, pages / 3) if "#" in key else max(2, pages / 12))


def _is_page_number(line: Line, lines: Sequence[Line], height: float) -> bool:
    """Tell a lone number at the edge of the page, away from the text."""
    if not _NUMBER.match(line.text.strip()):
        return False
    if line is lines[0] and len(lines) > 1 and line.base < _ZONE * height:
        return lines[1].top - line.bottom > 0.6 * line.size
    return line.base > (1 - _ZONE) * height
