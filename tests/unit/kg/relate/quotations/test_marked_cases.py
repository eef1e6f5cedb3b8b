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


@pytest.mark.parametrize(
    ("name", "precision", "recall", "found"),
    [
        ("unseen.txt", 0.97, 0.90, 0.95),
        ("constructions.txt", 0.97, 0.90, 0.95),
        ("more_documents.txt", 0.97, 0.90, 0.95),
        ("fresh_third.txt", 0.96, 0.89, 0.92),
        ("fresh_fourth.txt", 0.96, 0.89, 0.92),
        ("carried_on.txt", 0.97, 0.95, 0.95),
        ("last_third.txt", 0.95, 0.75, 0.85),
        ("mended.txt", 0.97, 0.95, 0.95),
        ("stances.txt", 0.97, 0.95, 0.95),
        ("labels_and_idioms.txt", 0.97, 0.95, 0.95),
        ("told_in_nouns.txt", 0.97, 0.93, 0.93),
        ("set_apart_documents.txt", 0.97, 0.9, 0.9),
        ("idioms_and_crowds.txt", 0.97, 0.95, 0.95),
        ("manners_and_parts.txt", 0.97, 0.97, 0.97),
        ("paragraphs_documents.txt", 0.97, 0.97, 0.97),
    ],
)
def test_cases_written_after_the_rules(
    name: str, precision: float, recall: float, found: float, nlp: "Language"
) -> None:
    outcomes = [outcome(case, nlp) for case in table(name)]
    pairs = [pair for one in outcomes for pair in one.matched()]
    named = [speaker for one in outcomes for speaker, _, _ in one.found if speaker]
    right = [hit for (speaker, _), hit in pairs if hit and speaker and hit[0] == speaker]
    assert len(right) >= precision * len(named)
    assert len(right) >= recall * sum(1 for (speaker, _), _ in pairs if speaker)
    assert sum(1 for _, hit in pairs if hit) >= found * len(pairs)


def _check(case: Case, nlp: "Language") -> None:
    found = outcome(case, nlp)
    assert found.invented() == []
    for (speaker, words), hit in found.matched():
        assert hit is not None, words
        assert hit[0] == speaker
        assert overlap(words, hit[1]) >= STRICT, hit[1]
