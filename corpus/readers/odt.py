"""OpenDocument texts (.odt): styles give the outline, changes are read as accepted, headers and footers are left."""

import zipfile
from typing import TYPE_CHECKING

from corpus.assembly import Origin, Piece
from corpus.errors import CorpusError
from corpus.office.layout import NEW_LINE, pieces
from corpus.office.package import encrypted, opened, read_part
from corpus.office.properties import Properties
from corpus.office.report import report
from corpus.office.text import TextBody
from corpus.office.text_styles import read_looks
from corpus.office.xml import local, parse
from corpus.types import Document

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def read_odt(data: bytes, origin: Origin) -> Document:
    """Read an OpenDocument text.

    Raises `CorpusError` when it is damaged, protected, empty, or hostile: see `corpus.office`.
    """
    with opened(data, origin.source) as package:
        if b"encryption-data" in (read_part(package, "META-INF/manifest.xml", origin.source) or b""):
            raise encrypted(origin.source)
        content = _part(package, "content.xml", origin.source)
        text = content.find(f"{_OFFICE}body/{_OFFICE}text") if content is not None else None
        if content is None or text is None:
            raise CorpusError(
                f"« {origin.source} » n'est pas un texte OpenDocument entier : il n'a pas de texte principal. Un "
                "fichier .odt était attendu. Ouvrez-le dans LibreOffice et enregistrez-le de nouveau."
            )
        reader = TextBody(read_looks((content, _part(package, "styles.xml", origin.source))))
        blocks = list(reader.blocks(text))
        properties = _properties(_part(package, "meta.xml", origin.source))
        return report(blocks, origin, notes=_notes(reader), properties=properties)


def _notes(reader: TextBody) -> list[Piece]:
    found = []
    for body in list(reader.notes):
        words = " ".join(piece.text for piece in pieces(reader.blocks(body)))
        found.append(Piece("note", words.replace(NEW_LINE, " ")))
    return found


def _properties(root: "_Element | None") -> Properties:
    told: dict[str, str] = {}
    for node in (
        root.iter("{*}title", "{*}initial-creator", "{*}creator", "{*}creation-date") if root is not None else ()
    ):
        told.setdefault(local(node), (node.text or "").strip())
    author = told.get("initial-creator") or told.get("creator", "")
    return Properties(told.get("title", ""), author, told.get("creation-date", ""))


def _part(package: zipfile.ZipFile, name: str, source: str) -> "_Element | None":
    data = read_part(package, name, source)
    return None if data is None else parse(data, source)
