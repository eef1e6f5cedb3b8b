"""Who is chosen when somebody leaves, who comes from a body beside initials, who is kin, what a reply explains."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.base import open_base

MOVES = Path(__file__).parent / "moves"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of the minutes of a club, built without a model of meaning."""
    from kg.build import BuildOptions, build

    base = tmp_path_factory.mktemp("moves") / "base"
    build([MOVES], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Qui a succédé à Bastien Roudier à la tête des Rameurs de Brémont ?", "Jeanne Coussac"),
        ("qui remplace Bastien Roudier ?", "Jeanne Coussac"),
        ("Qui représente Vaudreix Solidaire ?", "Lucie Amblard"),
        ("Qui doute de l'intérêt du ponton neuf ?", "Yves Tarquin"),
        ("qui est sceptique sur le ponton ?", "Yves Tarquin"),
    ],
)
def test_who_follows_and_who_represents(question: str, label: str, library: Library) -> None:
    assert [row.label for row in answer(question, library).rows] == [label]


def test_a_body_beside_initials_is_nobody(library: Library) -> None:
    kinds = {entity.label: entity.kind for entity in library.knowledge.by_id.values()}
    assert kinds["Vaudreix Solidaire"] == "organisation"
    assert kinds["Yves Tarquin"] == "person"


def test_the_mayor_of_another_town_is_not_answered(library: Library) -> None:
    found = answer("Qui est le maire de Vaudreix ?", library)
    assert (found.abstained, found.rows) == (True, ())


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Quel lien de parenté y a-t-il entre Henri et Inès Malfroy ?", "sa propre fille"),
        ("Qu'est-ce que la « banque de rames » de Brémont ?", "laisse une vieille rame au ponton"),
        ("c'est quoi la banque de rames", "laisse une vieille rame au ponton"),
    ],
)
def test_kinship_and_what_the_reply_explains(question: str, told: str, library: Library) -> None:
    assert told in answer(question, library).text


def test_who_doubts_of_the_use_of_a_thing_is_asked_about_the_thing(library: Library) -> None:
    query = library.understand("Qui doute de l'utilité du loyer ?")
    assert [term.words for term in query.terms if "utilit" in term.words]
    assert not [term.words for term in query.without_head().terms if "utilit" in term.words]
