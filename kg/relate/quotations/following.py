"""Speakers named after the sentence of a quotation, or by a clause that comments on it."""

import re
from typing import TYPE_CHECKING

from kg.lexicon.speech_verbs import says
from kg.regex import regex
from kg.relate.quotations.attributions import attributions
from kg.relate.quotations.discourse import Speaker
from kg.relate.quotations.findings import Finding
from kg.relate.quotations.guillemets import Quoted
from kg.relate.quotations.people import is_human
from kg.relate.quotations.phrases import phrase_in
from kg.relate.quotations.sentence import Sentence
from kg.relate.quotations.shadow import NAME
from kg.relate.quotations.subjects import leading_phrase
from kg.relate.quotations.words import phrase_gender

if TYPE_CHECKING:
    from kg.relate.quotations.reading import Reading, Turn

_NEXT_WORDS = 14
#: « … ». C'est ce que répète Ada Blanc. · Ces mots sont d'Ada Blanc. · L'auteur de la formule est Ada Blanc.
COMMENTS = regex(
    r"\s*(?:C'est (?:ce qu\w*|en ces|par (?:ces|cette|ce)|avec (?:ces|cette)|sur (?:ces|cette)|ainsi|"
    r"l[ae]? ?\w*|ces|"
    r"(?:[^.,;:!?]{2,25} )?(?:la|le|l'|une?)\s?(?:avis|conviction|crainte|certitude|opinion|credo|idée|"
    r"avertissement|pari|"
    r"regret|souhait|reproche|question|constat|leçon|message|sentiment|vœu|espoir|analyse|thèse|position|devise)"
    r" (?:de|d'|du)|"
    rf"(?:M\. |Mme )?{NAME} qui)|Ainsi |"
    r"(?:Par|Avec|De|Sur) (?:cette|ces|ce) (?:\w+ )?(?:formule|mots?|phrase|boutade|image|question|aveu|"
    r"constat|paroles?)|"
    r"(?:Ces|Ses) (?:mots|propos|paroles)|Cette (?:phrase|formule|promesse|remarque|question)|"
    r"Tel(?:le)? (?:est|était|fut) |Voilà ce qu|"
    r"La (?:formule|phrase|promesse|remarque|citation|question)|L'(?:auteure?|autrice|avertissement|aveu|appel)|"
    r"(?:La|Le|L')\s?(?:nuance|précision|réplique|boutade|image|comparaison|métaphore|réserve|conclusion|expression|"
    r"idée|rappel|conseil) (?:est|était|vient|émane|appartient) |"
    r"Le (?:mot|constat|propos|cri|message))\b",
)
#: « … ? » Ada Blanc a posé la question. · « … ». Ada Blanc se rassied.
_RESUMES = regex(
    rf"\s*(?:M\. |Mme )?(?P<name>{NAME})(?:, [^,.;:]{{3,60}},)?\s+(?:(?:a|avait)\s+(?:\w+ment )?(?:posé|lancé|"
    rf"lâché|glissé|répété|"
    r"prononcé|dit)\s+(?:la (?:question|phrase|formule|remarque)|cette (?:question|phrase|formule)|le mot|ces mots|"
    r"cela)|"
    r"(?:pose|lance|répète|prononce|assume|revendique)\s+(?:la (?:question|phrase|formule)|cette (?:question|"
    r"phrase|formule)|"
    r"le mot|ces mots)|"
    r"(?:se (?:rassied|rassoit|lève|tait|reprend|rasseoit)|s'(?:interrompt|assied|assoit|arrête|est (?:levée?|"
    r"interrompue?|tue?|"
    r"rassise?))|hausse les épaules|sourit|soupire|rit|pose son|repose|rend le micro|laisse passer|marque une pause|"
    r"n'en démord pas|ne décolère pas|n'en revient pas|en est convaincue?|y croit|y tient)\b)"
)
#: « … » : c'est par cette promesse que … · « … » : pour Ada Blanc, … · « … » : Ada Blanc ne cache pas sa fierté.
_COLON = regex(r"\s*[:–—]\s*(?P<rest>(?:(?:[Cc]'est |pour |[Pp]ar |avec |le |la |l'|tel|)\S).*)", re.DOTALL)
#: « a confié la nouvelle présidente. Ada Blanc succède à … »: who takes an office in the sentence that follows.
_TAKES_OFFICE = regex(
    r"(?:succède|succédait|remplace|préside|dirige|est|était|a été|vient d'être|occupe|exerce|prend|siège|conduit|"
    r"incarne|élue?|nommée?|a pris|a succédé|a remplacé)\b"
)
_VERB_AFTER = regex(
    r"\s*,?\s*(?:(?:a|ont|avait|avaient)(?:-t-\w+)?\s+(?:\w+ment\s+)?)?(?:s'|se |me |m'|nous |lui |leur |l')*"
    r"(?P<verb>[a-zà-öø-ÿœ]{3,})\s+(?P<who>[^.,;:!?\ue006-\ue009]{2,70})"
)
_SMALL = frozenset("mais car donc que qui quand lorsque pour avec dans comme puis ensuite alors avant après".split())


