"""The near words of general French: how they are listed, and how a word is looked for in them."""

from importlib.resources import files

import pytest

from index import tokens
from kg.lexicon.near_words import BETWEEN, near_words

GROUPS = (files("kg.lexicon") / "near_words.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("prévenir", "avertir"),
        ("avertissement", "prévenir"),
        ("compétence", "savoir-faire"),
        ("mairie", "hôtel de ville"),
        ("bistrot", "café"),
    ],
)
def test_a_word_leads_to_the_others_of_its_group(word: str, other: str) -> None:
    (stem,) = tokens(word)
    assert frozenset(tokens(other)) in near_words(stem)


@pytest.mark.parametrize("stem", ["zorglub", "a", ""])
def test_a_stem_of_no_group_leads_nowhere(stem: str) -> None:
    assert near_words(stem) == frozenset()


def test_a_word_is_never_near_itself() -> None:
    stems = {stem for group in GROUPS[::50] for word in group.split(BETWEEN) for stem in tokens(word)}
    assert all(frozenset([stem]) not in near_words(stem) for stem in stems)


def test_every_group_is_a_line_of_two_to_thirteen_small_words_none_twice() -> None:
    for group in GROUPS:
        words = group.split(BETWEEN)
        assert 2 <= len(words) == len(set(words)) <= 13, group
        assert group == group.lower().strip(), group
        assert all(word == word.strip(" ,") and word for word in words), group


def test_groups_stand_in_order_and_none_twice() -> None:
    assert sorted(set(GROUPS)) == GROUPS
