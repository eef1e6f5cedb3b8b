"""Plain text and Markdown: the marks go, the words stay, headings and lists are recognised."""

import re
from collections.abc import Iterator

from corpus.assembly import Origin, Piece, assemble
from corpus.decoding import decode
from corpus.errors import CorpusError
from corpus.furniture import without_furniture
from corpus.types import Document

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(\w+)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*$")
_BULLET = re.compile(r"[ \t]{0,8}(?:[-–—•·●▪◦‣►*+]|P>|>|»)[ \t\xa0]+(?=\S)|[ \t]{0,8}[•●▪◦‣►](?=\S)")
_TABLE_RULE = re.compile(r"\s*\|?[\s:|-]+\|[\s:|-]*$")
_BOLD_LINE = re.compile(r"\*\*(?:[^*]|\*(?!\*))+\*\*$")
_INLINE = [
    (re.compile(r"<(https?://[^<>\s]+)>"), r"\1"),
    (re.compile(r"<sup>\s*\d{1,3}\s*</sup>"), ""),
    (re.compile(r"</?[A-Za-z][^<>\n]{0,200}>"), ""),
    (re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"), ""),
    (re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"(?<=\S)\*{1,3}|\*{1,3}(?=\S)"), ""),
    (re.compile(r"(?<!\w)__?(?=\S)|(?<=\S)__?(?!\w)"), ""),
]
_CONTINUED = re.compile(r"[«“\"(]?\s*[a-zàâéèêëîïôûùçœ]")
_HYPHENATED = re.compile(r"(?<=[a-zàâéèêëîïôûùç])-\n(?=[a-zàâéèêëîïôûùç]{2,})")
_COMPOUND = re.compile(r"(?:peut|celui|celle|ceux|là|ci|vice|sous|non|mi|demi|quasi|ex|avant|après|contre|rendez|lui)$")


#: Longest line that is read, in characters: longer ones are data, not text, and would take hours.
LONGEST_LINE = 500_000


def read_text(data: bytes, origin: Origin) -> Document:
    """Read a text file, with or without Markdown marks.

    Raises `CorpusError` when the bytes are no text, or hold a line longer than `LONGEST_LINE`.
    """
    text, warnings = decode(data, origin.source)
    if len(max(text.split("\n"), key=len)) > LONGEST_LINE:
        raise CorpusError(
            f"« {origin.source} » contient une ligne de plus de {LONGEST_LINE} caractères : ce n'est pas un compte rendu. "
            "Un texte en lignes ou en paragraphes était attendu. Vérifiez le fichier, ou retirez-le des sources."
        )
    fields, text = _front_matter(text)
    text = _HYPHENATED.sub(_joined, text)
    pieces = without_furniture(list(_pieces(text)))
    return assemble(pieces, origin, title=fields.get("title"), date=fields.get("date"), warnings=warnings)


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    match = _FRONT_MATTER.match(text)
    if not match:
        return {}, text
    fields = {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(match[1])}
    title, date = fields.get("titre") or fields.get("title"), fields.get("date")
    known = {"title": title, "date": date if date and re.fullmatch(r"\d{4}(-\d{2}){0,2}", date) else None}
    return {key: value for key, value in known.items() if value}, text[match.end() :]


def _joined(match: re.Match[str]) -> str:
    return "-" if _COMPOUND.search(match.string, max(0, match.start() - 8), match.start()) else ""


def _pieces(text: str) -> Iterator[Piece]:
    marked = bool(re.search(r"^#{1,6}[ \t]", text, re.MULTILINE))
    chunks = [chunk for chunk in re.split(r"\n[ \t\xa0]*(?:\n[ \t\xa0]*)+", text) if re.search(r"\w", chunk)]
    for chunk, after in zip(chunks, [*chunks[1:], ""], strict=True):
        lines = chunk.strip("\n").split("\n")
        level = _title_level(lines[0], marked=marked) if len(lines) == 1 and not _CONTINUED.match(after) else 0
        if level:
            heading = _HEADING.match(lines[0])
            yield Piece("heading", _clean(heading[2] if heading else lines[0]), level)
        else:
            yield from _chunk(lines)


def _chunk(lines: list[str]) -> Iterator[Piece]:
    """Cut a chunk without blank lines into headings, rows, items and a paragraph of the other lines."""
    begun: list[str] = []
    item = False
    for line in lines:
        heading, bullet = _HEADING.match(line), _BULLET.match(line)
        row = _row(line)
        if (heading or bullet or row is not None) and begun:
            yield Piece("item" if item else "paragraph", _clean("\n".join(begun)))
            begun, item = [], False
        if heading:
            yield Piece("heading", _clean(heading[2]), len(heading[1]))
        elif row is not None:
            yield Piece("row", row)
        elif bullet:
            begun, item = [line[bullet.end() :]], True
        else:
            begun.append(line.strip())
    if begun:
        yield Piece("item" if item else "paragraph", _clean("\n".join(begun)))


def _row(line: str) -> str | None:
    """Return the cells of a table row separated by tabs; an empty text for a rule; nothing when it is no row."""
    if line.lstrip().startswith("|") and line.count("|") >= 2:
        if _TABLE_RULE.match(line):
            return ""
        return "\t".join(_clean(cell).strip() for cell in line.strip().strip("|").split("|"))
    if "\t" in line.strip():
        return "\t".join(_clean(cell) for cell in line.split("\t"))
    return None


def _clean(text: str) -> str:
    for pattern, kept in _INLINE:
        text = pattern.sub(kept, text)
    return text


def _title_level(line: str, *, marked: bool) -> int:
    """Return the level of a line that stands alone as a title, 0 when it is none.

    In a text without Markdown headings, a short line that begins with a capital and ends without punctuation is a
    title: in capitals it is of level 2, else of level 4. A line in bold is one wherever it stands.
    """
    if heading := _HEADING.match(line):
        return len(heading[1])
    words = _clean(line).strip()
    if not words or len(words) > 110 or "\t" in line or _BULLET.match(line) or re.search(r"[.,;:!]$", words):
        return 0
    if _BOLD_LINE.match(line.strip()):
        return 0 if re.match(r"[^:]{3,40} ?: ", words) and "«" not in words else 5
    if marked or not re.match(r"[«“]?\s*(?:\d{1,2}[.)]?\s+|[IVX]+[.)]\s+)?[A-ZÀÂÉÈÊÎÔÛÇŒ]", words) or len(words) < 4:
        return 0
    if re.match(r"[^:]{3,40} ?: \S", words) or len(words.split()) > 14:
        return 0
    return 2 if words.isupper() and len(words) > 5 else 4