def next_sentence(reading: "Reading", turns: "list[Turn]", at: int, q: Quoted) -> Finding | None:
    """« … ». Explique Ada Blanc. · « … ». C'est ce que répète Ada Blanc."""
    if at + 1 >= len(turns) or turns[at].sentence.text[q.close : turns[at].sentence.end].strip(" .,"):
        return None
    following = turns[at + 1].sentence
    for cue in attributions(following):
        begins = cue.cue_start - following.start < len("L'a ")
        if cue.form == "verb-subject" and begins and len(following.words.split()) <= _NEXT_WORDS:
            voiced = reading.voice(cue)
            if voiced:
                rule = f"cue-next-{voiced.speaker.how}/1"
                return Finding(
                    q.start, q.end, voiced.speaker, "direct", rule, cue.act, cue.cue_start, cue.cue_end
                )  # fmt: skip
    if COMMENTS.match(following.words):
        clause = re.match(r"[^,;]*(?:,(?! (?:qui|dont|et|mais|où|à) )[^,;]*)*", following.words)
        end = following.start + (clause.end() if clause else 0)
        short = len(following.text[following.start : end].split()) <= _NEXT_WORDS
        return _only_person(reading, following.start, end, q, "comment-next") if short else None
    return _resumed(reading, turns, at, q)


def _resumed(reading: "Reading", turns: "list[Turn]", at: int, q: Quoted) -> Finding | None:
    """« … ? » Ada Blanc a posé la question: the quotation that opens a paragraph belongs to her."""
    following = turns[at + 1].sentence
    found = _RESUMES.match(following.words) if at == 0 and not turns[at].voiced else None
    if found is None or turns[at].sentence.text[turns[at].sentence.start : q.open].strip():
        return None
    start, end = (following.start + place for place in found.span("name"))
    speaker = reading.discourse.resolve(phrase_in(following.text, start, end))
    return _found(q, speaker, f"comment-next-{speaker.how}/1", start, end) if speaker.mention else None


def colon_after(reading: "Reading", turns: "list[Turn]", at: int, q: Quoted) -> Finding | None:
    """« … » : Ada Blanc ne cache pas sa fierté."""
    sentence = turns[at].sentence
    opens = not sentence.text[sentence.start : q.open].strip()
    found = _COLON.match(sentence.text, q.close, sentence.end)
    if not opens or not found:
        return None
    start = found.start("rest")
    clause = Sentence(sentence.text, start, sentence.end, sentence.finite)
    if re.match(rf"[Cc]'est (?:(?:par|avec|sur|en) c|(?:M\. |Mme )?{NAME} qui )|[Pp]our ", clause.words):
        return _only_person(reading, start, sentence.end, q, "colon-after")
    lead = leading_phrase(clause)
    if lead is None or lead.kind != "person":
        return None
    speaker = reading.discourse.resolve(lead)
    return _found(q, speaker, f"colon-after-{speaker.how}/1", lead.start, lead.end)


def role_then_name(reading: "Reading", turns: "list[Turn]", at: int, speaker: Speaker, words: str) -> Speaker:
    """« …, a confié la nouvelle présidente. Ada Blanc succède à … »: the function, then who holds it."""
    if speaker.mention or at + 1 >= len(turns) or not re.match(r"(?:l[ea] |l')", words, re.IGNORECASE):
        return speaker
    following = turns[at + 1].sentence
    named = re.match(rf"\s*(?:M\.\s|Mme\s)?(?P<name>{NAME})\s+(?P<rest>.*)", following.words, re.DOTALL)
    if named is None or not _TAKES_OFFICE.match(named["rest"]):
        return speaker
    start = following.start + named.start("name")
    phrase = phrase_in(following.text, start, following.start + named.end("name"))
    told = reading.discourse.resolve(phrase) if phrase and phrase.kind == "person" else speaker
    if told.mention is None:
        return speaker
    known, gender = reading.roster.of(told.mention), phrase_gender(words)
    if gender and known.gender and gender != known.gender:
        return speaker
    first = known.places[0].span.start >= following.start
    return Speaker(told.mention, words, "role-next", (known.key,)) if first else speaker


def unknown_after(reading: "Reading", turns: "list[Turn]", at: int, q: Quoted) -> Finding | None:
    """« … », déclare l'un d'eux: somebody says it, and it is not who spoke before."""
    sentence = turns[at].sentence
    found = _VERB_AFTER.match(sentence.text, q.close, sentence.end)
    if not found or found["verb"] in _SMALL:
        return None
    if not says(found["verb"]):
        return None
    words = reading.shadow.plain(found.start("who"), found.end("who")).strip()
    phrase = phrase_in(sentence.text, *found.span("who"))
    known = phrase and phrase.kind == "role" and is_human(words) and re.match(r"l[ea] |l'", words)
    speaker = reading.discourse.resolve(phrase) if known else Speaker(None, words, "unknown")
    return _found(q, speaker, "cue-after-unknown/1", found.start("verb"), found.end("who"))


def _only_person(reading: "Reading", start: int, end: int, q: Quoted, rule: str) -> Finding | None:
    """The only person whom a clause names."""
    named = [m for m in reading.shadow.mentions if m.kind == "person" and start <= m.span.start < end]
    if len({reading.roster.key(m.id) for m in named}) != 1:
        return None
    speaker = reading.discourse.resolve(phrase_in(reading.shadow.text, named[0].span.start, named[0].span.end))
    return _found(q, speaker, f"{rule}-{speaker.how}/1", start, named[0].span.end)


def _found(q: Quoted, speaker: Speaker, rule: str, cue_start: int, cue_end: int) -> Finding:
    return Finding(q.start, q.end, speaker, "direct", rule, "states", cue_start, cue_end)
