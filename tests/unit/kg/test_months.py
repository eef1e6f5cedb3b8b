"""Words that tell a date alone."""

import pytest

from kg.lexicon.months import is_date_word


@pytest.mark.parametrize("words", ["2019", "9", "mars", "Août", "fevrier", "DECEMBRE"])
def test_numbers_and_months_tell_a_date_with_their_accents_or_without(words: str) -> None:
    assert is_date_word(words)


@pytest.mark.parametrize("words", ["marche", "9 mars", "lundi", ""])
def test_other_words_do_not(words: str) -> None:
    assert not is_date_word(words)
