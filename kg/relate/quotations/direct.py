"""Who says what stands between guillemets: the cue before, inside, after, in the next sentence, or the flow."""

import re
from typing import TYPE_CHECKING

from kg.lexicon.speech_verbs import act_of, written_forms
from kg.regex import regex
from kg.relate.quotations.attributions import attributions
from kg.relate.quotations.carriers import carrier
from kg.relate.quotations.discourse import Speaker
from kg.relate.quotations.findings import Finding
from kg.relate.quotations.following import colon_after, next_sentence, role_then_name, unknown_after
from kg.relate.quotations.guillemets import Quoted
from kg.relate.quotations.incises import inside
from kg.relate.quotations.notes import noted_by
from kg.relate.quotations.openings import SIGNATURE, SIGNED_LINE, colon_phrase, opened_after
from kg.relate.quotations.people import is_human
from kg.relate.quotations.phrases import Phrase
from kg.relate.quotations.second_hand import words_of
from kg.relate.quotations.sentence import Attribution
from kg.relate.quotations.shadow import NAME, ORGANISATION

if TYPE_CHECKING:
    from kg.relate.quotations.reading import Reading, Turn

_NOBODY = Speaker(None, "", "nobody")
#: « un riverain », « une élève »: nobody is named.
UNSURE = regex(r"(?:une?|des|plusieurs|certaine?s)\b", re.IGNORECASE)
LABEL = regex(
    r"\s*(?P<who>(?:[Uu]ne? (?:autre )?|[Dd]es |[Dd]'autres |[Pp]lusieurs )[a-zà-ÿ][^:;.!?\ue000-\ue009]{2,60}):\s*"
)
_OWN_LABEL = regex(rf"[(;]\s*(?:M\.\s|Mme\s)?(?P<who>{NAME})\s*(?:,[^:;()]{{2,60}})?\s*:\s*$")
_SHORT_SIGNATURE = 7
_FAR = 2


def attribute(reading: "Reading", turns: "list[Turn]", at: int, q: Quoted) -> Finding:
    """Attribute one quotation; the first construction that applies decides."""
    for construction in (
        _after,
        _inside,
        _words_of,
        _bracketed,
        _label,
        _before,
        _colon,
        _signature,
        _announced,
        colon_after,
        next_sentence,
        unknown_after,
        _for_unknown,
        _noted,
        _flow,
        _lead,
        _far_flow,
        _above,
    ):
        found = construction(reading, turns, at, q)
        if found is not None:
            return found
    return Finding(q.start, q.end, _NOBODY, "direct", "nobody/1")


def _made(q: Quoted, rule: str, speaker: Speaker, cue: Attribution | None = None, **trimmed: int) -> Finding:
    if cue is None:
        return Finding(q.start, trimmed.get("end", q.end), speaker, "direct", rule)
    return Finding(
        q.start, trimmed.get("end", q.end), speaker, "direct", rule, cue.act, cue.cue_start, cue.cue_end
    )  # fmt: skip


def _after(reading: "Reading", turns: "list[Turn]", at: int, q: Quoted) -> Finding | None:
    turn = turns[at]
    text = turn.sentence.text
    for voiced in turn.voiced:
        if voiced.cue.cue_start >= q.close and voiced.cue.form in ("verb-subject", "as", "according"):
            gap = text[q.close : voiced.cue.cue_start]
            if re.fullmatch(r"[\s,.]*(?:s'|se |l'|lui |leur |nous |m'|me |y |comme (?:le |l')?|ainsi )*", gap):
                phrase = voiced.cue.phrase
                words = phrase.words if phrase and phrase.kind == "role" else ""
                speaker = role_then_name(reading, turns, at, voiced.speaker, words)
                return _made(q, f"cue-after-{speaker.how}/1", speaker, voiced.cue)
    opened, phrase = opened_after(turn.sentence, q)
    if not opened or phrase is None or (phrase.kind == "role" and not is_human(phrase.words)):
        return None
    lemma = next((form.lemma for form in written_forms().get(opened["verb"], ())), "")
    words = phrase.words if phrase.kind == "role" else ""
    speaker = role_then_name(reading, turns, at, reading.discourse.resolve(phrase), words)
    reading.discourse.push(speaker)
    cue = Attribution("open", phrase, q.close, opened.start("verb"), phrase.end, q.close, act_of(lemma), False)
    return _made(q, f"cue-after-open-{speaker.how}/1", speaker, cue)


def _inside(reading: "Reading", turns: "list[Turn]", at: int, q: Quoted) -> Finding | None:
    """« …, explique Ada Blanc, … »: an incise between commas inside the guillemets."""
    found = inside(reading, q)
    reading.findings += found[1:]
    return found[0] if found else None


