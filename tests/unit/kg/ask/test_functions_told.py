"""Offices in short are read in full."""

import pytest

from kg.ask.question.functions_told import in_full


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("ana oriel, dir. de la regie", "ana oriel, directeur de la regie"),
        ("jo briand, secr. gen. du port", "jo briand, secretaire du port"),
        ("le sec. et l'adj. de quai", "le secretaire et l'adjoint de quai"),
    ],
)
def test_an_office_in_short(short: str, full: str) -> None:
    assert in_full(short) == full


@pytest.mark.parametrize("words", ["elle le redir. ensuite", "un secteur sec et un direct. du port", "la direction."])
def test_what_only_begins_alike(words: str) -> None:
    assert in_full(words) == words
