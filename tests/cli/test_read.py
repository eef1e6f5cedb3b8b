"""`palabre read` shows what the reader understood, and hostile files end in a message."""

import json
import time
from pathlib import Path

import pytest

from tests.cli.program import assert_clear, palabre

REPORT = (
    "# Forum de l'eau\n\nHoraire : 9 h\n\nIntervenants :\n- Ana Ruiz\n\nNom\tOrganisme\nBrun\tRégie\n\n"
    "The city of tomorrow is a city for all of us and it is open.\n\nUatelier et lUobjectif sont clairs.\n"
)


def test_read_shows_the_outline_the_labels_the_tables_the_repairs_and_the_passages(tmp_path: Path) -> None:
    (tmp_path / "forum.md").write_text(REPORT, encoding="utf-8")
    run = palabre("read", "forum.md", folder=tmp_path)
    assert_clear(run, 0, "Plan (1)", "Horaire : 9 h", "[Nom | Organisme]", "Brun | Régie", "lU → l'", "[anglais]")


def test_read_gives_everything_as_json(tmp_path: Path) -> None:
    (tmp_path / "forum.md").write_text(REPORT, encoding="utf-8")
    told = json.loads(palabre("read", "forum.md", "--json", folder=tmp_path).out)
    assert [heading["title"] for heading in told["outline"]] == ["Forum de l'eau"]
    assert told["tables"][0]["rows"] == [["Brun", "Régie"]]
    assert [repair["reading"] for repair in told["repairs"]] == ["l'", "l'"]
    assert all(told["text"][line["start"] : line["end"]] for line in told["labels"])


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("ligne.txt", "a" * 50_000_000, "contient une ligne de plus de"),
        ("etoiles.txt", "*" * 499_999 + " a", "etoiles.txt"),
        ("crochets.md", "[" * 499_999 + "a", "crochets.md"),
        ("profond.html", "<div>" * 100_000 + "a", "n'est pas une page ordinaire"),
        ("bidi.txt", "Séance\u202e du conseil\x07, avec \u2066tous.", "Séance du conseil, avec tous."),
    ],
)
def test_hostile_files_end_soon_in_a_reading_or_a_message(tmp_path: Path, name: str, text: str, words: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    started = time.monotonic()
    run = palabre("read", name, folder=tmp_path)
    assert time.monotonic() - started < 60
    assert_clear(run, run.code, words)
    assert "\u202e" not in run.out
    assert run.code in (0, 1)


def test_a_folder_is_wrong_use(tmp_path: Path) -> None:
    assert_clear(palabre("read", ".", folder=tmp_path), 2, "un seul fichier était attendu")
