"""click in French: every message that the installed click can show has a translation."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from click.testing import CliRunner

from kg.screen.french import LOCALE, install_french

SOURCE = LOCALE / "fr" / "LC_MESSAGES" / "messages.po"


def _asked_by_click() -> Iterator[tuple[str, ...]]:
    """Yield every message that click's sources hand to gettext, with its plural where it has one."""
    sources = str(Path(click.__file__).parent)
    for _, _, message, _, _ in extract_from_dir(sources, method_map=[("**.py", "python")]):
        yield message if isinstance(message, tuple) else (message,)


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with SOURCE.open("rb") as file:
        return read_po(file, locale="fr")


def _french(catalogue: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {_forms(message.id): _forms(message.string) for message in catalogue if message.id}


def _forms(words: object) -> tuple[str, ...]:
    return tuple(map(str, words)) if isinstance(words, tuple | list) else (str(words),)


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name} | set(re.findall(r"%\(\w+\)s", text))


@pytest.mark.parametrize("message", sorted(set(_asked_by_click())), ids=lambda message: message[0][:40])
def test_each_message_of_click_is_translated(catalogue: Catalog, message: tuple[str, ...]) -> None:
    entry = catalogue.get(message[0])
    assert entry is not None, f"no French for {message[0]!r}: add it to {SOURCE}, then make docs"
    french = _forms(entry.string)
    assert len(french) == len(message)
    assert all(french)
    assert all(_fields(words) <= set().union(*map(_fields, message)) for words in french)


def test_the_compiled_catalogue_is_that_of_the_source(catalogue: Catalog) -> None:
    with SOURCE.with_suffix(".mo").open("rb") as file:
        compiled = read_mo(file)
    assert _french(compiled) == _french(catalogue), "run make docs"


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> click.Group:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("LC_ALL", "C")
    install_french()

    @click.group()
    @click.version_option("1.0", prog_name="outil")
    def outil() -> None:
        """Un outil."""

    @outil.command()
    @click.argument("source", type=click.Path(exists=True))
    @click.option("--nombre", type=int, default=3, show_default=True, help="Combien.")
    @click.option("--forme", type=click.Choice(["json", "csv"]), required=True, help="La forme.")
    @click.option("--haut", type=click.IntRange(1, 9), help="La hauteur.")
    @click.option("--nom", help="Le nom.")
    def lire(source: str, nombre: int, forme: str, haut: int, nom: str) -> None:
        """Lire une source."""

    return outil


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--help"], ["Usage : outil", "Afficher la version et quitter.", "Afficher cette aide", "Commandes:"]),
        (["lire", "--help"], ["SOURCE", "ENTIER", "par défaut : 3", "obligatoire", "TEXTE", "1<=x<=9"]),
        (["--version"], ["outil, version 1.0"]),
        (["lires"], ["Erreur : La commande 'lires' n'existe pas.", "Vouliez-vous dire 'lire' ?", "Pour de l'aide :"]),
        (["lire", "--form", "json"], ["L'option '--form' n'existe pas.", "Vouliez-vous dire"]),
        (["lire", "--forme", "xml", "."], ["Valeur refusée pour '--forme' : 'xml' n'est pas l'un de ces choix"]),
        (["lire", "--forme", "csv"], ["Il manque l'argument 'SOURCE'."]),
        (["lire", "."], ["Il manque l'option '--forme'.", "Au choix :"]),
        (["lire", "--nombre", "x", "."], ["'x' n'est pas valable ; attendu : entier."]),
        (["lire", "--forme", "csv", "--haut", "12", "."], ["12 est hors de l'intervalle 1<=x<=9."]),
        (["lire", "--forme", "csv", "absent"], ["Chemin 'absent' n'existe pas."]),
        (["lire", ".", "a", "b", "--forme", "csv"], ["Arguments en trop : a b"]),
        (["lire", "--nom"], ["L'option '--nom' demande une valeur."]),
    ],
)
def test_people_read_french_whatever_their_environment(
    command: click.Group, arguments: list[str], words: list[str]
) -> None:
    shown = CliRunner().invoke(command, arguments, terminal_width=100).output
    assert [expected for expected in words if expected not in shown] == [], shown


ENGLISH = re.compile(r"\b(Show|Usage:|Error|Missing|Invalid|TEXT|INTEGER|PATH|COMMAND|Try|default|required)\b")


def test_no_english_is_left_in_the_help(command: click.Group) -> None:
    command.subcommand_metavar = "COMMANDE [ARGUMENTS]..."
    for arguments in (["--help"], ["lire", "--help"], ["lire", "--forme"], []):
        assert ENGLISH.findall(CliRunner().invoke(command, arguments).output) == []
