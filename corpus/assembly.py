"""Put the pieces that a reader recognised into one `Document`: its text, its outline, its repairs, its date."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from corpus.boxes import find_boxes
from corpus.dates import document_date
from corpus.decoding import MENDED, without_mojibake
from corpus.language import language_of
from corpus.pieces import Frame, Piece, notes_apart
from corpus.repairs import find_repairs
from corpus.types import Document, Heading, Note, Span

__all__ = ["Origin", "Piece", "assemble"]


_KIND = re.compile(
    r"(?:communiqué|dossier|revue)s? de presse|compte[- ]rendu|procès[- ]verbal|synthèse|note|relevé de décisions",
    re.IGNORECASE,
)


_SECTION = re.compile(r"(?:\d{1,2}|[IVX]{1,5})(?:\.\d{1,2}){0,3}[ \xa0]?[-–.):/]")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the bytes come from: the id and source name that the document will bear; `sheet` of a workbook to read."""

    id: str
    source: str
    sha256: str
    media_type: str
    sheet: str = ""


@dataclass(slots=True)
class _Layout:
    """What the pieces laid so far come to."""

    document_id: str
    parts: list[str] = field(default_factory=list)
    length: int = 0
    outline: list[Heading] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    captions: list[Span] = field(default_factory=list)
    frames: dict[Frame, Span] = field(default_factory=dict)

    def add(self, words: str) -> int:
        """Lay words after the others; return where they start."""
        self.parts.append(words)
        self.length += len(words)
        return self.length - len(words)


def assemble(
    pieces: Iterable[Piece],
    origin: Origin,
    *,
    title: str | None = None,
    date: str | None = None,
    warnings: tuple[str, ...] = (),
) -> Document:
    """Lay the pieces out by the convention of `Document.text` and note where the headings stand."""
    found = notes_apart(list(pieces))
    layout = _laid(found, origin.id)
    text = "".join(layout.parts)
    if without_mojibake(text)[1]:
        found = [replace(piece, text=without_mojibake(piece.text)[0]) for piece in found]
        title = title and without_mojibake(title)[0]
        layout, warnings = _laid(found, origin.id), (*warnings, MENDED)
        text = "".join(layout.parts)
    document = Document(
        id=origin.id,
        source=origin.source,
        sha256=origin.sha256,
        media_type=origin.media_type,
        text=text,
        title=title or _title(layout.outline, text),
        date=date or document_date(text),
        lang=language_of(text),
        outline=tuple(layout.outline),
        repairs=find_repairs(text, origin.id),
        warnings=warnings,
        notes=tuple(layout.notes),
        captions=tuple(layout.captions),
    )
    boxes = find_boxes(document, layout.frames)
    return replace(document, boxes=boxes) if boxes else document


def _laid(pieces: Iterable[Piece], document_id: str) -> _Layout:
    layout = _Layout(document_id)
    previous: str | None = None
    for piece in pieces:
        kind = piece.kind
        words = piece.text.strip("\n ") if kind != "row" else piece.text.strip("\n")
        if not words or words.isspace():
            continue
        if previous is not None:
            layout.add("\n" if kind == previous and kind in ("item", "row") else "\n\n")
        start = layout.add(f"- {words}" if kind == "item" else words)
        previous = kind
        if kind in ("heading", "note", "caption") or piece.frame is not None:
            _note_down(piece, words, Span(document_id, start, layout.length), layout)
    return layout


def _note_down(piece: Piece, words: str, span: Span, layout: _Layout) -> None:
    """Keep the place of a heading, of a note, of a caption, of a box."""
    if piece.frame is not None:
        begun = layout.frames.get(piece.frame, span)
        layout.frames[piece.frame] = Span(span.document_id, begun.start, span.end)
    if piece.kind == "heading":
        layout.outline.append(Heading(span, piece.level, " ".join(words.split())))
    elif piece.kind == "note":
        layout.notes.append(Note(span, piece.mark))
    elif piece.kind == "caption":
        layout.captions.append(span)


def _title(outline: list[Heading], text: str) -> str:
    """Take the first heading, with the next one when it ends in a colon, else the first line.

    A heading that says only what kind of document it is gives way to the next one, a numbered one to the first line.
    """
    if not outline:
        first = next((line.strip() for line in text.splitlines() if line.strip()), "")
        return first[:160]
    title = outline[0].title
    if outline[0].span.start and _SECTION.match(title):
        first = text[: outline[0].span.start].strip().split("\n")[0]
        return first[:160].strip() or title
    if len(outline) > 1 and _KIND.fullmatch(title):
        return outline[1].title
    if title.endswith(":") and len(outline) > 1:
        title = f"{title} {outline[1].title}"
    return title
