"""What a thing is: the sentence that tells it comes before those that only name it."""

from collections.abc import Callable, Mapping

import pytest

from kg.ask import answer
from kg.ask.library import Library

PAPERS = {
    "forum.md": """# Forum des berges de Lestrignac

Mardi 4 avril 2023, halle aux blés

Odile Brancion ouvre la séance sur trois sujets : la criée verte, le PACTEAU et les bacs. Elle remercie la criée verte \
d'avoir prêté ses bancs.

Paul Lagarde explique que les légumes invendus partent deux fois par mois à la « criée verte ». Il souhaite que la \
criée verte déménage.

Lucie Armand présente des outils comme le PACTEAU, un contrat récent qui lie les communes de l'amont à celles de \
l'aval. Le PACTEAU arrivera dans les écoles.

Hervé Castelnou, de la coopérative fluviale Les Hérons, transporte le sable. Un ami des Hérons proteste. Les bacs \
permettent de passer d'une rive à l'autre sans voiture. Les bacs ont été repeints.

Sarah Belhassen présente la réduction du lierre en paillis. Elle regrette que l'on brûle encore le lierre.

0. Tour de table
1. Les bacs
""",
}


@pytest.fixture(scope="module")
def forum(built: Callable[[Mapping[str, str]], Library]) -> Library:
    """Return the base of the forum."""
    return built(PAPERS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("C'est quoi la criée verte ?", "invendus partent deux fois par mois"),
        ("criée verte kézako", "invendus partent deux fois par mois"),
        ("C'est quoi le PACTEAU ?", "un contrat récent"),
        ("À quoi sert le PACTEAU ?", "un contrat récent"),
        ("À Lestrignac, qu'entend-on par PACTEAU ?", "un contrat récent"),
        ("À quoi servent les bacs ?", "permettent de passer"),
        ("Que sont les bacs ?", "permettent de passer"),
        ("Qui sont Les Hérons ?", "coopérative fluviale"),
    ],
)
def test_what_defines_comes_first(question: str, told: str, forum: Library) -> None:
    """An apposition, quotation marks or what a thing is called by tell more than a sentence that only names it."""
    found = answer(question, forum)
    assert not found.abstained, found.text
    assert told in " ".join(found.text.split())


@pytest.mark.parametrize("question", ["C'est quoi le compost ?", "C'est quoi la criée bleue ?", "Que signifie RATPE ?"])
def test_what_no_report_tells_is_refused(question: str, forum: Library) -> None:
    """A term that the corpus does not hold has no definition there."""
    assert answer(question, forum).abstained
