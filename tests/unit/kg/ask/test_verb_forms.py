"""The other forms of irregular verbs."""

import pytest

from index import tokens
from kg.ask.language.verb_forms import other_forms


@pytest.mark.parametrize(
    ("one", "other"),
    [("offrait", "offert"), ("construit", "construire"), ("reçu", "recevoir"), ("mort", "mourir")],
)
def test_two_forms_of_one_verb(one: str, other: str) -> None:
    assert frozenset(tokens(other)) <= other_forms(*tokens(one)) or frozenset(tokens(one)) <= other_forms(
        *tokens(other)
    )


@pytest.mark.parametrize("word", ["marché", "maire", "vu", "mis"])
def test_other_words_have_none(word: str) -> None:
    assert not any(other_forms(stem) for stem in tokens(word))
