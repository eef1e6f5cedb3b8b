"""Near misses are refused: another act, another attribute, another subject, another year than what the reports tell."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.base import open_base
from kg.build import BuildOptions, build

REPORTS = Path(__file__).parent / "decisions"


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of the minutes of a council and of a list of those who registered."""
    base = tmp_path_factory.mktemp("grounds") / "base"
    build([REPORTS], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


@pytest.mark.parametrize(
    "question",
    [
        "Qui a demandé la démolition du lavoir ?",
        "Qui a construit le lavoir ?",
        "Quelle note les participants ont-ils donnée à la journée des lavoirs ?",
        "Que pense Ana Tellier des abeilles ?",
        "Qu'a dit Lise Carnot à la journée des lavoirs de 2025 ?",
        "Quand le lavoir a-t-il été démoli ?",
        "Qui présidait l'office avant Lise Carnot ?",
        "Quelle entreprise a construit le lavoir ?",
        "Qui a parlé de la pêche aux écrevisses ?",
    ],
)
def test_a_near_miss_is_refused(question: str, council: Library) -> None:
    assert answer(question, council).abstained


def test_what_is_told_is_still_answered(council: Library) -> None:
    found = answer("Qui a demandé le coût du lavoir ?", council)
    assert [row.label for row in found.rows] == ["Ana Tellier"]
