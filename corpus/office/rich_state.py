"""What stands for what in an RTF file, and what holds until the end of a group."""

import re
from dataclasses import dataclass

from corpus.office.layout import NEW_LINE

CHARACTERS = {
    "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "line": NEW_LINE, "lbr": NEW_LINE, "tab": "\t",
    "nestcell": " ", "nestrow": NEW_LINE,
}  # fmt: skip
SIGNS = {"~": "\xa0", "_": "\u2011", "-": "", "{": "{", "}": "}", "\\": "\\", "\n": NEW_LINE, "\r": NEW_LINE}
READ = frozenset(
    "shp shpinst do info listtext pntext footnote shptxt dptxbxtext title author creatim fonttbl stylesheet".split()
)
FLOWS = frozenset(("footnote", "shptxt", "dptxbxtext"))
#: The sides of a paragraph: top, bottom, left, right.
BORDERS = frozenset("tblr")
NAMED = re.compile(r"\s*(?:heading|titre)\s*([1-9])\s*;?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class State:
    """What holds until the end of a group."""

    place: str = "body"
    skipped: bool = False
    after_star: bool = False
    unicode_skip: int = 1
    encoding: str = ""
    bold: bool = False
    hidden: bool = False
    level: int = 0
    in_table: bool = False
    hanging: bool = False
    borders: str = ""

    @property
    def boxed(self) -> bool:
        """Tell a paragraph with a border on every side."""
        return set(self.borders) >= BORDERS
