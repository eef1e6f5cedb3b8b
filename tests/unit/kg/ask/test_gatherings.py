"""Bodies, numbers and ties of an event, asked in other words than its reports'."""

from pathlib import Path

import pytest

from corpus import Span
from kg.ask import answer
from kg.ask.library import Library
from kg.ask.relation import _asked_from
from kg.ask.times.asked import wanted
from kg.ask.times.surely import PROBABLY, told_by_type
from kg.base import open_base

GATHERINGS = Path(__file__).parent / "gatherings"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of the reports of one event, built without a model of meaning."""
    from kg.build import BuildOptions, build

    base = tmp_path_factory.mktemp("gatherings") / "base"
    build([GATHERINGS], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Quelle boulangerie offrait le goûter à Valbrune ?", "Le Levain doré"),
        ("Quelle mercerie veut s'installer dans l'ancienne gare de Valbrune ?", "La Bobine Bleue"),
        ("Quelle librairie a un coin où ravauder ?", "Librairie-café Le Fuseau"),
        ("Quelle société a vendu la cardeuse à la commission ?", "Établissements Ravenel"),
        ("Quelle fondation a payé une partie du métier partagé ?", "Fondation Aubrelin"),
    ],
)
def test_a_body_whose_name_seldom_tells_its_kind(question: str, label: str, library: Library) -> None:
    assert [row.label for row in answer(question, library).rows] == [label]


@pytest.mark.parametrize(
    "question", ["Quelle mercerie a brûlé à Valbrune ?", "Quelle banque a vendu le lavoir de Valbrune ?"]
)
def test_nobody_stands_for_a_body_of_which_nothing_is_told(question: str, library: Library) -> None:
    assert answer(question, library).abstained


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Combien de communes étaient représentées aux Journées du tissage ?", "17"),
        ("Combien d'élus inscrits aux Journées du tissage ?", "21"),
        ("Combien d'inscrits aux Journées du tissage ?", "90"),
        ("Combien d'habitants à l'atelier « Teindre sans eau » ?", "Cinquante-quatre"),
        ("Combien d'habitants vont réécrire le règlement du lavoir ?", "six"),
    ],
)
def test_who_came_is_counted_where_it_is_said(question: str, number: str, library: Library) -> None:
    assert [row.label for row in answer(question, library).rows] == [number]


def test_communes_are_no_countries(library: Library) -> None:
    assert answer("Combien de pays étaient représentés aux Journées du tissage ?", library).abstained


def test_kin_is_told_of_a_function(library: Library) -> None:
    assert "fille du président" in answer("Bernard et Nadia Ferragut, quel est leur lien ?", library).text


@pytest.mark.parametrize(
    ("quote", "begins"),
    [
        ("Oui, à cause de Rosa Bellini", "Morsange, justement"),
        ("On en a vendu beaucoup", "On en a vendu"),
    ],
)
def test_an_answer_that_says_yes_is_told_with_its_question(quote: str, begins: str, library: Library) -> None:
    document = next(one for one in library.knowledge.documents.values() if quote in one.text)
    at = document.text.index(quote)
    assert document.text[_asked_from(library, Span(document.id, at, at + len(quote))) :].startswith(begins)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Sur papier ou sur l'appli, où a-t-on le plus répondu à l'enquête ?", "Papier (62 % ; appli : 8 %)"),
        ("Marché des travaux du lavoir : prix prévu et prix réel ?", "61 ; 74 k€"),
        ("Restaurer ou rebâtir le lavoir : quels montants ?", "Restaurer : 2,1 M euros ; rebâtir : 3,4 M"),
        ("Combien d'élus et d'artisans aux Journées du tissage ?", "Élus : 21 ; artisans : 33"),
    ],
)
def test_two_figures_of_one_sentence(question: str, told: str, library: Library) -> None:
    assert answer(question, library).text.startswith(told)


@pytest.mark.parametrize(
    "question", ["La laine ou le coton : lequel coûte le plus cher ?", "Combien de communes et de filatures en Suède ?"]
)
def test_a_figure_is_not_given_for_two(question: str, library: Library) -> None:
    assert answer(question, library).kind != "comparison"


@pytest.mark.parametrize(
    "question",
    [
        "Jusqu'à quelle date pouvait-on s'inscrire aux Journées du tissage ?",
        "Quelle est la date limite d'inscription aux Journées du tissage ?",
    ],
)
def test_until_when_one_may_register(question: str, library: Library) -> None:
    assert answer(question, library).rows[0].label == "vendredi 14 avril 2023"


def test_when_an_event_took_place_is_its_day(library: Library) -> None:
    assert "Du 4 au 5 mai 2023" in answer("Quand ont eu lieu les Journées du tissage ?", library).text


def test_to_see_the_light_is_to_be_born(library: Library) -> None:
    assert "Morsange" in answer("Dans quelle ville Claire Dumontel a-t-elle vu le jour ?", library).text


def test_near_words_are_looked_for_inside_an_event_too(library: Library) -> None:
    query = library.understand("Qui a hébergé les artisans aux Journées du tissage ?")
    wide = library.widened(query)
    assert query.scoped
    for asked in ("terms", "scoped"):
        ways = [{way for term in getattr(one, asked) for way, _ in term.alternatives} for one in (query, wide)]
        assert frozenset(["accueil"]) in ways[1] - ways[0]


@pytest.mark.parametrize("alone", [True, False])
def test_a_time_may_be_told_alone(alone: bool, library: Library) -> None:
    query = library.understand("La visite du lavoir, c'est quel jour et on se retrouve où ?")
    asked = wanted(query.text)
    assert asked
    told = told_by_type(query, library, asked, PROBABLY, alone=alone)
    assert (told.rows[0].label if told else "") == ("samedi 8 juillet" if alone else "")


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("Quand a-t-on montré l'avenir du moulin Besson ?", False),
        ("Quand le moulin Besson a-t-il fermé ?", True),
        ("Depuis quand le moulin Besson est-il fermé ?", True),
    ],
)
def test_since_when_something_is_tells_nothing_else(question: str, year: bool, library: Library) -> None:
    told = answer(question, library)
    assert (told.kind == "when-where" and told.rows[0].label == "1979") == year
