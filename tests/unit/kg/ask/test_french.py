"""The French of the answers: lists, dates, periods, elision, ends of sentence."""

import pytest

from kg.ask.language import french


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A et B"),
        (["A", "B", "C"], "A, B et C"),
        (list("ABCDE"), "A, B et 3 autres"),
    ],
)
def test_join(names: list[str], told: str) -> None:
    assert french.join(names, most=3) == told


@pytest.mark.parametrize(("number", "told"), [(0, "0 personne"), (1, "1 personne"), (2, "2 personnes")])
def test_count(number: int, told: str) -> None:
    assert french.count(number, "personne") == told


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2018-07-05", None, "le 5 juillet 2018"),
        ("2018-07-05T09:00", "2018-07-05T17:30", "le 5 juillet 2018, de 9 h à 17 h 30"),
        ("2022-06-20", "2022-06-21", "du 20 au 21 juin 2022"),
        ("2022-06-30", "2022-07-01", "du 30 juin au 1er juillet 2022"),
        ("2024-05", None, "en mai 2024"),
        ("2015", None, "en 2015"),
        ("2019-01-02T18:00", None, "le 2 janvier 2019, à 18 h"),
        (None, None, ""),
    ],
)
def test_period(start: str | None, end: str | None, told: str) -> None:
    assert french.period(start, end) == told


def test_sentence_has_a_capital_and_one_final_mark() -> None:
    assert french.sentence("la  régie ouvre") == "La régie ouvre."
    assert french.sentence("elle dit « oui ! »") == "Elle dit « oui ! »"


def test_shortened_cuts_at_a_word() -> None:
    assert french.shortened("la régie municipale de l'eau", 20) == "la régie municipale…"
    assert len(french.shortened("a" * 700, 600)) <= 600


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Octave Brun", "d'Octave Brun"),
        ("Marc Touvet", "de Marc Touvet"),
        ("Le Relais", "du Relais"),
        ("Les Sources vives", "des Sources vives"),
        ("Lesage", "de Lesage"),
    ],
)
def test_of(name: str, told: str) -> None:
    assert french.of(name) == told


def test_a_quote_at_the_end_of_a_sentence_has_no_stop_of_its_own() -> None:
    assert french.quoted("Il n'est pas venu.") == "« Il n'est pas venu »"
    assert french.quoted("Viendra-t-il ?") == "« Viendra-t-il ? »"


def test_a_sentence_ends_with_one_mark() -> None:
    assert french.sentence("trois positions :") == "Trois positions."
