"""The phrase that is the subject of a verb: before it, after it, or leading the sentence."""

import re
from dataclasses import replace
from itertools import pairwise

from kg.regex import regex
from kg.relate.quotations.adverbs import ADVERB
from kg.relate.quotations.people import is_human
from kg.relate.quotations.phrases import PRONOUN, Phrase, final_name, phrase_in
from kg.relate.quotations.sentence import Sentence
from kg.relate.quotations.shadow import NAME, QUOTE

_TAIL = regex(
    rf"(?:\s*,?\s*\b{ADVERB}\s*,?\s*$|,\s*(?:lui|elle|eux|elles)\s*,\s*$|(?:\s|(?<=,)|^)(?:ne|se|le|la|les|"
    rf"lui|leur|nous|vous|y|en)\s+$|(?:\s|^)(?:(?:ne )?(?:n'|s'|l'|m')(?:y|en)\s+|(?:n'|s'|l'|m'|t'|j'))$"
    r"|\s*\([^()]*\)\s*$|\s+[–—]\s[^–—.;:]{3,80}\s[–—]\s*$)"
)
_COORDINATED = regex(r"(?:\b(?:et|mais|puis|ou|avant de)|,\s*puis)\s*$")
_RELATIVE = regex(r",?\s*(?:qui|lequel|laquelle)\s*$")
#: « Quand Ada Blanc lui a demandé …, »: the subject of the sentence comes after.
_SUBORDINATE = regex(
    r"\s*(?:quand|lorsque?|lorsqu'|comme|si|s'|alors que?|tandis que?|pendant que?|après que?|dès que?|puisque?|"
    r"bien que?|interrogée?s?|invitée?s?|relancée?s?|sollicitée?s?|questionnée?s?)\b",
    re.IGNORECASE,
)
#: « M. », « Mme » before a name: this full stop ends nothing.
TITLED = regex(r"\s*(?:MM?|Mmes?|Mlle|Dr|Pr|Me)\.?\s")
#: « Ada Blanc ayant dû partir, … »: the subject of a clause of its own.
_ABSOLUTE = regex(rf"\s*(?:M\.\s|Mme\s)?{NAME}\s+(?:n')?(?:ayant|étant)\b")
#: « un silence qu'Ada Blanc relève »
_TOLD_BY = regex(
    rf"\b(?:que |qu')(?:(?:M\.\s|Mme\s)?(?P<name>{NAME})|"
    r"(?P<role>(?:l[ea] |l')[a-zà-ÿ][\w-]+(?: (?:de la |de l'|de |du |des |d')[\w-]+)?))\s*$"
)
_OPENS = regex(
    rf"\s*(?:(?:Rapport|Rapporteure?|Rapporteuse|Exposé|Présentation|Communication) ?(?:de|par|:) "
    rf"(?:M\.\s|Mme\s)?(?P<name>{NAME})\s*\.?$|"
    r"(?P<who>L(?:[ea] |')(?:maire|président\w*|direct(?:eur|rice)|secrétaire|trésori\w+|préf[eè]te?|recteur|rectrice|"
    r"adjoint\w*|rapporteu\w+|proviseure?|principale?|doyen\w*))(?=\s[a-zà-ÿ]))"
)
#: « La psycholinguiste met … en rappelant »: a function that opens a sentence, whatever its verb.
_ROLE_OPENS = regex(
    r"\s*(?P<who>(?:L[ea] |L'|Cet(?:te)? )[a-zà-ÿ][\w-]+(?: (?:de la |de l'|de |du |des |d')[\w-]+)?)(?=\s[a-zà-ÿ])"
)
#: « La sociologue qui anime la table se demande »: a function, and who of several it is.
_RESTRICTED = regex(
    r"(?:^|[.;:,]\s|\b(?:et|mais)\s)\s*(?P<who>(?:[Ll][ea] |[Ll]')[a-zà-ÿ][\w-]+"
    r"(?: (?:de la |de l'|de |du |des |d')[\w-]+)? (?P<that>qui|dont|que|qu') ?[^,.;:]+)$"
)
#: « Réaction amusée de l'inspecteur, qui promet … »: whom a noun of speech governs.
_GOVERNED = regex(
    r"\b(?P<of>du|au|de|par|à) (?P<who>(?:(?<=de )|(?<=par )|(?<=à ))(?:la |l')[a-zà-ÿ][\w-]+|"
    r"(?:(?<=du )|(?<=au ))[a-zà-ÿ][\w-]+)$"
)
_PHRASE_END = regex(
    rf"[.;:!?()]|,|{QUOTE}|\s(?:que|qui|dont|lors|pour|avant|après|au sujet|à propos|dans|devant|depuis|face|sur|sous|"
    r"parmi|malgré|non sans|au micro|à la tribune|d'un (?:ton|air|mot|sourire))\s|"
    r"\squ'|\s(?:en|avant d['e]\s?)\s?\w+(?:ant|er|ir)\b|\s[–—-]\s|$"
)


