"""The shadow of a document: a text of the same length in which names and quotations are single marks.

Sentences and cues are looked for in the shadow, where a guillemet or a full stop inside a quotation or a name cannot
mislead, and every offset is an offset of `document.text`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus import Block, Document, Span, sentences
from kg.extract.parse import Parsed
from kg.regex import regex
from kg.relate.quotations.guillemets import Quoted, Stretch, quoted
from kg.types import Mention

#: First and following characters of each mark; a mark is as long as what it stands for.
MARKS = {"person": "\ue000\ue001", "organisation": "\ue002\ue003", "place": "\ue004\ue005", "quote": "\ue006\ue007",
         "fragment": "\ue008\ue009"}  # fmt: skip
NAME = "\ue000\ue001*"
ORGANISATION = "\ue002\ue003*"
PLACE = "\ue004\ue005*"
QUOTE = "\ue006\ue007*"
FRAGMENT = "\ue008\ue009*"

_PLAIN = str.maketrans({"’": "'", "\xa0": " ", "\u202f": " ", "\u2009": " ", "\n": " ", "\t": " "})
#: Words that a scan damages again and again: « ll regrette », « II craint », « d'aprés elle »;
#: each is read with as many letters.
_DAMAGED = regex(
    r"(?:^|(?<=[.!?;:]\s)|(?<=\n))II(?=\s(?:[nsl]'|[yn]e?\s|[a-zà-ÿ]+[etadc]\b))|"
    r"\b(?:lls?(?=\s)|(?:apr|aupr|tr|pr|d[èe]s apr)és)\b|\b\w+ére\b"
)
_ITEM = regex(r"(?:- |=> ?|\d{1,2}[.)] |[–—•»>] ?)+")
_NEW_LINE = regex(r"\n[ \t]*(?:[-–•] |[-=]> ?|>{2,} ?)?")
_TITLE = regex(r"(?:M\.|Mme|Mlle|Dr)\s")
_INITIALS = regex(r"[A-Z]{2,4}[a-z]?(?= : )|[A-Z]{2,4} (?=[a-z])")
#: « AB : … », « Mme Blanc : … » opens a line of its own, as an arrow does.
_LABELLED = regex(r"(?:M\.\s|Mme\s)?[A-ZÀ-Ý][\w.'-]*(?:\s[A-ZÀ-Ý(][\w.')-]*){0,4}\s?:\s")
#: Lines that open with initials, many of them: notes, in which no sentence runs over a short line.
_TERSE = regex(r"(?m)^[ \t]*(?:[-–•*] )?[A-ZÀ-Ý]{2,4}(?: : |,? (?=[a-zà-ÿ(]))")
_OFTEN = 4
#: « gilet : chacun cède »: a matter of its own, under a finished line of notes.
_MATTER = regex(r"(?<=[.!?)…] )[a-zà-ÿ][\w' -]{2,25}\s:\s")
_FINAL_INSIDE = regex(r"[.!?…]\s*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or several blocks that are read together, because a quotation runs over them.

    `section` counts the headings above it in the document; `block` is the first of its blocks.
    """

    start: int
    end: int
    section: int
    block: Block


