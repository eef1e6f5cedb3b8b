import pytest

from corpus import CorpusError, Document, ocr
from corpus.assembly import Origin
from corpus.readers.image import read_image
from tests.tools import require_tool
from tests.unit.corpus.readers.pdf_files import FOLDER, read_sample

SCAN = "fiche-numerisee.png"
WORDS = "« Une fontaine muette est une place vide », déclare-t-elle."


def _read(data: bytes, name: str = SCAN) -> Document:
    return read_image(data, Origin("essai", name, "", "image/png"))


def _require_tesseract() -> None:
    require_tool("tesseract")
    if ocr.missing():
        require_tool("tesseract with its French data")


@pytest.fixture
def without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.ocr.missing", lambda: "Tesseract n'est pas installé")
    monkeypatch.setattr("corpus.readers.pdf.missing", lambda: "Tesseract n'est pas installé")


def test_a_scan_is_recognised_in_french() -> None:
    _require_tesseract()
    document = _read((FOLDER / SCAN).read_bytes())
    assert document.title == "Réunion du comité des fontaines"
    assert [(heading.level, heading.title) for heading in document.outline] == [(1, document.title)]
    assert document.date == "2019-03-04"
    assert WORDS in document.text
    assert document.text.count("\n\n") == 3
    assert document.warnings == ("texte reconnu sur image : à relire",)


def test_a_page_of_a_pdf_that_is_a_scan_is_recognised() -> None:
    _require_tesseract()
    document = read_sample("mixte.pdf")
    assert document.title == "Annexe au procès-verbal"
    assert WORDS in document.text
    assert document.text[document.pages[1] :].startswith("Réunion du comité des fontaines")
    assert document.warnings == ("pages reconnues sur image, à relire : 2",)


def test_without_tesseract_an_image_says_what_to_install(without_tesseract: None) -> None:
    with pytest.raises(
        CorpusError, match=r"Tesseract n'est pas installé.*apt-get install tesseract-ocr tesseract-ocr-fra"
    ):
        _read((FOLDER / SCAN).read_bytes())


def test_without_tesseract_the_pages_with_text_are_read(without_tesseract: None) -> None:
    document = read_sample("mixte.pdf")
    assert "Sidoine Bracquemart, secrétaire du comité" in document.text
    assert WORDS not in document.text
    assert len(document.pages) == 2
    assert document.warnings[0].startswith("pages en images, laissées de côté car Tesseract n'est pas installé : 2.")


def test_an_image_that_is_none_is_told() -> None:
    _require_tesseract()
    data = (FOLDER / SCAN).read_bytes()
    with pytest.raises(CorpusError, match=r"« fiche-numerisee.png » est une image abîmée"):
        _read(data[:200])


def test_an_image_that_takes_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    _require_tesseract()
    monkeypatch.setattr(ocr, "OCR_SECONDS", 0.01)
    with pytest.raises(CorpusError, match=r"secondes de reconnaissance"):
        _read((FOLDER / SCAN).read_bytes())


def test_what_tesseract_tells_becomes_words_on_their_lines() -> None:
    told = (
        "<div class='ocr_page' title='image \"\"; bbox 0 0 1190 800; ppageno 0'>"
        "<span class='ocr_line' title=\"bbox 100 50 500 90; baseline 0 -10; x_size 40\">"
        "<span class='ocrx_word' title='bbox 100 50 200 80; x_wconf 96'>L&#39;eau</span>"
        "<span class='ocrx_word' title='bbox 220 50 240 80; x_wconf 12'>|</span></span></div>"
    )
    (page,) = ocr.read_hocr(told)
    assert (page.width, page.height, page.scanned) == (595.0, 400.0, True)
    assert [(word.text, word.left, word.base, word.size) for word in page.words] == [("L'eau", 50.0, 40.0, 15.0)]


def _hocr(lines: list[tuple[str, tuple[int, int, int, int]]], size: tuple[int, int], angle: int) -> str:
    turned = f"; textangle {angle}" if angle else "; baseline 0 -2"
    told = f"<div class='ocr_page' title='bbox 0 0 {size[0]} {size[1]}'>"
    for text, (left, top, right, bottom) in lines:
        box = f"bbox {left} {top} {right} {bottom}"
        told += f"<span class='ocr_line' title='{box}{turned}; x_size 20'>"
        told += f"<span class='ocrx_word' title='{box}; x_wconf 90'>{text}</span></span>"
    return told


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_a_page_on_its_side_is_set_upright(angle: int) -> None:
    width, height = 600, 800

    def turned(left: int, top: int, right: int, bottom: int) -> tuple[int, int, int, int]:
        return {
            0: (left, top, right, bottom),
            90: (top, width - right, bottom, width - left),
            180: (width - right, height - bottom, width - left, height - top),
            270: (height - bottom, left, height - top, right),
        }[angle]

    upright = [("Titre", (50, 40, 300, 60)), ("Un", (50, 100, 80, 120)), ("Deux", (90, 140, 150, 160))]
    size = (width, height) if angle in (0, 180) else (height, width)
    (page,) = ocr.read_hocr(_hocr([(text, turned(*box)) for text, box in upright], size, angle))
    assert (page.width, round(page.height)) == (595, 793)
    found = [(word.text, round(word.left), round(word.top), round(word.right)) for word in page.words]
    assert found == [("Titre", 50, 40, 298), ("Un", 50, 99, 79), ("Deux", 89, 139, 149)]
    bases = [word.base for word in page.words]
    assert bases == sorted(bases) and bases[0] < bases[1] - 20


def test_a_page_of_which_nothing_is_sure_is_asked_for_its_top(monkeypatch: pytest.MonkeyPatch) -> None:
    upright = _hocr([("Titre", (50, 40, 300, 60))], (600, 800), 0)
    asked: list[tuple[str, ...]] = []

    def hocr(picture: bytes, source: str, *options: str) -> str:
        asked.append(options)
        return upright if options else upright.replace("x_wconf 90", "x_wconf 31").replace("Titre", "ərʇᴉ")

    monkeypatch.setattr("corpus.ocr.missing", lambda: None)
    monkeypatch.setattr("corpus.ocr._languages", lambda: frozenset(("fra", "osd")))
    monkeypatch.setattr("corpus.ocr._hocr", hocr)
    assert [word.text for page in ocr.recognise(b"", "a.png") for word in page.words] == ["Titre"]
    assert asked == [(), ("--psm", "1")]


def test_a_page_that_is_hardly_readable_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told = _hocr([("Titre", (50, 40, 300, 60))], (600, 800), 0)
    monkeypatch.setattr("corpus.ocr.missing", lambda: None)
    for sure, warned in ((90, False), (70, True)):
        monkeypatch.setattr("corpus.ocr._hocr", lambda *_, sure=sure: told.replace("x_wconf 90", f"x_wconf {sure}"))
        warnings = _read(b"").warnings
        assert warnings[0] == "texte reconnu sur image : à relire"
        assert (warnings[1:] == ("pages à peine lisibles, dont le texte est douteux : 1",)) is warned
