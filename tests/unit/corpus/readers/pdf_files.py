"""PDF files written by hand, for what no real program writes; and how a sample is read."""

from collections.abc import Sequence
from pathlib import Path

from corpus import Document
from corpus.assembly import Origin
from corpus.readers.pdf import read_pdf

FOLDER = Path(__file__).resolve().parents[3] / "data" / "pdf"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
LINE = b"BT /F1 12 Tf 50 700 Td (Compte rendu du 3 mai 2021) Tj ET"


def page(box: bytes = b"[0 0 595 842]", turned: int = 0) -> bytes:
    """A page whose content is object 4 and whose font is object 5."""
    resources = b"<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>"
    entries = b"/Parent 2 0 R/MediaBox %s/Rotate %d/Contents 4 0 R/Resources%s" % (box, turned, resources)
    return b"<</Type/Page%s>>" % entries


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), entries, content)


def written(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    made = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        made += b"%010d 00000 n \n" % offset
    made += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(made)


def one_page(content: bytes, box: bytes = b"[0 0 595 842]", turned: int = 0) -> bytes:
    return written([CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page(box, turned), stream(content), FONT])


def read(data: bytes, name: str = "essai.pdf") -> Document:
    return read_pdf(data, Origin("essai", name, "", "application/pdf"))


def read_sample(name: str) -> Document:
    return read((FOLDER / name).read_bytes(), name)
