"""The title of a session as an answer shows it."""

import pytest

from kg.ask.language import french


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        (
            "Atelier 3. Qui garde la clé ? Avec Lucie Marran (Ville d'Ourne) et Paul Vidier (régie des eaux)",
            "Atelier 3. Qui garde la clé ?",
        ),
        ("Table ronde 2. Lire le soir. Avec Mme Ana Belloir (bibliothèque)", "Table ronde 2. Lire le soir"),
        (
            "Atelier 1. Vivre à côté. Avec ou sans voiture (débat)",
            "Atelier 1. Vivre à côté. Avec ou sans voiture (débat)",
        ),
        ("Faire avec Ourne Métropole (atelier)", "Faire avec Ourne Métropole (atelier)"),
        ("Session 2 – Payer l'eau ?", "Session 2 – Payer l'eau ?"),
        ("Ateliers : pain, vin, etc.", "Ateliers : pain, vin, etc."),
    ],
)
def test_the_speakers_behind_a_title_are_not_shown(label: str, shown: str) -> None:
    assert french.title(label) == shown
