"""Open patterns around guillemets: any verb will do where the place alone tells who speaks."""

import re

from kg.regex import regex
from kg.relate.quotations.adverbs import ADVERB
from kg.relate.quotations.guillemets import Quoted
from kg.relate.quotations.phrases import Phrase, phrase_in
from kg.relate.quotations.sentence import Sentence
from kg.relate.quotations.shadow import NAME, ORGANISATION, PLACE, QUOTE
from kg.relate.quotations.subjects import bounded, leading_phrase, role_subject

#: « Ada Blanc … : « … » »: whoever leads a sentence that a colon ends before a quotation.
COLON = regex(rf":\s*(?={QUOTE})")
#: « … » (Ada Blanc, maire) · « … » — Ada Blanc
SIGNATURE = regex(r"\s*(?P<mark>\(|[–—-]\s)\s*(?P<who>[^()\n]{2,120})")
#: The name, and who it is, alone on the line that follows a quotation.
SIGNED_LINE = regex(rf"[\s.,]+(?:M\.\s|Mme\s)?(?P<who>{NAME}(?:\s*[,(][^.!?]{{2,120}})?)\s*$")
#: Any word between a quotation and a name is a verb of speech, unless it is one of the small words.
OPEN_INVERSION = regex(
    rf"\s*,?\s*(?:s'|se |a (?:voulu|souhaité|tenu à|cherché à|fini par|dû) |a |l'a |me |m'|nous |vous |lui |leur )?"
    rf"(?!(?:de|du|des|par|pour|avec|et|ou|à|au|aux|chez|sur|selon|contre|sans|"
    rf"entre|dont|que|qui|comme|en|dans|vers|"
    rf"mais|car|donc|où|cher|chère|la|le|les|un|"
    rf"une)\b)(?P<verb>[a-zà-öø-ÿœ]{{3,}})(?P<more>(?:\s+{ADVERB})?(?:\s+(?:à|au|aux)\s[^,.;:]{{2,30}}?)?)\s+"
    rf"(?:M\.\s|Mme\s)?(?P<name>{NAME}|"
    rf"(?:l[ae] |l')?{ORGANISATION}|{PLACE}(?=[.,]))"
)

#: « … » proteste-t-on au fond de la salle · « … » tonne un éleveur: any verb.
OPEN_PRONOUN = regex(
    r"\s*,?\s*(?:s'|se |a-t-|l'a-t-)?(?P<verb>[a-zà-öø-ÿœ]{3,})-(?:t-)?(?P<who>il|elle|on|ils|"
    r"elles)\b(?P<more>[^.,;:!?\ue000-\ue009]{0,60})"
)
OPEN_PHRASE = regex(
    r"\s*,?\s*(?:s'|se |a )?(?!(?:de|du|des|par|pour|avec|et|ou|à|au|aux|chez|sur|selon|contre|sans|entre|"
    r"dont|que|qui|comme|en|dans|"
    r"vers|mais|car|donc|où|est|sont|a|ont)\b)(?P<verb>[a-zà-öø-ÿœ]{3,}[etd]|"
    r"[a-zà-öø-ÿœ]{3,}ent|(?<=a )[a-zà-öø-ÿœ]{2,}(?:é|i|u|is|it))\s+(?=(?:l[ea]s?|une?|des|plusieurs|certaine?s)\s|l')"
)
_BEFORE_COLON = regex(rf"(?:chez|de|d'|à|du côté de|pour|avec)\s*({NAME})\s*$")


def opened_after(sentence: Sentence, q: Quoted) -> tuple[re.Match[str] | None, Phrase | None]:
    """Any verb between a quotation and a name, a pronoun or a human being."""
    opened = OPEN_INVERSION.match(sentence.text, q.close, sentence.end)
    if opened:
        return opened, phrase_in(sentence.text, opened.start("name"), opened.end("name"))
    opened = OPEN_PRONOUN.match(sentence.text, q.close, sentence.end)
    if opened:
        on = opened["who"] == "on"
        words = opened["who"] + (opened["more"].rstrip() if on else "")
        return opened, Phrase(opened.start("who"), opened.end("who"), "crowd" if on else "pronoun", words)
    opened = OPEN_PHRASE.match(sentence.text, q.close, sentence.end)
    return opened, bounded(sentence, opened.end()) if opened else None


def colon_phrase(sentence: Sentence, q: Quoted) -> Phrase | None:
    """Return whoever leads a sentence that a colon ends before a quotation, or is named just before the colon."""
    colon = COLON.search(sentence.text, sentence.start, q.open + 1)
    if not colon or colon.end() != q.open:
        return None
    lead = leading_phrase(sentence, q.open - sentence.start)
    if lead is None:
        named = _BEFORE_COLON.search(sentence.text[: colon.start()], sentence.start)
        lead = Phrase(named.start(1), named.end(1), "person", "", named.start(1)) if named else None
    if lead is None:
        lead = phrase_in(sentence.text, sentence.start, colon.start()) or role_subject(sentence, colon.start())
    return None if lead is None or lead.kind == "crowd" else lead
