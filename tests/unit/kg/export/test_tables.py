import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.cells import cell, decimal, joined
from kg.export.tables import TABLES, write_table
from tests.unit.kg.imaginary import EMOJI, FORMULA, RIGHT_TO_LEFT, SCRIPT, knowledge


def read(table: str, folder: Path) -> list[dict[str, str]]:
    path = folder / f"{table}.csv"
    write_table(knowledge(), table, path, concept_labels={"concept:transition": "transition écologique"})
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_a_row_a_quotation_with_all_that_is_known(tmp_path: Path) -> None:
    rows = read("citations", tmp_path)
    assert len(rows) == 5
    assert rows[0] == {
        "Identifiant": "quotation:001-rencontre-1",
        "Locuteur": "Aline Brissac",
        "Désigné par": "",
        "Fonction": "maire",
        "Organisation": "Rivemont",
        "Événement": "Rencontre des communes du plateau",
        "Session": "Session 1 : l’eau",
        "Date": "2021-05-03T09:00",
        "Lieu": "Rivemont",
        "Mode": "direct",
        "Acte": "claims",
        "Concepts": "eau",
        "Citation": "L’eau est à tous",
        "Document": "001-rencontre.txt",
        "Début": "184",
        "Fin": "200",
        "Règle": "imaginary/1",
        "Confiance": "0,9",
    }
    assert rows[1]["Citation"] == f"'{FORMULA}"
    assert rows[1]["Concepts"] == "eau | transition écologique"
    assert (rows[2]["Locuteur"], rows[2]["Désigné par"]) == ("(inconnu)", "une voix dans la salle")
    assert (rows[3]["Citation"], rows[3]["Locuteur"]) == ("Nous verrons", EMOJI)
    assert (rows[4]["Locuteur"], rows[4]["Fonction"], rows[4]["Date"]) == ("Paul Morel", "conseiller", "2023-11-20")


def test_people_homonyms_apart(tmp_path: Path) -> None:
    rows = read("personnes", tmp_path)
    assert [row["Nom"] for row in rows] == ["Aline Brissac", "Paul Morel", "Paul Morel", EMOJI, RIGHT_TO_LEFT]
    aline = rows[0]
    assert (aline["Fonctions"], aline["Organisations"]) == ("maire | présidente", "Rivemont | Régie des eaux")
    assert (aline["Citations"], aline["Mentions"], aline["Dernière date"]) == ("1", "3", "2023-11-20")
    assert [row["Événements"] for row in rows[1:3]] == ["Rencontre des communes du plateau", "Forum des régies"]


def test_events_by_date_with_their_people_and_contradictions(tmp_path: Path) -> None:
    meeting, session, forum = read("evenements", tmp_path)
    assert (meeting["Nom"], meeting["Autres dates données"]) == ("Rencontre des communes du plateau", "le 4 mai 2021")
    assert (meeting["Organisation"], meeting["Citations"]) == ("Rivemont", "4")
    assert (session["Nature"], session["Fait partie de"]) == ("session", meeting["Nom"])
    assert (session["Animation"], session["Intervenants"]) == (RIGHT_TO_LEFT, "Aline Brissac")
    assert (forum["Participants"], forum["Début"], forum["Lieu"]) == ("Paul Morel", "2023-11-20", "")


def test_participations_with_the_function_at_that_date(tmp_path: Path) -> None:
    rows = read("participations", tmp_path)
    told = [(row["Nom"], row["Participation"], row["Fonction"], row["Session"]) for row in rows]
    assert told == [
        ("Aline Brissac", "intervention", "maire", "Session 1 : l’eau"),
        (RIGHT_TO_LEFT, "animation", "animateur", "Session 1 : l’eau"),
        ("Rivemont", "organisation", "", ""),
        ("Paul Morel", "excuse", "", ""),
        ("Paul Morel", "participation", "conseiller", ""),
    ]


def test_organisations_with_their_people(tmp_path: Path) -> None:
    rows = read("organisations", tmp_path)
    assert [row["Nom"] for row in rows] == [SCRIPT, "Rivemont", "Régie des eaux"]
    assert rows[1]["Personnes"] == "Aline Brissac (maire) | Paul Morel (conseiller)"
    assert rows[2]["Autres formes"] == "'@regie | RDE"


@pytest.mark.parametrize("table", TABLES)
def test_the_file_is_what_a_spreadsheet_in_french_opens(table: str, tmp_path: Path) -> None:
    rows = read(table, tmp_path)
    data = (tmp_path / f"{table}.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == len(rows) + 1
    assert list(rows[0]) == list(TABLES[table][0])
    assert len(set(TABLES[table][0])) == len(TABLES[table][0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+33 1 23", "'+33 1 23"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\r=1", "'=1"),
        ("\u200f=1", "'\u200f=1"),
        ("\u00a0=1", "'=1"),
        ("＝1", "'＝1"),
        ("＠A", "'＠A"),
        ("--5", "'--5"),
        ("-5", "-5"),
        ("+3,5", "+3,5"),
        ("-12 %", "-12 %"),
        ("2021-05-03", "2021-05-03"),
        ("- Nous verrons", "Nous verrons"),
        ("- =1", "'=1"),
        ("– Nous verrons", "– Nous verrons"),
        ("un\r\ndeux\u2028trois\tquatre", "un deux trois quatre"),
        ("a\x00b\ud800c", "a bc"),
        ("", ""),
    ],
)
def test_cells_run_nothing_and_keep_what_is_plain(text: str, expected: str) -> None:
    assert cell(text) == expected


def test_a_very_long_cell_is_cut_and_says_so() -> None:
    assert cell("a" * 40_000).endswith("a […]")
    assert len(cell("a" * 40_000)) < 32_767


@given(st.text(alphabet=st.characters(), max_size=40))
def test_any_text_makes_one_cell_that_does_not_run(text: str) -> None:
    made = cell(text)
    made.encode("utf-8")
    assert "\n" not in made and "\r" not in made and "\t" not in made
    assert made[:1] not in {"=", "@", "＝", "＋", "－", "＠"}
    assert made[:1] not in {"+", "-"} or re.fullmatch(r"[+-]\d+([.,]\d+)?\W?%?", made)
    words = "".join(c for c in made.removeprefix("'") if c.isalnum())
    assert words == "".join(c for c in text if c.isalnum())


def test_joined_says_each_once_in_order() -> None:
    assert joined(["b", "", "a", "b"]) == "b | a"


@pytest.mark.parametrize(("value", "expected"), [(1.0, "1"), (0.9, "0,9"), (0.12345, "0,1235"), (0.0, "0")])
def test_decimals_have_a_comma(value: float, expected: str) -> None:
    assert decimal(value) == expected
