"""From the glyphs of a page to its words, by the PDF library: the only module that knows it."""

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.pdf.dots import with_drawn_marks
from corpus.pdf.limits import CHARACTERS
from corpus.pdf.strokes import read_strokes
from corpus.pdf.turn import Box, Turn, turn_of
from corpus.pdf.types import Page, Word

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

#: Two glyphs this far apart, in sizes of the font, stand in two words.
_GAP = 0.25
_SHIFT = 0.2
#: A page with fewer characters, on which a picture is drawn, is a scan.
_FEW = 40
_LARGE_PICTURE = 0.3
_MANY_STROKES = 300
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|[-,]bd|\bbx?\d{1,2}\b|cmbx|sfbx", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-,]it\b|cmti|cmsl|sfti", re.IGNORECASE)
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_ACCENTS = {"\u00b4": "\u0301", "`": "\u0300", "\u02c6": "\u0302", "\u00a8": "\u0308"}
_LONE_ACCENT = re.compile("([\u00b4`\u02c6\u00a8])([aeiouyAEIOUY\u0131])")
#: How the library tells a hyphen at the end of a line.
_HYPHENS = {0x02: 0x2D, 0xFFFE: 0x2D, 0xAD: 0x2D, 0x2010: 0x2D, 0x2011: 0x2D}
_NOT_TEXT = frozenset(
    [
        0,
        0xFFFD,
        0xFFFF,
        0xFEFF,
        0x061C,
        0xE000,
        0xE001,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
    ]
)


class _Style(NamedTuple):
    """What the glyphs of one text object share; `turned` is its angle in quarters of a turn, none when it slants."""

    size: float
    bold: bool
    italic: bool
    quarter: int | None


class _Glyph(NamedTuple):
    code: int
    box: Box
    origin: tuple[float, float]
    style: _Style


_SPACE = _Glyph(0x20, (0.0, 0.0, 0.0, 0.0), (0.0, 0.0), _Style(0.0, False, False, None))
_SPACES = frozenset([0x20, 0xA0, 0x202F, 0x2009, 0x3000, *range(0x2000, 0x200B), *range(0x7F, 0xA0), 0x2028, 0x2029])


def read_page(document: "PdfDocument", number: int) -> Page:
    """Return one page; what of it cannot be parsed is told by `damaged`, and never raises."""
    from pypdfium2 import PdfiumError

    try:
        page = document[number]
        text = page.get_textpage()
    except PdfiumError:
        return Page(number, 0.0, 0.0, damaged=True)
    try:
        reader = _TextReader(text.raw)
        glyphs, cut = list(reader.glyphs()), reader.cut
        turn = turn_of((glyph.style.quarter for glyph in glyphs), page.get_mediabox())
        strokes = read_strokes(page, turn)
        words = with_drawn_marks(tuple(_words(glyphs, turn)), strokes.dots)
        empty = len(glyphs) < _FEW or reader.lost > len(glyphs)
        scanned = empty and (strokes.pictures > _LARGE_PICTURE or strokes.paths > _MANY_STROKES)
        page_read = Page(number, turn.width, turn.height, words, strokes.rules, scanned, reader.lost, cut)
        return replace(page_read, surfaces=strokes.surfaces) if strokes.surfaces else page_read
    finally:
        text.close()
        page.close()


