"""Quantities told by their two ends, and amounts at the end of a line of dots."""

from collections.abc import Callable, Mapping

import pytest

from kg.ask import answer
from kg.ask.counts.ranges import range_told
from kg.ask.language.quantities import find_quantities
from kg.ask.library import Library

MINUTES = """Commune de Valserre
Conseil municipal du 12 mars 2025

Subventions aux associations

Amicale des boulistes ........................ 400 €
Bibliothèque associative ..................... 350 €
Comité des fêtes ............................. 1 200 €

Mme Odile Ferrand, adjointe aux finances, précise que la cantine coûtera de 4 à 5 euros par repas.
"""


@pytest.fixture(scope="module")
def valserre(built: Callable[[Mapping[str, str]], Library]) -> Library:
    return built({"conseil.txt": MINUTES})


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("La cantine coûtera de 4 à 5 euros.", "de 4 à 5 euros"),
        ("Il faudra entre 180 et 210 euros par mois.", "entre 180 et 210 euros"),
        ("Comptez trois à quatre heures de marche.", "trois à quatre heures"),
        ("Le loyer, de 180 € à 210 €, reste bas.", "de 180 € à 210 €"),
        ("La voie mesure de 12 à 15 kilomètres.", "de 12 à 15 kilomètres"),
        ("Le prix passe de 4 à 5 euros.", None),
        ("La part a été ramenée de 12 à 9 %.", None),
        ("Sont venus 12 élus et 30 agents.", None),
        ("Le repas vaut 4 euros.", None),
    ],
)
def test_both_ends_of_a_range_are_told_unless_it_is_a_change(words: str, told: str | None) -> None:
    assert {range_told(words, one) for one in find_quantities(words)} == {told}


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Quelle subvention pour la bibliothèque associative ?", "350 €"),
        ("Combien reçoit le comité des fêtes ?", "1 200 €"),
        ("Combien coûtera la cantine ?", "de 4 à 5 euros"),
    ],
)
def test_an_amount_is_that_of_its_own_line_and_a_range_is_told_whole(
    question: str, value: str, valserre: Library
) -> None:
    row = answer(question, valserre).rows[0]
    assert value in f"{row.label} {row.value}"


def test_what_was_decided_on_a_subject_is_no_agenda(valserre: Library) -> None:
    from kg.ask.sessions.agenda import answer_agenda

    asked = "Quelles décisions ont été prises sur la cantine au conseil municipal ?"
    assert answer_agenda(valserre.understand(asked), valserre, "list") is None


def test_a_word_of_the_dictionary_is_no_misspelt_name() -> None:
    from kg.ask.question.names import find_names
    from kg.types import Entity

    known = [Entity("event:1", "event", "Conclusion", ())]
    assert find_names("qui détient la concession", known) == []
