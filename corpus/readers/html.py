"""Web pages: the report without the site around it."""

import codecs
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.assembly import Origin, Piece, assemble
from corpus.dates import find_dates
from corpus.decoding import decode
from corpus.errors import CorpusError
from corpus.furniture import without_furniture
from corpus.page.bounds import check_bounds
from corpus.page.furniture import PageFurniture
from corpus.page.main_part import main_part
from corpus.page.metadata import told_authors, told_date
from corpus.page.pieces import pieces
from corpus.page.text import squeezed
from corpus.page.tree import weigh
from corpus.readers.text import LONGEST_LINE
from corpus.types import Document

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,30})""", re.IGNORECASE)
_SITE = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,60}$")
#: A page title of fewer words tells less than the first heading.
_TELLING = 3


def read_html(data: bytes, origin: Origin) -> Document:
    """Read a web page: its main part, without menus, banners, share links and comments.

    The date is the one that the head of the text tells, else that of the page's metadata.
    Raises `CorpusError` when the page holds no text, or a block longer than `LONGEST_LINE`, or is nested or tagged
    beyond reason.
    """
    from selectolax.lexbor import LexborHTMLParser

    html, warnings = decode(_in_utf_8(data), origin.source)
    check_bounds(html, origin.source)
    page = LexborHTMLParser(html)
    found = _pieces(page)
    if not found:
        raise CorpusError(
            f"« {origin.source} » ne contient aucun texte : une page avec un compte rendu était attendue. Une page qui "
            "s'écrit dans le navigateur est à enregistrer une fois affichée."
        )
    if max(len(piece.text) for piece in found) > LONGEST_LINE:
        raise CorpusError(
            f"« {origin.source} » contient un bloc de plus de {LONGEST_LINE} caractères : ce n'est pas un compte "
            "rendu. Un texte en paragraphes était attendu. Vérifiez la page, ou retirez-la des sources."
        )
    head = "\n".join(piece.text for piece in found)[:1500]
    date = None if find_dates(head) else told_date(page)
    document = assemble(found, origin, title=_title(page, found), date=date, warnings=warnings)
    authors = told_authors(page)
    return replace(document, authors=authors) if authors else document


def _in_utf_8(data: bytes) -> bytes:
    """Follow the encoding that a page declares, unless it is UTF-8 all the same."""
    declared = _CHARSET.search(data[:4096])
    name = declared[1].decode("ascii", "ignore").lower() if declared else "utf-8"
    name = "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else name
    try:
        codec = codecs.lookup(name).name
        data.decode("utf-8")
    except LookupError:
        return data
    except UnicodeDecodeError:
        return data if codec.startswith("utf") else data.decode(codec, "replace").encode("utf-8")
    return data


def _pieces(page: "LexborHTMLParser") -> list[Piece]:
    body = page.body
    if body is None:
        return []
    weights = weigh(body)
    skip = PageFurniture(weights, weights[body.mem_id])
    part = main_part(body, weights)
    found = without_furniture(pieces(part, skip))
    if part.mem_id != body.mem_id and not any(piece.level == 1 for piece in found):
        titles = [piece for piece in without_furniture(pieces(body, skip)) if piece.level == 1]
        found = [*titles[:1], *found]
    return found


def _title(page: "LexborHTMLParser", found: list[Piece]) -> str | None:
    """Return the first heading of level 1, else the title that the page tells of itself, without the site's name.

    Where that is a word or two, the first heading is preferred.
    """
    first = next((piece.text for piece in found if piece.level == 1), None)
    if first:
        return first
    node = page.css_first("meta[property='og:title']")
    told = (node.attributes.get("content") if node else None) or ""
    if not told.strip():
        node = page.css_first("head > title")
        told = node.text() if node else ""
    title = _SITE.sub("", squeezed(told))[:300]
    if len(title.split()) < _TELLING:
        title = next((piece.text for piece in found if piece.kind == "heading"), title)
    return title or None
