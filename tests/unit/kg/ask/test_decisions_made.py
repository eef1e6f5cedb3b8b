"""What a council decided, how many points its agenda has, and amounts under the columns of years."""

from collections.abc import Callable, Mapping

import pytest

from kg.ask import answer
from kg.ask.library import Library

MINUTES = """# Commune de Rochebelle
## Procès-verbal du conseil municipal du 6 juin 2024

Présents : Mme Lise Aubrac, maire, M. Paul Serrat, adjoint, Mme Inès Pradel, conseillère.

### 1. Approbation du procès-verbal du 4 avril

Le procès-verbal est approuvé à l'unanimité.

### 2. Achat d'un tracteur

M. Serrat présente deux offres. L'offre la plus chère est écartée.

La délibération est adoptée par 9 voix pour et 2 contre.

### 3. Aides aux associations

| Association | 2023 | 2024 |
|---|---|---|
| Chorale | 450 € | 500 € |
| Cercle d'échecs | 150 € | 120 € |

Les subventions sont votées à l'unanimité.

### 4. Bail du presbytère

Mme Pradel demande un nouveau chiffrage. Le point est reporté à la séance du 11 juillet.

### 5. Questions diverses

Le feu de la Saint-Jean est supprimé. Mme Aubrac remercie les pompiers pour leur aide pendant la crue.
"""


@pytest.fixture(scope="module")
def rochebelle(built: Callable[[Mapping[str, str]], Library]) -> Library:
    return built({"conseil.md": MINUTES})


@pytest.mark.parametrize(
    "question",
    [
        "Quelles décisions ont été prises au conseil municipal du 6 juin 2024 ?",
        "Les décisions du conseil municipal de Rochebelle",
        "Qu'a décidé le conseil municipal le 6 juin 2024 ?",
    ],
)
def test_each_point_is_told_with_its_outcome(question: str, rochebelle: Library) -> None:
    found = answer(question, rochebelle)
    assert [row.label for row in found.rows] == ["Achat d'un tracteur", "Aides aux associations", "Bail du presbytère"]
    quotes = [row.evidence[0].quote for row in found.rows]
    assert "adoptée par 9 voix" in quotes[0]
    assert "reporté" in quotes[2]
    assert found.text.startswith("3 décisions")


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Combien touche la chorale en 2024 ?", ["500 €"]),
        ("Combien touche la chorale ?", ["450 €", "500 €"]),
        ("Quelle subvention pour le cercle d'échecs en 2023 ?", ["150 €"]),
        ("Quel est le montant de la subvention du cercle d'échecs ?", ["150 €", "120 €"]),
    ],
)
def test_an_amount_is_that_of_its_year(question: str, labels: list[str], rochebelle: Library) -> None:
    assert [row.label for row in answer(question, rochebelle).rows] == labels


def test_the_points_of_an_agenda_are_counted(rochebelle: Library) -> None:
    found = answer("Combien de points à l'ordre du jour du conseil municipal du 6 juin 2024 ?", rochebelle)
    assert found.rows[0].label == "5"
