"""The review of pairs in doubt on the terminal: two columns, one question a pair; works in a plain pipe too."""

import json
import sys

import click

from kg.errors import UsageError
from kg.judge import Review
from kg.resolve.doubts import Doubt, Side
from kg.screen.terminal import console, on_line

_KINDS = {"person": "Personnes", "organisation": "Organismes", "place": "Lieux", "event": "Événements"}
_QUESTION = "[m]ême  [d]ifférent  pas une [e]ntité  [r]enommer  [p]asser  [a]nnuler  [q]uitter ? "
_LAST_QUESTION = "Toutes les paires sont vues.  [a]nnuler la dernière décision  [q]uitter ? "
_ANSWERS = {
    "m": "m", "même": "m", "meme": "m", "d": "d", "différent": "d", "different": "d",
    "e": "e", "pas une entité": "e", "pas-une-entité": "e", "pas-une-entite": "e", "entité": "e",
    "r": "r", "renommer": "r", "p": "p", "passer": "p", "": "p", "a": "a", "annuler": "a",
    "q": "q", "quitter": "q",
}  # fmt: skip


def show_doubts(review: Review, *, as_json: bool) -> None:
    """Print the pairs in doubt, the most alike first, with why."""
    if as_json:
        click.echo(json.dumps([_row(review, doubt) for doubt in review.doubts], ensure_ascii=False, indent=1))
        return
    _tell_warnings(review.warnings)
    if not review.doubts:
        click.echo("Aucune paire en doute.")
    for kind, title in _KINDS.items():
        listed = [doubt for doubt in review.doubts if doubt.kind == kind]
        if listed:
            click.secho(f"{title} ({len(listed)})", bold=True)
        for doubt in listed:
            click.echo(f"  {_score(doubt)}  {_name(doubt.first)}  ?  {_name(doubt.second)}")
            click.echo(f"        {on_line(' ; '.join(doubt.reasons))}")


def judge_doubts(review: Review) -> None:
    """Ask about each pair; each answer is written at once, and can be taken back."""
    _tell_warnings(review.warnings)
    told: list[int] = []
    at = 0
    while at < len(review.doubts) or told:
        finished = at >= len(review.doubts)
        if not finished:
            _show(review, at)
        answer = _answer(_LAST_QUESTION if finished else _QUESTION)
        if answer == "a":
            at = _take_back(review, told, at)
        elif finished or answer in (None, "q"):
            break
        elif answer == "p":
            at += 1
        elif answer and _decide(review, review.doubts[at], answer):
            told.append(at)
            at += 1
    click.echo(f"\n{_counted(len(told))} dans {review.file.path}.")
    if told:
        click.echo(f"Pour les suivre, construisez à nouveau : palabre build SOURCES --base {review.base.path}")


def _counted(number: int) -> str:
    return (
        f"{number} {'décision écrite' if number < 2 else 'décisions écrites'}" if number else "Aucune décision écrite"
    )


def _take_back(review: Review, told: list[int], at: int) -> int:
    """Undo the last decision and return the pair to ask about: the one that it was about."""
    if not told:
        click.echo("Rien à annuler.")
        return at
    if not review.undo():
        click.echo("La dernière ligne écrite n'est plus dans le fichier : rien n'a été effacé.")
        told.pop()
        return at
    click.echo("Annulé : la dernière ligne est effacée.")
    return told.pop()


def _decide(review: Review, doubt: Doubt, answer: str) -> bool:
    """Write what was answered; tell whether a line was written."""
    try:
        written = _write(review, doubt, answer)
    except UsageError as error:
        click.echo(str(error))
        return False
    if written:
        _tell_warnings(tuple(review.new_warnings()))
    return written


def _write(review: Review, doubt: Doubt, answer: str) -> bool:
    if answer in ("m", "d"):
        (review.same if answer == "m" else review.different)(doubt)
        return True
    side = _side(doubt)
    if side is None:
        return False
    if answer == "e":
        review.nothing(doubt, side)
        return True
    name = _line(f"Comment s'appelle « {on_line(side.label)} » ? ")
    if name:
        review.rename(doubt, side, name)
    return bool(name)


def _side(doubt: Doubt) -> Side | None:
    answer = _line("Lequel, [1] ou [2] ? ")
    return {"1": doubt.first, "2": doubt.second}.get(answer or "")


def _answer(question: str) -> str | None:
    """Ask until the answer is one of ours; nothing at the end of the input."""
    while True:
        line = _line(question)
        if line is None:
            return None
        if line.lower() in _ANSWERS:
            return _ANSWERS[line.lower()]
        click.echo(f"« {on_line(line)} » n'est pas une réponse : m, d, e, r, p, a ou q.")


def _line(question: str) -> str | None:
    click.echo(question, nl=False)
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        click.echo()
    return line.strip() if line else None


def _show(review: Review, at: int) -> None:
    from rich import box
    from rich.table import Table

    doubt = review.doubts[at]
    click.secho(f"\n{at + 1}/{len(review.doubts)}  score {_score(doubt)}", bold=True)
    click.echo("\n".join(f"  {on_line(reason)}" for reason in doubt.reasons))
    table = Table(box=box.SIMPLE, expand=True, show_header=True)
    for number, side in enumerate((doubt.first, doubt.second), start=1):
        table.add_column(f"{number}. {on_line(side.label)}", ratio=1)
    table.add_row(*(_facts(review, side) for side in (doubt.first, doubt.second)))
    console().print(table)


def _facts(review: Review, side: Side) -> str:
    aliases = review.knowledge.by_id[side.entity].aliases
    also = [f"aussi écrit : {on_line(', '.join(aliases[:6]))}"] if aliases else []
    held = [on_line(words) for words in review.held(side)[:4]]
    seen = [f"{on_line(s.document)}, {s.start}\n… {on_line(s.words)} …" for s in review.passages(side)]
    return "\n".join((*held, *also, *seen))


def _score(doubt: Doubt) -> str:
    return f"{doubt.score:.2f}".replace(".", ",")


def _name(side: Side) -> str:
    return on_line(side.label) + (f" ({on_line(side.where)})" if side.where else "")


def _tell_warnings(warnings: tuple[str, ...]) -> None:
    for warning in warnings:
        click.echo(f"À corriger : {on_line(warning)}", err=True)


def _row(review: Review, doubt: Doubt) -> dict[str, object]:
    return {
        "score": doubt.score,
        "kind": doubt.kind,
        "reasons": list(doubt.reasons),
        "first": _json_side(review, doubt.first),
        "second": _json_side(review, doubt.second),
    }


def _json_side(review: Review, side: Side) -> dict[str, object]:
    seen = [{"document": s.document, "start": s.start, "end": s.end, "text": s.words} for s in review.passages(side)]
    return {"id": side.entity, "label": side.label, "name": side.name, "where": side.where, "passages": seen}
