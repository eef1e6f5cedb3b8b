"""Of which body or place somebody is, in whatever words it is asked and told."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.ask.question.kinds import bare_town
from kg.base import open_base

REPORTS = Path(__file__).parent / "ties"


@pytest.fixture(scope="module")
def ties(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of one report, built without a model of meaning."""
    from kg.build import BuildOptions, build

    base = tmp_path_factory.mktemp("ties") / "base"
    build([REPORTS], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Quelle association préside Nadège Corvol ?", ["Berges vives"]),
        ("quelle asso est présidée par nadège corvol", ["Berges vives"]),
        ("Nadège Corvol est présidente de quoi ?", ["Berges vives"]),
        ("Tessaud travaille chez qui ?", ["Ponts de la Lède"]),
        ("l'employeur d'Yvon Tessaud", ["Ponts de la Lède"]),
        ("Pour quel institut travaille Iris Bonnal ?", ["Institut des eaux vives"]),
        ("Quel club préside Adèle Guimont ?", ["Cercle fluvial de Sauvières"]),
        ("De quelle commune Colin Darrieu est-il le maire ?", ["Haute-Lède"]),
        ("De quel pays vient Ondrej Malik ?", ["Slovaquie"]),
        ("D'où vient Ondrej Malik ?", ["Brodno"]),
    ],
)
def test_of_which_body_somebody_is(question: str, labels: list[str], ties: Library) -> None:
    found = answer(question, ties)
    assert [bare_town(row.label) for row in found.rows] == labels
    assert found.rows[0].evidence


def test_an_office_that_nobody_tells_is_not_answered_with_another(ties: Library) -> None:
    found = answer("Quelle association Yvon Tessaud préside-t-il ?", ties)
    assert not any("Ponts" in row.label for row in found.rows)


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Qui a reçu le prix du jury ?", "Radio Galets"),
        ("À qui le jury a-t-il accordé une mention ?", "Maison des rives"),
        ("Qui finance les passes à poissons ?", "Fondation Amont"),
        ("Qui a soutenu le chantier ?", "Banque des communes"),
        ("Quelle fondation paie des passes à poissons ?", "Fondation Amont"),
        ("sans quelle asso de bénévoles rien n'aurait tenu ?", "Veilleurs du gué"),
        ("Quelle radio a été distinguée par le jury ?", "Radio Galets"),
    ],
)
def test_who_did_it_stands_in_its_role(question: str, label: str, ties: Library) -> None:
    found = answer(question, ties)
    assert [row.label for row in found.rows] == [label]
    assert found.rows[0].evidence


@pytest.mark.parametrize(
    "question",
    [
        "Quelle université finance les passes à poissons ?",
        "Quelle banque finance les passes à poissons ?",
        "Qui a reçu le prix Valmorel ?",
    ],
)
def test_a_body_of_another_kind_and_an_unknown_prize_are_refused(question: str, ties: Library) -> None:
    assert not any(row.label in ("Fondation Amont", "Radio Galets") for row in answer(question, ties).rows)