class Shadow:
    """The shadow of a document, its quotations in guillemets, its paragraphs."""

    def __init__(self, parsed: Parsed, mentions: Iterable[Mention]) -> None:
        self.document: Document = parsed.document
        self._plain = _DAMAGED.sub(_mended, parsed.document.text.translate(_PLAIN))
        self.mentions = _outermost(mentions)
        self.blocks = list(
            _lines(parsed.blocks, self._plain, parsed.document.text, {m.span.start for m in self.mentions})
        )
        self._sections = list(_stretches(self.blocks))
        self.quotes: list[Quoted] = []
        self.paragraphs: list[Paragraph] = []
        for section, blocks in self._sections:
            stretch = Stretch(tuple((block.span.start, block.span.end) for block in blocks))
            found = quoted(parsed.document.text, stretch)
            self.quotes += found
            self.paragraphs += _paragraphs(blocks, found, section, self._plain)
        self._names = _overlay(self._plain, ((m.span.start, m.span.end, m.kind) for m in self.mentions))
        self.text = self._names
        self._splitter = self._plain

    def settle(self, spoken: Sequence[Quoted], fragments: Sequence[Quoted]) -> None:
        """Lay over the shadow what is a quotation and what is a mere fragment in guillemets."""
        self.quotes = list(spoken)
        marks = [(q.open, q.close, "quote") for q in spoken] + [(q.open, q.close, "fragment") for q in fragments]
        self.text = _overlay(self._names, marks)
        splitter = list(self._plain)
        for mention in self.mentions:
            for at in range(mention.span.start, mention.span.end):
                splitter[at] = splitter[at].replace(".", "x")
        for q in spoken:
            ends = bool(_FINAL_INSIDE.search(self._plain[q.start : q.end])) and q.end - q.start > 12
            splitter[q.open : q.close] = ["x"] * (q.close - q.open)
            splitter[q.open] = "X"
            splitter[q.close - 1] = "." if ends else "x"
        for q in fragments:
            splitter[q.open : q.close] = ["x"] * (q.close - q.open)
        self._splitter = "".join(splitter)

    def plain(self, start: int, end: int) -> str:
        """Return the words themselves, on one line, with straight apostrophes."""
        return self._plain[start:end]

    def names(self, start: int, end: int) -> str:
        """Return the shadow of the names only: what stands in guillemets is left readable."""
        return self._names[start:end]

    def sentences(self, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
        """Yield the sentences of a paragraph; a quotation never breaks one, unless it ends it."""
        marker = _ITEM.match(self._plain, paragraph.start, paragraph.end)
        yield from sentences(self._splitter, marker.end() if marker else paragraph.start, paragraph.end)

    def mention_at(self, start: int) -> Mention | None:
        """Return the mention whose mark starts at an offset."""
        return next((m for m in self.mentions if m.span.start == start), None)


def _mended(word: re.Match[str]) -> str:
    written = word[0]
    if written == "II":
        return "Il"
    return "I" + written[1:] if written.startswith("ll") else written.replace("és", "ès").replace("ére", "ère")


def _written(blocks: Sequence[Block], text: str) -> str:
    """Return the blocks that are no rows of tables, as they are written."""
    return "\n".join(text[b.span.start : b.span.end] for b in blocks if b.kind != "row")


def _lines(blocks: Sequence[Block], plain: str, text: str, names: set[int]) -> Iterator[Block]:
    """Cut a block of notes where a line that need not end there is followed by a name: « AB : oui », « KT refuse ».

    A line is broken on purpose when the first word of the next one would have fitted among the widest lines.
    """
    lines = sorted(len(line) for b in blocks for line in text[b.span.start : b.span.end].split("\n")[:-1])
    width = lines[len(lines) * 9 // 10] if lines else 0
    terse = len(_TERSE.findall(_written(blocks, text))) >= _OFTEN
    for block in blocks:
        start = block.span.start
        for match in _NEW_LINE.finditer(text, block.span.start, block.span.end) if block.kind != "row" else ():
            line = text.rfind("\n", block.span.start, match.start()) + 1 or block.span.start
            word = len((plain[match.end() : block.span.end].split() or [""])[0])
            title = _TITLE.match(plain, match.end(), block.span.end)
            named = {match.end(), title.end() if title else -1} & names or any(
                opening.match(plain, match.end(), block.span.end) for opening in (_INITIALS, _MATTER)
            )
            short = match.start() - line + 1 + word <= width or _LABELLED.match(plain, match.end(), block.span.end)
            cut = short if terse else named and short
            cut = cut or (terse and match.end() in names) or match[0].strip() in ("=>", "->", ">>", ">>>")
            if cut and plain[start : match.start()].strip():
                yield replace(block, span=Span(block.span.document_id, start, match.start()))
                start = match.end()
        yield (
            replace(block, span=Span(block.span.document_id, start, block.span.end))
            if start > block.span.start
            else block
        )


def _stretches(blocks: Sequence[Block]) -> Iterator[tuple[int, list[Block]]]:
    """Cut the blocks into runs of prose between headings (and tables); number the sections."""
    run: list[Block] = []
    section = 0
    for block in blocks:
        if block.kind in ("paragraph", "item"):
            run.append(block)
            continue
        if run:
            yield section, run
            run = []
        section += block.kind == "heading"
    if run:
        yield section, run


def _paragraphs(blocks: Sequence[Block], found: Sequence[Quoted], section: int, text: str) -> Iterator[Paragraph]:
    """Join the blocks that one quotation runs over, or that end in the middle of a sentence."""
    at = 0
    while at < len(blocks):
        last = at
        while last + 1 < len(blocks) and any(
            q.open < blocks[last].span.end and q.close > blocks[last + 1].span.start for q in found
        ):
            last += 1
        yield Paragraph(blocks[at].span.start, blocks[last].span.end, section, blocks[at])
        at = last + 1


def _outermost(mentions: Iterable[Mention]) -> list[Mention]:
    """Keep the longest of the mentions that overlap; at equal length a person goes before an organisation."""
    order = {"person": 0, "organisation": 1, "place": 2}
    kept: list[Mention] = []
    ranked = sorted(
        (m for m in mentions if m.kind in order),
        key=lambda m: (m.span.start - m.span.end, order[m.kind], m.span.start),
    )
    taken: set[int] = set()
    for mention in ranked:
        places = range(mention.span.start, mention.span.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.span.start)


def _overlay(text: str, marks: Iterable[tuple[int, int, str]]) -> str:
    letters = list(text)
    for start, end, kind in marks:
        letters[start:end] = [MARKS[kind][0]] + [MARKS[kind][1]] * (end - start - 1)
    return "".join(letters)
