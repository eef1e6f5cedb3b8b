"""The register: the view in which a question looks up names, events, titles and functions, reading no document.

One SQLite file. A list numbers the things that it holds, from 0, keeps of each what must be known of it, and tells for
each key (a name, a stem) the numbers of the things that bear it. It says nothing that the record does not say.
"""

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from kg.errors import KnowledgeError
from kg.record import decoder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kg.knowledge import Knowledge

#: A list: the keys of each thing, and what is kept of it.
Rows = Iterable[tuple[Iterable[str], Any]]
_Kept = TypeVar("_Kept")
#: How many things of the lists are kept in memory.
REMEMBERED = 8192
#: How many are read at once.
TOGETHER = 500
_FILE = "register.sqlite"
_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE bearers (list TEXT, key TEXT, numbers BLOB NOT NULL, PRIMARY KEY (list, key)) WITHOUT ROWID;
CREATE TABLE things (list TEXT, number INTEGER, kept BLOB NOT NULL, PRIMARY KEY (list, number)) WITHOUT ROWID;
"""


class Register:
    """Lists of things found by their keys; raises `KnowledgeError` when the file is damaged."""

    def __init__(self, connection: sqlite3.Connection, place: Path | None = None) -> None:
        self._connection = connection
        self._place = place
        #: What was read last of the lists, by their names and the numbers.
        self._kept: dict[tuple[str, int], Any] = {}

    def bearing(self, name: str, key: str) -> "NDArray[np.int32]":
        """Return the numbers of what bears a key in a list, in order."""
        import numpy as np

        found = self._rows("SELECT numbers FROM bearers WHERE list = ? AND key = ?", name, key)
        return np.frombuffer(found[0][0] if found else b"", np.int32)

    def kept(self, name: str, number: int, kind: type[_Kept]) -> _Kept:
        """Return what is kept of a thing of a list."""
        kept: _Kept | None = self._kept.get((name, number))
        if kept is None:
            found = self._rows("SELECT kept FROM things WHERE list = ? AND number = ?", name, number)
            try:
                kept = decoder(kind).decode(found[0][0])  # type: ignore[arg-type]
            except (IndexError, msgspec.DecodeError) as error:
                raise self._damaged(error) from error
            if len(self._kept) >= REMEMBERED:
                self._kept.clear()
            self._kept[name, number] = kept
        return kept

    def all_kept(self, name: str, numbers: Sequence[int], kind: type[_Kept]) -> Iterator[_Kept]:
        """Yield what is kept of some things of a list, in their order; these are read many at once."""
        for start in range(0, len(numbers), TOGETHER):
            asked = numbers[start : start + TOGETHER]
            marks = ",".join("?" * len(asked))
            query = f"SELECT number, kept FROM things WHERE list = ? AND number IN ({marks})"
            found = dict(self._rows(query, name, *asked))
            try:
                yield from [decoder(kind).decode(found[number]) for number in asked]  # type: ignore[arg-type]
            except (KeyError, msgspec.DecodeError) as error:
                raise self._damaged(error) from error

    def begins(self, name: str, words: str) -> bool:
        """Tell whether some words, parted by single spaces, are a key of a list or begin one."""
        query = "SELECT 1 FROM bearers WHERE list = ? AND key >= ? AND key < ? LIMIT 1"
        return bool(self._rows(query, name, words, f"{words}!"))  # « ! » comes next after the space

    def words(self, name: str, beginning: str) -> list[str]:
        """Return the keys of a list that begin in a way and are of one word, in order."""
        last = beginning[:-1] + chr(ord(beginning[-1]) + 1)
        query = "SELECT key FROM bearers WHERE list = ? AND key >= ? AND key < ? AND instr(key, ' ') = 0"
        found = self._rows(query, name, beginning, last)
        return [key for (key,) in found]

    def size(self, name: str) -> int:
        """Return how many things a list holds."""
        found = self._rows("SELECT max(number) FROM things WHERE list = ?", name)
        return 0 if found[0][0] is None else int(found[0][0]) + 1

    def _rows(self, query: str, *values: str | int) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise self._damaged(error) from error

    def _damaged(self, why: Exception) -> KnowledgeError:
        return KnowledgeError(
            f"La vue {self._place} est illisible ({why}). Une vue complète de cette version était attendue. "
            "Reconstruisez la base : palabre build SOURCES --base DOSSIER"
        )


def write_register(folder: Path, lists: Mapping[str, Callable[["Knowledge"], Rows]], knowledge: "Knowledge") -> None:
    """Write the lists that some functions make of all that is known into an existing empty folder."""
    connection = sqlite3.connect(folder / _FILE)
    try:
        for name in sorted(lists):
            _fill(connection, name, lists[name](knowledge))
    finally:
        connection.close()


def register_of(lists: Mapping[str, Rows]) -> Register:
    """Return a register that is kept in memory."""
    connection = sqlite3.connect(":memory:")
    for name, rows in lists.items():
        _fill(connection, name, rows)
    return Register(connection)


def open_register(folder: Path) -> Register:
    """Open what `write_register` wrote; raises `KnowledgeError` when it is missing or damaged."""
    place = folder / _FILE
    try:
        # Nobody writes into a build that stands: no lock is needed, and threads may read together.
        connection = sqlite3.connect(
            f"{place.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
    except sqlite3.Error as error:
        raise Register(None, place)._damaged(error) from error  # type: ignore[arg-type]
    register = Register(connection, place)
    register.size("")
    return register


def _fill(connection: sqlite3.Connection, name: str, rows: Rows) -> None:
    """Write a list."""
    if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        connection.executescript(_SCHEMA)
    encoder = msgspec.json.Encoder(order="deterministic")
    bearers: dict[str, array[int]] = {}
    kept: list[tuple[str, int, bytes]] = []
    for number, (keys, thing) in enumerate(rows):
        kept.append((name, number, encoder.encode(thing)))
        for key in dict.fromkeys(keys):
            bearers.setdefault(key, array("i")).append(number)
    with connection:
        connection.executemany("INSERT INTO things VALUES (?, ?, ?)", kept)
        found = ((name, key, bearers[key].tobytes()) for key in sorted(bearers))
        connection.executemany("INSERT INTO bearers VALUES (?, ?, ?)", found)
