"""The card of a person, an organisation, an event or a document."""

import json
from dataclasses import asdict
from itertools import groupby

import click

from kg.screen.terminal import on_line
from kg.show import Card

_KINDS = {
    "person": "personne",
    "organisation": "organisme",
    "place": "lieu",
    "event": "événement",
    "document": "document",
    "concept": "notion",
}


def show_card(card: Card, *, as_json: bool) -> None:
    """Print a card, sections in order, each fact with its source."""
    if as_json:
        click.echo(json.dumps(asdict(card), ensure_ascii=False, indent=1))
        return
    click.secho(f"{on_line(card.label)} ({_KINDS[card.kind]}, {card.id})", bold=True)
    if card.aliases:
        click.echo(f"Aussi écrit : {on_line(', '.join(card.aliases))}")
    for section, lines in groupby(card.lines, key=lambda line: line.section):
        click.secho(f"\n{section}", bold=True)
        for line in lines:
            date = f"{line.date.split('T')[0]}  " if line.date else ""
            click.echo(f"  {date}{on_line(line.words)}")
            if line.at:
                click.secho(f"      {on_line(line.at)}", dim=True)
            for place in (line.place, *line.also):
                click.secho(f"      {on_line(place.source)}, caractères {place.start} à {place.end}", dim=True)
