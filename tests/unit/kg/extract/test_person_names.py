from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.person_names import read_name, shown
from kg.extract.tokens import tokenise


def name_of(text: str, *, loose: bool = False) -> str | None:
    name = read_name(tokenise(text, 0, len(text)), 0, loose=loose)
    return name.whole if name else None


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Claire Dubreuil rappelle", "Claire Dubreuil"),
        ("Claire DUBREUIL, maire", "Claire Dubreuil"),
        ("Anne-Lise MOREL-DUPRAT Directrice", "Anne-Lise Morel-Duprat"),
        ("Jean-Luc Martin- Vial explique", "Jean-Luc Martin-Vial"),
        ("Juan Pablo MoREL", "Juan Pablo Morel"),
        ("DUBREUIL Claire", "Claire Dubreuil"),
        ("K. Aymard", "K. Aymard"),
        ("Inès DE LA TOUR", "Inès De La Tour"),
        ("Tony Ben Salah", "Tony Ben Salah"),
        ("Capucine d'Estrées", "Capucine d'Estrées"),
        ("Ulfberht MARTIN", "Ulfberht Martin"),
        ("Portrait de M. Claire Dubreuil", None),
        ("Audition de M. Claire DUBREUIL", None),
        ("Orlaith CLAIRE", "Orlaith Claire"),
        ("A.-F. Belloy", "A.-F. Belloy"),
        ("Ph. Belloy", "Ph. Belloy"),
        ("M. Untel", None),
        ("Salle Louise Michel", None),
        ("Conseil Municipal", None),
        ("Costa Rica", None),
        ("Directrice Générale", None),
        ("I. Au niveau local", None),
    ],
)
def test_names_in_running_text(text: str, whole: str | None) -> None:
    assert name_of(text) == whole


def test_an_unknown_given_name_is_read_only_where_a_person_is_expected() -> None:
    assert name_of("Ulfberht Krol") is None
    assert name_of("Ulfberht Krol", loose=True) == "Ulfberht Krol"


def test_a_name_does_not_run_over_the_end_of_a_short_line() -> None:
    assert name_of("Claire Dubreuil\nPaul Vial") == "Claire Dubreuil"


@given(st.text(max_size=60))
def test_tokens_stand_where_they_say(text: str) -> None:
    tokens = tokenise(text, 0, len(text))
    assert all(len(text[token.start : token.end]) == len(token.text) for token in tokens)
    assert all(left.end <= right.start for left, right in pairwise(tokens))


@given(st.sampled_from(["DUPONT", "Dupont", "DE GRAEF", "O'BRIEN", "LE GOFF-MARTIN"]))
def test_showing_a_name_twice_changes_nothing(name: str) -> None:
    assert shown(shown(name)) == shown(name)
