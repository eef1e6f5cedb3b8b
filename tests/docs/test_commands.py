"""Each command is documented, in French; the page of the commands is what the commands say."""

import re
from pathlib import Path

import click
import pytest

from cli import palabre
from docs.make_cli import PAGE, page

COMMANDS = sorted(palabre.commands.items())
ENGLISH = re.compile(
    r"\b(the|and|show|file|path|text|integer|command|default|with|args|missing|usage:)\b", re.IGNORECASE
)


def test_the_page_of_the_commands_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run make docs"


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_each_command_is_in_the_guide(root: Path, name: str, command: click.Command) -> None:
    guide = (root / "docs" / "guide.md").read_text(encoding="utf-8")
    assert re.search(rf"\bpalabre {name}\b", guide), f"palabre {name} stands nowhere in docs/guide.md"
    for readme in ("README.md", "README.fr.md"):
        assert re.search(rf"\bpalabre {name}\b", (root / readme).read_text(encoding="utf-8")), (readme, name)


@pytest.mark.parametrize(("name", "command"), [("palabre", palabre), *COMMANDS])
def test_each_command_and_option_is_explained_in_french(name: str, command: click.Command) -> None:
    assert command.help
    told = [command.help]
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"palabre {name}: {parameter.opts} has no help"
            told.append(parameter.help)
    assert ENGLISH.findall(" ".join(told)) == []
    assert all(re.fullmatch(r"[A-ZÀ-Þ].*\.\s*", words, re.DOTALL) for words in told), told


def _shown() -> str:
    return PAGE.read_text(encoding="utf-8").split("## palabre", 1)[1]


def test_no_english_is_left_on_the_page() -> None:
    shown = re.sub(r"palabre \w+|--[\w-]+|\[[a-z|]+\]|^  \w+ {2}", "", _shown(), flags=re.MULTILINE)
    assert ENGLISH.findall(shown.replace("```text", "")) == []
