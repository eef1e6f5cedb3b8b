"""Word documents: what is seen when all changes are accepted, and nothing else."""

import pytest

from corpus import CorpusError, Document
from corpus.readers.docx import read_docx
from tests.unit.corpus.readers.office_files import W, docx, origin, paragraph, zipped

STYLES = (
    '<w:style w:styleId="T1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Mien"><w:name w:val="Mon titre"/><w:basedOn w:val="T2"/></w:style>'
    '<w:style w:styleId="T2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:styleId="Plan"><w:name w:val="Encart"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:styleId="TM1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:styleId="Puce"><w:name w:val="List Bullet"/></w:style>'
    '<w:style w:styleId="Rond"><w:name w:val="Rond"/><w:basedOn w:val="Rond"/></w:style>'
)


def read(body: str, **parts: str) -> Document:
    return read_docx(docx(body, **parts), origin("essai.docx"))


def test_headings_by_the_name_of_a_style_by_its_base_and_by_its_outline_level() -> None:
    body = "".join(paragraph(style, style) for style in ("T1", "Mien", "Plan", "Rond", "inconnu"))
    document = read(body, styles=STYLES)
    assert [(heading.level, heading.title) for heading in document.outline] == [(1, "T1"), (2, "Mien"), (3, "Plan")]
    assert document.text == "T1\n\nMien\n\nPlan\n\nRond\n\ninconnu"


def test_a_table_of_contents_is_left_and_a_paragraph_sent_to_the_text_level_is_no_heading() -> None:
    body = paragraph("Sommaire ... 3", "TM1") + paragraph("Corps", "T1", '<w:outlineLvl w:val="9"/>')
    contents = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body += f"{contents}<w:sdtContent>{paragraph('Table')}</w:sdtContent></w:sdt>"
    document = read(body, styles=STYLES)
    assert (document.text, document.outline) == ("Corps", ())


def test_lists_by_their_numbering_by_their_style_and_by_a_typed_bullet() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    body = paragraph("un", "", numbered) + paragraph("deux", "Puce") + paragraph("• trois") + paragraph("– quatre")
    body += paragraph("cinq", "Puce", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert read(body, styles=STYLES).text == "- un\n- deux\n- trois\n- quatre\n\ncinq"


def test_changes_are_read_as_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>La mairie </w:t></w:r><w:del><w:r><w:delText>refuse</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>accepte</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> ici</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t> là</w:t></w:r></w:moveTo><w:r><w:t>.</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Une seule </w:t></w:r></w:p>"
        "<w:p><w:r><w:t>phrase.</w:t></w:r></w:p>"
    )
    assert read(body).text == "La mairie accepte là.\n\nUne seule phrase."


def test_codes_of_fields_and_hidden_text_are_left_and_breaks_and_hyphens_are_kept() -> None:
    body = (
        '<w:p><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:hyperlink><w:r>'
        "<w:t>le lien</w:t></w:r></w:hyperlink>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r><w:r><w:br/><w:t>Saint</w:t><w:noBreakHyphen/><w:t>Jean"
        "</w:t><w:tab/><w:t>puis</w:t></w:r></w:p>"
    )
    assert read(body).text == "le lien\nSaint\u2011Jean puis"


def _tabbed(*cells: str) -> str:
    return "<w:p><w:r>" + "<w:tab/>".join(f"<w:t>{cell}</w:t>" for cell in cells) + "</w:r></w:p>"


def test_lines_that_tabs_align_are_a_table_and_label_lines_are_not() -> None:
    body = _tabbed("Nom", "Organisme") + _tabbed("Ana Roc", "Mairie") + _tabbed("Zoé Val", "", "École")
    labels = _tabbed("Lieu :", "la salle") + _tabbed("Date :", "lundi") + _tabbed("Animatrice :", "Ana")
    two = _tabbed("Fait à Vals", "le maire") + _tabbed("le 2 mai", "Ana Roc")
    text = read(body + labels + paragraph("Fin.") + two).text
    assert text.split("\n\n") == [
        "Nom\tOrganisme\nAna Roc\tMairie\nZoé Val\tÉcole",
        "Lieu : la salle",
        "Date : lundi",
        "Animatrice : Ana",
        "Fin.",
        "Fait à Vals le maire",
        "le 2 mai Ana Roc",
    ]


