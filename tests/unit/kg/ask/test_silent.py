"""Whether somebody spoke where a paper says beforehand that he will not, and whether two people know each other."""

from collections.abc import Callable, Mapping

import pytest

from kg.ask import answer
from kg.ask.library import Library

NOTES = """# Assises du Vallon

Compte rendu du mardi 7 mai 2019

Étaient présents : Mme Lucie Armand, M. Paul Lagarde, Mme Odile Brancion, M. Hervé Castelnou.

Mme Armand confirme qu'elle ne prendra pas la parole, mais qu'elle restera au dîner.

M. Paul Lagarde n'a pas souhaité s'exprimer.

Mme Odile Brancion rappelle que le pont date de 1911.

M. Castelnou n'interviendra pas, il écoute.
"""


@pytest.fixture(scope="module")
def library(built: Callable[[Mapping[str, str]], Library]) -> Library:
    """Return the base of notes, built without a model of meaning."""
    return built({"notes.md": NOTES})


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Est-ce que Lucie Armand a pris la parole ?", "non"),
        ("Paul Lagarde a-t-il pris la parole ?", "non"),
        ("Hervé Castelnou est-il intervenu ?", "non"),
        ("Odile Brancion a-t-elle pris la parole ?", "oui"),
        ("Lucie Armand était-elle présente ?", "oui"),
        ("Paul Lagarde était-il présent ?", "oui"),
    ],
)
def test_who_will_not_speak_is_silent_yet_there(question: str, verdict: str, library: Library) -> None:
    assert [row.value for row in answer(question, library).rows] == [verdict]


@pytest.mark.parametrize(
    "question",
    [
        "Lucie Armand et Paul Lagarde se connaissent-ils ?",
        "Est-ce que Lucie Armand connaît Paul Lagarde ?",
        "Lucie Armand et Paul Lagarde se sont-ils rencontrés ?",
    ],
)
def test_two_people_know_each_other_by_what_they_share(question: str, library: Library) -> None:
    found = answer(question, library)
    assert (found.kind, [row.label for row in found.rows]) == ("relation-path", ["Lucie Armand", "Paul Lagarde"])
