"""One report in every format: the same outline, the same table, the same sentences, the same notes."""

import re
import shutil
import zipfile
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from corpus import Document, blocks, reading, sentences
from corpus.readers import read_document
from corpus.sources import Source, find_sources
from tests.formats import (
    BY_LIBREOFFICE,
    BY_PANDOC,
    COMPLEX,
    FOLDER,
    SOURCE,
    TABLE,
    by_libreoffice,
    by_pandoc,
    by_weasyprint,
)
from tests.tools import require_tool

TITLE = "Rencontre des jardins partagés de Vermeilles"
OUTLINE = [
    (1, TITLE),
    (2, "Présents"),
    (2, "Liste des participants"),
    (2, "Les échanges"),
    (3, "Le financement"),
    (2, "Annexe"),
]
ROWS = [
    ["Nom", "Prénom", "Organisme"],
    ["Castagnède", "Aurélien", "Mairie de Vermeilles"],
    ["Quertinmont", "Noémie", "Terre d'Élan"],
    ["Soulézan", "Ibrahim", "Syndicat des Trois Rus"],
]
LABELS = [
    "Date : mardi 14 mars 2023",
    "Lieu : salle des Tilleuls, Vermeilles",
    "Animatrice : Solène Barrandon, cheffe de projet",
    "Excusée : Maëlle Faucigneux",
    "Décisions :",
]
ITEMS = [
    "Aurélien Castagnède, maire de Vermeilles",
    "Noémie Quertinmont, présidente de l'association Terre d'Élan",
    "Ibrahim Soulézan, chargé de mission du syndicat des Trois Rus",
    "Réunir le comité en mai.",
    "Écrire la charte des jardins.",
    "Ouvrir le cahier des semences.",
]
SENTENCES = [
    "Noémie Quertinmont précise : "
    "« Nous avons ouvert quarante-deux parcelles en deux ans, et l'eau reste notre souci. »",
    "Elle rappelle que les habitants ont creusé eux-mêmes la mare du bas, le 1er octobre.",
    "La terre ne nous appartient pas, nous l'empruntons à nos enfants.",
    "Selon Aurélien Castagnède, « la commune versera 12 000 € dès l'été ».",
    "Le cœur du projet tient à l'entraide – « À chacun sa bêche ! » –, ajoute-t-il.",
    "Le plan des parcelles est affiché en mairie.",
]
NOTES = ["La mare a été creusée à l'automne 2022.", "Vote du conseil municipal, séance du 2 février 2023."]
COLUMNS, SCAN = "colonnes.pdf", "scan.png"
SAMPLES = [SOURCE.name, *BY_PANDOC, *BY_LIBREOFFICE, COLUMNS]
#: A scan is read nearly as it is: small titles and numbers of notes are lost, at most a sign in a hundred is another.
LIKENESS = 0.99
SMALL_TITLES = {"Le financement"}


TOOLS = {".doc": "soffice", ".png": "tesseract"}


def _read(path: Path) -> Document:
    if path.suffix in TOOLS:
        require_tool(TOOLS[path.suffix])
    return read_document(Source(path, path.name), "essai")


def _check(document: Document) -> None:
    assert (document.title, document.date, document.lang) == (TITLE, "2023-03-14", "fr")
    assert [heading.title for heading in document.outline] == [title for _, title in OUTLINE]
    if document.media_type != "application/pdf":  # which tells sizes, and two levels may have one
        assert [heading.level for heading in document.outline] == [level for level, _ in OUTLINE]
    notes = {note.span.start for note in document.notes}
    told: dict[str, list[str]] = {"paragraph": [], "item": [], "row": []}
    for block in blocks(document):
        if block.kind != "heading" and block.span.start not in notes:
            told[block.kind].append(document.quote(block.span))
    assert [row.split("\t") for row in told["row"]] == ROWS
    assert [re.sub(r"^(?:- |\d[.] )", "", item) for item in told["item"]] == ITEMS
    assert [text for text in told["paragraph"] if text in LABELS] == LABELS
    prose = [text for text in told["paragraph"] if text not in LABELS]
    assert [sentence for text in prose for sentence in _sentences(text)] == SENTENCES
    assert [reading(document, note.span) for note in document.notes] == NOTES


