"""Choose the element that holds the report: the article, the main part, or the whole body."""

from typing import TYPE_CHECKING

from corpus.page.tree import Weight

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

#: Where authors say that the report is, the most telling first.
_MARKS = ("main, [role=main]", "article, [itemprop=articleBody]")
#: A part with less than this share of the text outside links is not the report.
_LEAST_SHARE = 0.5


def main_part(body: "LexborNode", weights: dict[int, Weight]) -> "LexborNode":
    """Return the smallest marked element that holds at least half of the prose of the one around it."""
    part = body
    for mark in _MARKS:
        found = [node for node in part.css(mark) if node.mem_id in weights]
        best = max(found, key=lambda node: _prose(weights[node.mem_id]), default=None)
        if best is not None and _holds(weights[best.mem_id], weights[part.mem_id]):
            part = best
    return part


def _prose(weight: Weight) -> int:
    return weight.text - weight.linked


def _holds(inner: Weight, outer: Weight) -> bool:
    """Tell that leaving the outer part loses neither much prose nor the title."""
    return _prose(inner) >= _LEAST_SHARE * _prose(outer) and _prose(inner) > 0
