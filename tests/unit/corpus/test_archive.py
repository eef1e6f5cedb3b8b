"""Archives and workbooks: each member and each sheet in use is a source of its own, and no name leads anywhere."""

import stat
import zipfile
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import CorpusError
from corpus.archive import harmless
from corpus.readers import read_document
from corpus.sources import Source, find_sources, read_bytes
from tests.unit.corpus.readers.office_files import zipped


def _archive(folder: Path, parts: dict[str, str | bytes], name: str = "lot.zip") -> Path:
    path = folder / name
    path.write_bytes(zipped(parts))
    return path


def test_each_member_is_a_source_named_after_the_archive(tmp_path: Path) -> None:
    path = _archive(
        tmp_path, {"b.txt": "Bé.", "sous/a.md": "# À", "sous/": "", "__MACOSX/a.md": "", ".caché.txt": "", "x.exe": ""}
    )
    found, problems = find_sources([tmp_path])
    assert found == [Source(path, "lot.zip/b.txt", "b.txt"), Source(path, "lot.zip/sous/a.md", "sous/a.md")]
    assert [read_document(source, "x").text for source in found] == ["Bé.", "À"]
    assert [(problem.name, problem.failed) for problem in problems] == [("lot.zip/x.exe", False)]


def test_names_that_lead_out_are_made_harmless_and_told_apart(tmp_path: Path) -> None:
    names = ["../../etc/a.txt", "/etc/a.txt", "C:\\etc\\a.txt", "etc/./a.txt", "etc/\u202etxt.a.txt"]
    _archive(tmp_path, dict.fromkeys(names, "x"))
    assert [source.name for source in find_sources([tmp_path / "lot.zip"])[0]] == [
        "lot.zip/etc/a (2).txt",
        "lot.zip/etc/a (3).txt",
        "lot.zip/etc/a (4).txt",
        "lot.zip/etc/a.txt",
        "lot.zip/etc/txt.a.txt",
    ]


@given(st.text())
def test_no_name_leads_out(name: str) -> None:
    parts = PurePosixPath(harmless(name)).parts
    assert ".." not in parts and "/" not in parts
    assert not harmless(name).startswith("/")


def test_names_of_a_french_windows_and_of_a_mac_are_read(tmp_path: Path) -> None:
    for raw in ("réunion.txt".encode("cp850"), "réunion.txt".encode()):
        path = tmp_path / "lot.zip"
        path.write_bytes(_with_raw_name(raw))
        assert [source.name for source in find_sources([path])[0]] == ["lot.zip/réunion.txt"]
        assert read_bytes(find_sources([path])[0][0]) == b"x"


def _with_raw_name(raw: bytes) -> bytes:
    """Return an archive whose one member has a name of these bytes, not marked as UTF-8."""
    name = "n" * len(raw)
    return zipped({name: "x"}).replace(name.encode(), raw)


def test_an_archive_in_an_archive_is_told_when_read(tmp_path: Path) -> None:
    path = _archive(tmp_path, {"dedans.zip": zipped({"a.txt": "x"}), "faux.txt": zipped({"a.txt": "x"})})
    for source in find_sources([path])[0]:
        with pytest.raises(CorpusError, match=rf"« {source.name} » est une archive dans une archive"):
            read_document(source, "x")


def test_a_link_in_an_archive_is_left(tmp_path: Path) -> None:
    path = tmp_path / "lot.zip"
    link = zipfile.ZipInfo("lien.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(link, "/etc/passwd")
    found, problems = find_sources([path])
    assert found == [] and [problem.name for problem in problems] == ["lot.zip/lien.txt"]


def test_a_member_with_a_password_is_told(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": "x" * 50}))
    for signature, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flag] |= 1
    (tmp_path / "lot.zip").write_bytes(data)
    (source,) = find_sources([tmp_path / "lot.zip"])[0]
    with pytest.raises(CorpusError, match=r"« lot\.zip/a\.txt » est protégé par un mot de passe"):
        read_document(source, "x")


def test_bombs_are_refused_by_ratio_by_size_and_by_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _archive(tmp_path, {"a.txt": b"a" * 5_000_000})
    (source,) = find_sources([path])[0]
    with pytest.raises(CorpusError, match="comprimée plus de 250 fois"):
        read_bytes(source)
    monkeypatch.setattr("corpus.office.package.LARGEST_TOTAL", 4_000_000)
    assert "plus de 4 Mo une fois décompressé" in find_sources([path])[1][0].message
    monkeypatch.setattr("corpus.office.package.MOST_MEMBERS", 0)
    found, problems = find_sources([path])
    assert found == [] and "contient 1 fichiers : 0 au plus" in problems[0].message and problems[0].failed


def test_a_member_that_lies_about_its_size_is_not_read_beyond_it(tmp_path: Path) -> None:
    data = zipped({"a.txt": b"a" * 3_000_000})
    size = (3_000_000).to_bytes(4, "little")
    (tmp_path / "lot.zip").write_bytes(data.replace(size, (10).to_bytes(4, "little")))
    (source,) = find_sources([tmp_path / "lot.zip"])[0]
    with pytest.raises(CorpusError, match="est abîmé ou incomplet"):
        read_bytes(source)


def test_a_damaged_archive_is_told_when_read(tmp_path: Path) -> None:
    (tmp_path / "lot.zip").write_bytes(zipped({"a.txt": "x"})[:-30])
    (source,) = find_sources([tmp_path / "lot.zip"])[0]
    with pytest.raises(CorpusError, match="une archive abîmée"):
        read_document(source, "x")


def test_an_archive_that_goes_while_it_is_read_is_told(tmp_path: Path) -> None:
    path = _archive(tmp_path, {"a.txt": "x"})
    (source,) = find_sources([path])[0]
    path.unlink()
    with pytest.raises(CorpusError, match=r"« lot\.zip/a\.txt »"):
        read_bytes(source)


def test_each_sheet_in_use_is_a_source_in_an_archive_too(tmp_path: Path) -> None:
    from openpyxl import Workbook

    workbook = Workbook(write_only=True)
    workbook.create_sheet("Présents").append(["Nom", "Organisme"])
    workbook.create_sheet("vide")
    workbook.create_sheet("Excusés").append(["Nom", "Raison"])
    workbook.save(tmp_path / "liste.xlsx")
    _archive(tmp_path, {"liste.xlsx": (tmp_path / "liste.xlsx").read_bytes()})
    found, problems = find_sources([tmp_path])
    names = ["Excusés", "Présents"]
    assert [source.name for source in found] == [
        f"{top}/{name}" for top in ("liste.xlsx", "lot.zip/liste.xlsx") for name in names
    ]
    assert problems == []
    documents = [read_document(source, "x") for source in found]
    assert [document.text for document in documents] == ["Nom\tRaison", "Nom\tOrganisme"] * 2
    assert len({document.sha256 for document in documents}) == 2
