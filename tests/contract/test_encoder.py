"""Every encoder gives rows of length 1, the same each time, and says who it is."""

import json

import numpy as np
import pytest

from index import Encoder, EncoderSpec, SearchIndexError, describe, open_encoder

TEXTS = ["La participation citoyenne", "Évaluer, c’est apprendre.", "Le budget 2018 : 14 millions d'euros"]


@pytest.fixture(scope="module", params=["hashing", "multilingual-e5-small"])
def encoder(request: pytest.FixtureRequest) -> Encoder:
    return open_encoder(request.param)


def test_rows_have_length_one_and_come_again(encoder: Encoder) -> None:
    # The default encoder's documents need seconds to load: they have a test file of their own.
    rows = encoder.encode_query(TEXTS)
    assert rows.dtype == np.float32
    assert rows.shape == (3, describe(encoder).dimension)
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 1, 1], abs=1e-6)
    assert rows.tobytes() == encoder.encode_query(TEXTS).tobytes()


def test_a_row_does_not_depend_on_its_neighbours(encoder: Encoder) -> None:
    together = encoder.encode_query(TEXTS)
    assert together.tobytes() == np.vstack([encoder.encode_query([text]) for text in TEXTS]).tobytes()


def test_no_text_no_row(encoder: Encoder) -> None:
    assert encoder.encode_query([]).shape == (0, describe(encoder).dimension)


def test_the_spec_opens_the_same_encoder_again(encoder: Encoder) -> None:
    spec = describe(encoder)
    assert EncoderSpec.from_dict(json.loads(json.dumps(spec.as_dict()))) == spec
    spec.require(describe(open_encoder(spec.name)))


def test_another_encoder_is_refused() -> None:
    made_with, given = describe(open_encoder("hashing")), describe(open_encoder(None))
    with pytest.raises(SearchIndexError, match=r"encodée par « hashing » .* pas par « multilingual-e5-small »"):
        made_with.require(given)
