"""Who is what in a body, whatever the word for it, in reports that tell it by titles, parentheses and short forms."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.base import open_base

HOUSES = Path(__file__).parent / "houses"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of two reports, built without a model of meaning."""
    from kg.build import BuildOptions, build

    base = tmp_path_factory.mktemp("houses") / "base"
    build([HOUSES], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Qui est le maire de Belovar ?", ["Goran Petric"]),
        ("Comment s'appelle le maire de Belovar ?", ["Goran Petric"]),
        ("Qui dirige la résidence Les Saules ?", ["Lise Aubert"]),
        ("qui est la directrice de la résidence Les Saules ?", ["Lise Aubert"]),
        ("Qui est la conservatrice du musée de la Meule ?", ["Ana Kovac"]),
        ("Qui est le guide de la mission à Belovar ?", ["Luka Maric"]),
        ("Qui a rédigé le compte rendu de la mission à Belovar ?", ["Inès Valfort"]),
    ],
)
def test_who_is_what(question: str, labels: list[str], library: Library) -> None:
    assert [row.label for row in answer(question, library).rows] == labels
