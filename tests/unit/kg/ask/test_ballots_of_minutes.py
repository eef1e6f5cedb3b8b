"""How somebody voted on an item of minutes, whose town the question names too."""

from collections.abc import Callable, Mapping

import pytest

from kg.ask import answer
from kg.ask.library import Library

MINUTES = """COMMUNE DE SAINT-OURLAC

PROCÈS-VERBAL DU CONSEIL MUNICIPAL
Séance du lundi 6 mars 2023

Étaient présents : M. Gaspard VENTOUX, maire, Mme Lucie ARMAND, M. Paul LAGARDE, Mme Odile BRANCION, M. Hervé CASTELNOU.

POINT N° 1 - Avenir du lavoir

M. le maire expose que le toit du lavoir prend l'eau. Mme ARMAND demande un devis.
Après débat, le conseil décide de réparer le lavoir.
Vote : 2 pour, 2 contre (MM. Hervé CASTELNOU et LAGARDE), 1 abstention (Mme BRANCION), la voix du maire l'emportant.

POINT N° 2 - Tarifs du camping

Les tarifs du camping sont adoptés à l'unanimité.
"""


@pytest.fixture(scope="module")
def library(built: Callable[[Mapping[str, str]], Library]) -> Library:
    """Return the base of the minutes, built without a model of meaning."""
    return built({"pv.txt": MINUTES})


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("M. Lagarde a-t-il voté pour la réparation du lavoir à Saint-Ourlac ?", "Non"),
        ("Paul Lagarde a-t-il voté contre la réparation du lavoir à Saint-Ourlac ?", "Oui"),
        ("Lucie Armand a-t-elle voté pour la réparation du lavoir à Saint-Ourlac ?", "Oui"),
        ("Mme Brancion a-t-elle voté pour la réparation du lavoir ?", "Non"),
        ("M. Lagarde a-t-il voté pour les tarifs du camping à Saint-Ourlac ?", "Oui"),
    ],
)
def test_how_somebody_voted_is_told_under_its_item(question: str, verdict: str, library: Library) -> None:
    assert answer(question, library).text.startswith(verdict)


@pytest.mark.parametrize(
    "question",
    [
        "Qui était contre la réparation du lavoir ?",
        "Quels élus se sont opposés à la réparation du lavoir de Saint-Ourlac ?",
        "qui a voté contre le lavoir",
    ],
)
def test_who_was_against_what_was_decided_are_those_whom_the_vote_names(question: str, library: Library) -> None:
    labels = [row.label for row in answer(question, library).rows]
    assert labels == ["Hervé Castelnou", "Paul Lagarde"]


def test_who_was_against_what_was_said_alone_is_no_question_of_the_vote(library: Library) -> None:
    assert answer("Qui était contre le devis ?", library).kind != "vote"
    assert answer("Qui s'est opposé au vote à bulletin secret ?", library).kind != "vote"


def test_a_vote_tells_nothing_of_two_people_who_agree(library: Library) -> None:
    assert answer("Paul Lagarde est-il d'accord avec Hervé Castelnou ?", library).kind != "yes-no"
