"""Label lines (« Modératrice : … », « Excusés : … ») and what the label makes of the people after it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.hours import opening_hours
from kg.extract.source import Source, Unit
from kg.lexicon.folding import fold
from kg.regex import regex
from kg.types import Part

_LABEL = regex(r"\s*(?:[-–•*]\s+)?([^\W\d_][^:|\n]{1,70}?)\s*:\s*")
#: Where a second label stands on a line: « Président de séance : X — Secrétaire : Y ».
#: « Animation : X. Intervenants : Y ».
_NEXT_LABEL = regex(
    r"\s+[—–|•]\s+(?=[A-ZÀ-Ý][\w'’ ]{3,40}\s?:\s)"
    r"|(?<=[.;])\s+(?=(?:Intervenant|Intervention|Animat|Anim[ée]|Modérat|Rapporteu|Discutant|Présid|Invité|Témoin|Avec)"
    r"[\w·.()]*\s?:\s)"
)

#: Folded beginnings of words in a label, in order of precision, to what the people after it are.
_PARTS: tuple[tuple[str, Part], ...] = (
    (r"secretaires? (?:de|du) (?:seance|reunion|bureau|conseil)|secretariat de seance|secretaire$", "secretary"),
    (r"pouvoirs?\b|procurations?\b|represente|mandat", "excused"),
    (r"excuse", "excused"),
    (r"absent", "absent"),
    (
        r"president\w* (?:de|du) (?:la )?(?:seance|jury|reunion)|presidence|preside par|"
        r"sous la presidence",
        "moderator",
    ),
    (r"moder|anim(?:e|ateur|atrice|ation)|facilitat|maitres?(?:se)? de ceremonie", "moderator"),
    (
        r"organis|co-?organis|co-?construit|porte par|propose par|hote|pilote par|(?:pratique|action|"
        r"projet|initiative) (?:deploye|porte|mene|conduit)e? par",
        "organiser",
    ),
    (
        r"intervenant|intervention|orat(?:eur|rice)|conferencier|grande? temoin|invite|discours|"
        r"ouverture|introduction|panel|avec la participation|avec$|conclusion|cloture|rapporteur|"
        r"table ronde|temoignage|debat avec|prise de parole",
        "speaker",
    ),
    (r"(?:etaient |membres |elus |conseillers |sont )?present", "present"),
    (r"participant|liste des participant|assistance|membres?$|ont participe|participation", "participant"),
)


@dataclass(frozen=True, slots=True)
class LabelLine:
    """A line « label : value », by offsets of the document; `value` is empty when a list follows."""

    label: str
    start: int
    value_start: int
    value_end: int


def lines(source: Source, unit: Unit) -> Iterator[tuple[int, int]]:
    """Yield the lines of a unit as they stand in the document, trimmed."""
    for start, end in _lines(source.document.text[unit.start : unit.end]):
        yield unit.start + start, unit.start + end


@lru_cache(maxsize=4096)
def _lines(text: str) -> tuple[tuple[int, int], ...]:
    """Cut a block into its lines, where labels stand on one line into their parts; remembered, for many rules ask."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        begin = at
        for cut in _NEXT_LABEL.finditer(line):
            found += _trimmed(text, begin, at + cut.start())
            begin = at + cut.end()
        found += _trimmed(text, begin, at + len(line))
        at += len(line) + 1
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    if words.strip():
        yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def label_line(source: Source, start: int, end: int) -> LabelLine | None:
    """Read a line as « label : value »."""
    match = _LABEL.match(source.document.text, start, end)
    if not match:
        return None
    return LabelLine(match[1].strip(), start, match.end(), end)


def part_of_label(label: str) -> Part | None:
    """Return what a label says of the people after it: moderator, present, excused…; nothing for other labels."""
    words = fold(label).strip()
    for pattern, part in _PARTS:
        if re.search(rf"(?:^|\b)(?:{pattern})", words):
            return part
    return None


def is_proxy_label(label: str) -> bool:
    """Tell « Pouvoirs : » and « Procurations : », where the second name of a pair is the one who votes."""
    return bool(re.search(r"\b(?:pouvoirs?|procurations?|mandats?)\b", fold(label)))


def introducing_part(source: Source, unit: Unit, previous: Unit | None) -> Part | None:
    """Return what the list that a unit belongs to is a list of, by the line or the heading above it."""
    if previous is not None and previous.block.kind == "paragraph":
        all_lines = source.document.text[previous.start : previous.end].rstrip().split("\n")
        last = all_lines[-1]
        if any(opening_hours(line[:24]) for line in all_lines):
            return "speaker"
        if last.rstrip().endswith(":"):
            return part_of_label(last.rstrip(" :\xa0"))
    titles = unit.block.titles
    if titles:
        title = titles[-1].rstrip(" :\xa0")
        if len(title.split()) <= 6:
            return part_of_label(title)
    return None
