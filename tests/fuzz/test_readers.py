"""Damaged files of every format end in a document or in a message: no traceback, no hang, no file lost.

500 copies of a file of each format are read; `make fuzz` reads 5,000 of each. What another program converts (.doc by
LibreOffice, pictures by Tesseract) is read for four minutes at most, by `make fuzz` without a limit. The seeds are
fixed: a failure names the copy, which `python -m tests.fuzz.run FILE NUMBER 1` reads again.
"""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.tools import require_tool

ROOT = Path(__file__).resolve().parents[2]
FORMATS = ROOT / "tests" / "data" / "formats"
SAMPLE = ROOT / "corpus" / "sample"
SCAN = ROOT / "tests" / "data" / "pdf" / "fiche-numerisee.png"
ASKED = int(os.environ.get("PALABRE_FUZZ", "0"))
COUNT = 500
FOUR_MINUTES = 240
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
    _read_copies(path)


def test_damaged_archives_are_read_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "archive.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in (SAMPLE / "s10_notes-bureau-uvom.txt", FORMATS / "participants.csv"):
            archive.writestr(zipfile.ZipInfo(member.name, (2024, 1, 1, 0, 0, 0)), member.read_bytes())
    _read_copies(path)


@pytest.mark.parametrize(("path", "tool"), [(FORMATS / "libreoffice.doc", "soffice"), (SCAN, "tesseract")])
def test_damaged_copies_that_other_programs_convert_are_read_or_refused(path: Path, tool: str) -> None:
    require_tool(tool)
    count = ASKED or COUNT
    seconds = [] if ASKED else [str(FOUR_MINUTES)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.run", str(path), "0", str(count), *seconds],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=2 * FOUR_MINUTES + 20 * ASKED,
        check=False,
    )
    lines = done.stdout.splitlines()
    assert done.returncode == 0, f"copy {len(lines)} of {path.name}: {done.stderr[-1500:]}"
    assert lines and {line.split()[1] for line in lines} == {"read"}


def _read_copies(path: Path) -> None:
    count = ASKED or COUNT
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
