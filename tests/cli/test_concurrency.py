"""Many ask at once, and while a build goes on: everybody gets an answer."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
QUESTION = "qui a parlé d'évaluation citoyenne ?"


def _start(*arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "cli", *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _answers(running: Sequence["subprocess.Popen[str]"]) -> list[str]:
    told = []
    for process in running:
        out, error = process.communicate(timeout=120)
        assert process.returncode == 0, error
        told.append(" | ".join(row["label"] for row in json.loads(out)["answers"]))
    return told


def test_six_ask_at_once(sample_base: Path) -> None:
    told = _answers([_start("ask", QUESTION, "--base", str(sample_base), "--json") for _ in range(6)])
    assert len(set(told)) == 1
    assert told[0]


def test_asking_goes_on_during_a_build(sample_base: Path, tmp_path: Path) -> None:
    base = tmp_path / "base"
    shutil.copytree(sample_base, base)
    before = (base / "manifest.json").read_bytes()
    building = _start("build", str(ROOT / "corpus" / "sample" / "s10_notes-bureau-uvom.txt"), "--base", str(base))
    asked = []
    while building.poll() is None:
        asked += _answers([_start("ask", QUESTION, "--base", str(base), "--json")])
    assert building.returncode == 0
    assert asked
    assert (base / "manifest.json").read_bytes() != before
    current = json.loads((base / "manifest.json").read_text(encoding="utf-8"))["folder"]
    left = {folder.name for folder in (base / "builds").iterdir() if folder.is_dir()}
    assert current in left
    assert len(left) <= 2  # the one before stays while it is read, until the next build
