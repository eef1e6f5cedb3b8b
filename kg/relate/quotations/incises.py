"""Speakers named inside the guillemets: « …, explique Ada Blanc, … »."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.lexicon.speech_verbs import act_of, written_forms
from kg.regex import regex
from kg.relate.quotations.attributions import attributions
from kg.relate.quotations.findings import Finding
from kg.relate.quotations.guillemets import Quoted
from kg.relate.quotations.openings import OPEN_INVERSION
from kg.relate.quotations.phrases import phrase_in
from kg.relate.quotations.sentence import Attribution, Sentence
from kg.relate.quotations.shadow import NAME

if TYPE_CHECKING:
    from kg.relate.quotations.reading import Reading, Voiced

_INCISE = regex(
    r"[,?!…]\s*(?P<cue>(?:a |ont |s'|se )?[a-zà-öø-ÿœ]+(?:-t)?(?:-(?:il|elle|on|ils|elles)\b|"
    rf"\s)[^,.;:!?«»]{{0,90}}(?:,\s(?:M\.\s|Mme\s)?{NAME})?)(?P<stop>[,.;!]|$)"
)


def inside(reading: "Reading", q: Quoted) -> list[Finding]:
    """Return the quotation, told by the incise it holds; two of them when a full stop follows the incise."""
    shadow = reading.shadow
    words = shadow.names(q.start, q.end)
    for match in _overlapping(words):
        start, end = q.start + match.start(), q.start + match.end("cue")
        voiced = _voiced(reading, start, end)
        if voiced is None:
            continue
        reading.discourse.push(voiced.speaker, voiced.cue.phrase)
        mark = words[match.start()] in "?!…"
        final = match.end() >= len(words) - 1
        split = match["stop"] == "." and not final
        stop = start + mark if final or split else q.end
        spans = [(q.start, stop), *([(_next_word(words, match.end(), q), q.end)] if split else [])]
        return list(_findings(spans, voiced))
    return []


def _overlapping(words: str) -> Iterator[re.Match[str]]:
    """Yield what may be an incise; the comma that ends one may begin the next."""
    match = _INCISE.search(words)
    while match:
        yield match
        match = _INCISE.search(words, match.start() + 1)


def _findings(spans: list[tuple[int, int]], voiced: "Voiced") -> Iterator[Finding]:
    cue, speaker = voiced.cue, voiced.speaker
    for start, end in spans:
        yield Finding(
            start, end, speaker, "direct", f"cue-inside-{speaker.how}/1", cue.act, cue.cue_start, cue.cue_end
        )  # fmt: skip


def _next_word(words: str, at: int, q: Quoted) -> int:
    return q.start + at + len(words[at:]) - len(words[at:].lstrip())


def _voiced(reading: "Reading", start: int, end: int) -> "Voiced | None":
    """The speaker of an incise: a verb of speech, or any verb before a name."""
    text = reading.shadow.names(0, end)
    sentence = Sentence(text, start, end, reading.grammar.finite)
    for cue in attributions(sentence):
        if cue.form == "verb-subject" and cue.phrase and cue.phrase.kind != "omitted":
            voiced = reading.voice(cue)
            if voiced and cue.cue_start - start < len(", s'en "):
                return voiced
    opened = OPEN_INVERSION.match(text, start + 1, end)
    if opened is None or reading.grammar.finite(opened.end("verb"), end):
        return None
    phrase = phrase_in(text, opened.start("name"), end)
    lemma = next((form.lemma for form in written_forms().get(opened["verb"], ())), "")
    cue = Attribution("verb-subject", phrase, start, opened.start("verb"), end, start, act_of(lemma), True)
    return reading.voice(cue) if phrase and phrase.kind == "person" else None
