"""Reported speech that the next sentence goes on with, naming nobody: « Ada Blanc dit que … Tout gèle. Elle … »."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.regex import regex
from kg.relate.quotations.discourse import Speaker
from kg.relate.quotations.indirect import trim
from kg.relate.quotations.subjects import leading_phrase

if TYPE_CHECKING:
    from kg.relate.quotations.reading import Reading, Turn

#: What happens in the room, or to what was said, and what the report itself says: nobody tells it.
_SCENE = regex(
    r"\b(?:salles?|séances?|auditoire|public|assistance|débats?|discussions?|micro|applaudi\w*|rires?|silence|votes?|"
    r"points?|pages?|annexes?|comité|commission|conseil|prochaine?s?|diapositives?|projetée?s?|hier|"
    r"adoptée?s?|reportée?s?|âge|fondée?s?|nous|je|me)\b|\?\s*$|"
    r"^\s*(?:On (?:a\b|ri|not|écout|applaud|pass|distribu|sort|se\b|entend)|Je\b|J'|C(?:e|ela|es|et|ette)\b|Qui\b)|"
    r"(?<!s')\b(?:est|sont|sera|seront|serait) (?:alors |donc |ensuite )?\w+(?:é|i|u|is)e?s?\b",
    re.IGNORECASE,
)
#: « Il a fallu sept mois », « il y a »: no person.
_NOBODY = regex(r"\s*[Ii]l (?:n')?(?:y a|y avait|a fallu|faut|fallait|faudr\w+|s'agi\w+|reste|manque|suffi\w+|en va)\b")
_FEWEST = 5


def carry_on(reading: "Reading", turns: "list[Turn]") -> None:
    """Stretch what is reported over the sentence that follows and tells of nobody else.

    Either its subject resumes who spoke, or this person is heard again just after.
    """
    for at in range(1, len(turns)):
        before, turn = turns[at - 1 : at + 1]
        last = before.told[-1] if before.told and not before.quotes else None
        who = _key(reading, last.speaker) if last else None
        if last is None or who is None or last not in reading.findings or not _tells(reading, turn):
            continue
        again = at + 1 < len(turns) and (turns[at + 1].told or turns[at + 1].quotes) and turns[at + 1].heard
        subject = _subject(reading, turn)
        if subject == who or (subject is None and again and _key(reading, again) == who):
            end = trim(reading.document.text, turn.sentence.start, turn.sentence.end)[1]
            turn.told = [replace(last, end=end)]
            reading.findings[reading.findings.index(last)] = turn.told[0]


def _key(reading: "Reading", speaker: Speaker | None) -> str | None:
    """Tell the person who is heard; None for a body or for nobody."""
    known = reading.roster.of(speaker.mention) if speaker and speaker.mention else None
    return known.key if known and known.kind == "person" else None


def _subject(reading: "Reading", turn: "Turn") -> str | None:
    """The person who is the subject of a sentence, "" for a pronoun of nobody known; None for a thing or a crowd."""
    if _NOBODY.match(turn.sentence.words):
        return None
    lead, who = leading_phrase(turn.sentence), _key(reading, turn.subject)
    return who or "" if lead and lead.kind == "pronoun" else who


def _tells(reading: "Reading", turn: "Turn") -> bool:
    """Tell whether a sentence names nobody, has a verb, is told by nobody yet, and is no scene of the meeting."""
    sentence = turn.sentence
    words = reading.shadow.plain(sentence.start, sentence.end)
    taken = turn.told or turn.quotes or turn.voiced
    if taken or len(words.split()) < _FEWEST or not sentence.finite(sentence.start, sentence.end):
        return False
    named = any(m.kind == "person" and sentence.start <= m.span.start < sentence.end for m in reading.shadow.mentions)
    return not named and not _SCENE.search(words)
