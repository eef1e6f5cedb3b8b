"""Dates more or less complete: what a whole date adds to a bare one, and the day of the week."""

import pytest

from kg.ask.language.moments import moments
from kg.ask.times.asked import wanted
from kg.ask.times.fuller_dates import days_of, has_day, refinable, refines, with_weekday


@pytest.mark.parametrize(
    ("question", "told", "bare"),
    [
        ("Quand la charte a-t-elle été signée ?", "juin", True),
        ("Quand la charte a-t-elle été signée ?", "juin 2021", True),
        ("Quand la charte a-t-elle été signée ?", "le 3 juin", False),
        ("Quand la charte a-t-elle été signée ?", "2021", False),
        ("Depuis quand la charte est-elle signée ?", "juin", False),
    ],
)
def test_a_month_alone_calls_for_its_day(question: str, told: str, bare: bool) -> None:
    asked = wanted(question)
    assert asked is not None
    assert refinable(asked, told) == bare


@pytest.mark.parametrize(
    ("told", "first", "fuller"),
    [
        ("14 juin 2021", "juin", True),
        ("14 juin 2021", "juin 2021", True),
        ("14 juin 2021", "juin 2019", False),
        ("14 mai 2021", "juin", False),
        ("juin 2021", "juin", False),
    ],
)
def test_a_fuller_date_agrees_with_the_bare_one(told: str, first: str, fuller: bool) -> None:
    asked = wanted("Quand la charte a-t-elle été signée ?")
    assert asked is not None
    assert refines(asked, told, first) == fuller


def test_a_day_is_no_year() -> None:
    words = "Locataires depuis 2019, ils ont emménagé le 4 mars 2021"
    assert [words[start:end] for start, end in days_of(words, moments(words))] == ["4 mars 2021"]
    asked = wanted("Quel jour ont-ils emménagé ?")
    assert asked is not None
    assert asked.day


@pytest.mark.parametrize(
    ("told", "with_day"),
    [
        ("le 14 juillet 2021, de 9 h à 17 h", "le mercredi 14 juillet 2021, de 9 h à 17 h"),
        ("lundi 1er février 2021", "lundi 1er février 2021"),
        ("en mai 2021", "en mai 2021"),
    ],
)
def test_the_day_of_the_week_of_a_date(told: str, with_day: str) -> None:
    assert with_weekday(told) == with_day


@pytest.mark.parametrize(
    ("words", "told"),
    [("le 3 mai", True), ("le marché du jeudi", True), ("03/05/2021", True), ("depuis 2021", False), ("en mai", False)],
)
def test_a_day_is_told(words: str, told: bool) -> None:
    assert has_day(words) == told
