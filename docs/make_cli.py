"""Write docs/cli.md from the commands themselves; with --check, fail when it is out of date."""

import sys
from pathlib import Path

import click

from cli import palabre

PAGE = Path(__file__).parent / "cli.md"
WIDTH = 100
HEAD = """# Les commandes

<!-- Page écrite par docs/make_cli.py à partir des commandes : make docs. -->

Ce que chaque commande affiche avec `--help`. Codes de sortie : 0 tout est fait ; 1 les données ont des problèmes,
dits par leur nom, et le reste est fait ; 2 la commande est mal employée ; 3 il manque quelque chose à l'installation.
"""


def page() -> str:
    """Return the whole page, as Markdown."""
    settings = {**palabre.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    top = click.Context(palabre, info_name="palabre", **settings)
    parts = [HEAD, _section("palabre", palabre.get_help(top))]
    for name in palabre.list_commands(top):
        command = palabre.get_command(top, name)
        assert command is not None
        context = click.Context(command, info_name=name, parent=top)
        parts.append(_section(f"palabre {name}", command.get_help(context)))
    return "\n".join(parts)


def _section(title: str, text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return f"## {title}\n\n```text\n{lines}\n```\n"


def main() -> int:
    """Write the page, or compare it with `--check`; return the exit code."""
    told = page()
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(told, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == told:
        return 0
    print(f"{PAGE} ne dit plus ce que disent les commandes : make docs", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
