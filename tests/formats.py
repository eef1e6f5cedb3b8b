"""One report of ours in every format, made by real programs: pandoc, LibreOffice, WeasyPrint, pdftoppm."""

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
#: What WeasyPrint makes of pandoc's page, by its style sheet; a picture is the first page, drawn by pdftoppm.
BY_WEASYPRINT = {
    "colonnes.pdf": """
        @page { size: A4; margin: 20mm 15mm; @bottom-center { content: counter(page) } }
        body { columns: 2; column-gap: 10mm; font: 10pt/1.35 "DejaVu Serif"; text-align: justify }
        h1 { column-span: all } h1, h2, h3 { text-align: left }
        table { border-collapse: collapse; font-size: 9pt }
        td, th { border: .5pt solid; padding: 1mm; text-align: left }""",
    "scan.png": """
        @page { size: A4; margin: 12mm 20mm }
        body { font: 10pt/1.3 "DejaVu Serif" }
        h1 { font-size: 20pt } h2 { font-size: 15pt } h3 { font-size: 12pt }
        table { border-collapse: collapse; width: 100% }
        td, th { border: .5pt solid; padding: 1mm; text-align: left }""",
}
_DOTS_AN_INCH = 200
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


def by_weasyprint(name: str, folder: Path) -> Path:
    """Make one of `BY_WEASYPRINT` in a folder."""
    made = folder / name
    with tempfile.TemporaryDirectory() as work:
        page, printed = Path(work) / "page.html", Path(work) / "page.pdf"
        command = ["pandoc", "-f", "markdown-smart", "-t", "html5", str(SOURCE)]
        told = subprocess.run(command, check=True, timeout=60, capture_output=True, text=True).stdout
        head = f'<meta charset="utf-8"><style>{BY_WEASYPRINT[name]}</style>'
        page.write_text(f'<!DOCTYPE html><html lang="fr"><head>{head}</head><body>{told}</body></html>', "utf-8")
        subprocess.run(["weasyprint", "-q", str(page), str(printed)], check=True, timeout=60)
        if made.suffix == ".png":
            command = ["pdftoppm", "-r", str(_DOTS_AN_INCH), "-gray", "-png", "-singlefile", str(printed)]
            subprocess.run([*command, str(made.with_suffix(""))], check=True, timeout=60)
        else:
            made.write_bytes(printed.read_bytes())
    return made


def make_all(folder: Path) -> None:
    """Make every sample in a folder."""
    for name in BY_PANDOC:
        by_pandoc(name, folder)
    for name, source in BY_LIBREOFFICE.items():
        by_libreoffice(name, folder / source, folder)
    for name in BY_WEASYPRINT:
        by_weasyprint(name, folder)
    for name in COMPLEX:
        by_libreoffice(name, FOLDER / "complexe.fodt", folder)
    by_libreoffice("participants.xlsx", TABLE, folder)


if __name__ == "__main__":
    make_all(FOLDER)
