"""Yes or no: what decides, what only asks, supposes or lists; which of two has more; what two people say."""

from collections.abc import Callable, Mapping

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.ask.verdicts.decided import counts

MINUTES = """COMMUNE DE VAUBRELLE

PROCÈS-VERBAL DU CONSEIL MUNICIPAL
Séance du jeudi 9 février 2023

Étaient présents : M. Cyprien MALVOISIN, maire, Mme Judith LANCEREAU, M. Anatole PRIVAS, Mme Edmée FOURCADET.
Le procès-verbal de la séance du 12 janvier est approuvé à l'unanimité.

POINT N° 1 - ACHAT D'UN SECOND TRACTEUR

M. PRIVAS présente le devis. Le tracteur coûterait 41 000 euros, contre 58 000 pour la balayeuse.
M. MALVOISIN. - Le premier tracteur a trente ans.
Vote : unanimité moins une abstention, celle de Mme FOURCADET, qui préférait un cheval.

POINT N° 2 - ADHÉSION AU RÉSEAU DES LAVOIRS

L'adhésion coûte 80 euros. Adopté à l'unanimité.

POINT N° 3 - FONTAINE

Mme LANCEREAU propose que les habitants soient consultés par référendum. La proposition est rejetée (1 pour, 3 contre).
Mme FOURCADET réclame un comptage des passages. M. PRIVAS regrette que les écoles ne puissent pas puiser l'eau.
Mme LANCEREAU rectifie : elles le peuvent le mercredi.
Le conseil décide de rénover la fontaine.

POINT N° 4 - MOULIN

Mme FOURCADET demande combien de plaintes contre le moulin ont été reçues en 2022. Réponse du maire : aucune.
Dans un message lu en séance, la préfète Hortense Bellamy affirme que le moulin sera classé.

POINT N° 4 bis - BUREAU DU SYNDICAT

Sont élus au bureau : Mme Berthe Ansaldi (14 voix), M. Ulysse Cormerais (11).
N'est pas élu : M. Régis Hautecombe.
Vote sur les statuts : 9 pour, 4 contre.
Le syndicat propose : a) un guide des moulins ; b) de ne poser aucune vanne neuve.
Recettes 1993 : les droits s'élèvent à 4 200 francs, les frais à 5 100 francs.
"""
NOTES = """# Atelier « Jardins de poche »

Vaubrelle, samedi 3 juin 2023, salle des Tilleuls

## Les échanges

Violaine Archambeau doute du compost : « s'il sent mauvais, les voisins fermeront leurs fenêtres ».
Trente-deux jardins ont été visités, contre dix-neuf en 2022.
Judith Lancereau dirige une cuisine. On y sert une soupe végétarienne le jeudi, explique Judith Lancereau.
Le soir, Marius Lestrade défend les haies sèches, qui abritent les hérissons.
Edmée Fourcadet juge les haies sèches trop larges pour les trottoirs.
Le nombre de jardiniers est passé de 112 à 145 en deux ans. Elle propose de porter la caution de 10 à 20 euros.
Rose-Marie Tabarly trouve les nichoirs trop hauts, Noël Quintard les trouve trop chers.
"""


@pytest.fixture(scope="module")
def library(built: Callable[[Mapping[str, str]], Library]) -> Library:
    """Return the base of the minutes and the notes, built without a model of meaning."""
    return built({"pv.txt": MINUTES, "notes.md": NOTES})


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("La commune de Vaubrelle va-t-elle acheter un deuxième tracteur ?", "oui"),
        ("La commune adhère-t-elle au réseau des lavoirs ?", "oui"),
        ("Le conseil a-t-il choisi de rénover la fontaine ?", "oui"),
        ("Est-ce que la proposition de référendum a été adoptée ?", "non"),
        ("Le tracteur coûte-t-il plus cher que la balayeuse ?", "non"),
        ("Le tracteur coûte-t-il moins cher que la balayeuse ?", "oui"),
        ("Y a-t-il eu plus de jardins visités en 2023 qu'en 2022 ?", "oui"),
        ("Violaine Archambeau a-t-elle des doutes sur le compost ?", "oui"),
    ],
)
def test_the_verdict_is_what_was_decided_counted_or_said(question: str, verdict: str, library: Library) -> None:
    found = answer(question, library)
    assert (found.text[:3].lower(), found.abstained) == (verdict, False), found.text