def bounded(sentence: Sentence, start: int) -> Phrase | None:
    """Read the phrase that starts at an offset and goes to the next boundary, with a name in apposition."""
    titled = TITLED.match(sentence.text, start, sentence.end)
    end = _PHRASE_END.search(sentence.text, titled.end() if titled else start, sentence.end)
    stop = end.start() if end else sentence.end
    phrase = phrase_in(sentence.text, start, stop)
    if phrase and phrase.kind in ("role", "organisation"):
        apposed = re.compile(rf",\s*(?:M\.\s|Mme\s)?({NAME})").match(sentence.text, stop, sentence.end)
        if apposed:
            return Phrase(phrase.start, apposed.end(), "person", "", apposed.start(1))
    return phrase


def subject_before(sentence: Sentence, verb: int, previous: Phrase | None) -> Phrase | None:
    """Return the subject of the verb at an offset of the sentence; a coordinated verb takes the `previous` one."""
    left = _stripped(sentence.words[:verb])
    floor = max((m.end() for m in re.finditer(rf"{QUOTE}|[;:]|\s[–—]\s", left)), default=0)
    if _COORDINATED.search(left):
        return previous or leading_phrase(sentence, len(left)) or human_subject(sentence, len(left))
    relative = _RELATIVE.search(left)
    if relative:
        return _antecedent(sentence, floor, relative.start())
    pronoun = re.search(rf"(?:^|[\s,'{QUOTE[-2]}])({PRONOUN})\s*$", left, re.IGNORECASE)
    if pronoun and not pronoun[1].lower().startswith(("lui", "eux")):
        start = sentence.start + pronoun.start(1)
        words = pronoun[1].lower()
        return Phrase(start, sentence.start + pronoun.end(1), "crowd" if words == "on" else "pronoun", words)
    return _nearest(sentence, floor, len(left))


def opening_office(sentence: Sentence) -> Phrase | None:
    """« La présidente dédie … », « Rapport de Mme Blanc. »: who opens a sentence whose verb is not known for one."""
    found = _OPENS.match(sentence.text, sentence.start, sentence.end)
    if found is None:
        return None
    if found["name"]:
        return Phrase(found.start("name"), found.end("name"), "person", "", found.start("name"))
    return Phrase(found.start("who"), found.end("who"), "role", found["who"])


def human_subject(sentence: Sentence, end: int) -> Phrase | None:
    """« La maire prend note mais précise … »: whoever is the subject of the verb before."""
    phrase = role_subject(sentence, end)
    return phrase if phrase and is_human(phrase.words) else None


def opening_role(sentence: Sentence) -> Phrase | None:
    """« La psycholinguiste met tout le monde d'accord en rappelant … »: the function that opens a sentence."""
    found = _ROLE_OPENS.match(sentence.text, sentence.start, sentence.end)
    if found is None or not is_human(found["who"]):
        return None
    return Phrase(found.start("who"), found.end("who"), "role", found["who"])


def _restricted(sentence: Sentence, floor: int, end: int) -> Phrase | None:
    """« La sociologue qui anime la table se demande »: a function with the clause that tells which one."""
    found = _RESTRICTED.search(sentence.words[:end], floor)
    if found is None or not is_human(found["who"]):
        return None
    start, clause = sentence.start + found.start("who"), sentence.start + found.start("that")
    whole = sentence.finite(clause, sentence.start + end) and not sentence.finite(start, clause)
    return Phrase(start, sentence.start + end, "role", found["who"]) if whole else None


def _stripped(left: str) -> str:
    """Take away the clitics and adverbs that stand between a subject and its verb."""
    while True:
        shorter = _TAIL.sub("", left, count=1)
        if shorter == left:
            return left.rstrip(" ")
        left = shorter


