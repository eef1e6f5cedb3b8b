"""Attributions: who a sentence says is speaking, found in its shadow."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from kg.relate.quotations.people import is_human
from kg.relate.quotations.phrases import PRONOUN, Phrase, final_name, phrase_in
from kg.relate.quotations.shadow import FRAGMENT, NAME, ORGANISATION, PLACE, QUOTE
from kg.relate.quotations.verbs import ADVERB, VerbGroup, verb_groups

_TAIL = re.compile(
    rf"(?:\s*,?\s*\b{ADVERB}\s*,?\s*$|,\s*(?:lui|elle|eux|elles)\s*,\s*$|(?:\s|(?<=,)|^)(?:ne|se|le|la|les|lui|leur|nous|vous|y|en)\s+$|(?:\s|^)(?:n'|s'|l'|m'|j')$"
    r"|\s*\([^()]*\)\s*$)"
)
_COORDINATED = re.compile(r"(?:\b(?:et|mais|puis|ou|avant de)|,\s*puis)\s*$")
_RELATIVE = re.compile(r",?\s*(?:qui|lequel|laquelle)\s*$")
_BEFORE_INVERSION = re.compile(
    rf"(?:^|[,;:–—(?!…]|{QUOTE}|{FRAGMENT}|\b(?:[Cc]omme|[Aa]insi que|[Tt]el que|[Cc]e que|[Cc]'est ce que))\s*"
    r"(?:(?:le|la|l'|nous l'|nous le|y)\s*)?$"
)
_AS = re.compile(
    r"\b(?:[Cc]omme|[Aa]insi que|[Cc]'est (?:aussi )?ce que?|[Cc]'est ce qu'|[Tt]el que)\s*(?:(?:le |l'|nous le |nous l'))?$"
)
_PHRASE_END = re.compile(
    rf"[.;:!?()]|,|{QUOTE}|\s(?:que|qui|dont|lors|pour|avant|après|au sujet|à propos|dans|devant|depuis|face|sur)\s|"
    r"\squ'|\s(?:en|avant d['e]\s?)\s?\w+(?:ant|er|ir)\b|\s[–—-]\s|$"
)
_PREPOSITION = re.compile(
    r"(?:(?<=[\s(,;:])|^)(?P<word>[Pp]our|[Ss]elon|[Dd]'après|[Aa]ux? yeux|[Dd]e l'avis|[Dd]u point de vue|"
    r"[ÀàA] en croire|[Aa]ux dires|[Dd]e l'aveu|[Ss]uivant)\s+"
    r"(?P<of>(?:(?:les|le|la|l')\s?(?:chiffres|données|mots?|propos|termes|estimations?|analyses?|calculs?|étude|rapport|"
    r"observations?|expérience|relevés) )?(?:de (?=\S)|d'|du |des )?)(?=\S)"
)
_POUR_BEFORE = re.compile(
    r"(?:^|[,;:.?!]\s*|\b(?:mais|or|et|enfin|ainsi|néanmoins|toutefois|cependant|donc|car|puisque|que|en revanche)\s+)$",
    re.I,
)
_NOUN_CUE = re.compile(
    r"(?:[Ll]'(?:idée|avis|analyse|inquiétude|opinion|avertissement|appel|hypothèse|argument)|[Ll]a (?:proposition|position|crainte|"
    r"question|réponse|conclusion|remarque|suggestion|conviction|recommandation|thèse|demande)|[Ll]e (?:constat|message|point de vue|vœu|"
    r"souhait|regret|conseil|mot|credo|diagnostic|témoignage))\s+(?:\w+ )?(?:de |d'|du )"
)
_NOUN_CUE_VERB = re.compile(r"\s*(?:,|:|est\b|était\b|consiste|tient en|reste|sera\b|est claire?\b|se résume)")
_PASSIVE_SUBJECT = re.compile(
    r"^\s*(?:\w+, )?(?:[Ll]'(?:idée|hypothèse|inquiétude)|[Ll]a (?:proposition|question|crainte|remarque|suggestion|piste|demande)|"
    r"[Uu]ne (?:proposition|question|idée|remarque|inquiétude|demande|crainte|suggestion))\b"
)
_ADJECTIVE = re.compile(
    r"(?:(?:n')?(?:est|sont|était|étaient)|se (?:dit|disent|déclare|déclarent|montre|montrent|dira)|s'est (?:dite?|déclarée?|montrée?)|reste)"
    rf"\s+(?:{ADVERB}\s+|pas |\w+ )?(?P<word>convaincue?s?|persuadée?s?|d'avis|favorables?|opposée?s?|satisfaite?s?|d'accord|inquiète?s?|inquiets|"
    r"certaine?s? que|sceptiques?|ravie?s?|réservée?s?|confiante?s?|préoccupée?s?|étonnée?s?|choquée?s?|prête?s? à|catégorique)\b"
)
_ADJECTIVE_ACTS = {
    "favor": "agrees",
    "oppos": "disagrees",
    "d'acc": "agrees",
    "inqui": "warns",
    "préoc": "warns",
    "prête": "commits",
}
_STEM = 5


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue and its speaker, in offsets of the document.

    `start` is where the words reported may begin (the subject, or the preposition), `body` where what is said begins.
    `form` names the construction; `reports` tells that the sentence reports speech even without guillemets.
    """

    form: str
    phrase: Phrase | None
    start: int
    cue_start: int
    cue_end: int
    body: int
    act: str
    reports: bool
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the shadow; `finite` tells whether a slice of the document holds a finite verb."""

    text: str
    start: int
    end: int
    finite: Callable[[int, int], bool]

    @property
    def words(self) -> str:
        """The sentence as it stands in the shadow."""
        return self.text[self.start : self.end]


def attributions(sentence: Sentence) -> list[Attribution]:
    """Return the attributions of a sentence, in order; what stands inside quotations is not looked at."""
    found: list[Attribution] = [*_prepositional(sentence), *_noun_cues(sentence), *_adjectives(sentence)]
    previous: Phrase | None = None
    for group in verb_groups(sentence.words):
        made = _verbal(sentence, group, previous)
        if made:
            found.append(made)
            previous = made.phrase if made.phrase else previous
    quotes = re.search(QUOTE, sentence.words)
    return sorted((a for a in found if a.reports or quotes), key=lambda a: (a.cue_start, a.cue_end))


def _verbal(sentence: Sentence, group: VerbGroup, previous: Phrase | None) -> Attribution | None:
    at = sentence.start
    cue = Attribution(
        "subject-verb", None, at + group.start, at + group.start, at + group.end, at + group.end, group.act,
        group.reports, group.plural,
    )  # fmt: skip
    if group.voice == "passive":
        return _passive(sentence, group, cue)
    if group.voice == "omitted":
        phrase = Phrase(cue.cue_start, cue.cue_start, "omitted", "")
        return replace(cue, form="omitted", phrase=phrase)
    inverted = _inverted(sentence, group, cue)
    if inverted:
        return inverted
    if group.voice == "gerund":
        lead = leading_phrase(sentence, group.start)
        return replace(cue, form="gerund", phrase=lead, start=lead.start) if lead else None
    phrase = _subject(sentence, group.start, previous)
    if phrase and (_is_subordinate(sentence, phrase, group) or _disagrees(phrase, group)):
        return None
    return replace(cue, phrase=phrase, start=min(phrase.start, cue.cue_start)) if phrase else None


def _is_subordinate(sentence: Sentence, phrase: Phrase, group: VerbGroup) -> bool:
    """« telle qu'elle se pose », « s'il le demande »: what a conjunction governs is told by somebody else.

    « un recul qu'elle explique par … » is told by her.
    """
    before = sentence.text[max(sentence.start, phrase.start - 12) : phrase.start]
    if not re.search(r"(?:\b(?:qu'|que |s'|si |dont |où |lorsqu'|puisqu'|quand |comme ))$", before, re.IGNORECASE):
        return False
    explains = re.match(r"\s+(?:par\b|ainsi\b|comme\b)", sentence.words[group.end :])
    return not (explains and before.endswith(("qu'", "que ")))


def _disagrees(phrase: Phrase, group: VerbGroup) -> bool:
    """A plural verb has no singular subject."""
    return (
        group.plural and phrase.kind == "role" and bool(re.match(r"(?:l[ea] |l'|une? )", phrase.words, re.IGNORECASE))
    )


def _passive(sentence: Sentence, group: VerbGroup, cue: Attribution) -> Attribution | None:
    agent = re.match(r"[^.;:]{0,40}?\bpar\s+", sentence.words[group.end :])
    if agent:
        start = cue.cue_end + agent.end()
        phrase = _bounded(sentence, start)
        if phrase and phrase.kind != "pronoun":
            return replace(cue, form="passive", phrase=phrase, start=sentence.start, body=sentence.start, reports=True)
    if _PASSIVE_SUBJECT.match(sentence.words):
        return replace(cue, form="passive", phrase=None, start=sentence.start, body=sentence.start, reports=True)
    return None


def _inverted(sentence: Sentence, group: VerbGroup, cue: Attribution) -> Attribution | None:
    """« …, explique Ada Blanc », « …, rappelle-t-elle », « comme le note l'élue »."""
    before = re.sub(r"\b(?:s'|se |n'|l'|lui |leur |en |y )$", "", sentence.words[: group.start])
    if not _BEFORE_INVERSION.search(before) or (not group.inverted and _has_subject(sentence, group, before)):
        return None
    form = "as" if _AS.search(before) else "verb-subject"
    if group.inverted:
        words = _crowd_words(sentence, group) if group.inverted == "on" else group.inverted
        start = cue.cue_end - len(group.inverted)
        phrase = Phrase(start, cue.cue_end, "crowd" if group.inverted == "on" else "pronoun", words)
        return replace(cue, form=form, phrase=phrase, start=sentence.start, body=sentence.start, reports=True)
    skipped = re.match(rf"\s*(?:,?\s*{ADVERB}\b\s*,?\s*|,[^,.;:]{{3,45}},\s*)*", sentence.words[group.end :])
    phrase = _bounded(sentence, cue.cue_end + (skipped.end() if skipped else 0))
    if phrase is None or phrase.kind == "pronoun" or _object_like(sentence, phrase, form):
        return None
    return replace(cue, form=form, phrase=phrase, start=sentence.start, body=sentence.start, reports=True,
                   cue_end=max(cue.cue_end, phrase.end))  # fmt: skip


