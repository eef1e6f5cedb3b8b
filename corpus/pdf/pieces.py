"""From the parts of a text to the pieces of a document, and where its pages start."""

from collections.abc import Iterator, Sequence

from corpus.pdf.lines import CALL, END_OF_CALL
from corpus.pdf.part import Part
from corpus.pieces import Frame, Piece

#: Where pages start in a piece: offsets in its text, and the page, counted from 0.
Starts = tuple[tuple[int, int], ...]


def pieces_of_parts(parts: Sequence[Part]) -> Iterator[tuple[Piece, Starts]]:
    """Yield the pieces in order, each with the pages that it stands on."""
    for part in parts:
        yield from _own(part)
        for note in part.notes:
            yield from _own(note)


def _own(part: Part) -> Iterator[tuple[Piece, Starts]]:
    frame = Frame("box", part.frame) if part.frame else None
    if part.kind == "table":
        for row, page in part.rows:
            yield Piece("row", "\t".join(row).rstrip("\t"), frame=frame), ((0, page),)
        return
    assert part.kind != "box", "its parts stand in its place"
    starts = ((0, part.page), *((len(_clean(part.text[:at])), page) for at, page in part.starts))
    yield Piece(part.kind, _clean(part.text), part.level, part.mark, frame), starts


def _clean(text: str) -> str:
    return text.replace(CALL, "").replace(END_OF_CALL, "")


def page_offsets(text: str, pieces: Sequence[tuple[Piece, Starts]], count: int) -> tuple[int, ...]:
    """Return the offsets in a document's text at which pages start; one without text starts where the next one does."""
    offsets: dict[int, int] = {}
    at = 0
    for piece, starts in pieces:
        words = piece.text.strip("\n ") if piece.kind != "row" else piece.text.strip("\n")
        found = text.find(words, at) if words.strip() else -1
        if found < 0:
            continue
        for offset, page in starts:
            offsets.setdefault(page, found + offset)
        at = found + len(words)
    pages: list[int] = []
    following = len(text)
    for page in reversed(range(count)):
        following = min(following, offsets.get(page, following))
        pages.append(following)
    return tuple(reversed(pages))
