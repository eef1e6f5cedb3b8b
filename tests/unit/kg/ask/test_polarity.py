"""Words of contrary senses: the lists, and the prefixes that make one."""

import pytest

from index import tokens
from kg.ask.polarity import contraries, denies


def _stem(word: str) -> str:
    return tokens(word)[0]


@pytest.mark.parametrize(
    ("word", "contrary"),
    [
        ("juste", "injuste"),
        ("injuste", "juste"),
        ("content", "mécontent"),
        ("possible", "impossible"),
        ("régulier", "irrégulier"),
        ("disponible", "épuisé"),
        ("privée", "publique"),
        ("ouvrir", "fermé"),
    ],
)
def test_contraries_are_known_both_ways(word: str, contrary: str) -> None:
    assert _stem(contrary) in contraries(_stem(word))


@pytest.mark.parametrize(("word", "other"), [("former", "informer"), ("porter", "importer"), ("planter", "implanter")])
def test_a_word_that_only_looks_prefixed_is_no_contrary(word: str, other: str) -> None:
    assert _stem(other) not in contraries(_stem(word)) and _stem(word) not in contraries(_stem(other))


def test_what_is_asked_with_does_not_deny() -> None:
    assert denies("Le dossier est ajourné", ["dossi"])
    assert not denies("Le dossier est ajourné", tokens("ajourné"))
