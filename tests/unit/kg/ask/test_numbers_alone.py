"""Numbers whose noun stands before, amounts before and after a change, and what a verdict reads the other way."""

from collections.abc import Callable, Mapping

import pytest

from kg.ask import answer
from kg.ask.library import Library

MINUTES = """# Commune de Rochebelle
## Conseil municipal du 6 juin 2024

Présents : Mme Lise Aubrac, maire, M. Paul Serrat, adjoint.

### 1. Accueil du mercredi

M. Serrat précise que 40 enfants viendraient en bus sur les 156 qui déjeunent au centre.

Le tarif de la journée passera de 8,50 à 9,20 euros au 1er septembre.

### 2. Marais

Mme Aubrac indique que 300 hectares ont été inondés et que seuls 25 appartiennent à la commune.

### 3. Fêtes

La retraite aux flambeaux est annulée à cause de la sécheresse ; elle sera remplacée par un concert.

Le marché de plein vent se tiendra le samedi.

M. Serrat affirme que le train revient moins cher que la voiture.
"""


@pytest.fixture(scope="module")
def rochebelle(built: Callable[[Mapping[str, str]], Library]) -> Library:
    return built({"conseil.md": MINUTES})


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Combien d'enfants déjeunent au centre ?", "156"),
        ("Combien d'enfants viendraient en bus ?", "40"),
        ("Combien d'hectares appartiennent à la commune ?", "25"),
        ("Combien d'hectares ont été inondés ?", "300 hectares"),
        ("Quel était l'ancien tarif de la journée ?", "8,50"),
        ("Quel est le nouveau tarif de la journée ?", "9,20 euros"),
        ("Y aura-t-il une retraite aux flambeaux ?", "non"),
        ("La retraite aux flambeaux est-elle maintenue ?", "non"),
        ("La retraite aux flambeaux est-elle annulée ?", "oui"),
        ("Y aura-t-il un concert ?", "oui"),
        ("Le train revient-il plus cher que la voiture ?", "non"),
        ("Le train revient-il moins cher que la voiture ?", "oui"),
    ],
)
def test_the_number_and_the_verdict_are_those_of_their_clause(question: str, label: str, rochebelle: Library) -> None:
    assert [row.label for row in answer(question, rochebelle).rows] == [label]
