"""Words and lines of a text, with their places."""

import codecs
import re
from collections.abc import Iterator
from functools import lru_cache

from corpus import Span
from index import fold


class _Plain(dict[int, str]):
    """Each character as it is compared: folded letters and digits, a space for the rest; made when first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = fold(character) if character.isalnum() else " "
        return self[code]


_PLAIN = _Plain()
#: What the code page of Western languages holds that is compared as two letters.
_LIGATURES = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"}
_LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]")
#: Where characters that are compared as several letters stand in a text, and how many more letters than one each makes.
_Wide = tuple[tuple[int, int], ...]


def find_phrase(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a phrase starts and ends in a text, whatever the case, the accents, the marks and the layout."""
    wanted = words.translate(_PLAIN).split()
    if not wanted:
        return
    plain, wide = _plain(text)
    phrase = re.compile(" +".join(map(re.escape, wanted)))
    found = phrase.search(plain)
    while found:
        yield _place(found.start(), wide), _place(found.end() - 1, wide) + 1
        found = phrase.search(plain, found.start() + 1)


def _place(at: int, wide: _Wide) -> int:
    """Return the place in a text of what stands at a place of the text as it is compared."""
    for place, more in wide:
        if at <= place:
            break
        at = max(place, at - more)
    return at


@lru_cache(maxsize=64)
def _plain(text: str) -> tuple[str, _Wide]:
    """Return a text as it is compared: by a table of bytes, ten times as fast, unless some letters are not Latin."""
    try:
        coded = text.encode("cp1252", "palabre-beyond").translate(_table())
        for ligature, letters in _LIGATURES.items():
            coded = coded.replace(ligature.encode("cp1252"), letters.encode("ascii"))
        return coded.decode("ascii"), tuple((found.start(), 1) for found in _LIGATURE.finditer(text))
    except UnicodeError:
        wide = ((at, len(_PLAIN[ord(character)]) - 1) for at, character in enumerate(text))
        return text.translate(_PLAIN), tuple((at, more) for at, more in wide if more)


@lru_cache(maxsize=1)
def _table() -> bytes:
    """Return what each byte of the code page becomes: one ASCII character, else itself."""
    compared = (_PLAIN[ord(character)] for character in bytes(range(256)).decode("cp1252", "replace"))
    plain = (one if len(one) == 1 and one.isascii() else chr(byte) for byte, one in enumerate(compared))
    return "".join(plain).encode("latin-1")


def _beyond(error: UnicodeError) -> tuple[str, int]:
    """Write characters beyond the code page as they are compared; raise for one that is not one ASCII character."""
    if isinstance(error, UnicodeEncodeError):
        compared = error.object[error.start : error.end].translate(_PLAIN)
        if compared.isascii() and len(compared) == error.end - error.start:
            return compared, error.end
    raise error


codecs.register_error("palabre-beyond", _beyond)


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
