"""Notes taken in haste: « AB contre : trop cher. », « KT d'accord pour mai. », « Idée AB : un bus. »."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.regex import regex
from kg.relate.quotations.discourse import Speaker
from kg.relate.quotations.findings import Finding
from kg.relate.quotations.indirect import trim
from kg.relate.quotations.phrases import Phrase
from kg.relate.quotations.shadow import NAME, QUOTE
from kg.relate.quotations.tasks import is_task

if TYPE_CHECKING:
    from kg.relate.quotations.reading import Reading, Turn

_STAND = (
    r"(?:plutôt (?!qu[e'])\w+|(?:(?:pas|très|assez|tout à fait|bien|un peu|plus|moins) )?(?:d'accord|ok|OK|contre|pour|"
    r"favorables?|"
    r"défavorables?|opposée?|réservée?|inqui[eè]te?|inquiet|convaincue?|sceptique|partante?|réticente?|dubitati(?:f|ve)|"
    r"surprise?|satisfaite?|mécontente?|déçue?|enthousiaste|perplexe|hostile|prudente?|sûre?|chaude?|fane?|étonnée?|"
    r"agacée?|gênée?|prête?|intéressée?|méfiante?|motivée?|curieu(?:x|se)|volontaire|ravie?|furieu(?:x|se)))"
)
_SAID = (
    r"(?:Propositions?|Idées?|Questions?|Remarques?|Demandes?|Suggestions?|Rappels?|Inquiétudes?|Réserves?|Avis|"
    r"Souhaits?|Craintes?|Objections?|Réponses?|Précisions?|Alertes?|Constats?|Commentaires?|Point)"
)
_ACTS = (
    ("disagrees", r"pas d'accord|contre|oppos|défavor|hostil|réticent|Objection"),
    ("warns", r"inqui|Crainte|Alerte"),
    ("asks", r"Question|Demande"),
    ("proposes", r"Proposition|Idée|Suggestion|Souhait"),
    ("agrees", r"d'accord|ok|OK|pour|favor|partant|convaincu"),
)
#: « AB contre : … », « AB (CCPA) rigole : … », « AB d'accord pour mai », « Idée AB : … », « Question d'AB : … ».
_COLON = regex(
    rf"\s*(?P<name>{NAME})\s*(?:\([^)]{{1,60}}\)\s*)?,?(?P<cue>\s[^:.;!?{QUOTE[0]}]{{2,60}}?)\s?(?::|->|→)\s+(?=\S)"
)
_LINE = regex(rf"\s*(?P<name>{NAME})\s*:\s+(?=\S)")
_STANDS = regex(rf"\s*(?P<name>{NAME})\s*(?:\([^)]{{1,60}}\)\s*)?,?(?P<cue>\s{_STAND})\b")
_THING = regex(
    rf"\s*(?P<cue>{_SAID})\s(?:de |d'|du |\()?(?:M\.\s|Mme\s)?(?P<name>{NAME})\)?\s*(?:\([^)]{{1,60}}\))?\s?:\s+(?=\S)"
)
#: « OK pour mai. », « D'accord si … », « Pas d'accord. », « Pour, à condition que … »: whoever was noted just before.
_ALONE = regex(r"\s*(?P<cue>(?:Pas |Plutôt |Tout à fait )?(?:[Dd]'accord|[Oo][Kk]|[Ff]avorable|[Cc]ontre|[Pp]our,))\b")
#: « AB prendra 300 kg », « KT va chiffrer », not « AB sera absente » nor « AB apporte les clés », a task.
_DOES = regex(
    rf"\s*(?P<name>{NAME})\s*(?:\([^)]{{1,60}}\)\s*)?(?P<cue>\s(?:(?:ne|se|l[ea]s?|y|en|lui|leur) |[nsl]')*"
    r"(?!(?:arriv|part|quitt|sort|entr|rejoin|not|rédig|reli|représent|anim|remplac|se)\w*)"
    r"(?:[a-zà-ÿ]{2,}r(?:a|ont)|v(?:a|ont) (?:(?:l[ea]s?|en|y|se) |[ls]')?[a-zà-ÿ]+(?:er|ir|re)|peut|veut|pense|"
    r"maintient|offre|redemande|prend acte)\b)(?=\s+\S)"
)
_LETTERS, _SEVERAL, _FEW = 4, 2, 3


def in_notes(reading: "Reading") -> bool:
    """Tell notes: initials open several sentences without a colon (« AB demande », « KT contre »)."""
    text = reading.shadow.document.text
    opened = 0
    for mention in reading.shadow.mentions:
        word = text[mention.span.start : mention.span.end]
        if mention.kind == "person" and len(word) <= _LETTERS and word.isupper():
            before, after = text[max(0, mention.span.start - 3) : mention.span.start], text[mention.span.end :][:3]
            opened += bool(re.search(r"(?:^|[.\n–—-]\s*|\n)$", before) and re.match(r",?\s[a-zà-ÿ]", after))
    return opened >= _SEVERAL


def noted(reading: "Reading", turns: "list[Turn]", at: int) -> list[Finding]:
    """Return what a sentence of notes tells without a verb of speech."""
    turn = turns[at]
    match = thing = _THING.match(turn.sentence.words)
    if match is None and reading.notes:
        match = _COLON.match(turn.sentence.words) or _STANDS.match(turn.sentence.words) or _done(reading, turn)
    if match is None or "\n" in reading.document.text[turn.sentence.start : turn.sentence.start + match.end()]:
        return _alone(reading, turns, at)
    if turn.voiced and thing is None and turn.voiced[0].cue.reports:
        return []
    name = turn.sentence.start + match.start("name")
    speaker = reading.discourse.resolve(Phrase(name, name + 1, "person", "", name))
    reading.discourse.push(speaker)
    if turn.quotes and turn.quotes[0].open <= turn.sentence.start + match.end() + 1:
        return []
    return _found(reading, turn, speaker, "noted", match)


def _done(reading: "Reading", turn: "Turn") -> re.Match[str] | None:
    """« AB prendra 300 kg »: a name and a finite verb, in notes."""
    sentence = turn.sentence
    decided = re.search(r"[-=]>\s*$", reading.shadow.plain(max(0, sentence.start - 4), sentence.start))
    match = None if decided or is_task(reading, sentence.start) else _DOES.match(sentence.words)
    at = match.span("cue") if match else (0, 0)
    return match if sentence.finite(sentence.start + at[0], sentence.start + at[1]) else None


def noted_by(reading: "Reading", turn: "Turn", quote: int) -> Speaker | None:
    """Who a line of notes is about, for a quotation further on in its sentence, when it names nobody else."""
    words = turn.sentence.words[: quote - turn.sentence.start]
    match = _COLON.match(words) or _STANDS.match(words) or _LINE.match(words) if reading.notes else None
    if match is None or len(re.findall(NAME, words)) > 1:
        return None
    name = turn.sentence.start + match.start("name")
    return reading.discourse.resolve(Phrase(name, name + 1, "person", "", name))


def _alone(reading: "Reading", turns: "list[Turn]", at: int) -> list[Finding]:
    """« D'accord si le jury vient. »: whoever was noted just before."""
    turn = turns[at]
    match = _ALONE.match(turn.sentence.words) if at and reading.notes else None
    topic = reading.discourse.last_here()
    if at and turns[at - 1].told and not turns[at - 1].quotes:
        return []  # what was noted goes on
    if match is None or turn.voiced or turn.quotes or topic is None or topic.mention is None:
        return []
    return _found(reading, turn, Speaker(topic.mention, "", "omitted"), "noted-omitted", match)


