"""A country is told by its name and by the adjective of its people."""

import pytest

from kg.ask.language.demonyms import demonyms


@pytest.mark.parametrize(
    ("stem", "other"), [("bresil", "bresilien"), ("bresilien", "bresil"), ("chin", "chinois"), ("chinois", "chin")]
)
def test_an_adjective_says_its_country(stem: str, other: str) -> None:
    assert other in demonyms(stem)


@pytest.mark.parametrize("stem", ["vill", "sud", "roy"])
def test_other_words_say_none(stem: str) -> None:
    """« Royaume-Uni » has two words: neither says the country by itself."""
    assert not demonyms(stem)
