"""Plain text and Markdown: the marks go, the words stay, headings, lists, tables and notes are recognised."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from corpus.assembly import Origin, Piece, assemble
from corpus.decoding import decode
from corpus.errors import CorpusError
from corpus.flow import goes_on
from corpus.furniture import without_furniture
from corpus.hyphens import joined
from corpus.markdown.columns import with_rows
from corpus.markdown.front_matter import split_front_matter
from corpus.markdown.inline import clean, without_comments
from corpus.page_breaks import without_page_breaks
from corpus.pieces import Frame
from corpus.titles import is_label
from corpus.types import Document

_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_ANY_HEADING = re.compile(r"^#{1,6}[ \t]", re.MULTILINE)
_BULLET = re.compile(
    r"[ \t]{0,16}(?:[-–—•·●▪◦‣►▸▹▶❯➢➤➔✓✔❖■□◆⁃∙°→*+]|P>|>|»)[ \t\xa0]+(?=\S)|[ \t]{0,16}[•●▪◦‣►▸▹➢➤](?=\S)"
)
_TASK = re.compile(r"\[[ xX]\][ \t]+(?=\S)")
_PAGE_NUMBER = re.compile(r"[ \t]*[-–—][ \xa0]?\d{1,4}[ \xa0]?[-–—][ \t]*$")
_BOLD_LINE = re.compile(r"\*\*(?:[^*]|\*(?!\*))+\*\*$")
_SETEXT = re.compile(r"(=|-){3,}[ \t]*$")
_RULE = re.compile(r"[ \t]*(?:([-*_=─━═╌┄~–—])[ \t]*(?:\1[ \t]*){2,}|(?:```|~~~)[\w-]*[ \t]*)$")
_QUOTED = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_DEFINITION = re.compile(r"[ ]{0,3}\[[^\]\n]{1,200}\]:[ \t]*<?(?:https?:|mailto:|[./#])\S*")
_NOTE = re.compile(r"[ ]{0,3}(?:\[\^([^\]\s]{1,40})\]:|<sup>\s*(\d{1,3})\s*</sup>)[ \t]*(?=\S)")
_NUMBER = r"\d{1,2}(?:\.\d{1,2}){0,3}(?:[ \xa0]?[-–.):/]{1,2})?[ \xa0]+"
_OPENS_TITLE = re.compile(rf"[«“]?\s*(?:{_NUMBER}|[IVX]+[.)]\s+)?[A-ZÀÂÉÈÊÎÔÛÇŒ]")
_BLANK_LINES = re.compile(r"\n(?:[ \t\xa0]*\n)+")
_WORD = re.compile(r"\w")
_CHUNK_TITLE = re.compile(rf"[ \t]{{0,60}}(?:{_NUMBER})?[A-ZÀÂÉÈÊÎÔÛÇŒ«][^\t:]*$")
_NUMBERED = re.compile(rf"{_NUMBER}[A-ZÀÂÉÈÊÎÔÛÇŒ]")
#: Blocks at the head of a text among which its title stands, and most lines of a title.
_HEAD, _TITLE_LINES = 3, 3
#: Three quarters of a line of prose, in characters.
_PROSE = 50
#: « EXCUSÉS AYANT DONNÉ POUVOIR »: a label over its list.
_LIST_TITLE = re.compile(
    r"(?:[ée]taient |membres |sont )?(?:présent|excusé|absent|représenté|participant|intervenant|invité"
    r"|pouvoir|procuration|ordre)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:sur|de|du|des|à|au|aux|en|et|ou|pour|par|avec|dans)\b|\s*d['’]", re.IGNORECASE)
#: The letterhead of a town hall.
_SENDER = re.compile(
    r"(?:r[ée]publique|libert[ée]|d[ée]partement|arrondissement|canton|commune|communaut[ée]|mairie|ville|pr[ée]fecture"
    r"|syndicat|association|f[ée]d[ée]ration)\b",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"[IVX]{1,5}[ \xa0]?[-–.)/][ \xa0]*\w")
_LONGEST_TITLE = 110
#: A question in bold on a line of its own, and how many of them make an interview.
_BOLD_QUESTION = re.compile(r"\*\*(?:[^*]|\*(?!\*))+\?\s*\*\*$")
_INTERVIEW = 3

#: « Ada Blanc se lève. « Qui paiera ? » », « … « C'est bien triste. » »: sentences that somebody says.
_SPOKEN = re.compile(r"[.!?…] ?«[^»]*»$|«[^»]*\. ?»$")

#: Longest line that is read, in characters: longer ones are data, not text, and would take hours.
LONGEST_LINE = 500_000


def read_text(data: bytes, origin: Origin) -> Document:
    """Read a text file, with or without Markdown marks.

    Raises `CorpusError` when the bytes are no text, or hold a line longer than `LONGEST_LINE`.
    """
    text, warnings = decode(data, origin.source, page_break="\f")
    if len(max(text.split("\n"), key=len)) > LONGEST_LINE:
        raise CorpusError(
            f"« {origin.source} » contient une ligne de plus de {LONGEST_LINE} caractères : ce n'est pas un compte "
            "rendu. Un texte en lignes ou en paragraphes était attendu. Vérifiez le fichier, ou retirez-le des sources."
        )
    head, text = split_front_matter(text)
    text = joined(without_page_breaks(without_comments(text)))
    has_headings = "#" in text and bool(_ANY_HEADING.search(text))
    pieces = _Pieces(has_headings=has_headings, markdown=has_headings or origin.media_type == "text/markdown")
    found = without_furniture(list(pieces.of(text)))
    document = assemble(found, origin, title=head.title, date=head.date, warnings=warnings)
    return replace(document, authors=head.authors) if head.authors else document


class _Pieces:
    """Cuts a text into pieces; `markdown` tells that `>` quotes and that a backslash escapes."""

    def __init__(self, *, has_headings: bool, markdown: bool) -> None:
        self._has_headings = has_headings
        self._markdown = markdown
        self._interview = False

    def of(self, text: str) -> Iterator[Piece]:
        chunks = [chunk for chunk in _BLANK_LINES.split(text) if _WORD.search(chunk)]
        self._interview = sum(_BOLD_QUESTION.match(chunk.strip()) is not None for chunk in chunks) >= _INTERVIEW
        for number, (chunk, after) in enumerate(zip(chunks, [*chunks[1:], ""], strict=False)):
            if self._markdown and _is_quoted(chunk):
                frame = Frame("quotation", number)
                yield from (replace(piece, frame=frame) for piece in self._chunk(self._lines(chunk)))
                continue
            lines = self._lines(chunk)
            if number < _HEAD and self._is_title_of_lines(lines):
                yield Piece("heading", " ".join(self._clean(line).strip() for line in lines), 2)
                continue
            if self._opens_with_a_title(lines):
                words = self._clean(lines[0]).strip()
                yield Piece("heading", words, 2 if words.isupper() or _ROMAN.match(words) else 4)
                yield from self._chunk(lines[1:])
                continue
            level = self._title_level(lines[0]) if len(lines) == 1 else 0
            if level and not _HEADING.match(lines[0]) and goes_on(lines[0], after, over_a_line=False):
                level = 0
            if level:
                yield Piece("heading", self._clean(_without_marks(lines[0])), level)
            else:
                yield from self._chunk(lines)

    def _opens_with_a_title(self, lines: list[str]) -> bool:
        """Tell a first line that is a title over the lines right below: in capitals, « II – … », or short."""
        if (
            self._has_headings
            or len(lines) < 2
            or not _CHUNK_TITLE.match(lines[0])
            or _LIST_TITLE.match(lines[0].strip())
        ):
            return False
        words = self._clean(lines[0]).strip()
        shouted = words.isupper() and len(words.split()) > 1 and not lines[1].strip().isupper()
        below = lines[1].strip()
        numbered = bool(_ROMAN.match(words)) and not _ROMAN.match(below)
        numbered |= bool(_NUMBERED.match(words)) and not _NUMBERED.match(below) and not goes_on(words, below)
        ends = not words or words[-1] in ".,;!:"
        short = (
            _is_like_a_title(words)
            and "," not in words
            and " " in words
            and len(words) <= 0.75 * len(lines[1]) > _PROSE
        )
        return (
            (shouted or numbered or short)
            and not ends
            and len(words) <= _LONGEST_TITLE
            and lines[1].strip()[:1].isupper()
        )

    def _is_title_of_lines(self, lines: list[str]) -> bool:
        """Tell a title in capitals over several lines, of which each goes on with the one above."""
        first = lines[0].strip()
        if (
            self._has_headings
            or not 2 <= len(lines) <= _TITLE_LINES
            or _LIST_TITLE.match(first)
            or _SENDER.match(first)
        ):
            return False
        return all(_GOES_ON.match(line) for line in lines[1:]) and all(
            len(line) <= _LONGEST_TITLE and line.isupper() and line.rstrip()[-1] not in ".,;!:" and "\t" not in line
            for line in lines
        )

    def _lines(self, chunk: str) -> list[str]:
        lines = with_rows(chunk.strip("\n").split("\n"))
        lines[0] = lines[0].lstrip(" \t\xa0")
        if self._markdown and _is_quoted(chunk):
            lines = [line[match.end() :] if (match := _QUOTED.match(line)) else line for line in lines]
        if len(lines) == 2 and (setext := _SETEXT.match(lines[1])) and len(lines[0]) <= _LONGEST_TITLE:
            return [("# " if setext[1] == "=" else "## ") + lines[0].strip()]
        kept = [line for line in lines if not (_RULE.match(line) or _PAGE_NUMBER.match(line))]
        if self._markdown:
            kept = [line for line in kept if not _DEFINITION.match(line)]
        return kept or [""]

    def _chunk(self, lines: list[str]) -> Iterator[Piece]:
        """Cut a chunk without blank lines into headings, rows, items, notes and a paragraph of the other lines."""
        begun = _Begun()
        for line in lines:
            words = line.strip()
            if words[:1].isalpha() and words[0] != "P" and "\t" not in words:  # « P> » is a bullet that was read badly
                begun.lines.append(words)
                continue
            row = _row(line)
            if row is not None:
                yield from self._whole(begun)
                yield Piece("row", row)
            elif heading := _HEADING.match(line):
                yield from self._whole(begun)
                yield Piece("heading", self._clean(_without_marks(line)), len(heading[1]))
            elif note := _NOTE.match(line):
                yield from self._whole(begun)
                begun.start("note", line[note.end() :], note[1] or note[2])
            elif (bullet := _BULLET.match(line)) and not begun.closes(line):
                yield from self._whole(begun)
                item = line[bullet.end() :]
                begun.start("item", _TASK.sub("", item, count=1) if self._markdown and item[0] == "[" else item)
            else:
                begun.lines.append(line.strip())
        yield from self._whole(begun)

    def _whole(self, begun: "_Begun") -> Iterator[Piece]:
        words = self._clean("\n".join(begun.lines))
        if words.strip():
            yield Piece(begun.kind, words, mark=begun.mark)
        begun.clear()

    def _clean(self, text: str) -> str:
        return clean(text, escapes=self._markdown)

    def _title_level(self, line: str) -> int:
        """Return the level of a line that stands alone as a title, 0 when it is none.

        In a text without Markdown headings, a short line that begins with a capital and ends without punctuation is a
        title: in capitals it is of level 2, else of level 4. A line in bold is one wherever it stands, whatever it ends
        with where questions in bold make an interview.
        """
        if heading := _HEADING.match(line):
            return len(heading[1])
        if len(line) > 3 * _LONGEST_TITLE or "\t" in line:
            return 0
        words = self._clean(line).strip()
        if self._interview and _BOLD_LINE.match(line.strip()) and not is_label(words):
            return 5  # « On vous reproche d'avoir tout coupé. » stands among the questions of whoever asks
        if not words or len(words) > _LONGEST_TITLE or words[-1] in ".,;:!" or _BULLET.match(line):
            return 0
        if _BOLD_LINE.match(line.strip()):
            return 0 if is_label(words) and "«" not in words else 5
        if self._has_headings or not _is_like_a_title(words):
            return 0
        return 2 if words.isupper() and len(words) > 5 else 4


Kind = Literal["paragraph", "item", "note"]


class _Begun:
    """The lines of a piece that is not finished."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin a paragraph without a line."""
        self.kind: Kind = "paragraph"
        self.lines: list[str] = []
        self.mark = ""

    def start(self, kind: "Kind", line: str, mark: str = "") -> None:
        """Begin a piece with its first line."""
        self.kind, self.lines, self.mark = kind, [line], mark

    def closes(self, line: str) -> bool:
        """Tell a line that begins with the guillemet that closes a quotation of the lines before."""
        if not line.lstrip().startswith("»"):
            return False
        words = " ".join(self.lines)
        return words.count("«") > words.count("»")


def _is_quoted(chunk: str) -> bool:
    return chunk.lstrip().startswith(">") and all(
        line.lstrip().startswith(">") for line in chunk.strip("\n").split("\n")
    )


def _is_like_a_title(words: str) -> bool:
    if len(words) < 4 or not _OPENS_TITLE.match(words):
        return False
    return not is_label(words) and len(words.split()) <= 14 and not _SPOKEN.search(words)


def _without_marks(line: str) -> str:
    """Return the words of a heading."""
    match = _HEADING.match(line)
    return line[match.end() :].rstrip(" \t#") if match else line


def _row(line: str) -> str | None:
    """Return the cells of a table row separated by tabs; an empty text for a rule; nothing when it is no row."""
    if line.lstrip().startswith("|") and line.count("|") >= 2:
        if set(line) <= set(" \t|:-"):
            return ""
        return "\t".join(
            clean(cell).strip() for cell in line.strip().strip("|").replace("\\|", "\ue000").split("|")
        ).replace("\ue000", "|")
    if "\t" in line.strip():
        return "\t".join(clean(cell) for cell in line.split("\t"))
    return None
