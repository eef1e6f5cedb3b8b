"""Dialogues of two: a turn that a dash opens and that nobody signs is the other's."""

import re
from typing import TYPE_CHECKING

from kg.relate.quotations.discourse import Speaker
from kg.relate.quotations.findings import Finding
from kg.relate.quotations.indirect import trim
from kg.relate.quotations.shadow import Paragraph

if TYPE_CHECKING:
    from kg.relate.quotations.reading import Reading

_SIGNED, _WORDS = 2, 2


def unsigned_turns(reading: "Reading") -> list[Finding]:
    """Return the turns without a cue in runs of dashed paragraphs that two named speakers open, by turns."""
    found: list[Finding] = []
    run: list[Paragraph] = []
    for paragraph in [*reading.shadow.paragraphs, None]:
        if paragraph and _dashed(reading, paragraph):
            run.append(paragraph)
            continue
        found += _told(reading, run)
        run = []
    return found


def _dashed(reading: "Reading", paragraph: Paragraph) -> bool:
    before = reading.shadow.plain(max(0, paragraph.start - 2), paragraph.start)
    return bool(
        re.match(r"\s*[–—-]\s", reading.shadow.plain(paragraph.start, paragraph.end)) or re.search(r"[–—-]\s$", before)
    )


def _told(reading: "Reading", run: list[Paragraph]) -> list[Finding]:
    signed = [next((f for f in reading.findings if p.start <= f.start < p.end), None) for p in run]
    first = [f.speaker for f in signed[:_SIGNED] if f and f.rule == "dialogue/1" and f.speaker.mention]
    if len(first) < _SIGNED or reading.roster.key(str(first[0].mention)) == reading.roster.key(str(first[1].mention)):
        return []
    found: list[Finding] = []
    last = first[1]
    for paragraph, told in zip(run[_SIGNED:], signed[_SIGNED:], strict=True):
        if told:
            last = told.speaker
            if last.mention is None or reading.roster.key(last.mention) not in {
                reading.roster.key(str(s.mention)) for s in first
            }:
                return found
            continue
        same = last.mention and reading.roster.key(last.mention) == reading.roster.key(str(first[0].mention))
        last = first[1] if same else first[0]
        marker = re.compile(r"\s*[–—-]\s*").match(reading.shadow.plain(paragraph.start, paragraph.end))
        start, end = trim(reading.document.text, paragraph.start + (marker.end() if marker else 0), paragraph.end)
        if len(reading.shadow.plain(start, end).split()) >= _WORDS:
            found.append(Finding(start, end, Speaker(last.mention, "", "dialogue"), "direct", "dialogue-turn/1"))
    return found
