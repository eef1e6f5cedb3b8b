"""Towns that no gazetteer knows, where they act or are partners as authorities do."""

from collections.abc import Callable

import pytest

from kg.resolve import resolve
from kg.types import Extraction

Read = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("À Sarbec, tout va bien. Sarbec a voté un budget.", {"Ville de Sarbec"}),
        ("Le jumelage avec Halstrom dure. On rit beaucoup à Halstrom.", {"Ville d'Halstrom"}),
        ("Une mention revient à Vilarou (Portugal) pour ses toiles.", {"Ville de Vilarou"}),
        ("Trois communes, dont Saint-Yvard, ont voté.", {"Ville de Saint-Yvard"}),
        ("Halstrom ne demandera rien. Elle dort à Halstrom.", {"Ville d'Halstrom"}),
        ("La place de Sarbec est belle. Marie a voté à Sarbec.", set()),
        ("Il demande à Sarbec un peu de calme.", set()),
        ("Le Valdor interdit la pêche. On pêche à Valdor.", set()),
        ("Les enfants de Tazrin viendront à Tazrin.", set()),
    ],
)
def test_towns_that_act(sentence: str, found: set[str], read: Read) -> None:
    told = read(f"Atelier du 3 mars 2020\n\n{sentence}\n")
    assert {e.label for e in resolve((told,)) if e.kind == "organisation"} == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("La Communauté de communes du plateau d'Orgence paie.", {"Communauté de communes du plateau d'Orgence"}),
        ("La communauté de communes du pays de Lorgue paie.", {"Communauté de communes du pays de Lorgue"}),
        ("La commune du plateau paie.", set()),
        ("La CAF et la CPAM ne répondent pas.", {"CAF", "CPAM"}),
        ("RAPPORT DE LA TABLE RONDE", set()),
    ],
)
def test_authorities_and_acronyms(sentence: str, found: set[str], read: Read) -> None:
    told = read(f"Atelier du 3 mars 2020\n\n{sentence}\n")
    assert {e.label for e in resolve((told,)) if e.kind == "organisation"} == found
