"""What was said at an event or a session as a whole: its parts, or its voices, each with words of its own."""

from collections.abc import Callable, Mapping

import pytest

from kg.ask import answer
from kg.ask.library import Library

REPORT = """# Actes du forum des lavoirs

**Ourlac, salle des Fêtes – jeudi 9 mars 2023**

## Session 1 – Remettre l'eau

*Lucie ARMAND, maire d'Ourlac ; Paul LAGARDE, fontainier*

Lucie Armand explique que le lavoir a été vidé en 1987 après une fuite. Elle demande que l'eau y revienne avant l'été.

Paul Lagarde estime que la source suffit pour trois bassins. Il craint seulement les feuilles mortes en automne.

## Session 2 – Faire revenir les gens

*Odile BRANCION, historienne ; Hervé CASTELNOU, libraire*

Odile Brancion raconte que l'on y chantait chaque lundi. Hervé Castelnou propose d'y lire des romans le dimanche.
"""


INTERVIEW = """# Entretien avec Zohra Mekki

**Comment devient-on fontainière ?**

Par hasard, en suivant ma tante sur les chantiers pendant trois étés.

**Le métier est-il trop dur ?**

L'hiver, oui, quand il faut casser la glace avant six heures du matin.

**Que changeriez-vous ?**

Je donnerais une clé de la source à chaque école du bourg.
"""


@pytest.fixture(scope="module")
def library(built: Callable[[Mapping[str, str]], Library]) -> Library:
    """Return the base of the report, built without a model of meaning."""
    return built({"actes.md": REPORT, "entretien.md": INTERVIEW})


@pytest.mark.parametrize(
    "question",
    [
        "Qu'est-ce qui s'est dit à la session 2 ?",
        "De quoi a-t-on parlé pendant la session 2 du forum des lavoirs ?",
        "resume la session 2",
        "Que faut-il retenir de la session 2 ?",
        "De quoi parlait la session 2 ?",
    ],
)
def test_a_session_is_told_by_its_voices_in_order_each_with_its_words(question: str, library: Library) -> None:
    found = answer(question, library)
    assert [row.label for row in found.rows] == ["Odile Brancion", "Hervé Castelnou"]
    assert "chantait" in found.rows[0].evidence[0].quote
    assert "romans" in found.rows[1].evidence[0].quote
    assert found.text.startswith("Session 2")


def test_a_whole_event_is_told_by_its_sessions_with_who_spoke_there(library: Library) -> None:
    found = answer("Peux-tu me résumer le forum des lavoirs ?", library)
    assert [row.label[:9] for row in found.rows] == ["Session 1", "Session 2"]
    assert found.rows[0].value == "Lucie Armand et Paul Lagarde"
    assert all(row.evidence for row in found.rows)


@pytest.mark.parametrize(
    "question",
    [
        "Que s'est-il dit à la session 2 sur la baignade ?",  # a subject of its own, told nowhere
        "Qu'a dit Paul Lagarde à la session 1 ?",
        "Qui a parlé à la session 1 ?",
        "Quel est le titre de la session 1 ?",
    ],
)
def test_other_questions_of_a_session_are_no_summary(question: str, library: Library) -> None:
    assert " — Odile" not in answer(question, library).text
    assert " — Lucie" not in answer(question, library).text


def test_the_programme_of_one_session_is_who_speaks_there(library: Library) -> None:
    found = answer("Quel est le programme de la session 2 ?", library)
    assert [row.label for row in found.rows] == ["Odile Brancion", "Hervé Castelnou"]
    assert "Session 2" in found.text
    whole = answer("Quel est le programme du forum des lavoirs ?", library)
    assert [row.label[:9] for row in whole.rows] == ["Session 1", "Session 2"]


def test_what_those_who_speak_do_is_told_with_their_names(library: Library) -> None:
    found = answer("Quels sont les métiers des intervenants de la session 2 ?", library)
    assert [(row.label, row.value) for row in found.rows] == [
        ("Odile Brancion", "historienne"),
        ("Hervé Castelnou", "libraire"),
    ]
    assert "Odile Brancion : historienne" in found.text


def test_a_voice_that_is_heard_alone_is_told_by_several_of_its_words(library: Library) -> None:
    found = answer("Résume l'entretien avec Zohra Mekki", library)
    assert [row.label for row in found.rows] == ["Zohra Mekki"]
    quotes = [proof.quote for proof in found.rows[0].evidence]
    assert [quote.split()[0] for quote in quotes] == ["Par", "L'hiver,", "Je"]
    assert all(quote[:20] in found.text for quote in quotes)
