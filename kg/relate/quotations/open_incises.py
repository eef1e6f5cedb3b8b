"""Incises with any verb: « Le pont, décrète Ada Blanc, restera fermé », « Le mur, établit-elle, date de 1900 »."""

import re
from collections.abc import Iterator
from itertools import chain

from kg.lexicon.speech_verbs import act_of, written_forms
from kg.regex import regex
from kg.relate.quotations.adverbs import ADVERB
from kg.relate.quotations.phrases import Phrase
from kg.relate.quotations.sentence import Attribution, Sentence
from kg.relate.quotations.shadow import NAME
from kg.relate.quotations.subjects import bounded

#: « …, décrète Ada Blanc, … »; « …, où préside Ada Blanc, », « …, suit Ada Blanc » tell who does something.
_OPEN_INCISE = regex(
    r",\s(?:s'|se |nous |l')?"
    r"(?!(?:est|suit|vient|intervient|préside|anime|arrive|reste|prend|dirige|accompagne|porte)\b)"
    rf"(?P<verb>[a-zà-öø-ÿœ]{{2,}}[etd])(?:\s{ADVERB})?\s(?=(?:M\.\s|Mme\s)?{NAME})"
)
#: « …, établit-il, … », « …, calcule-t-elle. »: not « peut-il », « faut-il », which ask, nor « semble-t-il ».
_INVERTED_INCISE = regex(
    r",\s(?:s'|se |nous |l')?(?!(?:faut|peut|doit|est|semble|paraît|existe|suffit|reste|aurait|serait|pourrait|a|va|"
    r"sera|veut|vaut|fait|dut|fût|fut|eût|devrait|faudrait|faudra|vient|arrive|advient|importe)\b)"
    r"(?P<verb>[a-zà-öø-ÿœ]{3,})-(?:t-)?(?P<who>il|elle)(?=\s*(?:[,;:.…]|$))"
)


#: « Cent vannes, a compté Ada Blanc, ferment mal », « …, a-t-elle compté, … ».
_PAST_INCISE = regex(
    rf",\s(?:a|avait)\s(?:{ADVERB}\s)?(?P<verb>[a-zà-öø-ÿœ]{{2,}}(?:é|i|u|it|is))\s(?=(?:M\.\s|Mme\s)?{NAME})"
)
_PAST_INVERTED = regex(
    rf",\sa-t-(?P<who>il|elle)\s(?:{ADVERB}\s)?(?P<verb>[a-zà-öø-ÿœ]{{2,}}(?:é|i|u|it|is))(?=\s*(?:[,;:.…]|$))"
)


def open_incises(sentence: Sentence) -> Iterator[Attribution]:
    """Yield « Le pont, décrète Ada Blanc, restera fermé »: any verb between a comma and a name that a comma follows."""
    for match in chain(_OPEN_INCISE.finditer(sentence.words), _PAST_INCISE.finditer(sentence.words)):
        verb = sentence.start + match.start("verb"), sentence.start + match.end("verb")
        phrase = bounded(sentence, sentence.start + match.end())
        told = [form for form in written_forms().get(match["verb"], ()) if form.kind == "finite"]
        past = match[0].startswith((", a ", ", avait "))
        if phrase is None or phrase.kind != "person" or not (told or past or sentence.finite(*verb)):
            continue
        follows = sentence.text[phrase.end : sentence.end]
        final = not follows.strip(" .!?…")
        if past and final:
            continue  # « Le conseil, réuni hier, a désigné Ada Blanc. »
        said = (sentence.start, verb[0]) if final else (phrase.end, sentence.end)
        if re.match(r"\s*(?:[,;:.!?…]|$)", follows) and sentence.finite(*said):
            act = act_of(told[0].lemma if told else "")
            yield Attribution("verb-subject", phrase, sentence.start, verb[0], phrase.end, sentence.start, act, True)


def inverted_incises(sentence: Sentence) -> Iterator[Attribution]:
    """Yield « Le mur, établit-elle, date de 1900 »: any verb before its pronoun, between commas."""
    for match in chain(_INVERTED_INCISE.finditer(sentence.words), _PAST_INVERTED.finditer(sentence.words)):
        at = sentence.start
        pronoun = Phrase(at + match.start("who"), at + match.end("who"), "pronoun", match["who"])
        if sentence.finite(at, at + match.start()) or sentence.finite(at + match.end(), sentence.end):
            cue = at + match.start("verb"), at + match.end()
            yield Attribution("verb-subject", pronoun, at, *cue, at, act_of(""), True)
