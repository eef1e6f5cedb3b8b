"""Lists of people, organisations and events: filters, counts, JSON, CSV."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.program import assert_clear, palabre

REPORT = """# Forum de l'eau

Mardi 3 mars 2020, Morvillac

Intervenants :
- Ana Belloir, maire de Morvillac
- Paul Touvet, directeur de la Régie de l'eau

Modératrice : Zoé Lempereur, présidente du Réseau des rivières

Ana Belloir rappelle : « L'eau est un bien commun. » Elle ajoute : « Rien ne se fera sans les habitants. »
"""
OTHER = """# Assises du sol

Vendredi 14 mai 2021, Niort

Paul Touvet, directeur de la Régie de l'eau, répond : « Le sol retient l'eau mieux que nos bassins. »
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lists")
    (folder / "sources").mkdir()
    (folder / "sources" / "forum.md").write_text(REPORT, encoding="utf-8")
    (folder / "sources" / "assises.md").write_text(OTHER, encoding="utf-8")
    built = palabre("build", "sources", "--base", "palabre-base", "--model", "hashing", folder=folder)
    assert_clear(built, 0)
    return folder


def _labels(folder: Path, *arguments: str) -> list[str]:
    run = palabre(*arguments, "--json", folder=folder)
    assert_clear(run, 0)
    return [row["label"] for row in json.loads(run.out)]


def test_people_are_listed_with_their_functions_the_most_quoted_first(folder: Path) -> None:
    run = palabre("people", folder=folder)
    assert_clear(run, 0, "Ana Belloir (2 citations, 1 document)", "maire de Morvillac", "3 personnes.")
    assert run.out.index("Ana Belloir") < run.out.index("Paul Touvet") < run.out.index("Zoé Lempereur")


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (("--name", "BELLOÏR"), ["Ana Belloir"]),
        (("--min-quotations", "2"), ["Ana Belloir"]),
        (("--said-something",), ["Ana Belloir", "Paul Touvet"]),
        (("--role", "directeur"), ["Paul Touvet"]),
        (("--role", "modératrice"), ["Zoé Lempereur"]),
        (("--organisation", "régie"), ["Paul Touvet"]),
        (("--event", "assises"), ["Paul Touvet"]),
        (("--from", "2021"), ["Paul Touvet"]),
        (("--to", "2020-12", "--min-quotations", "1"), ["Ana Belloir", "Paul Touvet"]),
        (("--from", "2020-04", "--to", "2021-04"), []),
    ],
)
def test_filters_of_people(folder: Path, filters: tuple[str, ...], expected: list[str]) -> None:
    assert _labels(folder, "people", *filters) == expected


def test_organisations_and_events(folder: Path) -> None:
    assert "Régie de l'eau" in _labels(folder, "organisations", "--name", "regie")
    run = palabre("events", folder=folder)
    assert_clear(run, 0, "Forum de l'eau (2 citations, 1 document)", "le 3 mars 2020", "2 événements.")
    assert _labels(folder, "events", "--from", "2021") == ["Assises du sol"]
    assert _labels(folder, "events", "--organisation", "rivières") == ["Forum de l'eau"]


def test_csv_is_read_by_a_spreadsheet(folder: Path) -> None:
    run = palabre("people", "--csv", "--name", "belloir", folder=folder)
    (row,) = csv.DictReader(io.StringIO(run.out), delimiter=";")
    assert (row["Nom"], row["Citations"], row["Première date"]) == ("Ana Belloir", "2", "2020-03-03")


def test_what_is_wrong_is_told(folder: Path) -> None:
    assert_clear(palabre("people", "--from", "hier", folder=folder), 2, "« hier » n'est pas une date pour --from")
    assert_clear(palabre("people", "--base", "absente", folder=folder), 1, "absente")
