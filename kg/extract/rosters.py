"""Organisations of lists « body : its people »: « Lycée Chaptal : Zoé Vial », « Pour Saulnières : MM. Petit, Roux »."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.body_cells import cell_name
from kg.extract.body_names import city_authority
from kg.extract.labels import label_line, lines, part_of_label
from kg.extract.source import Source
from kg.extract.spans_taken import TakenSpans
from kg.lexicon.body_slots import CARD_LABELS
from kg.lexicon.folding import fold, fold_words
from kg.lexicon.places import area_kind
from kg.lexicon.trades import tells_function
from kg.lexicon.words import NOT_IN_NAMES
from kg.regex import regex
from kg.types import Mention

#: Where a list of people is announced: « PARTICIPANTS », « Étaient présents », « Autour de la table ».
_LIST = regex(r"\b(?:participa|present|autour de la table|emargement|delegation|composition|membres)", re.IGNORECASE)
_LEAD = regex(r"[Pp]our (?:(?:la commune|la ville) d(?:e |['’]))?(?=[A-ZÀ-Ý])")
#: What may stand between a label and the first person: « M. », « Mmes ».
_NEAR, _LONGEST = 12, 70


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of such a list: its label, and whether something before it announces people."""

    line: int
    start: int
    end: int
    announced: bool


def bodies_of_rosters(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the bodies that label the lines of a list of people: two lines at least, one body known or announced."""
    taken = TakenSpans((m.span.start, m.span.end) for m in known if m.kind != "place")
    bodies = TakenSpans((m.span.start, m.span.end) for m in known if m.kind == "organisation")
    found: list[Mention] = []
    for run in _runs(source, known):
        sure = any(line.announced or bodies.overlaps(line.start, line.end) for line in run)
        for line in run if sure and len(run) > 1 else ():
            words = " ".join(source.document.text[line.start : line.end].replace("’", "'").split())
            name = None if area_kind(words) in ("country", "area") else cell_name(source, words)
            if name and line.start > line.line and area_kind(words) in (None, "city"):
                name = city_authority(words)  # « Pour Sers : … »
            if name and taken.add(line.start, line.end):
                found.append(source.mention("organisation", line.start, line.end, name, "roster/1"))
    return found


def _runs(source: Source, known: Sequence[Mention]) -> Iterator[list[_Line]]:
    """Yield the lines that follow one another, each a label with people behind it."""
    people = sorted((m.span.start, m.span.end) for m in known if m.kind == "person")
    run: list[_Line] = []
    announced = False
    for unit in source.units:
        if unit.block.kind == "heading":
            yield run
            run, announced = [], bool(_LIST.search(fold(unit.text)))
        for start, end in lines(source, unit) if unit.block.kind in ("paragraph", "item") else ():
            line = _labelled(source, (start, end), people)
            if line:
                run.append(_Line(start, *line, announced))
                continue
            words = source.document.text[start:end]
            yield run
            run, announced = [], len(words) < _LONGEST and bool(_LIST.search(fold(words)))
    yield run


def _labelled(source: Source, line: tuple[int, int], people: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the slice of the label of a line, where it may name a body and a person stands right behind it."""
    label = label_line(source, *line)
    if label is None or len(label.label) > _LONGEST:
        return None
    at = bisect_left(people, (label.value_start, 0))
    behind = at < len(people) and people[at][0] - label.value_start <= _NEAR and people[at][0] < line[1]
    begin = source.document.text.index(label.label, line[0])
    inside = at > 0 and people[at - 1][1] > begin
    lead = _LEAD.match(label.label)
    words = label.label[lead.end() :] if lead else label.label
    if not behind or inside or not _may_name(words):
        return None
    return begin + len(label.label) - len(words), begin + len(label.label)


def _may_name(words: str) -> bool:
    """Tell a name from « Rapporteur », « Date », « Atelier 1 »."""
    found = fold_words(words)
    if not words[:1].isupper() or not found or len(found) > 9 or any(char.isdigit() for char in words):
        return False
    if part_of_label(words) or tells_function(words) or fold(words) in CARD_LABELS:
        return False
    return not all(word in NOT_IN_NAMES for word in found) and "?" not in words and "«" not in words
