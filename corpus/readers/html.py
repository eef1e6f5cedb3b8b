"""Web pages (being written)."""

from corpus.assembly import Origin
from corpus.types import Document


def read_html(data: bytes, origin: Origin) -> Document:
    """Read a web page."""
    raise NotImplementedError
