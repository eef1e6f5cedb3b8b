"""Pictures of pages (PNG, JPEG, TIFF): their text is recognised by Tesseract in French, when it is installed."""

from corpus.assembly import Origin
from corpus.ocr import recognise
from corpus.readers.pdf import document_of
from corpus.types import Document


def read_image(data: bytes, origin: Origin) -> Document:
    """Read the picture of one page, or of several in a TIFF.

    Raises `CorpusError` when Tesseract is absent, when it cannot read the picture, or when it holds no text.
    """
    pages = recognise(data, origin.source)
    warning = "texte reconnu sur image : à relire"
    return document_of(pages, origin, metadata={}, warnings=(warning,))
