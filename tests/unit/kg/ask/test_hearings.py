"""Who was heard, who is on a list for a body, who spoke in its name, what a session was for."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.base import open_base

REPORTS = Path(__file__).parent / "hearings"


@pytest.fixture(scope="module")
def hearings(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of three reports, built without a model of meaning."""
    from kg.build import BuildOptions, build

    base = tmp_path_factory.mktemp("hearings") / "base"
    build([REPORTS], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


AUDITIONED = ["Teddy Moreau", "Fleur Dantec", "Hamid Benkirane"]


@pytest.mark.parametrize(
    ("question", "people"),
    [
        ("Qui a été auditionné le 12 avril 2016 ?", AUDITIONED),
        ("liste des personnes auditionnées par la mission Eaux et rivières", AUDITIONED),
        ("Qui la mission Eaux et rivières a-t-elle entendu ?", [*AUDITIONED, "Paz Quintero"]),
        ("Quels inscrits sont de l'Université de Sauveterre ?", ["Clara Olivet", "Teddy Moreau"]),
        ("Qui a émargé pour la Ville de Tressan ?", ["Violette Sarrazin"]),
        ("Qui intervenait à l'ouverture du séminaire au nom du Réseau des petites rives ?", ["Fleur Dantec"]),
        ("Qui la mission à Radowo a-t-elle rencontré ?", ["Jerzy Wolski", "Ewa Malik", "Adam Krol"]),
        ("Qui a reçu la délégation le 4 mai à Radowo ?", ["Jerzy Wolski"]),
        ("qui la délégation a-t-elle vu à l'école du Tilleul", ["Ewa Malik"]),
        ("Quels intervenants au deuxième mouvement ?", ["Paz Quintero", "Teddy Moreau"]),
    ],
)
def test_the_people_who_were_heard_or_listed(question: str, people: list[str], hearings: Library) -> None:
    found = answer(question, hearings)
    assert [row.label for row in found.rows] == people
    assert all(row.evidence for row in found.rows)


@pytest.mark.parametrize(
    "question",
    ["Quel était l'objectif affiché de la session I ?", "quels étaient les buts poursuivis par la session 1"],
)
def test_the_aim_of_a_session(question: str, hearings: Library) -> None:
    assert "rendre la rivière aux riverains" in answer(question, hearings).text


def test_two_bodies_that_help_are_two(hearings: Library) -> None:
    assert [row.label for row in answer("Quels soutiens pour la journée « La rivière écoutée » ?", hearings).rows] == [
        "Région du Loubet",
        "Mutuelle Rivoise",
    ]
