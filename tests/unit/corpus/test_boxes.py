"""Boxes, block quotations and interviews stand apart from the text, and the sentence that they cut is whole."""

from corpus import Box, Document, blocks
from corpus.assembly import Origin
from corpus.readers.docx import read_docx
from corpus.readers.html import read_html
from corpus.readers.text import read_text
from tests.unit.corpus.readers.office_files import docx, origin, paragraph
from tests.unit.corpus.readers.pdf_files import one_page, read

WORDS = "La commune a curé les deux mares du plateau et replanté la grande haie du chemin."


def _markdown(text: str) -> Document:
    return read_text(text.encode(), Origin("essai", "essai.md", "0" * 64, "text/markdown"))


def told(document: Document) -> list[tuple[str, str, str]]:
    return [(box.kind, box.title, document.quote(box.span)) for box in document.boxes]


def test_a_section_that_calls_itself_a_box_is_one_up_to_the_next_title() -> None:
    document = _markdown(
        f"# Forum\n\n{WORDS} {WORDS}\n\n## Débat\n\n{WORDS}\n\n### Encadré : la mare du haut\n\nElle date de 1903.\n\n"
        f"Elle est profonde.\n\n### Suite\n\n{WORDS}\n\nZoom sur la haie : elle a trente ans.\n\n{WORDS}\n"
    )
    assert told(document) == [
        (
            "box",
            "Encadré : la mare du haut",
            "Encadré : la mare du haut\n\nElle date de 1903.\n\nElle est profonde.",
        ),
        ("box", "Zoom sur la haie", "Zoom sur la haie : elle a trente ans."),
    ]


def test_a_quoted_paragraph_of_markdown_is_a_quotation_and_cuts_no_sentence() -> None:
    document = _markdown(f"# Forum\n\n{WORDS} Le maire a remercié\n\n> Une mare vit.\n> Elle respire.\n\nles élèves.\n")
    assert told(document) == [("quotation", "", "Une mare vit.\nElle respire.")]
    assert f"{WORDS} Le maire a remercié\n\nles élèves." in [document.quote(block.span) for block in blocks(document)]


def test_an_interview_goes_from_its_first_question_to_its_last_answer() -> None:
    document = _markdown(
        "# Trois questions à Odile Varenchon\n\nElle dirige la régie.\n\n**Pourquoi une régie ?**\n\nPour l'eau.\n\n"
        "**Et demain ?**\n\nDemain, les haies.\n\nPuis les mares.\n\n*Propos recueillis par Jo Lebel*\n\n"
        "## Agenda\n\nRien.\n"
    )
    (box,) = document.boxes
    assert (box.kind, box.title) == ("interview", "Trois questions à Odile Varenchon")
    assert document.quote(box.span).startswith("Pourquoi une régie ?")
    assert document.quote(box.span).endswith("Puis les mares.")


def test_questions_of_a_debate_are_no_interview() -> None:
    assert _markdown("# Débat\n\nPourquoi une régie ?\n\nPour l'eau.\n\nEt demain ?\n\nLes haies.\n").boxes == ()


def test_a_page_tells_its_boxes_by_its_elements() -> None:
    page = (
        f"<main><h1>Forum</h1><p>{WORDS} {WORDS} Le conseil a remercié</p><aside><h3>La mare du haut</h3><p>{WORDS} "
        f"{WORDS}</p></aside><p>les élèves du bourg.</p><blockquote><p>Une mare vit.</p></blockquote>"
        f"<div class='bloc-encadre'><p>Une haie aussi.</p></div><table><tr><td>Une seule cellule.</td></tr>"
        f"</table><p>{WORDS}</p></main>"
    )
    document = read_html(page.encode(), origin("page.html"))
    assert told(document) == [
        ("box", "La mare du haut", f"La mare du haut\n\n{WORDS} {WORDS}"),
        ("quotation", "", "Une mare vit."),
        ("box", "", "Une haie aussi."),
        ("box", "", "Une seule cellule."),
    ]
    assert "Le conseil a remercié\n\nles élèves du bourg." in document.text


def test_text_boxes_frames_and_borders_of_word_are_boxes() -> None:
    border = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right"))
    bordered = f"<w:pBdr>{border}</w:pBdr>"
    box = f"<w:p><w:r><w:t>Avant.</w:t></w:r><w:r><w:txbxContent>{paragraph('Une mare.')}</w:txbxContent></w:r></w:p>"
    body = (
        paragraph(WORDS) + paragraph(WORDS) + box + paragraph("Entre.")
        + paragraph("Une haie.", properties=bordered) + paragraph("Et sa clé.", properties=bordered)
        + paragraph("Après.") + paragraph("À côté.", properties='<w:framePr w:w="2000"/>')
        + paragraph("Ligne.", properties='<w:pBdr><w:bottom w:val="single"/></w:pBdr>')
    )  # fmt: skip
    document = read_docx(docx(body), origin("essai.docx"))
    assert told(document) == [
        ("box", "", "Une mare."),
        ("box", "", "Une haie.\n\nEt sa clé."),
        ("box", "", "À côté."),
    ]


def _line(words: str, left: float, top: float) -> bytes:
    return f"BT /F1 10 Tf {left} {842 - top} Td ({words}) Tj ET\n".encode("cp1252")


def test_a_rectangle_of_a_page_is_a_box_and_the_text_goes_on_beside_it() -> None:
    beside = [
        "The council heard the farmers of the upper hill who",
        "fear that the roots may block the drains of",
        "the",
    ]
    below = "lower field and ask for a distance of two metres from each of the ditches along the main road, as before."
    inside = ["The upper pond was dug", "in the year of the flood", "by all the families and", "their many neighbours"]
    content = b"".join(_line(words, 60, 100 + 12 * at) for at, words in enumerate(beside))
    content += _line(below, 60, 160) + _line(
        "It ends here at noon, after a long debate on water and on hedges.", 60, 172
    )
    content += b"".join(_line(words, 360, 100 + 12 * at) for at, words in enumerate(inside))
    content += b"350 690 150 65 re S\n"
    document = read(one_page(content))
    assert told(document) == [("box", "", " ".join(inside))]
    assert isinstance(document.boxes[0], Box)


def test_what_holds_most_of_the_text_is_no_box() -> None:
    page = f"<main><h1>Forum</h1><blockquote><p>{WORDS} {WORDS}</p></blockquote><p>Fin de la séance.</p></main>"
    assert read_html(page.encode(), origin("page.html")).boxes == ()
