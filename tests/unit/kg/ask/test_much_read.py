"""What a question reads much of is left out of the search for cycles."""

import gc
from collections.abc import Iterator
from typing import Any, cast

import pytest

from kg import ask
from kg.ask.library import UNHURRIED, Library


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    """Leave the collector as it was found."""
    before = gc.get_threshold()
    gc.unfreeze()
    gc.set_threshold(*UNHURRIED)
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


@pytest.mark.parametrize(("new", "left_out"), [(ask.MUCH + 1000, True), (100, False)])
def test_what_was_read_is_left_out_when_it_is_much(new: int, left_out: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[list[int]] = []
    monkeypatch.setattr(ask, "_answered", lambda *_: kept.extend([number] for number in range(new)))
    ask.answer("Qui garde le phare ?", cast(Library, cast(Any, None)))
    assert (gc.get_freeze_count() > 0) is left_out
