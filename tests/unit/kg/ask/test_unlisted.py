"""A list that no document gives is refused, with the sentence that only counts it."""

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.ask.refusals.unlisted import _listed
from kg.base import open_base


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of a report that counts some things and lists others."""
    from kg.build import BuildOptions, build

    base = tmp_path_factory.mktemp("counted") / "base"
    folder = tmp_path_factory.mktemp("counted") / "documents"
    folder.mkdir()
    (folder / "bilan.md").write_text(
        "# Bilan du réseau des fours banals\n\nCastelvieil, le 4 mai 2024\n\n"
        "Jeanne Aubrac rappelle que le réseau compte six villages, et que neuf boulangers ont répondu, en ville, "
        "à l'enquête du printemps, ce qui la réjouit beaucoup.\n\n"
        "Le guide des fours paraîtra en juin. Les trois villages pilotes sont Orval, Brassac et Mirande.\n\n"
        "Sept fours sont retenus, dont ceux d'Orval et de Brassac.\n",
        encoding="utf-8",
    )
    build([folder], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


@pytest.mark.parametrize(
    "question",
    [
        "Quels sont les neuf boulangers qui ont répondu à l'enquête ?",
        "Quels sont les chapitres du guide des fours ?",
        "Quels sont les sept fours retenus ?",
    ],
)
def test_what_is_only_counted_is_no_list(question: str, library: Library) -> None:
    found = answer(question, library)
    assert (found.abstained, found.rows) == (True, ())


def test_what_a_sentence_lists_is_told(library: Library) -> None:
    found = answer("Quels sont les trois villages pilotes ?", library)
    assert all(name in found.text for name in ("Orval", "Brassac", "Mirande"))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("du cedre, du chene pubescent, du pin de salzmann, et des feuillus", 4),
        ("elle invite ses amis a venir voir la caisse mutuelle lancee par neuf communes du fleuve", 0),
    ],
)
def test_short_items_in_a_row(words: str, number: int) -> None:
    assert _listed(words) == number


def test_passages_that_are_asked_for_are_their_own_list(library: Library) -> None:
    assert not answer("Donne-moi tous les passages sur les boulangers", library).abstained
