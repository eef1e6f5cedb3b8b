"""What a noun of speech tells: « tel a été le propos de X », « Il ressort de l'exposé de X que … »."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.regex import regex
from kg.relate.quotations.phrases import Phrase, phrase_in
from kg.relate.quotations.prepositions import HELD_NOUN, is_holder
from kg.relate.quotations.sentence import Attribution, Sentence
from kg.relate.quotations.shadow import QUOTE
from kg.relate.quotations.subjects import bounded

_UTTERANCE = (
    rf"(?:{HELD_NOUN}|propos|interventions?|exposés?|discours|allocutions?|témoignages?|présentations?|paroles?|"
    r"déclarations?|communications?|conférences?|contributions?|plaidoyers?|échanges?|leçons?|sens)"
)
_OF = r"(?:\s[a-zà-ÿ]+)?\s(?:de (?=\S)|d'|(?=du |des ))"
#: « …, tel a été, en substance, le propos de X », « …, voilà le message de X », « Telle fut la réponse de X : … ».
_SUCH = regex(
    r"(?P<opens>^\s*|[,;:–—]\s*)(?:[Tt]el(?:le)?s? (?:a été|ont été|était|étaient|est|sont|fut|furent|aura été)|"
    r"[Vv]oilà|(?<=[,;:–—] )(?:voici|c'est|c'était|ce fut))(?:,[^,.;:]{2,40},)?(?:\s[a-zà-ÿ]+ment)?\s"
    rf"(?:(?:l[ea]s?|une? des)\s|l')(?:\w+\s)?{_UTTERANCE}{_OF}"
)
#: « Il ressort de l'intervention de X que … », « On retient de l'exposé de X que … ».
_RESULTS = regex(
    r"\s*(?:\w+, )?(?:[Ii]l (?:ressort|ressortait|est ressorti|résulte|découle|se dégage|s'est dégagé)|"
    r"[Oo]n (?:retient|retiendra|a retenu|retenait)|[ÀA] retenir)\b(?:\s\w+ment)?\s(?:de |d'|du |des )"
    rf"(?:l[ea]s? |l')?(?:\w+ )?{_UTTERANCE}{_OF}"
)
_THEN = regex(r"[^.;:]{0,90}?(?:\s(?:que\b|qu')|\s?:\s)")
#: « Compter, payer : X s'en est tenue à deux verbes »: the words, then who kept to them.
_KEPT_TO = regex(
    r"(?P<said>[^:;!?]{3,160}?)\s?:\s(?P<who>[^,.;:]{1,60}?)\s(?:s'en (?:est tenue?|tient|tiendra|était tenue?)|"
    r"s'est (?:contentée?|limitée?|bornée?)|se (?:contente|limite|borne))\s(?:à|de|d')\s?[^.;:]*$"
)
#: « la règle rappelée par X : … », « aussitôt repris par X : … »: what is told stands after the colon.
_TOLD_BY = regex(
    r"\b(?:rappel|résum|énonc|formul|avanc|lanc|livr|répét|martel|soulev|pos|défend|soulign|évoqu|esquiss|contredi|"
    r"contest|corrig|complét|nuanc|tempér|démenti|confirm|tranch|glissé|ajout|repri)(?:é|u|t|s)?e?s?"
    r"(?: [a-zà-ÿ]+ment| alors| ensuite| aussitôt)? par (?=\S)"
)
_FEWEST = 3


def nominal(sentence: Sentence) -> Iterator[Attribution]:
    """Yield what a noun of speech and its « de » tell of what somebody said."""
    yield from _such(sentence)
    yield from _kept_to(sentence)
    yield from _told_by(sentence)
    match = _RESULTS.match(sentence.words)
    phrase = _holder(sentence, match.end()) if match else None
    if match and phrase and _THEN.match(sentence.text, phrase.end, sentence.end):
        yield _whole(sentence, phrase, match.start(), phrase.end - sentence.start)


def _such(sentence: Sentence) -> Iterator[Attribution]:
    for match in _SUCH.finditer(sentence.words):
        phrase = _holder(sentence, match.end())
        if phrase is None:
            continue
        before = len(sentence.words[: match.start()].split())
        colon = re.compile(r"[^.;:]{0,90}?\s?:\s+\S").match(sentence.text, phrase.end, sentence.end)
        if before >= _FEWEST or (not before and colon):
            yield _whole(sentence, phrase, match.start(), phrase.end - sentence.start)
            return


def _told_by(sentence: Sentence) -> Iterator[Attribution]:
    match = _TOLD_BY.search(sentence.words)
    phrase = _holder(sentence, match.end()) if match else None
    colon = re.compile(r"[^.;:]{0,60}?\s?:\s+(?=\S)").match(sentence.text, phrase.end, sentence.end) if phrase else None
    if match and phrase and colon and not sentence.finite(phrase.end, colon.end()):
        at, quoted = sentence.start + match.start(), re.search(QUOTE, sentence.words[: match.start()])
        yield Attribution(
            "noun-cue", phrase, colon.end() if quoted else sentence.start, at, phrase.end, at, "states", True
        )


def _kept_to(sentence: Sentence) -> Iterator[Attribution]:
    match = _KEPT_TO.fullmatch(sentence.words.rstrip(" .!?…"))
    if match is None:
        return
    phrase = phrase_in(sentence.text, *(sentence.start + at for at in match.span("who")))
    if phrase and (phrase.kind in ("person", "pronoun") or is_holder(phrase)):
        yield _whole(sentence, phrase, match.start("who"), match.end("who"))


def _holder(sentence: Sentence, start: int) -> Phrase | None:
    """The person, body or function that stands after « de »."""
    phrase = bounded(sentence, sentence.start + start)
    if phrase and phrase.kind == "role" and phrase.words.startswith("du "):
        phrase = replace(phrase, words=f"le {phrase.words[3:]}")
    return phrase if phrase and (phrase.kind in ("person", "organisation") or is_holder(phrase)) else None


def _whole(sentence: Sentence, phrase: Phrase, cue_start: int, cue_end: int) -> Attribution:
    at = sentence.start
    return Attribution("noun-cue", phrase, at, at + cue_start, at + cue_end, at, "states", True)
