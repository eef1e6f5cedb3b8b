"""Words and lines of a text, with their places."""

from collections.abc import Iterator

from corpus import Span
from index import fold


def find_phrase(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a phrase starts and ends in a text, whatever the case, the accents, the marks and the layout."""
    wanted = _plain_with_places(words)[0].strip()
    plain, places = _plain_with_places(text)
    at = plain.find(wanted)
    while at >= 0 and wanted:
        yield places[at], places[at + len(wanted) - 1] + 1
        at = plain.find(wanted, at + 1)


def lines(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Yield the lines of a slice cut at its list items and table rows; other line ends are white space."""
    start = span.start
    for at in range(span.start, span.end):
        if text[at] == "\n" and (
            text.startswith("- ", at + 1) or "\t" in text[start:at] or _next_is_row(text, at, span.end)
        ):
            yield start, at
            start = at + 1
    yield start, span.end


def _next_is_row(text: str, at: int, end: int) -> bool:
    stop = text.find("\n", at + 1, end)
    return "\t" in text[at + 1 : end if stop < 0 else stop]


def _plain_with_places(text: str) -> tuple[str, list[int]]:
    """Fold a text to lower-case letters and digits with single spaces, with the place of each kept character."""
    kept: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        folded = fold(character) if character.isalnum() else " "
        for letter in folded:
            if letter != " " or (kept and kept[-1] != " "):
                kept.append(letter)
                places.append(at)
    return "".join(kept), places
