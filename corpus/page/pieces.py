"""From the elements of a page to the pieces of a document: headings, paragraphs, list items, table rows."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from corpus.page.frames import frame_kind
from corpus.page.notes import find_notes
from corpus.page.table import is_layout, rows
from corpus.page.text import NEW_LINE, plain, squeezed
from corpus.page.tree import walk
from corpus.pieces import Frame, Piece
from corpus.titles import is_label

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer"
    " form header hgroup hr label legend li main menu ol p pre search section summary table tbody td tfoot"
    " th thead tr ul".split()
).union(_HEADINGS)
BULLET = re.compile(r"[-–—•·●▪◦‣►][ \t\xa0]+(?=\S)|[•●▪◦‣►](?=\S)")
_BOLD = frozenset(("b", "strong", "u"))
#: Classes of titles and of labels in the pages of old and new site engines.
_TITLE_CLASSES = frozenset("contentheading componentheading MsoTitle".split())
_LABEL_CLASSES = frozenset("field__label field-label".split())
_LONGEST_LABEL = 60
#: What an element stands for.
_SIGNS = {"br": (NEW_LINE,), "q": ("« ",)}
_LETTER = re.compile(r"[^\W\d_]")
#: What stays of the call of a note between brackets.
_EMPTY_BRACKETS = re.compile(r"[ \xa0]?\[\s*\]")
#: A paragraph that is all in bold is a title of this level when it reads like one.
BOLD_LEVEL = 5
_LONGEST_BOLD = 110
#: « II – Installation d'un délégué : », a title in spite of its colon.
_NUMBERED = re.compile(r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3})[ \xa0]?[-–.)/][ \xa0]*[^\W\d_].*[^.,;!?»]$")


def pieces(root: "LexborNode", skip: Callable[["LexborNode"], bool]) -> list[Piece]:
    """Return the pieces of an element in order, without those that are skipped."""
    collector = _Collector()
    notes = find_notes(root)

    def left_out(node: "LexborNode") -> bool:
        if skip(node) or node.mem_id in notes.links or _is_note_call(node):
            return True
        if node.tag == "table" and not is_layout(node):
            collector.flush()
            collector.pieces += [Piece("row", row) for row in rows(node, skip)]
            return True
        return False

    collector.open(root.tag or "")
    for step, node in walk(root, left_out):
        if step == "text":
            collector.add(node.text_content or "")
        elif step == "open":
            collector.open(node.tag or "", _classes(node))
            collector.begin_frame(node)
            collector.begin_note(notes.marks.get(node.mem_id))
        else:
            collector.end_note(notes.marks.get(node.mem_id))
            collector.close(node.tag or "")
            collector.end_frame(node)
    collector.finish()
    return collector.pieces


def _classes(node: "LexborNode") -> list[str]:
    """Return the classes of an element that may be a title or a label by its class only."""
    found = (node.attributes.get("class") or "").split() if node.tag in ("div", "span", "td", "p") else []
    return [*found, "MsoTitle"] if node.tag == "p" and "title" in found else found


def _is_note_call(node: "LexborNode") -> bool:
    """Tell the number of a footnote, which would stick to the word before it."""
    return node.tag == "sup" and bool(re.fullmatch(r"\s*[\[(]?\d{1,3}[\])]?\s*", node.text()[:20]))


class _Collector:
    """Gathers inline text until a block begins or ends, and makes a piece of it."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._words: list[str] = []
        self._bold_depth = 0
        self._pre_depth = 0
        self._bold = self._plain = 0
        self._heading = 0
        self._item_begins = False
        self._note: str | None = None
        self._frame: tuple[int, Frame, int] | None = None
        self._frames = 0
        self._titled_by = ""
        self._in_caption = self._in_label = False
        self._label = ""

    def begin_frame(self, node: "LexborNode") -> None:
        """Begin a box, when an element is one and stands in none."""
        kind = frame_kind(node) if self._frame is None else None
        if kind is not None:
            self.flush()
            self._frames += 1
            self._frame = node.mem_id, Frame(kind, self._frames), len(self.pieces)

    def end_frame(self, node: "LexborNode") -> None:
        """End the box that an element is."""
        if self._frame is not None and self._frame[0] == node.mem_id:
            self.flush()
            _, frame, first = self._frame
            self.pieces[first:] = [replace(piece, frame=frame) for piece in self.pieces[first:]]
            self._frame = None

    def begin_note(self, mark: str | None) -> None:
        """Read what follows as a note, when an element is one."""
        if mark is not None:
            self._note = mark

    def end_note(self, mark: str | None) -> None:
        """End the note that an element is."""
        if mark is not None:
            self.flush()
            self._note = None

    def open(self, tag: str, classes: Sequence[str] = ()) -> None:
        is_label = tag == "dt" or not _LABEL_CLASSES.isdisjoint(classes)
        if tag in _BLOCKS or is_label:
            self.flush()
            self._in_label = is_label
        self._bold_depth += tag in _BOLD
        self._pre_depth += tag == "pre"
        if tag in _HEADINGS:
            self._heading = _HEADINGS[tag]
        elif not _TITLE_CLASSES.isdisjoint(classes):
            self._heading, self._titled_by = 1, tag
        elif tag == "li":
            self._item_begins = True
        elif tag == "figcaption":
            self._in_caption = True
        else:
            self._words += _SIGNS.get(tag, ())

    def close(self, tag: str) -> None:
        if tag == "q":
            self._words.append(" »")
        if tag in _BLOCKS or self._in_label:
            self.flush()
            self._in_label = False
        self._bold_depth -= tag in _BOLD
        self._pre_depth -= tag == "pre"
        if tag in _HEADINGS or tag == self._titled_by:
            self._heading, self._titled_by = 0, ""
        elif tag == "li":
            self._item_begins = False
        elif tag == "figcaption":
            self._in_caption = False

    def add(self, text: str) -> None:
        letters = len(text.strip()) if _LETTER.search(text) else 0
        self._bold += letters if self._bold_depth else 0
        self._plain += 0 if self._bold_depth else letters
        self._words.append(text.replace("\n", NEW_LINE) if self._pre_depth else text)

    def flush(self) -> None:
        """Make pieces of the words gathered."""
        if not self._words:
            return
        told, all_bold = "".join(self._words), self._bold > 0 and self._plain == 0
        self._words, self._bold, self._plain = [], 0, 0
        whole = "" if told.isspace() else plain(told)
        if not whole:
            return
        if "[" in whole:
            whole = _EMPTY_BRACKETS.sub("", whole).strip()
        label, self._label = self._label, ""
        if self._in_label and len(whole) <= _LONGEST_LABEL and not whole.endswith("?"):
            self._label = whole.rstrip(": \xa0")
            found = []
        else:
            found = self._made_of(whole, all_bold=all_bold)
        if label and found and found[0].kind == "paragraph":
            found[0] = replace(found[0], text=f"{label} : {found[0].text}")
        elif label:
            self.pieces.append(Piece("paragraph", label))
        self.pieces += found

    def finish(self) -> None:
        """Make pieces of what is left."""
        self.flush()
        if self._label:
            self.pieces.append(Piece("paragraph", self._label))

    def _made_of(self, whole: str, *, all_bold: bool) -> list[Piece]:
        if self._note is not None:
            return [Piece("note", squeezed(whole), mark=self._note)]
        if self._heading:
            return [Piece("heading", squeezed(whole), self._heading)]
        if self._in_caption:
            return [Piece("caption", squeezed(whole))]
        if self._item_begins:
            self._item_begins = False
            bullet = BULLET.match(whole)
            return [Piece("item", re.sub(r"\n{2,}", "\n", whole[bullet.end() if bullet else 0 :]))]
        if all_bold and reads_like_a_title(whole):
            return [Piece("heading", whole, BOLD_LEVEL)]
        return list(_paragraphs(whole))


def reads_like_a_title(words: str) -> bool:
    """Tell a line in bold that is a title from one that is a sentence or a label line."""
    if (
        len(words) > _LONGEST_BOLD
        or "\n" in words
        or (re.search(r"[.,;:!?»]$", words) and not _NUMBERED.match(words))
        or not re.match(r"\W*[A-ZÀ-Þ0-9]", words)
    ):
        return False
    return not is_label(words)


def _paragraphs(whole: str) -> Iterator[Piece]:
    """Cut at blank lines, and at the lines that begin with a bullet."""
    for paragraph in re.split(r"\n{2,}", whole):
        kind: Literal["paragraph", "item"] = "paragraph"
        begun: list[str] = []
        for line in paragraph.split("\n"):
            bullet = BULLET.match(line)
            if bullet and begun:
                yield Piece(kind, "\n".join(begun))
                begun = []
            kind = "item" if bullet else kind
            begun.append(line[bullet.end() :] if bullet else line)
        yield Piece(kind, "\n".join(begun))
