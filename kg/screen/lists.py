"""Lists of people, organisations and events: for people, as JSON, or as CSV for a spreadsheet."""

import csv
import io
import json
from collections.abc import Sequence

import click

from kg.export.cells import cell, joined
from kg.lists import Listed
from kg.screen.terminal import on_line

_NAMES = {"people": ("personne", "personnes"), "organisations": ("organisme", "organismes"), "events": ("", "")}
_ROLES = {"people": "Fonctions", "organisations": "Personnes", "events": "Intervenants et participants"}
#: How many values of one kind are shown on the screen.
_MOST = 4


def show_list(listed: Sequence[Listed], kind: str, form: str) -> None:
    """Print a list (`kind` is people, organisations or events; `form` is text, json or csv)."""
    if form == "json":
        click.echo(json.dumps([_row(one) for one in listed], ensure_ascii=False, indent=1))
    elif form == "csv":
        click.echo(_table(listed, kind), nl=False)
    else:
        _show(listed, kind)


def _show(listed: Sequence[Listed], kind: str) -> None:
    for one in listed:
        click.secho(f"{'  ' if one.is_session else ''}{on_line(one.label)}", bold=not one.is_session, nl=False)
        click.echo(f"  ({_counts(one)})")
        for told in (one.period if kind == "events" else "", _few(one.places), _few(_facts(one, kind))):
            if told:
                click.echo(f"    {on_line(told)}")
    click.echo(f"{_total(listed, kind)}.")


def _facts(one: Listed, kind: str) -> list[str]:
    """Return what a person holds, whom an organisation has; an event's people are told as they are."""
    if kind != "people":
        return one.roles
    told = folded_once(one.roles)
    return told + [body for body in one.organisations if not any(body.casefold() in role.casefold() for role in told)]


def folded_once(words: Sequence[str]) -> list[str]:
    """Return words, each once whatever its case."""
    return list({word.casefold(): word for word in reversed(words)}.values())[::-1]


def _few(values: Sequence[str]) -> str:
    more = len(values) - _MOST
    return " ; ".join(values[:_MOST]) + (f" … et {more} de plus" if more > 0 else "")


def _counts(one: Listed) -> str:
    counted = ((one.quotations, "citation"), (one.documents, "document"))
    return ", ".join(f"{number} {word}{'s' if number > 1 else ''}" for number, word in counted)


def _total(listed: Sequence[Listed], kind: str) -> str:
    sessions = sum(one.is_session for one in listed)
    number = len(listed) - sessions
    one, many = _NAMES[kind] if kind != "events" else ("événement", "événements")
    told = f"{number} {many if number > 1 else one}"
    return f"{told}, {sessions} session{'s' if sessions > 1 else ''}" if sessions else told


def _row(one: Listed) -> dict[str, object]:
    return {
        "id": one.id,
        "label": one.label,
        "aliases": [name for name in one.names if name != one.label],
        "roles": one.roles,
        "organisations": one.organisations,
        "events": one.events,
        "parts": one.parts,
        "places": one.places,
        "dates": one.dates,
        "quotations": one.quotations,
        "mentions": one.mentions,
        "documents": one.documents,
    }


def _table(listed: Sequence[Listed], kind: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(
        ("Identifiant", "Nom", _ROLES[kind], "Organisations", "Événements", "Lieux", "Première date", "Dernière date",
         "Citations", "Mentions", "Documents")
    )  # fmt: skip
    for one in listed:
        lists = (joined(values) for values in (one.roles, one.organisations, one.events, one.places))
        dates = (min(one.dates, default=""), max(one.dates, default=""))
        counts = (str(number) for number in (one.quotations, one.mentions, one.documents))
        writer.writerow([cell(value) for value in (one.id, one.label, *lists, *dates, *counts)])
    return out.getvalue()
