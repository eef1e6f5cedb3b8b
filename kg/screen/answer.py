"""An answer on the screen: the sentence, then each row with the words that prove it and the graph around."""

import click

from kg.screen.terminal import on_line
from kg.types import Answer, Evidence, Row

#: The kinds of answer that say what was searched for them.
_COUNTED = ("participants-counts", "voices-counted", "occurrences", "inventory", "list")
#: The facts that are told under the name of whom they are about.
_OWN = ("pal:role", "pal:takesPartIn")


def show_answer(answer: Answer, *, explain: bool = False) -> None:
    """Print an answer: each row with the words that prove it, then the graph around, then how it was found."""
    click.secho(on_line(answer.text), bold=True)
    told: set[str] = set()
    for number, row in enumerate(answer.rows, start=1):
        told |= _show_row(number, row, answer)
    facts = [fact.label for fact in answer.context if fact.label not in told]
    if facts:
        click.echo("\nAutour :")
        for fact in dict.fromkeys(facts):
            click.echo(f"  · {on_line(fact)}")
    if answer.certificate and (explain or answer.kind in _COUNTED):
        click.echo(f"\nRecherche : {on_line(answer.certificate)}")
    if explain:
        _explain(answer)


def _show_row(number: int, row: Row, answer: Answer) -> set[str]:
    """Print a row and return the facts that it told."""
    value = f" : {on_line(row.value)}" if row.value and row.value != row.label else ""
    click.echo(f"\n{number}. {on_line(row.label)}{value}")
    own = [fact.label for fact in answer.context if row.id and fact.subject == row.id and fact.predicate in _OWN]
    for fact in dict.fromkeys(own):
        click.echo(f"   {on_line(fact.removeprefix(row.label))}")
    for evidence in row.evidence:
        click.echo(f"   « {_trimmed(evidence.quote)} »")
        click.secho(f"     {_source(evidence)}", dim=True)
    return set(own)


def _trimmed(quote: str) -> str:
    return on_line(quote).removeprefix("- ").strip("«» ")


def _source(evidence: Evidence) -> str:
    page = f", page {evidence.page}" if evidence.page else ""
    return f"{on_line(evidence.source)}{page}, caractères {evidence.span.start} à {evidence.span.end}"


def _explain(answer: Answer) -> None:
    click.echo(f"\nComment la réponse a été trouvée ({answer.kind}) :")
    for step in answer.trace:
        click.echo(f"  · {on_line(step)}")
    if answer.sparql:
        click.echo(f"SPARQL :\n{answer.sparql}")
