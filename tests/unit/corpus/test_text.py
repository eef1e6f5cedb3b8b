"""Plain text and Markdown become documents whose text keeps the words of the source in their order."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import CorpusError, Document, blocks
from corpus.assembly import Origin
from corpus.markdown.front_matter import split_front_matter
from corpus.readers.text import read_text

ORIGIN = Origin("essai", "essai.md", "0" * 64, "text/markdown")


def read(text: str) -> Document:
    """Read a text given as a string."""
    return read_text(text.encode(), ORIGIN)


def test_marks_go_and_words_stay() -> None:
    document = read("## Le *vrai* prix\n\nIl dit : « **c'est** *bien* »<sup>2</sup>, selon [le site](http://x.fr).\n")
    assert document.text == "Le vrai prix\n\nIl dit : « c'est bien », selon le site."
    assert [(heading.title, heading.level) for heading in document.outline] == [("Le vrai prix", 2)]


def test_title_is_the_first_heading_with_the_one_that_its_colon_announces() -> None:
    assert read("# Forum :\n\n## L'eau pour tous\n\nTexte.").title == "Forum : L'eau pour tous"


def test_front_matter_gives_title_and_date() -> None:
    document = read("---\ntitle: Le forum\ndate: 2021-04-03\n---\n\n# Autre titre\n\nTexte du forum.")
    assert (document.title, document.date) == ("Le forum", "2021-04-03")
    assert "2021" not in document.text


def test_lists_keep_their_items_and_bullets_of_every_kind_are_one() -> None:
    document = read("Présents :\n- Ana\n• Marc\n» Zoé\n\nFin du compte rendu.")
    assert [(block.kind, document.quote(block.span)) for block in blocks(document)] == [
        ("paragraph", "Présents :"),
        ("item", "- Ana"),
        ("item", "- Marc"),
        ("item", "- Zoé"),
        ("paragraph", "Fin du compte rendu."),
    ]


@pytest.mark.parametrize(
    "table", ["1\tAna\tVILLE\n2\tMarc\tREGIE", "| 1 | Ana | VILLE |\n|---|---|---|\n| 2 | Marc | REGIE |"]
)
def test_tables_become_rows_of_cells(table: str) -> None:
    document = read(f"Liste des présents.\n\n{table}\n")
    rows = [document.quote(block.span).split("\t") for block in blocks(document) if block.kind == "row"]
    assert rows == [["1", "Ana", "VILLE"], ["2", "Marc", "REGIE"]]


def test_short_lines_of_a_plain_text_are_titles() -> None:
    document = read("Contexte\n\nLa commune a ouvert une régie.\n\nLES LIMITES\n\nElle manque de bras.")
    assert [(heading.title, heading.level) for heading in document.outline] == [("Contexte", 4), ("LES LIMITES", 2)]


def test_a_short_line_that_goes_on_below_is_no_title() -> None:
    document = read("Une première ligne coupée par la page\n\net sa suite en minuscules, qui finit ici.")
    assert document.outline == ()
    assert len(blocks(document)) == 1


def test_page_furniture_goes() -> None:
    document = read(
        "Accueil > Réseau > Nos actions > Le billet\n\n# Le billet\n\nLe texte du billet.\n\n"
        "Articles de cette rubrique\n\n"
        "« mars 2019 »\nL M M J V S D\n1 2 3 4 5 6 7\n\nPartager sur Facebook\n"
    )
    assert document.text == "Le billet\n\nLe texte du billet."


def test_words_hyphenated_at_line_ends_are_joined_and_compounds_are_not() -> None:
    text = read("Le dévelop-\npement est peut-\nêtre lent, dit la régie du village.").text
    assert "développement" in text
    assert "peut-être" in text


def test_an_empty_file_is_refused_by_name() -> None:
    with pytest.raises(CorpusError, match=r"essai\.md"):
        read("")


@given(st.text(alphabet=st.sampled_from("aéÀ «»“”*#-_|\t\n.,:;!?'’()1<>/&Z"), min_size=1, max_size=300))
def test_every_text_reads_and_every_block_lies_in_it(text: str) -> None:
    try:
        document = read("Début. " + text)
    except CorpusError:
        return
    found = blocks(document)
    assert all(0 <= block.span.start < block.span.end <= len(document.text) for block in found)
    ends = [0, *(block.span.end for block in found)]
    assert all(block.span.start >= end for block, end in zip(found, ends, strict=False))
    covered = "".join(document.quote(block.span) for block in found)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", document.text)


def test_typed_guillemets_and_what_is_no_tag_stay() -> None:
    document = read("Il dit : <<il faut tenir>>, écrit <jo@exemple.fr>, et <b>sort</b> <span class='x'>vite</span>.\n")
    assert document.text == "Il dit : <<il faut tenir>>, écrit <jo@exemple.fr>, et sort vite."


def test_the_title_of_a_typed_report_its_numbered_parts_and_its_page_numbers() -> None:
    told = (
        "      COMPTE RENDU DE LA RÉUNION\n      SUR LE PLAN DE CIRCULATION\n      ------------\n\n"
        "1 - INTRODUCTION\nMme Roc ouvre la séance et salue les présents.\n\n"
        "2/ Le marché\nLa place sera vide à midi.\n\n- 1 -\n\n"
        "3. Réunir le comité\n4. Écrire la charte\n"
    )
    document = read_text(told.encode(), Origin("essai", "essai.txt", "0" * 64, "text/plain"))
    assert [heading.title for heading in document.outline] == [
        "COMPTE RENDU DE LA RÉUNION SUR LE PLAN DE CIRCULATION",
        "1 - INTRODUCTION",
        "2/ Le marché",
    ]
    assert document.title == document.outline[0].title
    assert document.text.endswith("La place sera vide à midi.\n\n3. Réunir le comité\n4. Écrire la charte")


def test_a_letterhead_is_no_title_and_a_numbered_part_neither() -> None:
    told = "Mairie d'Orme, le 3 mai.\nPrésents : Ada Roc, Bo Lem.\n\n1/ Budget\nMme Roc présente les comptes de l'an.\n"
    document = read_text(told.encode(), Origin("essai", "essai.txt", "0" * 64, "text/plain"))
    assert (document.title, [heading.title for heading in document.outline]) == (
        "Mairie d'Orme, le 3 mai.",
        ["1/ Budget"],
    )
    head = "DÉPARTEMENT DE LA LOUE\nDE SAINT-ORME\n\nTexte de la séance.\n"
    assert read_text(head.encode(), Origin("e", "e.txt", "0" * 64, "text/plain")).outline == ()


def test_columns_that_spaces_align_are_rows_and_stretched_lines_are_prose() -> None:
    table = (
        "Texte.\n\n    Plan          Coût     Délai\n"
        "    A (sens un)   120 k€    6 mois\n"
        "    B (zone 30)    45 k€   18 mois\n"
    )
    assert [block.kind for block in blocks(read(table))] == ["paragraph", *["row"] * 3]
    prose = "Le  conseil   écoute  les\nhabitants  de  la   rue\nqui  parlent   tous  bas.\n"
    assert [block.kind for block in blocks(read(prose))] == ["paragraph"]


def test_a_turn_of_speech_is_no_title() -> None:
    document = read(
        "TABLE RONDE\n\nB. CARLIN – Et les jeunes ?\n\nUNE VOIX – Qui paiera le car ?\n\n"
        "B. CARLIN – La commune, comme toujours, et le département pour une part."
    )
    assert [heading.title for heading in document.outline] == ["TABLE RONDE"]


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("date: 2024-05-27", "2024-05-27"),
        ("date: 17 octobre 2023", "2023-10-17"),
        ("dates: 2-5 avril 2025", "2025-04-02"),
        ("date: bientôt", None),
    ],
)
def test_the_date_of_a_front_matter(told: str, date: str | None) -> None:
    assert split_front_matter(f"---\ntitre: Essai\n{told}\n---\n\nTexte.")[0].date == date
