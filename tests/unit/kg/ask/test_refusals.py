"""What no document tells is refused, however near its neighbours are; other words for what one tells are not."""

import pytest

from kg.ask import answer
from kg.ask.language.same import akin, made_of, same
from kg.ask.library import Library
from kg.ask.refusals.unfounded import told_nouns


@pytest.mark.parametrize(
    "question",
    [
        "Qui a parlé de vidéosurveillance ?",
        "qui a défendu les trottinettes électriques",
        "Que dit-on des éoliennes ?",
        "téléphérique : qui en parle ?",
        "C'est quoi la blockchain ?",
        "Est-ce que Morvillac a un jumelage avec le Japon ?",
        "Qui était le président du Réseau Altis en 1995 ?",
        "Qui est le préfet de Morvillac ?",
    ],
)
def test_what_no_document_tells_is_refused(question: str, library: Library) -> None:
    found = answer(question, library)
    assert (found.abstained, found.rows) == (True, ())
    assert found.text.startswith("Rien dans le corpus")


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Qui a parlé de la navette ?", "Irène Solvak"),
        ("Qui a parlé de mobilités ?", "Irène Solvak"),
        ("Qui est le président du Réseau Altis ?", "Marc Touvet"),
        ("Qui a parlé de ce que coûte l'eau à Morvillac ?", "Ana Belloir"),
    ],
)
def test_other_forms_of_what_is_told_are_answered(question: str, who: str, library: Library) -> None:
    assert who in [row.label for row in answer(question, library).rows]


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("Qui a parlé des grandes éoliennes en mer ?", "éoliennes"),
        ("Qui a évoqué l'avenir du ski ?", "ski"),
        ("Que disent les documents sur le bitcoin ?", "bitcoin"),
        ("Qui regrette que la fanfare soit partie ?", None),
        ("Qui trouve la fanfare trop bruyante ?", None),
        ("Qui propose de repeindre la gare ?", None),
    ],
)
def test_a_subject_is_a_noun_and_no_clause(question: str, noun: str | None, library: Library) -> None:
    found = next(iter(told_nouns(library.understand(question))), None)
    assert (found.words if found else None) == noun


def test_words_of_one_family_and_words_of_one_meaning() -> None:
    assert akin("cartograph", "cartographi")
    assert akin("vaccin", "vaccinat")
    assert not akin("telepher", "telephon")
    assert not akin("bloc", "blockchain")
    assert "emprunt" in same("det") | same("dett")
    assert not same("fanfar")
    assert "travail" in same("boulot")
    assert made_of(frozenset(["psychiatr"]), frozenset(["pedopsychiatr"]))
    assert not made_of(frozenset(["port"]), frozenset(["transport"]))


@pytest.mark.parametrize(
    "question",
    [
        "Pourquoi Jean Cardel a-t-il arrêté la navette du soir ?",
        "Qu'a déclaré Rose Cardel sur la navette ?",
    ],
)
def test_a_cause_or_words_of_somebody_else_are_refused(question: str, library: Library) -> None:
    assert answer(question, library).abstained
