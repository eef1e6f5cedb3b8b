"""`palabre calibrate` on the screen: what was asked, and the errors before and after."""

from pathlib import Path

import click

from kg.ask.library import Library
from kg.ask.search.calibration import FILE, write_calibration
from kg.base import Base
from kg.calibrate import Fit, fit
from kg.errors import UsageError

#: What stands before a question to which the corpus has no answer.
NOTHING = "rien"
_SORTS = {
    "literal": "sujets du corpus, dans ses mots",
    "reworded": "sujets du corpus, en d'autres mots",
    "foreign": "sujets d'ailleurs",
    "joined": "moitiés de sujets différents, mises ensemble",
    "own": "vos questions",
}


def calibrate(base: Base, questions: Path | None) -> None:
    """Fit a base, tell the errors and write what was fitted beside its builds."""
    own = read_questions(questions) if questions else []
    library = Library(base)
    with click.progressbar(length=1, label="Questions", show_pos=True) as bar:

        def tell(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        found = fit(library, own, tell)
    for line in told(found):
        click.echo(line)
    if found.is_enough:
        write_calibration(base.path, found.calibration)
        click.echo(f"Écrit : {base.path / FILE}. Supprimez ce fichier pour revenir aux valeurs livrées.")


def told(found: Fit) -> list[str]:
    """Return the report of a fit, a line each."""
    lines = [f"{number:5} {_SORTS[sort]}" for sort, number in found.counts.items()]
    if not found.is_enough:
        lines.append("Trop peu de questions à faire de ce corpus pour le caler : les valeurs livrées restent.")
    lines.append("                      avant   après")
    rows = (
        ("refus à tort", found.before.refused, found.after.refused),
        ("réponses à tort", found.before.answered, found.after.answered),
    )
    lines += [f"{name:20} {_percent(before)} {_percent(after)}" for name, before, after in rows]
    lines.append(f"{'rang (nDCG à 10)':20} {_number(found.ndcg[0])} {_number(found.ndcg[1])}")
    values = found.calibration
    fitted = (
        ("seuil des propos", values.voice),
        ("seuil des passages", values.passage),
        ("poids du sens", values.meaning),
    )
    lines.append(
        "Réglage : " + ", ".join(f"{name} {_number(value).strip()}" for name, value in fitted) + f" ({values.how})."
    )
    return lines


def read_questions(path: Path) -> list[tuple[str, bool]]:
    """Return the questions of a file and whether the corpus answers each; raises `UsageError` when it has none."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"Le fichier {path} ne se lit pas ({error}). Un texte en UTF-8, une question par ligne, était attendu. "
            "Vérifiez le chemin et l'encodage."
        ) from error
    found = []
    for line in (line.strip() for line in lines):
        mark, colon, rest = line.partition(":")
        has_answer = not (colon and mark.strip().casefold() == NOTHING)
        question = line if has_answer else rest.strip()
        if question and not question.startswith("#"):
            found.append((question, has_answer))
    if not found:
        raise UsageError(
            f"Le fichier {path} ne contient aucune question. Une question par ligne était attendue, avec "
            f"« {NOTHING} : » devant celles auxquelles le corpus ne répond pas."
        )
    return found


def _percent(rate: float) -> str:
    return f"{100 * rate:5.1f} %".replace(".", ",")


def _number(value: float) -> str:
    return f"{value:7.2f}".replace(".", ",")
