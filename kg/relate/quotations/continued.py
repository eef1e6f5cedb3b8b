"""Reported speech that goes on in the next sentence without a cue: « Il faudrait … », « On n'y irait plus »."""

import re
from typing import TYPE_CHECKING

from kg.regex import regex
from kg.relate.quotations.discourse import Speaker
from kg.relate.quotations.findings import Finding
from kg.relate.quotations.indirect import trim
from kg.relate.quotations.people import is_human
from kg.relate.quotations.phrases import Phrase, phrase_in
from kg.relate.quotations.prepositions import HELD_NOUN
from kg.relate.quotations.sentence import Sentence
from kg.relate.quotations.shadow import NAME
from kg.relate.quotations.subjects import leading_phrase, role_subject

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
#: « Il manque un bras : … », « Il en va de même : … »: nobody does it.
_IMPERSONAL = regex(
    r"[Ii]l (?:(?:ne |n'|y |en |s'|se |lui |leur |nous |l'|est |a |était |avait |s'est )*)"
    r"(?:manqu|rest|faut|fall|agi|ya\b|exist|convi|arriv|suffi|vaut|va de|sembl|apparaî|ressort|pleu|neig|aura fallu|"
    r"import|paraî|s'en faut|ét[ée] |(?:\w+ment )?(?:question|temps|vrai|clair|possible|nécessaire|difficile|tard)\b|"
    r"(?:\w+é) (?:que|de)\b|a\b|avait\b)"
)
#: « Ada Blanc a ouvert la vanne : l'eau a baissé »: what she did, not what she says.
_DID = regex(
    r"\b(?:a|ont|avait|avaient)\s(?:(?:\w+ment\s)?\w+(?:é|i|u|it|is|ert)e?s?\b|(?:bien |eu )?(?:raison|tort)\b)"
)
#: « L'adjoint quitte la salle : … », « La maire signe la convention : … »: what somebody does, and why.
_GOES = regex(
    r"(?<!\bqui)(?:\s|^|')(?:arriv|quitt|part|repart|sort|entr|rentr|absent|sign|paraph|rejoi|vot|particip|assist|sièg|présid|"
    r"distribu|visit|inaugur|habit|dort|dorm|travaill|occup|rempla|succèd|dirig|command|achèt|vend|pai|embauch|recrut)"
    r"(?:e|ent|it|t|s|d|end|ait|ve|nt)?s?\b"
)
#: « Ce qu'elle veut ? », « Son vœu ? »: asked by the reporter, answered in the next sentence.
_ASKED_FOR = regex(
    rf"(?:(?:Et|Mais) )?(?:[Cc]e qu(?:'|e )(?P<who>il|elle|(?:M\.\s|Mme\s)?{NAME}) (?:en )?(?:ve|vou|souhait|réclam|"
    r"demand|propos|crai|redout|regrett|retien|espèr|atten|déplor|recommand|préconis|reproch|suggèr|défend|contest|"
    rf"refus|aimer|préfèr|exig|dénonc)\w*(?: [^?]{{2,60}})?|(?P<own>[Ss]on|[Ss]a|[Ss]es) (?:\w+ )?{HELD_NOUN}"
    r"(?: [^?]{2,40})?)\s?\?"
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


def answered(reading: "Reading", turns: "list[Turn]", at: int) -> list[Finding]:
    """« Ce qu'elle veut ? Un abribus, rien d'autre. », « Son vœu ? Un abribus. »: a question told and answered."""
    before = turns[at - 1].sentence if at else None
    asked = _ASKED_FOR.fullmatch(before.words.strip()) if before else None
    if before is None or asked is None or turns[at].quotes or turns[at].voiced:
        return []
    start = before.start + len(before.words) - len(before.words.lstrip())
    whose = "who" if asked["who"] else "own"
    place = start + asked.start(whose), start + asked.end(whose)
    named = phrase_in(before.text, *place) if whose == "who" and asked["who"] not in ("il", "elle") else None
    phrase = named or Phrase(*place, "pronoun", asked[whose].lower())
    speaker = reading.discourse.resolve(phrase)
    if speaker.mention is None:
        return []
    span = trim(reading.document.text, start, turns[at].sentence.end)
    return [Finding(*span, speaker, "indirect", "asked-for/1", "states", start, start + asked.end())]


def before_colon(reading: "Reading", turn: "Turn") -> list[Finding]:
    """« Ada Blanc n'en démord pas : le pont doit rouvrir »: what a person does, then what she says."""
    sentence = turn.sentence
    colon = re.search(r"\s?:\s+(?=[^\s\d])(?!(?:il|elle) (?:est|a|était|avait|s'est|s'était)\b)", sentence.words)
    if colon is None or turn.voiced or turn.quotes:
        return []
    at = sentence.start + colon.start()
    lead, opened = _who_leads(sentence, colon.start(), at)
    said = len(reading.shadow.plain(at, sentence.end).split())
    if lead is None or said < _SAID or not sentence.finite(opened, at):
        return []
    if _DID.search(sentence.text, opened, at) or _GOES.search(sentence.text, opened, at):
        return []
    if not sentence.finite(at, sentence.end) or len(sentence.words[: colon.start()].split()) > _LONG_LEAD:
        return []
    speaker = reading.discourse.resolve(lead)
    mention = speaker.mention
    if mention is None or (lead.kind != "person" and reading.roster.of(mention).kind != "person"):
        return []
    start, end = trim(reading.document.text, sentence.start, sentence.end)
    rule = "colon-reported/1" if lead.kind == "person" else f"colon-{lead.kind}/1"
    return [Finding(start, end, speaker, "indirect", rule, "states", lead.start, at)]


def _who_leads(sentence: Sentence, colon: int, end: int) -> tuple[Phrase | None, int]:
    """Return the one of whom a sentence tells before its colon: by name, function or pronoun; and where it ends."""
    lead = leading_phrase(sentence, colon)
    if lead and lead.kind == "person":
        named = re.compile(NAME).match(sentence.text, lead.name or 0)
        return (lead, named.end()) if named else (None, 0)
    if lead and lead.kind == "pronoun":
        alone = lead.words in ("il", "elle") and not _IMPERSONAL.match(sentence.text, lead.start)
        return (lead, lead.end) if alone else (None, 0)
    lead = None if lead else role_subject(sentence, end)
    one = lead is not None and is_human(lead.words) and re.match(r"(?:l[ea]|cet(?:te)?|ce) |l'", lead.words, re.I)
    return (lead, lead.end) if lead and one else (None, 0)