@pytest.mark.parametrize(
    "question",
    [
        "Cyprien Malvoisin se présente-t-il aux élections ?",  # « Étaient présents »
        "Le conseil a-t-il voté le parking en février 2023 ?",  # the minutes alone are approved
        "Y a-t-il eu un comptage des passages ?",  # somebody asks for one
        "Judith Lancereau est-elle végétarienne ?",  # the soup is
        "La Région a-t-elle accordé un tracteur ?",  # the commune decides
        "Quarante jardins ont-ils été visités ?",
        "Marius Lestrade a-t-il vendu les haies ?",
    ],
)
def test_what_is_listed_asked_for_or_said_of_another_proves_nothing(question: str, library: Library) -> None:
    assert not answer(question, library).text.lower().startswith("oui")


@pytest.mark.parametrize(
    "question",
    [
        "Que pensent Marius Lestrade et Edmée Fourcadet des haies sèches ?",
        "Comparer les points de vue de Marius Lestrade et d'Edmée Fourcadet sur les haies sèches.",
        "Qu'est-ce qui oppose Marius Lestrade et Edmée Fourcadet ?",
    ],
)
def test_each_of_two_is_shown_by_what_is_told_of_him(question: str, library: Library) -> None:
    found = answer(question, library)
    assert found.kind == "comparison"
    assert "hérissons" in found.text and "trottoirs" in found.text


def test_a_reply_of_none_denies_and_a_message_read_out_is_no_presence(library: Library) -> None:
    assert answer("Y a-t-il eu des plaintes contre le moulin en 2022 ?", library).text.startswith("Non")
    assert answer("Hortense Bellamy est-elle venue au conseil ?", library).abstained


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Régis Hautecombe a-t-il été élu au bureau ?", "oui"),
        ("Régis Hautecombe a-t-il voté pour les statuts ?", "oui"),
        ("Le syndicat propose-t-il de poser des vannes neuves ?", "oui"),
        ("En 1993, les droits étaient-ils plus élevés que les frais ?", "oui"),
    ],
)
def test_a_list_of_others_a_bare_count_or_another_figure_gives_no_wrong_verdict(
    question: str, verdict: str, library: Library
) -> None:
    assert not answer(question, library).text.lower().startswith(verdict)


def test_the_figure_in_brackets_after_a_name_is_its_own(library: Library) -> None:
    found = answer("Qui a obtenu le plus de voix, Mme Ansaldi ou M. Cormerais ?", library)
    assert [row.value for row in found.rows] == ["14 voix", "11"]


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Le nombre de jardiniers a-t-il augmenté ?", "Oui"),
        ("Le nombre de jardiniers a-t-il diminué ?", "Non"),
        ("La caution a-t-elle augmenté ?", "Rien"),  # it is only proposed
    ],
)
def test_what_is_taken_from_a_number_to_another_grew_or_fell(question: str, begins: str, library: Library) -> None:
    assert answer(question, library).text.startswith(begins)


def test_a_given_name_is_no_word_of_kin(library: Library) -> None:
    found = answer("Rose-Marie Tabarly et Noël Quintard sont-ils d'accord sur les nichoirs ?", library)
    assert (found.kind, found.abstained) == ("comparison", False)


@pytest.mark.parametrize(
    ("words", "voices"),
    [
        ("Le comité retient les halles, par 4 voix contre 1 (Mme Fourcadet).", (4, 1)),
        ("Adopté par 12 voix contre 3.", (12, 3)),
        ("Vote : 7 voix pour, 2 contre.", (7, 2)),
        ("Adopté : 6 pour, 1 contre 2 abstentions.", (6, 1)),
        ("Recettes : 4 200 euros contre 3 900 l'an dernier.", None),
    ],
)
def test_votes_for_and_against_are_counted(words: str, voices: tuple[int, int] | None) -> None:
    assert counts(words) == voices
