"""The XML of office files, parsed with nothing that it could use against us: no entity, no file, no network."""

import re
from typing import TYPE_CHECKING

from corpus.errors import CorpusError

if TYPE_CHECKING:
    from lxml.etree import _Element

_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


def parse(data: bytes, source: str) -> "_Element":
    """Return the root of an XML part; `source` is the file's name in messages.

    Raises `CorpusError` when it is no XML, is nested more than 256 deep, or declares entities, which no office
    program writes.
    """
    from lxml import etree

    refuse_entities(data, source)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise CorpusError(
            f"« {source} » ne se lit pas : son contenu XML est abîmé, ou imbriqué au-delà du raisonnable. Un document "
            "bureautique entier était attendu. Ouvrez-le dans son logiciel et enregistrez-le de nouveau."
        ) from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
        raise _hostile(source)
    return root


def refuse_entities(data: bytes, source: str) -> None:
    """Raise `CorpusError` when an XML part declares a document type or an entity."""
    if _DOCTYPE.search(data) or (data[:2] in _UTF_16 and _DOCTYPE.search(data.replace(b"\0", b""))):
        raise _hostile(source)


def local(node: "_Element") -> str:
    """Return the name of an element without its namespace."""
    return str(node.tag).rpartition("}")[2]


def _hostile(source: str) -> CorpusError:
    return CorpusError(
        f"« {source} » est refusé : son XML déclare des entités, ce qu'aucun logiciel bureautique n'écrit. Un document "
        "ordinaire était attendu. Vérifiez d'où il vient, ou retirez-le des sources."
    )
