"""Who is what in a body, what a line labels, enumerates or sets in columns, in reports that tell it in short forms."""

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


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Quel jour y avait-il le plus de monde à la fête du bois, le samedi ou le dimanche ?", "Samedi (174"),
        ("Pour quel bureau d'études travaille Rémy Calvet ?", "Racines"),
        ("De combien augmente le prix du repas ?", "1,30 € de plus"),
        ("Le repas sera-t-il plus cher ? De combien ?", "Oui : 1,30 € de plus"),
        ("Quel organisme a avancé l'argent pour le bal ?", "Caisse des Meules"),
        ("Où est partie la famille du forgeron ?", "Morvillac"),
        ("Où logera le manège ?", "L'hôtel du Foirail"),
    ],
)
def test_what_a_label_or_the_words_after_a_name_tell(question: str, told: str, library: Library) -> None:
    assert answer(question, library).text.startswith(told)


@pytest.mark.parametrize(
    ("question", "items"),
    [
        (
            "Quelles essences Tressac-sur-Dore replante-t-elle ?",
            ["du cèdre", "du chêne vert", "du pin noir"],
        ),
        (
            "Qu'est-ce qui a bien marché à la fête du bois ?",
            ["la navette du matin", "le repas partagé", "les ateliers de sciage"],
        ),
        (
            "Qu'est-ce qui a moins bien marché à la fête du bois ?",
            ["les toilettes sèches", "la sono du kiosque", "le stationnement"],
        ),
        ("Quelle était la composition de la délégation à Belovar ?", ["Maud Rinaldi", "Paul Estaing", "Inès Valfort"]),
    ],
)
def test_what_is_listed(question: str, items: list[str], library: Library) -> None:
    assert [row.label for row in answer(question, library).rows] == items


def test_an_amount_that_nobody_tells_is_told_by_no_passage(library: Library) -> None:
    assert answer("Quel salaire touche le bûcheron de la fête du bois ?", library).abstained


def test_words_of_nobody_are_no_words_of_who_is_named_in_them(library: Library) -> None:
    assert answer("Qu'a dit Lise Aubert des horaires ?", library).abstained
