"""One reader a format: bytes and their origin in, a `Document` out."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable

from corpus.assembly import Origin
from corpus.readers.html import read_html
from corpus.readers.text import read_text
from corpus.sources import Source, read_bytes
from corpus.types import Document

Reader = Callable[[bytes, Origin], Document]

#: The reader and the media type of each file ending.
READERS: dict[str, tuple[Reader, str]] = {
    ".txt": (read_text, "text/plain"),
    ".md": (read_text, "text/markdown"),
    ".markdown": (read_text, "text/markdown"),
    ".html": (read_html, "text/html"),
    ".htm": (read_html, "text/html"),
}


def document_ids(names: Iterable[str]) -> dict[str, str]:
    """Give each source name an id made of its letters and digits; names that fold alike are told apart by a digest."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(names):
        plain = unicodedata.normalize("NFKD", name.rsplit(".", 1)[0]).encode("ascii", "ignore").decode().lower()
        slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80] or "document"
        if slug in taken:
            slug = f"{slug}-{hashlib.sha256(name.encode('utf-8', 'surrogateescape')).hexdigest()[:6]}"
        taken.add(slug)
        ids[name] = slug
    return ids


def read_document(source: Source, document_id: str) -> Document:
    """Read one file by the reader of its ending.

    Raises `CorpusError` when it cannot be read as what its ending says.
    """
    data = read_bytes(source)
    reader, media_type = READERS[source.path.suffix.lower()]
    return reader(data, Origin(document_id, source.name, hashlib.sha256(data).hexdigest(), media_type))
