import subprocess
from pathlib import Path

import pytest

from corpus import CorpusError, blocks
from corpus.pdf.endnotes import with_endnotes
from corpus.pdf.hyphens import join_two
from corpus.pdf.lines import CALL, END_OF_CALL, Line, segments
from corpus.pdf.metadata import told_date, told_title
from corpus.pdf.parse import parse
from corpus.pdf.part import Part
from corpus.pdf.types import Word
from tests.tools import require_tool
from tests.unit.corpus.readers.pdf_files import (
    CATALOG,
    FOLDER,
    FONT,
    LINE,
    one_page,
    page,
    read,
    read_sample,
    stream,
    written,
)

COLUMNS = "actes-deux-colonnes.pdf"
TABLE = "atelier-mobilites.pdf"


def test_the_outline_of_two_columns() -> None:
    document = read_sample(COLUMNS)
    assert [(heading.level, heading.title) for heading in document.outline] == [
        (1, "Partager l'eau, partager la décision"),
        (2, "1. Ouverture"),
        (3, "Le difficile apprentissage du partage"),
        (2, "2. Première table ronde : qui décide ?"),
        (3, "Ce que disent les chiffres"),
        (2, "3. Seconde table ronde : apprendre des autres"),
        (2, "4. Conclusion"),
    ]
    assert (document.title, document.date) == ("Partager l'eau, partager la décision", "2021-10-21")
    assert document.authors == ("Réseau Passerelles d'Orsenne",)
    assert document.warnings == ()


def test_running_heads_and_page_numbers_are_gone() -> None:
    text = read_sample(COLUMNS).text
    assert "Actes des rencontres d'octobre 2021" not in text
    assert "1 / 3" not in text and "3 / 3" not in text
    assert text.count("Réseau Passerelles d'Orsenne") == 4  # the text's own, not the heads'
    text = read_sample(TABLE).text
    assert "Atelier des mobilités" not in text
    assert "page 2 sur 3" not in text


def test_words_cut_by_a_line_end_are_whole_and_compounds_keep_their_hyphen() -> None:
    text = read_sample(COLUMNS).text
    assert "à l'invitation du Réseau Passerelles d'Orsenne et de la commune de Montérac." in text
    assert "accueille les participants" in text
    assert "une personne à mi-temps" in text
    assert "observe-t-elle" in text
    assert "- \n" not in text


def test_a_paragraph_over_columns_and_pages_is_one() -> None:
    document = read_sample(COLUMNS)
    paragraphs = [document.quote(block.span) for block in blocks(document) if block.kind == "paragraph"]
    over_a_page = next(text for text in paragraphs if text.startswith("Deux villes partenaires"))
    assert over_a_page.endswith("même lorsque la réponse est décevante.")
    assert document.text[document.pages[2] :].startswith("conseillère municipale de Nieuwmeer")
    over_columns = next(text for text in paragraphs if text.startswith("Interrogée depuis la salle"))
    assert "l'hydrologue renvoie au chiffrage du syndicat, qui n'est pas encore public." in over_columns


def test_notes_stand_after_the_paragraph_that_calls_them() -> None:
    document = read_sample(COLUMNS)
    assert [(note.mark, document.quote(note.span)) for note in document.notes] == [
        ("1", "Enquête auprès de 412 foyers de la vallée, Réseau Passerelles d'Orsenne, juin 2021."),
        ("2", "Délibération du 12 décembre 2019, affichée onze jours après le vote."),
    ]
    assert "L'enquête menée au printemps montre que deux habitants sur trois" in document.text
    before = document.text[: document.notes[0].span.start].rstrip()
    assert before.endswith("avant le renouvellement de la convention.")


def test_a_ruled_table_inside_a_column() -> None:
    document = read_sample(COLUMNS)
    rows = [document.quote(block.span).split("\t") for block in blocks(document) if block.kind == "row"]
    assert rows[0] == ["Commune", "Abonnés", "Rendement"]
    assert rows[4] == ["Le Plan-de-Vaysse", "142", "58 %"]
    assert len(rows) == 5


def test_a_table_over_pages_has_its_head_once() -> None:
    document = read_sample(TABLE)
    rows = [document.quote(block.span).split("\t") for block in blocks(document) if block.kind == "row"]
    assert [row[0] for row in rows] == ["N°", *map(str, range(1, 25))]
    assert rows[7] == ["7", "Gwenaëlle", "LE HÉRISSÉ", "Association Les Deux Rives"]
    assert rows[24] == ["24", "Yvon", "PLOUGASTEL", "Commune de Bréval-sur-Aune"]


def test_lists_labels_and_a_title_that_a_program_made() -> None:
    document = read_sample(TABLE)
    told = [(block.kind, document.quote(block.span)) for block in blocks(document)]
    assert ("paragraph", "Secrétaire de séance : Pacôme GUILLERMIN") in told
    assert ("item", "- un abri pour les vélos à chaque arrêt de la navette.") in told
    assert sum(kind == "item" for kind, _ in told) == 7
    assert document.title == "Compte rendu de l'atelier « Marcher, pédaler, partager »"  # not « Microsoft Word - … »


