"""What costs the most of two things told in one sentence, beside years that are no prices."""

from collections.abc import Callable, Mapping

import pytest

from kg.ask import answer
from kg.ask.library import Library

MINUTES = """# Conseil du Vallon

Séance du mardi 7 mai 2019

Mme Odile Brancion soumet les tarifs : 60 euros le box de dix ans, 140 euros la cabine de bain pour cinq ans.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Qu'est-ce qui coûte le plus cher, le box ou la cabine de bain ?",
        "Lequel coûte le plus, la cabine de bain ou le box de dix ans ?",
    ],
)
def test_prices_are_compared_and_not_years(question: str, built: Callable[[Mapping[str, str]], Library]) -> None:
    found = answer(question, built({"conseil.md": MINUTES}))
    assert [row.value for row in found.rows] == ["140 euros", "60 euros"]
