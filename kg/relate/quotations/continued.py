"""Reported speech that goes on in the next sentence without a cue: « Il faudrait … », « On n'y irait plus »."""

import re
from typing import TYPE_CHECKING

from kg.regex import regex
from kg.relate.quotations.discourse import Speaker
from kg.relate.quotations.findings import Finding
from kg.relate.quotations.indirect import trim
from kg.relate.quotations.shadow import NAME
from kg.relate.quotations.subjects import leading_phrase

if TYPE_CHECKING:
    from kg.relate.quotations.reading import Reading, Turn

#: What is called for, with nobody who calls: it is still whoever was heard just before.
_MUST = regex(
    r"\s*(?:(?:Et|Mais|Or|Car|Donc|Aussi|Enfin|En outre|Surtout|Ensuite|D'abord|De plus|Pour cela),? )?"
    r"(?:[Ii]l (?:ne |n')?(?:faut|faudra|faudrait|conviendrait|vaudrait|serait|suffirait|importerait)\b|"
    r"(?:[Ee]ncore )?(?:faut|faudrait|faudra)-il\b|[Mm]ieux vau(?:t|drait)\b|[Ii]nutile de |[Pp]as question de |"
    r"D'où (?:son|sa|ses|leur|l')\s?\w+)"
)
#: A clause that does not tell the mood of its sentence: « Si la pluie revenait, … », « Là où la route finit, … ».
_SUBORDINATE = regex(
    r"\s*(?:(?:et|mais|or) )?(?:si\b|s'il|quand\b|lorsqu|là où\b|dès que\b|tant que\b|une fois\b|puisqu|comme\b|"
    r"sans quoi\b|faute\b|depuis que\b|à condition\b|pourvu\b|sauf\b|même si\b|alors que\b)",
    re.IGNORECASE,
)
_RELATIVE = regex(r"\b(?:qui|que|dont|où|quand|lorsque|comme|parce|si)\b|\b(?:qu|s)'")
#: « Ada Blanc a ouvert la vanne : l'eau a baissé »: what she did, not what she says.
_DID = regex(
    r"\b(?:a|ont|avait|avaient)\s(?:(?:\w+ment\s)?\w+(?:é|i|u|it|is|ert)e?s?\b|(?:bien |eu )?(?:raison|tort)\b)"
)
_FEWEST, _SAID, _LONG_LEAD = 4, 5, 16


def goes_on(reading: "Reading", turns: "list[Turn]", at: int) -> bool:
    """Add a sentence that carries on what the one before reports, in the conditional or with « il faut »; tell so."""
    turn = turns[at]
    told = turns[at - 1].told if at else []
    if not told or turn.quotes or turn.voiced or len(turn.sentence.words.split()) < _FEWEST:
        return False
    before = told[-1]
    must = _MUST.match(turn.sentence.words)
    if not must and not _in_conditional(reading, turn):
        return False
    if must and "rait" not in must[0] and not before.rule.startswith(("reported", "goes-on", "line")):
        return False  # after « Pour Ada Blanc, … », « il faut » may be the reporter's
    mention = before.speaker.mention
    if mention is None:
        return False
    if before.act == "proposes" and reading.roster.of(mention).kind == "organisation":
        return False  # « Le syndicat propose une année à blanc. Chaque foyer aurait … »: what is planned
    lead = leading_phrase(turn.sentence)
    if lead and lead.kind == "person":
        return False
    start, end = trim(reading.document.text, turn.sentence.start, turn.sentence.end)
    speaker = Speaker(before.speaker.mention, before.speaker.words, "flow")
    rule = f"goes-on-{'must' if must else 'conditional'}/1"
    turn.told = [Finding(start, end, speaker, "indirect", rule, before.act, before.cue_start, before.cue_end)]
    reading.findings += turn.told
    return True


def _in_conditional(reading: "Reading", turn: "Turn") -> bool:
    """Tell whether the first finite verb of the main clause is in the conditional."""
    sentence = turn.sentence
    for segment in re.finditer(r"[^,;:]+", sentence.words):
        start, end = sentence.start + segment.start(), sentence.start + segment.end()
        if _SUBORDINATE.match(segment[0]) or not sentence.finite(start, end):
            continue
        first = reading.grammar.first_conditional(start, end)
        return first is not None and not _RELATIVE.search(sentence.text[start:first])
    return False


def before_colon(reading: "Reading", turn: "Turn") -> list[Finding]:
    """« Ada Blanc n'en démord pas : le pont doit rouvrir »: what a person does, then what she says."""
    sentence = turn.sentence
    colon = re.search(r"\s?:\s+(?=[^\s\d])(?!(?:il|elle) (?:est|a|était|avait|s'est|s'était)\b)", sentence.words)
    if colon is None or turn.voiced or turn.quotes:
        return []
    at = sentence.start + colon.start()
    lead = leading_phrase(sentence, colon.start())
    named = re.compile(NAME).match(sentence.text, lead.name or 0) if lead and lead.kind == "person" else None
    said = len(reading.shadow.plain(at, sentence.end).split())
    if lead is None or named is None or said < _SAID or not sentence.finite(named.end(), at):
        return []
    if _DID.search(sentence.text, named.end(), at):
        return []
    if not sentence.finite(at, sentence.end) or len(sentence.words[: colon.start()].split()) > _LONG_LEAD:
        return []
    speaker = reading.discourse.resolve(lead)
    if speaker.mention is None:
        return []
    start, end = trim(reading.document.text, sentence.start, sentence.end)
    return [Finding(start, end, speaker, "indirect", "colon-reported/1", "states", lead.start, at)]
