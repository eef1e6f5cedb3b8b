"""Reported speech: which words of a sentence are what somebody is said to say."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.regex import regex
from kg.relate.quotations.clauses import closes, has_clause, opens_absolutely, tells_more
from kg.relate.quotations.discourse import Speaker
from kg.relate.quotations.findings import Finding
from kg.relate.quotations.following import COMMENTS
from kg.relate.quotations.nouns import FELT
from kg.relate.quotations.phrases import Phrase
from kg.relate.quotations.second_hand import words_of
from kg.relate.quotations.sentence import Attribution, Sentence
from kg.relate.quotations.shadow import NAME, QUOTE
from kg.relate.quotations.tasks import is_task
from kg.types import Mode

if TYPE_CHECKING:
    from kg.relate.quotations.reading import Reading, Turn, Voiced

_WORD = regex(r"[\w'’-]+")
#: Readers turn a dash at the start of a line into a list item: a dialogue then shows by how it speaks.
_SPOKEN = regex(
    r"[?!]\s*$|\b(?:je|j'|nous|vous|tu|moi|mon|ma|mes|notre|nos|votre|vos|on)\b|^(?:oui|non|parce que)\b", re.IGNORECASE
)
_TRIM = " \t\n\xa0.,;:–—"
#: « s'y oppose », « s'en félicite »: an opinion that needs no more words.
_OPINIONS = ("agrees", "disagrees")
_CLITIC = regex(
    r"\b(?:(?:s'|n'|l')?(?:y|en)|l')\s*(?:(?:a|ont|avait) (?:[\w']+ ){0,3})?\w+$|\b(?:approuv|acquiesc|opin|désapprouv|"
    r"désarm)\w+$|\bs'y (?:\w+ ){0,3}\w+$|\bl[ea]s? (?:soutien|approuv|appui|appuy|regrett|confirm|refus|accept)\w+$|"
    r"\bn'?y (?:est|sont|était|étaient|serait) (?:\w+ ){0,2}\w+$|\bne le \w+$|\b(?:avis|opinion|d'accord)$"
)
#: « soutient cette piste », « soutient la proposition »: what was just said.
_THAT_MATTER = regex(r"\s*(?:c(?:et|ette|es?)\s|(?:la |l')(?:proposition|idée|demande|suggestion|motion|remarque)\b)")
_FEW, _ENOUGH, _LEAD, _LEAST = 3, 2, 3, 1

#: « approuve et va plus loin : « … » », « abonde dans le même sens : « … » »: what is said stands in the quotation.
_SAYS_NO_MORE = regex(
    r"\s*,?\s*(?:et\b|le même discours\b|ce langage\b|ces propos\b|"
    r"dans (?:le même|ce|son|leur) sens\b|(?:en|à) (?:quelques|ces|deux|trois) mots)"
)
#: « …, précise Ada Blanc ; le débat s'arrête là »: a clause of its own after a semicolon.
_OTHER_CLAUSE = regex(r"\s*;\s+(?!(?:et )?(?:que\b|qu'|de\b|d'|si\b))")
#: « Selon Ada Blanc, qui suit les travaux : », « d'après Karim Tazi, de la ferme : »: who is going to speak, no more.
_ANNOUNCES = regex(
    r"[\s,]*(?:(?P<relative>qui|dont)\b[^,;:]*|(?:de|du|des|à|au|aux|chez|en|d['’])(?:\b|(?<=['’]))[^,;:]*)?[\s,]*:\s*$"
)
_WHO = regex(r",\s(?P<who>(?:qui|lequel|laquelle)\s)(?:(?:n'|ne |s'|se |en |y |l'|le |lui |leur ))*$")
_BARE = regex(r"\s*\.?\s*(?:\ue006|$)")
_ANY_VERB = regex(
    rf"[,?!…]\s+(?:s'|se |l')?(?P<verb>[a-zà-öø-ÿœ]{{3,}}[etd])\s+(?:M\.\s|Mme\s)?(?P<name>{NAME})[^.;:]{{0,60}}\.?\s*$"
)
_LINE = regex(rf"\s*(?:M\.\s|Mme\s)?(?P<name>{NAME})\s*(?P<mark>:|->|→|--|–|—)\s+(?=\S)")


def reported(reading: "Reading", turns: "list[Turn]", at: int) -> list[Finding]:
    """Return the speech that a sentence reports: that of its first speaker, and of those who have their own clauses."""
    turn = turns[at]
    views = any(voiced.cue.form == "for" for voiced in turn.voiced)
    if at > 0 and turns[at - 1].quotes and not (turn.quotes or views) and COMMENTS.match(turn.sentence.words):
        return []
    if any(words_of(turn.sentence, q.open) for q in turn.quotes):
        return []
    line = _line(reading, turn)
    if line:
        return [line]
    dashed = _dash_opened(reading, turns, at)
    if dashed:
        return [dashed]
    told = [voiced for voiced in turn.voiced if voiced.cue.reports and not tells_more(turn, voiced)]
    told = [voiced for voiced in told if not opens_absolutely(turn, voiced)]
    told.sort(key=lambda voiced: not closes(turn, voiced))
    if (
        told
        and not closes(turn, told[0])
        and told[0].cue.form != "according"
        and _BARE.match(turn.sentence.words[told[0].cue.cue_end - turn.sentence.start :])
        and at + 1 < len(turns)
        and turns[at + 1].quotes
    ):
        return []  # « Ada Blanc approuve. « … » »: what is said stands in the quotation
    while told:
        found = _span(reading, turns, at, told[0])
        if found:
            own = [voiced for voiced in told[1:] if has_clause(turn, told[0], voiced)]
            return [found] if not own or turn.quotes else list(_clauses(reading, turns, at, [told[0], *own]))
        told = told[1:]
    return []


def _line(reading: "Reading", turn: "Turn") -> Finding | None:
    """« Ada Blanc : le bassin sera vidé. » inside a paragraph of notes."""
    match = _LINE.match(turn.sentence.words)
    start = turn.sentence.start + match.end() if match else 0
    end = turn.quotes[0].open if turn.quotes and reading.notes else turn.sentence.end
    if (
        not match
        or (turn.quotes and not reading.notes)
        or (match["mark"] != ":" and not reading.notes)
        or len(_WORD.findall(reading.shadow.plain(start, end))) < _FEW
    ):
        return None
    at = turn.sentence.start + match.start("name")
    opens = match.start("name") and not re.search(r"[.?!»] $", reading.shadow.plain(at - 9, turn.sentence.start))
    if (opens and not turn.sentence.finite(start, end)) or is_task(reading, start):
        return None
    speaker = reading.discourse.resolve(Phrase(at, turn.sentence.start + match.end("name"), "person", "", at))
    reading.discourse.push(speaker)
    span = trim(reading.document.text, start, end)
    rule = "line-noted/1" if reading.notes else "line-titled/1" if opens else "line/1"
    return Finding(*span, speaker, "direct", rule, "states", at, turn.sentence.start + match.end("name"))


def _clauses(reading: "Reading", turns: "list[Turn]", at: int, voices: "list[Voiced]") -> Iterator[Finding]:
    bounds = [turns[at].sentence.start, *(voiced.cue.start for voiced in voices[1:]), turns[at].sentence.end]
    for voiced, low, high in zip(voices, bounds, bounds[1:], strict=False):
        found = _span(reading, turns, at, voiced)
        if found:
            end = re.sub(r"\s*\b(?:et|mais|tandis que|alors que)\s*$", "", reading.document.text[:high].rstrip(" ,;"))
            yield replace(found, start=max(found.start, low), end=min(found.end, len(end.rstrip(" ,;"))))


def _span(reading: "Reading", turns: "list[Turn]", at: int, voiced: "Voiced") -> Finding | None:
    turn, cue = turns[at], voiced.cue
    if cue.form in ("verb-subject", "as", "omitted") and turn.quotes and not _before_quote(turn, cue):
        return None
    if cue.form == "according" and _announces(turn, cue):
        return None
    start = _start(reading, turns, at, cue)
    quote = re.compile(QUOTE).search(turn.sentence.text, max(cue.cue_end, start), turn.sentence.end)
    end = quote.start() if quote else turn.sentence.end
    other = _OTHER_CLAUSE.search(turn.sentence.text, cue.cue_end, end) if cue.form == "subject-verb" else None
    if other and len(_WORD.findall(reading.shadow.plain(cue.body, other.start()))) >= _LEAST:
        end = end if ":" in turn.sentence.text[cue.cue_end : other.start()] else other.start()
    if cue.form not in ("verb-subject", "as", "passive", "according"):
        if not _says_enough(reading, turn, cue, end, quoted=quote is not None):
            return None
    elif len(_WORD.findall(reading.shadow.plain(start, cue.cue_start) + reading.shadow.plain(cue.cue_end, end))) < _FEW:
        return None
    start, end = trim(reading.document.text, start, end)
    dash = _dialogue(reading, turns, cue)
    if dash:
        return Finding(*dash, voiced.speaker, "direct", "dialogue/1", cue.act, cue.cue_start, cue.cue_end)
    mixed = any(start <= f.open < end for f in reading.fragments)
    mode: Mode = "mixed" if mixed else "indirect"
    rule = f"{'reported' if cue.form == 'subject-verb' else cue.form}-{voiced.speaker.how}/1"
    return Finding(start, end, voiced.speaker, mode, rule, cue.act, cue.cue_start, cue.cue_end)


def _before_quote(turn: "Turn", cue: Attribution) -> bool:
    """« Rien, concède-t-elle, n'a été fait pour ceux qui habitent là, « … » »: a whole clause before the quotation."""
    if cue.form == "omitted" and cue.cue_start >= turn.quotes[-1].close:
        return True  # « « … », calcule Ada Blanc, avant de proposer que … »
    first = turn.quotes[0].open
    between = turn.sentence.text[cue.cue_end : first]
    clause = cue.cue_end < first and turn.sentence.finite(cue.cue_end, first)
    return cue.form == "verb-subject" and clause and ":" not in between and len(_WORD.findall(between)) > _FEW


