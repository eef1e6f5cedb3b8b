"""Who agrees or disagrees with whom, told by the stand that a sentence tells right after another's words."""

from collections.abc import Callable, Mapping

import pytest

from kg.ask import answer
from kg.ask.library import Library

MINUTES = """# Conseil du Vallon

Compte rendu du mardi 7 mai 2019

## La passerelle

M. Gaspard Ventoux propose de fermer la passerelle en hiver. Mme Lucie Armand n'est pas du même avis que son oncle : \
la passerelle mène à l'école. M. Paul Lagarde lui donne raison.

Mme Odile Brancion suggère un éclairage solaire pour le sentier. Hervé Castelnou approuve, mais voudrait un devis.

## Le lavoir

M. Paul Lagarde présente la restauration du lavoir. « On ne lave plus rien », rétorque Mme Odile Brancion. \
Mme Lucie Armand précise que, pour une fois, elle est d'accord avec Mme Brancion.

M. Gaspard Ventoux demande une seconde benne pour les déchets verts. Hervé Castelnou y est hostile.

## La digue

Mme Odile Brancion craint une crue. M. Hervé Castelnou ne partage pas la crainte de sa belle-sœur.

Adopté : 9 voix pour, 1 contre (Mme Odile Brancion).

## Divers

Mme Odile Brancion raconte le carnaval. M. Gaspard Ventoux soutient que la fanfare jouait faux. Elle s'oppose \
en revanche à l'achat d'un camion.
"""


@pytest.fixture(scope="module")
def library(built: Callable[[Mapping[str, str]], Library]) -> Library:
    """Return the base of minutes, built without a model of meaning."""
    return built({"conseil.md": MINUTES})


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Lucie Armand est-elle d'accord avec Gaspard Ventoux sur la passerelle ?", "Non : « Mme Lucie Armand n'est"),
        ("Est-ce que Gaspard Ventoux est du même avis que Lucie Armand ?", "Non : « Mme Lucie Armand n'est"),
        ("Lucie Armand est-elle en désaccord avec Gaspard Ventoux ?", "Oui : « Mme Lucie Armand n'est"),
        ("Paul Lagarde partage-t-il l'avis de Lucie Armand ?", "Oui : « M. Paul Lagarde lui donne raison"),
        ("Paul Lagarde a-t-il donné raison à Lucie Armand ?", "Oui : « M. Paul Lagarde lui donne raison"),
        ("Hervé Castelnou soutient-il Odile Brancion ?", "Oui, avec une réserve : « Hervé Castelnou approuve"),
        ("Odile Brancion contredit-elle Paul Lagarde sur le lavoir ?", "Oui : « « On ne lave plus rien », rétorque"),
        ("Lucie Armand pense-t-elle comme Odile Brancion au sujet du lavoir ?", "Oui : « Mme Lucie Armand précise"),
        ("Hervé Castelnou est-il pour une seconde benne ?", "Non : « Hervé Castelnou y est hostile"),
    ],
)
def test_two_people_agree_or_not_by_the_stand_that_one_takes(question: str, begins: str, library: Library) -> None:
    found = answer(question, library)
    assert found.kind == "yes-no"
    assert found.text.startswith(begins)


@pytest.mark.parametrize(
    "question",
    [
        "Gaspard Ventoux est-il d'accord avec Odile Brancion ?",  # « soutient que » only says
        "Hervé Castelnou est-il d'accord avec Paul Lagarde ?",
        "Lucie Armand est-elle d'accord avec Gaspard Ventoux sur la piscine ?",
        "Paul Lagarde est-il pour une seconde benne ?",
    ],
)
def test_no_verdict_where_nobody_takes_a_stand_on_it(question: str, library: Library) -> None:
    assert answer(question, library).abstained


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Qui a contredit Gaspard Ventoux sur la passerelle ?", ["Lucie Armand"]),
        ("Qui n'est pas d'accord avec Paul Lagarde ?", ["Odile Brancion"]),
        ("Qui pense comme Lucie Armand sur la passerelle ?", ["Paul Lagarde"]),
        ("Qui pense comme Odile Brancion ?", ["Hervé Castelnou", "Lucie Armand"]),
        ("Qui s'oppose à Lucie Armand au sujet de la passerelle ?", ["Gaspard Ventoux"]),
    ],
)
def test_who_sides_with_somebody_or_against(question: str, who: list[str], library: Library) -> None:
    assert [row.label for row in answer(question, library).rows] == who


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Avec qui Paul Lagarde est-il d'accord ?", ["Lucie Armand"]),
        ("Avec qui Lucie Armand est-elle en désaccord ?", ["Gaspard Ventoux"]),
        ("Contre qui Odile Brancion est-elle en désaccord sur le lavoir ?", ["Paul Lagarde"]),
        ("Qui est contre Gaspard Ventoux sur la passerelle ?", ["Lucie Armand"]),
        ("Qui est d'accord avec Lucie Armand ?", ["Paul Lagarde"]),
    ],
)
def test_with_whom_somebody_sides_asks_no_portrait_of_him(question: str, who: list[str], library: Library) -> None:
    assert [row.label for row in answer(question, library).rows] == who


def test_with_whom_somebody_sides_is_refused_when_no_sentence_tells(library: Library) -> None:
    assert answer("Avec qui Gaspard Ventoux est-il d'accord ?", library).abstained


def test_to_agree_with_somebody_is_no_vote(library: Library) -> None:
    found = answer("Hervé Castelnou est-il d'accord avec sa belle-sœur sur la digue ?", library)
    assert not found.text.startswith("Oui")
    assert "Adopté" not in found.text
