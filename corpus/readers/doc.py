"""Old Word documents (.doc): LibreOffice, where it is installed, makes OpenDocument texts of them."""

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from corpus.assembly import Origin
from corpus.errors import CorpusError
from corpus.office.package import damaged
from corpus.readers.odt import read_odt
from corpus.types import Document

#: Time given to LibreOffice for one document, in seconds: it starts in one or two.
LONGEST = 90
_LARGEST = 100_000_000
_WARNING = "ancien document Word : converti par LibreOffice"


def read_doc(data: bytes, origin: Origin) -> Document:
    """Read an old Word document through LibreOffice.

    Raises `CorpusError` when LibreOffice is absent, takes more than `LONGEST` seconds, or cannot open the document.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise CorpusError(
            f"« {origin.source} » est un ancien document Word (.doc), que LibreOffice convertit, et il n'est pas "
            "installé. La commande « soffice » était attendue. Installez LibreOffice (sous Debian ou Ubuntu : "
            "apt install libreoffice-writer), ou enregistrez le document en .docx."
        )
    with tempfile.TemporaryDirectory(prefix="palabre-doc-") as folder:
        converted = _convert(program, data, Path(folder), origin.source)
    document = read_odt(converted, origin)
    return replace(document, warnings=(*document.warnings, _WARNING))


def _convert(program: str, data: bytes, folder: Path, source: str) -> bytes:
    """Convert in a folder and a profile of its own, so that an open LibreOffice is left alone."""
    (folder / "source.doc").write_bytes(data)
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *"--headless --norestore --nolockcheck --nodefault --convert-to odt --outdir".split(),
        str(folder / "converted"),
        str(folder / "source.doc"),
    ]
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as running:
        try:
            running.wait(LONGEST)
        except subprocess.TimeoutExpired as error:
            raise CorpusError(
                f"« {source} » n'a pas pu être converti : LibreOffice n'a pas fini en {LONGEST} secondes. Un document "
                "ordinaire était attendu. Ouvrez-le dans LibreOffice et enregistrez-le en .docx."
            ) from error
        finally:
            _end(running)
    result = folder / "converted" / "source.odt"
    if not result.is_file():
        raise damaged(source)
    with result.open("rb") as file:
        return file.read(_LARGEST)


def _end(running: "subprocess.Popen[bytes]") -> None:
    """End the program with all that it started."""
    try:
        os.killpg(running.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
