"""Who holds an office, who held it before, and who does not: a deputy, the assistant of somebody, a vice-president."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.ask.question.functions_told import holds_function, is_deputy
from kg.base import open_base

AMOUNTS = Path(__file__).parent / "amounts"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of three reports, built without a model of meaning."""
    from kg.build import BuildOptions, build

    base = tmp_path_factory.mktemp("offices") / "base"
    build([AMOUNTS], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Qui a pris la présidence du Moulin partagé en 2019 ?", ["Hugues Pradel"]),
        ("qui a succédé à Colette Marsan ?", ["Hugues Pradel"]),
        ("Qui présidait le Moulin partagé avant Hugues Pradel ?", ["Colette Marsan"]),
        ("qui préside l'association Roue libre ?", ["M. Sorel"]),
        ("Qui dirige la clinique des Ormes ?", ["Paul Ferrand"]),
        ("nom du directeur de la clinique des Ormes", ["Paul Ferrand"]),
        ("qui est l'adjoint au maire d'Ardouze ?", ["Alain Besson"]),
        ("Qui est à la tête du Moulin partagé ?", ["Hugues Pradel"]),
        ("qui est à la présidence du Moulin partagé", ["Hugues Pradel"]),
    ],
)
def test_who_holds_an_office(question: str, labels: list[str], library: Library) -> None:
    assert [row.label for row in answer(question, library).rows] == labels


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("quel est le métier de Célie Moran ?", "apicultrice"),
        ("que fait Rémy Astier dans la vie ?", "charpentier"),
        ("quelle fonction occupe Inès Valat ?", "chargé(e) de mission"),
        ("Inès Valat, qui est-ce ?", "chargé(e) de mission"),
    ],
)
def test_what_somebody_is_in_their_own_words_or_cut_short(question: str, told: str, library: Library) -> None:
    found = answer(question, library)
    assert found.rows
    assert told in found.text


@pytest.mark.parametrize(
    "question",
    [
        "Qui est le maire d'Ardouze ?",
        "qui est la directrice du théâtre des Deux Rives ?",
    ],
)
def test_another_function_is_no_answer(question: str, library: Library) -> None:
    assert answer(question, library).abstained


@pytest.mark.parametrize(
    ("function", "wanted", "held", "deputy"),
    [
        ("maire de Lorville", "maire", True, False),
        ("maire adjointe", "maire", True, True),
        ("adjointe au maire", "maire", False, False),
        ("directrice générale adjointe", "direct", True, True),
        ("assistant de la directrice", "direct", False, False),
        ("fondatrice et directrice", "direct", True, False),
        ("vice-présidente", "presid", False, False),
        ("adjoint au maire", "adjoint", True, False),
    ],
)
def test_a_function_contained_in_another_is_not_that_function(
    function: str, wanted: str, held: bool, deputy: bool
) -> None:
    from index import fold

    assert holds_function(fold(function).split(), wanted) is held
    assert is_deputy(function, wanted) is deputy
