"""Words and lines of a text, with their places."""

import re
from collections.abc import Iterator, Sequence

from corpus import Span
from index import fold


class _Plain(dict[int, str]):
    """Each character as it is compared: folded letters and digits, a space for the rest; made when first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = fold(character) if character.isalnum() else " "
        return self[code]


_PLAIN = _Plain()


def find_phrase(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a phrase starts and ends in a text, whatever the case, the accents, the marks and the layout."""
    wanted = words.translate(_PLAIN).split()
    phrase = re.compile(" +".join(map(re.escape, wanted)))
    plain = text.translate(_PLAIN)
    found = phrase.search(plain) if wanted else None
    if found is None:
        return
    places: Sequence[int] = range(len(text))
    if any(len(_PLAIN[ord(character)]) != 1 for character in set(text)):
        places = [at for at, character in enumerate(text) for _ in _PLAIN[ord(character)]]
    while found:
        yield places[found.start()], places[found.end() - 1] + 1
        found = phrase.search(plain, found.start() + 1)


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
