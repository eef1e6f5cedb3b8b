"""The user's `decisions.csv`: lines are added at its end and taken back; the others stay, byte for byte."""

import csv
import io
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import UsageError
from kg.resolve.decisions import COLUMNS

_MARK = b"\xef\xbb\xbf"


@dataclass
class DecisionFile:
    """A file of decisions and the lines that were added to it since it was opened, the last one at the end."""

    path: Path
    added: list[bytes] = field(default_factory=list)

    def text(self) -> str:
        """Return the text of the file, empty when there is none yet.

        Raises `UsageError` when it cannot be read, or when its first line does not name the columns.
        """
        try:
            text = self._bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise UsageError(
                f"Le fichier {self.path} ne se lit pas ({error.reason}). Un texte en UTF-8 était attendu : "
                "enregistrez-le en UTF-8, ou mettez-le de côté."
            ) from error
        missing = sorted({"décision", "type", "nom"} - set(_columns(text)))
        if text.strip() and missing:
            raise UsageError(
                f"La première ligne de {self.path} ne nomme pas les colonnes (il manque : {', '.join(missing)}). "
                f"Cette ligne était attendue : {';'.join(COLUMNS)}. Ajoutez-la en tête."
            )
        return text

    def add(self, row: dict[str, str]) -> None:
        """Write a decision at the end, in the columns of the file, at once: the file is whole before and after."""
        text, before = self.text(), self._bytes()
        end = b"\r\n" if b"\r\n" in before else b"\n"
        head = b"" if text.strip() else _line(COLUMNS, end)
        line = _line([row.get(column, "") for column in (_columns(text) or COLUMNS)], end)
        closed = before if not before or before.endswith((b"\n", _MARK)) else before + end
        self._replace(closed + head + line)
        self.added.append(line)

    def undo(self) -> bool:
        """Take back the last line that was added; tell whether it still stood there."""
        line = self.added.pop() if self.added else b""
        before = self._bytes()
        at = before.rfind(line) if line else -1
        if at < 0 or (at and not before[:at].endswith((b"\n", _MARK))):
            return False
        self._replace(before[:at] + before[at + len(line) :])
        return True

    def _bytes(self) -> bytes:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise UsageError(
                f"Le fichier {self.path} ne se lit pas ({error.strerror}). Un fichier que vous pouvez lire était "
                "attendu : vérifiez vos droits."
            ) from error

    def _replace(self, data: bytes) -> None:
        """Put a file in place of the former in one step, once it is on the disk, with the same rights."""
        try:
            number, name = tempfile.mkstemp(prefix=".decisions-", dir=self.path.parent)
            with os.fdopen(number, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(name, self.path.stat().st_mode & 0o777 if self.path.exists() else 0o644)
            os.replace(name, self.path)
        except OSError as error:
            raise UsageError(
                f"Le fichier {self.path} ne peut pas être écrit ({error.strerror}). Un dossier où vous pouvez écrire "
                "était attendu : rien n'a été changé."
            ) from error


def _columns(text: str) -> list[str]:
    rows = csv.reader(io.StringIO(text), delimiter=";")
    return [column.strip() for column in next(rows, [])]


def _line(values: Sequence[str], end: bytes) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="").writerow([" ".join(value.split()) for value in values])
    return out.getvalue().encode() + end