def test_page_offsets_are_in_order_and_one_a_page() -> None:
    for name in (COLUMNS, TABLE):
        document = read_sample(name)
        assert len(document.pages) == 3
        assert document.pages[0] == 0
        assert sorted(set(document.pages)) == list(document.pages)


def test_two_readings_are_the_same() -> None:
    assert read_sample(COLUMNS) == read_sample(COLUMNS)


def test_text_that_runs_upwards_is_read_as_it_is_looked_at() -> None:
    content = (
        b"BT /F1 12 Tf 0 1 -1 0 200 100 Tm (Compte rendu de la) Tj 0 1 -1 0 214 100 Tm (reunion du 3 mai 2021) Tj ET"
    )
    assert read(one_page(content, turned=90)).text == "Compte rendu de la reunion du 3 mai 2021"


def test_a_slanting_watermark_is_left_out() -> None:
    mark = b" BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (PROJET) Tj ET"
    assert read(one_page(LINE + mark)).text == "Compte rendu du 3 mai 2021"


def test_a_table_without_rules() -> None:
    rows = [("Nom", "Commune", "Voix"), ("Ada Morvane", "Brestolle", "12"), ("Luc Tessonne", "Vauclarte", "7")]
    lines = [
        b"1 0 0 1 %d %d Tm (%s) Tj" % (60 + 170 * column, 700 - 16 * row, cell.encode())
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    ]
    document = read(one_page(b"BT /F1 11 Tf " + b" ".join(lines) + b" ET"))
    assert document.text.split("\n") == ["\t".join(row) for row in rows]


def test_an_encrypted_file_is_told() -> None:
    with pytest.raises(CorpusError, match=r"« protege.pdf » est un PDF protégé par un mot de passe"):
        read_sample("protege.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj\n" + b"[" * 200_000, b""])
def test_what_cannot_be_read_at_all_is_told(data: bytes) -> None:
    with pytest.raises(CorpusError, match=r"« essai.pdf » est un PDF abîmé"):
        read(data)


def test_a_file_cut_short_gives_what_remains_or_a_message() -> None:
    data = (FOLDER / TABLE).read_bytes()
    assert "Amandine TERRISSOL" in read(data[:-300]).text  # the table of objects is lost: it is built again
    with pytest.raises(CorpusError):
        read(data[: len(data) // 10])


def test_a_page_without_text_is_told() -> None:
    with pytest.raises(CorpusError, match=r"ne contient aucun texte"):
        read(one_page(b""))


def test_a_loop_of_pages_ends() -> None:
    tree = b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>"
    document = read(written([CATALOG, tree, page(), stream(LINE), FONT]))
    assert document.text == "Compte rendu du 3 mai 2021"
    assert document.warnings == ("pages abîmées, laissées de côté : 2",)


def test_a_million_pages_that_are_not_there() -> None:
    tree = b"<</Type/Pages/Kids[3 0 R]/Count 1000000>>"
    document = read(written([CATALOG, tree, page(), stream(LINE), FONT]))
    assert document.text == "Compte rendu du 3 mai 2021"
    assert document.warnings[0] == "pages lues : les 2000 premières sur 1000000 (c'est la limite)"


def test_a_huge_page() -> None:
    assert read(one_page(LINE, b"[0 0 90000000 90000000]")).text == "Compte rendu du 3 mai 2021"


def test_a_page_that_crashes_the_parser_is_left_out() -> None:
    inside = stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>")
    tree = b"<</Type/Pages/Kids[3 0 R 7 0 R]/Count 2>>"
    whole = page().replace(b"4 0 R", b"8 0 R")
    looped = written([CATALOG, tree, page(), stream(b"/X Do"), FONT, inside, whole, stream(LINE)])
    document = read(looped)
    assert document.text == "Compte rendu du 3 mai 2021"
    assert document.warnings == ("pages abîmées, laissées de côté : 1",)


def test_a_page_with_too_many_characters_is_read_in_part() -> None:
    content = b"BT /F1 2 Tf 1 0 0 1 20 700 Tm " + b"(mot ) Tj " * 8_000 + b"ET"
    parsed = parse(one_page(content), "essai.pdf")
    assert parsed.warnings == ("pages démesurées, lues en partie : 1",)
    assert sum(len(word.text) + 1 for word in parsed.pages[0].words) <= 20_000


def test_a_process_that_runs_out_of_time_leaves_its_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.pdf.parse.SECONDS", 0.0)
    monkeypatch.setattr("corpus.pdf.parse.SECONDS_PER_MEGABYTE", 0.0)
    with pytest.raises(CorpusError, match="rien ne peut être lu"):
        read_sample(TABLE)


def test_what_weasyprint_makes_today_reads_as_the_kept_sample(tmp_path: Path) -> None:
    program = require_tool("weasyprint")
    made = tmp_path / COLUMNS
    subprocess.run([program, FOLDER / "source" / "actes-deux-colonnes.html", made], check=True, timeout=60)
    kept, new = read_sample(COLUMNS), read(made.read_bytes(), COLUMNS)
    assert [heading.title for heading in new.outline] == [heading.title for heading in kept.outline]
    assert new.text.split() == kept.text.split()


def test_marks_that_are_drawn_make_items() -> None:
    lines = (
        b"BT /F1 12 Tf 70 700 Td (ouvrir la salle) Tj 0 -15 Td (fermer la porte) Tj ET 55 702 4 4 re f 55 687 4 4 re f"
    )
    assert read(one_page(lines)).text == "- ouvrir la salle\n- fermer la porte"


def test_a_hyphen_is_kept_where_the_words_have_one() -> None:
    known = frozenset(["mi-temps", "commune"])
    assert join_two("une personne à mi-", "temps plein", known) == "une personne à mi-temps plein"
    assert join_two("de la com-", "mune voisine", known) == "de la commune voisine"
    assert join_two("le Plan-de-", "Vaysse et", known) == "le Plan-de-Vaysse et"
    assert join_two("observe-t-", "elle alors", known) == "observe-t-elle alors"
    assert join_two("voir https://exemple.fr/page-", "suite ici", known) == "voir https://exemple.fr/page-suite ici"
    assert join_two("la séance de l’", "après-midi", known) == "la séance de l’après-midi"
    assert join_two("de 10 -", "12 heures", known) == "de 10 - 12 heures"


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Microsoft Word - PV du 3 mai.doc", None),
        ("pv_conseil_2021-05.indd", None),
        ("Procès-verbal du 3 mai", "Procès-verbal du 3 mai"),
        ("Document1", None),
        ("", None),
    ],
)
def test_titles_of_the_metadata_that_make_sense(title: str, kept: str | None) -> None:
    assert told_title({"Title": title}) == kept


