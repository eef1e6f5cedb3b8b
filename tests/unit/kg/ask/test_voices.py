"""One person under two names is one voice."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from kg.ask.library import Library
from kg.ask.people.voices import one_voice_each


def _library(**people: tuple[str, str | None]) -> Library:
    by_id = {
        key: SimpleNamespace(id=key, label=label, gender=gender, kind="person")
        for key, (label, gender) in people.items()
    }
    return cast(Library, SimpleNamespace(knowledge=SimpleNamespace(by_id=by_id)))


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        (("Mme Ormeau", "f"), ("Jeanne Ormeau", "f"), ["b"]),
        (("Jeanne Ormeau", "f"), ("Jeanne Ormeau", "f"), ["a"]),
        (("M. Ormeau", "m"), ("Jeanne Ormeau", "f"), ["a", "b"]),
        (("Paul Ormeau", "m"), ("Luc Ormeau", "m"), ["a", "b"]),
        (("Ormeau-Fay", None), ("Jeanne Ormeau", "f"), ["a", "b"]),
    ],
)
def test_a_surname_alone_is_the_full_name(first: Any, second: Any, kept: list[str]) -> None:
    """Unless the genders differ, or both have a given name."""
    found = one_voice_each(_library(a=first, b=second), {"a": [1], "b": [2]})
    assert list(found) == kept
    assert sorted(one for said in found.values() for one in said) == [1, 2]


def test_a_body_keeps_its_voice() -> None:
    """A name that the base does not know is nobody else."""
    assert one_voice_each(_library(), {"": [1]}) == {"": [1]}