def _has_subject(sentence: Sentence, group: VerbGroup, before: str) -> bool:
    """« Ada Blanc, maire de Lens, salue l'élue »: the subject stands before the verb, in spite of the comma."""
    if not before.rstrip().endswith(",") or group.voice != "active":
        return False
    phrase = _subject(sentence, group.start, None)
    if phrase is None or (phrase.kind == "role" and not is_human(phrase.words)):
        return False
    return not sentence.finite(phrase.end, sentence.start + len(before)) or bool(
        re.match(r"\s*,\s*(?:qui|dont)\b", sentence.text[phrase.end : sentence.end])
    )


def _object_like(sentence: Sentence, phrase: Phrase, form: str) -> bool:
    """A bare noun phrase after a verb that nothing announces is an object (« …, salue l'engagement »)."""
    del form
    return phrase.kind == "crowd" and bool(re.match(r"nous\b", phrase.words, re.I)) or phrase.start >= sentence.end


def _crowd_words(sentence: Sentence, group: VerbGroup) -> str:
    follows = re.match(r"[^.,;:!?\ue000-\ue009]{0,60}", sentence.words[group.end :])
    return f"{group.inverted}{follows[0].rstrip() if follows else ''}"


def _bounded(sentence: Sentence, start: int) -> Phrase | None:
    """Read the phrase that starts at an offset and goes to the next boundary, with a name in apposition."""
    end = _PHRASE_END.search(sentence.text, start, sentence.end)
    stop = end.start() if end else sentence.end
    phrase = phrase_in(sentence.text, start, stop)
    if phrase and phrase.kind in ("role", "organisation"):
        apposed = re.compile(rf",\s*(?:M\.\s|Mme\s)?({NAME})").match(sentence.text, stop, sentence.end)
        if apposed:
            return Phrase(phrase.start, apposed.end(), "person", "", apposed.start(1))
    return phrase


