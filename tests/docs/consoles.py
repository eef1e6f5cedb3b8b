"""Read the commands that a page shows, with what it says that they print."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(r"^```(?:console|bash)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ELISION = "…"


@dataclass(frozen=True, slots=True)
class Console:
    """A command and the lines that are shown after it; a line may hold `…` for what is left out."""

    command: str
    lines: tuple[str, ...]


def consoles(page: Path) -> list[Console]:
    """Return the commands of a page, in order."""
    found: list[Console] = []
    for block in _BLOCK.findall(page.read_text(encoding="utf-8")):
        assert block.startswith("$ "), f"{page}: a block begins with a command: {block[:60]!r}"
        for told in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *lines = told.rstrip("\n").split("\n")
            found.append(Console(command, tuple(line for line in lines if line.strip())))
    return found


def missing(shown: Sequence[str], printed: str) -> list[str]:
    """Return the lines shown that do not stand in what is printed, in this order."""
    lines = iter([line.rstrip() for line in printed.splitlines()])
    lost: list[str] = []
    for line in shown:
        if line.strip() == ELISION:
            continue
        pattern = re.compile(".*".join(re.escape(part) for part in line.rstrip().split(ELISION)))
        if not any(pattern.fullmatch(printed_line) for printed_line in lines):
            lost.append(line)
    return lost
