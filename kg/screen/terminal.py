"""Words for the terminal: rich for people, plain when piped; untrusted text never drives the screen."""

import sys
from typing import TYPE_CHECKING

from kg.regex import regex

if TYPE_CHECKING:
    from rich.console import Console

#: Control characters, escape sequences' own character, and marks that reverse the direction of text.
_UNSAFE = regex(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def safe(text: str) -> str:
    """Return a text without anything that could move the cursor, colour the screen or reverse what is read."""
    return _UNSAFE.sub("", text)


def on_line(text: str) -> str:
    """Return a safe text on one line."""
    return " ".join(safe(text.replace("\n", " ")).split())


def console(*, error: bool = False) -> "Console":
    """Return a console: as wide as the terminal, or 100 columns and no colour in a pipe."""
    from rich.console import Console

    stream = sys.stderr if error else sys.stdout
    width = None if stream.isatty() else 100
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False, soft_wrap=not stream.isatty())