def _subject(sentence: Sentence, verb: int, previous: Phrase | None) -> Phrase | None:
    left = _stripped(sentence.words[:verb])
    floor = max((m.end() for m in re.finditer(rf"{QUOTE}|[;:]|\s[–—]\s", left)), default=0)
    if _COORDINATED.search(left):
        return previous or leading_phrase(sentence, len(left))
    relative = _RELATIVE.search(left)
    if relative:
        return _antecedent(sentence, floor, relative.start())
    pronoun = re.search(rf"(?:^|[\s,'{QUOTE[-2]}])({PRONOUN})\s*$", left, re.IGNORECASE)
    if pronoun and not pronoun[1].lower().startswith(("lui", "eux")):
        start = sentence.start + pronoun.start(1)
        words = pronoun[1].lower()
        return Phrase(start, sentence.start + pronoun.end(1), "crowd" if words == "on" else "pronoun", words)
    return _nearest(sentence, floor, len(left))


def _stripped(left: str) -> str:
    """Take away the clitics and adverbs that stand between a subject and its verb."""
    while True:
        shorter = _TAIL.sub("", left, count=1)
        if shorter == left:
            return left.rstrip(" ")
        left = shorter if not shorter.endswith(",") else shorter
    return left


def _antecedent(sentence: Sentence, floor: int, end: int) -> Phrase | None:
    named = final_name(sentence.text, sentence.start + floor, sentence.start + end, governed=True)
    if named:
        return named
    left = sentence.words[:end].rstrip(", ")
    start = max(floor, left.rfind(",") + 1)
    phrase = phrase_in(sentence.text, sentence.start + start, sentence.start + len(left))
    return phrase if phrase and not _holds_verb(sentence, phrase) else None


