"""Where somebody comes from, where a body is, when something came to be: what stands beside a name."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.base import open_base

REPORTS = Path(__file__).parent / "seats"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    from kg.build import BuildOptions, build

    base = tmp_path_factory.mktemp("seats") / "base"
    build([REPORTS], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("D'où vient Noémie Davrignac ?", "Castelrion"),
        ("Hector Brissolier vient d'où ?", "Tournelles"),
        ("Dans quelle ville se trouve la société Sylvaneo ?", "Tournelles"),
        ("De quelle commune vient Abel Coustenoble ?", "Thermiac"),
        ("Où travaille Prune Varnelle ?", "Sombreval"),
        ("Où est le siège de la Ligue des haies vives ?", "8 rue des Frênes"),
        ("Quelle commune a gagné le Prix de la plus belle haie ?", "Pontarcy"),
        ("Dans quelle ville la Ligue des haies vives a-t-elle ses bureaux ?", "Orlezac"),
        ("Quelle ville accueillera l'édition 2025 ?", "Malvezin"),
        ("Où doivent avoir lieu les Journées « Des haies pour demain » de 2025 ?", "Malvezin"),
        ("Dans quelle ville s'étaient tenues les Journées de 2019 ?", "Hautecombelle"),
        ("Où s'étaient tenues les Journées de 2017 ?", "Bruzac"),
    ],
)
def test_the_place_beside_a_name_or_under_a_title(question: str, told: str, library: Library) -> None:
    assert told in answer(question, library).text.split("«")[0]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("En quelle année est née la Ligue des haies vives ?", "2007"),
        ("Date de création de la Ligue des haies vives", "2007"),
        ("Quand ouvre l'exposition Ronces ?", "3 juin"),
        ("Avant quelle date fallait-il s'inscrire aux chantiers ?", "15 septembre"),
        ("À quelle heure part la marche nocturne ?", "21 h"),
        ("Date de l'entretien avec Noémie Davrignac", "19 mai 2023"),
    ],
)
def test_the_time_of_what_is_no_event(question: str, told: str, library: Library) -> None:
    assert told in answer(question, library).text.split("«")[0]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Combien d'agents parmi les inscrits ?", "31"),
        ("Combien d'adhérents compte la Ligue des haies vives ?", "Soixante"),
        ("De quels pays venaient les charmes plantés à Pontarcy ?", "Slovénie et Croatie"),
        ("Quand et où s'est tenu l'atelier sur le bocage ?", "Le 7 mai 2023"),
    ],
)
def test_numbers_of_a_label_and_countries_of_things(question: str, told: str, library: Library) -> None:
    assert told in answer(question, library).text.split("«")[0]


@pytest.mark.parametrize("question", ["D'où vient Marius Peyrelade ?", "En quelle année est né Hector Brissolier ?"])
def test_what_no_report_tells_is_refused(question: str, library: Library) -> None:
    assert answer(question, library).abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Quel lycée avait envoyé un herbier ?", "Jeanne-Ferval"),
        ("Qui s'occupait de la garderie à la journée sur les haies ?", "Les Culottes courtes"),
        ("Qui présidait le jury du Prix de la plus belle haie ?", "Solveig Damrémont"),
        ("Dans quelle commune est l'ancienne sucrerie ?", "Combrune"),
        ("Dans quelle commune a-t-on livré mille boutures de saule ?", "Malvezin"),
        ("Où est née Noémie Davrignac ?", "Fauvigny"),
        ("Quand a été fondée la Ronde des semeurs ?", "2011"),
    ],
)
def test_a_house_called_after_somebody_who_looks_after_and_what_a_town_completes(
    question: str, told: str, library: Library
) -> None:
    assert told in answer(question, library).text.split("«")[0]


def test_a_place_of_birth_that_no_report_tells_is_refused(library: Library) -> None:
    assert answer("Où est né Abel Coustenoble ?", library).abstained
