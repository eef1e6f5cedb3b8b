"""Office files made to harm end in a message, in bounded time and memory."""

import os
import signal
import stat
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus import CorpusError, Document
from corpus.assembly import Origin
from corpus.office import package, workbook
from corpus.readers import doc
from corpus.readers.doc import read_doc
from corpus.readers.docx import read_docx
from corpus.readers.odt import read_odt
from corpus.readers.rtf import read_rtf
from corpus.readers.xlsx import read_xlsx
from tests.unit.corpus.readers.office_files import W, docx, odt, origin, paragraph, rtf, zipped

Reader = Callable[[bytes, Origin], Document]
LAUGHS = "<!DOCTYPE lol [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {after} '{f'&{before};' * 10}'>" for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)
OUTSIDE = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>"


@contextmanager
def _bounded(seconds: float = 10, megabytes: int = 400) -> Iterator[None]:
    tracemalloc.start()
    begun = time.process_time()
    yield
    spent, (_, most) = time.process_time() - begun, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert spent < seconds
    assert most < megabytes * 1_000_000


def _workbook(sheet: str, head: str = "") -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return zipped(
        {
            "[Content_Types].xml": (
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
                f'<Override PartName="/xl/a.xml" ContentType="{kind}.worksheet+xml"/></Types>'
            ),
            "xl/workbook.xml": (
                f'<workbook xmlns="{main}" xmlns:r="{links}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets>'
                "</workbook>"
            ),
            "xl/_rels/workbook.xml.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="r1" Type="{links}/worksheet" Target="a.xml"/></Relationships>'
            ),
            "xl/a.xml": f'{head}<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
        }
    )


def _row(text: str) -> str:
    return f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'


def test_the_workbook_of_these_tests_is_read_when_nothing_is_wrong_with_it() -> None:
    assert read_xlsx(_workbook(_row("Ana")), origin("a.xlsx")).text == "- Ana"


@pytest.mark.parametrize("head", [LAUGHS + "]>", OUTSIDE + "]>"])
@pytest.mark.parametrize(
    ("reader", "made"),
    [
        (read_docx, lambda head: docx(paragraph("&i;&a;"), head=head)),
        (read_odt, lambda head: odt("<text:p>&i;&a;</text:p>", head=head)),
        (read_xlsx, lambda head: _workbook(_row("&i;&a;"), head)),
        (
            read_docx,
            lambda head: docx(paragraph("&a;"), head='<?xml version="1.0"?>' + head.replace("<!D", "<!--x--><!D")),
        ),
    ],
)
def test_entities_are_refused_wherever_they_lead(head: str, reader: Reader, made: Callable[[str], bytes]) -> None:
    with (
        _bounded(),
        pytest.raises(CorpusError, match=r"« piège » est refusé : son XML déclare des entités, .* Vérifiez"),
    ):
        reader(made(head), origin("piège"))


@pytest.mark.parametrize(("encoding", "name"), [("utf-16", "UTF-16"), ("utf-16-be", "UTF-16BE"), ("utf-7", "UTF-7")])
def test_entities_in_other_encodings_are_refused_too(encoding: str, name: str) -> None:
    xml = (
        f'<?xml version="1.0" encoding="{name}"?>{OUTSIDE}]><w:document xmlns:w="{W}"><w:body>&a;</w:body></w:document>'
    )
    data = xml.encode(encoding) if encoding != "utf-7" else xml.replace("<!", "+ADw-!").encode()
    with pytest.raises(CorpusError, match="déclare des entités"):
        read_docx(zipped({"word/document.xml": data}), origin("piège"))


@pytest.mark.parametrize(
    ("reader", "data"),
    [
        (read_docx, docx("<w:sdt><w:sdtContent>" * 50_000 + "</w:sdtContent></w:sdt>" * 50_000)),
        (read_odt, odt("<text:list><text:list-item>" * 50_000 + "</text:list-item></text:list>" * 50_000)),
        (read_rtf, rtf("{" * 100_000 + "x" + "}" * 100_000)),
        (read_rtf, rtf(r"{\*\shpinst{\shptxt " * 50_000)),
    ],
)
def test_what_is_nested_beyond_reason_is_told(reader: Reader, data: bytes) -> None:
    with _bounded(), pytest.raises(CorpusError, match=r"« piège » (ne se lit pas|est refusé|est abîmé)"):
        reader(data, origin("piège"))


