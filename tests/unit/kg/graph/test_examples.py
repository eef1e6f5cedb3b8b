"""The queries of docs/sparql.md, run on the imaginary village."""

import re
from pathlib import Path

import pyoxigraph
import pytest

from kg.graph.query import run_query
from kg.graph.results import short

PAGE = (Path(__file__).parents[4] / "docs" / "sparql.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"^## ([^\n]+)\n(?:(?!^## ).)*?```sparql\n(.*?)```", PAGE, re.DOTALL | re.MULTILINE))

EXPECTED: dict[str, list[tuple[str, ...]]] = {
    "Qui a dit quoi ?": [
        ("Oskar Lindqvist", "Les habitants jugent le service", "journée du compost.txt", "82"),
        ("", "Qui paie ?", "journée du compost.txt", "201"),
    ],
    "Qui a parlé d'un sujet ?": [("Oskar Lindqvist", "Les habitants jugent le service")],
    "Qui était modérateur, et de quoi ?": [("Inès Kerouédan", "Débat")],
    "Combien de participants par organisation ?": [("Terreau", "1"), ("Trévoise", "1")],
    "Qui exerce quelle fonction, et où est-ce écrit ?": [
        ("Inès Kerouédan", "maire", "Trévoise", "maire"),
        ("Oskar Lindqvist", "membre", "Terreau", "association"),
    ],
    "Quand et où a eu lieu chaque événement, avec ses sessions ?": [
        ("Journée du compost", "2021-05", "Trévoise", "Débat"),
        ("Journée du compost", "2021-05", "salle des fêtes", "Débat"),
    ],
    "Quels documents se contredisent sur une date ?": [("Journée du compost", "2021-05", "4 mai")],
    "Quelles citations n'ont pas de locuteur connu ?": [("Qui paie ?", "on dans la salle")],
    "Sous quels noms une personne est-elle citée ?": [
        ("Inès Kerouédan", "Inès Kerouédan"),
        ("Oskar Lindqvist", "Oskar Lindqvist"),
    ],
}


@pytest.mark.parametrize("title", sorted(EXAMPLES))
def test_every_example_of_the_page_runs_and_finds(title: str, village: pyoxigraph.Store) -> None:
    found = run_query(village, EXAMPLES[title])
    told = [tuple(short(term) for term in row) for row in found.rows]
    if title in EXPECTED:
        assert sorted(told) == sorted(EXPECTED[title])
    assert told


def test_the_page_has_every_example_that_is_expected() -> None:
    assert set(EXPECTED) < set(EXAMPLES)
    queries = re.findall(r"palabre sparql -q '([^']+)'", PAGE)
    assert queries


@pytest.mark.parametrize("query", re.findall(r"palabre sparql -q '([^']+)'", PAGE))
def test_the_commands_of_the_page_run(query: str, village: pyoxigraph.Store) -> None:
    assert run_query(village, query).rows
