"""`str.translate` for long texts in Latin letters: it looks up each character, a table of bytes takes one step each."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from functools import cache, partial

#: The code page of Western languages; a byte that it leaves undefined marks what a text cannot be translated by.
PAGE, UNDEFINED = "cp1252", 0x81
#: Shorter texts, in characters, are translated as fast by `str.translate`.
LONG = 200
_Table = dict[int, str | int]


def translator(name: str, table: _Table) -> Callable[[str], str]:
    """Return a function that does what `text.translate(table)` does, ten times as fast on long texts in Latin letters.

    The table makes what it lacks (`__missing__`), and leaves its own results as they are; `name` is for its own use.
    """
    errors = f"palabre-{name}"
    codecs.register_error(errors, partial(_beyond, table))
    page = cache(lambda: _page(table))

    def translate(text: str) -> str:
        if len(text) < LONG:
            return text.translate(table)
        singles, others = page()
        try:
            coded = text.encode(PAGE, errors).translate(singles)
            for byte, made in others:
                coded = coded.replace(byte, made)
            return coded.decode(PAGE)
        except UnicodeError:
            return text.translate(table)

    return translate


def _beyond(table: _Table, error: UnicodeError) -> tuple[str, int]:
    """Translate characters that the page has not; raise for one that does not become ASCII that stays."""
    if isinstance(error, UnicodeEncodeError):
        made = error.object[error.start : error.end].translate(table)
        if made.isascii() and made.translate(table) == made:
            return made, error.end
    raise error


def _page(table: _Table) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """Return what each byte of the page becomes, and the bytes that become several letters or none after that."""
    singles, others = bytearray(range(256)), []
    for byte in range(256):
        character = bytes([byte]).decode(PAGE, "ignore")
        made = character.translate(table).encode(PAGE, "xmlcharrefreplace")
        if len(made) == 1:
            singles[byte] = made[0]
        elif character and made.isascii() and b"&#" not in made:
            others.append((bytes([byte]), made))
        else:
            singles[byte] = UNDEFINED
    return bytes(singles), others
