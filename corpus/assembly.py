"""Put the pieces that a reader recognised into one `Document`: its text, its outline, its repairs, its date."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from corpus.dates import document_date
from corpus.language import language_of
from corpus.repairs import find_repairs
from corpus.types import Document, Heading, Span


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the bytes come from: the id and source name that the document will bear."""

    id: str
    source: str
    sha256: str
    media_type: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block that a reader recognised; `level` counts from 1 for headings, `row` cells are separated by tabs."""

    kind: Literal["heading", "paragraph", "item", "row"]
    text: str
    level: int = 0


def assemble(
    pieces: Iterable[Piece],
    origin: Origin,
    *,
    title: str | None = None,
    date: str | None = None,
    warnings: tuple[str, ...] = (),
) -> Document:
    """Lay the pieces out by the convention of `Document.text` and note where the headings stand."""
    parts: list[str] = []
    outline: list[Heading] = []
    length = 0
    previous: str | None = None
    for piece in pieces:
        words = piece.text.strip("\n ") if piece.kind != "row" else piece.text.strip("\n")
        if not words.strip():
            continue
        if previous is not None:
            gap = "\n" if piece.kind == previous and piece.kind in ("item", "row") else "\n\n"
            parts.append(gap)
            length += len(gap)
        shown = f"- {words}" if piece.kind == "item" else words
        if piece.kind == "heading":
            outline.append(Heading(Span(origin.id, length, length + len(shown)), piece.level, " ".join(words.split())))
        parts.append(shown)
        length += len(shown)
        previous = piece.kind
    text = "".join(parts)
    return Document(
        id=origin.id,
        source=origin.source,
        sha256=origin.sha256,
        media_type=origin.media_type,
        text=text,
        title=title or _title(outline, text),
        date=date or document_date(text),
        lang=language_of(text),
        outline=tuple(outline),
        repairs=find_repairs(text, origin.id),
        warnings=warnings,
    )


def _title(outline: list[Heading], text: str) -> str:
    """Take the first heading, with the next one when it ends in a colon, else the first line."""
    if not outline:
        first = next((line.strip() for line in text.splitlines() if line.strip()), "")
        return first[:160]
    title = outline[0].title
    if title.endswith(":") and len(outline) > 1:
        title = f"{title} {outline[1].title}"
    return title
