"""The command line: parses, calls, prints. Heavy parts are imported by the command that needs them."""

import os
import sys
from pathlib import Path

import click

from corpus.errors import CorpusError
from index.types import SearchIndexError
from kg.base import default_path, open_base
from kg.errors import KnowledgeError
from kg.screen.concepts import concepts_command
from kg.screen.french import install_french
from kg.screen.list_commands import list_commands
from ontology.errors import OntologyError

install_french()  # before the commands are declared: click asks for some of its words then

VERSION = "0.1.0"
_ERRORS = (CorpusError, KnowledgeError, SearchIndexError, OntologyError)

_base = click.option(
    "--base",
    "base_path",
    type=click.Path(path_type=Path),
    metavar="DOSSIER",
    help="La base à utiliser (par défaut : $PALABRE_BASE, sinon ./palabre-base).",
)
_json = click.option("--json", "as_json", is_flag=True, help="Écrire du JSON.")


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    subcommand_metavar="COMMANDE [ARGUMENTS]...",
)
@click.version_option(VERSION, "--version", prog_name="palabre")
def palabre() -> None:
    """Qui a dit quoi, où et quand : interroger une pile de comptes rendus, preuves à l'appui.

    Tout se passe sur cette machine : rien n'est envoyé, rien n'est téléchargé.
    """


@palabre.command()
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="SOURCES...")
@_base
@click.option("--model", metavar="CHEMIN|NOM", help="Un autre modèle de sentence-transformers.")
@click.option("--allow-download", is_flag=True, help="Permettre de télécharger le modèle nommé par --model.")
@click.option("--thesaurus", type=click.Path(path_type=Path), metavar="FICHIER", help="Votre SKOS, ajouté au nôtre.")
@click.option("--thesaurus-alone", is_flag=True, help="Sans notre thésaurus : le vôtre, ou aucun.")
@click.option("--base-iri", metavar="IRI", default="https://w3id.org/palabre/id/", help="Le début des IRI des entités.")
@click.option("--jobs", metavar="N", type=click.IntRange(1, 64), help="Combien de processus lisent et analysent.")
@click.option("--min-confidence", metavar="X", type=click.FloatRange(0, 1), help="Taire un locuteur moins sûr (0 à 1).")
def build(
    sources: tuple[Path, ...],
    base_path: Path | None,
    model: str | None,
    allow_download: bool,
    thesaurus: Path | None,
    thesaurus_alone: bool,
    base_iri: str,
    jobs: int | None,
    min_confidence: float | None,
) -> None:
    """Construire une base à partir de fichiers et de dossiers."""
    from kg.build import BuildOptions
    from kg.build import build as build_base
    from kg.screen.build import building, show_report

    path = base_path or default_path()
    options = BuildOptions(model, allow_download, thesaurus, thesaurus_alone, base_iri, jobs, min_confidence)
    with building() as progress:
        report = build_base(sources, path, options, progress=progress)
    show_report(report, path)
    if report.failed:
        sys.exit(1)


@palabre.command()
@click.argument("question", required=False)
@_base
@click.option("--batch", type=click.File(encoding="utf-8"), metavar="FICHIER", help="Une question par ligne.")
@_json
@click.option("--explain", is_flag=True, help="Montrer ce que chaque étape a fait.")
@click.option("--sparql", "as_sparql", is_flag=True, help="Écrire la requête qui retrouve la réponse dans le graphe.")
@click.option("--export", "exported", type=click.Path(path_type=Path), metavar="FICHIER", help="Les preuves (.gexf).")
def ask(
    question: str | None,
    base_path: Path | None,
    batch: click.File | None,
    as_json: bool,
    explain: bool,
    as_sparql: bool,
    exported: Path | None,
) -> None:
    """Poser une question en français."""
    if (question is None) == (batch is None):
        raise click.UsageError("Donnez une QUESTION, ou un fichier de questions avec --batch.")
    from kg.screen.ask import Shown, ask_questions

    if exported is not None:
        from kg.export.evidence import evidence_ending

        evidence_ending(exported, one_question=question is not None)
    asked = [question] if question is not None else batch
    shown = Shown(as_json, explain, as_sparql, exported)
    ask_questions(open_base(base_path or default_path()), asked, shown)  # type: ignore[arg-type]


@palabre.command()
@click.argument("text", metavar="TEXTE")
@_base
@click.option(
    "-n", "--number", default=10, show_default=True, type=click.IntRange(1, 1000), help="Combien de passages."
)
@_json
def search(text: str, base_path: Path | None, number: int, as_json: bool) -> None:
    """Chercher des passages, par les mots et par le sens."""
    from kg.ask.library import Library
    from kg.screen.passages import show_passages

    library = Library(open_base(base_path or default_path()))
    show_passages(library.search_passages(text, number), as_json=as_json)


@palabre.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FICHIER")
@_json
def read(file: Path, as_json: bool) -> None:
    """Montrer ce que le lecteur comprend d'un fichier : plan, tableaux, étiquettes, passages, réparations."""
    from kg.screen.reading import read_file, show_reading

    for document in read_file(file):
        show_reading(document, as_json=as_json)


@palabre.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FICHIER")
@click.option("--explain", is_flag=True, help="Dire pourquoi chaque citation a ce locuteur.")
@_json
def extract(file: Path, explain: bool, as_json: bool) -> None:
    """Lire un seul document et montrer ce qui y est reconnu, sans rien construire."""
    from kg.screen.extraction import show_extraction
    from kg.single import extract_file

    show_extraction(extract_file(file, explain=explain), as_json=as_json)


