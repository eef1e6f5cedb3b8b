"""A file is what its content says, whatever its ending."""

import pytest

from corpus import CorpusError
from corpus.kinds import kind_of, mismatch
from tests.unit.corpus.readers.office_files import docx, odt, paragraph, rtf, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def _stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", ".pdf"),
        (b"\xef\xbb\xbf\n%PDF-1.4", ".pdf"),
        (rtf("x"), ".rtf"),
        (docx(paragraph("x")), ".docx"),
        (odt("x"), ".odt"),
        (zipped({"xl/workbook.xml": ""}), ".xlsx"),
        (zipped({"a.txt": ""}), ".zip"),
        (b"PK\x03\x04 et rien de plus", ".zip"),
        (_stream("WordDocument"), ".doc"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', ".doc"),
        (b"<!DOCTYPE HTML><p>x", ".html"),
        (b"\xef\xbb\xbf <!-- un mot --> <html><p>x", ".html"),
        ("<html><p>é".encode("utf-16"), ".html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html>', ".html"),
        (b"\x89PNG\r\n\x1a\n", ".png"),
        (b"\xff\xd8\xff\xe0", ".jpg"),
        (b"RIFF\0\0\0\0WEBPVP8 ", ".webp"),
        (b"BM\x10\0\0\0\0\0", ".bmp"),
        (b"BMX et cross : le bilan", ".txt"),
        ("Un texte où l'on cite <html> sans en être.".encode(), ".txt"),
    ],
)
def test_the_kind_by_content(data: bytes, kind: str) -> None:
    assert kind_of(data, ".inconnu", "x") == kind


@pytest.mark.parametrize("ending", [".txt", ".md", ".csv", ".tsv", ".MD"])
def test_the_ending_tells_kinds_of_text_apart(ending: str) -> None:
    assert kind_of(b"a;b\n", ending, "x") == ending.lower()


def test_endings_of_one_kind_are_that_kind() -> None:
    assert kind_of(b"<html>", ".HTM", "x") == ".htm"
    assert kind_of(docx("x"), ".docm", "x") == ".docm"
    assert kind_of(b"un texte", ".docx", "x") == ".txt"
    assert kind_of(b"<p>un fragment", ".htm", "x") == ".htm"


def test_an_ending_that_is_not_that_of_the_content_is_told() -> None:
    assert mismatch(".pdf", ".txt") == "la terminaison est « .txt », mais le contenu est un PDF : lu comme tel"
    assert mismatch(".html", ".docx") == "la terminaison est « .docx », mais le contenu est une page web : lu comme tel"
    assert mismatch(".html", ".htm") is None
    assert mismatch(".csv", ".CSV") is None


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (_stream("Workbook"), "un ancien classeur Excel (.xls), qui ne se lit pas"),
        (_stream("PowerPoint Document"), "une présentation"),
        (_stream("EncryptedPackage"), "est protégé par un mot de passe"),
        (OLE, "un fichier OLE inconnu"),
        (zipped({"ppt/presentation.xml": ""}), "une présentation"),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""}),
            "qui n'est pas un texte",
        ),
        (b"Rar!\x1a\x07", "une archive RAR"),
        (b"7z\xbc\xaf\x27\x1c", "une archive 7z"),
        (b"\x1f\x8b\x08", "une archive gzip"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "une page web archivée"),
    ],
)
def test_a_kind_that_is_not_read_is_told_with_what_to_do(data: bytes, told: str) -> None:
    with pytest.raises(CorpusError) as raised:
        kind_of(data, ".doc", "essai.doc")
    message = str(raised.value)
    assert message.startswith("« essai.doc » est ") and told in message
    assert "attendu" in message and ("Enregistrez" in message or "Décompressez" in message)
