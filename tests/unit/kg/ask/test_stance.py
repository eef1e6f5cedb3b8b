"""Who protests or objects, when the report says no more than that; what is no question about silence."""

from collections.abc import Callable, Mapping

import pytest

from kg.ask import answer
from kg.ask.library import Library

MINUTES = """# Assemblée générale des Amis du Loubet

Samedi 4 février 2017, salle des fêtes de Sauveterre

Mme Odile Brancion donne lecture des comptes. Elle propose de relever la cotisation de 80 à 100 F. M. Gaspard Ventoux \
proteste au nom des retraités. La cotisation est adoptée.

Mme Odile Brancion annonce une sortie en barque. « Et les enfants, où dormiront-ils ? » demande Hervé Castelnou.

M. Paul Lagarde se plaint de n'avoir jamais reçu le compte rendu. Lucie Armand juge que rien n'a été dit des crues.

M. Paul Lagarde explique que le ponton en bois sera refait au printemps. Mme Lucie Armand craint que le ponton en bois \
ne finisse à l'eau. Hervé Castelnou défend le ponton en bois. Mme Odile Brancion est contre le ponton en bois : elle \
refuse le ponton en bois.
"""
OPPOSED = """# Conseil du Loubet

Compte rendu du lundi 6 mars 2017

M. Gaspard Ventoux propose de fermer la passerelle en hiver. Mme Lucie Armand n'est pas d'accord : la passerelle \
mène à l'école.

M. Paul Lagarde présente ensuite le budget. Il détaille les dépenses de voirie, les recettes du camping, les \
subventions aux clubs, la dotation de l'État, la dette qui diminue, les travaux de la salle des fêtes et ceux du \
lavoir, les frais de personnel, l'achat d'une tondeuse, la réparation du clocher, le remplacement des lampes et \
la fourniture du papier. Il rappelle que les taux n'ont pas changé depuis neuf ans, que l'emprunt de la station \
d'épuration est remboursé et que la commune garde une épargne suffisante pour deux exercices au moins, ce dont \
il se dit satisfait. Il remercie enfin les services pour leur travail, la trésorerie pour ses conseils et les \
associations pour leur patience.

Hervé Castelnou s'oppose à l'achat de la tondeuse.
"""
PROGRAMME = """# Rencontres du Loubet

Programme du vendredi 3 mars 2017

9 h – Visite des berges de Sauveterre
10 h – Table ronde, avec Inès Valfort, géographe
"""


@pytest.fixture(scope="module")
def library(built: Callable[[Mapping[str, str]], Library]) -> Library:
    """Return the base of minutes and of a programme, built without a model of meaning."""
    return built({"pv.md": MINUTES, "conseil.md": OPPOSED, "programme.md": PROGRAMME})


@pytest.mark.parametrize(
    "question",
    [
        "Qui a protesté contre la hausse de la cotisation ?",
        "qui s'est élevé contre une cotisation à 100 F",
        "Qui est opposé à l'augmentation de la cotisation ?",
        "Qui s'est insurgé contre la cotisation ?",
    ],
)
def test_who_protests_right_after_what_another_proposes(question: str, library: Library) -> None:
    found = answer(question, library)
    assert [row.label for row in found.rows] == ["Gaspard Ventoux"]
    assert "proteste au nom des retraités" in found.rows[0].evidence[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Qui n'était pas d'accord avec Gaspard Ventoux sur la passerelle ?",
        "qui s'est opposé à Gaspard Ventoux au sujet de la passerelle",
    ],
)
def test_who_disagrees_with_somebody_answers_them_and_not_another(question: str, library: Library) -> None:
    assert [row.label for row in answer(question, library).rows] == ["Lucie Armand"]


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Qui se plaint de n'avoir jamais reçu le compte rendu ?", "Paul Lagarde"),
        ("Qui juge que rien n'a été dit des crues ?", "Lucie Armand"),
    ],
)
def test_who_says_that_something_was_not_said_is_no_silent_one(question: str, who: str, library: Library) -> None:
    found = answer(question, library)
    assert found.kind == "who-spoke-about"
    assert [row.label for row in found.rows] == [who]


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Qui craint pour le ponton en bois ?", "Lucie Armand"),
        ("Qui redoutait le ponton en bois ?", "Lucie Armand"),
        ("Qui est pour le ponton en bois ?", "Hervé Castelnou"),
        ("Qui était contre le ponton en bois ?", "Odile Brancion"),
        ("La dame qui était contre le ponton en bois, c'est qui ?", "Odile Brancion"),
    ],
)
def test_who_takes_the_other_stand_is_not_named(question: str, who: str, library: Library) -> None:
    found = answer(question, library)
    assert [row.label for row in found.rows] == [who]


def test_words_are_not_looked_for_in_a_programme_alone(library: Library) -> None:
    found = answer("Qui a parlé des enfants pendant la visite des berges de Sauveterre ?", library)
    assert [row.label for row in found.rows] == ["Hervé Castelnou"]


def test_who_is_silent_comes_with_the_reports_that_quote_nobody(library: Library) -> None:
    found = answer("Qui n'a jamais parlé de la cotisation ?", library)
    assert found.kind == "absence"
    assert "Hervé Castelnou" in [row.label for row in found.rows]
    assert found.text.endswith(" programme.md ne cite personne : ce qui s'y est dit n'est pas connu.")


BESIDE = """# Journées du lierre

Mardi 4 avril 2023, halle aux blés

Odile Brancion propose un concours de barques. Paul Lagarde objecte que la rivière est basse.

Odile Brancion présente la réduction du lierre en paillis. Elle regrette que l'on brûle encore le lierre. \
Lucie Armand s'y dit franchement défavorable : « Le paillis attire les rats ». Odile Brancion rétorque que le paillis \
du lierre n'attire personne.
"""


def test_who_disagrees_speaks_beside_the_words_on_the_subject(built: Callable[[Mapping[str, str]], Library]) -> None:
    """Who objects to another proposal of the same person comes after, and who answers may speak before a reply."""
    found = answer("Qui n'était pas d'accord avec Odile Brancion sur le lierre en paillis ?", built({"a.md": BESIDE}))
    assert found.rows[0].label == "Lucie Armand"
