"""Who said something at a session, in the very words of a report, or of two things that somebody links."""

import pytest

from kg.ask import answer
from kg.ask.answers.proofs import LONGEST
from kg.ask.language.words import told_words
from kg.ask.library import Library
from kg.ask.sessions.spoken import asks_what_is_said


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Parmi les intervenants de la session 1, qui a parlé de budget ?", True),
        ("Qui, parmi les oratrices de la session 2, parle de la navette ?", True),
        ("Quels intervenants de la session 1 ont évoqué le budget ?", True),
        ("Quelle intervenante de la session 2 regrette la gratuité ?", True),
        ("Quels intervenants étaient annoncés à la session 1 ?", False),
        ("Quels intervenants ont pris la parole à la session 1 ?", False),
        ("Quels intervenants de la session 1 viennent de Morvillac ?", False),
        ("Parmi les intervenants de la session 1, qui vient de Morvillac ?", False),
        ("Qui intervenait à la session 1 ?", False),
    ],
)
def test_what_was_said_is_asked_beside_who_was_there(question: str, asks: bool, library: Library) -> None:
    assert asks_what_is_said(library.understand(question)) == asks


@pytest.mark.parametrize(
    ("question", "people"),
    [
        ("Parmi les intervenants de la session 1, qui a parlé de budget ?", ["Marc Touvet"]),
        ("Qui, parmi les intervenants de la session 2, a parlé de la gratuité ?", ["Irène Solvak"]),
        ("Quelle intervenante de la session 2 regrette la gratuité ?", ["Irène Solvak"]),
        ("Quels intervenants ont pris la parole à la session 1 ?", ["Ana Belloir", "Marc Touvet"]),
        ("Qui fait le lien entre la mobilité rurale et l'autocar ?", ["Irène Solvak"]),
        ("Qui a dit que la régie nous a rendu les clés ?", ["Ana Belloir"]),
    ],
)
def test_those_who_said_it_there_answer(question: str, people: list[str], library: Library) -> None:
    assert [row.label for row in answer(question, library).rows] == people


def test_two_bodies_are_still_linked_by_a_tie(library: Library) -> None:
    assert answer("Qui relie le Réseau Altis et Morvillac ?", library).kind == "relation-path"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Qui a dit que le vote a été serré ?", ["le vote a été serré"]),
        (
            "Qui pense que le prix de l'eau a encore doublé ?",
            ["le prix de l'eau a encore doublé", "prix de l'eau a encore doublé", "de l'eau a encore doublé"],
        ),
        ("Qui craint qu'il pleuve ?", []),
        ("Qui a parlé de la gare ?", []),
        ("Que dit-on de la gare que tout le monde attend ?", []),
    ],
)
def test_what_is_told_as_said_may_stand_in_a_report(question: str, words: list[str]) -> None:
    """Whole, or without its first words, but for most of it: what ends a question alone may stand anywhere."""
    assert list(told_words(question)) == words


def test_what_somebody_said_goes_on(sample: Library) -> None:
    """A part of long words is told with the sentences that follow it, within the longest proof."""
    rows = answer("Que dit Hélène Vaucrosse de la coopération ?", sample).rows
    assert rows
    assert all(len(proof.quote) <= LONGEST for row in rows for proof in row.evidence)
