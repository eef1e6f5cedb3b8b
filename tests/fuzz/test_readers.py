"""Damaged files of every format end in a document or in a message: no traceback, no hang, no file lost.

500 copies of a file of each format are read, 60 of the PDF, which is slower; `make fuzz` reads 5,000 of each. The seeds
are fixed: a failure names the copy, which `python -m tests.fuzz.run FILE NUMBER 1` reads again.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FORMATS = ROOT / "tests" / "data" / "formats"
SAMPLE = ROOT / "corpus" / "sample"
ASKED = int(os.environ.get("PALABRE_FUZZ", "0"))
COUNTS = {".pdf": 60}
#: Most seconds for a copy, on the whole: a copy alone may take longer.
LONGEST = 2
FILES = [
    SAMPLE / "s05_fiche-marche-des-partenariats.txt",
    SAMPLE / "s06_assemblee-generale-seme-rive.md",
    SAMPLE / "s03_atelier-associer-les-habitants.html",
    FORMATS / "pandoc.docx",
    FORMATS / "libreoffice.odt",
    FORMATS / "libreoffice.rtf",
    FORMATS / "participants.csv",
    FORMATS / "participants.xlsx",
    FORMATS / "libreoffice.pdf",
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.suffix[1:])
def test_damaged_copies_are_read_or_refused(path: Path) -> None:
    count = ASKED or COUNTS.get(path.suffix, 500)
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.run", str(path), "0", str(count)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60 + LONGEST * count,
        check=False,
    )
    lines = done.stdout.splitlines()
    assert done.returncode == 0, f"copy {len(lines)} of {path.name}: {done.stderr[-1500:]}"
    assert [line.split()[1] for line in lines] == ["read"] * count