def _words_of(reading: "Reading", turns: "list[Turn]", at: int, q: Quoted) -> Finding | None:
    """« Ada Blanc lit la lettre de Karim Tazi : « … » »: his words, whoever reads them."""
    phrase = words_of(turns[at].sentence, q.open)
    if phrase is None:
        return None
    unsure = phrase.kind == "role" and UNSURE.match(phrase.words)
    speaker = Speaker(None, phrase.words, "crowd") if unsure else reading.discourse.resolve(phrase)
    cue = Attribution("words-of", phrase, phrase.start, phrase.start, phrase.end, q.open, "states", False)
    return _made(q, f"words-of-{speaker.how}/1", speaker, cue)


def _bracketed(reading: "Reading", turns: "list[Turn]", at: int, q: Quoted) -> Finding | None:
    """« Karim Tazi fait le point (Ada Blanc : « … ») »: whoever a bracket or a semicolon parts from the rest."""
    found = _OWN_LABEL.search(turns[at].sentence.text, turns[at].sentence.start, q.open)
    if found is None:
        return None
    phrase = Phrase(found.start("who"), found.end("who"), "person", "", found.start("who"))
    speaker = reading.discourse.resolve(phrase)
    cue = Attribution("colon", phrase, phrase.start, phrase.start, phrase.end, q.open, "states", False)
    return _made(q, f"colon-{speaker.how}/1", speaker, cue)


def _label(reading: "Reading", turns: "list[Turn]", at: int, q: Quoted) -> Finding | None:
    """« Une élève de sixième : « … » »: somebody who is not named."""
    sentence = turns[at].sentence
    found = LABEL.fullmatch(sentence.text, sentence.start, q.open)
    if not found or not is_human(found["who"]):
        return None
    cue = Attribution("label", None, *found.span("who"), found.end("who"), q.open, "states", False)
    return _made(q, "label-crowd/1", Speaker(None, found["who"].strip(" ,"), "crowd"), cue)


def _before(reading: "Reading", turns: "list[Turn]", at: int, q: Quoted) -> Finding | None:
    turn = turns[at]
    before = [v for v in turn.voiced if v.cue.cue_end <= q.open]
    earlier = [other for other in turn.quotes if other.close <= q.open]
    for voiced in reversed(before):
        if voiced.cue.form == "passive":
            continue
        if voiced.cue.form == "omitted" and voiced.speaker.mention is None and turn.heard:
            return _made(q, "same-sentence/1", turn.heard, voiced.cue)
        kind = "omitted" if voiced.cue.form == "omitted" else voiced.speaker.how
        rule = "for" if voiced.cue.form in ("for", "according") else "cue-before"
        return _made(q, f"{rule}-{kind}/1", voiced.speaker, voiced.cue)
    if earlier and turn.heard:
        return _made(q, "same-sentence/1", turn.heard)
    return None


def _colon(reading: "Reading", turns: "list[Turn]", at: int, q: Quoted) -> Finding | None:
    """« Ada Blanc … : « … » » with any verb."""
    lead = colon_phrase(turns[at].sentence, q)
    speaker = turns[at].subject or reading.discourse.resolve(lead) if lead else None
    if lead is None or speaker is None or speaker.mention is None:
        return None
    cue = Attribution("colon", lead, lead.start, lead.start, lead.end, q.open, "states", False)
    return _made(q, f"colon-{speaker.how}/1", speaker, cue)


def _signature(reading: "Reading", turns: "list[Turn]", at: int, q: Quoted) -> Finding | None:
    text = reading.shadow.text
    limit = next((p.end for p in reading.shadow.paragraphs if p.start <= q.open < p.end), q.close)
    match = SIGNATURE.match(text, re.compile(r"[\s.,]*").match(text, q.close, limit).end(), limit)  # type: ignore[union-attr]
    line = SIGNED_LINE.match(text, q.close, limit)
    match = match or (line if line and _signs(reading, turns, q, line) else None)
    if not match:
        return None
    who = re.search(rf"{NAME}|{ORGANISATION}", match["who"])
    if who is None:
        words = match["who"].strip()
        short = match.groupdict().get("mark") == "(" and len(words.split()) <= _SHORT_SIGNATURE
        told = carrier(reading, words) if short else None
        if told:
            return _made(q, "signature-carrier/1", told)
        return _made(q, "signature-nobody/1", Speaker(None, words, "crowd")) if short else None
    start = match.start("who") + who.start()
    kind = "person" if re.match(NAME, who[0]) else "organisation"
    phrase = Phrase(start, start + len(who[0]), "person" if kind == "person" else "organisation", "", start)
    speaker = reading.discourse.resolve(phrase)
    cue = Attribution("signature", phrase, start, match.start("who"), match.end("who"), q.open, "states", False)
    return _made(q, f"signature-{kind}/1", speaker, cue)


