"""The register: what bears a key, what is kept of a thing, and a damaged file."""

from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge import Knowledge
from kg.register import TOGETHER, Register, Rows, open_register, register_of, write_register

ROWS: list[tuple[list[str], object]] = [
    (["port", "rade"], {"label": "Le port"}),
    ([], None),
    (["port", "port", "portail", "port neuf"], {"label": "Autre"}),
]
NOTHING = Knowledge((), ())


def _check(register: Register) -> None:
    assert register.size("lieux") == 3 and register.size("gens") == 0
    assert register.bearing("lieux", "port").tolist() == [0, 2]
    assert register.bearing("lieux", "rade").tolist() == [0]
    assert register.bearing("lieux", "mer").tolist() == register.bearing("gens", "port").tolist() == []
    assert register.kept("lieux", 2, dict[str, str]) == {"label": "Autre"}
    assert register.words("lieux", "por") == ["port", "portail"]


def test_what_is_written_is_found_in_memory_and_on_the_disk(tmp_path: Path) -> None:
    def rows(known: Knowledge) -> Rows:
        assert known is NOTHING
        return ROWS

    _check(register_of({"lieux": ROWS}))
    write_register(tmp_path, {"lieux": rows}, NOTHING)
    _check(open_register(tmp_path))
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    other = tmp_path / "other"
    other.mkdir()
    write_register(other, {"lieux": rows}, NOTHING)
    assert first == {path.name: path.read_bytes() for path in other.iterdir()}


@pytest.mark.parametrize("damage", ["gone", "empty", "not SQLite", "cut"])
def test_a_damaged_register_is_told(damage: str, tmp_path: Path) -> None:
    write_register(tmp_path, {"lieux": lambda _: [([f"mot {n}"], "x" * 900) for n in range(200)]}, NOTHING)
    (path,) = tmp_path.iterdir()
    if damage == "gone":
        path.unlink()
    elif damage == "empty":
        path.write_bytes(b"")
    else:
        path.write_bytes(b"Lorem ipsum " * 999 if damage == "not SQLite" else path.read_bytes()[:5000])
    with pytest.raises(KnowledgeError, match=r"est illisible .* Reconstruisez la base"):
        open_register(tmp_path).bearing("lieux", "mot 150")


def test_what_is_not_held_is_told() -> None:
    with pytest.raises(KnowledgeError, match="est illisible"):
        register_of({"lieux": ROWS}).kept("lieux", 7, dict[str, str])


def test_many_things_are_read_at_once_in_the_order_asked_for() -> None:
    register = register_of({"mots": [([f"mot {number}"], number) for number in range(TOGETHER + 20)]})
    asked = [*range(TOGETHER + 10, 3, -1), 0]
    assert list(register.all_kept("mots", asked, int)) == asked
    assert list(register.all_kept("mots", [], int)) == []
    with pytest.raises(KnowledgeError):
        list(register.all_kept("mots", [1, TOGETHER + 20], int))