def _antecedent(sentence: Sentence, floor: int, end: int) -> Phrase | None:
    named = final_name(sentence.text, sentence.start + floor, sentence.start + end, governed=True)
    if named:
        return named
    left = sentence.words[:end].rstrip(", ")
    start = max(floor, left.rfind(",") + 1)
    attached = re.match(r"\s*(?:de|du|des|d'|chez|à|au|aux|pour|venue?s?|présente?s?)(?:\s|(?<='))", left[start:])
    apposed = _apposed(sentence, floor, start) if attached and start > floor else None
    if apposed:
        return apposed
    phrase = phrase_in(sentence.text, sentence.start + start, sentence.start + len(left))
    if phrase is None and start > floor:
        return _apposed(sentence, floor, start)
    if phrase is None and (told := _GOVERNED.search(sentence.text, sentence.start + start, sentence.start + len(left))):
        article = {"du": "le ", "au": "le "}.get(told["of"], "")
        phrase = Phrase(told.start("who"), told.end("who"), "role", article + told["who"])
        return phrase if is_human(phrase.words) else None
    return phrase if phrase and not holds_verb(sentence, phrase) else None


def _apposed(sentence: Sentence, floor: int, start: int) -> Phrase | None:
    """« Nous avons entendu Ada Blanc, ingénieure au Syndicat, qui … »: the name that the apposition follows."""
    if not re.match(r"\s*[a-zà-ÿ]", sentence.words[start:]):
        return None
    comma = len(sentence.words[:start].rstrip(", "))
    return final_name(sentence.text, sentence.start + floor, sentence.start + comma, governed=True)


def _segments(left: str, floor: int) -> list[tuple[int, int]]:
    cuts = [floor, *(m.end() for m in re.finditer(r",(?![^(]*\))", left) if m.end() > floor), len(left)]
    return list(pairwise(cuts))


def _nearest(sentence: Sentence, floor: int, end: int) -> Phrase | None:
    """The phrase next to the verb, or, when a comma parts them, the one that an apposition follows."""
    left = sentence.words[:end]
    segments = _segments(left, floor)
    last = segments[-1]
    if left[last[0] : last[1]].strip():
        phrase = phrase_in(sentence.text, sentence.start + last[0], sentence.start + last[1])
        if phrase and not holds_verb(sentence, phrase):
            return phrase
        place = sentence.start + last[0], sentence.start + last[1]
        if named := final_name(sentence.text, *place) or _told_by(sentence, *place):
            return named
        if sentence.finite(sentence.start + last[0], sentence.start + last[1]):
            return _restricted(sentence, floor, end)
    for (a, b), (_, following) in pairwise(segments):
        phrase = phrase_in(sentence.text, sentence.start + a, sentence.start + b)
        named = phrase_in(sentence.text, sentence.start + b, sentence.start + following)
        if phrase and phrase.kind == "role" and named and named.kind == "person" and not holds_verb(sentence, phrase):
            return replace(named, start=phrase.start)
        if (
            phrase
            and not holds_verb(sentence, phrase)
            and (phrase.kind != "role" or not re.match(r"(?:cette|ce|cet) ", phrase.words, re.I))
        ):
            return phrase
    return _restricted(sentence, floor, end)


def _told_by(sentence: Sentence, start: int, end: int) -> Phrase | None:
    """« un silence qu'Ada Blanc relève »: the name that ends a slice, after « que »."""
    told = _TOLD_BY.search(sentence.text, start, end)
    if told and told["role"]:
        return Phrase(*told.span("role"), "role", told["role"]) if is_human(told["role"]) else None
    return Phrase(told.start("name"), told.end("name"), "person", "", told.start("name")) if told else None


