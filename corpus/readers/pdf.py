"""PDF files: the text in reading order, with its titles, tables and notes; scans when Tesseract is installed."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace

from corpus.assembly import Origin, assemble
from corpus.dates import find_dates
from corpus.decoding import MENDED, without_mojibake
from corpus.errors import CorpusError
from corpus.ocr import INSTALL, missing, recognise
from corpus.pdf.flow import parts_of_pages
from corpus.pdf.limits import OCR_PAGES, OCR_SECONDS
from corpus.pdf.metadata import told_authors, told_date, told_title
from corpus.pdf.parse import numbers, parse
from corpus.pdf.part import Part
from corpus.pdf.pieces import page_offsets, pieces_of_parts
from corpus.pdf.service import run_child
from corpus.pdf.types import Page
from corpus.types import Document

DOUBTFUL = "pages à peine lisibles, dont le texte est douteux"
#: The title of a report stands on its first pages.
_TITLE_PAGES = 3


def read_pdf(data: bytes, origin: Origin) -> Document:
    """Read a PDF by its text layer; pages that are pictures are recognised when Tesseract is installed.

    Pages that cannot be read are told by warnings. Raises `CorpusError` when it is encrypted, damaged beyond reading,
    without any text, or all pictures where Tesseract is absent.
    """
    parsed = parse(data, origin.source)
    pages, warnings = _with_scans(data, parsed.pages, origin.source)
    return document_of(pages, origin, metadata=parsed.properties.metadata, warnings=(*parsed.warnings, *warnings))


def document_of(
    pages: Sequence[Page], origin: Origin, *, metadata: dict[str, str], warnings: tuple[str, ...]
) -> Document:
    """Put pages of words together into a document.

    Raises `CorpusError` when they hold no word.
    """
    parts = parts_of_pages(pages)
    placed = list(pieces_of_parts(parts))
    if any(without_mojibake(piece.text)[1] for piece, _ in placed):  # here, so that the pages are found again
        placed = [(replace(piece, text=without_mojibake(piece.text)[0]), starts) for piece, starts in placed]
        warnings = (*warnings, MENDED)
    if not any(any(sign.isalnum() for sign in piece.text) for piece, _ in placed):
        raise CorpusError(
            f"« {origin.source} » ne contient aucun texte : un compte rendu était attendu. "
            "Vérifiez ce fichier, ou retirez-le des sources."
        )
    head = "\n".join(piece.text for piece, _ in placed)[:1500]
    document = assemble(
        [piece for piece, _ in placed],
        origin,
        title=without_mojibake(_title(parts) or told_title(metadata) or "")[0] or None,
        date=None if find_dates(head) else told_date(metadata),
        warnings=warnings,
    )
    offsets = page_offsets(document.text, placed, len(pages))
    return replace(document, pages=offsets, authors=told_authors(metadata))


def _title(parts: Sequence[Part]) -> str | None:
    """Return the first of the highest titles, when it stands on the first pages."""
    titles = [part for part in parts if part.kind == "heading" and part.page < _TITLE_PAGES]
    first = min(titles, key=lambda part: part.level, default=None)
    return " ".join(first.text.split()) if first else None


def _with_scans(data: bytes, pages: Sequence[Page], source: str) -> tuple[list[Page], tuple[str, ...]]:
    """Recognise the pages that are pictures, or tell which ones are left out."""
    scanned = [page for page in pages if page.scanned]
    if not scanned:
        return list(pages), ()
    reason = missing()
    if reason and len(scanned) == len([page for page in pages if page.scanned or page.words]):
        raise CorpusError(
            f"« {source} » est un PDF numérisé, dont les pages sont des images, et {reason} : il le faut pour y "
            f"reconnaître du texte. {INSTALL}"
        )
    if reason:
        return list(pages), (f"pages en images, laissées de côté car {reason} : {numbers(scanned)}. {INSTALL}",)
    read = {page.number: page for page in _recognised(data, scanned[:OCR_PAGES], source)}
    warnings = [f"pages reconnues sur image, à relire : {numbers([*read.values()])}"] if read else []
    if doubtful := [page for page in read.values() if page.doubtful]:
        warnings.append(f"{DOUBTFUL} : {numbers(doubtful)}")
    if unread := [page for page in scanned if page.number not in read]:
        warnings.append(f"pages en images, non reconnues : {numbers(unread)}")
    return [read.get(page.number, page) for page in pages], tuple(warnings)


def _recognised(data: bytes, pages: Sequence[Page], source: str) -> Iterator[Page]:
    """Yield the pages that can be recognised; as many are done at once as there are processors."""
    at_once = os.cpu_count() or 1
    with ThreadPoolExecutor(at_once) as pool:
        for start in range(0, len(pages), at_once):
            batch = pages[start : start + at_once]
            pictures = [run_child("image", page.number, data, seconds=OCR_SECONDS) for page in batch]
            named = [f"{source}, page {page.number + 1}" for page in batch]
            for page, found in zip(batch, pool.map(_page_of, pictures, named), strict=True):
                if found:
                    yield replace(found, number=page.number)


def _page_of(drawn: tuple[int | None, bytes], source: str) -> Page | None:
    """Recognise one page that was drawn; `None` when it cannot be, which is told among the pages left out."""
    code, picture = drawn
    if code != 0:
        return None
    with suppress(CorpusError):
        return next(iter(recognise(picture, source)), None)
    return None
