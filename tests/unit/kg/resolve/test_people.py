from collections.abc import Callable
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve import resolve
from kg.types import Extraction

Make = Callable[[str], Any]


def people(*extractions: Extraction) -> list[tuple[str, int]]:
    return [(e.label, len(e.mentions)) for e in resolve(extractions) if e.kind == "person"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Claire Dubreuil", "Claire DUBREUIL"),
        ("Zoé Lempéreur", "ZOE LEMPEREUR"),
        ("Quilla Anahi Brennetot", "Quilla Brennetot"),
        ("Carla Brennetot", "Carla Maria Brennetot Sierra"),
        ("Claire Dubreuil", "Dubreuil Claire"),
        ("Anne-Lise Morel-Duprat", "Anne Lise Morel Duprat"),
        ("Claire Dubreuil", "C. Dubreuil"),
        ("Anne-Lise Dubreuil", "A.-L. Dubreuil"),
        ("Philippe Dubreuil", "Ph. Dubreuil"),
        ("M. Ulfberht Krol", "M. Krol"),
        ("Patrizianna Dubreuil-Vial", "Patriziana Dubreuil-Vial"),
    ],
)
def test_one_person_written_in_two_ways(left: str, right: str, made: Make) -> None:
    document = made("a.txt")
    document.person(left)
    document.person(right)
    assert [count for _, count in people(document.done())] == [2]


def test_a_given_name_spelt_otherwise_is_one_person_where_nobody_else_bears_the_surname(made: Make) -> None:
    first, second, third = made("a.txt"), made("b.txt"), made("c.txt")
    first.person("Ignacio Verlanga")
    second.person("Ignatio Verlanga")
    assert [count for _, count in people(first.done(), second.done())] == [2]
    third.person("Paul Verlanga")
    assert [count for _, count in people(first.done(), second.done(), third.done())] == [1, 1, 1]


def test_given_names_of_two_genders_are_two_people(made: Make) -> None:
    first, second = made("a.txt"), made("b.txt")
    first.person("Pascal Dubreuil", "Régie Mirande")
    second.person("Pascale Dubreuil", "Régie Mirande")
    assert [count for _, count in people(first.done(), second.done())] == [1, 1]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Claire Dubreuil", "Paul Dubreuil"),
        ("Claire Dubreuil", "Claire Vial"),
        ("Nelson Fernandel", "Beatriz Hernandel"),
        ("Carla Brennetot", "Rebeca Ornelle Brennetot"),
        ("Claire Dubreuil", "Clara Dubreuil"),
        ("Paul Vial", "Paul Vian"),
        ("Anne-Lise Dubreuil", "A.-M. Dubreuil"),
        ("Paul Dubreuil", "Ph. Dubreuil"),
    ],
)
def test_two_people_with_names_alike(left: str, right: str, made: Make) -> None:
    document = made("a.txt")
    document.person(left)
    document.person(right)
    assert [count for _, count in people(document.done())] == [1, 1]


def test_a_typing_slip_needs_the_same_body(made: Make) -> None:
    same, other = made("a.txt"), made("b.txt")
    same.person("Claire Witter", "Réseau Cigale")
    same.person("Claire Wittel", "RESEAU CIGALE")
    other.person("Claire Witter", "Réseau Cigale")
    other.person("Claire Wittel", "Ville de Cahors")
    assert people(same.done()) == [("Claire Wittel", 2)]
    assert len(people(other.done())) == 2


def test_a_name_that_is_there_joins_although_another_spelling_is_there_too(made: Make) -> None:
    first, second = made("a.txt"), made("b.txt")
    first.person("Solenn Dubreuil", "Réseau Cigale")
    first.person("Solena Dubreuil", "Réseau Cigale")
    second.person("Solenn Dubreuil")
    assert people(first.done(), second.done()) == [("Solenn Dubreuil", 3)]


def test_namesakes_of_two_towns_stay_apart_and_one_who_changed_networks_does_not(made: Make) -> None:
    first, second = made("a.txt"), made("b.txt")
    first.person("Claire Dubreuil", "Ville de Cahors")
    second.person("Claire Dubreuil", "Ville de Niort")
    assert len(people(first.done(), second.done())) == 2
    third = made("c.txt")
    third.person("Claire Dubreuil", "Réseau Cigale")
    assert len(people(first.done(), third.done())) == 1


def test_namesakes_in_one_table_stay_apart(made: Make) -> None:
    document = made("a.txt")
    document.person("Claire Dubreuil", "Ville de Cahors", rule="table-row/1")
    document.person("Claire Dubreuil", "Réseau Cigale", rule="table-row/1")
    assert people(document.done()) == [("Claire Dubreuil", 1), ("Claire Dubreuil", 1)]


