"""What is read beside the text: labels, tables, notes, captions, dates, languages."""

import pytest

from corpus import Document, blocks, contradictions, document_dates, labels, language_of, split, tables
from corpus.assembly import Origin
from corpus.readers.text import read_text


def read(text: str, media_type: str = "text/plain") -> Document:
    return read_text(text.encode(), Origin("essai", "essai.txt", "0" * 64, media_type))


def told(document: Document) -> list[tuple[str, str]]:
    return [(document.quote(line.label), document.quote(line.value)) for line in labels(document)]


def test_label_lines_give_the_label_and_what_it_announces() -> None:
    document = read(
        "Horaire : de 9 h à 11 h — Lieu : salle des Tilleuls\n\n**Modératrice :** Odile Farrant\n\n"
        "Secrétaire de séance\xa0: M. Brun.\n\nPrésents / Excusés :\n- Ana Ruiz\n- Jo Lebel\n\n"
        "Il dit : cela ne va pas.\n"
    )
    assert told(document) == [
        ("Horaire", "de 9 h à 11 h"),
        ("Lieu", "salle des Tilleuls"),
        ("Modératrice", "Odile Farrant"),
        ("Secrétaire de séance", "M. Brun."),
        ("Présents / Excusés", "- Ana Ruiz\n- Jo Lebel"),
    ]


def test_a_table_on_several_pages_is_one_and_its_header_is_told_once() -> None:
    document = read(
        "Liste\n\nNom\tOrganisme\nBrun\tRégie\n\n12\n\nNom\tOrganisme\nLebel\tVille\n\nPuis rien.\n\n"
        "Autre\tchose\tici\n1\t2\t3\n"
    )
    first, second = tables(document)
    assert [document.quote(cell) for cell in first.header] == ["Nom", "Organisme"]
    assert [[document.quote(cell) for cell in row] for row in first.rows] == [["Brun", "Régie"], ["Lebel", "Ville"]]
    assert second.header == ()
    assert len(second.rows) == 2


def test_the_participants_of_a_real_report_are_89(seeds: object) -> None:
    data = next(seeds.glob("004*")).read_bytes()  # type: ignore[attr-defined]
    document = read(data.decode())
    assert [len(table.rows) for table in tables(document)] == [89]
    assert sum("\n\n" in document.quote(block.span) for block in blocks(document)) == 25


def test_notes_and_captions_stand_apart_from_the_sentence_that_they_interrupt() -> None:
    document = read(
        "La régie a choisi une méthode<sup>1</sup> qui\n\n1 Voir le guide de la régie.\n\nPhoto 2 : la halle\n\n"
        "convient à tous[^2].\n\n[^2]: Avis du conseil.\n"
    )
    assert [document.quote(block.span) for block in blocks(document)] == [
        "La régie a choisi une méthode qui\n\nconvient à tous.",
        "1 Voir le guide de la régie.",
        "Photo 2 : la halle",
        "Avis du conseil.",
    ]
    assert [(document.quote(note.span), note.mark) for note in document.notes] == [
        ("1 Voir le guide de la régie.", "1"),
        ("Avis du conseil.", "2"),
    ]
    assert [document.quote(caption) for caption in document.captions] == ["Photo 2 : la halle"]


def test_markdown_marks_of_every_kind_are_read() -> None:
    document = read(
        '---\ntitre: "Le forum : l\'eau"\nauteurs: [Ana Ruiz, {nom: Jo Lebel}]\ndate: 2021-04\n---\n'
        "Ouverture\n=========\n\n> Une phrase citée\n> sur deux lignes.\n\n```\ncode\n```\n\n"
        "<!-- caché -->Un \\*astérisque\\*.\n\n"
        "Suite\n-----\n\n[lien]: https://exemple.fr\n",
        "text/markdown",
    )
    assert (document.title, document.date) == ("Le forum : l'eau", "2021-04")
    assert document.authors == ("Ana Ruiz", "Jo Lebel")
    assert [(heading.title, heading.level) for heading in document.outline] == [("Ouverture", 1), ("Suite", 2)]
    assert document.text == "Ouverture\n\nUne phrase citée\nsur deux lignes.\n\ncode\n\nUn *astérisque*.\n\nSuite"


