"""What every kind of question owes: it knows its own examples, proves what it says, and prints the agreed shape."""

import json
import re
from typing import Any

import pytest

from kg.ask import QUESTIONS, answer
from kg.ask.answers.steps import KIND_NAMES
from kg.ask.library import Library
from kg.contract import answer_json
from kg.graph.query import run_query
from kg.graph.results import short
from kg.types import Answer

EXAMPLES = [(kind, example) for kind, module in QUESTIONS.items() for example in module.EXAMPLES]
ROW = {"id", "label", "kind", "value", "score", "evidence"}
PROOF = {"document", "start", "end", "quote", "score", "page"}


@pytest.fixture(scope="module")
def answers(library: Library) -> dict[str, Answer]:
    return {example: answer(example, library) for _, example in EXAMPLES}


def test_every_kind_has_examples_and_a_name() -> None:
    assert {kind: len(module.EXAMPLES) >= 2 for kind, module in QUESTIONS.items()} == dict.fromkeys(QUESTIONS, True)
    names = [module.KIND for module in QUESTIONS.values()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_a_kind_is_the_first_to_know_its_examples(kind: str, example: str, library: Library) -> None:
    query = library.understand(example)
    first = next((name for name, module in QUESTIONS.items() if module.answer(query, library) is not None), None)
    assert first == kind


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_an_answer_is_proved_word_for_word_and_short(
    kind: str, example: str, library: Library, answers: dict[str, Answer]
) -> None:
    found = answers[example]
    assert 0 < len(found.text) <= 600
    assert found.abstained is not bool(found.rows)
    for row in found.rows:
        assert row.evidence, row.label
        assert 0 <= row.score <= 1
        for proof in row.evidence:
            document = library.knowledge.documents[proof.span.document_id]
            assert document.text[proof.span.start : proof.span.end] == proof.quote
            assert 0 < len(proof.quote) <= 400
            assert document.source.endswith(proof.source)


@pytest.mark.parametrize("example", [example for _, example in EXAMPLES])
def test_an_answer_is_printed_in_the_agreed_shape(example: str, answers: dict[str, Answer]) -> None:
    printed: dict[str, Any] = json.loads(json.dumps(answer_json(answers[example], 1.0)))
    assert {"question", "kind", "abstained", "text", "answers", "context", "sparql", "elapsed_ms"} <= set(printed)
    assert printed["question"] == example
    assert all(set(row) == ROW for row in printed["answers"])
    assert all(set(proof) == PROOF for row in printed["answers"] for proof in row["evidence"])
    assert all({"subject", "predicate", "object", "label", "evidence"} == set(fact) for fact in printed["context"])
    assert all(re.match(r"[a-z]+:\w+$", fact["predicate"]) for fact in printed["context"])


@pytest.mark.parametrize("example", [example for _, example in EXAMPLES])
def test_the_query_of_an_answer_gives_its_labels_again(
    example: str, library: Library, answers: dict[str, Answer]
) -> None:
    found = answers[example]
    if found.sparql is None:
        assert found.kind != "who-spoke-about" or found.abstained
        return
    result = run_query(library.base.store, found.sparql)
    if "name" in result.variables:
        at = result.variables.index("name")
        told = {short(row[at]) for row in result.rows}
        named = {row.label for row in found.rows if row.kind in ("person", "organisation")}
        assert named <= told
    assert result.rows


def test_every_kind_is_called_in_french_where_the_steps_are_told() -> None:
    assert set(QUESTIONS) - set(KIND_NAMES) == set()
