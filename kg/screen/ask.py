"""`palabre ask` on the screen: each question with its answer, as text, as JSON or as the query that finds it again."""

import json
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from kg.ask import answer
from kg.ask.library import Library
from kg.base import Base
from kg.contract import answer_json
from kg.screen.answer import show_answer


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of an answer; `exported` is the file that gets its evidence."""

    as_json: bool = False
    explain: bool = False
    as_sparql: bool = False
    exported: Path | None = None


def ask_questions(base: Base, questions: Iterable[str], shown: Shown) -> None:
    """Answer questions one after the other; what is loaded for the first serves the others."""
    library = Library(base)
    for question in questions:
        started = time.perf_counter()
        found = answer(question.rstrip("\r\n"), library)
        if shown.exported is not None:
            from kg.export.evidence import export_evidence

            export_evidence(found, shown.exported)
        if shown.as_json:
            click.echo(json.dumps(answer_json(found, (time.perf_counter() - started) * 1000), ensure_ascii=False))
        elif shown.as_sparql:
            click.echo(found.sparql or "# Aucune requête ne redit cette réponse.")
        else:
            show_answer(found, explain=shown.explain)