def test_a_drop_cap_begins_its_paragraph() -> None:
    assert (
        read(paragraph("L", "", '<w:framePr w:dropCap="drop"/>') + paragraph("e maire parle.")).text
        == "Le maire parle."
    )


def test_a_text_box_follows_its_paragraph_once() -> None:
    box = f"<w:txbxContent>{paragraph('Dans la boîte.')}</w:txbxContent>"
    drawing = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = f"<w:p><w:r><w:t>Avant </w:t></w:r><w:r>{drawing}</w:r><w:r><w:t>et après.</w:t></w:r></w:p>"
    assert read(body).text == "Avant et après.\n\nDans la boîte."


def test_notes_stand_apart_in_the_order_of_their_calls() -> None:
    body = (
        '<w:p><w:r><w:t>Un fait</w:t><w:footnoteReference w:id="3"/><w:t> sûr</w:t><w:endnoteReference w:id="2"/>'
        "<w:t>.</w:t></w:r></w:p>"
    )
    notes = f'<w:footnote w:id="0">{paragraph("filet")}</w:footnote>'
    notes += f'<w:footnote w:id="3">{paragraph("La source.")}</w:footnote>'
    ends = f'<w:endnote w:id="2">{paragraph("Fin.")}</w:endnote>'
    document = read(body, footnotes=notes, endnotes=ends)
    assert document.text == "Un fait sûr.\n\nLa source.\n\nFin."
    assert [(note.mark, document.quote(note.span)) for note in document.notes] == [("1", "La source."), ("2", "Fin.")]


def _cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_tables_keep_their_columns_under_merged_cells_and_lose_deleted_rows() -> None:
    rows = [
        _cell("Nom", '<w:gridSpan w:val="2"/>') + _cell("Organisme"),
        _cell("Ana") + _cell("Roc") + _cell("Mairie", '<w:vMerge w:val="restart"/>'),
        _cell("Zoé") + _cell("Val") + _cell("", "<w:vMerge/>"),
        "<w:trPr><w:del/></w:trPr>" + _cell("Luc") + _cell("Nul") + _cell("Rien"),
    ]
    table = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    assert read(table).text == "Nom\t\tOrganisme\nAna\tRoc\tMairie\nZoé\tVal"


def test_a_table_that_lays_out_a_page_is_read_block_by_block() -> None:
    table = (
        f"<w:tbl><w:tr><w:tc>{paragraph('Titre', 'T1')}{paragraph('Texte.')}</w:tc>{_cell('Encadré.')}</w:tr></w:tbl>"
    )
    assert read(table, styles=STYLES).text == "Titre\n\nTexte.\n\nEncadré."


def test_a_short_line_all_in_bold_is_a_title() -> None:
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r></w:p>"
    document = read(bold.format("Points abordés") + bold.format("Lieu : la salle") + paragraph("Texte."))
    assert [(heading.level, heading.title) for heading in document.outline] == [(5, "Points abordés")]


def test_properties_give_title_author_and_date_where_the_text_tells_none() -> None:
    core = "<p><title>Bilan de la saison</title><creator>Ana Roc</creator><created>2021-05-06T10:00:00Z</created></p>"
    relations = (
        '<Relationships><Relationship Id="r1" Target="docProps/core.xml" '
        'Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/></Relationships>'
    )
    parts = {"word/document.xml": "", "docProps/core.xml": core, "_rels/.rels": relations}
    body = f'<w:document xmlns:w="{{}}"><w:body>{paragraph("Texte.")}</w:body></w:document>'
    document = read_docx(zipped(parts | {"word/document.xml": body.replace("{}", W)}), origin("essai.docx"))
    assert (document.title, document.authors, document.date) == ("Bilan de la saison", ("Ana Roc",), "2021-05-06")
    assert document.warnings == ("aucune date en tête du texte : celle du fichier est prise (2021-05-06)",)


def test_a_document_without_text_or_without_body_is_told() -> None:
    with pytest.raises(CorpusError, match=r"« essai\.docx » ne contient aucun texte : .* attendu"):
        read("<w:p/>")
    with pytest.raises(CorpusError, match="n'est pas un document Word entier"):
        read_docx(zipped({"word/autre.xml": "<a/>"}), origin("essai.docx"))
