"""Lists of participants: title lines, header, rows, whatever the separator and the encoding."""

import datetime
import io
from typing import Any

import pytest

from corpus import CorpusError, Document
from corpus.office.grid import grid_pieces
from corpus.office.workbook import as_shown
from corpus.readers.table import read_table
from corpus.readers.xlsx import read_xlsx
from tests.unit.corpus.readers.office_files import origin, zipped


def table(text: str, name: str = "liste_des_présents.csv") -> Document:
    return read_table(text.encode(), origin(name))


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_separator_is_recognised(separator: str) -> None:
    text = 'Nom;Prénom;Rôle\nRoc;Ana;"maire, ""élue"""\nVal;Zoé;\n'.replace(";", separator)
    assert table(text).text == 'Nom\tPrénom\tRôle\nRoc\tAna\tmaire, "élue"\nVal\tZoé'


def test_a_separator_that_the_file_tells_and_a_cell_of_two_lines() -> None:
    assert table('sep=;\r\nNom;Organisme\r\nAna;"Mairie\r\nde Vals"\r\n').text == "Nom\tOrganisme\nAna\tMairie de Vals"


def test_the_name_of_the_file_is_the_title_where_no_line_above_the_header_is() -> None:
    document = table("Nom;Organisme\nAna;Mairie\n")
    assert (document.title, document.outline) == ("liste des présents", ())


def test_lines_above_the_header_are_kept_and_empty_rows_and_columns_go() -> None:
    rows = [
        ["Réunion du lundi"],
        ["Lieu :", "la salle"],
        ["Tous les invités"],
        [],
        ["", "Nom", "", "Âge"],
        ["", "Ana", "", "9"],
    ]
    assert [(piece.kind, piece.text) for piece in grid_pieces(rows)] == [
        ("heading", "Réunion du lundi"),
        ("paragraph", "Lieu : la salle"),
        ("paragraph", "Tous les invités"),
        ("row", "Nom\tÂge"),
        ("row", "Ana\t9"),
    ]


def test_a_narrow_line_above_a_wide_table_is_its_title() -> None:
    rows = [["Réunion", "du lundi"], list("ABCDE"), list("12345"), list("12345")]
    assert [piece.text for piece in grid_pieces(rows)][:2] == ["Réunion du lundi", "A\tB\tC\tD\tE"]


def test_one_column_is_a_list_and_prose_is_text() -> None:
    assert table("Ana Roc\nZoé Val\n").text == "- Ana Roc\n- Zoé Val"
    assert table("Un long discours. " * 40).text.startswith("Un long discours. Un")


def test_an_endless_cell_is_told() -> None:
    with pytest.raises(CorpusError, match=r"ne se lit pas comme une table : .* démesurée"):
        table('a;b\nc;d\ne;"' + "x" * 200_000)


def _workbook(**sheets: list[list[Any]]) -> bytes:
    from openpyxl import Workbook

    workbook = Workbook()
    for name in workbook.sheetnames:
        del workbook[name]
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        sheet.sheet_state = "hidden" if title == "cachée" else "visible"
        for row in rows:
            sheet.append(row)
    held = io.BytesIO()
    workbook.save(held)
    return held.getvalue()


def test_the_first_sheet_in_use_is_read_with_its_name_as_title() -> None:
    data = _workbook(vide=[], cachée=[["x", "y"]], Présents=[["Nom", "Heure"], ["Ana", datetime.time(9, 5)]])
    document = read_xlsx(data, origin("liste.xlsx"))
    assert (document.title, document.text, document.authors) == ("Présents", "Nom\tHeure\nAna\t9h05", ())


def test_values_are_shown_as_a_french_spreadsheet_shows_them() -> None:
    moment = datetime.datetime(2023, 3, 14, 9, 30)
    values = [None, True, False, moment, datetime.datetime(2023, 3, 14), datetime.date(2023, 3, 4), 3, 3.0, 12.5, "x"]
    shown = ["", "VRAI", "FAUX", "14/03/2023 9h30", "14/03/2023", "04/03/2023", "3", "3", "12,5", "x"]
    assert [as_shown(value) for value in values] == shown


def test_a_cell_at_the_end_of_the_sheet_costs_nothing_and_a_sheet_too_long_is_told() -> None:
    sheet = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
    cell = '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>Ana</t></is></c></row>'
    data = _with_sheet(sheet.format(cell.format(1) + cell.format(99_999_999)))
    with pytest.raises(CorpusError, match="est trop long : 100000 lignes au plus"):
        read_xlsx(data, origin("liste.xlsx"))


def _with_sheet(sheet: str) -> bytes:
    """Put a sheet in the place of that of a workbook."""
    import zipfile

    parts: dict[str, str | bytes] = {}
    with zipfile.ZipFile(io.BytesIO(_workbook(a=[["x"]]))) as package:
        for name in package.namelist():
            parts[name] = sheet if name.endswith("sheet1.xml") else package.read(name)
    return zipped(parts)
