"""The passages that a search brings."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from kg.screen.terminal import on_line

if TYPE_CHECKING:
    from kg.ask.search.hybrid import Found


def show_passages(found: "Sequence[Found]", *, as_json: bool) -> None:
    """Print passages, best first, with their document and titles."""
    if as_json:
        click.echo(json.dumps([_row(one) for one in found], ensure_ascii=False, indent=1))
        return
    if not found:
        click.echo("Rien dans le corpus.")
    for number, one in enumerate(found, start=1):
        titles = " > ".join(one.passage.headings)
        click.secho(f"{number}. {on_line(one.document.source)} — {on_line(titles)}", bold=True)
        click.echo(f"   {on_line(one.passage.text)}")


def _row(one: "Found") -> dict[str, object]:
    span = one.passage.span
    return {
        "document": one.document.file_name,
        "start": span.start,
        "end": span.end,
        "headings": list(one.passage.headings),
        "text": one.document.quote(span),
        "closeness": round(one.closeness, 3),
    }
