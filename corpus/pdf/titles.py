"""Titles inside a PDF, by size, weight, capitals and numbering; their levels, by comparing them with each other."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.pdf.lines import Line
from corpus.pdf.part import Part

_LARGER = 1.12
_LONGEST = 200
_LONGEST_BOLD = 120
_MOST_LINES = 5
_LEVELS = 6
_DEPTH = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s")
#: A style of titles: its size in half points, capitals, weight, and how deep its numbers go.
Style = tuple[float, bool, bool, int]


def body_size(lines: Iterable[Line]) -> float:
    """Return the size in which most letters of a document are set."""
    counted: Counter[float] = Counter()
    for line in lines:
        for word in line.words:
            counted[word.size] += len(word.text)
    return max(counted, key=lambda size: (counted[size], size), default=10.0)


def mark_titles(parts: Sequence[Part], body: float) -> None:
    """Make headings of the paragraphs that are titles, and give each its level, 1 for the highest."""
    styles = {id(part): _style(part) for part in parts if part.kind == "paragraph" and _is_title(part, body)}
    ranks = {style: rank for rank, style in enumerate(sorted(set(styles.values()), key=_rank), start=1)}
    for part in parts:
        if id(part) in styles:
            part.kind, part.level = "heading", min(ranks[styles[id(part)]], _LEVELS)


def _is_title(part: Part, body: float) -> bool:
    words = part.text.strip()
    if len(words) > _LONGEST or len(part.lines) > _MOST_LINES or not re.search(r"[^\W\d_]{2}", words):
        return False
    if part.size >= _LARGER * body and not re.search(r"[,;]$", words):
        return True
    if len(words) > _LONGEST_BOLD or re.search(r"[.,;:!]$", words) or part.size < 0.8 * body:
        return False
    if _is_label(words):
        return False
    if part.bold:
        return bool(re.match(r"\W*[A-ZÀ-ÞŒ0-9]", words))
    return words.isupper() and len(words) > 5 and not words.startswith("«")


def _is_label(words: str) -> bool:
    """Tell « Modérateur : Untel » from a title with a colon: few words before it, a name or a figure after it."""
    label, colon, rest = (part.strip() for part in words.partition(":"))
    if not colon or not rest or words.isupper() or "«" in words or re.search(r"\d|\b[IVX]+$", label):
        return False
    length = len(label.split())
    return length <= 2 or (length <= 4 and not rest[0].islower())


def _style(part: Part) -> Style:
    depth = _DEPTH.match(part.text)
    return round(part.size * 2) / 2, part.text.isupper(), part.bold, depth[1].count(".") if depth else 0


def _rank(style: Style) -> tuple[float, bool, bool, int]:
    size, capitals, bold, depth = style
    return -size, not capitals, not bold, depth
