"""How many registered: the line of the list that counts them, else those on it; absent and excused; stands denied."""

from collections.abc import Callable, Mapping

import pytest

from kg.ask import answer
from kg.ask.library import Library

FORUM = """Nom;Prénom;Organisme;Présent
ABADIE;Solange;Commune de Brémont;oui
RINALDI;Matteo;Commune de Forlane;oui
GALLOIS;Thibault;Ligue des lavoirs;excusé
LOUVEL;Inès;Ligue des lavoirs;oui
"""
MINUTES = """# Conseil municipal de Brémont

Séance du mardi 5 novembre 2024

Présents : Mme Odile Ferrand, maire ; M. Paul Szabo ; Mme Nathalie Pujol ; M. Gilbert Roussin.
Absent excusé : M. Guy Tremblay (pouvoir à M. Szabo).

## 1. Étang de la Borde

Mme Nathalie Pujol plaide pour l'étang de la Borde. M. Gilbert Roussin n'y est pas favorable, en raison du drainage.

## 2. Place

M. Guy Tremblay, par la voix de M. Szabo, s'insurge contre la coupe des tilleuls de la place.
Mme Odile Ferrand tient pour acquis que le port sera fermé avant 2030. Le surcoût inquiète M. Szabo, surtout en hiver.
"""


@pytest.fixture(scope="module")
def listed(built: Callable[[Mapping[str, str]], Library]) -> Library:
    """Return the base of a list, built without a model of meaning."""
    return built({"inscrits.csv": f"Forum des lavoirs, 14 mars 2019 - liste des inscrits;;;\n{FORUM}"})


@pytest.fixture(scope="module")
def totalled(built: Callable[[Mapping[str, str]], Library]) -> Library:
    """Return the base of a list that tells how many registered in all."""
    return built({"inscrits.csv": f"Forum des lavoirs, 14 mars 2019 - 48 inscriptions au total;;;\n{FORUM}"})


@pytest.fixture(scope="module")
def minutes(built: Callable[[Mapping[str, str]], Library]) -> Library:
    """Return the base of minutes, built without a model of meaning."""
    return built({"pv.md": MINUTES})


@pytest.mark.parametrize(
    "question",
    ["Combien d'inscrits au forum ?", "Combien de personnes étaient inscrites ?", "combien d'inscriptions au forum"],
)
def test_the_registered_are_those_of_the_list_unless_it_tells_more(
    question: str, listed: Library, totalled: Library
) -> None:
    assert answer(question, listed).rows[0].value == "4"
    assert answer(question, totalled).rows[0].value == "48"


@pytest.mark.parametrize(
    ("question", "person"),
    [
        ("Qui était absent au conseil de Brémont ?", "Guy Tremblay"),
        ("Qui n'est pas favorable à l'étang de la Borde ?", "Gilbert Roussin"),
        ("Qui est favorable à l'étang de la Borde ?", "Nathalie Pujol"),
        ("Qui proteste contre la coupe des tilleuls ?", "Guy Tremblay"),
        ("Qui estime que le port va fermer ?", "Odile Ferrand"),
    ],
)
def test_the_one_who_is_asked_for_comes_first(question: str, person: str, minutes: Library) -> None:
    assert answer(question, minutes).rows[0].label == person


def test_a_word_of_french_is_no_slip_for_another(minutes: Library) -> None:
    assert "surtout" not in minutes._spelled_like("surcout")
    assert "surcout" in minutes._spelled_like("surcoux")
