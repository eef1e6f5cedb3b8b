"""Inline text as a browser shows it: white space is one space, except where a line break is asked for."""

import re

#: Stands for a line break until the white space is squeezed: no text has this character (it is private use).
NEW_LINE = "\ue000"
#: White space (an em space) that stands for a line break inside a cell, where a real one would end the row.
CELL_LINE = "\u2003"

_SPACE = re.compile(r"[ \t\n\r\f]+")
#: No-break spaces that a word processor set to align what follows.
_RUN = re.compile("[ \xa0]{2,}")
_AROUND_BREAK = re.compile(rf" ?{NEW_LINE} ?")
#: Soft hyphens, spaces of no width, and control characters, which an entity or an escape may bring in.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")


def squeezed(text: str) -> str:
    """Return a text with every run of white space made one space; no-break spaces stay, soft hyphens go."""
    if "  " not in text and text.isprintable():  # neither controls, nor soft hyphens, nor spaces but plain ones
        return text.strip()
    return _folded(text.replace(NEW_LINE, " ")).strip()


def plain(text: str) -> str:
    r"""Return a text with its white space squeezed and its line breaks as `\n`."""
    if "  " not in text and text.isprintable():
        return text.strip()
    return _AROUND_BREAK.sub("\n", _folded(text)).strip()


def _folded(text: str) -> str:
    text = _SPACE.sub(" ", _INVISIBLE.sub("", text))
    return _RUN.sub(" ", text) if "\xa0" in text else text
