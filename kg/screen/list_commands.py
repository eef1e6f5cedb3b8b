"""The commands that list: `palabre people`, `palabre organisations`, `palabre events`; `cli.py` takes them in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Command = Callable[..., None]


def _with(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def list_commands(base_option: Callable[[Command], Command]) -> list[click.Command]:
    """Return the three commands; `base_option` is the option that names the base."""
    name = click.option("--name", metavar="MOTS", default="", help="Dont le nom contient ces mots.")
    event = click.option("--event", metavar="MOTS", default="", help="Vus à cet événement.")
    body = click.option("--organisation", metavar="MOTS", default="", help="De cet organisme.")
    role = click.option("--role", metavar="MOTS", default="", help="À ce titre : maire, modération, excusé...")
    common = (
        click.option("--said-something", is_flag=True, help="Avec au moins une citation."),
        click.option("--min-quotations", type=click.IntRange(0), default=0, help="Avec au moins tant de citations."),
        click.option("--from", "since", metavar="DATE", default="", help="À partir de : 2019, 2019-03, 2019-03-14."),
        click.option("--to", "until", metavar="DATE", default="", help="Jusqu'à cette date comprise."),
        click.option("--json", "form", flag_value="json", help="Écrire du JSON."),
        click.option("--csv", "form", flag_value="csv", help="Écrire du CSV pour un tableur (séparateur ;)."),
    )

    @click.command(name="people")
    @_with(base_option, name, event, body, role, *common)
    def people(**told: Any) -> None:
        """Lister les personnes : fonctions, organismes, citations."""
        _show("people", told)

    @click.command(name="organisations")
    @_with(base_option, name, event, *common)
    def organisations(**told: Any) -> None:
        """Lister les organismes : personnes, citations."""
        _show("organisations", told)

    @click.command(name="events")
    @_with(base_option, name, body, *common)
    @click.option("--sessions", is_flag=True, help="Lister aussi les sessions.")
    def events(**told: Any) -> None:
        """Lister les événements, dans l'ordre des dates."""
        _show("events", told)

    return [people, organisations, events]


def _show(kind: str, told: dict[str, Any]) -> None:
    from kg import lists
    from kg.base import default_path, open_base
    from kg.screen.lists import show_list

    _check_dates(told)
    filters = lists.Filters(
        told["name"],
        told.get("event", ""),
        told.get("organisation", ""),
        told.get("role", ""),
        max(told["min_quotations"], int(told["said_something"])),
        told["since"],
        told["until"],
    )
    path: Path | None = told["base_path"]
    knowledge = open_base(path or default_path()).record.knowledge()
    found = {
        "people": lambda: lists.people(knowledge, filters),
        "organisations": lambda: lists.organisations(knowledge, filters),
        "events": lambda: lists.events(knowledge, filters, sessions=told["sessions"]),
    }[kind]()
    show_list(found, kind, told["form"] or "text")


def _check_dates(told: dict[str, Any]) -> None:
    import re

    for option, value in (("--from", told["since"]), ("--to", told["until"])):
        if value and not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", value):
            raise click.UsageError(
                f"« {value} » n'est pas une date pour {option} : 2019, 2019-03 ou 2019-03-14 était attendu."
            )
