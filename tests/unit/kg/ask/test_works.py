"""Who made a work, by the name beside its title; what is decided, voted and said first."""

from collections.abc import Callable, Mapping

import pytest

from kg.ask import answer
from kg.ask.library import Library

PAPERS = {
    "actes.md": """# Séminaire des lavoirs de l'âge d'or

**Ourlac, salle des Fêtes – jeudi 9 mars 2023**

## Session 1 – Remettre l'eau

*Lucie ARMAND, maire d'Ourlac ; Paul LAGARDE, fontainier*

Lucie Armand explique que le lavoir a été vidé en 1987. Elle demande que l'eau y revienne avant l'été. Paul Lagarde \
juge que le logement manque. Il craint seulement les feuilles mortes.

## Session 2 – Loger, nourrir

Odile Brancion observe que le curage coûte cher. Hervé Castelnou, libraire, parle du logement des curistes. La \
pharmacienne Sarah Belhassen se plaint de la mousse. Hervé Castelnou se plaint de la mousse lui aussi.

## À lire

« Deux seaux d'eau », d'Odile Brancion, éditions du Bief, 2022. Paul Lagarde publie *Le Bief et la Roue*, un guide.
""",
    "conseil.txt": """COMMUNE D'OURLAC
PROCÈS-VERBAL DU CONSEIL MUNICIPAL du 8 février 2024

Secrétaire de séance : Paul LAGARDE.

1. LAVOIR

Mme Lucie ARMAND présente le projet de lavoir. Le conseil approuve le projet de lavoir.
Vote : pour 8, contre 1 (M. CASTELNOU), abstention 2 (Mme BRANCION, M. LAGARDE).

2. PLACE

Le nom de place du Bief est adopté par 7 voix, M. Hervé CASTELNOU et Mme Odile BRANCION s'abstenant.

La maire,                                Le secrétaire de séance,
Lucie ARMAND                             Paul LAGARDE
""",
}


@pytest.fixture(scope="module")
def lavoirs(built: Callable[[Mapping[str, str]], Library]) -> Library:
    """Return the base of the papers."""
    return built(PAPERS)


@pytest.mark.parametrize(
    ("question", "people"),
    [
        ("Qui a écrit « Deux seaux d'eau » ?", ["Odile Brancion"]),
        ("c'est qui l'autrice de Deux seaux d'eau", ["Odile Brancion"]),
        ("De qui est le guide « Le Bief et la Roue » ?", ["Paul Lagarde"]),
        ("Qui a voté contre le projet de lavoir ?", ["Hervé Castelnou"]),
        ("Qui s'est abstenu sur le lavoir ?", ["Odile Brancion", "Paul Lagarde"]),
        ("Qui s'est abstenu sur le nom de la place ?", ["Hervé Castelnou", "Odile Brancion"]),
        ("Qui était secrétaire de séance ?", ["Paul Lagarde"]),
        ("Qui est la pharmacienne qui se plaint de la mousse ?", ["Sarah Belhassen"]),
    ],
)
def test_the_person_asked_for(question: str, people: list[str], lavoirs: Library) -> None:
    """Titles, brackets after a number, names that « et » joins, labels and trades tell who."""
    assert [row.label for row in answer(question, lavoirs).rows] == people


def test_a_work_of_nobody(lavoirs: Library) -> None:
    """A title that no name stands beside has no author."""
    assert answer("Qui a écrit « Trois seaux d'eau » ?", lavoirs).abstained


@pytest.mark.parametrize("question", ["Résume la session 1", "résumé de la session 1 du séminaire d'Ourlac"])
def test_a_session_is_told_by_its_voices(question: str, lavoirs: Library) -> None:
    """The town of its front names the event; « âge » is no assembly."""
    assert [row.label for row in answer(question, lavoirs).rows] == ["Lucie Armand", "Paul Lagarde"]
