import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.encoders.hashing import HashingEncoder


def test_like_texts_lie_near_and_others_far() -> None:
    rows = HashingEncoder().encode_document(
        ["l’évaluation citoyenne des politiques", "les citoyens évaluent", "la recette du pain de seigle"]
    )
    scores = rows @ HashingEncoder().encode_query(["évaluation par les citoyens"])[0]
    assert scores[1] > 0.4 > 0.1 > scores[2]
    assert scores[0] > 0.4


def test_a_known_value_never_moves() -> None:
    row = HashingEncoder(16).encode_document(["vote"])[0]
    assert np.flatnonzero(row).tolist() == [3, 4, 7, 12]


@given(st.text())
def test_length_is_one_or_zero(text: str) -> None:
    length = float(np.linalg.norm(HashingEncoder(64).encode_document([text])))
    assert abs(length - 1) < 1e-5 or length == 0
