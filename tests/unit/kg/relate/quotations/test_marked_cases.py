"""Every construction, on sentences and documents about imaginary people."""

from typing import TYPE_CHECKING

import pytest

from tests.unit.kg.relate.quotations.marked import Case, documents, outcome, overlap, sentences, table

if TYPE_CHECKING:
    from spacy.language import Language

STRICT = 0.8


@pytest.mark.parametrize("case", sentences(), ids=lambda case: f"{case.construction}: {case.text[:40]}")
def test_sentence(case: Case, nlp: "Language") -> None:
    _check(case, nlp)


@pytest.mark.parametrize("case", documents(), ids=lambda case: case.construction)
def test_document(case: Case, nlp: "Language") -> None:
    _check(case, nlp)


@pytest.mark.parametrize("name", ["unseen.txt", "constructions.txt", "more_documents.txt"])
def test_cases_written_after_the_rules(name: str, nlp: "Language") -> None:
    outcomes = [outcome(case, nlp) for case in table(name)]
    pairs = [pair for found in outcomes for pair in found.matched()]
    named = [speaker for found in outcomes for speaker, _, _ in found.found if speaker]
    right = [hit for (speaker, _), hit in pairs if hit and speaker and hit[0] == speaker]
    assert len(right) >= 0.97 * len(named)
    assert len(right) >= 0.90 * sum(1 for (speaker, _), _ in pairs if speaker)
    assert sum(1 for _, hit in pairs if hit) >= 0.95 * len(pairs)


def _check(case: Case, nlp: "Language") -> None:
    found = outcome(case, nlp)
    assert found.invented() == []
    for (speaker, words), hit in found.matched():
        assert hit is not None, words
        assert hit[0] == speaker
        assert overlap(words, hit[1]) >= STRICT, hit[1]
