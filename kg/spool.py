"""The documents of a build on disk, read back one by one: the memory does not grow with their number."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from corpus import Document


class Spool:
    """Documents kept in a file without a name, which goes with the program; told in the order of their ids."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 (it lives as long as the spool)
        self._places: dict[str, tuple[int, int]] = {}

    def add(self, document: Document) -> None:
        """Keep one document; ids are all different."""
        told = msgspec.msgpack.encode(document)
        self._places[document.id] = (self._file.seek(0, 2), len(told))
        self._file.write(told)

    def __len__(self) -> int:
        """Count the documents."""
        return len(self._places)

    def __iter__(self) -> Iterator[Document]:
        """Read the documents, sorted by id."""
        for _, (start, length) in sorted(self._places.items()):
            self._file.seek(start)
            yield msgspec.msgpack.decode(self._file.read(length), type=Document)

    def __enter__(self) -> "Spool":
        """Return the spool, which is closed at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the spool."""
        self.close()

    def close(self) -> None:
        """Give its room on the disk back."""
        self._file.close()
