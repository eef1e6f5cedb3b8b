"""What takes long to make and is the same for every base: kept in the user's cache directory."""

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from index.encoders.conversion import cache_folder

_DIGEST = 16


def kept_bytes(name: str, told: object, make: Callable[[], bytes]) -> bytes:
    """Return what a function makes, which is kept by a name and by the `repr` of all that it is made of.

    It ends on the disk with its digest: a file that was cut off is made again. Where nothing can be written, it is
    made each time.
    """
    place = cache_folder() / name / f"{_digest(repr(told).encode('utf-8')).hex()}.bin"
    with suppress(OSError):
        whole = place.read_bytes()
        if whole[-_DIGEST:] == _digest(whole[:-_DIGEST]):
            return whole[:-_DIGEST]
    data = make()
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        partial = place.with_name(f"{os.getpid()}.partial")
        partial.write_bytes(data + _digest(data))
        partial.replace(place)
    return data


def version_of(*files: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what tells one version of some files from another: names, sizes and dates."""
    return tuple((str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in files)


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST).digest()
