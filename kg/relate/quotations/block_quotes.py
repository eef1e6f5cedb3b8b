"""Words set apart: block quotations that a line signs or announces."""

import re
from typing import TYPE_CHECKING

from kg.regex import regex
from kg.relate.quotations.discourse import Speaker
from kg.relate.quotations.findings import Finding
from kg.relate.quotations.indirect import trim
from kg.relate.quotations.phrases import Phrase
from kg.relate.quotations.shadow import NAME, Paragraph

if TYPE_CHECKING:
    from kg.relate.quotations.reading import Reading

#: « — Ada Blanc, maire de Lens », alone on the last line of a block quotation, or under it.
_SIGNATURE = regex(
    rf"\s*(?:[–—-]\s*)?(?:\()?(?:(?:M\.|Mme|Dr|Pr)\s)?(?P<name>{NAME})\s*(?:[,(–—-](?:(?![.!?:;]\s).){{0,140}})?\)?\.?\s*",
    re.DOTALL,
)
_DASH = regex(r"\s*(?:[-–—•]\s+)?")


def signed_blocks(reading: "Reading") -> dict[int, Speaker]:
    """Add the block quotations whose last line, or the line below, names who speaks; return what is dealt with."""
    taken: dict[int, Speaker] = {}
    paragraphs = reading.shadow.paragraphs
    for box in reading.document.boxes:
        if box.kind != "quotation":
            continue
        inside = [p for p in paragraphs if box.span.start <= p.start and p.end <= box.span.end + 1]
        below = [p for p in paragraphs if p.start >= box.span.end and inside and p.section == inside[0].section][:1]
        if not inside or any(box.span.start <= q.open < box.span.end for q in reading.shadow.quotes):
            continue
        for line, said in ((inside[-1], inside[:-1]), *((p, inside) for p in below)):
            signed = _SIGNATURE.fullmatch(reading.shadow.names(line.start, line.end)) if said else None
            if signed and not reading.grammar.finite(line.start + signed.end("name"), line.end):
                speaker = speaker_at(reading, line.start + signed.start("name"))
                start, end = trim(reading.document.text, said[0].start, said[-1].end)
                start += len(_DASH.match(reading.shadow.plain(start, end))[0])  # type: ignore[index]
                cue = line.start, line.end
                reading.findings.append(Finding(start, end, speaker, "direct", "block-signed/1", "states", *cue))
                taken |= dict.fromkeys([p.start for p in (*said, line)], speaker)
                break
    return taken


def announced_block(reading: "Reading", paragraph: Paragraph) -> Finding | None:
    """« Ada Blanc a conclu ainsi : » and a block quotation: her words, without guillemets."""
    inside = any(b.kind == "quotation" and b.span.start <= paragraph.start < b.span.end for b in reading.document.boxes)
    quoted = any(paragraph.start <= q.open < paragraph.end for q in reading.shadow.quotes)
    if not inside or quoted or reading.announced is None or reading.announced[0].mention is None:
        return None
    speaker = reading.announced[0]
    start, end = trim(reading.document.text, paragraph.start, paragraph.end)
    start += len(_DASH.match(reading.shadow.plain(start, end))[0])  # type: ignore[index]
    return Finding(start, end, Speaker(speaker.mention, "", "block"), "direct", "block-announced/1")


def speaker_at(reading: "Reading", at: int) -> Speaker:
    """Return who is named at an offset."""
    return reading.discourse.resolve(Phrase(at, at + 1, "person", "", at))
