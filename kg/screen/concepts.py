"""`palabre concepts`: the concepts of a base for people or as JSON, and the thesaurus that it proposes."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.screen.terminal import on_line
from kg.types import LinkMethod

if TYPE_CHECKING:
    from kg.base import Base

_METHODS: dict[str, LinkMethod] = {"thesaurus": "thesaurus", "termes": "terms", "sens": "meaning"}


def concepts_command(base_option: Callable[[Callable[..., None]], Callable[..., None]]) -> click.Command:
    """Return the command; `base_option` is the option that names the base."""

    @click.command(name="concepts")
    @base_option
    @click.option("--method", type=click.Choice(list(_METHODS)), help="Seulement celles que cette méthode a trouvées.")
    @click.option(
        "--propose",
        type=click.Path(path_type=Path),
        metavar="FICHIER",
        help="Écrire un thésaurus à corriger (SKOS, Turtle) : les termes du corpus qui n'y sont pas encore.",
    )
    @click.option("--json", "as_json", is_flag=True, help="Écrire du JSON.")
    def concepts(base_path: Path | None, method: str | None, propose: Path | None, as_json: bool) -> None:
        """Lister les notions dont parlent les passages et les citations ; proposer un thésaurus."""
        from kg.base import default_path, open_base

        base = open_base(base_path or default_path())
        if propose is None:
            _show(base, _METHODS[method] if method else None, as_json=as_json)
        else:
            _propose(base, propose)

    return concepts


def _show(base: "Base", method: LinkMethod | None, *, as_json: bool) -> None:
    from kg.concept_list import METHODS, count_concepts

    found = count_concepts(base, method)
    if as_json:
        click.echo(json.dumps([asdict(count) for count in found], ensure_ascii=False, indent=1))
        return
    for count in found:
        told = ", ".join(f"{METHODS[name]} {number}" for name, number in sorted(count.methods.items()))
        where = f"{count.passages} passages, {count.quotations} citations, {count.documents} documents"
        click.echo(f"{on_line(count.label)} — {where} ({told})")
    click.echo(f"{len(found)} notion{'s' if len(found) > 1 else ''}.")


def _propose(base: "Base", path: Path) -> None:
    from kg.concept_list import candidates
    from kg.export.thesaurus import write_proposal

    found = candidates(base)
    if not found:
        click.echo("Aucun terme à proposer : rien n'est assez répété que le thésaurus ne dise déjà. Rien n'est écrit.")
        return
    write_proposal(path, found, base.manifest["iri"])
    click.echo(
        f"{len(found)} notions proposées dans {path}. Corrigez-le, puis : palabre build SOURCES --thesaurus {path}"
    )
