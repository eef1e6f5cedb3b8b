"""The commands of the two READMEs are the same, run, and print what the pages show."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.consoles import Console, consoles, missing

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README.md", "README.fr.md")
CONSOLES = {page: consoles(ROOT / page) for page in PAGES}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Run each command once, in order, in a folder where the sample corpus stands as in a clone."""
    folder = tmp_path_factory.mktemp("clone")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "sample").symlink_to(ROOT / "corpus" / "sample")
    program = folder / "bin" / "palabre"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {shlex.quote(str(ROOT / "cli.py"))} "$@"\n')
    program.chmod(0o755)
    environment = os.environ | {"PATH": f"{program.parent}:{os.environ['PATH']}", "PYTHONHASHSEED": "7"}
    environment.pop("PALABRE_BASE", None)
    told: dict[str, str] = {}
    for console in _to_run():
        done = subprocess.run(
            ["sh", "-c", console.command], cwd=folder, env=environment, capture_output=True, text=True, timeout=600
        )
        assert done.returncode == 0, f"$ {console.command}\n{done.stdout}{done.stderr}"
        told[console.command] = done.stdout + done.stderr
    return told


def _to_run() -> list[Console]:
    return [console for console in CONSOLES["README.md"] if not console.command.startswith("make ")]


def test_both_pages_show_the_same_commands() -> None:
    commands = [[console.command for console in CONSOLES[page]] for page in PAGES]
    assert commands[0] == commands[1]
    assert len([command for command in commands[0] if command.startswith("palabre ")]) >= 5


def test_the_make_commands_exist() -> None:
    targets = (ROOT / "Makefile").read_text(encoding="utf-8")
    for console in CONSOLES["README.md"]:
        if console.command.startswith("make "):
            assert f"\n{console.command.split()[1]}: " in targets


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_print_what_the_page_shows(page: str, printed: dict[str, str]) -> None:
    lost = {
        console.command: lost
        for console in CONSOLES[page]
        if console.command in printed and (lost := missing(console.lines, printed[console.command]))
    }
    assert lost == {}


def test_a_line_that_is_not_printed_is_found() -> None:
    assert missing(["un", "…", "tr…s", "quatre"], "un\ndeux\ntrois\n") == ["quatre"]
    assert missing(["deux", "un"], "un\ndeux\n") == ["un"]
