"""Find the files that a user names, folders included, and read their bytes."""

import errno
import os
import stat
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.archive import members, read_member
from corpus.errors import CorpusError

#: Larger files are refused: no report is that long, and everything is read in memory.
LARGEST = 200_000_000
_REASONS = {
    errno.EACCES: "vous n'avez pas le droit de le lire",
    errno.EPERM: "vous n'avez pas le droit de le lire",
    errno.ENOENT: "il n'existe pas",
    errno.ELOOP: "c'est un lien qui tourne en rond",
    errno.ENAMETOOLONG: "son nom est trop long",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A document to read; `name` is its path below the folder that the user named, and the document's source.

    `member` is its name inside the archive at `path`, `sheet` the one to read of a workbook; both empty otherwise.
    """

    path: Path
    name: str
    member: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is to be said of a source, in French; `failed` when it was asked for and is not read."""

    name: str
    message: str
    failed: bool = True


def find_sources(paths: Iterable[Path]) -> tuple[list[Source], list[Problem]]:
    """Return the files of a format that is known, each once and sorted by name, and what is to be said of the others.

    An archive and a workbook give one source for each document inside. Folders are read with the folders below. Hidden
    files are left out. A symbolic link is followed when the user names it or when it leads nowhere outside the folder.
    """
    problems: list[Problem] = []
    found: dict[Path, Source] = {}
    for path in sorted(paths):
        for source in _below(path, problems):
            found.setdefault(Path(os.path.realpath(source.path)), source)
    sources = [inner for source in _with_names_apart(found) for inner in members(source, problems)]
    told = sorted(set(problems), key=lambda problem: (problem.name, problem.message))
    return sorted(sources, key=lambda source: source.name), told


def read_bytes(source: Source) -> bytes:
    """Return the bytes of a file, or of a member of an archive.

    Raises `CorpusError` when it cannot be read, or is larger than `LARGEST`.
    """
    if source.member:
        return read_member(source, LARGEST)
    try:
        with source.path.open("rb") as file:
            before = os.fstat(file.fileno())
            data = file.read(LARGEST + 1)
            after = source.path.stat()
    except OSError as error:
        raise CorpusError(unreadable(source.name, error)) from error
    if len(data) > LARGEST:
        raise CorpusError(
            f"« {source.name} » est trop gros : {LARGEST // 1_000_000} Mo au plus étaient attendus. "
            "Découpez-le, ou retirez-le des sources."
        )
    if (before.st_size, before.st_mtime_ns, before.st_ino) != (after.st_size, after.st_mtime_ns, after.st_ino):
        raise CorpusError(
            f"« {source.name} » a changé pendant sa lecture : un fichier que personne n'écrit était attendu. "
            "Recommencez quand il est entier."
        )
    return data


def unreadable(name: str, error: OSError) -> str:
    """Say in French why a file or a folder cannot be read."""
    reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
    return (
        f"« {name} » ne peut pas être lu : {reason}. Un fichier ou un dossier lisible était attendu : "
        "vérifiez le chemin et les droits."
    )


def _below(path: Path, problems: list[Problem]) -> Iterator[Source]:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        problems.append(Problem(_shown(path), unreadable(_shown(path), error)))
        return
    if stat.S_ISDIR(mode):
        yield from _in_folder(path, problems)
    elif problem := _unfit(path, mode, _shown(path.name), named=True):
        problems.append(problem)
    else:
        yield Source(path, _shown(path.name))


def _in_folder(top: Path, problems: list[Problem]) -> Iterator[Source]:
    def unread(error: OSError) -> None:
        name = _shown(Path(error.filename))
        problems.append(Problem(name, unreadable(name, error)))

    inside = Path(os.path.realpath(top))
    for folder, folders, files in os.walk(top, onerror=unread):
        for name in sorted(folders):
            problems.extend(_leading_out(Path(folder, name), inside, top))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith(".")):
            path = Path(folder, name)
            shown = _shown(path.relative_to(top))
            if out := _leading_out(path, inside, top):
                problems.extend(out)
            elif problem := _unfit_at(path, shown):
                problems.append(problem)
            else:
                yield Source(path, shown)


def _leading_out(path: Path, inside: Path, top: Path) -> list[Problem]:
    """Tell a link that leads out of the folder; one that stays inside leads to what is found anyway."""
    if not path.is_symlink() or path.name.startswith("."):
        return []
    if Path(os.path.realpath(path)).is_relative_to(inside):
        return []
    name = _shown(path.relative_to(top))
    message = (
        f"« {name} » est un lien vers l'extérieur du dossier : il n'est pas suivi. "
        "Pour le lire, nommez-le lui-même parmi les sources."
    )
    return [Problem(name, message)]


def _unfit_at(path: Path, name: str) -> Problem | None:
    try:
        return _unfit(path, path.stat().st_mode, name, named=False)
    except OSError as error:
        return Problem(name, unreadable(name, error))


def _unfit(path: Path, mode: int, name: str, *, named: bool) -> Problem | None:
    """Tell what is no file of a known format: a failure when the user named it, a note when it lies in a folder."""
    from corpus.readers import READERS  # its modules need this one

    if not stat.S_ISREG(mode):
        message = f"« {name} » n'est pas un fichier ordinaire : un fichier ou un dossier était attendu. Il est laissé."
        return Problem(name, message, failed=named)
    if path.suffix.lower() in READERS:
        return None
    ending = f"la terminaison « {path.suffix} » est inconnue" if path.suffix else "il n'a pas de terminaison"
    expected = ", ".join(sorted(READERS))
    message = f"« {name} » est ignoré : {ending}. Étaient attendus : {expected}. Convertissez-le, ou renommez-le."
    return Problem(name, message, failed=named)


def _shown(path: Path | str) -> str:
    """Return a path as it is shown and kept: composed accents, `/`, and no byte that is not UTF-8."""
    name = path.as_posix() if isinstance(path, Path) else path
    return unicodedata.normalize("NFC", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _with_names_apart(found: dict[Path, Source]) -> list[Source]:
    """Sort the sources; those of one name get the folders above in front, as many as it takes."""
    groups: dict[str, list[Path]] = defaultdict(list)
    for path, source in found.items():
        groups[source.name].append(path)
    apart = [source for path, source in found.items() if len(groups[source.name]) == 1]
    for name, paths in groups.items():
        if len(paths) > 1:
            apart += [
                replace(found[path], name=longer) for path, longer in zip(paths, _longer(name, paths), strict=True)
            ]
    return sorted(apart, key=lambda source: source.name)


def _longer(name: str, paths: Sequence[Path]) -> list[str]:
    for length in range(name.count("/") + 2, max(len(path.parts) for path in paths) + 1):
        names = [_shown(Path(*path.parts[-length:])) for path in paths]
        if len(set(names)) == len(names):
            return names
    return [_shown(path) for path in paths]
