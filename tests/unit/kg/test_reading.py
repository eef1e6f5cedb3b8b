"""The first stage of a build: any number of processes gives the same readings, and no source is lost."""

import os
import shutil
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from corpus import CorpusError
from corpus.sources import Source, read_bytes
from kg.build import BuildOptions, build, silent
from kg.reading import read_all
from kg.workers import in_order
from tests.conftest import ROOT

SAMPLE = ROOT / "corpus" / "sample"


def _square(number: int) -> int:
    if number == 3:
        os._exit(1)  # what a native library does when it crashes
    return number * number


def _half(number: int) -> int:
    return number // 2


def _none(number: int) -> int:
    return -1


def test_results_come_in_order_and_a_process_that_dies_loses_its_item_only() -> None:
    assert list(in_order(_half, range(30), 2)) == [number // 2 for number in range(30)]
    assert list(in_order(_square, range(12), 2, lost=_none)) == [-1 if n == 3 else n * n for n in range(12)]


def _odd(number: int) -> int:
    if number % 2:
        os._exit(1)
    return number


def test_each_process_that_dies_loses_its_item_only_however_many_die() -> None:
    assert list(in_order(_odd, range(8), 2, lost=_none)) == [-1 if n % 2 else n for n in range(8)]


def test_what_is_submitted_to_a_dead_pool_is_done_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    submit = ProcessPoolExecutor.submit
    refusals = iter([False, True])

    def refuse_the_second(pool: ProcessPoolExecutor, /, *arguments: Any) -> Any:
        if next(refusals, False):
            raise BrokenProcessPool("died meanwhile")
        return submit(pool, *arguments)

    monkeypatch.setattr(ProcessPoolExecutor, "submit", refuse_the_second)
    assert list(in_order(_half, range(6), 2, lost=_none)) == [0, 0, 1, 1, 2, 2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Some reports, one twice, one in other marks, one nearly the same, one that is empty."""
    for name in ("s01_seminaire-cooperer-pour-durer.txt", "s04_conseil-municipal-lourvies.txt"):
        shutil.copy(SAMPLE / name, tmp_path / name)
    text = (SAMPLE / "s04_conseil-municipal-lourvies.txt").read_text(encoding="utf-8")
    (tmp_path / "t1-meme.txt").write_text(text, encoding="utf-8")
    (tmp_path / "t2-page.html").write_text(
        "<h1>Conseil</h1>" + "".join(f"<p>{part}</p>" for part in text.split("\n\n")), encoding="utf-8"
    )
    (tmp_path / "t3-espaces.txt").write_text(text.replace("\n\n", "\n\n\n"), encoding="utf-8")
    (tmp_path / "t4-vide.txt").write_text("", encoding="utf-8")
    return tmp_path


def test_duplicates_are_told_and_every_source_is_somewhere(folder: Path) -> None:
    readings = read_all([folder], silent, 1)
    with readings.documents as documents:
        read = {document.source for document in documents}
        assert [document.id for document in documents] == sorted(document.id for document in documents)
    assert read == {"s01_seminaire-cooperer-pour-durer.txt", "s04_conseil-municipal-lourvies.txt", "t2-page.html"}
    told = {problem.name: problem.message for problem in readings.problems}
    assert "a les mêmes octets que « s04_conseil-municipal-lourvies.txt »" in told["t1-meme.txt"]
    assert "dit presque la même chose que « s04_conseil-municipal-lourvies.txt »" in told["t2-page.html"]
    assert "a le même texte que « s04_conseil-municipal-lourvies.txt »" in told["t3-espaces.txt"]
    assert "est vide" in told["t4-vide.txt"]
    counts = readings.counts
    assert (counts.found, counts.read, counts.duplicates, counts.unread) == (6, 3, 2, 1)


def test_each_of_several_doubles_is_told_once(tmp_path: Path) -> None:
    text = (SAMPLE / "s04_conseil-municipal-lourvies.txt").read_text(encoding="utf-8")
    for number in range(4):
        (tmp_path / f"copie {number}.txt").write_text(f"{text}\n\nVersion {number}.\n", encoding="utf-8")
    readings = read_all([tmp_path], silent, 1)
    readings.documents.close()
    assert [problem.name for problem in readings.problems] == [f"copie {number}.txt" for number in (1, 2, 3)]
    assert all("« copie 0.txt »" in problem.message for problem in readings.problems)


def test_two_processes_read_what_one_reads(folder: Path) -> None:
    one, two = read_all([folder], silent, 1), read_all([folder], silent, 2)
    with one.documents, two.documents:
        assert (list(one.documents), one.problems, one.counts) == (list(two.documents), two.problems, two.counts)


def test_two_processes_build_what_one_builds(tmp_path: Path) -> None:
    sources = sorted(SAMPLE.glob("s0[58]*"))
    one = build(sources, tmp_path / "one", BuildOptions(jobs=1))
    two = build(sources, tmp_path / "two", BuildOptions(jobs=2))
    assert one.build == two.build


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Séance du conseil.", encoding="utf-8")
    stat = Path.stat

    def grown(self: Path, **options: bool) -> os.stat_result:
        with self.open("a", encoding="utf-8") as file:
            file.write(" Suite.")
        return stat(self, **options)

    monkeypatch.setattr(Path, "stat", grown)
    with pytest.raises(CorpusError, match="a changé pendant sa lecture"):
        read_bytes(Source(path, "notes.txt"))
