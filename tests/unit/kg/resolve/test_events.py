from collections.abc import Callable
from typing import Any

import pytest

from kg.resolve import resolve

Make = Callable[[str], Any]


@pytest.mark.parametrize(
    ("left", "right", "many"),
    [
        ("Conseil municipal de Cahors du 12 mars 2024", "Conseil municipal de Cahors, séance du 12 mars 2024", 1),
        ("Conseil municipal de Cahors du 12 mars 2024", "Conseil municipal de Niort du 12 mars 2024", 2),
        ("Conseil municipal de Cahors du 12 mars 2024", "Conseil municipal du 12 mars 2024", 2),
        ("Assemblée générale de Cigale du 12 mars 2024", "Assemblée générale de Rive du 12 mars 2024", 2),
        ("Forum « Villes qui marchent »", "Forum des villes qui marchent", 1),
        ("Journée d'étude du 12 mars 2024", "Journée d'étude du 12 mars", 1),
        ("Forum « Villes qui marchent »", "Assises de la lecture publique", 2),
    ],
)
def test_what_two_documents_tell_of_one_day(left: str, right: str, many: int, made: Make) -> None:
    first, second = made("a.txt"), made("b.txt")
    first.event(left, "2024-03-12")
    second.event(right, "2024-03-12")
    assert len([e for e in resolve((first.done(), second.done())) if e.kind == "event"]) == many


def test_meetings_of_two_days_are_two(made: Make) -> None:
    first, second = made("a.txt"), made("b.txt")
    first.event("Forum des villes qui marchent", "2024-03-12")
    second.event("Forum des villes qui marchent", "2024-03-13")
    assert len([e for e in resolve((first.done(), second.done())) if e.kind == "event"]) == 2


PEOPLE = ("Agnès Lantier", "Bako Diallo", "Colette Marzin", "Denis Ferrou", "Elsa Kermadec")
SEMINAR, ENROLLED = "Séminaire des villes de rivière", "Séminaire « L'eau qui passe » – inscrits"


@pytest.mark.parametrize(
    ("names", "present", "day", "many"),
    [
        ((SEMINAR, ENROLLED), 5, "2024-03-12", 1),
        ((SEMINAR, ENROLLED), 3, "2024-03-12", 2),
        ((SEMINAR, ENROLLED), 5, "2024-03-13", 2),
        ((SEMINAR, "Atelier « L'eau qui passe » – inscrits"), 5, "2024-03-12", 2),
        (("Conseil municipal de Cahors", "Conseil communautaire du Grand Cahors"), 5, "2024-03-12", 2),
    ],
)
def test_a_meeting_under_two_names_is_one_by_its_people(
    names: tuple[str, str], present: int, day: str, many: int, made: Make
) -> None:
    first, second = made("a.txt"), made("b.txt")
    first.event(names[0], "2024-03-12T09:00")
    second.event(names[1], day)
    for number, name in enumerate(PEOPLE):
        first.person(name)
        if number < present:
            second.person(" ".join(reversed(name.upper().split())))
    assert len([e for e in resolve((first.done(), second.done())) if e.kind == "event"]) == many
