"""What an office file tells of itself: its title and the day it was made."""

import re
from dataclasses import dataclass

from corpus.assembly import Piece
from corpus.dates import find_dates

_ISO = re.compile(r"(?:19|20)\d{2}-\d{2}-\d{2}")
#: Titles that a program gave and nobody wrote.
_GIVEN = re.compile(
    r"(?:microsoft\s+word|sans[ -]titre|document\s?\d*$|untitled|normal(?:\.dotm?)?$|.*\.\w{2,4}$)", re.IGNORECASE
)
_NOBODY = re.compile(
    r"(?:openpyxl|python-docx|pandoc|libreoffice|microsoft\b.*|(?:un)?known|utilisateur.*|user|windows user|admin\w*|pc"
    r"|auteur|author|.*@.*)$",
    re.IGNORECASE,
)
_HEAD = 1500


@dataclass(frozen=True, slots=True)
class Properties:
    """The properties of a file, each empty when it is not told; `created` as it stands."""

    title: str = ""
    author: str = ""
    created: str = ""


def title_of(properties: Properties, found: list[Piece]) -> str | None:
    """Return the title that the file tells of itself when no heading of level 1 stands in it."""
    told = " ".join(properties.title.split())
    if not told or _GIVEN.match(told) or any(piece.level == 1 for piece in found):
        return None
    return told[:300]


def authors_of(properties: Properties) -> tuple[str, ...]:
    """Return the authors that the file tells, but programs and unnamed users."""
    names = (" ".join(name.split()) for name in properties.author.split(";"))
    return tuple(name for name in names if name and not _NOBODY.match(name))


def date_of(properties: Properties, found: list[Piece]) -> str | None:
    """Return the day on which the file was made, when the head of its text tells no date."""
    if find_dates("\n".join(piece.text for piece in found)[:_HEAD]):
        return None
    match = _ISO.match(properties.created.strip())
    return match[0] if match else None
