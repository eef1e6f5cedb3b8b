"""What a question is about, without what all questions share; and the mean of usual questions that a base keeps."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from index import SearchIndexError, open_encoder
from kg.ask.library import Library
from kg.ask.search.hybrid import about_what
from kg.base import ASKING, open_base
from kg.usual_questions import QUESTIONS
from kg.views import indexed_texts


def test_what_questions_share_is_taken_away() -> None:
    shared, subject = np.eye(4, dtype=np.float32)[0], np.eye(4, dtype=np.float32)[2]
    asked = (3 * shared + subject) / np.sqrt(10).astype(np.float32)
    told = about_what(asked, 3 * shared / np.sqrt(10).astype(np.float32))
    assert np.allclose(told, subject, atol=1e-6)


def test_a_question_that_is_only_a_question_keeps_its_vector() -> None:
    asked = np.eye(4, dtype=np.float32)[1]
    assert np.array_equal(about_what(asked, asked), asked)


def test_the_base_keeps_the_mean_of_usual_questions(library: Library) -> None:
    rows = open_encoder(library.base.manifest["encoder"]["name"]).encode_query(list(QUESTIONS))
    assert np.allclose(library.base.asking, rows.mean(axis=0), atol=1e-5)


def test_a_base_without_that_mean_says_what_to_do(library: Library, tmp_path: Path) -> None:
    shutil.copytree(library.base.path, tmp_path / "base")
    copy = open_base(tmp_path / "base")
    (copy.view("vectors") / ASKING).unlink()
    with pytest.raises(SearchIndexError, match="Reconstruisez la base"):
        _ = copy.asking


def test_a_quotation_is_encoded_without_its_titles(library: Library) -> None:
    texts = {text.key: text for texts in indexed_texts(library.base.record.knowledge()) for text in texts}
    for identifier, quotation in library.quotations.items():
        assert texts[identifier].meaning == library.reading(quotation.span)
        assert texts[identifier].words.endswith(texts[identifier].meaning)


def test_the_fewer_words_of_a_question_the_corpus_says_the_more_its_meaning_counts(sample: Library) -> None:
    said, reworded = "budget participatif des habitants", "budget oniroglyphe xylophage des zébulons"
    own, _, meant = sample.rankings(said, sample.understand(said).terms)
    poor, _, near = sample.rankings(reworded, sample.understand(reworded).terms)
    assert meant[0].score == near[0].score == 1.0
    assert 0 < 2 * poor[0].score < own[0].score
    assert all(0 <= hit.score <= 1 for hits in (own, poor, meant, near) for hit in hits)


def test_a_question_is_widened_by_the_near_words_that_the_corpus_holds(sample: Library) -> None:
    query = sample.understand("Qui a parlé de rembourser les vélos ?")
    for term, wider in zip(query.terms, sample.widened(query).terms, strict=True):
        new = set(wider.alternatives) - set(term.alternatives)
        assert set(term.alternatives) <= set(wider.alternatives)
        assert all(sample.knows(stem) and strength < 1 for way, strength in new for stem in way)
    assert any(
        len(wider.alternatives) > len(term.alternatives)
        for term, wider in zip(query.terms, sample.widened(query).terms, strict=True)
    )
