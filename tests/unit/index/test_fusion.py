from collections.abc import Callable
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Hit, convex_combination, reciprocal_rank_fusion

Fuse: TypeAlias = Callable[..., list[Hit]]
A, B, C = "abc"
lists_of_hits = st.lists(
    st.lists(st.tuples(st.sampled_from("abcdefgh"), st.floats(0, 1)), max_size=8, unique_by=lambda pair: pair[0]).map(
        lambda pairs: sorted((Hit(*pair) for pair in pairs), key=lambda hit: (-hit.score, hit.key))
    ),
    max_size=4,
)
both = pytest.mark.parametrize("fuse", [reciprocal_rank_fusion, convex_combination])


def test_reciprocal_rank_by_hand() -> None:
    found = reciprocal_rank_fusion([[Hit(A, 9.0), Hit(B, 8.0)], [Hit(B, 0.4), Hit(C, 0.3)]])
    assert found == [
        Hit(B, round((61 / 62 + 1) / 2, 6)),
        Hit(A, 0.5),
        Hit(C, round(61 / 62 / 2, 6)),
    ]


def test_convex_combination_by_hand() -> None:
    found = convex_combination([[Hit(A, 1.0), Hit(B, 0.75), Hit(C, 0.5)], [Hit(C, 0.9), Hit(A, 0.2)]], weights=[3, 1])
    assert found == [Hit(A, 0.8), Hit(C, 0.6), Hit(B, 0.5625)]


def test_a_poor_list_does_not_weigh_as_much_as_a_good_one() -> None:
    poor, good = [Hit(A, 0.2), Hit(B, 0.1)], [Hit(B, 0.8), Hit(A, 0.6)]
    assert [hit.key for hit in convex_combination([poor, good])] == [B, A]


@both
def test_first_everywhere_scores_one(fuse: Fuse) -> None:
    assert fuse([[Hit(A, 1.0), Hit(B, 0.3)], [Hit(A, 1.0)]])[0] == Hit(A, 1.0)


@both
def test_nothing_in_nothing_out(fuse: Fuse) -> None:
    assert fuse([]) == []
    assert fuse([[], []]) == []


@both
def test_equals_come_in_the_order_of_their_keys_and_k_cuts(fuse: Fuse) -> None:
    assert [hit.key for hit in fuse([[Hit(B, 1.0)], [Hit(A, 1.0)], [Hit(C, 1.0)]], k=2)] == [A, B]


@both
@pytest.mark.parametrize("weights", [[1], [1, -1], [0, 0], [1, 1, 1]])
def test_weights_that_do_not_fit_are_refused(fuse: Fuse, weights: list[float]) -> None:
    with pytest.raises(ValueError, match="weight"):
        fuse([[Hit(A, 1.0)], [Hit(B, 1.0)]], weights=weights)


@both
@given(lists=lists_of_hits)
def test_scores_lie_between_0_and_1_and_every_key_stands_once(fuse: Fuse, lists: list[list[Hit]]) -> None:
    found = fuse(lists)
    assert {hit.key for hit in found} == {hit.key for hits in lists for hit in hits}
    assert len({hit.key for hit in found}) == len(found)
    assert all(0 <= hit.score <= 1 for hit in found)
    assert found == sorted(found, key=lambda hit: (-hit.score, hit.key))


@both
@given(lists=lists_of_hits)
def test_the_order_of_the_lists_does_not_matter(fuse: Fuse, lists: list[list[Hit]]) -> None:
    assert fuse(lists) == fuse(lists[::-1])