def _says_enough(reading: "Reading", turn: "Turn", cue: Attribution, end: int, *, quoted: bool) -> bool:
    """Tell whether enough stands between a cue and the end, or the quotation, to be what is said."""
    body = reading.shadow.plain(cue.body, end)
    if quoted and re.match(r"\s*(?:que\b|qu')", body) and not turn.sentence.finite(cue.body, end):
        return False  # « confie que, chez elle, « … » »: what is said stands in the quotation
    if quoted and _SAYS_NO_MORE.match(body):
        return False
    least = (0 if _CLITIC.search(turn.sentence.text[: cue.cue_end]) else 1) if cue.act in _OPINIONS else _FEW
    wish = cue.act == "proposes" and re.search(r"rai(?:en)?t\b", turn.sentence.text[cue.cue_start : cue.cue_end])
    least = min(least, _ENOUGH) if wish or reading.notes or cue.act in ("warns", "regrets", "asks") else least
    least = min(least, _ENOUGH) if _THAT_MATTER.match(body) or FELT.match(body) else least
    if quoted and body.rstrip().endswith(":"):
        if cue.form == "noun-cue" and not turn.sentence.finite(cue.body, end):
            return False
        least = _FEW + 2 if cue.form == "noun-cue" else _FEW
    return len(re.findall(r"[\w-]+", body)) >= least


