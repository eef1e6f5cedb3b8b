"""Write a file whole or not at all, and say in French why it cannot be written."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from kg.errors import KnowledgeError, UsageError


def write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Have `write` fill a temporary file beside `path`, then put it in its place in one rename.

    Raises:
        UsageError: the folder is absent, or `path` is a folder.
        KnowledgeError: the system refuses (rights, full disk); an existing file is left as it was.
    """
    _check(path)
    try:
        number, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        os.close(number)
    except OSError as error:
        raise _refused(path, error) from error
    temporary = Path(name)
    try:
        write(temporary)
        os.chmod(temporary, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        os.replace(temporary, path)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def _check(path: Path) -> None:
    if path.is_dir():
        raise UsageError(
            f"« {path} » est un dossier. Il faut le nom d'un fichier à écrire. "
            f"Donnez par exemple « {path / 'reseau.gexf'} »."
        )
    if not path.parent.is_dir():
        raise UsageError(
            f"Le dossier « {path.parent} » n'existe pas. L'export s'écrit dans un dossier existant. "
            f"Créez-le (mkdir -p '{path.parent}') ou choisissez un autre chemin."
        )


def _refused(path: Path, error: OSError) -> KnowledgeError:
    return KnowledgeError(
        f"Impossible d'écrire « {path} » : {error.strerror or error}. Le dossier doit accepter un nouveau fichier. "
        "Vérifiez les droits et la place libre, ou choisissez un autre chemin."
    )


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
