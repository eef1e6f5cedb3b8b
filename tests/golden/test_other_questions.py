"""Questions on the other imaginary documents: most are answered rightly, and what they do not tell is refused."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.base import open_base
from kg.build import build
from kg.types import Answer
from tests.golden.test_questions import _right

HERE = Path(__file__).parent
ASKED: list[dict[str, Any]] = tomllib.loads((HERE / "other_questions.toml").read_text(encoding="utf-8"))["question"]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Answer]:
    base = tmp_path_factory.mktemp("other") / "base"
    build([HERE / "other_documents"], base)
    library = Library(open_base(base))
    return {asked["ask"]: answer(asked["ask"], library) for asked in ASKED}


@pytest.mark.parametrize("last", [False, True], ids=["first two thirds", "last third"])
def test_most_answers_are_right(answers: dict[str, Answer], last: bool) -> None:
    asked = [one for one in ASKED if one.get("last", False) is last]
    wrong = [one["ask"] for one in asked if not _right(one, answers[one["ask"]])]
    assert len(wrong) <= 0.25 * len(asked), wrong


def test_what_no_document_tells_is_refused(answers: dict[str, Answer]) -> None:
    kept = [one["ask"] for one in ASKED if one.get("nothing") and not answers[one["ask"]].abstained]
    assert kept == []
