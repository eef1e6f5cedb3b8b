"""A role told twice, by its body's letters and by its name, is shown once."""

from types import SimpleNamespace
from typing import cast

import pytest

from corpus import Span
from kg.ask.answers.context import told_once
from kg.ask.library import Library
from kg.types import Entity, Provenance, Role

RUC = Entity("o1", "organisation", "Réseau des usines calmes", aliases=("RUC",))
TOWN = Entity("o2", "organisation", "Ville d'Ornac", aliases=("Ornac",))
LIBRARY = cast(Library, SimpleNamespace(knowledge=SimpleNamespace(entity_of={"o1": RUC, "o2": TOWN}.get)))


def _role(function: str, body: str | None) -> Role:
    return Role("p", function, Provenance(Span("d", 0, 1), "test/1"), body)


@pytest.mark.parametrize(
    ("roles", "told"),
    [
        (
            [("président du RUC", "o1"), ("président", "o1")],
            ["président du Réseau des usines calmes (RUC)"],
        ),
        ([("président", "o1"), ("président du RUC", "o1")], ["président du Réseau des usines calmes (RUC)"]),
        ([("maire d'Ornac", "o2"), ("maire", "o2")], ["maire d'Ornac"]),
        (
            [("présidente du RUC", "o1"), ("maire", "o2")],
            ["présidente du Réseau des usines calmes (RUC)", "maire, Ville d'Ornac"],
        ),
        (
            [("conseillère municipale", "o2"), ("conseillère déléguée au numérique", "o2")],
            ["conseillère municipale, Ville d'Ornac", "conseillère déléguée au numérique, Ville d'Ornac"],
        ),
    ],
)
def test_a_role_is_told_once(roles: list[tuple[str, str]], told: list[str]) -> None:
    found = told_once(LIBRARY, [_role(*role) for role in roles])
    assert [words for _, words in found] == told
