"""The pieces that a reader recognises, and the footnotes and captions among them, set apart from the sentences."""

import re
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from corpus.flow import goes_on


@dataclass(frozen=True, slots=True)
class Piece:
    """A block that a reader recognised.

    `level` counts from 1 for headings, `row` cells are separated by tabs, `mark` is the number of a note; the pieces of
    one box bear the same `frame`.
    """

    kind: Literal["heading", "paragraph", "item", "row", "note", "caption"]
    text: str
    level: int = 0
    mark: str = ""
    frame: "Frame | None" = None


class Frame(NamedTuple):
    """What tells a box from the others of a document: its kind and its number."""

    kind: Literal["box", "quotation"]
    number: int


_NOTE = re.compile(r"(\d{1,3}|[*†‡])[.)]?[ \xa0]?(?=[A-ZÀ-Þ«h])")
_CAPTION = re.compile(
    r"(?:(?:Figure|Fig\.|Photo|Photographie|Illustration|Image|Tableau|Carte|Graphique|Schéma)[ \xa0]*"
    r"(?:n°[ \xa0]*)?(?:\d{1,3}\b|:)|(?:Crédits?(?: photos?)?|Légende|Photos?)[ \xa0]*:|©)"
)
_LONGEST_CAPTION = 250
#: Most notes and captions, and most pieces of boxes, that stand inside one sentence.
_MOST_NOTES, _LONGEST_BOX = 3, 40


def notes_apart(pieces: list[Piece]) -> list[Piece]:
    """Recognise captions, and the notes that cut a sentence; lay those, and the boxes, that cut one after it."""
    found = [_as_caption(piece) for piece in pieces]
    at = 0
    while at < len(found) - 1:
        after = _after_sentence(found, at)
        if after:
            found[at + 1 : after + 1] = [found[after], *(_as_note(piece) for piece in found[at + 1 : after])]
        at += 1
    return found


def _as_caption(piece: Piece) -> Piece:
    is_caption = (
        piece.kind == "paragraph"
        and len(piece.text) <= _LONGEST_CAPTION
        and _CAPTION.match(piece.text)
        and not re.search(r"[.!?…] \S", piece.text)
    )
    return replace(piece, kind="caption") if is_caption else piece


def _after_sentence(pieces: list[Piece], at: int) -> int:
    """Return where the sentence that ends cut at a piece goes on, over notes, captions and boxes only, else 0."""
    cut = pieces[at]
    if cut.kind not in ("paragraph", "item"):
        return 0
    after, notes = at + 1, 0
    while after < min(len(pieces), at + _LONGEST_BOX) and notes <= _MOST_NOTES:
        if cut.frame is not None or pieces[after].frame is None:
            if not _stands_apart(pieces[after]):
                break
            notes += 1
        after += 1
    if after == at + 1 or after >= len(pieces):
        return 0
    rest = pieces[after]
    return after if rest.kind == "paragraph" and rest.frame == cut.frame and goes_on(cut.text, rest.text) else 0


def _stands_apart(piece: Piece) -> bool:
    return piece.kind in ("note", "caption") or (piece.kind == "paragraph" and bool(_NOTE.match(piece.text)))


def _as_note(piece: Piece) -> Piece:
    match = _NOTE.match(piece.text) if piece.kind == "paragraph" and piece.frame is None else None
    return replace(piece, kind="note", mark=match[1]) if match else piece