def test_a_surname_goes_to_the_only_person_who_fits(made: Make) -> None:
    document = made("a.txt")
    document.person("Claire Dubreuil")
    document.person("Paul Dubreuil")
    document.person("Mme Dubreuil")
    document.person("Dubreuil")
    assert sorted(people(document.done())) == [("Claire Dubreuil", 2), ("Paul Dubreuil", 1)]


def test_a_surname_of_two_parts_may_begin_like_a_given_name(made: Make) -> None:
    document = made("a.txt")
    for name in ("Paul Martin-Roux", "M. Martin-Roux", "Awa Simon-Sarr", "Mme Simon-Sarr", "Mme Simon-Roux"):
        document.person(name)
    found = sorted(people(document.done()))
    assert found == [("Awa Simon-Sarr", 2), ("Mme Simon-Roux", 1), ("Paul Martin-Roux", 2)]


def test_a_surname_is_of_whom_bears_no_other_first(made: Make) -> None:
    document = made("a.txt")
    for name in ("Rose Pascal-Martin", "Mme Pascal-Martin", "Ada Martin", "Mme Martin", "Jeanne Roy", "Maître Roy"):
        document.person(name)
    assert sorted(people(document.done())) == [("Ada Martin", 2), ("Jeanne Roy", 2), ("Rose Pascal-Martin", 2)]


def test_a_surname_of_two_is_nobody_s_however_their_given_names_are_written(made: Make) -> None:
    document = made("a.txt")
    for name in ("Anne Blanc", "Jean-Yves Blanc", "Dr Blanc"):
        document.person(name)
    assert ("Anne Blanc", 2) not in people(document.done())


def test_a_titled_surname_left_over_is_a_person(made: Make) -> None:
    document = made("a.txt")
    document.person("Mme Untel")
    assert people(document.done()) == [("Mme Untel", 1)]


def test_chains_do_not_glue_two_people(made: Make) -> None:
    document = made("a.txt")
    for name in ("Ana Ruiz", "Ana Ruiz Mora", "Ana Ruiz Vega"):
        document.person(name)
    clusters = [e.mentions for e in resolve((document.done(),)) if e.kind == "person"]
    joined = [len(mentions) for mentions in clusters]
    assert max(joined) <= 2
    assert len(joined) >= 2


def test_label_aliases_and_gender(made: Make) -> None:
    document = made("a.txt")
    document.person("Claire DUBREUIL")
    document.person("Claire Dubreuil")
    document.person("Claire Dubreuil")
    (entity,) = resolve((document.done(),))
    assert (entity.label, entity.aliases, entity.gender) == ("Claire Dubreuil", ("Claire DUBREUIL",), "f")
    assert entity.id == "person/claire-dubreuil"


NAMES = [
    "Claire Dubreuil",
    "DUBREUIL Claire",
    "Claire Anne Dubreuil",
    "Paul Dubreuil",
    "Mme Dubreuil",
    "Paul Vial",
    "P. Vial",
]


@given(st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4), min_size=2, max_size=3))
def test_the_order_of_documents_changes_nothing(made: Make, told: list[list[str]]) -> None:
    extractions = []
    for number, names in enumerate(told):
        document = made(f"{number}.txt")
        for name in names:
            document.person(name)
        extractions.append(document.done())
    assert len({resolve(order) for order in permutations(extractions)}) == 1


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6))
def test_every_mention_is_in_one_entity_at_most(made: Make, names: list[str]) -> None:
    document = made("a.txt")
    for name in names:
        document.person(name)
    held = [mention for entity in resolve((document.done(),)) for mention in entity.mentions]
    assert len(held) == len(set(held))


def test_a_titled_person_is_called_by_the_longest_of_their_names(made: Make) -> None:
    document = made("a.txt")
    for name in ("M. Krol", "M. Ulfberht Krol", "M. Krol"):
        document.person(name)
    assert people(document.done()) == [("Ulfberht Krol", 3)]


def test_a_full_name_of_another_report_joins_whoever_one_report_also_names_by_an_initial(made: Make) -> None:
    first, second = made("a.txt"), made("b.txt")
    first.person("Claire Dubreuil", "Régie Mirande")
    first.person("C. Dubreuil")
    second.person("Claire Dubreuil")
    assert [count for _, count in people(first.done(), second.done())] == [3]


def test_an_initial_joins_no_two_given_names(made: Make) -> None:
    first, second = made("a.txt"), made("b.txt")
    first.person("Claire Dubreuil")
    first.person("C. Dubreuil")
    second.person("Colette Dubreuil")
    assert [count for _, count in people(first.done(), second.done())] == [2, 1]
