"""What is gathered of one paragraph: its words, how many of their letters are bold, the text boxes that hang on it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(slots=True)
class Words:
    """The words of a paragraph in order, counts of its letters by weight, its text boxes."""

    parts: list[str] = field(default_factory=list)
    boxes: list["_Element"] = field(default_factory=list)
    bold: int = 0
    plain: int = 0

    def add(self, text: str | None, *, strong: bool) -> None:
        """Add words, in bold or not."""
        if text:
            self.parts.append(text)
            letters = len(text.strip())
            self.bold += letters if strong else 0
            self.plain += 0 if strong else letters

    @property
    def all_bold(self) -> bool:
        """True when every letter is bold."""
        return self.bold > 0 and self.plain == 0
