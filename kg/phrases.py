"""Words and lines of a text, with their places."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from corpus import Span
from index import fold
from index.translation import translator


class _Plain(dict[int, str | int]):
    """Each character as it is compared: folded letters and digits, a space for the rest; made when first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        made = self[code] = fold(character) if character.isalnum() else " "
        return made


_plain = translator("plain", _Plain())


def find_phrase(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a phrase starts and ends in a text, whatever the case, the accents, the marks and the layout."""
    wanted = _plain(words).split()
    if not wanted:
        return
    plain, wide = _compared(text)
    phrase = re.compile(" +".join(map(re.escape, wanted)))
    found = phrase.search(plain)
    while found:
        yield _place(found.start(), wide), _place(found.end() - 1, wide) + 1
        found = phrase.search(plain, found.start() + 1)


@lru_cache(maxsize=64)
def _compared(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a text as it is compared, and where characters stand that make several letters, with how many more."""
    plain = _plain(text)
    if len(plain) == len(text):
        return plain, ()
    more = {character: len(_plain(character)) - 1 for character in set(text)}
    wide = "".join(character for character, letters in more.items() if letters)
    return plain, tuple((match.start(), more[match[0]]) for match in re.finditer(f"[{re.escape(wide)}]", text))


def _place(at: int, wide: Iterable[tuple[int, int]]) -> int:
    """Return the place in a text of what stands at a place of the text as it is compared."""
    for place, more in wide:
        if at <= place:
            break
        at = max(place, at - more)
    return at


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