def _segments(left: str, floor: int) -> list[tuple[int, int]]:
    cuts = [floor, *(m.end() for m in re.finditer(r",(?![^(]*\))", left) if m.end() > floor), len(left)]
    return [(a, b) for a, b in zip(cuts, cuts[1:], strict=False)]


def _nearest(sentence: Sentence, floor: int, end: int) -> Phrase | None:
    """The phrase next to the verb, or, when a comma parts them, the one that an apposition follows."""
    left = sentence.words[:end]
    segments = _segments(left, floor)
    last = segments[-1]
    if left[last[0] : last[1]].strip():
        phrase = phrase_in(sentence.text, sentence.start + last[0], sentence.start + last[1])
        if phrase and not _holds_verb(sentence, phrase):
            return phrase
        named = final_name(sentence.text, sentence.start + last[0], sentence.start + last[1])
        if named:
            return named
        if sentence.finite(sentence.start + last[0], sentence.start + last[1]):
            return None
    for a, b in segments[:-1]:
        phrase = phrase_in(sentence.text, sentence.start + a, sentence.start + b)
        if (
            phrase
            and not _holds_verb(sentence, phrase)
            and (phrase.kind != "role" or not re.match(r"(?:cette|ce|cet) ", phrase.words, re.I))
        ):
            return phrase
    return None


def _holds_verb(sentence: Sentence, phrase: Phrase) -> bool:
    return phrase.kind != "pronoun" and sentence.finite(phrase.start, phrase.end)


def leading_phrase(sentence: Sentence, end: int | None = None) -> Phrase | None:
    """Return the person, organisation or pronoun that leads a sentence, as its subject would."""
    left = sentence.words if end is None else sentence.words[:end]
    for a, b in _segments(left, 0)[:4]:
        start = sentence.start + a
        phrase = phrase_in(sentence.text, start, sentence.start + b)
        if phrase is None:
            led = re.compile(rf"\s*({PRONOUN})\s", re.IGNORECASE).match(sentence.text, start, sentence.end)
            if led and not led[1].lower().startswith(("on", "lui")):
                return Phrase(led.start(1), led.end(1), "pronoun", led[1].lower())
        elif phrase.kind in ("person", "organisation", "crowd", "unknown"):
            return phrase
    return None


def _prepositional(sentence: Sentence) -> Iterator[Attribution]:
    for match in _PREPOSITION.finditer(sentence.words):
        before = sentence.words[: match.start()]
        is_for = match["word"].lower() == "pour"
        if is_for and (match["of"] or not _POUR_BEFORE.search(before) or re.search(rf"{NAME}\s*,\s*$", before)):
            continue
        start = sentence.start + (match.start("of") if match["of"].startswith("du ") else match.end())
        end = re.compile(rf"[,:;.!?]|{QUOTE}|$").search(sentence.text, start, sentence.end)
        stop = end.start() if end else sentence.end
        phrase = phrase_in(sentence.text, start, stop)
        if phrase is None or (
            is_for and (stop >= sentence.end or sentence.text[stop] in ".;!?" or _holds_verb(sentence, phrase))
        ):
            continue
        body = _after_apposition(sentence, stop)
        at = sentence.start + match.start()
        yield Attribution(
            "for" if is_for else "according", phrase, at, at, max(phrase.end, start), body, "states", True
        )