def _signs(reading: "Reading", turns: "list[Turn]", q: Quoted, line: re.Match[str]) -> bool:
    """A name on the line below a quotation, or after one that opens its paragraph, with no verb of its own."""
    opens = not reading.shadow.plain(turns[0].sentence.start, q.open).strip(" *-")
    verbless = not reading.grammar.finite(line.start("who"), line.end("who"))
    return "\n" in reading.document.text[q.close : line.start("who")] or (opens and verbless)


def _announced(reading: "Reading", turns: "list[Turn]", at: int, q: Quoted) -> Finding | None:
    """The paragraph before ends in a colon and names who is going to speak."""
    opens = at == 0 and not turns[0].sentence.text[turns[0].sentence.start : q.open].strip()
    speaker, how = reading.announced or (_NOBODY, "")
    if not opens or speaker.mention is None:
        return None
    return _made(q, f"announced-{how}/1", speaker)


def _for_unknown(reading: "Reading", turns: "list[Turn]", at: int, q: Quoted) -> Finding | None:
    """« Pour M. Blanc, « … » », whoever that is: it is not who spoke before."""
    before = turns[at].sentence.text[turns[at].sentence.start : q.open]
    found = re.search(r"(?:^|[.;:,]\s*)(?:[Pp]our|[Ss]elon|[Dd]'après) (?P<who>(?:M\. )?[^,.;:]{2,60}),\s*$", before)
    return _made(q, "for-unknown/1", Speaker(None, found["who"], "unknown")) if found else None


def _noted(reading: "Reading", turns: "list[Turn]", at: int, q: Quoted) -> Finding | None:
    """« AB sceptique, ses clients sont loin, « … » » in notes: whoever the line notes."""
    found = noted_by(reading, turns[at], q.open)
    return _made(q, "noted-quote/1", found) if found else None


def _flow(reading: "Reading", turns: "list[Turn]", at: int, q: Quoted) -> Finding | None:
    """The speaker of the sentence before, in the same paragraph; or its subject when the quotation stands alone."""
    if at == 0:
        return None
    before = turns[at - 1]
    if before.heard is not None:
        return _made(q, "flow/1", Speaker(before.heard.mention, before.heard.words, "flow"))
    alone = not turns[at].sentence.text[turns[at].sentence.start : q.open].strip()
    if alone and before.subject is not None and before.subject.mention:
        return _made(q, "flow-subject/1", Speaker(before.subject.mention, "", "flow"))
    return None


def _lead(reading: "Reading", turns: "list[Turn]", at: int, q: Quoted) -> Finding | None:
    """A quotation that opens its paragraph belongs to the speaker whom the next sentence resumes by a pronoun."""
    alone = not re.sub(r"[\s.,]", "", turns[at].sentence.text[turns[at].sentence.start : q.open]
                       + turns[at].sentence.text[q.close : turns[at].sentence.end])  # fmt: skip
    if at != 0 or not alone or len(turns) == 1:
        return None
    for cue in attributions(turns[1].sentence):
        if cue.form == "subject-verb" and cue.phrase and cue.phrase.kind == "pronoun":
            voiced = reading.voice(cue)
            if voiced and voiced.speaker.mention:
                return _made(q, "lead-pronoun/1", voiced.speaker, cue)
    return None


def _above(reading: "Reading", turns: "list[Turn]", at: int, q: Quoted) -> Finding | None:
    """A quotation that is a paragraph by itself belongs to whoever was heard at the end of the paragraph before."""
    sentence = turns[at].sentence
    alone = not re.sub(r"[\s.,*_]", "", sentence.text[sentence.start : q.open] + sentence.text[q.close : sentence.end])
    section, speaker = reading.above or (-1, _NOBODY)
    if not alone or len(turns) > 1 or speaker.mention is None or section != reading.discourse.section:
        return None
    return _made(q, "flow-above/1", Speaker(speaker.mention, speaker.words, "flow"))


def _far_flow(reading: "Reading", turns: "list[Turn]", at: int, q: Quoted) -> Finding | None:
    """Two sentences back, when nobody is named in between."""
    if at < _FAR or turns[at - _FAR].heard is None:
        return None
    between = turns[at - 1].sentence.words + turns[at].sentence.text[turns[at].sentence.start : q.open]
    heard = turns[at - _FAR].heard
    if heard is None or re.search(rf"{NAME}|{ORGANISATION}", between):
        return None
    return _made(q, "flow-far/1", Speaker(heard.mention, heard.words, "flow"))
