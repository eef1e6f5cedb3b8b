"""What ties two things where no sentence names both as the base knows them: a line, a few lines, or a report of one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import Document, Span
from index import fold_evenly
from kg.ask.answers.proofs import LONGEST
from kg.ask.library import Library
from kg.ask.links.sides import LINK, Side
from kg.regex import regex

#: How surely two things are tied that stand in one line, near one another, or one in a report that begins with the
#: other, or only opens with it; what a word for a link adds, and a list takes away.
LINE, NEAR, BEGUN, OPENED, LINKED, LISTED = 0.85, 0.7, 0.72, 0.5, 0.1, -0.3
#: What two bodies sign, which ties them more than any other word, and what it adds.
_SIGNED = regex(r"\b(?:conventions?|jumel\w+|partenariats?|accords?|chartes?)\b")
SIGNED = 0.15
#: How many characters open a report, begin it, lie between two things that are near, make a line that is read; how many
#: reports are read, and the shortest surname or noun that stands for a whole name.
OPENING, BEGINNING, APART, LONG, REPORTS, SHORTEST = 320, 180, 330, 400, 12, 4
_IN_THE_CHAIR = regex(r"\b(?:presid\w*|presents?|secretaire|redact\w*|anim\w*|moder\w*|excus\w*|avec)\b|:")
_TITLE_BETWEEN = regex(r"\n\s*(?:#|\d[\d-]*[.)] |(?:\d[\d -]*)?[A-ZÀ-Ý'’ -]{12,}\n)")
_TITLE = regex(r"^(?:dr|docteur|docteure|m\.|mme|mlle|pr|professeure?|maitre)\s+")


@dataclass(frozen=True, slots=True)
class Tie:
    """A slice of a report that tells of two things, and how surely (0..1); `opened` when the report is of one."""

    score: float
    span: Span
    opened: bool


def ties(library: Library, first: Side, second: Side) -> list[Tie]:
    """Return what ties two things, surest first."""
    ways = [_ways(side) for side in (first, second)]
    held = [{document for way in some for document in library.documents_with(way)} for some in ways]
    found = []
    opened = {one for own, other in ((0, 1), (1, 0)) for one in held[own] if _opens(library, one, ways[other])}
    for document_id in sorted((held[0] & held[1]) | opened)[:REPORTS]:
        document = library.knowledge.documents[document_id]
        plain = fold_evenly(document.text)
        places = [_places(some, plain) for some in ways]
        found += list(_in_lines(document, plain, ways)) + list(_near(library, document_id, places))
        for own, other in ((0, 1), (1, 0)):
            worth = _is_of(plain, (first, second)[own], places[own])
            found += list(_opened(library, document_id, places[other], worth)) if worth else []
    return sorted(found, key=lambda tie: (-tie.score, tie.span))


def _opens(library: Library, document_id: str, ways: Sequence[str]) -> bool:
    """Tell a report whose first lines name a thing: a title is in no passage."""
    return bool(_places(ways, fold_evenly(library.knowledge.documents[document_id].text[:OPENING])))


def _is_of(plain: str, side: Side, places: Sequence[tuple[int, int]]) -> float:
    """Return how surely a report is of a thing that its first lines name; somebody in the chair is not its matter."""
    at = min((start for start, _ in places), default=OPENING)
    line = plain[plain.rfind("\n", 0, at) + 1 : at]
    if at >= OPENING or (side.person is not None and _IN_THE_CHAIR.search(line)):
        return 0.0
    return BEGUN if at < BEGINNING else OPENED


def _ways(side: Side) -> list[str]:
    """Return the folded ways to name a thing: its names, a person's surname, the noun of what is only told by words."""
    names = sorted(side.names)
    if side.person is not None:
        bare = [_TITLE.sub("", name) for name in names]
        surnames = [name.split(" ", 1)[-1] if " " in name else name for name in bare]
        names = [*names, *surnames]
    elif side.entities:
        names = [*names, *(" ".join(fold_evenly(one).split()) for one in side.entities[0].aliases)]
    else:
        names = [*names, side.plain.split(" ")[0].removeprefix("l'")]
    return [name for name in dict.fromkeys(names) if len(name) >= SHORTEST or name == side.plain]


def _places(ways: Sequence[str], plain: str) -> list[tuple[int, int]]:
    shape = "|".join(r"\s+".join(map(re.escape, way.split())) for way in sorted(ways, key=len, reverse=True))
    return [match.span() for match in re.finditer(rf"\b(?:{shape})s?\b", plain)] if shape else []


def _in_lines(document: Document, plain: str, ways: Sequence[Sequence[str]]) -> Iterator[Tie]:
    """Yield the lines that name both: a title, a row, an entry of a list."""
    for match in re.finditer(r"[^\n]+", plain):
        line = match[0]
        both = all(_places(some, line) for some in ways)
        if both and len(line) <= LONG:
            listed = len(re.findall(r"[,;]", line)) > 1 and not re.search(r"[.!?…»]\W*$", line)
            more = LISTED if listed else LINKED if LINK.search(line) else 0.0
            yield Tie(LINE + more - len(line) / 4000, Span(document.id, *match.span()), False)


def _near(library: Library, document_id: str, places: Sequence[Sequence[tuple[int, int]]]) -> Iterator[Tie]:
    text = library.knowledge.documents[document_id].text
    for start, end in places[0]:
        for other, ends in places[1]:
            low, high = min(start, other), max(end, ends)
            if high - low <= APART and not _TITLE_BETWEEN.search(text[low:high]):
                first = library.sentence_at(Span(document_id, low, low + 1))
                last = library.sentence_at(Span(document_id, high - 1, high))
                begin = first.span.start if first and high - first.span.start <= LONGEST else low
                stop = last.span.end if last and last.span.end - begin <= LONGEST else high
                yield Tie(NEAR - (high - low) / 2000, Span(document_id, begin, stop), False)


def _opened(library: Library, document_id: str, places: Sequence[tuple[int, int]], worth: float) -> Iterator[Tie]:
    """Yield what a report of one thing says of the other: its titles tell of a link only, its sentences of anything."""
    text = library.knowledge.documents[document_id].text
    for start, end in places:
        sentence = library.sentence_at(Span(document_id, start, min(end, start + 1)))
        span = sentence.span if sentence else _line(document_id, text, start, end)
        words = fold_evenly(text[span.start : span.end])
        linked = LINK.search(words) is not None
        if span.end - span.start > LONGEST or not (sentence or linked):
            continue
        ended = re.search(r"[.!?…»]\W*$", words) is not None
        more = SIGNED if _SIGNED.search(words) else LINKED if linked else 0.0 if ended else -LINKED
        yield Tie(worth + more, span, True)


def _line(document_id: str, text: str, start: int, end: int) -> Span:
    after = text.find("\n", end)
    return Span(document_id, text.rfind("\n", 0, start) + 1, after if after >= 0 else len(text))