def _announces(turn: "Turn", cue: Attribution) -> bool:
    """« Selon Ada Blanc, qui suit les travaux : »: nothing is said yet."""
    sentence = turn.sentence
    found = _ANNOUNCES.match(sentence.text, cue.cue_end, sentence.end)
    return found is not None and bool(found["relative"] or not sentence.finite(cue.cue_end, sentence.end))


def _dialogue(reading: "Reading", turns: "list[Turn]", cue: Attribution) -> tuple[int, int] | None:
    """« – Qui paiera ? demande Ada Blanc. »: what stands between the dash and the cue."""
    opens = turns[0].sentence.start
    before = reading.shadow.plain(max(0, opens - 3), opens)
    spoken = _SPOKEN.search(reading.shadow.plain(opens, cue.cue_start))
    dashed = re.search(r"[–—]\s*$", before) or (spoken and re.search(r"-\s*$", before))
    if cue.form != "verb-subject" or not dashed or cue.cue_start <= opens:
        return None
    start, end = opens, cue.cue_start
    while end > start and reading.document.text[end - 1] in " ,\xa0":
        end -= 1
    return (start, end) if len(_WORD.findall(reading.shadow.plain(start, end))) >= _FEW else None


def _dash_opened(reading: "Reading", turns: "list[Turn]", at: int) -> Finding | None:
    """« — Le débat est clos, coupe Ada Blanc. »: any verb before a name, at the end of what a dash opens."""
    turn = turns[at]
    opens = turns[0].sentence.start
    before = reading.shadow.plain(max(0, opens - 3), opens)
    spoken = _SPOKEN.search(reading.shadow.plain(opens, turn.sentence.end))
    dashed = re.search(r"[–—]\s*$", before) or (spoken and re.search(r"-\s*$", before))
    if turn.voiced or turn.quotes or not dashed:
        return None
    found = _ANY_VERB.search(turn.sentence.words)
    if not found or reading.grammar.finite(turn.sentence.start + found.end("verb"), turn.sentence.end):
        return None
    name = turn.sentence.start + found.start("name")
    speaker = reading.discourse.resolve(Phrase(name, name + 1, "person", "", name))
    reading.discourse.push(speaker)
    start, end = trim(reading.document.text, opens, turn.sentence.start + found.start())
    if len(_WORD.findall(reading.shadow.plain(start, end))) < _FEW:
        return None
    cue = turn.sentence.start + found.start("verb"), turn.sentence.start + found.end("name")
    return Finding(start, end, speaker, "direct", "dialogue/1", "states", *cue)


