"""One report of ours in every format, made by real programs: pandoc and LibreOffice."""

import subprocess
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "data" / "formats"
SOURCE = FOLDER / "rencontre.md"
TABLE = FOLDER / "participants.csv"
BY_PANDOC = ("pandoc.docx", "pandoc.odt", "pandoc.rtf", "pandoc.html")
#: What LibreOffice makes, and of what.
BY_LIBREOFFICE = {
    "libreoffice.docx": "pandoc.odt",
    "libreoffice.doc": "pandoc.odt",
    "libreoffice.rtf": "pandoc.odt",
    "libreoffice.html": "pandoc.odt",
    "libreoffice.pdf": "pandoc.odt",
    "libreoffice.odt": "pandoc.docx",
}
#: What LibreOffice makes of what pandoc does not write: changes, hidden text, boxes, headers, merged cells, comments.
COMPLEX = ("complexe.docx", "complexe.odt", "complexe.rtf", "complexe.doc")
#: `59,34,76,1` reads a CSV file: semicolons, quotes, UTF-8, from the first line.
_READ_CSV = "--infilter=Text - txt - csv (StarCalc):59,34,76,1"


def by_pandoc(name: str, folder: Path) -> Path:
    """Make one of `BY_PANDOC` in a folder."""
    made = folder / name
    command = [
        "pandoc",
        "-f",
        "markdown-smart",
        "-s",
        "--metadata",
        "pagetitle=Rencontre",
        str(SOURCE),
        "-o",
        str(made),
    ]
    subprocess.run(command, check=True, timeout=60)
    return made


def by_libreoffice(name: str, source: Path, folder: Path) -> Path:
    """Make one of `BY_LIBREOFFICE`, or a workbook, in a folder."""
    ending = name.rpartition(".")[2]
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"]
        command += [_READ_CSV] if source.suffix == ".csv" else []
        command += ["--convert-to", "html:HTML" if ending == "html" else ending, "--outdir", profile, str(source)]
        subprocess.run(command, check=True, timeout=120, capture_output=True)
        made = folder / name
        made.write_bytes((Path(profile) / f"{source.stem}.{ending}").read_bytes())
    return made


def make_all(folder: Path) -> None:
    """Make every sample in a folder."""
    for name in BY_PANDOC:
        by_pandoc(name, folder)
    for name, source in BY_LIBREOFFICE.items():
        by_libreoffice(name, folder / source, folder)
    for name in COMPLEX:
        by_libreoffice(name, FOLDER / "complexe.fodt", folder)
    by_libreoffice("participants.xlsx", TABLE, folder)


if __name__ == "__main__":
    make_all(FOLDER)
