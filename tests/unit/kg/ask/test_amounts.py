"""Which of two things has the most: the number told of each, whatever the wording."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.base import open_base

REPORT = """# Conseil du Pays de Lauzan

Samedi 6 mai 2023, salle des fêtes de Brévent

La Ville de Brévent, 1 200 habitants, accueille la réunion. Avec 300 habitants, Orcière est la benjamine du pays.

Selon le rapport, le broyage à domicile coûterait 12 € par foyer, contre 31 € pour la déchetterie mobile.

« Quand nous recevons le canton de Mirail, fort de ses 3 millions d'habitants, alors que Lormes ne compte que 240 000
habitants, nous apprenons », dit le maire.

Depuis quinze ans, les élus de Lormes vont à Sinfeng – 8 millions d'habitants -.

La Région des Combes regroupe 64 communes ; l'Agence du Lauzan travaille avec neuf autres communes.
"""


@pytest.fixture(scope="module")
def lauzan(tmp_path_factory: pytest.TempPathFactory) -> Library:
    from kg.build import BuildOptions, build

    folder = tmp_path_factory.mktemp("lauzan")
    (folder / "conseil.md").write_text(REPORT, encoding="utf-8")
    build([folder], Path(folder / "base"), BuildOptions(model="hashing"))
    return Library(open_base(folder / "base"))


@pytest.mark.parametrize(
    ("question", "first", "told"),
    [
        ("Qui a le plus d'habitants, Brévent ou Orcière ?", "Brévent", "1 200"),
        ("Quelle est la plus petite commune, Brévent ou Orcière ?", "Orcière", "300"),
        ("Broyage à domicile ou déchetterie mobile : lequel coûte le moins ?", "Broyage", "12"),
        ("Qu'est-ce qui coûte le plus cher, le broyage à domicile ou la déchetterie mobile ?", "Déchetterie", "31"),
        ("Entre Sinfeng et Lormes, laquelle est la plus peuplée ?", "Sinfeng", "8 millions"),
        ("Quelle ville a le plus d'habitants, Lormes ou Sinfeng ?", "Sinfeng", "8 millions"),
        ("Laquelle est la plus petite, Lormes ou Sinfeng ?", "Lormes", "240 000"),
        ("Y a-t-il plus d'habitants à Brévent ou à Orcière ?", "Brévent", "1 200"),
        ("Qui couvre le plus de communes, la Région des Combes ou l'Agence du Lauzan ?", "Combes", "64"),
    ],
)
def test_the_larger_comes_first_with_its_number(question: str, first: str, told: str, lauzan: Library) -> None:
    found = answer(question, lauzan)
    assert found.kind == "comparison"
    assert first in found.rows[0].label
    assert told in (found.rows[0].value or "").replace("\u202f", " ").replace("\u00a0", " ")


def test_nothing_is_compared_when_one_number_is_not_told(lauzan: Library) -> None:
    assert answer("Qui a le plus d'habitants, Brévent ou Tolède ?", lauzan).kind != "comparison"
