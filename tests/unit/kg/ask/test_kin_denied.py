"""Words that say that two people are of one family, or that they are not."""

import pytest

from index import fold
from kg.ask.family import _NO_KIN


@pytest.mark.parametrize(
    ("told", "none"),
    [
        ("Je ne suis pas de la famille de Madame la préfète", True),
        ("Ils ne sont toujours pas cousins", True),
        ("Aucun lien de parenté, une simple homonymie", True),
        ("Il n'est pas apparenté au trésorier", True),
        ("Mon frère n'est pas venu", False),
        ("Il a repris la ferme de la famille", False),
    ],
)
def test_kin_is_denied(told: str, none: bool) -> None:
    assert bool(_NO_KIN.search(fold(told))) == none