def test_dates_of_the_event_and_of_the_document_are_all_kept() -> None:
    dates = document_dates("Forum des 20 et 21 juin 2022\n\nHoraire : 29 juin 2021\n\nDernier ajout : 3 mars 2023.\n")
    assert [(date.kind, date.mention.first, date.precision) for date in dates] == [
        ("event", "2022-06-20", "day"),
        ("event", "2021-06-29", "day"),
        ("document", "2023-03-03", "day"),
    ]
    assert [(a.first, b.first) for a, b in contradictions(dates)] == [("2022-06-20", "2021-06-29")]
    assert contradictions(document_dates("Forum de juin 2022\n\nDate : le 21 juin 2022")) == ()


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("Cuadernos para la vida de las ciudades", "es"),
        ("The city of tomorrow is a city for all", "en"),
        ("« On n'a pas de chargé de mission, on a un boulanger qui parle »", "fr"),
        ("Rio de Janeiro", "fr"),
    ],
)
def test_lines_of_another_language_are_marked(line: str, lang: str) -> None:
    assert language_of(line) == lang
    document = read(f"La commune a ouvert une régie pour les habitants de la ville.\n\n{line}.\n\nElle est à tous.")
    assert [passage.lang for passage in split(document)] == ["fr", lang, "fr"]


def test_a_guillemet_that_closes_is_no_bullet_and_a_lone_one_is() -> None:
    document = read("Elle dit : « Nous allons\n» loin », et sort.\n\nLes points :\n» Le premier\n» Le second\n")
    assert [block.kind for block in blocks(document)] == ["paragraph", "paragraph", "item", "item"]


def test_the_head_of_minutes_is_understood_as_clerks_write_it() -> None:
    document = read(
        "COMMUNE DE BRÉNAUT LE HAUT\nCompte-rendu de la réunion du 16 septembre 2019\n"
        "Date de convocation : 11 septembre 2019\nÉtude de la délibération n° 12 du 19 juin 2019.\n\n"
        "Présents : Ana Ruiz, Jo Lebel, Côme Édelin,\nOdile Varenchon,\nSecrétariat de séance : Jo Lebel\n\n"
        "Etaient excusés :\n\nMesdames et messieurs les conseillers :\n- Line Aubrac\n\n"
        "Point sur les logements de l'école\n"
        "La rénovation du logement de l'ancienne école a abouti, dit la maire au conseil.\n"
    )
    assert told(document) == [
        ("Date de convocation", "11 septembre 2019"),
        ("Présents", "Ana Ruiz, Jo Lebel, Côme Édelin,\nOdile Varenchon,"),
        ("Secrétariat de séance", "Jo Lebel"),
        ("Etaient excusés", "- Line Aubrac"),
    ]
    titles = [heading.title for heading in document.outline]
    assert titles == ["COMMUNE DE BRÉNAUT LE HAUT", "Point sur les logements de l'école"]
    dates = document_dates(document.text)
    assert [(date.kind, date.mention.first) for date in dates] == [("event", "2019-09-16"), ("document", "2019-09-11")]
    assert contradictions(dates) == ()


def test_two_labels_of_one_line_are_told_apart_by_a_sign_or_a_capital() -> None:
    document = read(
        "Date : mardi 4 mai 2021 de 9h à 12h Lieu : maison commune, Vern – Secrétaire de séance : Ada Roc\n"
    )
    assert [(document.quote(line.label), document.quote(line.value)) for line in labels(document)] == [
        ("Date", "mardi 4 mai 2021 de 9h à 12h"),
        ("Lieu", "maison commune, Vern"),
        ("Secrétaire de séance", "Ada Roc"),
    ]
    document = read("Ordre du jour : choix du lieu : la halle\n")
    assert [document.quote(line.value) for line in labels(document)] == ["choix du lieu : la halle"]
