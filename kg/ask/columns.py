"""Lists that a page sets side by side: two columns of items on the same lines, each under its own title."""

import re
from collections.abc import Iterator

from corpus import Span
from kg.ask.library import Library
from kg.regex import regex

#: What parts two columns, and the mark of an item.
_GAP = r"(?:[ \t]{3,}|\t)"
_MARK = r"[-–•*>]"
_ROW = regex(
    rf"^[ \t]*{_MARK} (?P<left>\S[^\n]*?)(?:{_GAP}|[ \t]+(?={_MARK} )){_MARK} (?P<right>\S[^\n]*?)[ \t]*$", re.MULTILINE
)
#: Two titles on a line: a gap parts them, or they begin alike, or each with a capital.
_TITLES = tuple(
    regex(shape)
    for shape in (
        rf"(?P<left>\S[^\n]*?){_GAP}(?P<right>\S[^\n]*)",
        r"(?P<left>(?P<same>\S+ \S+)[^\n]*?) (?P<right>(?P=same)[^\n]*)",
        r"(?P<left>[A-ZÀ-Ý][^\n]*?[a-zà-ÿ]) (?P<right>[A-ZÀ-Ý][a-zà-ÿ][^\n]*)",
    )
)
#: Fewest rows of a list in two columns, and how many characters part two of them at most.
ROWS, NEAR = 2, 4

Listed = tuple[tuple[Span, ...], str, tuple[str, ...]]


def in_columns(library: Library, document_id: str) -> Iterator[Listed]:
    """Yield the items of each column with its title, and the path of titles that ends with it."""
    text = library.knowledge.documents[document_id].text
    run: list[re.Match[str]] = []
    for row in (*_ROW.finditer(text), None):
        if row is None or (run and row.start() - run[-1].end() > NEAR):
            if len(run) >= ROWS:
                yield from _columns(library, document_id, text, run)
            run = []
        run += [row] if row else []


def _columns(library: Library, document_id: str, text: str, run: list[re.Match[str]]) -> Iterator[Listed]:
    above = text[: run[0].start()].rstrip()
    line = above[above.rfind("\n") + 1 :].strip()
    titles = next((found for shape in _TITLES if (found := shape.fullmatch(line))), None)
    for side in ("left", "right"):
        title = titles[side].strip() if titles else ""
        yield tuple(Span(document_id, *row.span(side)) for row in run), title, (title,)
