"""Calibration: the threshold that separates, drawn back on little evidence; the file of questions; its use by `ask`."""

from pathlib import Path

import pytest

from index import Hit
from kg.ask import answer
from kg.ask.library import Library
from kg.ask.search import fitted
from kg.ask.search.calibration import FILE, Calibration, read_calibration, write_calibration
from kg.base import open_base
from kg.calibrate import fit
from kg.calibrate.fit import LEAST, Asked, errors, fitted_to, ndcg
from kg.calibrate.subjects import subjects
from kg.errors import KnowledgeError, UsageError
from kg.screen.calibrate import read_questions, told


def _asked(score: float, *, has_answer: bool) -> Asked:
    return Asked("own", has_answer, score, score)


def test_the_threshold_stands_between_what_is_said_and_what_is_not() -> None:
    asked = [_asked(0.6, has_answer=True) for _ in range(600)] + [_asked(0.45, has_answer=False) for _ in range(600)]
    found = fitted_to(asked, Calibration(voice=0.31, passage=0.5))
    assert 0.42 < found.voice < 0.47  # the range looked at ends at half as much again as the shipped value
    assert 0.45 < found.passage < 0.6
    assert errors(asked, found).answered < errors(asked, Calibration(voice=0.31, passage=0.4)).answered


def test_little_evidence_moves_little() -> None:
    asked = [_asked(0.9, has_answer=True), _asked(0.7, has_answer=False)]
    few, many = (fitted_to(asked * times, Calibration()) for times in (LEAST, 50 * LEAST))
    assert abs(few.passage - fitted.COVERED) < abs(many.passage - fitted.COVERED)


def test_a_rank_is_worth_what_the_formula_says() -> None:
    rankings = ((Hit("b", 1.0), Hit("a", 0.5), Hit("c", 0.25)), (), ())
    assert ndcg([Asked("literal", True, None, None, frozenset("b"), rankings)], 0.3) == 1.0
    assert ndcg([Asked("literal", True, None, None, frozenset("a"), rankings)], 0.3) == pytest.approx(0.6309, abs=1e-4)


def test_what_is_said_is_told_apart_from_what_is_not(sample_base: Path) -> None:
    library = Library(open_base(sample_base))
    made = subjects(library)
    assert made == subjects(library)
    assert {subject.sort for subject in made} == {"literal", "reworded", "foreign", "joined"}
    assert all(bool(subject.passages) is (subject.sort in ("literal", "reworded")) for subject in made)
    texts = {extraction.id: extraction.document.text for extraction in library.knowledge.extractions}
    for subject in made:
        if subject.sort == "literal":
            assert any(subject.words in " ".join(text.split()) for text in texts.values()), subject.words


def test_a_tiny_corpus_keeps_the_shipped_values(tmp_path: Path) -> None:
    from kg.build import BuildOptions, build

    (tmp_path / "note.txt").write_text(
        "Réunion du 3 mars 2020\n\nAna Belloir : « L'eau est chère. »\n", encoding="utf-8"
    )
    build([tmp_path / "note.txt"], tmp_path / "base", BuildOptions(model="hashing"))
    found = fit(Library(open_base(tmp_path / "base")))
    assert not found.is_enough
    assert (found.calibration.voice, found.calibration.passage) == (fitted.FLOOR, fitted.COVERED)
    assert any("Trop peu" in line for line in told(found))


def test_an_answer_follows_the_calibration_of_its_base(sample_base: Path, tmp_path: Path) -> None:
    base = open_base(sample_base)
    question = "Qui a parlé des pompes ?"
    assert not answer(question, Library(base)).abstained
    strict = Library(base)
    strict.__dict__["calibration"] = Calibration(voice=1.0, passage=1.0)
    assert answer(question, strict).abstained
    write_calibration(tmp_path, Calibration(voice=0.5, how="essai"))
    assert read_calibration(tmp_path) == Calibration(voice=0.5, how="essai")


@pytest.mark.parametrize("damage", [b"", b"{}x", b'{"voice": 7}', b'{"voice": "haut"}', b'{"autre": 1}'])
def test_a_damaged_calibration_is_told(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / FILE).write_bytes(damage)
    with pytest.raises(KnowledgeError, match="palabre calibrate"):
        read_calibration(tmp_path)


def test_a_file_of_questions(tmp_path: Path) -> None:
    file = tmp_path / "questions.txt"
    file.write_text("# les miennes\nQui préside ?\n\nrien : Qui a parlé de chasse ?\n", encoding="utf-8")
    assert read_questions(file) == [("Qui préside ?", True), ("Qui a parlé de chasse ?", False)]
    for text in ("", "# rien d'autre\n"):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(UsageError, match="aucune question"):
            read_questions(file)
    with pytest.raises(UsageError, match="ne se lit pas"):
        read_questions(tmp_path / "absent.txt")
