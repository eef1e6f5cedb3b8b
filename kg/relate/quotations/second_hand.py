"""Words that somebody reads or recalls: « Ada Blanc lit la lettre de Karim Tazi : « … » » is said by Karim Tazi."""

import re

from kg.regex import regex
from kg.relate.quotations.people import is_human
from kg.relate.quotations.phrases import Phrase, phrase_in
from kg.relate.quotations.sentence import Sentence
from kg.relate.quotations.shadow import NAME

_UTTERANCE = (
    r"(?:mots?|propos|phrases?|formules?|réponses?|répliques?|remarques?|lettres?|messages?|mails?|e-mails?|courriers?|courriels?|"
    r"vers|strophes?|poèmes?|proverbe|maxime|témoignages?|aveu|avertissements?|boutades?|exclamations?|billets?|"
    r"refrain|citations?|interpellations?|apostrophe|cri|paroles?|confidences?)"
)
_WORDS_OF = regex(
    rf"(?P<to>(?:\b(?:à|sur|contre|après|face à|suite à)\s+(?:l[ea]s?\s|l'|une?\s|cette\s|ces\s|ce\s|[sl]\w+\s)|"
    rf"\b(?:au|aux)\s)?)(?<![\w'])(?:[Ll]es? |[Ll]a |[Ll]'|[Uu]ne? |[Dd]es |[Cc]e |[Cc]ette |[Cc]es |[Dd]'une? |"
    rf"[Dd]es |[Dd]u |^)?"
    rf"(?P<noun>{_UTTERANCE})(?:\s[a-zà-ÿ]+(?<!\sde)(?<!\sdu)){{0,2}}?\s+(?:de (?=\S)|d'|(?=du |des ))",
    re.IGNORECASE,
)
_FAR, _LEAD = 90, 2


def words_of(sentence: Sentence, quote: int) -> Phrase | None:
    """Return whose words a colon announces before the quotation at an offset (« la lettre de X : « … » »), or None.

    An answer *to* somebody's words (« répond à la question de X : « … » ») is not that person's.
    """
    before = sentence.text[sentence.start : quote]
    if not before.rstrip().endswith(":"):
        return None
    found = [match for match in _WORDS_OF.finditer(before) if not match["to"]]
    if not found or len(before) - found[-1].end() > _FAR:
        return None
    colon = sentence.start + len(before.rstrip(" :"))
    phrase = _whose(sentence, sentence.start + found[-1].end(), colon)
    leads = not before[: found[-1].start("noun")].strip(" ") or len(before[: found[-1].start("noun")].split()) <= _LEAD
    return phrase if phrase and (leads or not sentence.finite(phrase.end, colon)) else None


def _whose(sentence: Sentence, start: int, end: int) -> Phrase | None:
    """Read who stands after « la lettre de »: a name, a function and its name, or somebody unnamed."""
    named = re.compile(rf"(?:M\.\s|Mme\s)?(?P<name>{NAME})").match(sentence.text, start, end)
    if named:
        return Phrase(start, named.end(), "person", "", named.start("name"))
    apposed = re.compile(rf"[a-zà-ÿ][^,.;:!?()]{{2,60}}?,?\s(?:M\.\s|Mme\s)?(?P<name>{NAME})").match(
        sentence.text, start, end
    )
    if apposed and not sentence.finite(start, apposed.start("name")):
        between = sentence.text[start : apposed.start("name")]
        if not re.search(r"\b(?:de|à|par|avec|pour|chez|sur|selon|contre)\s+(?:M\.\s|Mme\s)?$", between):
            return Phrase(start, apposed.end(), "person", "", apposed.start("name"))
    stop = re.compile(r"[,(]|$").search(sentence.text, start, end)
    phrase = phrase_in(sentence.text, start, stop.start() if stop else end)
    if phrase is None or phrase.kind not in ("role", "organisation", "crowd"):
        return None
    anyone = re.match(r"une? ", phrase.words, re.IGNORECASE)  # whoever wrote a letter is somebody
    return phrase if phrase.kind != "role" or anyone or is_human(phrase.words) else None
