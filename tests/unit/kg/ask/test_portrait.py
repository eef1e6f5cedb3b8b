"""What the words around a name tell that somebody is."""

import pytest

from kg.ask.people.portrait import _told


@pytest.mark.parametrize(
    "before", ["De son côté, ", "Pour sa part, ", "À son tour, ", "À son avis, ", "De leur côté, "]
)
def test_what_leads_to_a_turn_of_speech_is_nothing_that_somebody_is(before: str) -> None:
    assert list(_told(before, " espère une suite.")) == []


@pytest.mark.parametrize(("before", "told"), [("Avec ma cousine, ", "ma cousine"), ("Et son frère, ", "son frère")])
def test_kin_beside_a_name_is_told_by_whose_it_is(before: str, told: str) -> None:
    assert list(_told(before, " espère une suite.")) == [told]
