"""What the process that parses writes: one frame for the document, one for each page; or the picture of one page."""

import re
import struct
from typing import TYPE_CHECKING, Final

from corpus.pdf.child import Answer
from corpus.pdf.glyphs import read_page
from corpus.pdf.limits import DOTS, PAGES, RESOLUTION, WORDS
from corpus.pdf.types import Page, Properties

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

ENCRYPTED: Final = 4
UNREADABLE: Final = 5
_LENGTH = struct.Struct("<I")
_POINTS_PER_INCH = 72
_PAGE = re.compile(rb"\b(\d{1,7}) 0 obj\s{0,4}<<(?:(?!endobj).){0,400}?/Type\s?/Page\b(?!s)", re.DOTALL)
#: Number of the first object that is added; the library takes none above four millions.
_NEW = 4_000_000


def write_pages(data: bytes, first: int, output: Answer) -> int:
    """Write the frames of a PDF from a page on, each after its length; return the exit code."""
    import msgspec

    document = _open(data)
    if isinstance(document, int):
        return document

    def write(told: Properties | Page) -> None:
        frame = msgspec.msgpack.encode(told)
        output.write(_LENGTH.pack(len(frame)) + frame)
        output.flush()

    count = len(document)
    write(Properties(count, {key: value for key, value in document.get_metadata_dict().items() if value}))
    words = 0
    for number in range(first, min(count, PAGES)):
        page = read_page(document, number)
        write(page)
        words += len(page.words)
        if words > WORDS:
            break
    return 0


def frames(written: bytes) -> tuple[Properties | None, list[Page]]:
    """Read back the frames, the last of which may be cut: the process was ended there."""
    import msgspec

    properties: Properties | None = None
    pages: list[Page] = []
    at = 0
    while at + _LENGTH.size <= len(written):
        start = at + _LENGTH.size
        at = start + _LENGTH.unpack_from(written, at)[0]
        if at > len(written):
            break
        if properties is None:
            properties = msgspec.msgpack.decode(written[start:at], type=Properties)
        else:
            pages.append(msgspec.msgpack.decode(written[start:at], type=Page))
    return properties, pages


def draw(data: bytes, number: int, output: Answer) -> int:
    """Write the picture of a page (a PGM in greys), for a program that recognises characters."""
    import pypdfium2.raw as raw

    document = _open(data)
    if isinstance(document, int):
        return document
    page = document[number]
    width, height = page.get_size()
    scale = min(RESOLUTION / _POINTS_PER_INCH, (DOTS / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, force_bitmap_format=raw.FPDFBitmap_Gray)
    output.write(b"P5\n%d %d\n255\n" % (bitmap.width, bitmap.height))
    dots = memoryview(bitmap.buffer).cast("B")
    for row in range(bitmap.height):
        output.write(dots[row * bitmap.stride : row * bitmap.stride + bitmap.width])
    return 0


def _open(data: bytes) -> "PdfDocument | int":
    from pypdfium2 import PdfDocument, PdfiumError

    for found in (data, with_page_tree(data)):
        try:
            return PdfDocument(found)
        except PdfiumError as error:
            if "password" in str(error).lower():
                return ENCRYPTED
    return UNREADABLE


def with_page_tree(data: bytes) -> bytes:
    """Return a PDF whose end is lost with a new one, which lists the pages that are found."""
    pages = [page[1] for page in _PAGE.finditer(data)][:PAGES]
    kids = b" ".join(b"%s 0 R" % page for page in pages)
    root = b"%d 0 obj\n<</Type/Catalog/Pages %d 0 R>>\nendobj\n" % (_NEW, _NEW + 1)
    tree = b"%d 0 obj\n<</Type/Pages/Kids[%s]/Count %d>>\nendobj\n" % (_NEW + 1, kids, len(pages))
    return data + b"\nendstream\nendobj\n" + root + tree + b"trailer\n<</Root %d 0 R>>\n%%%%EOF" % _NEW
