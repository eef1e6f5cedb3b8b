"""What a speaker reports of somebody else: « Karim Tazi voulait un pont », inside an answer or a turn."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.relate.quotations import indirect
from kg.relate.quotations.attributions import attributions
from kg.relate.quotations.discourse import Speaker
from kg.relate.quotations.findings import Finding
from kg.relate.quotations.subjects import leading_phrase

if TYPE_CHECKING:
    from kg.relate.quotations.reading import Reading, Turn, Voiced
    from kg.relate.quotations.sentence import Attribution


def told_inside(reading: "Reading", turns: "list[Turn]", speaker: Speaker) -> Iterator[Finding]:
    """Yield what the sentences of a turn report of others whom they name, or resume by a pronoun just after."""
    named: Speaker | None = None
    for at, turn in enumerate(turns):
        turn.voiced = [
            voiced for cue in attributions(turn.sentence) if (voiced := _other(reading, cue, speaker, named))
        ]
        if turn.voiced and not turn.quotes:
            yield from indirect.reported(reading, turns, at)
        lead = leading_phrase(turn.sentence)
        others = _others(reading, turn, speaker)
        if lead and lead.kind == "person":
            named = reading.discourse.resolve(lead)
        elif others:
            named = others[0] if len(others) == 1 else None


def _others(reading: "Reading", turn: "Turn", speaker: Speaker) -> list[Speaker]:
    """The persons whom a sentence names, but for who speaks, once each."""
    start, end = turn.sentence.start, turn.sentence.end
    named = [m for m in reading.shadow.mentions if m.kind == "person" and start <= m.span.start < end]
    own = reading.roster.key(speaker.mention) if speaker.mention else None
    found = {reading.roster.key(m.id): Speaker(m.id, "", "person") for m in named}
    return [who for key, who in found.items() if key != own]


def _other(reading: "Reading", cue: "Attribution", speaker: Speaker, named: Speaker | None) -> "Voiced | None":
    phrase = cue.phrase
    if phrase is None or cue.form in ("passive", "as", "omitted"):
        return None
    if phrase.kind == "pronoun" and named and named.mention and phrase.words in ("il", "elle"):
        gender = reading.roster.of(named.mention).gender
        agrees = gender in (None, "f" if phrase.words == "elle" else "m")
        voiced = reading.voice(cue) if agrees else None
        return type(voiced)(cue, Speaker(named.mention, "", "pronoun")) if voiced else None
    if phrase.kind not in ("person", "organisation") or phrase.name is None:
        return None
    voiced = reading.voice(cue)
    told = voiced.speaker.mention if voiced else None
    own = speaker.mention and told and reading.roster.key(told) == reading.roster.key(speaker.mention)
    return voiced if told and not own else None
