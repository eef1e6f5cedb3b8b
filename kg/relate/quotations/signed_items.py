"""Items of a synthesis that whoever spoke signs in brackets: « Les bacs sont pleins le lundi (Ada Blanc, Lens) »."""

import re
from typing import TYPE_CHECKING

from kg.regex import regex
from kg.relate.quotations.findings import Finding
from kg.relate.quotations.indirect import trim
from kg.relate.quotations.phrases import Phrase
from kg.relate.quotations.shadow import NAME

if TYPE_CHECKING:
    from kg.relate.quotations.reading import Reading, Turn

_SIGNED = regex(rf"\((?:M\.\s|Mme\s)?(?P<name>{NAME})(?:,[^()]{{2,120}})?\)\s*\.?\s*$")
_FEW = 5


def signed_item(reading: "Reading", turns: "list[Turn]", at: int) -> list[Finding]:
    """Return what an item says, when its last words are the name of somebody in brackets and nobody else is told."""
    paragraph = next((p for p in reading.shadow.paragraphs if p.start <= turns[0].sentence.start < p.end), None)
    if at + 1 < len(turns) or paragraph is None or paragraph.block.kind != "item":
        return []
    start, whole = turns[0].sentence.start, reading.shadow.text[: paragraph.end]
    signed = _SIGNED.search(whole, start)
    if signed is None or any(turn.quotes or turn.voiced for turn in turns):
        return []
    start, end = trim(reading.document.text, start, signed.start())
    said = reading.shadow.text[start:end]
    if len(said.split()) < _FEW or not reading.grammar.finite(start, end) or re.search(NAME, said):
        return []
    speaker = reading.discourse.resolve(
        Phrase(signed.start("name"), signed.end("name"), "person", "", signed.start("name"))
    )
    return [Finding(start, end, speaker, "direct", "signed-item/1", "states", signed.start("name"), signed.end("name"))]
