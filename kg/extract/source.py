"""A document made ready for the rules: its blocks with their tokens, and where each stands."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from corpus import Block, Document, Span
from kg.extract.parse import Parsed
from kg.extract.tokens import Token, between, cell_ends, line_breaks, tokenise
from kg.lexicon.folding import straightened
from kg.types import Kind, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

_Read = TypeVar("_Read")


@dataclass(frozen=True)
class Unit:
    """A block with its tokens; `text` has the length of the block, with straight apostrophes.

    It stands on one line; `|` marks the end of a short line or of a cell.
    """

    block: Block
    text: str
    tokens: tuple[Token, ...]

    @property
    def start(self) -> int:
        """Where the block begins in the document."""
        return self.block.span.start

    @property
    def end(self) -> int:
        """Where the block ends in the document."""
        return self.block.span.end


@dataclass(frozen=True)
class Source:
    """What the extractors read: a parsed document and its units in order."""

    parsed: Parsed
    units: tuple[Unit, ...]
    _starts: tuple[int, ...] = field(repr=False)
    _told: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, read: Callable[["Source"], list[_Read]]) -> list[_Read]:
        """Return what a function reads in this source; it is called once, and nobody changes the list."""
        if read not in self._told:
            self._told[read] = read(self)
        found: list[_Read] = self._told[read]
        return found

    @property
    def document(self) -> Document:
        """The document itself."""
        return self.parsed.document

    def unit_at(self, offset: int) -> Unit | None:
        """Return the unit that holds an offset."""
        at = bisect_right(self._starts, offset) - 1
        return self.units[at] if at >= 0 and offset < self.units[at].end else None

    def after(self, unit: Unit, count: int) -> tuple[Unit, ...]:
        """Return the few units that follow one."""
        at = bisect_right(self._starts, unit.start)
        return self.units[at : at + count]

    def doc(self, unit: Unit) -> "Doc | None":
        """Return the parse of a unit; table rows have none."""
        return self.parsed.docs.get(unit.start)

    def mention(self, kind: Kind, start: int, end: int, name: str, rule: str) -> Mention:
        """Make a mention of a slice of this document."""
        return Mention(Span(self.document.id, start, end), kind, name, rule)

    @cached_property
    def running_forms(self) -> dict[str, str]:
        """How each folded word is written in running text, most often and not in capitals."""
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        for unit in self.units:
            if unit.block.kind == "row":
                continue
            for token in unit.tokens:
                if token.is_word and not token.is_caps:
                    seen[token.fold][token.text] += 1
        return {key: max(sorted(forms), key=lambda form: forms[form]) for key, forms in seen.items()}

    @cached_property
    def repaired(self) -> tuple[tuple[int, int], ...]:
        """The slices that are damaged, in order."""
        return tuple((repair.span.start, repair.span.end) for repair in self.document.repairs)

    def is_damaged(self, start: int, end: int) -> bool:
        """Tell whether a repair touches a slice."""
        at = bisect_right(self.repaired, (end, end)) - 1
        return at >= 0 and self.repaired[at][1] > start


def source_of(parsed: Parsed) -> Source:
    """Cut the blocks of a parsed document into tokens."""
    text = parsed.document.text
    units = []
    for block in parsed.blocks:
        start, end = block.span.start, block.span.end
        shown = list(straightened(text[start:end]))
        for at in (*line_breaks(text, start, end), *cell_ends(text, start, end)):
            shown[at - start] = "|"
        units.append(Unit(block, "".join(shown), tuple(tokenise(text, start, end))))
    return Source(parsed, tuple(units), tuple(unit.start for unit in units))


def tokens_in(source: Source, span: Span) -> list[Token]:
    """Return the tokens of a slice that lies in one unit."""
    unit = source.unit_at(span.start)
    return between(unit.tokens, span.start, span.end) if unit else []
