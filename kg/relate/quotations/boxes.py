"""Speech that a line of its own signs: boxes under a name, interviews, minutes (« Ada Blanc : … »)."""

import re
from typing import TYPE_CHECKING

from corpus import Span
from kg.regex import regex
from kg.relate.quotations import interviews
from kg.relate.quotations.block_quotes import signed_blocks, speaker_at
from kg.relate.quotations.discourse import Speaker
from kg.relate.quotations.findings import Finding
from kg.relate.quotations.indirect import trim
from kg.relate.quotations.shadow import NAME, Paragraph
from kg.relate.quotations.turns import NOT_SPEECH, is_transcript, label, turns

if TYPE_CHECKING:
    from kg.relate.quotations.reading import Reading

_SIGNED = regex(
    r"\s*(?:[–—-]\s*)?(?:(?:Encadré|ENCADRÉ)\s?[.–—:-]\s)?(?:(?:L[ea] )?(?:[Pp]oint de vue|"
    r"[Rr]egard|[Aa]vis|[Pp]arole|[Tt]émoignage|[Mm]ot|[Bb]illet|[Éé]dito(?:rial)?|[Tt]ribune|"
    r"[Cc]arte blanche)\s(?:de |d'|à |: ))?"
    rf"(?:M\.\s|Mme\s)?(?P<name>{NAME})\s*(?:[,(–—-](?:(?![.!?:]\s).){{0,160}})?:?\s*$",
    re.DOTALL,
)
_FIRST_PERSON = regex(r"\b(?:je|j'|nous|mon|ma|mes|notre|nos|moi)\b", re.IGNORECASE)
_LONG = 8
_LABELLED = regex(r"\s*(?:(?:M\.|Mme|Mlle|Dr)\s)?[^.!?,:]{2,40}?(?:\s?:|\s[–—]|\.\s?[–—])\s")
_CAPTION = regex(r"(?:Figure|Photo|Crédit|Tableau|Illustration|Source|©|\w+\. Photo)")


def find(reading: "Reading") -> dict[int, Speaker]:
    """Add what boxes and minutes say to the findings; return the speakers by the paragraphs that are dealt with."""
    taken = signed_blocks(reading)
    taken.update({start: speaker for start, speaker in _headed(reading).items() if start not in taken})
    for before, after in zip(reading.shadow.paragraphs, reading.shadow.paragraphs[1:], strict=False):
        taken.update(_name_line(reading, before, after, taken))
    if not is_transcript(reading):
        taken.update(interviews.answers(reading, taken))
    taken.update(turns(reading, taken))
    return taken


def _headed(reading: "Reading") -> dict[int, Speaker]:
    """« ### Ada Blanc, Ville de Lens » and the paragraphs under it."""
    taken: dict[int, Speaker] = {}
    shadow = reading.shadow
    for heading in reading.document.outline:
        signed = _SIGNED.fullmatch(shadow.names(heading.span.start, heading.span.end))
        above = [h for h in reading.document.outline if h.span.start < heading.span.start]
        if not signed or _is_sentence(reading, heading.span):
            continue
        under = [p for p in shadow.paragraphs if p.start > heading.span.end]
        under = [p for p in under if p.section == under[0].section and not _CAPTION.match(shadow.text, p.start)]
        if not under or any(
            h.span.start > heading.span.start and h.span.start < under[0].start for h in reading.document.outline
        ):
            continue
        if not reading.grammar.finite(under[0].start, under[-1].end):
            continue
        speaker = speaker_at(reading, heading.span.start + signed.start("name"))
        if any(re.search(rf"{NAME}", shadow.text[p.start : p.end]) and _own_cue(reading, p, speaker) for p in under):
            continue
        card, given = _card(reading, under), shadow.plain(heading.span.start + signed.start("name"), heading.span.end)
        if card is None and above and NOT_SPEECH.match(above[-1].title):
            continue
        if card is None and _tells_of(reading, under, given.split()[0]):
            continue
        start, end = card or _inside_marks(reading, *trim(reading.document.text, under[0].start, under[-1].end))
        reading.findings.append(
            Finding(start, end, speaker, "direct", "box-heading/1", "states", heading.span.start, heading.span.end)
        )
        taken.update({p.start: speaker for p in under})
    return taken


