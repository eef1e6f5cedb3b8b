"""Who is in charge of something, in the words that people use, by the functions that a report tells."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.base import open_base

VISIT = Path(__file__).parent / "charges"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of a report that tells functions, built without a model of meaning."""
    from kg.build import BuildOptions, build

    base = tmp_path_factory.mktemp("charges") / "base"
    build([VISIT], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Qui s'occupe des marchés ?", ["Odette Farigoule"]),
        ("qui est chargé de la voirie a Sarlonde", ["Odette Farigoule"]),
        ("Les marchés, qui s'en occupe ?", ["Odette Farigoule"]),
        ("Quel élu est en charge des archives ?", ["Blaise Tournefeu"]),
        ("Qui est l'élu délégué aux archives ?", ["Blaise Tournefeu"]),
        ("Qui fait tourner la Régie des pompes de Sarlonde ?", ["Rosine Chantepie"]),
        ("Qui tient les comptes de l'association Les Greniers ?", ["Cyprien Vaudescal"]),
        ("Quelle botaniste vient du Muséum de Crémence ?", ["Maryse Hautbout"]),
        ("Qui travaille comme botaniste au Muséum de Crémence ?", ["Maryse Hautbout"]),
        ("Qui a cofondé Les Greniers ?", ["Lazare Quintefeuille"]),
    ],
)
def test_who_is_in_charge_is_told_by_the_functions(question: str, labels: list[str], library: Library) -> None:
    found = answer(question, library)
    assert [row.label for row in found.rows] == labels
    assert found.rows[0].evidence[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Qui s'occupe des marchés à Villebrume ?",
        "Qui est chargé de la piscine ?",
        "Quelle botaniste vient de l'Institut Villebrume ?",
    ],
)
def test_a_charge_of_something_else_or_elsewhere_is_nobody_s(question: str, library: Library) -> None:
    assert answer(question, library).kind != "in-charge" or answer(question, library).abstained