@palabre.command()
@click.argument("name", metavar="NOM")
@_base
@click.option("--text", "as_text", is_flag=True, help="Écrire le texte d'un document, tel que la base le garde.")
@_json
def show(name: str, base_path: Path | None, as_text: bool, as_json: bool) -> None:
    """Montrer tout ce que la base sait d'une personne, d'un organisme, d'un événement, d'un document."""
    from kg.screen.card import show_card
    from kg.show import card, document_text

    base = open_base(base_path or default_path())
    if as_text:
        click.echo(document_text(base, name))
    else:
        show_card(card(base, name), as_json=as_json)


@palabre.command()
@click.argument("file", required=False, type=click.File(encoding="utf-8"), metavar="[FICHIER]")
@_base
@click.option("-q", "--query", metavar="REQUÊTE", help="La requête, au lieu d'un fichier.")
@click.option(
    "-f",
    "--format",
    "form",
    default="table",
    show_default=True,
    type=click.Choice(["table", "json", "csv", "turtle"]),
    help="La forme du résultat.",
)
def sparql(file: "click.File | None", base_path: Path | None, query: str | None, form: str) -> None:
    """Interroger le graphe en SPARQL (lecture seule)."""
    from kg.graph.query import format_result, run_query

    if (file is None) == (query is None):
        raise click.UsageError("Donnez un FICHIER de requête, ou une requête avec -q.")
    text = query if query is not None else file.read()  # type: ignore[union-attr]
    base = open_base(base_path or default_path())
    click.echo(format_result(run_query(base.store, text), form), nl=False)


@palabre.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FICHIER")
@_base
@click.option("--table", metavar="TABLE", help="La table d'un .csv : citations, personnes, evenements...")
def export(file: Path, base_path: Path | None, table: str | None) -> None:
    """Exporter : .gexf pour Gephi, .nt ou .ttl pour le RDF, .csv avec --table pour un tableur."""
    from kg.export import export as write_export
    from kg.export import known_ending

    known_ending(file, table)
    write_export(open_base(base_path or default_path()), file, table=table)
    click.echo(f"Écrit : {file}")


@palabre.command()
@_base
@click.option("--list", "as_list", is_flag=True, help="Montrer les paires en doute sans rien demander.")
@click.option("--by", metavar="NOM", default="", help="Qui décide : la colonne « par » de decisions.csv.")
@_json
def judge(base_path: Path | None, as_list: bool, by: str, as_json: bool) -> None:
    """Juger les paires en doute : même, différent, pas une entité, autre nom. S'écrit dans decisions.csv."""
    from kg.judge import Review
    from kg.screen.judge import judge_doubts, show_doubts

    review = Review(open_base(base_path or default_path()), by)
    if as_list or as_json:
        show_doubts(review, as_json=as_json)
    else:
        judge_doubts(review)


@palabre.command()
@_base
@click.option(
    "--questions",
    type=click.Path(path_type=Path),
    metavar="FICHIER",
    help="Vos questions, une par ligne ; « rien : » devant celles auxquelles le corpus ne répond pas.",
)
def calibrate(base_path: Path | None, questions: Path | None) -> None:
    """Caler sur votre corpus ce qui décide de répondre ou de se taire, et dire l'erreur avant et après."""
    from kg.screen.calibrate import calibrate as calibrate_base

    calibrate_base(open_base(base_path or default_path()), questions)


@palabre.command()
@_base
@_json
def stats(base_path: Path | None, as_json: bool) -> None:
    """Compter ce que contient la base."""
    from kg.screen.stats import show_stats
    from kg.stats import statistics

    show_stats(statistics(open_base(base_path or default_path())), as_json=as_json)


@palabre.command()
@_base
def verify(base_path: Path | None) -> None:
    """Vérifier la base : chaque citation est dans son document, chaque vue est de la même construction."""
    from kg.verify import verify as find_problems

    path = base_path or default_path()
    problems = list(find_problems(open_base(path)))
    for problem in problems:
        click.echo(problem)
    click.echo(f"{len(problems)} problème(s) dans {path}." if problems else f"La base {path} est entière.")
    if problems:
        sys.exit(1)


for _command in (*list_commands(_base), concepts_command(_base)):
    palabre.add_command(_command)


def main() -> None:
    """Run the command line; every error is told in French, with an exit code of its own."""
    sys.excepthook = _unexpected
    try:
        palabre(prog_name="palabre", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.exceptions.Abort:
        click.echo("Interrompu.", err=True)
        sys.exit(130)
    except _ERRORS as error:
        click.echo(f"Erreur : {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 (the reader of our output has gone: say nothing more)
        sys.exit(1)


def _unexpected(kind: type[BaseException], error: BaseException, trace: object) -> None:
    """Tell a fault of ours without a traceback, unless `PALABRE_DEBUG` asks for it."""
    if os.environ.get("PALABRE_DEBUG"):
        sys.__excepthook__(kind, error, trace)  # type: ignore[arg-type]
        return
    click.echo(
        f"Erreur inattendue ({kind.__name__} : {error}). Ce n'est pas votre faute : relancez avec PALABRE_DEBUG=1 et "
        "envoyez-nous ce qui s'affiche.",
        err=True,
    )


if __name__ == "__main__":
    main()
