"""Who wrote a letter, a report or notes: by the words that say so, else by who signs at the end."""

from collections.abc import Callable, Mapping

import pytest

from kg.ask import answer
from kg.ask.library import Library

PAPERS = {
    "lettre.txt": """Union des riverains de l'Aubance
4, quai des Joncs
Lestrignac

Lestrignac, le 3 mai 2023

Monsieur Paul Lagarde
Directeur du Syndicat des eaux de l'Aubance (SEA)

Objet : relevés des compteurs

Monsieur le directeur,

Nous vous demandons que les relevés soient publiés. M. Hervé Castelnou s'en est plaint lors de notre réunion.

Je vous prie d'agréer, Monsieur le directeur, l'expression de mes salutations distinguées.

Odile Brancion
présidente

P.-S. Le pont tient bon.
""",
    "mission.md": """# Rapport de mission à Tovégan

## 8 au 12 mars 2023

Membres de la mission : Lucie Armand, adjointe aux sports ; Sarah Belhassen, chargée de coopération (rédactrice).

Le maire, M. Kossi Agbeko, nous a reçus. Il explique que la pompe est réparée.
""",
    "atelier.txt": """Compte rendu de l'atelier sur les haies
Lestrignac, mardi 4 avril 2023

Lucie Armand propose de planter du charme. Gaspard Ventoux craint la sécheresse.

Le présent document a été établi par Zohra Mekki d'après ses notes.
""",
    "notes.txt": """Comité des fêtes - réunion du 9 juin 2023
Notes de séance prises par B. Kerdraon - à relire

Présents : Lucie Armand (LA), Benoît Kerdraon (BK)

LA demande un devis pour le bal.
""",
    "page.txt": """Journée de la source
Lestrignac, samedi 1er juillet 2023

Paul Lagarde raconte l'histoire de la source. Lucie Armand remercie les bénévoles.
""",
}


@pytest.fixture(scope="module")
def library(built: Callable[[Mapping[str, str]], Library]) -> Library:
    """Return the base of the papers, built without a model of meaning."""
    return built(PAPERS)


@pytest.mark.parametrize(
    ("question", "who", "proof"),
    [
        ("Qui a écrit la lettre au SEA ?", "Odile Brancion", "présidente"),
        ("qui a signé la lettre au syndicat des eaux", "Odile Brancion", "présidente"),
        ("De qui est la lettre ?", "Odile Brancion", "présidente"),
        ("Qui a rédigé le rapport de mission à Tovégan ?", "Sarah Belhassen", "(rédactrice)"),
        ("Qui est l'auteure du rapport sur Tovégan ?", "Sarah Belhassen", "(rédactrice)"),
        ("Qui a rédigé le compte rendu de l'atelier sur les haies ?", "Zohra Mekki", "établi par"),
        ("Par qui le compte rendu de l'atelier sur les haies a-t-il été rédigé ?", "Zohra Mekki", "établi par"),
        ("Qui a pris les notes du comité des fêtes ?", "Kerdraon", "prises par"),
    ],
)
def test_who_wrote_a_paper_is_told_with_the_words_that_say_so(
    question: str, who: str, proof: str, library: Library
) -> None:
    found = answer(question, library)
    assert [who in row.label for row in found.rows] == [True]
    assert proof in found.rows[0].evidence[0].quote


@pytest.mark.parametrize(
    "question",
    ["Qui a rédigé le compte rendu de la journée de la source ?", "Qui a écrit la lettre au préfet de Brancourt ?"],
)
def test_a_paper_that_nobody_signs_or_that_is_not_there_has_no_author(question: str, library: Library) -> None:
    assert answer(question, library).abstained


def test_who_speaks_in_a_paper_did_not_write_it(library: Library) -> None:
    assert answer("Qui demande un devis pour le bal ?", library).kind == "who-spoke-about"


@pytest.mark.parametrize("question", ["Qui a écrit le livre sur les haies ?", "Qui a signé la charte de la source ?"])
def test_who_speaks_of_a_thing_is_not_told_to_have_written_it(question: str, library: Library) -> None:
    assert answer(question, library).kind != "who-spoke-about"
