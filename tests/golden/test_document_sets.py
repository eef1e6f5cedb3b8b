"""What is read in the annotated documents of other hands stays at least as good as it was.

`FIRST.md` beside each set of annotations tells what the first reading gave, before any rule was tuned on it.
"""

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.golden import measures

GOLDEN = Path(__file__).parent
COMPILER = GOLDEN / "sample_gold" / "compile_gold.py"
#: Least precision and recall by set and by what is measured, a little under what they are.
FLOORS = tomllib.loads((GOLDEN / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=sorted(FLOORS))
def named(request: pytest.FixtureRequest) -> str:
    """Each set of documents in turn."""
    return str(request.param)


@pytest.fixture(scope="module")
def told(named: str) -> dict[str, dict[str, Any]]:
    """Every document of the set read alone, under its number."""
    from kg.single import extract_file

    folder = GOLDEN / f"{named}_documents"
    return {path.name.split("_")[0]: extract_file(path).json for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("named", sorted(one for one in FLOORS if (GOLDEN / f"{one}_gold" / "source").exists()))
def test_gold_files_are_what_the_annotations_give(named: str) -> None:
    folders = ["--gold", str(GOLDEN / f"{named}_gold"), "--documents", str(GOLDEN / f"{named}_documents")]
    done = subprocess.run([sys.executable, str(COMPILER), *folders, "--check"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_as_much_is_found_as_before_and_as_little_is_wrong(named: str, told: dict[str, dict[str, Any]]) -> None:
    gold, folder = GOLDEN / f"{named}_gold", GOLDEN / f"{named}_documents"
    texts = {path.name.split("_")[0]: path.read_bytes().decode("utf-8") for path in folder.iterdir()}
    rows = {kind: measures.gold(gold, kind) for kind in ("people", "organisations", "events", "quotations")}
    for row in rows["quotations"]:
        row["quote"] = texts[row["doc"]][row["start"] : row["end"]]
    names = {row["canonical"]: measures.forms(row) for kind in ("people", "organisations") for row in rows[kind]}
    quoted = measures.quotations({doc: out["quotations"] for doc, out in told.items()}, rows["quotations"], names)
    found = {
        "people": measures.entities({doc: out["people"] for doc, out in told.items()}, rows["people"]),
        "organisations": measures.entities(
            {doc: out["organisations"] for doc, out in told.items()}, rows["organisations"]
        ),
        "events": measures.events({doc: out["events"] for doc, out in told.items()}, rows["events"]),
        "quotations": quoted[0],
        "speakers": quoted[1],
    }
    short = {
        kind: (round(shares.right / max(1, shares.found), 3), round(shares.right / max(1, shares.wanted), 3))
        for kind, shares in found.items()
        if shares.right < FLOORS[named][kind][0] * shares.found or shares.right < FLOORS[named][kind][1] * shares.wanted
    }
    assert short == {}
