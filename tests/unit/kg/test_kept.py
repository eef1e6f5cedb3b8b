"""What is kept in the user's cache directory: made once, made again when it is damaged or made of something else."""

from pathlib import Path

import pytest

from corpus.lexicon import french
from kg.kept import kept_bytes, version_of
from kg.lexicon import french_words
from kg.lexicon.places import _cities, cities


def test_what_is_made_is_kept_by_what_it_is_made_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PALABRE_CACHE", str(tmp_path / "kept"))
    source, made = tmp_path / "source", []

    def make() -> bytes:
        made.append(source.read_bytes())
        return made[-1] * 2

    source.write_bytes(b"first")
    assert [kept_bytes("words", version_of(source), make) for _ in range(2)] == [b"firstfirst"] * 2
    assert made == [b"first"]
    source.write_bytes(b"second")
    assert kept_bytes("words", version_of(source), make) == b"secondsecond"
    for file in (tmp_path / "kept").rglob("*.bin"):
        file.write_bytes(file.read_bytes()[:-1])
    assert kept_bytes("words", version_of(source), make) == b"secondsecond"
    assert len(made) == 3


def test_nothing_need_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PALABRE_CACHE", str(tmp_path / "file"))
    assert [kept_bytes("words", 1, lambda: b"made") for _ in range(2)] == [b"made"] * 2


def test_kept_words_are_those_of_the_tables() -> None:
    words = french()
    for word in ("évaluation", "evaluation", "Évaluation", "particpants", "notre", "maisons", "zzz", "derrière"):
        assert french_words.is_french(word) == (word in words)
    assert list(french_words._numbers()) == sorted(words.numbers())


def test_kept_cities_are_those_of_the_package() -> None:
    assert cities() == _cities()
    assert list(cities()) == list(_cities())
