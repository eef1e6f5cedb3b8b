"""How many speak at a session or stand on a list; which meeting a month, a day, a place or a title names."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.ask.question.whole_names import with_acronym
from kg.base import open_base
from kg.types import Entity

REPORT = """# Colloque : Vers des rivières vivantes. Regards croisés sur les berges

Mardi 12 mars 2019 de 9h à 17h à la Maison des Eaux de Valbrune

Une soixantaine de personnes ont participé au colloque. Le bassin de la Lunelle fait parler de lui en Europe.

Le colloque était ouvert par **Paul Orsel**, Président du REVAL, association des élus riverains de la Lunelle.

## INTRODUCTION : VERS DES RIVIÈRES VIVANTES

### Intervenants :

- **Odile Marchat**, chercheuse

Pourquoi les berges ?

## SESSION I : Les moulins de la Lunelle

### Intervenants :

- **Ana VERNOUX**, Maire de Valbrune
- **Marc TILLIER**, Directeur du Syndicat des berges

**Modératrice : Léa Costel**

Les moulins ont besoin de soin.

## SESSION II : Les poissons

### Intervenants :

- **Jean HARDOUIN**, pêcheur
- **Zoé MARLIN**, chercheuse
- **Luc PERRIN**, Conseiller de Sauvigny

Les poissons reviennent.

Figure 1 Participants au colloque - Photo Alix Varenne

## Participants

	<b>Prénom</b>	<b>Nom</b>	<b>Organisme</b>
1	Ana	VERNOUX	VILLE DE VALBRUNE
2	Marc	TILLIER	SYNDICAT DES BERGES
3	Jean	HARDOUIN	VILLE DE SAUVIGNY
4	Zoé	MARLIN	UNIVERSITE DE MORLAC
"""


@pytest.fixture(scope="module")
def rivers(tmp_path_factory: pytest.TempPathFactory) -> Library:
    from kg.build import BuildOptions, build

    folder = tmp_path_factory.mktemp("rivers")
    (folder / "colloque.md").write_text(REPORT, encoding="utf-8")
    build([folder], Path(folder / "base"), BuildOptions(model="hashing"))
    return Library(open_base(folder / "base"))


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Combien d'intervenants à la session I ?", "2"),
        ("combien d'orateurs étaient prévus à la session 2", "3"),
        ("Combien de personnes sont intervenues à la session II ?", "3"),
        ("Combien d'intervenants au colloque ?", "6"),
        ("Combien de noms compte la liste des participants ?", "4"),
        ("Combien de participants figurent dans le tableau ?", "4"),
        ("Combien de participants de Valbrune sur la liste ?", "1"),
    ],
)
def test_those_of_a_programme_or_a_list_are_counted(question: str, number: str, rivers: Library) -> None:
    assert answer(question, rivers).rows[0].value == number


@pytest.mark.parametrize("question", ["Combien de participants au colloque ?", "Combien de personnes au colloque ?"])
def test_those_who_came_are_not_counted_by_the_programme_nor_by_a_caption(question: str, rivers: Library) -> None:
    assert "soixantaine" in answer(question, rivers).text


@pytest.mark.parametrize(
    "question",
    [
        "Où s'est tenu le colloque de mars 2019 ?",
        "Où a eu lieu le colloque du 12 mars 2019 ?",
        "Dans quel lieu se tenait le colloque de Valbrune ?",
    ],
)
def test_a_month_a_day_or_a_place_names_a_meeting(question: str, rivers: Library) -> None:
    assert "Maison des Eaux" in answer(question, rivers).rows[0].label


def test_a_title_after_the_kind_of_a_meeting_is_the_meeting_s(rivers: Library) -> None:
    assert (
        answer("Quand a eu lieu le colloque « Vers des rivières vivantes » ?", rivers).rows[0].label.startswith("Coll")
    )
    assert "INTRO" in answer("Qui intervenait à « Vers des rivières vivantes » ?", rivers).text


@pytest.mark.parametrize(
    "question", ["Quelle association Paul Orsel préside-t-il ?", "Paul Orsel préside quelle association ?"]
)
def test_the_kind_asked_for_is_no_part_of_a_name(question: str, rivers: Library) -> None:
    assert answer(question, rivers).rows[0].label == "REVAL"


def test_more_at_one_session_or_at_another_is_a_comparison(rivers: Library) -> None:
    found = answer("Y a-t-il plus d'intervenants à la session I ou à la session II ?", rivers)
    assert (found.kind, found.rows[0].label, found.rows[0].value) == ("comparison", "Session II", "3")


def test_a_body_is_told_with_its_acronym(rivers: Library) -> None:
    text = answer("Pour quel syndicat Marc Tillier travaille-t-il ?", rivers).text
    assert "Syndicat des berges" in text
    assert "(" not in text.partition("—")[0]
    entity = Entity("", "organisation", "Réseau des berges", ("REB", "Le Reb"))
    assert with_acronym(entity, entity.label) == "Réseau des berges (REB)"
    assert with_acronym(Entity("", "organisation", "REB", ("Reb",)), "REB") == "REB"


def test_a_common_point_is_a_tie(rivers: Library) -> None:
    found = answer("Quel est le point commun entre Ana Vernoux et Marc Tillier ?", rivers)
    assert found.kind == "relation-path"
    assert "SESSION I" in found.text
