"""Questions of our own on the sample corpus: what is answered is right, and what the reports do not tell is refused."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from index import fold
from kg.ask import answer
from kg.ask.library import Library
from kg.base import open_base
from kg.types import Answer

ASKED: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "questions.toml").read_text(encoding="utf-8"))[
    "question"
]


@pytest.fixture(scope="module")
def answers(sample_base: Path) -> dict[str, Answer]:
    library = Library(open_base(sample_base))
    return {asked["ask"]: answer(asked["ask"], library) for asked in ASKED}


def _bare(label: str) -> str:
    return fold(label).removeprefix("ville de ").removeprefix("ville d'").removeprefix("ville d’")


def _right(asked: dict[str, Any], found: Answer) -> bool:
    """Tell whether an answer says all that is expected, names all who are, and nobody else but who may be."""
    if asked.get("nothing") or found.abstained:
        return bool(asked.get("nothing")) and found.abstained
    told = [found.text, *(f"{row.label} {row.value} {[e.quote for e in row.evidence]}" for row in found.rows)]
    where = " ".join(fold(" ".join(told)).replace("\\n", " ").split())
    said = all(any(fold(way) in where for way in group.split("|")) for group in asked.get("says", ()))
    labels = {_bare(row.label) for row in found.rows}
    wanted = {_bare(label) for label in asked.get("labels", ())}
    allowed = wanted | {_bare(label) for label in asked.get("allowed", ())}
    named = not wanted or wanted <= labels <= allowed
    return said and named and found.text.casefold().startswith(asked.get("verdict", ""))


def test_most_answers_are_right(answers: dict[str, Answer]) -> None:
    wrong = [asked["ask"] for asked in ASKED if not _right(asked, answers[asked["ask"]])]
    assert len(wrong) <= 0.2 * len(ASKED), wrong


def test_few_answers_claim_what_is_wrong(answers: dict[str, Answer]) -> None:
    wrong = [a["ask"] for a in ASKED if not answers[a["ask"]].abstained and not _right(a, answers[a["ask"]])]
    assert len(wrong) <= 0.1 * len(ASKED), wrong


def test_what_no_report_tells_is_refused(answers: dict[str, Answer]) -> None:
    assert [a["ask"] for a in ASKED if a.get("nothing") and not answers[a["ask"]].abstained] == []
