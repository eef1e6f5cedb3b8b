from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.dates import first_day, last_day


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2018-07-05", "2018-07-05", "2018-07-05"),
        ("2018-07-05T09:00", "2018-07-05", "2018-07-05"),
        ("2018-02-30", None, None),
        ("2018-00", "2018-01-01", "2018-12-31"),
        ("0000", None, None),
        ("5 juillet", None, None),
        ("２０１８", None, None),
        (None, None, None),
        (2018, None, None),
    ],
)
def test_days(told: object, first: str | None, last: str | None) -> None:
    assert (first_day(told), last_day(told)) == (first, last)


@given(st.dates())
def test_a_day_is_its_own_first_and_last(day: date) -> None:
    assert first_day(day.isoformat()) == last_day(day.isoformat()) == day.isoformat()


@given(st.text(alphabet="0123456789-T: ", max_size=12))
def test_any_text_gives_a_date_or_nothing(text: str) -> None:
    for found in (first_day(text), last_day(text)):
        assert found is None or date.fromisoformat(found)