def test_dates_of_the_metadata() -> None:
    assert told_date({"CreationDate": "D:20210503101500+02'00'"}) == "2021-05-03"
    assert told_date({"CreationDate": "hier"}) is None


def test_pages_that_are_the_same_lose_nothing() -> None:
    tree = b"<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>"
    content = stream(b"BT /F1 12 Tf 50 780 Td (Fiche de la rencontre) Tj 0 -400 Td (On parle des haies.) Tj ET")
    document = read(written([CATALOG, tree, page(), content, FONT, page()]))
    assert document.text.count("Fiche de la rencontre") == 2


def test_a_justified_line_is_whole_and_a_row_is_cut() -> None:
    def word(text: str, left: float) -> Word:
        return Word(text, left, 0.0, left + 30.0, 10.0, 8.0, 10.0, False, False, True)

    stretched = Line(tuple(word("mot", left) for left in (0.0, 50.0, 100.0, 150.0)), 0)
    row = Line(tuple(word("mot", left) for left in (0.0, 50.0, 83.0, 150.0)), 0)
    assert [piece.text for piece in segments(stretched)] == ["mot mot mot mot"]
    assert [piece.text for piece in segments(row)] == ["mot", "mot mot", "mot"]


def test_notes_at_the_end_hang_on_their_calls_or_stay() -> None:
    def parts(*texts: str) -> list[Part]:
        return [Part("paragraph", text=text) for text in texts]

    called = with_endnotes(parts(f"La mare{CALL}1{END_OF_CALL} du bas.", "Une suite.", "1. Creusée en 2022.↩"))
    assert [(part.text, [note.text for note in part.notes]) for part in called] == [
        ("La mare du bas.", ["Creusée en 2022."]),
        ("Une suite.", []),
    ]
    steps = parts("La mare du bas.", "1. Creuser.", "2. Planter.")
    assert [part.text for part in with_endnotes(steps)] == ["La mare du bas.", "1. Creuser.", "2. Planter."]


def test_a_raised_number_opens_a_note_as_large_as_the_text() -> None:
    lines = (
        b"BT /F1 12 Tf 70 700 Td (La mare) Tj /F1 7 Tf 0 4 Td ( ) Tj ET BT /F1 7 Tf 118 704 Td (1) Tj ET"
        b" BT /F1 12 Tf 124 700 Td (est pleine ce matin.) Tj ET BT /F1 7 Tf 70 64 Td (1) Tj ET"
        b" BT /F1 12 Tf 76 60 Td (Elle fut vide un an.) Tj ET"
    )
    document = read(one_page(lines))
    assert [(document.quote(note.span), note.mark) for note in document.notes] == [("Elle fut vide un an.", "1")]
    assert document.text.startswith("La mare est pleine ce matin.")
