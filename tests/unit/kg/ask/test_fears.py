"""What is feared may be told without a word of fear: it « pourrait être remis en cause »."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.base import open_base
from kg.build import BuildOptions, build

MINUTES = """# Assemblée générale des Amis du Morbois

Samedi 4 février 2017, salle des fêtes de Tressan

Mme Odile Brancion explique que la navette du lac pourrait être remise en cause après les élections.

M. Paul Lagarde annonce que la navette du lac passera aussi le dimanche.
"""


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of short minutes, built without a model of meaning."""
    folder: Path = tmp_path_factory.mktemp("fears")
    (folder / "pv.md").write_text(MINUTES, encoding="utf-8")
    build([folder], folder / "base", BuildOptions(model="hashing"))
    return Library(open_base(folder / "base"))


@pytest.mark.parametrize(
    ("question", "people"),
    [
        ("Qui craint pour la navette du lac ?", ["Odile Brancion"]),
        ("Qui s'inquiète pour la navette du lac ?", ["Odile Brancion"]),
        ("Qui annonce la navette du lac le dimanche ?", ["Paul Lagarde"]),
    ],
)
def test_who_fears_it_is_told(question: str, people: list[str], lake: Library) -> None:
    assert [row.label for row in answer(question, lake).rows] == people
