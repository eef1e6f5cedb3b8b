"""The sheets of an Excel workbook: which are in use, and their cells as a reader sees them."""

import datetime
import io
import re
from collections.abc import Iterable
from itertools import islice

from corpus.errors import CorpusError
from corpus.office.package import DAMAGED, damaged, opened, read_part
from corpus.office.properties import Properties
from corpus.office.relations import parts_of, properties_of
from corpus.office.report import LARGEST_TEXT
from corpus.office.xml import refuse_entities

#: Bounds of a sheet that is read: no list of participants is longer or wider.
MOST_ROWS, MOST_COLUMNS = 100_000, 200
_MOST_SHEETS = 200
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)(?:\s[^>]*)?>[^<]")


def sheets_in_use(data: bytes, source: str) -> list[str]:
    """Return the names of the visible sheets that hold something, in their order; `source` is for messages.

    Raises `CorpusError` when the workbook is damaged, protected or hostile.
    """
    with opened(data, source) as package:
        parts = parts_of(package, source, "xl/workbook.xml")
        root = parts.read_main()
        found = []
        for node in islice(root.iter("{*}sheet"), _MOST_SHEETS) if root is not None else ():
            path = parts.by_id.get(node.get(_R_ID, ""), "")
            content = read_part(package, path, source) or b"" if node.get("state", "visible") == "visible" else b""
            if _VALUE.search(content):
                found.append(node.get("name", ""))
        return found


def read_sheet(data: bytes, sheet: str, source: str) -> tuple[list[list[str]], Properties]:
    """Return the rows of a sheet, cells as text, and the properties of the workbook.

    Raises `CorpusError` when the workbook is damaged, protected or hostile, or the sheet larger than its bounds.
    """
    with opened(data, source) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                refuse_entities(read_part(package, name, source) or b"", source)
        properties = properties_of(parts_of(package, source, "xl/workbook.xml"))
    return _rows(data, sheet, source), properties


def _rows(data: bytes, sheet: str, source: str) -> list[list[str]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    # What openpyxl raises on a damaged file depends on where the damage is; all of these were met.
    wrong = (InvalidFileException, TypeError, AttributeError, SyntaxError, OverflowError, AssertionError, *DAMAGED)
    try:
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            cells = workbook[sheet].iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
            return _shown(cells, source)
        finally:
            workbook.close()
    except wrong as error:
        raise damaged(source) from error


def _shown(cells: Iterable[tuple[object, ...]], source: str) -> list[list[str]]:
    rows, length = [], 0
    for number, row in enumerate(cells):
        shown = [as_shown(value) for value in row]
        length += sum(map(len, shown))
        if number >= MOST_ROWS or length > LARGEST_TEXT:
            raise CorpusError(
                f"« {source} » est trop long : {MOST_ROWS} lignes au plus étaient attendues. Découpez la feuille, ou "
                "retirez-la des sources."
            )
        if any(shown):
            rows.append(shown)
    return rows


def as_shown(value: object) -> str:
    """Return a cell's value as a French spreadsheet shows it: « 14/03/2023 », « 9h30 », « 12,5 », « VRAI »."""
    match value:
        case None:
            return ""
        case bool():
            return "VRAI" if value else "FAUX"
        case datetime.datetime():
            day = value.strftime("%d/%m/%Y")
            return day if value.time() == datetime.time() else f"{day} {as_shown(value.time())}"
        case datetime.date():
            return value.strftime("%d/%m/%Y")
        case datetime.time():
            return f"{value.hour}h{value.minute:02}"
        case float():
            return str(int(value)) if value.is_integer() else f"{value:.10g}".replace(".", ",")
    return str(value)
