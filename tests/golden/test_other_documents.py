"""What is read in the documents of other kinds stays at least as good as it was."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

GOLDEN = Path(__file__).parent
GOLD, DOCUMENTS = GOLDEN / "other_gold", GOLDEN / "other_documents"
COMPILER = GOLDEN / "sample_gold" / "compile_gold.py"


def gold(name: str) -> list[dict[str, Any]]:
    """Return the rows of one gold file."""
    rows: list[dict[str, Any]] = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))[name]
    return rows


@pytest.fixture(scope="module")
def told() -> dict[str, dict[str, Any]]:
    """Every document read alone, under its number."""
    from kg.single import extract_file

    return {path.name.split("_")[0]: extract_file(path).json for path in sorted(DOCUMENTS.iterdir())}


def test_gold_files_are_what_the_annotations_give() -> None:
    command = [sys.executable, str(COMPILER), "--gold", str(GOLD), "--documents", str(DOCUMENTS), "--check"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(("kind", "floor"), [("people", 0.9), ("organisations", 0.7)])
def test_entities_are_found(told: dict[str, dict[str, Any]], kind: str, floor: float) -> None:
    wanted = [row for row in gold(kind) if row["confidence"] == "high"]
    found = 0
    for row in wanted:
        forms = {row["canonical"].casefold(), *(v["surface"].casefold() for v in row["variants"])}
        names = {
            name.casefold()
            for doc in row["docs"]
            for entity in told[doc][kind]
            for name in (entity["label"], *entity["aliases"])
        }
        found += bool(forms & names)
    assert found / len(wanted) >= floor


def test_quotations_name_the_right_speaker(told: dict[str, dict[str, Any]]) -> None:
    wanted = [row for row in gold("quotations") if row["confidence"] == "high" and row["speaker"]]
    forms = {
        row["canonical"]: {row["canonical"], *(v["surface"] for v in row["variants"])}
        for kind in ("people", "organisations")
        for row in gold(kind)
    }
    right = 0
    for row in wanted:
        start = " ".join(row["first12"].split()[:5])
        said = [q for q in told[row["doc"]]["quotations"] if start in " ".join(q["text"].split())]
        right += any(q["speaker_label"] in forms[row["speaker"]] for q in said)
    assert right / len(wanted) >= 0.8
