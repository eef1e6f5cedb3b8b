"""Speech that a line of its own signs: boxes under a name, interviews, minutes (« Ada Blanc : … »)."""

import re
from typing import TYPE_CHECKING

from kg.relate.quotations import interviews
from kg.relate.quotations.discourse import Speaker
from kg.relate.quotations.findings import Finding
from kg.relate.quotations.indirect import trim
from kg.relate.quotations.phrases import Phrase, phrase_in
from kg.relate.quotations.shadow import NAME, Paragraph

if TYPE_CHECKING:
    from kg.relate.quotations.reading import Reading

#: « Nom : », « Nom – », « NOM. — »; never the colon of an hour (« 12:30 »).
_AFTER_NAME = r"(?::(?!\d)|\s[–—]\s|\.\s*[–—]|\.\s-\s)"
_SIGNED = re.compile(rf"\s*(?:M\.\s|Mme\s)?(?P<name>{NAME})\s*(?:[,(–—-].{{0,160}})?:?\s*$", re.DOTALL)
_MINUTES = re.compile(
    rf"\s*(?:- )?(?:(?:\d+\s?(?:ère|re|e|ème|de)\s)?(?:[Qq]uestion|[Rr]éponse|[Rr]emarque|[Ii]ntervention) (?:de |d'))?"
    rf"(?:(?:M\.|Mme|Mlle|Dr|Pr|Monsieur|Madame)\s(?:d'|de )?)?(?P<name>{NAME})\s*"
    rf"(?:\([^)]{{1,80}}\)|,[^:.]{{1,160}})?\s*{_AFTER_NAME}\s*(?=\S)"
)
_NOT_SPEECH = re.compile(
    r"\s*(?:les |liste des )?(?:intervenant|programme|déroulé|participant|présent|excusé|absent|contact|"
    r"organis|équipe|membres|"
    r"invité|avec\b)\S*(?:\s+\S+){0,3}\s*$",
    re.IGNORECASE,
)
_ANYBODY = re.compile(
    r"\s*(?P<who>(?:[Uu]ne?|[Ll][ae]|[Ll]')\s?[\w' -]{2,40}?|Mme l[ea] \w+|M\. le \w+|Public|Salle|"
    r"(?:M\.|Mme|Monsieur|Madame) (?:d'|de |le |la )?[A-ZÀ-Ý][\w' -]{1,30}?|"
    rf"Question)\s*{_AFTER_NAME}\s*(?=\S)"
)
#: « Mme la Maire : », « M. le Président : »: a turn wherever it stands.
_TITLED_TURN = re.compile(
    rf"\s*(?:- )?(?P<who>(?:Mme|Madame) l[ea] \w+|(?:M\.|Mme|Monsieur) le \w+)\s*{_AFTER_NAME}\s*(?=\S)"
)
_CAPTION = re.compile(r"(?:Figure|Photo|Crédit|Tableau|Illustration|Source|©|\w+\. Photo)")
_WORDS, _SEVERAL, _TURN = 5, 3, 2


def find(reading: "Reading") -> dict[int, Speaker]:
    """Add what boxes and minutes say to the findings; return the speakers by the paragraphs that are dealt with."""
    taken = _headed(reading)
    for before, after in zip(reading.shadow.paragraphs, reading.shadow.paragraphs[1:], strict=False):
        taken.update(_name_line(reading, before, after))
    taken.update(interviews.answers(reading, taken))
    turns = [p for p in reading.shadow.paragraphs if _MINUTES.match(reading.shadow.names(p.start, p.end))]
    for paragraph in reading.shadow.paragraphs:
        if paragraph.start not in taken:
            taken.update(_minutes(reading, paragraph, transcript=len(turns) >= _SEVERAL))
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
        if not signed or (above and _NOT_SPEECH.match(above[-1].title)):
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
    """« Ada Blanc, maire de Lens » alone on its line, before or after a paragraph between guillemets."""
    for line, said in ((before, after), (after, before)):
        found = _signed_line(reading, line, said)
        if found:
            return found
    return {}


def _signed_line(reading: "Reading", before: Paragraph, after: Paragraph) -> dict[int, Speaker]:
    """Read `before` as the line that signs the guillemets of `after`."""
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


def _minutes(reading: "Reading", paragraph: Paragraph, *, transcript: bool) -> dict[int, Speaker]:
    """« Ada Blanc : le bassin sera vidé. »; in a transcript a turn may be a single word, and its speaker anybody."""
    text = reading.shadow.names(paragraph.start, paragraph.end)
    found = _MINUTES.match(text)
    anybody = None if found else _TITLED_TURN.match(text) or (_ANYBODY.match(text) if transcript else None)
    match = found or anybody
    titles = paragraph.block.titles
    if match and not transcript and re.search(rf"[.!?]\s+{NAME}\s*(?::|[a-zà-ÿ])", text[match.end() :]):
        return {}  # notes: each sentence has its own speaker
    if match is None or (titles and _NOT_SPEECH.match(titles[-1]) and not transcript):
        return {}
    start, end = trim(reading.document.text, paragraph.start + match.end(), paragraph.end)
    words = len(text[match.end() :].split())
    enough = words >= _WORDS and reading.grammar.finite(start, end)
    if any(paragraph.start <= q.open < paragraph.end for q in reading.shadow.quotes):
        return {}
    if not enough and not (transcript and words >= _TURN and text.rstrip()[-1:] in ".!?…"):
        return {}
    speaker = _turn_speaker(reading, paragraph, found, anybody)
    cue = paragraph.start + match.start(), paragraph.start + match.end()
    reading.findings.append(Finding(start, end, speaker, "direct", "minutes/1", "states", *cue))
    return {paragraph.start: speaker}


def _turn_speaker(
    reading: "Reading", paragraph: Paragraph, found: re.Match[str] | None, anybody: re.Match[str] | None
) -> Speaker:
    if found:
        return _speaker(reading, paragraph.start + found.start("name"))
    start, end = (paragraph.start + at for at in anybody.span("who")) if anybody else (paragraph.start, paragraph.start)
    phrase = phrase_in(reading.shadow.text, start, end)
    return reading.discourse.resolve(phrase) if phrase else Speaker(None, reading.shadow.plain(start, end), "crowd")
