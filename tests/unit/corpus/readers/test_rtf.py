"""RTF files: control words, character sets, tables, notes, and what is not seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import CorpusError, Document
from corpus.readers.rtf import read_rtf
from tests.unit.corpus.readers.office_files import origin, rtf


def read(body: str, info: str = "") -> Document:
    return read_rtf(rtf(body, info=info), origin("essai.rtf"))


def test_characters_by_code_page_by_font_and_by_unicode_with_what_stands_in_for_them() -> None:
    body = r"L\'e9t\'e9 \u339\'9cuvre {\f1 \'b3\'f3d\'9f} \uc2\u8364 EU\uc1\u-10179?\u-8704?"
    body += r"\~ok\emdash\ldblquote\rdblquote\par"
    assert read(body).text == "Lété œuvre łódź €😀\xa0ok—“”"


def test_headings_by_outline_level_and_by_style() -> None:
    body = r"\pard\plain\s1 Premier\par\pard\plain\s7 Second\par\pard\plain\outlinelevel2 Troisième\par"
    body += r"\pard\plain Texte.\par"
    document = read(body)
    assert [(heading.level, heading.title) for heading in document.outline] == [
        (1, "Premier"),
        (2, "Second"),
        (3, "Troisième"),
    ]
    assert document.text == "Premier\n\nSecond\n\nTroisième\n\nTexte."


def test_lists_by_their_text_by_a_bullet_and_by_a_hanging_number() -> None:
    body = r"\pard{\listtext\f2\'b7\tab}un\par\pard{\pntext 1.\tab}deux\par\pard \bullet\tab trois\par"
    body += r"\pard\fi-360 4.\tab quatre\par"
    assert read(body).text == "- un\n- deux\n- trois\n- quatre"


def test_a_number_that_begins_an_ordinary_paragraph_is_kept() -> None:
    assert read(r"\pard 4.\tab quatre\par").text == "4. quatre"


def test_tables_and_what_follows_them() -> None:
    row = r"\trowd\cellx100\cellx200\pard\intbl {}\cell {}\cell\row"
    body = row.format("Nom", "Organisme") + row.format(r"Ana\par Roc", "") + r"\pard Fin.\par"
    assert read(body).text == "Nom\tOrganisme\nAna Roc\n\nFin."


def test_notes_boxes_headers_pictures_codes_and_deleted_or_hidden_text() -> None:
    body = (
        r"{\header En-tête\par}{\pict\wmetafile8 0102ff}\pard Un fait{\super\chftn}"
        r"{\*\footnote\chftn  La source.\par} sûr"
        r"{\deleted  effacé}{\v  caché}{\field{\*\fldinst HYPERLINK x}{\fldrslt  (lien)}}{\*\inconnu rien}."
        r"{\shp{\*\shpinst{\sp{\sn n}{\sv v}}{\shptxt \pard Dans la boîte.\par}}{\shprslt Double}}\par\pard Suite.\par"
    )
    document = read(body)
    assert document.text == "Un fait sûr (lien).\n\nDans la boîte.\n\nSuite.\n\nLa source."
    assert [(note.mark, document.quote(note.span)) for note in document.notes] == [("1", "La source.")]


def test_control_characters_are_left() -> None:
    assert read(r"Un\'01\u0?\u-1? fait\'07.\par").text == "Un fait."


def test_binary_data_is_stepped_over() -> None:
    assert read("{\\pict\\bin5 a}{\\b}Texte.\\par").text == "Texte."


def test_properties_give_title_author_and_date() -> None:
    info = r"{\title Le bilan d\'e9t\'e9}{\author Ana Roc}{\creatim\yr2021\mo5\dy6\hr10}"
    document = read(r"Texte.\par", info)
    assert (document.title, document.authors, document.date) == ("Le bilan dété", ("Ana Roc",), "2021-05-06")


def test_a_file_that_stops_in_the_middle_is_read_with_a_warning() -> None:
    document = read_rtf(rtf(r"\pard Un.\par\pard Deux{\*\footnote note")[:-2], origin("essai.rtf"))
    assert document.text.startswith("Un.\n\nDeux")
    assert document.warnings == ("fichier RTF incomplet : lu jusqu'où il va",)


def test_too_many_groups_and_no_text_are_told() -> None:
    with pytest.raises(CorpusError, match="imbrique plus de 1000 groupes"):
        read("{" * 5000)
    with pytest.raises(CorpusError, match="ne contient aucun texte"):
        read(r"\pard\par")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=40))
def test_any_text_written_in_unicode_escapes_is_read_back(text: str) -> None:
    halves = text.encode("utf-16-le")
    units = [int.from_bytes(halves[at : at + 2], "little", signed=True) for at in range(0, len(halves), 2)]
    body = "x" + "".join(rf"\u{unit}?" for unit in units) + r"x\par"
    assert read(body).text == f"x{text}x"


def test_paragraphs_between_borders_are_a_box_and_one_that_lacks_a_side_is_none() -> None:
    body = r"\pard Ada Roc ouvre la longue soirée du comité des fêtes et des jardins.\par"
    body += r"\pard\brdrt\brdrs\brdrw10\brdrl\brdrs\brdrb\brdrs\brdrr\brdrs Le fonds vert\par Deux millions.\par"
    body += r"\pard\brdrt\brdrs\brdrl\brdrnone\brdrb\brdrs\brdrr\brdrs Un trait.\par\pard\box\brdrs Fin.\par"
    document = read(body + r"\pard Elle conclut cette longue soirée du comité des fêtes et des jardins.\par")
    assert [document.quote(box.span) for box in document.boxes] == ["Le fonds vert\n\nDeux millions.", "Fin."]
