"""OpenDocument texts: what is seen when all changes are accepted, and nothing else."""

import pytest

from corpus import CorpusError, Document
from corpus.readers.odt import read_odt
from tests.unit.corpus.readers.office_files import odt, origin, zipped


def read(body: str, styles: str = "", meta: str = "") -> Document:
    return read_odt(odt(body, styles=styles, meta=meta), origin("essai.odt"))


def test_headings_lists_and_the_paragraphs_of_an_item() -> None:
    body = (
        '<text:h text:outline-level="2">Présents</text:h><text:list><text:list-item><text:p>Ana</text:p>'
        "<text:p>de la mairie</text:p><text:list><text:list-item><text:p>Zoé</text:p></text:list-item></text:list>"
        "</text:list-item></text:list><text:p>Fin.</text:p>"
    )
    document = read(body)
    assert [(heading.level, heading.title) for heading in document.outline] == [(2, "Présents")]
    assert document.text == "Présents\n\n- Ana\n\nde la mairie\n\n- Zoé\n\nFin."


def test_deleted_text_comments_and_tables_of_contents_are_left() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Supprimé</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:table-of-content><text:index-body><text:p>Table</text:p>"
        "</text:index-body></text:table-of-content><text:p>Le<text:change-start/> maire<text:change-end/>"
        "<office:annotation><text:p>À revoir</text:p></office:annotation> parle<text:change/>.</text:p>"
    )
    assert read(body).text == "Le maire parle."


def test_spaces_breaks_and_boxes() -> None:
    body = (
        '<text:p>Un<text:s text:c="4"/>deux<text:tab/>trois<text:line-break/>quatre<draw:frame><draw:text-box><text:p>'
        "Dans la boîte.</text:p></draw:text-box></draw:frame>.</text:p>"
    )
    assert read(body).text == "Un deux trois\nquatre.\n\nDans la boîte."


def test_notes_stand_apart() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>La source.</text:p>"
        "</text:note-body></text:note>"
    )
    document = read(f"<text:p>Un fait{note} sûr.</text:p>")
    assert document.text == "Un fait sûr.\n\nLa source."
    assert [(note.mark, document.quote(note.span)) for note in document.notes] == [("1", "La source.")]


def test_tables_repeat_what_is_repeated_within_bounds() -> None:
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    twice = ' table:number-columns-repeated="2"'
    header = f"<table:table-row>{cell.format('', 'Nom')}{cell.format('', 'Organisme')}</table:table-row>"
    rows = (
        f"<table:table-row>{cell.format('', 'Ana')}<table:covered-table-cell/>{cell.format('', 'x')}</table:table-row>"
        f'<table:table-row table:number-rows-repeated="2">{cell.format(twice, "o")}'
        "</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    document = read(f"<table:table><table:table-header-rows>{header}</table:table-header-rows>{rows}</table:table>")
    assert document.text == "Nom\tOrganisme\nAna\t\tx\no\to\no\to"


def test_titles_by_style_bold_lines_and_hidden_text() -> None:
    styles = (
        '<style:style style:name="P1" style:parent-style-name="Title"/>'
        '<style:style style:name="Title"/>'
        '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="T2"><style:text-properties text:display="none"/></style:style>'
    )
    body = (
        '<text:p text:style-name="P1">Le bilan</text:p><text:p>'
        '<text:span text:style-name="T1">Points abordés</text:span></text:p>'
        '<text:p>Vu<text:span text:style-name="T2"> caché</text:span>.</text:p>'
    )
    document = read(body, styles)
    assert [(heading.level, heading.title) for heading in document.outline] == [(1, "Le bilan"), (5, "Points abordés")]
    assert document.text == "Le bilan\n\nPoints abordés\n\nVu."


def test_properties_give_title_author_and_date() -> None:
    meta = (
        "<dc:title>Bilan</dc:title><meta:initial-creator>Ana Roc</meta:initial-creator><dc:creator>Zoé Val</dc:creator>"
        "<meta:creation-date>2021-05-06T10:00:00</meta:creation-date>"
    )
    document = read("<text:p>Texte.</text:p>", meta=meta)
    assert (document.title, document.authors, document.date) == ("Bilan", ("Ana Roc",), "2021-05-06")


def test_a_protected_text_and_one_without_body_are_told() -> None:
    manifest = '<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>'
    with pytest.raises(CorpusError, match=r"« essai\.odt » est protégé par un mot de passe : .*\. Enregistrez-le sans"):
        read_odt(zipped({"content.xml": "x", "META-INF/manifest.xml": manifest}), origin("essai.odt"))
    with pytest.raises(CorpusError, match="n'est pas un texte OpenDocument entier"):
        read_odt(zipped({"content.xml": "<a/>"}), origin("essai.odt"))
