"""Many strings on the disk, each read when it is asked for: a search brings 80 keys of 100,000."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Strings(Sequence[str]):
    """Strings in a row of UTF-8 bytes, memory-mapped after `load`: string `n` is `text[ends[n]:ends[n + 1]]`."""

    def __init__(self, text: NDArray[np.uint8], ends: NDArray[np.int64]) -> None:
        self._text = text
        self._ends = ends
        # Views of the same memory: an element of an array takes five times as long to read.
        self._bytes, self._places = text.data, ends.data

    @classmethod
    def of(cls, strings: Iterable[str]) -> Strings:
        """Hold some strings in memory."""
        import numpy as np

        encoded = [string.encode("utf-8") for string in strings]
        ends = np.zeros(len(encoded) + 1, np.int64)
        np.cumsum([len(one) for one in encoded], out=ends[1:])
        return cls(np.frombuffer(b"".join(encoded), np.uint8), ends)

    def save(self, folder: Path, name: str) -> None:
        """Write `<name>.npy` and `<name>-ends.npy` into a folder."""
        import numpy as np

        np.save(folder / f"{name}.npy", self._text)
        np.save(folder / f"{name}-ends.npy", self._ends)

    @classmethod
    def load(cls, folder: Path, name: str) -> Strings:
        """Open what `save` wrote, memory-mapped; raises OSError, ValueError or EOFError when it is not whole."""
        import numpy as np

        text, ends = (
            np.load(folder / f"{part}.npy", mmap_mode="r").view(np.ndarray) for part in (name, f"{name}-ends")
        )
        if text.dtype != np.uint8 or ends.dtype != np.int64 or not len(ends) or int(ends[-1]) != len(text):
            raise ValueError(f"{name}.npy n'est pas entier")
        if ends[0] or bool(np.any(ends[1:] < ends[:-1])):
            raise ValueError(f"{name}-ends.npy est en désordre")
        return cls(text, ends)

    def __len__(self) -> int:
        return len(self._places) - 1

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return [str(self._encoded(at), "utf-8") for at in range(*number.indices(len(self)))]
        held = len(self._places) - 1
        if not -held <= number < held:
            raise IndexError(number)
        return str(self._encoded(number % held), "utf-8")

    def _encoded(self, number: int) -> memoryview:
        return self._bytes[self._places[number] : self._places[number + 1]]

    def __iter__(self) -> Iterator[str]:
        data, ends = self._text.tobytes(), self._ends.tolist()
        return (data[start:end].decode("utf-8") for start, end in pairwise(ends))

    def place(self, string: str, *, low: int = 0) -> int | None:
        """Return the number of a string of sorted ones, from `low` on; nothing when it is not among them."""
        sought = string.encode("utf-8")
        if low < len(self) and self._encoded(low) == sought:
            return low
        at = self._first(sought, low)
        return at if at < len(self) and self._encoded(at) == sought else None

    def beginning(self, start: str) -> list[str]:
        """Return those of sorted strings that begin in a way."""
        after = start[:-1] + chr(ord(start[-1]) + 1)
        return self[self._first(start.encode("utf-8")) : self._first(after.encode("utf-8"))]

    def _first(self, sought: bytes, low: int = 0) -> int:
        """Return the number of the first of sorted strings that is not before some bytes: UTF-8 keeps the order.

        Written out: `bisect_left` with a key takes twice as long.
        """
        high, text, places = len(self), self._bytes, self._places
        step = 1 if low else high  # what is looked for from somewhere on often stands near
        while low + step < high and bytes(text[places[low + step] : places[low + step + 1]]) < sought:
            low, step = low + step + 1, 2 * step
        high = min(high, low + step)
        while low < high:
            middle = (low + high) // 2
            if bytes(text[places[middle] : places[middle + 1]]) < sought:
                low = middle + 1
            else:
                high = middle
        return low
