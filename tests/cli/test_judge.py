"""The review of pairs in doubt: asked in a pipe, written at once, taken back, followed by the next build."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from tests.cli.program import Run, assert_clear, palabre

FIRST = """# Forum de l'eau

Mardi 3 mars 2020, Morvillac

Participants :
- Ana Belloir, maire de Morvillac
- Ignacio Verlanga, directeur de la Régie de l'eau

Ana Belloir rappelle : « L'eau est un bien commun. »
"""
SECOND = """# Assises du sol

Vendredi 14 mai 2021, Niort

Présents : A. Belloir, Ignacio Verlango, Zoé Lempereur
"""
HEADER = "décision;type;nom;où;autre;autre_où;par;pourquoi"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("judge")
    (folder / "sources").mkdir()
    (folder / "sources" / "forum.md").write_text(FIRST, encoding="utf-8")
    (folder / "sources" / "assises.md").write_text(SECOND, encoding="utf-8")
    assert_clear(palabre("build", "sources", "--base", "palabre-base", "--model", "hashing", folder=folder), 0)
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "w")
    return tmp_path / "w"


def _judge(folder: Path, *answers: str) -> Run:
    return palabre("judge", "--by", "CL", folder=folder, stdin="".join(f"{answer}\n" for answer in answers))


def _rows(folder: Path) -> list[dict[str, str]]:
    path = folder / "palabre-base" / "decisions.csv"
    if not path.exists():
        return []
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")), delimiter=";"))


def _people(folder: Path) -> set[str]:
    return {row["label"] for row in json.loads(palabre("people", "--json", folder=folder).out)}


def test_the_list_tells_the_pairs_with_why(folder: Path) -> None:
    run = palabre("judge", "--list", folder=folder)
    assert_clear(run, 0, "Personnes (2)", "A. Belloir ? Ana Belloir", "initiale : « A. Belloir » et « Ana Belloir »")
    rows = json.loads(palabre("judge", "--json", folder=folder).out)
    pairs = {(row["first"]["label"], row["second"]["label"]): row for row in rows}
    row = pairs["Ignacio Verlanga", "Ignacio Verlango"]
    assert 0 < row["score"] < 1
    assert row["second"]["passages"][0]["document"].endswith("assises.md")
    assert "Ignacio Verlango" in row["second"]["passages"][0]["text"]


def test_same_is_written_and_followed_by_the_next_build(folder: Path) -> None:
    run = _judge(folder, "même", "d", "q")
    assert_clear(run, 0, "2 décisions écrites dans", "maire de Morvillac", "palabre build SOURCES")
    assert [(row["décision"], row["nom"], row["autre"], row["par"]) for row in _rows(folder)] == [
        ("même", "A. Belloir", "Ana Belloir", "CL"),
        ("différent", "Ignacio Verlanga", "Ignacio Verlango", "CL"),
    ]
    assert_clear(palabre("judge", "--list", folder=folder), 0, "Aucune paire en doute.")
    (folder / "sources" / "forum.md").rename(folder / "sources" / "un-forum.md")
    (folder / "sources" / "assises.md").write_text(f"Avant-propos.\n\n{SECOND}", encoding="utf-8")
    assert_clear(palabre("build", "sources", "--model", "hashing", folder=folder), 0)
    assert _people(folder) == {"Ana Belloir", "Ignacio Verlanga", "Ignacio Verlango", "Zoé Lempereur"}
    assert_clear(palabre("judge", "--list", folder=folder), 0, "Aucune paire en doute.")


def test_each_decision_can_be_taken_back_and_the_users_lines_stay(folder: Path) -> None:
    mine = f"{HEADER}\r\npas-une-entité;personne;Salle Blanche;;;;moi;une salle\r\n".encode()
    path = folder / "palabre-base" / "decisions.csv"
    path.write_bytes(mine)
    run = _judge(folder, "m", "m", "annuler", "a", "a", "peut-être", "q")
    assert_clear(run, 0, "Annulé", "Rien à annuler.", "« peut-être » n'est pas une réponse", "Aucune décision écrite")
    assert path.read_bytes() == mine


def test_not_an_entity_rename_and_the_end_of_the_input(folder: Path) -> None:
    run = _judge(folder, "r", "2", "Ana Belloir-Vial", "e", "2")
    assert_clear(run, 0, "2 décisions écrites")
    assert [(row["décision"], row["nom"], row["autre"]) for row in _rows(folder)] == [
        ("renommer", "Ana Belloir", "Ana Belloir-Vial"),
        ("pas-une-entité", "Ignacio Verlango", ""),
    ]
    assert_clear(palabre("build", "sources", "--model", "hashing", folder=folder), 0)
    assert _people(folder) == {"A. Belloir", "Ana Belloir-Vial", "Ignacio Verlanga", "Zoé Lempereur"}


def test_a_contradiction_is_told_by_name(folder: Path) -> None:
    rows = f"{HEADER}\nmême;personne;Zoé Lempereur;;Paul Vial;;;\ndifférent;personne;Paul Vial;;Zoé Lempereur;;;\n"
    (folder / "palabre-base" / "decisions.csv").write_text(rows, encoding="utf-8")
    assert_clear(_judge(folder, "q"), 0, "« Paul Vial » et « Zoé Lempereur » à la fois « même » et « différent »")


def test_a_file_that_is_not_one_of_decisions_is_left_as_it_is(folder: Path) -> None:
    path = folder / "palabre-base" / "decisions.csv"
    path.write_text("a;b\n1;2\n", encoding="utf-8")
    assert_clear(_judge(folder, "m"), 2, "ne nomme pas les colonnes")
    assert path.read_text(encoding="utf-8") == "a;b\n1;2\n"