def _found(reading: "Reading", turn: "Turn", speaker: Speaker, rule: str, match: re.Match[str]) -> list[Finding]:
    end = min([turn.sentence.end, *(q.open for q in turn.quotes)])
    start, end = trim(reading.document.text, turn.sentence.start, end)
    if len(reading.shadow.plain(start, end).split()) < _FEW:
        return []
    act = next((act for act, words in _ACTS if re.search(words, match["cue"])), "states")
    cue = turn.sentence.start + match.start("cue"), turn.sentence.start + match.end("cue")
    return [Finding(start, end, speaker, "indirect", f"{rule}/1", act, *cue)]


def carried(reading: "Reading", turns: "list[Turn]", at: int) -> bool:
    """Stretch what a colon opens in notes over the next sentence that tells of nobody else; tell whether it did."""
    turn, before = turns[at], turns[at - 1].told if at else []
    opened = _ALONE.match(turn.sentence.words)
    if not reading.notes or not before or turn.quotes or turn.voiced or re.search(NAME, turn.sentence.words):
        return False
    last = before[-1]
    opened = opened or re.match(r"\s*:", reading.shadow.plain(last.cue_end or 0, last.end))
    if not (opened or last.rule.startswith(("line", "noted"))) or last not in reading.findings:
        return False
    end = trim(reading.document.text, turn.sentence.start, turn.sentence.end)[1]
    turn.told = [replace(last, end=end)]
    reading.findings[reading.findings.index(last)] = turn.told[0]
    return True
