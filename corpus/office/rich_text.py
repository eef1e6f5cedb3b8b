"""From the control words of an RTF file to its blocks (Rich Text Format Specification 1.9.1).

The destinations and the character sets are those of `striprtf`, which gives words only: the outline, the lists,
the tables, the notes and the deleted text of a report are read here.
"""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from corpus.office.layout import Block, Boxed
from corpus.office.properties import Properties
from corpus.office.rich_flow import Flow
from corpus.office.rich_state import CHARACTERS, FLOWS, NAMED, READ, SIGNS, State

_TOKEN = re.compile(
    r"\\([A-Za-z]{1,32})(-?\d{1,20})?[ ]?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\"
)
_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850", "ansi": "cp1252"}
#: More groups open at once than this are no document.
MOST_GROUPS = 1000


@dataclass
class RichText:
    """What an RTF file holds: the blocks of its body, those of each note, and its properties."""

    body: list[Block] = field(default_factory=list)
    notes: list[list[Block]] = field(default_factory=list)
    properties: Properties = field(default_factory=Properties)
    whole: bool = True


class RichTextReader:
    """Reads control words one after the other."""

    def __init__(self) -> None:
        from striprtf.striprtf import charset_map, destinations

        self._charsets: dict[int, str] = charset_map
        self._destinations: frozenset[str] = destinations
        self._state = State()
        self._stack: list[State] = []
        self._flows = [Flow()]
        self._notes: list[list[Block]] = []
        self._told: dict[str, str] = {}
        self._styles: dict[int, int] = {}
        self._fonts: dict[int, str] = {}
        self._page = "cp1252"
        self._bytes = bytearray()
        self._to_skip = 0
        self._edges: list[int] = []
        self._style = self._font = 0
        self._style_level = 0
        self._style_name: list[str] = []

    def read(self, text: str) -> RichText:
        """Read a file whose bytes stand as characters of the same number (latin-1)."""
        at = 0
        while match := _TOKEN.match(text, at):
            at = match.end()
            word, number, code, sign, brace, run = match.groups()
            if code is None and run is None:
                self._flush()
            if word == "bin":
                at += max(int(number or 0), 0)
            elif word is not None:
                self._word(word, int(number) if number else None)
            elif brace:
                if not self._brace(brace):
                    break
            else:
                self._characters(code, sign, run)
        self._flush()
        whole = not self._stack
        while len(self._flows) > 1:
            self._end_flow("footnote")
        told = Properties(self._told.get("title", ""), self._told.get("author", ""), self._created())
        return RichText(self._flows[0].end(), self._notes, told, whole)

    def _brace(self, brace: str) -> bool:
        """Open or close a group; false when the file ends."""
        self._to_skip = 0
        if brace == "{":
            if len(self._stack) >= MOST_GROUPS:
                raise RecursionError
            self._stack.append(self._state)
            return True
        if not self._stack:
            return False
        closed, self._state = self._state, self._stack.pop()
        if closed.place != self._state.place:
            if closed.place in FLOWS:
                self._end_flow(closed.place)
        elif closed.place == "stylesheet":
            self._end_style()
        return bool(self._stack)

    def _end_style(self) -> None:
        named = NAMED.match("".join(self._style_name))
        level = int(named[1]) if named else self._style_level
        if level:
            self._styles[self._style] = level
        self._style, self._style_level, self._style_name = 0, 0, []

    def _end_flow(self, place: str) -> None:
        blocks = self._flows.pop().end()
        if place == "footnote":
            self._notes.append(blocks)
        else:
            self._flows[-1].boxes += [Boxed(tuple(blocks))] if blocks else []

    def _created(self) -> str:
        year, month, day = (self._told.get(name, "") for name in ("yr", "mo", "dy"))
        return f"{year:0>4}-{month:0>2}-{day:0>2}" if year and month and day else ""

    def _word(self, word: str, number: int | None) -> None:
        self._to_skip = 0
        if word in self._destinations or word in READ:
            self._enter(word)
        elif self._state.after_star:
            self._state = replace(self._state, skipped=True, after_star=False)
        elif word == "u":
            self._unicode(number)
        elif word in CHARACTERS:
            self._add(CHARACTERS[word])
        elif effect := _EFFECTS.get(word):
            effect(self, number)
        elif word in _PAGES:
            self._page = _PAGES[word]
        elif self._state.place == "creatim" and word in ("yr", "mo", "dy"):
            self._told[word] = str(number or 0)

    def _enter(self, word: str) -> None:
        """Go into a destination: one that is read, or one whose words are left."""
        known = word in READ and not self._state.skipped
        if known and word in ("listtext", "pntext"):
            self._flows[-1].item = True
            known = False
        self._state = replace(self._state, skipped=not known, after_star=False)
        if not known:
            return
        if word in FLOWS and self._stack:
            self._flows.append(Flow())
            self._state = replace(self._state, level=0, in_table=False, bold=False)
        if word not in ("shp", "shpinst", "do", "info"):
            self._state = replace(self._state, place=word)

    def _unicode(self, number: int | None) -> None:
        self._to_skip = self._state.unicode_skip
        if number is not None:
            self._add(chr(number % 0x10000))

    def _characters(self, code: str | None, sign: str | None, run: str | None) -> None:
        if sign == "*":
            self._state = replace(self._state, after_star=True)
        elif sign is not None:
            self._add(SIGNS.get(sign, ""))
        elif code is not None:
            if self._to_skip:
                self._to_skip -= 1
            else:
                self._bytes.append(int(code, 16))
        elif run:
            self._bytes += run[self._to_skip :].encode("latin-1", "replace")
            self._to_skip = max(self._to_skip - len(run), 0)

    def _flush(self) -> None:
        """Decode the bytes gathered by the character set of their font."""
        if self._bytes:
            told, self._bytes = bytes(self._bytes), bytearray()
            if not self._state.skipped:
                self._add(told.decode(self._state.encoding or self._page, "replace"))

    def _add(self, text: str) -> None:
        state = self._state
        if state.skipped:
            return
        if state.place == "stylesheet":
            self._style_name.append(text)
        elif state.place in ("title", "author"):
            self._told[state.place] = self._told.get(state.place, "") + text
        elif state.place not in ("fonttbl", "creatim") and not state.hidden:
            self._flows[-1].add(text, bold=state.bold)

    # What each control word changes.

    def _paragraph(self, _: int | None) -> None:
        if not self._state.skipped:
            state = self._state
            self._flows[-1].end_paragraph(
                level=state.level, in_table=state.in_table, hanging=state.hanging, boxed=state.boxed
            )

    def _cell(self, _: int | None) -> None:
        if not self._state.skipped:
            self._flows[-1].end_cell()

    def _row(self, _: int | None) -> None:
        if not self._state.skipped:
            self._flows[-1].end_row(self._edges)

    def _begin_row(self, _: int | None) -> None:
        self._edges = []

    def _set_edge(self, number: int | None) -> None:
        self._edges.append(number or 0)

    def _reset_paragraph(self, _: int | None) -> None:
        self._state = replace(self._state, level=0, in_table=False, hanging=False, borders="")

    def _draw(self, sides: str) -> None:
        self._state = replace(self._state, borders=sides)

    def _reset_characters(self, _: int | None) -> None:
        self._state = replace(self._state, bold=False, hidden=False)

    def _set_style(self, number: int | None) -> None:
        if self._state.place == "stylesheet":
            self._style = number or 0
        else:
            self._state = replace(self._state, level=self._styles.get(number or 0, 0))

    def _set_level(self, number: int | None) -> None:
        level = number + 1 if number is not None and 0 <= number < 9 else 0
        if self._state.place == "stylesheet":
            self._style_level = level
        else:
            self._state = replace(self._state, level=level)

    def _set_font(self, number: int | None) -> None:
        self._font = number or 0
        if self._state.place != "fonttbl":
            self._state = replace(self._state, encoding=self._fonts.get(self._font, ""))

    def _set_charset(self, number: int | None) -> None:
        if self._state.place == "fonttbl" and number:  # 0 is the file's own code page
            self._fonts[self._font] = _known(self._charsets.get(number, ""))

    def _set_page(self, number: int | None) -> None:
        self._page = _known(f"cp{number}") or ("utf-8" if number == 65001 else "cp1252")

    def _switch(self, name: str, number: int | None) -> None:
        changes: dict[str, Any] = {name: number != 0}
        self._state = replace(self._state, **changes)


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name if encoding else ""
    except LookupError:
        return ""


