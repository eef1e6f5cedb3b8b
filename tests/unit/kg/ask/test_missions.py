"""What a mission's report, an interview and notes tell by their form: days, tables, questions put, lettered lines."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.base import open_base

REPORTS = Path(__file__).parent / "missions"


@pytest.fixture(scope="module")
def mission(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of three reports about water, built without a model of meaning."""
    from kg.build import BuildOptions, build

    base = tmp_path_factory.mktemp("mission") / "base"
    build([REPORTS], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Qui la délégation a-t-elle rencontré le 4 mai à Radowo ?", ["Ewa Borowa"]),
        ("Que faisait la délégation le 6 mai à Radowo ?", ["6 mai"]),
        ("Quel a été le programme de la mission à Radowo ?", ["3 mai", "4 mai", "6 mai"]),
    ],
)
def test_the_days_of_a_mission_are_told(question: str, labels: list[str], mission: Library) -> None:
    found = answer(question, mission)
    assert [row.label[: len(label)] for row, label in zip(found.rows, labels, strict=True)] == labels


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("Que propose la délégation de Radowo ?", ["un stock commun de pièces", "un modèle en deux langues"]),
        ("Qu'est-ce qui bloque à Radowo, d'après la mission ?", ["vannes rouillées", "factures illisibles"]),
        ("Quelles difficultés la mission à Radowo a-t-elle connues ?", ["Un train en retard.", "Le gel."]),
        (
            "Quelles sont les décisions du groupe de travail sur l'eau ?",
            ["relevé mensuel : OUI", "compteurs muets remplacés en mars", "affichage du chiffre à la mairie"],
        ),
        (
            "Quelles visites le groupe de travail sur l'eau a-t-il proposées ?",
            ["La station de Bréval (à pied, complet)", "Le château d'eau, avec Nina Astier", "Le lavoir"],
        ),
    ],
)
def test_columns_marks_and_letters_make_lists(question: str, items: list[str], mission: Library) -> None:
    found = answer(question, mission)
    assert all(item in row.label for row, item in zip(found.rows, items, strict=True))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Pourquoi Ewa Borowa a-t-elle choisi les eaux ?", "Mon oncle vendait des tuyaux"),
        ("Qu'est-ce qui inquiète le plus Ewa Borowa ?", "Les forages privés"),
        ("Que peut faire une petite commune selon Ewa Borowa ?", "Relever les compteurs"),
        ("À quelle condition le maire de Radowo accepte-t-il le stock commun ?", "pourvu qu'il soit gardé à Radowo"),
        ("À quoi devait servir la mission à Radowo ?", "Préparer la seconde convention"),
    ],
)
def test_what_answers_a_question_of_the_report_is_told(question: str, words: str, mission: Library) -> None:
    found = answer(question, mission)
    assert not found.abstained
    assert words in " ".join(evidence.quote for row in found.rows[:2] for evidence in row.evidence)


def test_a_turn_of_speech_is_no_list(mission: Library) -> None:
    found = answer("Que demande Nina Astier ?", mission)
    assert "partent" not in [row.label for row in found.rows]


def test_a_rare_term_is_told_by_every_report_that_writes_it(mission: Library) -> None:
    found = answer("C'est quoi le carnet de l'eau ?", mission)
    told = {evidence.source for row in found.rows for evidence in row.evidence if "carnet" in evidence.quote}
    assert told == {"m01_mission.md", "m03_groupe.txt"}


def test_those_of_a_label_are_read_on_every_line(mission: Library) -> None:
    found = answer("Qui étaient les rapporteurs du groupe de travail sur l'eau ?", mission)
    assert [row.label for row in found.rows] == ["Nina Astier", "Tom Guerlain"]
