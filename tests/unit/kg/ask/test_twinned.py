"""What ties two towns is what they signed; what everybody calls an assembly by its initials is found."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.ask.question.rewording import reworded
from kg.base import open_base


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of a council and of an assembly."""
    from kg.build import BuildOptions, build

    base = tmp_path_factory.mktemp("twinned") / "base"
    build([Path(__file__).parent / "twinned"], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


def test_what_was_signed_ties_two_towns_first(library: Library) -> None:
    text = answer("Quel lien entre Morvence et Tazmout ?", library).text
    assert "jumelée avec Tazmout" in text.split(" ; ")[0] or "CONVENTION AVEC" in text.split(" ; ")[1]
    assert "» »" not in text


@pytest.mark.parametrize(
    "question", ["Où a eu lieu l'AG du Cercle des Rives ?", "où s'est tenue l'ag du Cercle des Rives"]
)
def test_an_assembly_is_found_by_its_initials(question: str, library: Library) -> None:
    assert "Salle Maurice-Lenoir" in answer(question, library).text


def test_other_initials_are_left() -> None:
    assert reworded("Qui dirige AG Conseil ?") == "Qui dirige AG Conseil ?"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Quand a lieu le prochain bureau du Cercle des Rives ?", "14 janvier 2025"),
        ("Avec quelle ville Morvence est-elle jumelée ?", "Tazmout"),
        ("Qui a rédigé le compte rendu du bureau ?", "G. Ferrand"),
        ("Où est née Lina Karst ?", "Orbeval"),
    ],
)
def test_what_the_very_sentence_tells(question: str, told: str, library: Library) -> None:
    assert told in answer(question, library).text.split("«")[0]


@pytest.mark.parametrize(
    "question",
    [
        "Quand la charte avec Sallanges-le-Pont a-t-elle été signée ?",
        "Avec quelle ville Sallanges-le-Pont est-elle jumelée ?",
        "Où habite Lina Karst ?",
        "Quel est le salaire de Lina Karst ?",
        "Combien de villes sont membres du Cercle des Rives ?",
    ],
)
def test_what_no_sentence_tells_is_refused(question: str, library: Library) -> None:
    found = answer(question, library)
    assert (found.abstained, found.rows) == (True, ())
