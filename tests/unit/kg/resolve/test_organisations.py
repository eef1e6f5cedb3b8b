from collections.abc import Callable
from typing import Any

from kg.resolve import resolve
from kg.types import Extraction

Make = Callable[[str], Any]


def bodies(*extractions: Extraction) -> dict[str, int]:
    return {e.label: len(e.mentions) for e in resolve(extractions) if e.kind == "organisation"}


def test_case_kind_and_place(made: Make) -> None:
    document = made("a.txt")
    for name in (
        "Ville de Cahors",
        "Mairie de Cahors",
        "CITES LIBRES DE FRANCE",
        "Cités libres de France",
        "Cahors Métropole",
    ):
        document.say("organisation", name)
    assert bodies(document.done()) == {"Ville de Cahors": 2, "Cités libres de France": 2, "Cahors Métropole": 1}


def test_an_acronym_joins_its_long_form_here_and_elsewhere(made: Make) -> None:
    first, second, third = made("a.txt"), made("b.txt"), made("c.txt")
    first.acronym("Union des Ports Libres", "UPL")
    second.say("organisation", "UPL")
    third.acronym("Université Populaire de Lens", "UPL")
    assert bodies(first.done(), second.done()) == {"Union des Ports Libres": 3}
    assert bodies(first.done(), third.done()) == {"Union des Ports Libres": 2, "Université Populaire de Lens": 2}


def test_an_acronym_that_nobody_explains_joins_the_only_name_with_its_initials(made: Make) -> None:
    document, other = made("a.txt"), made("b.txt")
    document.say("organisation", "Cités Libres de France")
    document.say("organisation", "CLF")
    other.say("organisation", "Comité Local des Fêtes")
    assert bodies(document.done()) == {"Cités Libres de France": 2}
    assert len(bodies(document.done(), other.done())) == 3


def test_a_town_that_acts_goes_to_the_only_authority_of_its_place(made: Make) -> None:
    document, both = made("a.txt"), made("b.txt")
    document.say("organisation", "Cahors Métropole")
    document.say("organisation", "Ville de Cahors", "acting-place/1")
    both.say("organisation", "Cahors Métropole")
    both.say("organisation", "Ville de Cahors")
    both.say("organisation", "Ville de Cahors", "acting-place/1")
    assert bodies(document.done()) == {"Cahors Métropole": 2}
    assert bodies(both.done()) == {"Cahors Métropole": 1, "Ville de Cahors": 2}


def test_a_slip_is_mended_within_a_document_and_known_places_are_kept_apart(made: Make) -> None:
    document = made("a.txt")
    for name in (
        "Communauté de communes de Mirandoles",
        "Communauté de communes de Mirandole",
        "Conseil municipal de Lens",
    ):
        document.say("organisation", name)
    document.say("organisation", "Conseil municipal de Sens")
    assert sorted(bodies(document.done()).values()) == [1, 1, 2]
