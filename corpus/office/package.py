"""A zip file of parts or members, opened within bounds: nothing in it can take the memory or the time of a build."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from corpus.errors import CorpusError

#: Largest part of an office file that is read, in bytes: its tree takes some ten times as much memory.
LARGEST_PART = 40_000_000
#: Largest total of what the members of a zip file say that they hold, in bytes.
LARGEST_TOTAL = 2_000_000_000
MOST_MEMBERS = 20_000
#: A part that shrank more than this is no document: text and its mark-up shrink 10 to 60 times.
HIGHEST_RATIO = 250
_RATIO_FROM = 2_000_000
_ENCRYPTED = 0x1
#: What opening or reading a zip file raises when it is damaged or gone.
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, IndexError, KeyError)


@contextmanager
def opened(data: bytes, source: str) -> Iterator[zipfile.ZipFile]:
    """Open a zip file that is held in memory; `source` is its name in messages.

    Raises `CorpusError` when it is damaged, or holds more than `MOST_MEMBERS` members or `LARGEST_TOTAL` bytes.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except DAMAGED as error:
        raise damaged(source) from error
    with package:
        check_totals(package.infolist(), source)
        yield package


def check_totals(members: list[zipfile.ZipInfo], source: str) -> None:
    """Refuse a zip file of too many members, or of too many bytes by what its directory says."""
    if len(members) > MOST_MEMBERS:
        raise CorpusError(
            f"« {source} » contient {len(members)} fichiers : {MOST_MEMBERS} au plus étaient attendus. Découpez "
            "l'archive, ou décompressez-la et donnez le dossier."
        )
    if sum(member.file_size for member in members) > LARGEST_TOTAL:
        raise _bomb(source, f"plus de {LARGEST_TOTAL // 1_000_000} Mo une fois décompressé")


def read_part(package: zipfile.ZipFile, name: str, source: str, largest: int = LARGEST_PART) -> bytes | None:
    """Return the bytes of a member, `None` when there is none of this name.

    Raises `CorpusError` when it is damaged, encrypted, larger than `largest` bytes, or compressed beyond
    `HIGHEST_RATIO`.
    """
    try:
        member = package.getinfo(name)
    except KeyError:
        return None
    if member.flag_bits & _ENCRYPTED:
        raise encrypted(source)
    if member.file_size > largest:
        raise _bomb(source, f"une partie de plus de {largest // 1_000_000} Mo")
    if member.file_size > _RATIO_FROM and member.file_size > HIGHEST_RATIO * member.compress_size:
        raise _bomb(source, f"une partie comprimée plus de {HIGHEST_RATIO} fois")
    try:
        with package.open(member) as file:
            data = file.read(largest + 1)
    except (RuntimeError, *DAMAGED) as error:
        raise damaged(source) from error
    if len(data) > largest:
        raise _bomb(source, f"une partie de plus de {largest // 1_000_000} Mo")
    return data


def damaged(source: str) -> CorpusError:
    """Return the error of a file that its own program could not open either."""
    return CorpusError(
        f"« {source} » est abîmé ou incomplet : un fichier entier était attendu. Ouvrez-le dans son logiciel et "
        "enregistrez-le de nouveau, ou copiez-le de nouveau depuis sa source."
    )


def encrypted(source: str) -> CorpusError:
    """Return the error of a file that a password protects."""
    return CorpusError(
        f"« {source} » est protégé par un mot de passe : un fichier lisible sans mot de passe était attendu. "
        "Enregistrez-le sans protection, puis recommencez."
    )


def _bomb(source: str, what: str) -> CorpusError:
    return CorpusError(
        f"« {source} » est refusé : il contient {what}, ce qu'aucun compte rendu ne fait. Un document ordinaire était "
        "attendu. Vérifiez d'où il vient, ou retirez-le des sources."
    )
