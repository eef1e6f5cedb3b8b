"""Cells of a table for a spreadsheet: one line, nothing that runs, values as a French reader writes them."""

import unicodedata
from collections.abc import Iterable

from kg.regex import regex

#: What a spreadsheet takes for the start of a formula, full-width forms included.
_FORMULA = frozenset("=+-@\t\r＝＋－＠")
_PLAIN_NUMBER = regex(r"[+-]?\d+(?:[.,]\d+)?(?:[ \u00a0\u202f]?%)?")
_LIST_MARK = regex(r"\A[-*•]\s+")
#: A spreadsheet cuts a longer cell, or spills it over the next rows.
_LONGEST = 32_000


def cell(text: str) -> str:
    """Return a text as a cell: control characters out, on one line, defused by an apostrophe where it would run.

    A plain number keeps its sign; the mark of a list item, which is layout and no word, goes.
    """
    folded = " ".join(_readable(_LIST_MARK.sub("", text)).split())
    if len(folded) > _LONGEST:
        folded = f"{folded[:_LONGEST]} […]"
    return f"'{folded}" if _runs(folded) else folded


def joined(values: Iterable[str]) -> str:
    """Return several values in one cell, each once, in their order."""
    return " | ".join(dict.fromkeys(value for value in values if value))


def decimal(value: float) -> str:
    """Return a number with a decimal comma: 0,9."""
    return f"{value:.4g}".replace(".", ",")


def _readable(text: str) -> str:
    """Take out what a file or a cell cannot hold: lone surrogates; line ends, tabs and controls become spaces."""
    kept = (c for c in text if unicodedata.category(c) != "Cs")
    return "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in kept)


def _runs(text: str) -> bool:
    """Tell whether a spreadsheet may take a cell for a formula, invisible marks before the sign or not."""
    first = next((c for c in text if not c.isspace() and unicodedata.category(c) != "Cf"), "")
    return first in _FORMULA and not _PLAIN_NUMBER.fullmatch(text) if first else False