def test_rows_in_rows_without_end_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 1000)
    with _bounded(), pytest.raises(CorpusError, match="« piège » est trop long : 1000 lignes au plus"):
        read_xlsx(_workbook("<row>" * 20_000 + _row("x") + "</row>" * 20_000), origin("piège"))


@pytest.mark.parametrize(
    ("reader", "data"),
    [
        (read_docx, docx("<w:sdt><w:sdtContent>" * 110 + paragraph("Au fond.") + "</w:sdtContent></w:sdt>" * 110)),
        (read_docx, docx("<w:tbl><w:tr><w:tc>" * 75 + paragraph("Au fond.") + "</w:tc></w:tr></w:tbl>" * 75)),
        (
            read_odt,
            odt(
                "<text:list><text:list-item>" * 110
                + "<text:p>Au fond.</text:p>"
                + "</text:list-item></text:list>" * 110
            ),
        ),
        (read_odt, odt("<text:p>" + "<text:span>" * 200 + "Au fond." + "</text:span>" * 200 + "</text:p>")),
        (read_rtf, rtf("{" * 900 + "Au fond." + "}" * 900)),
    ],
)
def test_what_is_nested_as_deep_as_it_may_be_is_read(reader: Reader, data: bytes) -> None:
    assert reader(data, origin("profond")).text.removeprefix("- ") == "Au fond."


def test_parts_that_are_huge_or_swell_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with _bounded(), pytest.raises(CorpusError, match="comprimée plus de 250 fois"):
        read_docx(docx(paragraph("a" * 12_000_000)), origin("piège"))
    with _bounded(), pytest.raises(CorpusError, match="une partie de plus de 40 Mo"):
        read_odt(odt(os.urandom(20_100_000).hex()), origin("piège"))
    monkeypatch.setattr(package, "HIGHEST_RATIO", 10_000)
    with _bounded(), pytest.raises(CorpusError, match="« piège »"):
        read_docx(docx(paragraph("a" * 11_000_000)), origin("piège"))


def test_a_text_repeated_in_every_cell_does_not_fill_the_memory() -> None:
    cell = '<table:table-cell table:number-columns-repeated="16384"><text:p>{}</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell.format("x" * 90)}</table:table-row>'
    with _bounded(20), pytest.raises(CorpusError, match="est trop long : 20 millions de caractères au plus"):
        read_odt(odt(f"<table:table>{row * 30}</table:table>"), origin("piège"))
    long_row = f"<table:table-row>{cell.format('x' * 500)}<table:table-cell><text:p>y</text:p></table:table-cell>"
    long_row += "</table:table-row>"
    assert len(read_odt(odt(f"<table:table>{long_row}</table:table>"), origin("long")).text) == 502


def test_styles_based_on_one_another_in_a_ring_end() -> None:
    styles = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    assert read_docx(docx(paragraph("Texte.", "A"), styles=styles), origin("a.docx")).text == "Texte."


def _program(folder: Path, script: str) -> None:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")


def test_without_libreoffice_an_old_word_document_is_told_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CorpusError) as raised:
        read_doc(OLE, origin("pv.doc"))
    assert str(raised.value) == (
        "« pv.doc » est un ancien document Word (.doc), que LibreOffice convertit, et il n'est pas installé. La "
        "commande « soffice » était attendue. Installez LibreOffice (sous Debian ou Ubuntu : apt install "
        "libreoffice-writer), ou enregistrez le document en .docx."
    )


def test_a_conversion_without_end_is_stopped_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(tmp_path, f"/bin/sleep 60 & echo $! > {tmp_path}/child; wait")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(doc, "LONGEST", 0.5)
    with _bounded(), pytest.raises(CorpusError, match=r"« pv\.doc » n'a pas pu être converti : .* en 0\.5 secondes"):
        read_doc(OLE, origin("pv.doc"))
    child = int((tmp_path / "child").read_text())
    for _ in range(50):
        try:
            os.kill(child, 0)
            state = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[0]
        except (ProcessLookupError, FileNotFoundError):
            return
        if state == "Z":
            return
        time.sleep(0.05)
    os.kill(child, signal.SIGKILL)
    pytest.fail("the child of the converter outlived it")


def test_a_conversion_that_gives_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(tmp_path, "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CorpusError, match=r"« pv\.doc » est abîmé ou incomplet"):
        read_doc(OLE, origin("pv.doc"))
