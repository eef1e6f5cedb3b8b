"""Phrases found in a text as it stands, whatever its letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import fold
from kg.phrases import find_phrase


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("sœur aînée", "Le cœur de la Sœur–AINEE, dit-on", ["Sœur–AINEE"]),
        ("coeur", "un cœur, des cœurs\u202f: le COEUR", ["cœur", "cœur", "COEUR"]),
        ("αθηνα", "de Lyon à Αθήνα", ["Αθήνα"]),
        ("1⁄2 heure", "œuvre de ½ heure", []),  # a fraction is compared by its letters, and the bar is a letter no more
        ("prix de l'eau", "le prix\nde l’eau et le prix de l'eau", ["prix\nde l’eau", "prix de l'eau"]),
    ],
)
def test_a_phrase_is_found_where_it_stands(words: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_phrase(words, text)] == found


@given(st.text(alphabet="aé œßΩ½µ’\u202f.ﬁ", max_size=12), st.text(alphabet="aé œßΩ½µ’\u202f.ﬁ", max_size=40))
def test_what_is_found_reads_as_the_phrase(words: str, text: str) -> None:
    def plain(told: str) -> list[str]:
        return "".join(fold(one) if one.isalnum() else " " for one in told).split()

    for start, end in find_phrase(words, text):
        assert " ".join(plain(words)) in " ".join(plain(text[start:end]))
