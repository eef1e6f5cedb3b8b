"""Numbers in words and digits."""

import pytest

from kg.ask.language.numbers import find_numbers, value_of


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("quatorze", 14),
        ("vingt-trois", 23),
        ("quarante et une", 41),
        ("soixante-dix", 70),
        ("quatre-vingt-deux", 82),
        ("quatre-vingts", 80),
        ("deux cents", 200),
        ("trois mille deux cent quatre", 3204),
        ("mille", 1000),
        ("2 300", 2300),
        ("12.500", 12500),
        ("une cinquantaine", None),
        ("3,5", None),
    ],
)
def test_the_value_of_a_number(written: str, value: int | None) -> None:
    assert value_of(written) == value


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("Vingt-trois communes étaient attendues, quatorze sont venues.", ["Vingt-trois", "quatorze"]),
        ("Un bourg de 2 300 habitants, une école.", ["2 300"]),
        ("Quarante et une pompes sur quarante-quatre", ["Quarante et une", "quarante-quatre"]),
        ("Une cinquantaine de personnes", ["Une cinquantaine"]),
        ("Le cœur de 12,5 % des élèves", ["12,5"]),
        ("L'article A4 et la R12b", []),
        ("rien", []),
    ],
)
def test_numbers_are_found_as_they_are_written(sentence: str, numbers: list[str]) -> None:
    found = list(find_numbers(sentence))
    assert [number.words for number in found] == numbers
    assert all(sentence[number.start : number.end] == number.words for number in found)
