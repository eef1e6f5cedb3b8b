"""The mean vector of usual questions: encoded once, whatever lies in the cache."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index import EncoderSpec, describe, open_encoder
from kg.usual_questions import QUESTIONS, mean_question

if TYPE_CHECKING:
    from index.types import Vectors


class Counting:
    """An encoder that counts the questions that it encodes."""

    def __init__(self) -> None:
        self.inner = open_encoder("hashing")
        self.encoded = 0

    def encode_query(self, texts: list[str], /) -> "Vectors":
        self.encoded += len(texts)
        return self.inner.encode_query(texts)

    def encode_document(self, texts: list[str], /) -> "Vectors":
        raise AssertionError("no passage is encoded here")


def test_the_mean_is_encoded_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PALABRE_CACHE", str(tmp_path))
    encoder = Counting()
    spec = describe(encoder.inner)
    expected = encoder.inner.encode_query(list(QUESTIONS)).mean(axis=0, dtype=np.float32)
    for _ in range(2):
        assert mean_question(encoder, spec).tobytes() == expected.tobytes()
    assert encoder.encoded == len(QUESTIONS)
    mean_question(encoder, EncoderSpec(spec.name, spec.dimension, "other weights"))
    assert encoder.encoded == 2 * len(QUESTIONS)


def test_what_does_not_read_or_cannot_be_written_is_encoded_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PALABRE_CACHE", str(tmp_path / "kept"))
    encoder = Counting()
    spec = describe(encoder.inner)
    expected = mean_question(encoder, spec)
    (kept,) = (tmp_path / "kept").rglob("*.bin")
    kept.write_bytes(kept.read_bytes()[:50])
    assert mean_question(encoder, spec).tolist() == expected.tolist()
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PALABRE_CACHE", str(tmp_path / "file"))
    assert mean_question(encoder, spec).tolist() == expected.tolist()