def _is_sentence(reading: "Reading", heading: Span) -> bool:
    """Tell a heading that says something of somebody, with a stop, from one that names who speaks below."""
    return reading.document.quote(heading).rstrip(" *_").endswith(".") and reading.grammar.finite(
        heading.start, heading.end
    )


def _card(reading: "Reading", under: list[Paragraph]) -> tuple[int, int] | None:
    """The quotation of a card: a line or two that tell who somebody is, then guillemets that hold all the rest."""
    for q in reading.shadow.quotes:
        said = [p for p in under if p.start <= q.open < p.end]
        told = [p for p in under if p not in said]
        whole = said and not (
            reading.shadow.text[said[0].start : q.open] + reading.shadow.text[q.close : said[0].end]
        ).strip(" .\n–—-")
        if whole and not any(reading.grammar.finite(p.start, p.end) for p in told):
            return q.start, q.end
    return None


def _tells_of(reading: "Reading", under: list[Paragraph], given: str) -> bool:
    """« Cuisinière, Lens » then « Ada a ouvert … »: a card that tells of somebody, who says nothing."""
    words = reading.shadow.plain(under[0].start, under[-1].end)
    led = len(under) > 1 and not reading.grammar.finite(under[0].start, under[0].end)
    return not _FIRST_PERSON.search(words) and (led or re.search(rf"\b{re.escape(given)}\b", words) is not None)


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


def _name_line(
    reading: "Reading", before: Paragraph, after: Paragraph, taken: dict[int, Speaker]
) -> dict[int, Speaker]:
    """« Ada Blanc, maire de Lens » alone on its line, before or after a paragraph between guillemets."""
    if {before.start, after.start} & set(taken):
        return {}
    for line, said in ((before, after), (after, before)):
        found = _signed_line(reading, line, said)
        if found:
            return found
    return {}


def _signed_line(reading: "Reading", before: Paragraph, after: Paragraph) -> dict[int, Speaker]:
    """Read `before` as the line that signs the guillemets of `after`."""
    signed = _SIGNED.fullmatch(reading.shadow.names(before.start, before.end))
    quote = next((q for q in reading.shadow.quotes if after.start <= q.open <= after.start + 3), None)
    dashes = r"\s*[–—-]" if before.start > after.start else r"\s*[–—]"
    dashed = re.match(dashes, reading.shadow.plain(before.block.span.start, before.end)) and quote is not None
    if (
        not signed
        or before.section != after.section
        or (before.block.kind == "item" and not dashed)
        or after.block.kind == "item"
        or reading.grammar.finite(before.start + signed.end("name"), before.end)
    ):
        return {}
    if quote is None:
        return _in_first_person(reading, before, signed, after)
    if reading.shadow.text[quote.close : after.end].strip(" .\n"):
        return {}
    speaker = speaker_at(reading, before.start + signed.start("name"))
    reading.findings.append(
        Finding(quote.start, quote.end, speaker, "direct", "box-name-line/1", "states", before.start, before.end)
    )
    return {before.start: speaker, after.start: speaker}


def _in_first_person(reading: "Reading", line: Paragraph, signed: re.Match[str], said: Paragraph) -> dict[int, Speaker]:
    """« Ada Blanc, hydrologue » alone on its line, and a paragraph without guillemets that says « je » or « nous »."""
    words = reading.shadow.plain(said.start, said.end)
    titles = line.block.titles
    own = _FIRST_PERSON.search(re.sub(r"[«“][^»”]*[»”]", "", words))
    if not own or len(words.split()) < _LONG or (titles and NOT_SPEECH.match(titles[-1])):
        return {}
    speaker = speaker_at(reading, line.start + signed.start("name"))
    if _own_cue(reading, said, speaker) or _LABELLED.match(words) or label(reading, said):
        return {}
    start, end = trim(reading.document.text, said.start, said.end)
    reading.findings.append(
        Finding(start, end, speaker, "direct", "box-first-person/1", "states", line.start, line.end)
    )
    return {line.start: speaker, said.start: speaker}
