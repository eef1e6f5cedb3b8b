"""What a noun that opens a note tells: « Refus de X : … », « Crainte de X que … », « Colère dans la salle : … »."""

import re
from collections.abc import Iterator

from kg.regex import regex
from kg.relate.quotations.people import is_human
from kg.relate.quotations.phrases import Phrase, phrase_in
from kg.relate.quotations.prepositions import HELD_NOUN, is_holder
from kg.relate.quotations.sentence import Attribution, Sentence
from kg.relate.quotations.shadow import NAME

#: « Crainte exprimée par X : … », « Refus de X : … », « Autre idée, de X : … »: what one holds, at the start of a note.
_NOTED_NOUN = regex(
    rf"\s*(?:(?:Une?|Deux|Trois|Autre|Seule?|Dernière?|Première?|Deuxième|Même|Nouvelle?|Grande?|Principale?|Vraie?)\s)?"
    rf"(?P<noun>{HELD_NOUN}|engagement|agacement|inquiétude|accord|désaccord|opposition|soutien|rappel|alerte|appel|"
    r"avis|précision|mise en garde|point d'accord|protestation|satisfecit|suggestion|nuance|bémol|mécontentement|"
    r"soulagement|scepticisme|enthousiasme|amertume|désapprobation|approbation|consigne|exhortation|toast|boutade|"
    r"réplique|plaidoyer|aparté|aveu|annonces?|confidence|confession|contre-pied|hommage|coup de gueule|"
    r"cri du cœur|mot de la fin|mot d'accueil|mise au point|anecdote)"
    r"(?:\s(?!de |du |des )[a-zà-ÿ]+){0,3}?,?\s"
    r"(?P<of>(?:exprimée?|rappelée?|formulée?|notée?|avancée?|posée?|soulignée?|relayée?|portée?|émise?|évoquée?|signalée?|"
    r"partagée?|soulevée?|défendue?|donnée?|prise?)s? par |de (?=\S)|d'|(?=du |des )|par (?:la voix de )?)",
    re.IGNORECASE,
)
#: What one feels needs no colon: « Étonnement de X devant le coût ».
_FELT = regex(
    r"étonnement|inquiétude|crainte|souhait|refus|satisfaction|regret|opposition|soutien|colère|agacement|surprise|"
    r"déception|réserves?|accord|désaccord|vœu|scepticisme|enthousiasme|mécontentement|soulagement|amertume|avis|"
    r"désapprobation|approbation|étonnements|préoccupation",
    re.IGNORECASE,
)
#: « D'un avis contraire, Ada Blanc : … », « Même son de cloche chez Karim Tazi : … », « Un regret chez elle : … ».
_AT_SOMEBODY = regex(
    rf"\s*(?:(?:D'un (?:tout )?(?:autre )?avis(?: (?:contraire|opposé|différent|voisin))?|Du même avis|"
    rf"D'un autre avis|À l'opposé|Sur une ligne (?:voisine|opposée)),\s|"
    r"(?:(?:Un|Une|Le|La|Autre|Même|Seule?|Tout autre) )"
    rf"(?:\w+ )?(?:{HELD_NOUN}|son de cloche|ton|prudence|inquiétude|réserve|embarras|agacement|fermeté)(?: \w+)?"
    r"\s(?:chez|du côté de|pour|de la part de|dans la bouche de)\s"
    r"|(?:Voilà |C'est )?[Cc]e qui (?:a |n'a pas |ne )?(?:fait|faire|laiss\w+|agac\w+|inqui[eè]t\w+|étonn\w+|choqu\w+|"
    r"réjoui\w+|amus\w+|irrit\w+|déç\w+|surpren\w+|convain\w+|gên\w+|plaî?t)(?: [a-zà-ÿ]+){0,3}? (?:à )?)"
    rf"(?:M\.\s|Mme\s)?(?P<name>{NAME})(?P<rest>[^:.;]{{0,90}}?)\s?:\s+(?=\S)"
)
#: What one feels, after a verb that says that it is not hidden: « n'a pas caché son agacement ».
FELT = regex(
    r"\s*(?:pas |guère |plus )?(?:sa|son|ses|leurs?) (?:\w+ )?(?:doutes?|agacement|inquiétudes?|scepticisme|déception|"
    r"enthousiasme|satisfaction|colère|désaccord|réserves?|opposition|joie|fierté|admiration|étonnement|embarras|"
    r"perplexité|amertume|impatience|soulagement|regrets?|émotion|surprise|lassitude|méfiance)\b"
)
_NOTED_END = regex(
    r"[,:]|\s(?:sur|devant|à|aux?|quant|que|qui|pour|contre|face|envers|vis-à-vis|cette fois|lors|en|après|"
    r"d[eu]|des)\s|\s(?:d'|qu')"
)
_IN_THE_ROOM = regex(
    r"\s*(?:(?:Puis|Et|Enfin) )?(?:une? (?:autre )?)?(?P<noun>\w+)(?: \w+)??(?: |(?=,))"
    r"(?P<who>(?:dans|depuis|au fond de) (?:la salle|l'assemblée|l'assistance|"
    r"les rangs[^,:]{0,30}|le public|les travées)|,? venue? (?:du|de la|de l'|des|d'un)[^,:]{2,40})\s?:\s+(?=\S)"
)


