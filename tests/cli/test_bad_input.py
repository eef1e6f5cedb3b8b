"""Bad input: a clear French message, the right exit code, no traceback, and the rest of the work is done."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.base import VIEWS
from tests.cli.program import Run, assert_clear, palabre

GOOD = """# La régie de l'eau

Mardi 3 mars 2020, Morvillac

Ana Belloir, maire de Morvillac, rappelle : « L'eau est un bien commun. »
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Make a folder with one good report among all that can go wrong."""
    folder = tmp_path_factory.mktemp("bad")
    sources = folder / "sources"
    (sources / "fermé").mkdir(parents=True)
    (sources / "bon.md").write_text(GOOD, encoding="utf-8")
    (sources / "vide.txt").write_bytes(b"")
    (sources / "binaire.txt").write_bytes(bytes(range(256)) * 400)
    (sources / "latin.txt").write_bytes(GOOD.replace("Morvillac", "Évrecy").encode("cp1252"))
    (sources / "ligne.txt").write_bytes(b"mot " * 12_500_000)
    (sources / "son.mp3").write_bytes(b"ID3\x03")
    (sources / "fermé" / "secret.txt").write_text(GOOD)
    (sources / "fermé").chmod(0)
    yield folder
    (sources / "fermé").chmod(0o700)
    (sources / "ligne.txt").unlink()


@pytest.fixture(scope="module")
def built(folder: Path) -> Run:
    """Build a base from that folder and from a path that does not exist."""
    return palabre("build", "sources", "absent.txt", "--base", "base", "--model", "hashing", folder=folder)


@pytest.fixture(scope="module")
def base(folder: Path, built: Run) -> Path:
    """Return the base that was built all the same."""
    assert (folder / "base" / "manifest.json").exists(), built.said
    return folder / "base"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("absent.txt", "« absent.txt » ne peut pas être lu : il n'existe pas."),
        ("vide.txt", "« vide.txt » est vide : un compte rendu avec du texte était attendu."),
        ("binaire.txt", "« binaire.txt » est un fichier binaire : un fichier de texte était attendu"),
        ("latin.txt", "encodage deviné : cp1252 (l'UTF-8 était attendu)"),
        ("ligne.txt", "« ligne.txt » contient une ligne de plus de"),
        ("son.mp3", "« son.mp3 » est ignoré : la terminaison « .mp3 » est inconnue."),
        ("fermé", "fermé » ne peut pas être lu : vous n'avez pas le droit de le lire."),
    ],
)
def test_each_bad_source_is_named_with_what_is_wrong(built: Run, name: str, words: str) -> None:
    assert_clear(built, 1, name, words)


def test_the_rest_is_read(base: Path, folder: Path) -> None:
    counted = palabre("stats", "--base", base, "--json", folder=folder)
    assert_clear(counted, 0)
    assert '"documents": 2' in counted.out
    assert_clear(palabre("show", "latin.txt", "--text", "--base", base, folder=folder), 0, "Évrecy", "L'eau est")
    assert_clear(palabre("verify", "--base", base, folder=folder), 0, "est entière")


def test_nothing_that_can_be_read_is_a_wrong_use_and_the_base_stays(base: Path, folder: Path) -> None:
    before = (base / "manifest.json").read_bytes()
    run = palabre("build", "sources/vide.txt", "absent", "--base", base, folder=folder)
    assert_clear(run, 2, "Aucun document n'a pu être lu", "n'a pas été touchée", "vide.txt", "absent")
    assert (base / "manifest.json").read_bytes() == before


COMMANDS = [
    ["ask", "qui a parlé de l'eau ?"],
    ["search", "eau"],
    ["show", "Ana Belloir"],
    ["sparql", "-q", "SELECT * WHERE { ?s ?p ?o } LIMIT 1"],
    ["export", "a.gexf"],
    ["stats"],
    ["verify"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_without_a_base_every_command_says_how_to_build_one(tmp_path: Path, command: list[str]) -> None:
    assert_clear(palabre(*command, folder=tmp_path), 1, "La base palabre-base n'existe pas", "palabre build SOURCES")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_base_of_another_version_is_told(base: Path, tmp_path: Path, command: list[str]) -> None:
    other = shutil.copytree(base, tmp_path / "autre")
    manifest = json.loads((other / "manifest.json").read_text(encoding="utf-8"))
    (other / "manifest.json").write_text(json.dumps(manifest | {"format": 999}), encoding="utf-8")
    run = palabre(*command, "--base", other, folder=tmp_path)
    assert_clear(run, 1, "faite par une autre version de Palabre (format 999", "Reconstruisez-la : palabre build")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_base_cut_in_the_middle_never_shows_a_traceback(base: Path, tmp_path: Path, command: list[str]) -> None:
    """Cut one file of the base at a time: a command answers, when it does not need it, or says what is wrong."""
    build = json.loads((base / "manifest.json").read_text(encoding="utf-8"))["folder"]
    files = ["manifest.json", f"builds/{build}/record/documents.jsonl", f"builds/{build}/record/entities.jsonl"]
    codes = []
    for number, name in enumerate(files):
        cut = shutil.copytree(base, tmp_path / f"cut-{number}")
        _cut(cut / name)
        run = palabre(*command, "--base", cut, folder=tmp_path)
        codes.append(run.code)
        assert run.code in (0, 1), (name, run.said)
        assert_clear(run, run.code)
        if run.code:
            assert "palabre build" in run.said, (name, run.said)
    assert codes[0] == 1
    assert command[0] in ("sparql", "search", "stats") or 1 in codes[1:]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_that_is_gone_or_of_another_build_is_told(base: Path, tmp_path: Path, view: str) -> None:
    other = shutil.copytree(base, tmp_path / "autre")
    build = json.loads((other / "manifest.json").read_text(encoding="utf-8"))["folder"]
    commands = {"graph": ["sparql", "-q", "ASK {}"], "stems": ["ask", "qui a parlé de l'eau ?"]}
    (other / "builds" / build / view / "BUILD").write_text("0000\n", encoding="utf-8")
    told = f"La vue « {view} » de la base {other} appartient à une autre construction."
    assert_clear(
        palabre(*commands.get(view, ["search", "eau"]), "--base", other, folder=tmp_path), 1, told, "palabre build"
    )
    shutil.rmtree(other / "builds" / build / view)
    assert_clear(
        palabre(*commands.get(view, ["search", "eau"]), "--base", other, folder=tmp_path),
        1,
        f"La vue « {view} »",
        "manque",
    )
    assert_clear(palabre("verify", "--base", other, folder=tmp_path), 1, f"« {view} »", "manque")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["sparql", "-q", "SELECT ?a WHERE { ?a "], ["SPARQL", "ligne 1"]),
        (["sparql", "-q", "SELECT ?a WHERE { SERVICE <http://exemple.test/> { ?a ?b ?c } }"], ["SERVICE"]),
        (["sparql", "-q", "DELETE WHERE { ?a ?b ?c }"], ["modifie le graphe (DELETE)", "SELECT"]),
        (["sparql"], ["Donnez un FICHIER de requête, ou une requête avec -q."]),
        (["sparql", "absente.rq"], ["absente.rq"]),
        (["sparql", "-f", "xml", "-q", "ASK {}"], ["Valeur refusée pour '-f'", "'table', 'json', 'csv', 'turtle'"]),
        (["export", "reseau.docx"], ["Format d'export inconnu", ".docx", ".gexf"]),
        (["export", "reseau"], ["Format d'export inconnu", "« reseau »"]),
        (["export", "a.csv", "--table", "recettes"], ["Table inconnue : « recettes »", "citations"]),
        (["export", "absent/a.gexf"], ["absent"]),
        (["ask"], ["Donnez une QUESTION"]),
        (["ask", "--batch", "absent.txt"], ["absent.txt"]),
        (["search"], ["Il manque l'argument 'TEXTE'"]),
        (["search", "-n", "0", "eau"], ["0 est hors de l'intervalle 1<=x<=1000"]),
        (["shaw"], ["La commande 'shaw' n'existe pas", "Vouliez-vous dire"]),
        (["stats", "--jsn"], ["L'option '--jsn' n'existe pas", "--json"]),
        (["build"], ["Il manque l'argument 'SOURCES...'"]),
    ],
    ids=lambda value: " ".join(value)[:30],
)
def test_a_wrong_use_is_told_with_code_2(base: Path, arguments: list[str], words: list[str], tmp_path: Path) -> None:
    takes_base = arguments[0] not in ("shaw", "build")
    run = palabre(*arguments, *(["--base", str(base)] if takes_base else []), folder=tmp_path)
    assert_clear(run, 2, *words)
    assert run.out == ""
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_name_is_told(base: Path, tmp_path: Path) -> None:
    run = palabre("show", "Personne Nullepart", "--base", base, folder=tmp_path)
    assert run.code in (1, 2)
    assert_clear(run, run.code, "Personne Nullepart")


def test_a_bad_question_in_a_batch_does_not_stop_the_others(base: Path, tmp_path: Path) -> None:
    questions = "\n\nqui a parlé de l'eau ?\n\x00\x07 \ufffd\n" + "é" * 10_000 + "\n"
    run = palabre("ask", "--batch", "-", "--json", "--base", base, folder=tmp_path, stdin=questions)
    assert_clear(run, 0)
    assert len([json.loads(line) for line in run.out.splitlines()]) == 5


def test_extract_says_what_is_wrong_with_a_file(folder: Path) -> None:
    assert_clear(palabre("extract", "absent.txt", folder=folder), 2, "absent.txt", "il n'existe pas")
    assert_clear(palabre("extract", "sources/vide.txt", "--json", folder=folder), 1, "« vide.txt » est vide")
    assert_clear(palabre("extract", "sources/son.mp3", folder=folder), 2, "son.mp3", ".mp3")
    assert_clear(palabre("extract", "sources", folder=folder), 2, "« sources » est un dossier")


def test_a_base_that_cannot_be_written_is_a_wrong_use(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("")
    run = palabre("build", folder / "sources" / "bon.md", "--base", tmp_path / "fichier", folder=folder)
    assert_clear(run, 2, "ne peut pas être écrit", "--base")


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    assert palabre("--help", folder=folder).code == 0
    assert palabre("--version", folder=folder).out.strip() == "palabre, version 0.1.0"
