"""Who did something that is no speech: the subject of the verb, by name, by pronoun or by office."""

from collections.abc import Callable, Mapping

import pytest

from kg.ask import answer
from kg.ask.library import Library

MINUTES = """# Commune de Montfaucon-les-Haies
## Conseil municipal du 6 juin 2024

Présents : Mme Lise Aubrac, maire, M. Paul Serrat, adjoint, Mme Inès Pradel, M. Omar Khelif, conseillers municipaux.

### 1. Comptes

Mme le maire sort de la salle pendant le vote. Le compte est adopté.

### 2. Moulin

M. Khelif garde les clés du moulin depuis l'hiver. Il a aussi réparé la vanne avec des volontaires.

Mme Pradel s'inquiète de la vanne.

### 3. Cantine

**Léa Cantal** (maraîchère, Orville) nourrit deux écoles. Orville compte six fermes.

M. Serrat a prêté sa grange aux éclaireurs.
"""


@pytest.fixture(scope="module")
def montfaucon(built: Callable[[Mapping[str, str]], Library]) -> Library:
    return built({"conseil.md": MINUTES})


@pytest.mark.parametrize(
    ("question", "people"),
    [
        ("Qui est sorti de la salle ?", ["Lise Aubrac"]),
        ("Qui garde les clés du moulin ?", ["Omar Khelif"]),
        ("Qui a réparé la vanne du moulin ?", ["Omar Khelif"]),
        ("Qui s'inquiète de la vanne ?", ["Inès Pradel"]),
        ("Qui nourrit les écoles ?", ["Léa Cantal"]),
        ("Qui a prêté une grange aux éclaireurs ?", ["Paul Serrat"]),
    ],
)
def test_who_did_it_is_the_subject_of_the_verb(question: str, people: list[str], montfaucon: Library) -> None:
    assert [row.label for row in answer(question, montfaucon).rows] == people


@pytest.mark.parametrize("question", ["Qui a vendu le moulin ?", "Qui garde les chèvres de la commune ?"])
def test_another_deed_names_nobody(question: str, montfaucon: Library) -> None:
    assert answer(question, montfaucon).abstained
