"""Boxes, block quotations and interviews: what the format frames, and what the words alone tell."""

import re
from collections.abc import Iterator, Mapping

from corpus.pieces import Frame
from corpus.structure import Block, blocks
from corpus.types import Box, Document, Span

#: A heading, or the start of a paragraph, that says that what follows is a box.
_TITLED = re.compile(
    r"(?:l[ae] |les |l['’])?(?:encadrés?|encarts?|zoom|focus|gros plan|pour aller plus loin"
    r"|à retenir|à savoir|le saviez-vous|bon à savoir"
    r"|témoignages?|points? de vue|portrait|paroles? d['’e]\w*|le mot d[eu]|regards? (?:de|d['’]|sur)|repères?)\b",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"(?<=\n\n)(?:encadré|encart|zoom|focus|à retenir|bon à savoir)[^:.\n]{0,60}:[ \xa0]*\S", re.IGNORECASE
)
_ANNOUNCING = ("entretien", "interview", "propos recueillis", "question", "rencontre avec")
_ANNOUNCED = re.compile(
    r"\b(?:entretien|interview|propos recueillis|questions à|rencontre avec|(?:répond|répondu|répondent) (?:à|aux) "
    r"(?:nos |vos |\w+ )?questions)\b",
)
_ASKED = re.compile(r"(?:[–—-]\s|Q\s?[.:]\s|Question\s?:\s)?[^«»“”]{6,320}\?$")
_SIGNED = re.compile(r"propos recueillis|recueilli par|photos?\b|crédits?\b|©", re.IGNORECASE)
_QUESTIONS = 2
#: A box that holds more of the text than this is the report itself.
_LARGEST_SHARE = 0.5


def find_boxes(document: Document, frames: Mapping[Frame, Span]) -> tuple[Box, ...]:
    """Return the boxes of a document in order; `frames` are those that its format tells.

    A box that the words alone tell is left out where it crosses one that the format tells.
    """
    largest = _LARGEST_SHARE * len(document.text)
    told = [
        Box(span, frame.kind, _title(document, span))
        for frame, span in frames.items()
        if span.end - span.start <= largest
    ]
    found = [box for box in _titled(document) if box.span.end - box.span.start <= largest]
    found += _interviews(document) if document.text.count("?") > 1 and _announces(document.text.lower()) else []
    told += [box for box in found if not any(_tells_again(box.span, other.span) for other in told)]
    return tuple(sorted(told, key=lambda box: box.span))


def _announces(text: str) -> bool:
    """Tell a text in lower case that announces an interview."""
    return any(word in text for word in _ANNOUNCING) and bool(_ANNOUNCED.search(text))


def _tells_again(one: Span, other: Span) -> bool:
    """Tell two spans that start together, or that overlap and of which neither holds the other."""
    overlap = one.start < other.end and other.start < one.end
    return overlap and (one.start == other.start or not (one in other or other in one))


def _title(document: Document, span: Span) -> str:
    """Return the heading with which a box begins."""
    return next((heading.title for heading in document.outline if heading.span.start == span.start), "")


def _titled(document: Document) -> Iterator[Box]:
    """Yield the sections whose title says that they are boxes, and the paragraphs that say so themselves."""
    for number, heading in enumerate(document.outline[1:], 1):
        if _TITLED.match(heading.title):
            below = (later for later in document.outline[number + 1 :] if later.level <= heading.level)
            end = next((later.span.start for later in below), len(document.text))
            end = heading.span.start + len(document.text[heading.span.start : end].rstrip())
            yield Box(Span(document.id, heading.span.start, end), "box", heading.title)
    starts = {heading.span.start for heading in document.outline}
    for match in _OPENED.finditer(document.text):
        if match.start() not in starts:
            end = document.text.find("\n\n", match.start())
            span = Span(document.id, match.start(), end if end >= 0 else len(document.text))
            yield Box(span, "box", match[0].partition(":")[0].strip())


def _interviews(document: Document) -> Iterator[Box]:
    """Yield the runs of questions on lines of their own, each followed by its answer."""
    found = [block for block in blocks(document) if block.kind != "row"]
    run: list[Block] = []
    asked = 0
    for number, block in enumerate(found):
        question = (
            block.kind != "item"
            and document.text[block.span.end - 1] == "?"
            and _ASKED.fullmatch(document.quote(block.span))
        )
        answered = number + 1 < len(found) and found[number + 1].kind != "heading"
        if question and answered:
            asked += 1
            run.append(block)
        elif run and not (block.kind == "heading" or _SIGNED.match(document.quote(block.span))):
            run.append(block)
        elif run:
            yield from _interview(document, run, asked)
            run, asked = [], 0
    yield from _interview(document, run, asked)


def _interview(document: Document, run: list[Block], asked: int) -> Iterator[Box]:
    if asked >= _QUESTIONS:
        above = run[0].headings
        title = above[-1].title if above else ""
        yield Box(Span(document.id, run[0].span.start, run[-1].span.end), "interview", title)
