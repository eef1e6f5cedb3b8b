from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kg.resolve import read_decisions, resolve
from kg.resolve.doubts import Doubt, doubtful
from kg.types import Extraction

Make = Callable[[str], Any]
HEADER = "décision;type;nom;où;autre;autre_où;par;pourquoi\n"


def _doubts(*extractions: Extraction, decisions: str = "") -> tuple[Doubt, ...]:
    ruling = read_decisions(HEADER + decisions)
    return doubtful(extractions, resolve(extractions, decisions=ruling), ruling)


def _pairs(doubts: tuple[Doubt, ...]) -> list[tuple[str, str]]:
    return [(doubt.first.label, doubt.second.label) for doubt in doubts]


def test_people_who_look_alike_are_told_with_the_two_values_that_matched(made: Make) -> None:
    first, second = made("a.txt"), made("b.txt")
    for name in ("Claire Dubreuil", "Ignacio Verlanga", "Zoé Lempereur"):
        first.person(name)
    for name in ("C. Dubreuil", "Ignatio Verlanga", "Paul Verlanga"):
        second.person(name)
    doubts = _doubts(first.done(), second.done())
    assert _pairs(doubts) == [("C. Dubreuil", "Claire Dubreuil"), ("Ignacio Verlanga", "Ignatio Verlanga")]
    assert doubts[0].reasons == ("initiale : « C. Dubreuil » et « Claire Dubreuil »",)
    assert [doubt.score for doubt in doubts] == [0.65, 0.6]


def test_family_members_and_two_genders_are_no_doubt(made: Make) -> None:
    document = made("a.txt")
    for name in ("Paul Vial", "Marie Vial", "M. Jean Lambert", "Mme Jeanne Lambert"):
        document.person(name)
    assert _doubts(document.done()) == ()


def test_namesakes_say_where_they_stand(made: Make) -> None:
    first, second = made("a.txt"), made("b.txt")
    first.person("Claire Dubreuil", "Ville de Cahors")
    second.person("Claire Dubreuil", "Ville de Niort")
    (doubt,) = _doubts(first.done(), second.done())
    assert (doubt.first.where, doubt.second.where) == ("a.txt", "b.txt")
    assert doubt.reasons[1:] == ("deux organismes",)


def test_what_was_decided_is_asked_no_more(made: Make) -> None:
    first, second = made("a.txt"), made("b.txt")
    first.person("Claire Dubreuil")
    second.person("C. Dubreuil")
    assert _doubts(first.done(), second.done(), decisions="différent;personne;C. Dubreuil;;Claire Dubreuil;;;\n") == ()
    assert _doubts(first.done(), second.done(), decisions="même;personne;C. Dubreuil;;Claire Dubreuil;;;\n") == ()


def test_organisations_that_look_alike(made: Make) -> None:
    document, other = made("a.txt"), made("b.txt")
    for name in ("Réseau Ormelune", "Régie de l'eau de Morvillac", "Ville de Niort", "Département de l'Ain"):
        document.say("organisation", name)
    for name in ("Réseau Ormellune", "Régie de l'eau", "Métropole de Niort"):
        other.say("organisation", name)
    assert _pairs(_doubts(document.done(), other.done())) == [
        ("Réseau Ormellune", "Réseau Ormelune"),
        ("Régie de l'eau", "Régie de l'eau de Morvillac"),
    ]


NAMES = [
    "Claire Dubreuil",
    "C. Dubreuil",
    "Claire Dubreul",
    "Paul Vial",
    "P. Vial",
    "Dubreuil Claire-Anne",
    "VIAL Paul",
]


@given(st.lists(st.sampled_from(NAMES), min_size=1), st.lists(st.sampled_from(NAMES), min_size=1))
def test_doubts_do_not_depend_on_the_order_of_the_documents(made: Make, first: list[str], second: list[str]) -> None:
    one, two = made("a.txt"), made("b.txt")
    for name in first:
        one.person(name)
    for name in second:
        two.person(name)
    assert _doubts(one.done(), two.done()) == _doubts(two.done(), one.done())
    assert all(doubt.first.entity != doubt.second.entity for doubt in _doubts(one.done(), two.done()))


def test_places_that_look_alike(made: Make) -> None:
    first, second = made("a.txt"), made("b.txt")
    first.place("Salle Jeanne-Barret")
    first.place("Cahors")
    second.place("Salle Jeanne-Baret")
    second.place("Niort")
    (doubt,) = _doubts(first.done(), second.done())
    assert (doubt.kind, doubt.first.label, doubt.second.label) == ("place", "Salle Jeanne-Baret", "Salle Jeanne-Barret")


def test_meetings_of_one_day_that_look_alike(made: Make) -> None:
    first, second = made("a.txt"), made("b.txt")
    first.event("Assises de la lecture publique à Cahors", "2024-03-12")
    first.event("Conseil municipal de Cahors du 12 mars 2024", "2024-03-12")
    second.event("Bilan des journées lecture et numérique", "2024-03-12")
    second.event("Conseil municipal de Niort du 12 mars 2024", "2024-03-12")
    doubts = _doubts(first.done(), second.done())
    assert [(doubt.kind, doubt.reasons) for doubt in doubts] == [
        ("event", ("même jour, des mots en commun : « Assises de la lecture publique à Cahors » et "
                   "« Bilan des journées lecture et numérique »",)),
    ]  # fmt: skip
    told = "différent;événement;Bilan des journées lecture et numérique;;Assises de la lecture publique à Cahors;;;\n"
    assert _doubts(first.done(), second.done(), decisions=told) == ()
