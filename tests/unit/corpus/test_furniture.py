"""What a page shows around its report goes, and the report stays."""

import pytest

from corpus.assembly import Piece
from corpus.furniture import is_furniture, without_furniture

FURNITURE = [
    "Accueil du site > Plan du site > Les chantiers > Le billet",
    "Vous êtes ici : Accueil / Actualités",
    "« septembre 2014 »",
    "L M M J V S D",
    "Lire le détail de la conférence",
    "Lire aussi : Le forum de l'eau",
    "Partager sur Facebook",
    "Facebook Twitter LinkedIn",
    "Aller au contenu principal",
    "Imprimer cette page",
    "Nous utilisons des cookies pour améliorer la navigation",
    "Article suivant",
    "Page 3 sur 12",
    "- 7 -",
    "© 2019 Ville de Tourvane",
]
REPORT = [
    "La commune partage ses outils avec la région.",
    "Commentaires",
    "Recherche",
    "Page de garde du rapport",
    "Lire les comptes demande du temps, dit la trésorière.",
    "12 14 15",
    "Forum de septembre 2014",
    "Accueil des participants à 9 h",
]


@pytest.mark.parametrize("text", FURNITURE)
def test_furniture_goes(text: str) -> None:
    assert without_furniture([Piece("paragraph", text), Piece("paragraph", "Le texte.")]) == [
        Piece("paragraph", "Le texte.")
    ]


@pytest.mark.parametrize("text", REPORT)
def test_the_report_stays(text: str) -> None:
    assert not is_furniture(text)
    assert without_furniture([Piece("paragraph", text)]) == [Piece("paragraph", text)]


def test_the_days_of_a_calendar_go_and_other_numbers_stay() -> None:
    calendar = Piece("paragraph", "mars 2019 »\nL M M J V S D\n1 2 3 4\n5 6 7 8")
    numbers = Piece("paragraph", "1 2 3 4")
    assert without_furniture([numbers, Piece("paragraph", "« mars 2019 »"), calendar]) == [
        numbers,
        Piece("paragraph", "mars 2019 »"),
    ]


def test_the_words_of_a_line_stay_as_they_are_written() -> None:
    pieces = [Piece("item", "14 h : les jardins (salle )"), Piece("item", "16 h : l'eau (salle B)")]
    assert without_furniture(pieces) == pieces
