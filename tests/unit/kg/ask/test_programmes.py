"""Which body did it, what was on when and where, what a report lists: programme, proceedings, paper and sheet."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.base import open_base

REPORTS = Path(__file__).parent / "programmes"


@pytest.fixture(scope="module")
def journees(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of four reports about a forest, built without a model of meaning."""
    from kg.build import BuildOptions, build

    base = tmp_path_factory.mktemp("journees") / "base"
    build([REPORTS], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Quel réseau est à l'origine des Journées « Bois et bourgs » ?", ["Réseau des bourgs forestiers"]),
        ("Quelle agence a soutenu les Journées « Bois et bourgs » ?", ["Agence des forêts de l'Ardève"]),
        ("Quelle fondation a aidé à payer le déplacement en Suède ?", ["Fondation Cime haute"]),
        ("Quel journal a publié la table ronde « Chauffer sans brûler » ?", ["La Feuille du Bruc"]),
        (
            "Quels sont les partenaires des Journées « Bois et bourgs » ?",
            ["Département de l'Ardève", "Chambre des métiers du bois", "Radio Vertouze"],
        ),
        ("Quelle association gère la chaufferie de Vertouze ?", ["Les Bûches solidaires"]),
        ("De quel institut vient Nour Beddiaf, qui intervenait à la session 1 ?", ["Institut des lisières"]),
    ],
)
def test_which_body_did_it(question: str, labels: list[str], journees: Library) -> None:
    found = answer(question, journees)
    assert [row.label for row in found.rows] == labels
    assert found.rows[0].evidence


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("À quelle heure commençait « Scier à plusieurs » ?", "de 14 h à 16 h"),
        ("Quel jour était la session « Couper ou garder ? »", "Le jeudi 9 mars 2023"),
        ("Dans quelle salle se tenait la session « Scier à plusieurs » ?", "Salle des Merisiers"),
        ("Où avait lieu le concert de la fanfare ?", "Crypte Saint-Éloi"),
        ("Qui guide la visite de la chaufferie ?", "Aurore Pellegrin"),
        ("Quelle fanfare jouait le jeudi soir ?", "Les Copeaux"),
    ],
)
def test_a_session_is_told_by_the_report_that_has_it(question: str, told: str, journees: Library) -> None:
    assert told in answer(question, journees).text


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        (
            "Quels ont été les trois moments de la journée de découverte de la scierie ?",
            ["Un premier temps consacré à la visite", "Un deuxième temps consacré aux métiers", "La dernière partie"],
        ),
        ("Quelles sont les règles données par Mireille Cazalis ?", ["ne jamais laisser", "couper les", "offrir le"]),
        ("Que permet la journée ?", ["faire venir des collégiens", "recruter des apprentis", "rassurer les familles"]),
        ("Qui étaient les interprètes des Journées « Bois et bourgs » ?", ["Livia Thornberg", "Mikael Sandoz"]),
        (
            "Quels étaient les points à l'ordre du jour du comité de Vertouze ?",
            ["Prix des granulés", "Achat", "Divers"],
        ),
        ("Quelles remises sont proposées au comité de Vertouze ?", ["retraités :", "écoles :", "clubs :"]),
        ("Quels ennuis la commune de Torsvik a-t-elle eus ?", ["la neige", "les loups", "un procès"]),
    ],
)
def test_what_a_report_lists(question: str, begins: list[str], journees: Library) -> None:
    labels = [row.label for row in answer(question, journees).rows]
    assert len(labels) == len(begins)
    assert all(label.startswith(told) for label, told in zip(labels, begins, strict=True)), labels
