"""The other forms of irregular verbs."""

import pytest

from index import fold, tokens
from kg.ask.language.verb_forms import _VERBS, other_forms
from kg.lexicon.conjugation import forms


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


@pytest.mark.parametrize("verb", _VERBS.split())
def test_all_the_forms_of_a_verb_begin_with_its_letter(verb: str) -> None:
    """They are looked up by it."""
    assert {fold(word)[0] for word, _ in forms(verb)} == {fold(verb)[0]}