def _sentences(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_kept_sample_reads_as_the_report(name: str) -> None:
    _check(_read(FOLDER / name))


@pytest.mark.parametrize("name", BY_PANDOC)
def test_what_pandoc_makes_reads_as_the_report(name: str, tmp_path: Path) -> None:
    require_tool("pandoc")
    _check(_read(by_pandoc(name, tmp_path)))


@pytest.mark.parametrize("name", BY_LIBREOFFICE)
def test_what_libreoffice_makes_reads_as_the_report(name: str, tmp_path: Path) -> None:
    require_tool("soffice")
    _check(_read(by_libreoffice(name, FOLDER / BY_LIBREOFFICE[name], tmp_path)))


def test_what_weasyprint_makes_in_two_columns_reads_as_the_report(tmp_path: Path) -> None:
    for tool in ("pandoc", "weasyprint"):
        require_tool(tool)
    _check(_read(by_weasyprint(COLUMNS, tmp_path)))


def _check_scan(document: Document) -> None:
    assert (document.title, document.date, document.lang) == (TITLE, "2023-03-14", "fr")
    assert [heading.title for heading in document.outline] == [
        title for _, title in OUTLINE if title not in SMALL_TITLES
    ]
    found = blocks(document)
    assert [document.quote(block.span).split("\t") for block in found if block.kind == "row"] == ROWS
    items = [re.sub(r"^(?:- |\d[.] )", "", document.quote(block.span)) for block in found if block.kind == "item"]
    assert items[: len(ITEMS)] == ITEMS
    prose = [document.quote(block.span) for block in found if block.kind == "paragraph"]
    assert [text for text in prose if text in LABELS] == LABELS
    told = " ".join(sentence for text in prose if text not in {*LABELS, *SMALL_TITLES} for sentence in _sentences(text))
    assert SequenceMatcher(None, told, " ".join(SENTENCES), autojunk=False).ratio() >= LIKENESS


def test_a_kept_scan_reads_nearly_as_the_report() -> None:
    _check_scan(_read(FOLDER / SCAN))


def test_a_scan_that_is_made_now_reads_nearly_as_the_report(tmp_path: Path) -> None:
    for tool in ("pandoc", "weasyprint", "pdftoppm"):
        require_tool(tool)
    _check_scan(_read(by_weasyprint(SCAN, tmp_path)))


def test_an_archive_of_every_format_holds_the_report_as_many_times(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "tout.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name in SAMPLES:
            if not name.endswith(".doc"):
                archive.write(FOLDER / name, f"dossier/{name}")
    found, problems = find_sources([tmp_path / "tout.zip"])
    assert problems == []
    assert [source.name for source in found] == sorted(
        f"tout.zip/dossier/{name}" for name in SAMPLES if name[-4:] != ".doc"
    )
    for source in found:
        _check(read_document(source, "essai"))


TABLE_ROWS = [
    ["Nom", "Prénom", "Organisme", "Arrivée"],
    ["Castagnède", "Aurélien", "Mairie de Vermeilles", "9h30"],
    ["Quertinmont", "Noémie", "Terre d'Élan ; collectif", "9h45"],
    ["Soulézan", "Ibrahim", "Syndicat des Trois Rus", "10h"],
]


def _check_table(document: Document) -> None:
    assert (document.title, document.date) == ("Liste des participants", "2023-03-14")
    assert [(heading.level, heading.title) for heading in document.outline] == [(1, "Liste des participants")]
    lines = document.text.split("\n")
    assert lines[:4] == ["Liste des participants", "", "Date : 14/03/2023", ""]
    assert [line.split("\t") for line in lines[4:]] == TABLE_ROWS


def test_a_list_of_participants_is_the_same_in_csv_tsv_and_xlsx(tmp_path: Path) -> None:
    text = TABLE.read_text(encoding="utf-8")
    windows = tmp_path / "windows.csv"
    windows.write_bytes(text.replace("\n", "\r\n").encode("cp1252"))
    tabs = tmp_path / "tabs.tsv"
    tabs.write_text(
        text.replace('"Terre d\'Élan ; collectif"', "Terre d'Élan @ collectif").replace(";", "\t").replace("@", ";")
    )
    for path in (TABLE, windows, tabs, FOLDER / "participants.xlsx"):
        _check_table(_read(path))


def test_a_workbook_that_libreoffice_makes_now_is_the_same_list(tmp_path: Path) -> None:
    require_tool("soffice")
    _check_table(_read(by_libreoffice("participants.xlsx", TABLE, tmp_path)))


def test_a_report_under_another_ending_is_read_as_what_it_is(tmp_path: Path) -> None:
    for name, ending, what in (("pandoc.docx", ".txt", "un document Word"), ("pandoc.html", ".docx", "une page web")):
        path = tmp_path / f"compte rendu{ending}"
        shutil.copy(FOLDER / name, path)
        document = _read(path)
        assert document.title == TITLE
        assert document.warnings[0] == f"la terminaison est « {ending} », mais le contenu est {what} : lu comme tel"


COMPLEX_TEXT = """Procès-verbal de Brénaut

Ordre du jour

Le conseil accepte le budget.

La salle est comble. On ouvre la fenêtre.

Encadré : la mare du haut.

Votes

Élu\t\tVote
Odile\tVarenchon\tPour sans réserve
Côme\tÉdelin

La séance est levée à vingt heures."""


def _check_complex(document: Document) -> None:
    assert document.text == COMPLEX_TEXT
    assert [(heading.level, heading.title) for heading in document.outline] == [
        (1, "Procès-verbal de Brénaut"),
        (5, "Ordre du jour"),
        (2, "Votes"),
    ]
    assert (document.date, document.authors) == ("2022-11-08", ("Odile Varenchon",))


@pytest.mark.parametrize("name", COMPLEX)
def test_what_is_not_seen_is_left_and_merged_cells_keep_their_columns(name: str) -> None:
    _check_complex(_read(FOLDER / name))


@pytest.mark.parametrize("name", COMPLEX)
def test_what_libreoffice_makes_now_of_changes_boxes_and_cells_is_read_so(name: str, tmp_path: Path) -> None:
    require_tool("soffice")
    _check_complex(_read(by_libreoffice(name, FOLDER / "complexe.fodt", tmp_path)))


PEOPLE = ["Aurélien Castagnède", "Ibrahim Soulézan", "Maëlle Faucigneux", "Noémie Quertinmont", "Solène Barrandon"]


@pytest.mark.parametrize("name", [*SAMPLES, SCAN])
def test_the_same_people_are_found_in_every_format(name: str) -> None:
    from kg.single import extract_file

    if (ending := Path(name).suffix) in TOOLS:
        require_tool(TOOLS[ending])
    assert sorted(person["label"] for person in extract_file(FOLDER / name).json["people"]) == PEOPLE
