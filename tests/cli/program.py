"""Run the command line as a user does, and look at what a user sees."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.powers import give_up_rights

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Run:
    """What a command printed, on both outputs, and its exit code."""

    out: str
    err: str
    code: int

    @property
    def said(self) -> str:
        """Both outputs on one line, however they were folded."""
        return " ".join(f"{self.out} {self.err}".split())


def palabre(*arguments: str | Path, folder: Path, stdin: str | None = None) -> Run:
    """Run `palabre` in a folder, without root's powers over files."""
    environment = {name: value for name, value in os.environ.items() if name not in ("PALABRE_BASE", "PALABRE_DEBUG")}
    done = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *map(str, arguments)],
        cwd=folder,
        env=environment | {"LANG": "C", "LANGUAGE": "en"},
        capture_output=True,
        encoding="utf-8",
        input=stdin,
        timeout=600,
        preexec_fn=give_up_rights,
        check=False,
    )
    return Run(done.stdout, done.stderr, done.returncode)


def assert_clear(run: Run, code: int, *words: str) -> None:
    """Check the exit code, the words, and that no traceback and no excuse for a fault of ours is shown."""
    assert run.code == code, run.said
    assert [expected for expected in words if expected not in run.said] == [], run.said
    assert "Traceback" not in run.said
    assert "inattendue" not in run.said
