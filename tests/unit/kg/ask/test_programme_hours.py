"""What is on at some hour, the bodies of a list, where things come from: by another report, of imaginary people."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.base import open_base

REPORT = """Lundi 3 et mardi 4 avril 2023
Cité des Métiers - Valbrune

Réparer les machines du quotidien

Atelier co-construit avec le réseau des ateliers

Contexte

Les ateliers réparent les machines des habitants de tout le canton depuis des années.

Introduction et animation :
- Paul Orsel, Président du réseau des ateliers

Intervenants :
- Denise Marchat, Maire de Sauvigny
- Luc Tillier, Conseiller municipal de Morlac

Introduction. Photo : Alix Varenne

Informations pratiques

- Horaire : 3 avril 2023, de 16h00 à 17h30
- Salle : Salle Verte
- Type : Atelier 2

Les autres rendez-vous de la session

- De 14h00 à 15h30 : Les moteurs, une histoire : regards croisés (salle Amphi
C. Denoix)

- De 14h00 à 15h30 : Faut-il tout garder ? (salle )

- De 16h00 à 17h30 : Quelle place pour la jeunesse, en lien avec les ateliers ? (salle )
"""
CARD = """# Fiche : l'atelier de couture de Morlac

L'atelier s'est déroulé en deux temps :

Un premier temps dédié au témoignage de collectivités engagées dans la couture :
- Région des Combes
- Ville de Sauvigny
- Communauté de communes de Morlac

La seconde partie a porté sur les dispositifs financiers.

La Ville de Sauvigny a accueilli l'événement. Sauvigny est en partenariat depuis 22 ans avec la ville de Torvalle.

L'atelier de Morlac, en 15 années d'existence, a formé des centaines de couturières.

Sauvigny a écrit une politique de la couture qu'elle a nommée « Sauvigny coud pour vous ».

« Au Chili, des couturières ont pu témoigner qu'elles avaient doublé leurs ventes », rappelle le maire de Sauvigny.

Les couturières sont parties le 12 mai au matin et elles sont revenues le 15 mai au soir.

Il a été décidé d'associer la Ville de Valbrune pour mixer les points de vue et témoigner l'implication des réseaux.

Il y a deux ans, des fabricants de boutons originaires de Sinfeng sont venus implanter à quelques lieues de Lormes une
usine de fermetures, en faisant partir les exportations du port de Lormes.

L'État de Paracanga, au Brésil, est loin. Avec 612 communes, la couture y est une affaire complexe à mener.

« Il suffit d'appuyer pour voir les accords de telle commune », explique Ana Reyes, Directrice de l'État de Paracanga.
"""


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Library:
    from kg.build import BuildOptions, build

    folder = tmp_path_factory.mktemp("machines")
    (folder / "page.txt").write_text(REPORT, encoding="utf-8")
    (folder / "fiche.md").write_text(CARD, encoding="utf-8")
    build([folder], Path(folder / "base"), BuildOptions(model="hashing"))
    return Library(open_base(folder / "base"))


@pytest.mark.parametrize(
    "question",
    [
        "Quels autres rendez-vous se tenaient de 14h à 15h30 ?",
        "quels ateliers a 14h",
        "Qu'y avait-il de 14h00 à 15h30 ?",
        "Que se passait-il à 14h ?",
    ],
)
def test_an_hour_tells_which_sessions(question: str, machines: Library) -> None:
    labels = [row.label for row in answer(question, machines).rows]
    assert labels == ["Les moteurs, une histoire : regards croisés", "Faut-il tout garder ?"]


def test_a_room_cut_by_the_end_of_a_line_is_whole(machines: Library) -> None:
    assert "Amphi C. Denoix" in answer("Dans quelle salle parlait-on des moteurs ?", machines).text


def test_a_photographer_does_not_speak(machines: Library) -> None:
    found = answer("Qui intervenait à l'atelier « Réparer les machines du quotidien » ?", machines)
    assert {row.label for row in found.rows} == {"Denise Marchat", "Luc Tillier"}


def test_who_takes_part_is_proved_by_the_whole_line(machines: Library) -> None:
    found = answer("Qui intervenait à l'atelier « Réparer les machines du quotidien » ?", machines)
    assert "Maire de Sauvigny" in found.rows[0].evidence[0].quote


def test_when_it_was_is_proved_by_the_line_of_the_date(machines: Library) -> None:
    found = answer("À quelle heure commençait l'atelier « Réparer les machines du quotidien » ?", machines)
    assert "16h00" in found.rows[0].evidence[0].quote


@pytest.mark.parametrize(
    "question",
    ["Quelles collectivités ont témoigné à l'atelier de couture ?", "quelles collectivites temoignaient a la couture"],
)
def test_the_bodies_of_a_list_answer_together(question: str, machines: Library) -> None:
    labels = [row.label for row in answer(question, machines).rows]
    assert labels == ["Région des Combes", "Ville de Sauvigny", "Communauté de communes de Morlac"]


@pytest.mark.parametrize(
    ("question", "town"),
    [
        ("De quelle ville viennent les fabricants de boutons ?", "Sinfeng"),
        ("D'où venaient les fabricants de boutons ?", "Sinfeng"),
        ("Près de quelle ville l'usine de fermetures est-elle implantée ?", "Lormes"),
    ],
)
def test_what_leads_to_an_origin_tells_it(question: str, town: str, machines: Library) -> None:
    assert town in answer(question, machines).rows[0].label


@pytest.mark.parametrize("question", ["Quel État compte 612 communes ?", "Quelle région compte 612 communes ?"])
def test_the_number_of_a_question_is_in_its_proof(question: str, machines: Library) -> None:
    found = answer(question, machines).rows[0]
    assert "Paracanga" in found.label
    assert "612" in found.evidence[0].quote


def test_who_received_an_event_is_told_by_the_sentence_that_says_so(machines: Library) -> None:
    assert "Sauvigny" in answer("Qui a accueilli l'atelier de couture ?", machines).rows[0].label


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Depuis quand Sauvigny est-elle en partenariat avec Torvalle ?", "22 ans"),
        ("Depuis combien de temps Sauvigny et Torvalle sont-elles liées ?", "22 ans"),
        ("Depuis quand existe l'atelier de Morlac ?", "15 années"),
        ("Quand les couturières sont-elles parties ?", "12 mai"),
        ("Quand les couturières sont-elles revenues ?", "15 mai"),
        ("Quel jour de la semaine avait lieu l'atelier « Réparer les machines du quotidien » ?", "lundi"),
    ],
)
def test_since_how_long_and_which_day(question: str, told: str, machines: Library) -> None:
    assert told in answer(question, machines).text


def test_a_town_named_in_a_title_alone_may_answer(machines: Library) -> None:
    found = answer("Quelle ville a nommé sa politique « Sauvigny coud pour vous » ?", machines)
    assert "Sauvigny" in found.rows[0].label


def test_a_twin_town_is_a_partner(machines: Library) -> None:
    assert "Torvalle" in answer("Avec quelle ville Sauvigny est-elle jumelée ?", machines).rows[0].label


def test_an_elected_person_is_a_councillor(machines: Library) -> None:
    assert answer("Qui est élu à Morlac ?", machines).rows[0].label == "Luc Tillier"