_EFFECTS: dict[str, Callable[[RichTextReader, int | None], None]] = {
    "par": RichTextReader._paragraph,
    "sect": RichTextReader._paragraph,
    "cell": RichTextReader._cell,
    "row": RichTextReader._row,
    "trowd": RichTextReader._begin_row,
    "cellx": RichTextReader._set_edge,
    "pard": RichTextReader._reset_paragraph,
    "plain": RichTextReader._reset_characters,
    "s": RichTextReader._set_style,
    "outlinelevel": RichTextReader._set_level,
    "f": RichTextReader._set_font,
    "fcharset": RichTextReader._set_charset,
    "ansicpg": RichTextReader._set_page,
    "b": lambda reader, number: reader._switch("bold", number),
    "v": lambda reader, number: reader._switch("hidden", number),
    "deleted": lambda reader, number: reader._switch("hidden", number),
    "box": lambda reader, _: reader._draw("tblr"),
    "brdrnone": lambda reader, _: reader._draw(reader._state.borders[:-1]),
    **{
        f"brdr{side}": lambda reader, _, side=side: reader._draw(reader._state.borders[-4:] + side)  # type: ignore[misc]
        for side in "tblr"
    },
    "intbl": lambda reader, number: reader._switch("in_table", number),
    "fi": lambda reader, number: reader._switch("hanging", 1 if (number or 0) < 0 else 0),
    "uc": lambda reader, number: setattr(reader, "_state", replace(reader._state, unicode_skip=min(number or 0, 9))),
}
