"""Pictures of pages (PNG, JPEG, TIFF): their text is recognised by Tesseract in French, when it is installed."""

from corpus.assembly import Origin
from corpus.ocr import recognise
from corpus.pdf.parse import numbers
from corpus.readers.pdf import DOUBTFUL, document_of
from corpus.types import Document


def read_image(data: bytes, origin: Origin) -> Document:
    """Read the picture of one page, or of several in a TIFF.

    Raises `CorpusError` when Tesseract is absent, when it cannot read the picture, or when it holds no text.
    """
    pages = recognise(data, origin.source)
    warnings = ["texte reconnu sur image : à relire"]
    if doubtful := [page for page in pages if page.doubtful]:
        warnings.append(f"{DOUBTFUL} : {numbers(doubtful)}")
    return document_of(pages, origin, metadata={}, warnings=tuple(warnings))