def holds_verb(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell a phrase that runs into a finite verb, so that it is no phrase."""
    if phrase.kind == "pronoun":
        return False
    present = _PRESENT.search(sentence.text, phrase.start, phrase.end)
    if present is None:
        return sentence.finite(phrase.start, phrase.end)
    return sentence.finite(phrase.start, present.start()) or sentence.finite(present.end(), phrase.end)


#: « une habitante présente dans la salle »: no verb, though it is written as one.
_PRESENT = regex(r"\sprésente?s?(?=\s(?:dans|à|au|aux|lors|ce|hier|parmi)\b)")
#: « Quant au préfet, il … »: whom a pronoun then resumes.
_AS_FOR = regex(r"\s*(?:(?:Mais|Et) )?[Qq]uant (?P<to>au |à la |à l')(?P<who>[a-zà-ÿ][^,.;:]{2,60})(?=,\s)")
#: « C'est donc Ada Blanc qui … », « Il revenait au maire de … », « Karim Tazi passe la parole à Ada Blanc ».
_INTRODUCED = regex(
    r"\s*(?:[^.;:]{0,60}\b)?(?:"
    r"[Cc]'est (?:donc |alors |ensuite |enfin |aussi |encore |finalement )?(?=\S[^.;:]*\bqui\b)|"
    rf"(?:Lui (?:succède|emboîte le pas)|(?:Vient|Vint|Suit|Arrive) (?:(?:ensuite|alors|enfin) )?)\s?(?={NAME})|"
    r"[Ii]l n'y a (?:guère |bien |plus )?qu(?:e |')|"
    r"(?:Premi(?:er|ère)|Derni(?:er|ère)|Seule?) à [^,.;:]{3,40}, |"
    r"(?:(?:dernier )?mot|conclusion|honneur) (?:est |fut |a été )?(?:revenue? |revient |revenait )(?P<word>à |au )|"
    r"[Ii]l (?:revenait|revient|appartient|appartenait|revint) (?:ensuite |alors |enfin )?(?P<to>à |au )|"
    r"(?:parole|micro) (?:est |fut |a été |revient |passe |va )(?:ensuite |alors |enfin |donnée? |laissée? |"
    r"revenue? |cédée? )*"
    r"(?P<spoken>à |au )|"
    r"(?:donn|pass|cèd|laiss|rend|transmet|tend)\w* (?:ensuite |alors |d'abord |enfin )?(?:la parole|"
    r"le micro) (?P<given>à |au ))"
)


def introduced(sentence: Sentence) -> Phrase | None:
    """Return who is brought in by a cleft or given the floor: the subject that a pronoun then resumes."""
    found = _INTRODUCED.match(sentence.words)
    if not found:
        return None
    start = sentence.start + found.end()
    phrase = bounded(sentence, start)
    if "au " in (found["to"], found["spoken"], found["given"], found["word"]):
        phrase = bounded(replace(sentence, text=f"{sentence.text[: start - 3]}le {sentence.text[start:]}"), start - 3)
    return phrase if phrase and phrase.kind in ("person", "organisation", "role") else None


def leading_phrase(sentence: Sentence, end: int | None = None) -> Phrase | None:
    """Return the person, organisation or pronoun that leads a sentence, as its subject would."""
    left = sentence.words if end is None else sentence.words[:end]
    for a, b in _segments(left, 0)[:4]:
        if _SUBORDINATE.match(left, a, b) or _ABSOLUTE.match(left, a, b):
            continue
        about = re.compile(r"\s*[Qq]uant à ").match(left, a, b)
        start = sentence.start + (about.end() if about else a)
        phrase = phrase_in(sentence.text, start, sentence.start + b)
        if phrase is None:
            led = re.compile(rf"\s*({PRONOUN})\s", re.IGNORECASE).match(sentence.text, start, sentence.end)
            if led and not led[1].lower().startswith(("on", "lui")):
                return Phrase(led.start(1), led.end(1), "pronoun", led[1].lower())
        elif phrase.kind in ("person", "organisation", "crowd", "unknown"):
            return phrase
    return None


def as_for(sentence: Sentence) -> Phrase | None:
    """Return the function of which a sentence says that it is about: « Quant au préfet, il … »."""
    found = _AS_FOR.match(sentence.text, sentence.start, sentence.end)
    if found is None or not is_human(found["who"]):
        return None
    article = {"au ": "le ", "à la ": "la ", "à l'": "l'"}[found["to"]]
    return Phrase(found.start("who"), found.end("who"), "role", article + found["who"])


def role_subject(sentence: Sentence, end: int) -> Phrase | None:
    """« La maire de Lens veut rester confiante : … »: the longest noun phrase before a finite verb."""
    words = list(re.finditer(r"\S+", sentence.text[sentence.start : end]))
    verb = next((w for w in words[1:] if sentence.finite(sentence.start + w.start(), sentence.start + w.end())), None)
    if verb is None:
        return None
    stop = sentence.start + verb.start()
    clause = re.compile(
        r",?\s(?:dont|qui|que|où|à qui|pour qui)\s|,?\squ'|\s(?:ne|n'|se|s'|lui|leur|y|en|l'|le|la|les)\s*$"
    ).search(sentence.text, sentence.start, stop)
    stop = clause.start() if clause else stop
    phrase = phrase_in(sentence.text, sentence.start, stop)
    if phrase is None and (comma := sentence.text.rfind(",", sentence.start, stop)) > 0:
        phrase = phrase_in(sentence.text, comma + 1, stop)
    return phrase if phrase and phrase.kind == "role" else None
