"""Damage that optical recognition does to French typography, and how the damaged words are to be read.

A repair is certain or is not made. It is a layer: `document.text` is left as it is.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from corpus.lexicon import French, french
from corpus.lost_signs import lost_apostrophes, typed_guillemets
from corpus.types import Document, Repair, Span
from corpus.variants import mended

_VOWEL = "aeiouyàâéèêëîïôûùhœæAEIOUYÉÈÊÀÂÎÔŒ"
_LETTERS = "a-zàâéèêëîïôûùüçœæ"
_WORD = rf"[{_LETTERS}]{{2,30}}"
# A pattern begins with its literal and looks behind it: it is then found many times faster.
#: `l'` read as `U`: « Uatelier », « lUobjectif », « U'action ».
_U_ELISION = re.compile(
    rf"(?:U(?<![^\W_]U)|lU(?<![^\W_]lU))['’]{{0,2}}(?=([{_VOWEL}][{_LETTERS}€]{{2,30}}|[A-Z]{{2,8}}\b))"
)
#: `é` read as `€`, inside or at the start of a word.
_EURO = re.compile(rf"€(?<!\d€)(?<!\d[ \xa0]€)(?=[{_LETTERS}])")
_LOST_L = re.compile(rf"['’](?<![\w'’»)]['’])(?=([{_VOWEL}][{_LETTERS}]{{2,30}})\b(?!['’](?!\w)))")
_TWICE = re.compile(r"['’]['’](?<=[^\W\d_]..)(?=[^\W\d_])")
_ACRONYM_AFTER_ELISION = re.compile(r"['’](?<=\b[lLdD]['’])([A-Z]{3,6})\b")
_GLUED_ACRONYMS = [re.compile(rf"{letter}(?<=\b{letter})([AEIOUH][A-Z]{{2,5}})\b") for letter in "UC"]
_GLUED_L = re.compile(rf"L(?<![^\W_]L)([éèêàâîô][{_LETTERS}]{{4,30}})(?= (?:de|du|des|d['’]))")
_GLUED_L_NOUN = re.compile(rf"L(?<![^\W_]L)([aeiouh][{_LETTERS}]{{2,30}}(?:tion|sion|ance|ence|isme|ment))\b")
_GLUED_N = re.compile(r"\b(Il|IL|Elle|On|ils?|elles?|on)(n['’][yaeéê]\w{0,12})\b")
_GLUED_DE = re.compile(rf"\b([{_LETTERS}]{{5,30}}?)(de)\b")
_GLUED_POINT = re.compile(rf"\b([Ll]e)([{_LETTERS}]{{4,20}})(d['’])(?=\w)")
_PLAIN_WORD = re.compile(rf"(?<![\w'’-])[A-ZÉÈÊÀÂÎÔ]?{_WORD}(?![\w-])|(?<=['’])[{_LETTERS}]{{3,30}}(?![\w-])")
_LIST_MARK = re.compile(r"^- ", re.MULTILINE)
_MINIMUM_SIGNS = 2

Found = Iterator[tuple[tuple[int, int], str]]


def find_repairs(text: str, document_id: str) -> tuple[Repair, ...]:
    """Return the certain repairs of a text, in order and without overlap."""
    found = _recognised(text)
    for rule in (typed_guillemets, lost_apostrophes):
        for span, read in rule(text):
            found.setdefault(span, read)
    return _in_order(found, document_id)


def _recognised(text: str) -> dict[tuple[int, int], str]:
    """Return the repairs of what optical recognition damaged; none unless it shows several signs.

    The signs are elisions read as `U` before a French word: sound French has none.
    """
    if text.count("U") + text.count("€") < _MINIMUM_SIGNS:
        return {}
    suspects = [match for match in _U_ELISION.finditer(text) if match[1][0].islower() or match[0][-1] in "'’"]
    if len(suspects) + (len(_EURO.findall(text)) if "€" in text else 0) < _MINIMUM_SIGNS:
        return {}
    words = french()
    signs = dict(_elisions(text, words)) | dict(_euros(text, words))
    if len(signs) < _MINIMUM_SIGNS:
        return {}
    found = signs
    for rule in (_acronyms, _lost_elisions, _doubled, _glued, _accents):
        for span, read in rule(text, words):
            found.setdefault(span, read)
    return found


def _in_order(found: dict[tuple[int, int], str], document_id: str) -> tuple[Repair, ...]:
    kept: list[Repair] = []
    for (start, end), read in sorted(found.items()):
        if not kept or start >= kept[-1].span.end:
            kept.append(Repair(Span(document_id, start, end), read))
    return tuple(kept)


def _elisions(text: str, words: French) -> Found:
    for match in _U_ELISION.finditer(text):
        after = match[1]
        if after[0].isupper() and match[0][-1] not in "'’":
            continue
        read = after.replace("€", "é")
        if after[0].isupper() or read in words:
            yield match.span(), "l'"
        elif whole := mended(read, words):
            yield (match.start(), match.end(1)), f"l'{whole}"


def _euros(text: str, words: French) -> Found:
    for match in _EURO.finditer(text):
        start = match.start()
        while start > 0 and text[start - 1].islower():
            start -= 1
        end = match.end()
        while end < len(text) and (text[end].islower() or text[end] == "€"):
            end += 1
        word = text[start:end].replace("€", "é")
        if end - start > 3 and _known(word, words):
            read = mended(word, words)
            yield ((start, end), read) if read else (match.span(), "é")


def _known(word: str, words: French) -> bool:
    return word in words or mended(word, words) is not None


def _acronyms(text: str, words: French) -> Found:
    """Read `UAECT` as « l'AECT » when the same text also writes `l'AECT`, or misreads it as `CAECT` too."""
    glued_u, glued_c = (set(pattern.findall(text)) for pattern in _GLUED_ACRONYMS)
    known = set(_ACRONYM_AFTER_ELISION.findall(text)) | (glued_u & glued_c)
    if known:
        glued = re.compile(r"[UC](?<=\b[UC])['’]?(?=(?:" + "|".join(sorted(known)) + r")\b)")
        yield from ((match.span(), "l'") for match in glued.finditer(text))
        lost = re.compile(r"['’](?<![\w'’»)]['’])(?=(?:" + "|".join(sorted(known)) + r")\b)")
        yield from ((match.span(), "l'") for match in lost.finditer(text))


def _lost_elisions(text: str, words: French) -> Found:
    for match in _LOST_L.finditer(text):
        closed = re.match(r"[^\n'’]{2,30}['’](?!\w)", text[match.end() : match.end() + 33])
        if not closed and _known(match[1], words):
            yield match.span(), "l'"


def _doubled(text: str, words: French) -> Found:
    yield from ((match.span(), "'") for match in _TWICE.finditer(text))


def _glued(text: str, words: French) -> Found:
    """Part words that lost the space or the apostrophe between them, when each part is French and the whole is not."""
    for match in (*_GLUED_L.finditer(text), *_GLUED_L_NOUN.finditer(text)):
        if match[0] not in words and match[1] in words:
            yield (match.start(), match.start() + 1), "L'"
    for match in _GLUED_N.finditer(text):
        yield match.span(1), f"{match[1].capitalize() if match[1][0].isupper() else match[1]} "
    for match in _GLUED_POINT.finditer(text):
        if match[1] + match[2] not in words and match[2] in words:
            yield (match.end(1), match.end(3)), f" {match[2]} d'"
    yield from _glued_de(text, words)


def _glued_de(text: str, words: French) -> Found:
    for match in _GLUED_DE.finditer(text):
        if match[0] not in words and match[1] in words and mended(match[0], words) is None:
            yield match.span(2), " de"


def _accents(text: str, words: French) -> Found:
    for match in _PLAIN_WORD.finditer(text):
        read = mended(match[0], words)
        if read is not None:
            yield match.span(), read


def reading(document: Document, span: Span) -> str:
    """Return a slice as it is meant to be read: repaired, on one line, without list or cell marks."""
    text = document.text
    repairs = document.repairs
    if not repairs:
        return _on_one_line(text[span.start : span.end])
    parts: list[str] = []
    at = span.start
    for number in range(bisect_left(repairs, span.start, key=lambda repair: repair.span.start), len(repairs)):
        repair = repairs[number]
        if repair.span.start >= span.end:
            break
        if repair.span.end > at:
            parts += [text[at : repair.span.start], repair.reading]
            at = repair.span.end
    parts.append(text[at : span.end])
    return _on_one_line("".join(parts))


def _on_one_line(text: str) -> str:
    if "- " in text:
        text = _LIST_MARK.sub("", text)
    return " ".join(text.split())
