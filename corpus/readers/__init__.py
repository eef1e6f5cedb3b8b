"""One reader a format: bytes and their origin in, a `Document` out."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from corpus.assembly import Origin
from corpus.errors import CorpusError
from corpus.kinds import NAMES, kind_of, mismatch
from corpus.readers.archive import refuse_archive
from corpus.readers.doc import read_doc
from corpus.readers.docx import read_docx
from corpus.readers.html import read_html
from corpus.readers.image import read_image
from corpus.readers.odt import read_odt
from corpus.readers.pdf import read_pdf
from corpus.readers.rtf import read_rtf
from corpus.readers.table import read_table
from corpus.readers.text import read_text
from corpus.readers.xlsx import read_xlsx
from corpus.sources import Source, read_bytes
from corpus.types import Document

Reader = Callable[[bytes, Origin], Document]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: The reader and the media type of each file ending.
READERS: dict[str, tuple[Reader, str]] = {
    ".txt": (read_text, "text/plain"),
    ".md": (read_text, "text/markdown"),
    ".markdown": (read_text, "text/markdown"),
    ".html": (read_html, "text/html"),
    ".htm": (read_html, "text/html"),
    ".docx": (read_docx, _WORD),
    ".docm": (read_docx, _WORD),
    ".doc": (read_doc, "application/msword"),
    ".odt": (read_odt, "application/vnd.oasis.opendocument.text"),
    ".rtf": (read_rtf, "application/rtf"),
    ".csv": (read_table, "text/csv"),
    ".tsv": (read_table, "text/tab-separated-values"),
    ".xlsx": (read_xlsx, _EXCEL),
    ".xlsm": (read_xlsx, _EXCEL),
    ".zip": (refuse_archive, "application/zip"),
    ".pdf": (read_pdf, "application/pdf"),
    ".png": (read_image, "image/png"),
    ".jpg": (read_image, "image/jpeg"),
    ".jpeg": (read_image, "image/jpeg"),
    ".tif": (read_image, "image/tiff"),
    ".tiff": (read_image, "image/tiff"),
}


def document_ids(names: Iterable[str]) -> dict[str, str]:
    """Give each source name an id made of its letters and digits; names that fold alike are told apart by a digest."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(names):
        plain = (
            unicodedata.normalize("NFKD", str(PurePosixPath(name).with_suffix("")))
            .encode("ascii", "ignore")
            .decode()
            .lower()
        )
        slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80] or "document"
        if slug in taken:
            slug = f"{slug}-{hashlib.sha256(name.encode('utf-8', 'surrogateescape')).hexdigest()[:6]}"
        taken.add(slug)
        ids[name] = slug
    return ids


def read_document(source: Source, document_id: str) -> Document:
    """Read one source by the reader of its content; a warning tells an ending that is not the content's.

    Raises `CorpusError` when it cannot be read, or is of a kind that is not known.
    """
    data = read_bytes(source)
    ending = PurePosixPath(source.member or source.path.name).suffix
    kind = kind_of(data, ending, source.name)
    if kind not in READERS:
        raise CorpusError(
            f"« {source.name} » est {NAMES.get(kind, 'un fichier inconnu')}, qui ne se lit pas : un fichier "
            f"{', '.join(sorted(READERS))} était attendu. Convertissez-le, ou retirez-le des sources."
        )
    reader, media_type = READERS[kind]
    digest = hashlib.sha256(data + source.sheet.encode()).hexdigest()
    document = reader(data, Origin(document_id, source.name, digest, media_type, source.sheet))
    warning = mismatch(kind, ending)
    return replace(document, warnings=(warning, *document.warnings)) if warning else document
