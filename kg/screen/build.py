"""What a build shows: a progress bar a stage on a terminal, silence in a pipe, a summary at the end."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.screen.terminal import on_line

if TYPE_CHECKING:
    from kg.build import BuildReport
    from kg.reading import Progress

_NAMES = (
    ("documents", "document", "documents"),
    ("person", "personne", "personnes"),
    ("organisation", "organisme", "organismes"),
    ("place", "lieu", "lieux"),
    ("event", "événement ou session", "événements et sessions"),
)


@contextmanager
def building() -> "Iterator[Progress]":
    """Give the function that a build tells its progress to."""
    if not sys.stderr.isatty():
        yield _silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (
        TextColumn("{task.description:<14}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[what]}"),
    )
    with Progress(*columns, console=Console(stderr=True, markup=False)) as bars:
        tasks: dict[str, object] = {}

        def tell(stage: str, done: int, total: int, what: str) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total, what="")
            bars.update(tasks[stage], completed=done, total=total, what=on_line(what)[:40])  # type: ignore[arg-type]

        yield tell


def _silent(stage: str, done: int, total: int, what: str) -> None:
    """Say nothing: the output goes to a pipe."""


def show_report(report: "BuildReport", base: Path) -> None:
    """Tell what a build found, and the problems by file."""
    counts = report.counts
    told = [f"{counts[key]} {singular if counts[key] < 2 else plural}" for key, singular, plural in _NAMES]
    named = counts["quotations with speaker"]
    click.echo(f"Base construite : {base}")
    click.echo(f"  {', '.join(told)}")
    floor = f"{report.min_confidence:.2f}".replace(".", ",")
    less = "moins sûr est tu" if report.doubtful == 1 else "moins sûrs sont tus"
    quiet = f" ; {report.doubtful} {less}" if report.doubtful else ""
    known = f"dont {named} avec un locuteur connu (confiance au-dessus de {floor}{quiet})"
    click.echo(f"  {counts['quotations']} citations, {known}")
    reading = report.reading
    if reading.unread or reading.duplicates:
        click.echo(
            f"  {reading.found} fichiers : {reading.read} lus, {reading.duplicates} en double, {reading.unread} non lus"
        )
    if report.problems:
        click.echo(f"  À signaler ({len(report.problems)}) :")
    for problem in report.problems:
        click.echo(f"    {on_line(problem.name)} : {on_line(problem.message)}")
