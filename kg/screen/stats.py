"""The numbers of a base."""

import json
from typing import Any

import click

from kg.screen.terminal import on_line

_NAMES = {
    "documents": "documents",
    "passages": "passages",
    "person": "personnes",
    "organisation": "organismes",
    "place": "lieux",
    "event": "événements et sessions",
    "quotations": "citations",
    "quotations with speaker": "citations dont le locuteur est connu",
    "triples": "triplets RDF",
}


def show_stats(found: dict[str, Any], *, as_json: bool) -> None:
    """Print the numbers of a base."""
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for key, name in _NAMES.items():
        click.echo(f"{found['counts'].get(key, 0):>8} {name}")
    click.secho("\nLes plus cités :", bold=True)
    for name, number in found["speakers"]:
        click.echo(f"{number:>8} {on_line(name)}")
    click.secho("\nDocuments :", bold=True)
    for document in found["documents"]:
        click.echo(f"  {document['id']} — {on_line(document['title'])} ({document['date'] or 'sans date'})")
