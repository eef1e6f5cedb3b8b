"""Bytes to text: the encoding, the line ends, the damage of a wrong decoding; what is no text is refused."""

import codecs
import re

from corpus.errors import CorpusError

#: Encodings of French office files, besides UTF-8.
_ENCODINGS = ["cp1252", "mac_roman", "cp850"]
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: What opens a file that is known not to be plain text, and what to call it.
_SIGNATURES = (
    (b"%PDF-", "un PDF"),
    (b"PK\x03\x04", "une archive ou un document bureautique (.docx, .odt)"),
    (b"\xd0\xcf\x11\xe0", "un ancien document bureautique (.doc, .xls)"),
    (b"{\\rtf", "un document RTF"),
    (b"\x89PNG", "une image"),
    (b"\xff\xd8\xff", "une image"),
    (b"\x1f\x8b", "une archive"),
)
_BINARY = bytes([*range(0x08), *range(0x0E, 0x20), 0x7F])
#: Controls, and marks without a width that reverse what is read or hide in the middle of a word.
_LOST_SIGNS = [chr(code) for code in (
    *range(9), *range(0x0E, 0x20), 0x7F, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A),
    0xFEFF, 0xFFFE, 0xFFFF,
)]  # fmt: skip
_LOST = re.compile(f"[{''.join(_LOST_SIGNS)}]+")
#: Ligatures of the printer, which no word is spelt with: « ﬁ », « ﬂ », « ﬀ ».
_LIGATURES = {0xFB00 + at: read for at, read in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))}
_LIGATURE = re.compile("[\ufb00-\ufb06]")
#: A C1 control means nothing in a text: it is read as the cp1252 character of the same byte (U+0092 is « ’ »).
_C1 = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_C1_SIGN = re.compile("[\x80-\x9f]")
#: A byte that is no UTF-8, as `surrogateescape` gives it.
_STRAY_AS_CP1252 = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_STRAY = re.compile("[\udc80-\udcff]")
_LINE_END = re.compile("\r\n?|[\u2028\u2029\x0b]")
#: UTF-8 that was read as cp1252: « Ã© » for « é », « â€™ » for « ’ », « Â« » for « « ».
_MOJIBAKE = re.compile("Ã[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€.|Â[\xa0«»°]|Å“")
MENDED = "accents abîmés avant d'arriver ici (« Ã© » pour « é ») : réparés"
_SAMPLE = 200_000
#: A line longer than this is left as it is: mending takes seconds a megabyte.
_LONG = 100_000


def decode(data: bytes, source: str, *, page_break: str = "\n\n") -> tuple[str, tuple[str, ...]]:
    r"""Return the text of a file, and warnings in French about what had to be guessed or mended.

    UTF-8 first, then the encodings of French office files. Line ends become `\n`, a form feed a `page_break`, and
    lone control characters go. A text that was decoded wrongly before it reached us is repaired where it is certain.
    Raises `CorpusError` when the file is empty or is no text; `source` is its name in messages.
    """
    if not data.strip():
        raise CorpusError(_message(source, "est vide", "un compte rendu avec du texte était attendu"))
    _refuse_binary(data, source)
    text, warnings = _characters(data)
    text, repaired = without_mojibake(text.translate(_C1) if _C1_SIGN.search(text) else text)
    if repaired:
        warnings.append(MENDED)
    if "\ufffd" in text:
        warnings.append(f"caractères perdus dans le fichier lui-même (« \ufffd ») : {text.count(chr(0xFFFD))}")
    text = text.replace("\f", page_break)
    if any(sign in text for sign in "\r\u2028\u2029\x0b"):
        text = _LINE_END.sub("\n", text)
    if any(sign in text for sign in _LOST_SIGNS):
        text = _LOST.sub("", text)
    text = text.translate(_LIGATURES) if _LIGATURE.search(text) else text
    if not text.strip():
        raise CorpusError(_message(source, "ne contient aucun texte", "un compte rendu avec du texte était attendu"))
    return text, tuple(warnings)


def _message(source: str, what: str, expected: str) -> str:
    return f"« {source} » {what} : {expected}. Vérifiez ce fichier, ou retirez-le des sources."


def _refuse_binary(data: bytes, source: str) -> None:
    """Refuse known signatures, and files with many control bytes, which no text has."""
    if any(data.startswith(bom) for bom, _ in _BOMS) or _utf16(data):
        return
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise CorpusError(
                f"« {source} » est {kind} et non du texte : un fichier de texte était attendu sous ce nom. "
                "Enregistrez-le en texte (.txt), ou donnez-lui sa vraie terminaison."
            )
    sample = data[:_SAMPLE]
    strange = len(sample) - len(sample.translate(None, _BINARY))
    if strange >= 3 and strange > len(sample) / 50:
        raise CorpusError(_message(source, "est un fichier binaire", "un fichier de texte était attendu sous ce nom"))


def _utf16(data: bytes) -> str | None:
    """Recognise UTF-16 without its mark by the zero byte of each Latin letter."""
    sample = data[: _SAMPLE // 2 * 2]
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or half < 4 or max(even, odd) < half * 0.7 or min(even, odd) > half * 0.02:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _characters(data: bytes) -> tuple[str, list[str]]:
    """Decode by the mark, as UTF-8, as UTF-8 with a few damaged bytes, else by the likeliest French encoding."""
    marked = next((name for bom, name in _BOMS if data.startswith(bom)), None) or _utf16(data)
    if marked and marked != "utf-8-sig":
        return data.decode(marked, "replace"), []
    text = data.decode("utf-8-sig", "surrogateescape")
    stray = len(_STRAY.findall(text))
    if not stray:
        return text, []
    if len(data) - len(text) > 4 * stray:
        return text.translate(_STRAY_AS_CP1252), [f"octets étrangers à l'UTF-8, lus comme du Windows-1252 : {stray}"]
    encoding = _likeliest(data)
    return data.decode(encoding, "replace"), [f"encodage deviné : {encoding} (l'UTF-8 était attendu)"]


def _likeliest(data: bytes) -> str:
    from charset_normalizer import from_bytes

    start = max(0, next((at for at, byte in enumerate(data) if byte > 0x7F), 0) - 1000)
    best = from_bytes(data[start : start + _SAMPLE], cp_isolation=_ENCODINGS).best()
    return best.encoding if best else "cp1252"


def without_mojibake(text: str) -> tuple[str, bool]:
    """Mend the lines in which a wrong decoding shows, if nothing of it remains afterwards."""
    if not _MOJIBAKE.search(text):
        return text, False
    from ftfy import fix_encoding

    lines = text.split("\n")
    for at, line in enumerate(lines):
        if len(line) < _LONG and _MOJIBAKE.search(line):
            mended = fix_encoding(line)
            if "\ufffd" not in mended and not _MOJIBAKE.search(mended):
                lines[at] = mended
    mended_text = "\n".join(lines)
    return mended_text, mended_text != text