class _TextReader:
    """Reads the glyphs of a page in the order of its content; `lost` counts those that stand for no character."""

    def __init__(self, text: Any) -> None:
        import pypdfium2.raw as raw

        self._raw, self._text = raw, text
        self._styles: dict[int, _Style] = {}
        self.lost = 0
        self.count = raw.FPDFText_CountChars(text)
        self.cut = self.count > CHARACTERS

    def glyphs(self) -> Iterator[_Glyph]:
        raw, text = self._raw, self._text
        box = raw.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        for at in range(min(self.count, CHARACTERS)):
            code = raw.FPDFText_GetUnicode(text, at)
            code = _HYPHENS.get(code, code)
            if code in _NOT_TEXT:
                self.lost += code in (0, 0xFFFD)
                continue
            owner = raw.FPDFText_GetTextObject(text, at)
            if not owner or code < 0x20:
                yield _SPACE
                continue
            raw.FPDFText_GetLooseCharBox(text, at, box)
            raw.FPDFText_GetCharOrigin(text, at, x, y)
            address = ctypes.addressof(owner.contents)
            style = self._styles.get(address) or self._style(address, owner)
            yield _Glyph(code, (box.left, box.bottom, box.right, box.top), (x.value, y.value), style)

    def _style(self, address: int, owner: Any) -> _Style:
        raw = self._raw
        size, matrix = ctypes.c_float(), raw.FS_MATRIX()
        raw.FPDFTextObj_GetFontSize(owner, size)
        raw.FPDFPageObj_GetMatrix(owner, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        angle = math.degrees(math.atan2(matrix.b, matrix.a)) % 360
        quarter = round(angle / 90) % 4 if min(angle % 90, 90 - angle % 90) < 5 else None
        font = raw.FPDFTextObj_GetFont(owner)
        name = _font_name(raw, font)
        bold = bool(_BOLD.search(name)) or raw.FPDFFont_GetWeight(font) >= 600
        style = _Style(round(abs(size.value) * scale, 1), bold, bool(_ITALIC.search(name)), quarter)
        self._styles[address] = style
        return style


def _font_name(raw: Any, font: Any) -> str:
    buffer = ctypes.create_string_buffer(128)
    length = raw.FPDFFont_GetBaseFontName(font, buffer, 128)
    return buffer.raw[: max(0, min(length, 128) - 1)].decode("utf-8", "replace")


def _words(glyphs: list[_Glyph], turn: Turn) -> Iterator[Word]:
    """Gather glyphs into words: a space, a gap, another line or another style of letters ends one."""
    begun: list[_Glyph] = []
    spaced = True
    for glyph in glyphs:
        if glyph is _SPACE or glyph.code in _SPACES:
            if begun:
                yield _word(begun, spaced=spaced)
            begun, spaced = [], True
            continue
        if glyph.style.quarter != turn.quarter:
            continue
        placed = glyph._replace(box=turn.box(glyph.box), origin=turn.point(*glyph.origin))
        if begun and (apart := _apart(begun[-1], placed)) is not None:
            yield _word(begun, spaced=spaced)
            begun, spaced = [], apart
        begun.append(placed)
    if begun:
        yield _word(begun, spaced=spaced)


def _apart(before: _Glyph, after: _Glyph) -> bool | None:
    """Tell if a glyph begins another word, with a space before it or without; nothing when it goes on."""
    size = max(before.style.size, after.style.size, 1.0)
    gap = after.box[0] - before.box[2]
    if abs(before.origin[1] - after.origin[1]) > size or gap > _GAP * size or gap < -2 * size:
        return True
    if (
        abs(before.origin[1] - after.origin[1]) > _SHIFT * size
        or abs(before.style.size - after.style.size) > _SHIFT * size
    ):
        return False
    return None


def _word(glyphs: list[_Glyph], *, spaced: bool) -> Word:
    style = glyphs[0].style
    return Word(
        _characters(glyphs),
        round(min(glyph.box[0] for glyph in glyphs), 1),
        round(min(glyph.box[1] for glyph in glyphs), 1),
        round(max(glyph.box[2] for glyph in glyphs), 1),
        round(max(glyph.box[3] for glyph in glyphs), 1),
        round(glyphs[0].origin[1], 1),
        style.size,
        style.bold,
        style.italic,
        spaced,
    )


def _characters(glyphs: list[_Glyph]) -> str:
    """Return the characters: halves of a pair joined, ligatures resolved, accents composed."""
    text = "".join(chr(glyph.code) for glyph in glyphs if glyph.code < 0x110000)
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return unicodedata.normalize("NFC", _LONE_ACCENT.sub(_composed, text))


def _composed(found: re.Match[str]) -> str:
    """Put the accent that TeX draws before its letter on the letter."""
    return ("i" if found[2] == "\u0131" else found[2]) + _ACCENTS[found[1]]
