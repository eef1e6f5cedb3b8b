"""Speech that a line of its own signs: boxes under a name, interviews, minutes (« Ada Blanc : … »)."""

import re
from typing import TYPE_CHECKING

from kg.relate.quotations.discourse import Speaker
from kg.relate.quotations.findings import Finding
from kg.relate.quotations.indirect import trim
from kg.relate.quotations.phrases import Phrase
from kg.relate.quotations.shadow import NAME, Paragraph

if TYPE_CHECKING:
    from kg.relate.quotations.reading import Reading

_SIGNED = re.compile(rf"\s*(?:M\.\s|Mme\s)?(?P<name>{NAME})\s*(?:[,(–—-].{{0,160}})?:?\s*$", re.DOTALL)
_MINUTES = re.compile(
    rf"\s*(?:- )?(?:M\.\s|Mme\s)?(?P<name>{NAME})\s*(?:\([^)]{{1,80}}\)|,[^:.]{{1,90}})?\s*(?::|\s[–—]\s)\s*(?=\S)"
)
_NOT_SPEECH = re.compile(
    r"intervenant|programme|déroulé|participant|présent|excusé|absent|contact|organis|équipe|membres|invité", re.I
)
_CAPTION = re.compile(r"(?:Figure|Photo|Crédit|Tableau|Illustration|Source|©|\w+\. Photo)")
_WORDS = 5


def find(reading: "Reading") -> dict[int, Speaker]:
    """Add what boxes and minutes say to the findings; return the speakers by the paragraphs that are dealt with."""
    taken = _headed(reading)
    for before, after in zip(reading.shadow.paragraphs, reading.shadow.paragraphs[1:], strict=False):
        taken.update(_name_line(reading, before, after))
    for paragraph in reading.shadow.paragraphs:
        if paragraph.start not in taken:
            taken.update(_minutes(reading, paragraph))
    return taken


def _speaker(reading: "Reading", start: int) -> Speaker:
    return reading.discourse.resolve(Phrase(start, start + 1, "person", "", start))


def _headed(reading: "Reading") -> dict[int, Speaker]:
    """« ### Ada Blanc, Ville de Lens » and the paragraphs under it."""
    taken: dict[int, Speaker] = {}
    shadow = reading.shadow
    for heading in reading.document.outline:
        signed = _SIGNED.fullmatch(shadow.names(heading.span.start, heading.span.end))
        above = [h for h in reading.document.outline if h.span.start < heading.span.start]
        if not signed or (above and _NOT_SPEECH.search(above[-1].title)):
            continue
        under = [p for p in shadow.paragraphs if p.start > heading.span.end]
        under = [p for p in under if p.section == under[0].section and not _CAPTION.match(shadow.text, p.start)]
        if not under or any(
            h.span.start > heading.span.start and h.span.start < under[0].start for h in reading.document.outline
        ):
            continue
        if not reading.grammar.finite(under[0].start, under[-1].end):
            continue
        speaker = _speaker(reading, heading.span.start + signed.start("name"))
        if any(re.search(rf"{NAME}", shadow.text[p.start : p.end]) and _own_cue(reading, p, speaker) for p in under):
            continue
        start, end = trim(reading.document.text, under[0].start, under[-1].end)
        start, end = _inside_marks(reading, start, end)
        reading.findings.append(
            Finding(start, end, speaker, "direct", "box-heading/1", "states", heading.span.start, heading.span.end)
        )
        taken.update({p.start: speaker for p in under})
    return taken


def _own_cue(reading: "Reading", paragraph: Paragraph, speaker: Speaker) -> bool:
    """A paragraph that speaks *about* the person of the heading is a report, not a box."""
    found = [
        m for m in reading.shadow.mentions if paragraph.start <= m.span.start < paragraph.end and m.kind == "person"
    ]
    keys = {reading.roster.key(m.id) for m in found}
    return speaker.mention is not None and reading.roster.key(speaker.mention) in keys


def _inside_marks(reading: "Reading", start: int, end: int) -> tuple[int, int]:
    """Take off the guillemets when one pair holds the whole box."""
    for q in reading.shadow.quotes:
        if abs(q.open - start) <= 1 and q.close >= end:
            return q.start, q.end
    return start, end


def _name_line(reading: "Reading", before: Paragraph, after: Paragraph) -> dict[int, Speaker]:
    """« Ada Blanc, maire de Lens » alone on its line, then a paragraph between guillemets."""
    signed = _SIGNED.fullmatch(reading.shadow.names(before.start, before.end))
    quote = next((q for q in reading.shadow.quotes if after.start <= q.open <= after.start + 3), None)
    if not signed or quote is None or before.section != after.section or before.block.kind == "item":
        return {}
    if reading.shadow.text[quote.close : after.end].strip(" .\n"):
        return {}
    speaker = _speaker(reading, before.start + signed.start("name"))
    reading.findings.append(
        Finding(quote.start, quote.end, speaker, "direct", "box-name-line/1", "states", before.start, before.end)
    )
    return {before.start: speaker, after.start: speaker}


def _minutes(reading: "Reading", paragraph: Paragraph) -> dict[int, Speaker]:
    """« Ada Blanc : le bassin sera vidé. »"""
    text = reading.shadow.names(paragraph.start, paragraph.end)
    found = _MINUTES.match(text)
    titles = paragraph.block.titles
    if not found or (titles and _NOT_SPEECH.search(titles[-1])):
        return {}
    start, end = trim(reading.document.text, paragraph.start + found.end(), paragraph.end)
    quote = next((q for q in reading.shadow.quotes if paragraph.start <= q.open < paragraph.end), None)
    enough = len(text[found.end() :].split()) >= _WORDS and reading.grammar.finite(start, end)
    if quote is not None or not enough:
        return {}
    speaker = _speaker(reading, paragraph.start + found.start("name"))
    name = paragraph.start + found.start("name")
    reading.findings.append(
        Finding(start, end, speaker, "direct", "minutes/1", "states", name, paragraph.start + found.end("name"))
    )
    return {paragraph.start: speaker}
