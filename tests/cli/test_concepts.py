"""`palabre concepts`: a corpus of another domain, without a thesaurus, then with the one that it proposes."""

import json
from pathlib import Path

import pytest

from ontology import load_thesaurus
from tests.cli.program import assert_clear, palabre

FIRST = """# Réunion du rucher-école de Belloc

12 mars 2022

Lucette Amblard rappelle que la récolte de miel a baissé de moitié.

« Sans fleurs en juillet, pas de miel de lavande ni de miel de châtaignier », dit-elle.

Bastien Corvoisier présente le traitement à l'acide oxalique.

Selon lui, le traitement à l'acide oxalique se fait hors couvain.
"""
SECOND = """# Visite du rucher des Genêts

4 juin 2022

Odile Trémont montre une cellule royale. « Une cellule royale se manipule la tête en bas », précise-t-elle.

Le miel de châtaignier se vend bien, le miel de lavande manque. Le traitement à l'acide oxalique est prévu en décembre.

Elle ajoute que le miel de châtaignier cristallise lentement, et que chaque cellule royale a été protégée.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("rucher")
    (made / "sources").mkdir()
    (made / "sources" / "un.md").write_text(FIRST, encoding="utf-8")
    (made / "sources" / "deux.md").write_text(SECOND, encoding="utf-8")
    assert_clear(palabre("build", "sources", "--thesaurus-alone", "--model", "hashing", folder=made), 0)
    assert_clear(palabre("concepts", "--propose", "miel.ttl", folder=made), 0)
    return made


def test_without_a_thesaurus_the_corpus_gives_its_terms(folder: Path) -> None:
    found = json.loads(palabre("concepts", "--json", folder=folder).out)
    told = {row["label"]: (row["passages"], row["documents"], row["methods"]) for row in found}
    assert told["miel de lavande"] == (2, 2, {"terms": 3})
    assert told["cellule royale"] == (2, 1, {"terms": 5})
    assert {method for row in found for method in row["methods"]} == {"terms"}
    shown = palabre("concepts", folder=folder)
    assert "miel de lavande — 2 passages" in shown.out and f"{len(found)} notions." in shown.out


def test_its_themes_and_questions_are_answered(folder: Path) -> None:
    answer = json.loads(palabre("ask", "De quels sujets parle le corpus ?", "--json", folder=folder).out)
    assert "miel de lavande" in [row["label"] for row in answer["answers"]]
    assert all(row["evidence"] for row in answer["answers"])
    who = json.loads(palabre("ask", "Qui a parlé de la cellule royale ?", "--json", folder=folder).out)
    assert [row["label"] for row in who["answers"]] == ["Odile Trémont"]


def test_a_concept_and_a_document_show_their_links(folder: Path) -> None:
    card = json.loads(palabre("show", "Miel de Lavande", "--json", folder=folder).out)
    assert card["kind"] == "concept" and "termes du corpus" in card["lines"][0]["words"]
    document = json.loads(palabre("show", "deux.md", "--json", folder=folder).out)
    assert "Notions" in {line["section"] for line in document["lines"]}


def test_the_proposal_is_skos_with_passages_and_wider_concepts(folder: Path) -> None:
    proposed = load_thesaurus(folder / "miel.ttl")
    assert proposed["concept/miel-de-lavande"].broader == ("concept/miel",)
    assert "concept/cellule-royale" in proposed
    text = (folder / "miel.ttl").read_text(encoding="utf-8")
    assert "Odile Trémont montre une cellule royale." in text and "deux.md" in text


def test_a_proposal_replaces_no_file(folder: Path) -> None:
    again = palabre("concepts", "--propose", "miel.ttl", folder=folder)
    assert_clear(again, 2)
    assert "existe déjà" in again.err


def test_the_proposal_is_read_by_build_beside_ours(folder: Path, tmp_path: Path) -> None:
    base = str(tmp_path / "base")
    options = ("--base", base, "--model", "hashing", "--jobs", "1")
    assert_clear(palabre("build", "sources", "--thesaurus", "miel.ttl", *options, folder=folder), 0)
    found = json.loads(palabre("concepts", "--json", "--base", base, folder=folder).out)
    told = {row["label"]: row["methods"] for row in found}
    assert told["miel de lavande"] == {"thesaurus": 3}
    assert told["miel"] == {"thesaurus": 2}  # « récolte de miel »; elsewhere it stands in longer ones
    none = palabre("concepts", "--method", "sens", "--base", base, folder=folder)
    assert none.out == "0 notion.\n"
