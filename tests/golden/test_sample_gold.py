"""The gold of the sample corpus points at the words that it claims."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).parent / "sample_gold"
SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"
DOCUMENTS = {p.name.split("_")[0]: p.read_bytes().decode("utf-8") for p in sorted(SAMPLE.iterdir())}


def gold(name: str) -> list[dict[str, Any]]:
    """Return the rows of one gold file."""
    rows: list[dict[str, Any]] = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))[name]
    return rows


def test_gold_files_are_what_the_annotations_give() -> None:
    done = subprocess.run([sys.executable, GOLD / "compile_gold.py", "--check"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("kind", ["people", "organisations", "places"])
def test_every_written_form_stands_where_it_is_said_to(kind: str) -> None:
    wrong = [
        (variant["doc"], variant["surface"], offset)
        for row in gold(kind)
        for variant in row["variants"]
        for offset in variant["offsets"]
        if not DOCUMENTS[variant["doc"]].startswith(variant["surface"], offset)
    ]
    assert wrong == []


def test_every_quotation_starts_with_its_words_and_ends_inside_the_document() -> None:
    for row in gold("quotations"):
        quote = DOCUMENTS[row["doc"]][row["start"] : row["end"]]
        assert quote == quote.strip()
        assert " ".join(quote.split()[:12]) == row["first12"]


def test_evidence_of_events_and_questions_stands_in_its_document() -> None:
    for event in gold("events"):
        for proof in event["evidence"]:
            assert DOCUMENTS[event["doc"]].startswith(proof["text"], proof["start"])
    for question in gold("questions"):
        for proof in question["evidence"]:
            assert DOCUMENTS[proof["doc"]].startswith(proof["first10"], proof["start"])


def test_no_report_names_the_evaluation_by_citizens_as_such() -> None:
    named = re.compile(r"évaluations?\s+(citoyenne|participative)", re.IGNORECASE)
    assert [doc for doc, text in DOCUMENTS.items() if named.search(text)] == []


def test_there_are_reports_of_the_three_formats() -> None:
    assert sorted({p.suffix for p in SAMPLE.iterdir()}) == [".html", ".md", ".txt"]
    assert 8 <= len(DOCUMENTS) <= 12
