"""Yes or no by a vote, a decision put off, a goal missed, a list that tells who cancelled, who was elected or left."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.ask.verdicts.decided import outcome
from kg.base import open_base
from kg.build import BuildOptions, build

REPORTS = Path(__file__).parent / "decisions"


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of the minutes of a council and of a list of those who registered."""
    base = tmp_path_factory.mktemp("decisions") / "base"
    build([REPORTS], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("La rénovation du lavoir a-t-elle été adoptée ?", "oui"),
        ("Le conseil a-t-il voté la rénovation du lavoir ?", "oui"),
        ("L'éclairage du stade a-t-il été approuvé ?", "non"),
        ("Le principe du broyeur a-t-il été adopté ?", "non"),
        ("La rénovation du lavoir a-t-elle été votée à l'unanimité ?", "non"),
        ("M. Merlin a-t-il voté pour le lavoir ?", "non"),
        ("Paul Desbrus a-t-il voté la rénovation du lavoir ?", "oui"),
        ("L'objectif de hausse du compost a-t-il été atteint ?", "non"),
        ("Hugo Merlin a-t-il été élu président de l'office ?", "non"),
        ("Paul Desbrus est-il toujours adjoint ?", "non"),
        ("La convention est-elle signée avec les trois écoles ?", "non"),
        ("Noé Bastide est-il venu à la journée des lavoirs ?", "non"),
        ("Rita Lombard était-elle au conseil municipal ?", "non"),
        ("Ane Oyarzun est-elle la sœur de Beñat Oyarzun ?", "oui"),
        ("Beñat Oyarzun est-il le cousin d'Ane Oyarzun ?", "non"),
    ],
)
def test_the_sentence_that_tells_the_very_thing_gives_the_verdict(
    question: str, verdict: str, council: Library
) -> None:
    found = answer(question, council)
    assert found.rows and found.rows[0].value == verdict, found.text


@pytest.mark.parametrize(
    ("words", "decided"),
    [
        ("Vote : 8 pour, 2 contre (M. Roy).", True),
        ("La proposition, mise aux voix, est rejetée (3 pour, 6 contre).", False),
        ("n° vert : non (regret noté)", False),
        ("=> deux factures : OUI", True),
        ("Le point est renvoyé en commission.", False),
        ("Une pompe est proposée pour 61 000 euros.", None),
    ],
)
def test_the_outcome_of_a_decision_is_read_in_its_words(words: str, decided: bool | None) -> None:
    assert outcome(words) is decided


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Combien d'élus parmi les inscrits à la journée des lavoirs ?", "31"),
        ("Combien d'inscrits à la journée des lavoirs ?", "96"),
        ("Combien coûte la rénovation du lavoir ?", "14 000 euros"),
        ("Combien ont voté contre le broyeur ?", "9"),
        ("Combien de lavoirs ouverts en 2024 ?", "11"),
    ],
)
def test_a_number_is_counted_of_the_thing_asked(question: str, number: str, council: Library) -> None:
    found = answer(question, council)
    assert found.rows and found.rows[0].label == number, found.text


def test_a_row_answers_for_several_years(council: Library) -> None:
    found = answer("Combien de visiteurs par an dans les lavoirs en 2019 et en 2024 ?", council)
    assert [row.label for row in found.rows] == ["1 200", "3 450"]
