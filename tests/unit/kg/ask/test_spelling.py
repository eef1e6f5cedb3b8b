"""Slips of the keyboard: set right in the words that ask, left in names and in whatever the corpus writes."""

import pytest

from kg.ask.library import Library
from kg.ask.question.spelling import spelled


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Combien de particpants au forum ?", "Combien de participants au forum ?"),
        ("quels interveants", "quels intervenants"),
        ("qui sinquiete du trajet", "qui s'inquiete du trajet"),
        ("quelle assocation porte le projet", "quelle association porte le projet"),
    ],
)
def test_a_slip_in_a_word_that_asks_is_set_right(typed: str, read: str, library: Library) -> None:
    assert spelled(typed, library) == read


@pytest.mark.parametrize(
    "typed",
    [
        "Qui est derrière ce projet ?",
        "qui emprunte aupres des familles",
        "Comment fonctionne le bac ?",
        "Qui couvre le plus de terrain ?",
        "Que dit Zorinde Particpants ?",
        "qui évoque l'eau",
    ],
)
def test_french_words_and_names_stay_as_they_are(typed: str, library: Library) -> None:
    assert spelled(typed, library) == typed