def noted_nouns(sentence: Sentence) -> Iterator[Attribution]:
    """Yield « Refus de X : … », « Crainte exprimée par X que … », « Étonnement de X devant … »."""
    match = _NOTED_NOUN.match(sentence.words)
    at = sentence.start
    room = _IN_THE_ROOM.match(sentence.words)
    if room and re.fullmatch(HELD_NOUN + "|agacement|murmures?|protestations?", room["noun"], re.IGNORECASE):
        who = Phrase(at + room.start("who"), at + room.end("who"), "crowd", room["who"])
        yield Attribution("noun-cue", who, at, at, at + room.end("who"), at, "states", True)
    yield from _at_somebody(sentence)
    if match is None:
        return
    start = at + match.end()
    named = re.compile(rf"(?:M\.\s|Mme\s)?(?P<name>{NAME})").match(sentence.text, start, sentence.end)
    first = re.compile(r"\S+\s+(?:l[ea]\s)?").match(sentence.text, start, sentence.end)
    end = _NOTED_END.search(sentence.text, named.end() if named else first.end() if first else start, sentence.end)
    if end is None:
        return
    colon = ":" in sentence.text[end.start() : sentence.end]
    rest = sentence.text[end.end() : sentence.end].split()
    if not (colon or (_FELT.fullmatch(match["noun"]) and rest)) or sentence.finite(start, end.start()):
        return
    phrase = phrase_in(sentence.text, start, end.start())
    if phrase and phrase.kind == "role":
        longer = re.compile(r"[,:]").search(sentence.text, start, sentence.end)
        whole = phrase_in(sentence.text, start, longer.start()) if longer else None
        phrase = whole if whole and whole.kind in ("person", "organisation") and colon else phrase
    if phrase and phrase.kind == "role" and re.match(r"une?\s", phrase.words) and is_human(phrase.words):
        phrase = Phrase(phrase.start, phrase.end, "crowd", phrase.words)
    if phrase and (phrase.kind in ("person", "organisation", "crowd") or (phrase.kind == "role" and is_holder(phrase))):
        act = next((act for stem, act in _NOTED_ACTS.items() if match["noun"].lower().startswith(stem)), "states")
        yield Attribution("noun-cue", phrase, at, at, phrase.end, phrase.end, act, True)


def _at_somebody(sentence: Sentence) -> Iterator[Attribution]:
    """Yield « D'un avis contraire, X : … », « Même son de cloche chez X : … »."""
    held, at = _AT_SOMEBODY.match(sentence.words), sentence.start
    if held and not sentence.finite(at + held.start("rest"), at + held.end("rest")):
        who = Phrase(at + held.start("name"), at + held.end("rest"), "person", "", at + held.start("name"))
        yield Attribution("noun-cue", who, at, at, who.end, who.end, "states", True)


_NOTED_ACTS = {
    "craint": "warns", "inqui": "warns", "alert": "warns", "mise": "warns", "refus": "disagrees", "oppos": "disagrees",
    "désac": "disagrees", "protest": "disagrees", "souhait": "proposes", "vœu": "proposes", "propos": "proposes",
    "sugg": "proposes", "idée": "proposes", "question": "asks", "demand": "asks", "engag": "commits",
    "promess": "commits",     "regret": "regrets", "accord": "agrees", "soutien": "agrees", "satisf": "agrees",
}  # fmt: skip
