"""Excel workbooks (.xlsx): one sheet is one document, its rows as a reader sees them."""

from corpus.assembly import Origin
from corpus.office.grid import grid_pieces
from corpus.office.report import described, without_text
from corpus.office.workbook import read_sheet, sheets_in_use
from corpus.types import Document


def read_xlsx(data: bytes, origin: Origin) -> Document:
    """Read the sheet that `origin` names, else the first one in use.

    Raises `CorpusError` when the workbook is damaged, protected, hostile or too large, or the sheet is empty.
    """
    sheet = origin.sheet or next(iter(sheets_in_use(data, origin.source)), "")
    if not sheet:
        raise without_text(origin.source)
    rows, properties = read_sheet(data, sheet, origin.source)
    found = list(grid_pieces(rows))
    if not found:
        raise without_text(origin.source)
    titled = any(piece.kind == "heading" for piece in found)
    return described(found, origin, properties, title=None if titled else properties.title or sheet)