def _start(reading: "Reading", turns: "list[Turn]", at: int, cue: Attribution) -> int:
    """Begin with the subject when more than three words stand before it, else with the sentence."""
    sentence = turns[at].sentence
    begin = max([sentence.start, *(q.close for q in turns[at].quotes if q.close <= cue.start)])
    if cue.form == "for" and cue.phrase and cue.cue_start >= cue.phrase.end:
        return cue.start  # « … de Karim Tazi, pour qui … »
    if cue.form in ("for", "according") and re.search(r":\s*$", sentence.text[begin : cue.start]):
        return cue.start
    if cue.form in ("for", "according", "passive", "as", "noun-cue"):
        return max(begin, cue.start) if cue.form in ("passive", "noun-cue") else begin
    if cue.form == "verb-subject":
        return _questions_before(turns, at, cue) if cue.act == "asks" else begin
    if cue.phrase and cue.phrase.words == "on":
        return begin  # « Du côté du syndicat, on assure que … »
    if begin > sentence.start and (resumed := _resumed(sentence, begin, cue)):
        return resumed
    if re.search(r"\s:\s+$|\w:\s+$", sentence.text[begin : cue.start]):
        return cue.start  # « Débat sur l'âge : Ada Blanc voudrait … »
    return cue.start if len(_WORD.findall(reading.shadow.plain(begin, cue.start))) > _LEAD else begin


def _resumed(sentence: Sentence, begin: int, cue: Attribution) -> int | None:
    """« « … », conclut Ada Blanc, qui demande que … », « …, avant de demander que … »: where it begins."""
    if cue.form == "omitted":
        return cue.start
    relative = _WHO.search(sentence.text, begin, cue.cue_start)
    return relative.start("who") if relative else None


def _questions_before(turns: "list[Turn]", at: int, cue: Attribution) -> int:
    """« … ? …, demande-t-on »: the questions just before are asked too."""
    while at > 0 and turns[at - 1].sentence.words.rstrip().endswith("?") and not turns[at - 1].quotes:
        at -= 1
    return turns[at].sentence.start


def list_items(reading: "Reading", turn: "Turn", number: int) -> Iterator[Finding]:
    """The items of a list that a reported sentence announces (« Pour elle, trois raisons : ») are reported too."""
    told = [f for f in reading.findings if turn.sentence.start <= f.start < turn.sentence.end and f.mode != "direct"]
    if not told or not turn.sentence.words.rstrip().endswith(":") or turn.quotes:
        return
    for paragraph in reading.shadow.paragraphs[number + 1 :]:
        is_item = paragraph.block.kind == "item" and paragraph.section == reading.shadow.paragraphs[number].section
        if not is_item:
            return
        if any(paragraph.start <= q.open < paragraph.end for q in reading.shadow.quotes):
            continue
        start, end = trim(
            reading.document.text, next(reading.shadow.sentences(paragraph), (paragraph.start, 0))[0], paragraph.end
        )
        if len(_WORD.findall(reading.shadow.plain(start, end))) >= _FEW:
            speaker = Speaker(told[-1].speaker.mention, told[-1].speaker.words, "list")
            yield Finding(
                start, end, speaker, "indirect", "list-items/1", told[-1].act, told[-1].cue_start, told[-1].cue_end
            )


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Take spaces and closing punctuation off both ends."""
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return start, end