def _after_apposition(sentence: Sentence, at: int) -> int:
    """Skip « , maire de Lens, » after a name: up to the comma, when what it holds has no finite verb."""
    comma = re.compile(rf",(?P<apposition>[^,:;{QUOTE[0]}]*)(?=[,:{QUOTE[0]}])").match(sentence.text, at, sentence.end)
    if comma and not sentence.finite(comma.start("apposition"), comma.end("apposition")):
        words = comma["apposition"].split()
        if 0 < len(words) < 16 and (words[0][0].islower() or words[0][0] > "\u2000" or words[0][0].isupper()):
            return comma.end()
    return at


def _noun_cues(sentence: Sentence) -> Iterator[Attribution]:
    match = re.compile(r"\s*(?:\w+, )?" + _NOUN_CUE.pattern).match(sentence.words)
    if not match:
        return
    start = sentence.start + match.end()
    end = re.compile(r"[,:]|\s(?:est|était|consiste|tient|reste|sera|se résume)\b").search(
        sentence.text, start, sentence.end
    )
    if not end:
        return
    phrase = phrase_in(sentence.text, start, end.start())
    if phrase and phrase.kind in ("person", "organisation") and _NOUN_CUE_VERB.match(sentence.text, end.start()):
        yield Attribution("noun-cue", phrase, sentence.start, sentence.start, phrase.end, end.start(), "states", True)


def _adjectives(sentence: Sentence) -> Iterator[Attribution]:
    for match in _ADJECTIVE.finditer(sentence.words):
        phrase = _subject(sentence, match.start(), None)
        if phrase:
            at = sentence.start
            act = _ADJECTIVE_ACTS.get(match["word"][:_STEM], "states")
            yield Attribution(
                "subject-verb", phrase, phrase.start, at + match.start(), at + match.end(), at + match.end(), act, True
            )


#: « Ada Blanc … : « … » »: whoever leads a sentence that a colon ends before a quotation.
COLON = re.compile(rf":\s*(?={QUOTE})")
#: « … » (Ada Blanc, maire) · « … » — Ada Blanc
SIGNATURE = re.compile(rf"\s*(?P<mark>\(|[–—-]\s)\s*(?P<who>[^()\n]{{2,120}})")
#: Any word between a quotation and a name is a verb of speech, unless it is one of the small words.
OPEN_INVERSION = re.compile(
    rf"\s*,?\s*(?:s'|se |a |l'a )?(?!(?:de|du|des|par|pour|avec|et|ou|à|au|aux|chez|sur|selon|contre|sans|entre|dont|que|qui|comme|en|dans|vers|"
    rf"mais|car|donc|où|cher|chère|la|le|les|un|une)\b)(?P<verb>[a-zà-öø-ÿœ]{{3,}})(?P<more>(?:\s+{ADVERB})?)\s+(?:M\.\s|Mme\s)?(?P<name>{NAME}|(?:l[ae] |l')?{ORGANISATION}|{PLACE}(?=[.,]))"
)

#: « … » proteste-t-on au fond de la salle · « … » tonne un éleveur: any verb.
OPEN_PRONOUN = re.compile(
    r"\s*,?\s*(?:s'|se |a-t-|l'a-t-)?(?P<verb>[a-zà-öø-ÿœ]{3,})-(?:t-)?(?P<who>il|elle|on|ils|elles)\b(?P<more>[^.,;:!?\ue000-\ue009]{0,60})"
)
OPEN_PHRASE = re.compile(
    r"\s*,?\s*(?:s'|se |a )?(?!(?:de|du|des|par|pour|avec|et|ou|à|au|aux|chez|sur|selon|contre|sans|entre|dont|que|qui|comme|en|dans|"
    r"vers|mais|car|donc|où|est|sont|a|ont)\b)(?P<verb>[a-zà-öø-ÿœ]{3,}[etd]|[a-zà-öø-ÿœ]{3,}ent)\s+(?=(?:l[ea]s?|une?|des|plusieurs|certaine?s)\s|l')"
)


def phrase_after(sentence: Sentence, at: int) -> Phrase | None:
    """Read the phrase that starts at an offset and goes to the next boundary."""
    return _bounded(sentence, at)
