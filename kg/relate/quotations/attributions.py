"""Attributions: who a sentence says is speaking, found in its shadow."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.regex import regex
from kg.relate.quotations.adverbs import ADJUNCT, ADVERB
from kg.relate.quotations.functions import BODY
from kg.relate.quotations.nominal import nominal
from kg.relate.quotations.nouns import noted_nouns
from kg.relate.quotations.open_incises import inverted_incises, open_incises
from kg.relate.quotations.people import is_human
from kg.relate.quotations.phrases import Phrase, phrase_in
from kg.relate.quotations.prepositions import adjectives, noun_cues, possessives, prepositional, relative_views
from kg.relate.quotations.sentence import Attribution, Sentence
from kg.relate.quotations.shadow import FRAGMENT, NAME, ORGANISATION, QUOTE
from kg.relate.quotations.subjects import bounded, human_subject, leading_phrase, opening_role, subject_before
from kg.relate.quotations.verbs import VerbGroup, verb_groups

_BEFORE_INVERSION = regex(
    rf"(?:^|[,;:–—(?!…]|{QUOTE}|{FRAGMENT}|\b(?:[Cc]omme|[Aa]insi que|[Tt]el que|[Cc]e que|[Cc]'est ce que))\s*"
    r"(?:(?:le|la|l'|nous l'|nous le|y|nous|vous|m'|t')\s*)?$"
)
_AS = regex(
    r"\b(?:[Cc]omme|[Aa]insi que|[Cc]'est (?:aussi )?ce que?|[Cc]'est ce qu'|[Tt]el que)\s*(?:(?:le |l'|"
    r"nous le |nous l'))?$"
)
#: What may stand between a verb and its subject: adverbs, a year, an aside, the one who is told.
_ASIDE = rf"\s*(?:,?\s*{ADVERB}\b\s*,?\s*|(?:en|dès|vers) \d{{4}}\s*,?\s*|,[^,.;:]{{3,45}},\s*"
_ADVERBS = regex(rf"{_ASIDE})*")
_SKIPPED = regex(rf"{_ASIDE}|(?:à|au|aux) [^,.;:]{{2,30}}? (?=(?:(?:M\.|Mme|l[ea]) )?(?:{NAME}|{ORGANISATION})))*")
_PASSIVE_SUBJECT = regex(
    r"^\s*(?:\w+, )?(?:[Ll]'(?:idée|hypothèse|inquiétude)|[Ll]a (?:proposition|question|crainte|remarque|"
    r"suggestion|piste|demande)|"
    r"[Uu]ne (?:proposition|question|idée|remarque|inquiétude|demande|crainte|suggestion))\b"
)
#: « Il est proposé de … », « il lui est répondu que … »: nobody says who.
_IMPERSONAL = regex(r"\s*(?:\w+, )?[Ii]l (?:lui |leur |nous )?(?:est|a été|fut|était)\b[^,.;:]{0,40}$")
#: « L'idée d'un guichet, défendue par Ada Blanc, … »: an idea and whose it is.
_HELD_BY = regex(
    r"\s*(?:[Ll]'(?:idée|hypothèse|inquiétude)|[Ll]a (?:proposition|question|crainte|suggestion|piste|demande|thèse))\b"
    r"[^,.;:]*,\s*(?P<verb>(?:défendu|porté|proposé|avancé|lancé|soutenu|formulé|exprimé|émis|posé|soulevé|évoqué)e?)"
    r"\s+par\s+(?=\S)"
)
#: Verbs whose subject gives the words of somebody else.
_OF_OTHERS = ("traduire", "lire", "citer", "rapporter", "relater", "répéter")
#: « Le Département, par la voix de son vice-président Ada Blanc, … »: who speaks for a body.
_VOICE_OF = regex(r"\s*,\s*par (?:la voix|la bouche|l'intermédiaire) (?:de\s+|d')(?=\S)")


def attributions(sentence: Sentence) -> list[Attribution]:
    """Return the attributions of a sentence, in order; what stands inside quotations is not looked at."""
    found: list[Attribution] = [
        *prepositional(sentence),
        *relative_views(sentence),
        *noun_cues(sentence),
        *noted_nouns(sentence),
        *adjectives(sentence),
        *nominal(sentence),
    ]
    found += held_ideas(sentence)
    previous: Phrase | None = None
    for group in verb_groups(sentence.words):
        made = _verbal(sentence, group, previous)
        if made:
            found.append(made)
            previous = made.phrase if made.phrase else previous
    if not found:
        found += open_incises(sentence)
        found += inverted_incises(sentence)
    quotes = re.search(QUOTE, sentence.words)
    if not any(a.form == "verb-subject" for a in found):
        found += possessives(sentence)
    found = _without_their_own(found)
    return sorted((a for a in found if a.reports or quotes), key=lambda a: (a.cue_start, a.cue_end))


def held_ideas(sentence: Sentence) -> Iterator[Attribution]:
    """Yield « L'idée d'un guichet unique, défendue par Ada Blanc, … »."""
    match = _HELD_BY.match(sentence.words)
    phrase = bounded(sentence, sentence.start + match.end()) if match else None
    if match and phrase and phrase.kind in ("person", "organisation", "role"):
        at = sentence.start
        yield Attribution(
            "noun-cue", phrase, at, at + match.start("verb"), phrase.end, at, "proposes", reports=True
        )  # fmt: skip


def _without_their_own(found: list[Attribution]) -> list[Attribution]:
    """« Pour Lens, Ada Blanc indique que … »: Ada Blanc speaks, in the name of Lens."""
    spoken = [a.cue_start for a in found if a.form == "subject-verb" and a.phrase and a.phrase.kind == "person"]
    return [
        a
        for a in found
        if a.form != "for"
        or a.phrase is None
        or a.phrase.kind not in ("place", "organisation")
        or not any(at > a.cue_end for at in spoken)
    ]


def _verbal(sentence: Sentence, group: VerbGroup, previous: Phrase | None) -> Attribution | None:
    at = sentence.start
    cue = Attribution(
        "subject-verb", None, at + group.start, at + group.start, at + group.end, at + group.end, group.act,
        group.reports, group.plural,
    )  # fmt: skip
    if group.voice == "passive":
        return _passive(sentence, group, cue)
    if group.voice == "narrative":
        return _narrative(sentence, group, cue)
    if group.voice == "omitted" or _unsaid(sentence, group):
        return replace(cue, form="omitted", phrase=Phrase(cue.cue_start, cue.cue_start, "omitted", ""))
    inverted = _inverted(sentence, group, cue) if group.voice != "gerund" else None
    if inverted:
        return inverted
    if group.voice == "gerund":
        lead = leading_phrase(sentence, group.start) or human_subject(sentence, group.start) or opening_role(sentence)
        return replace(cue, form="gerund", phrase=lead, start=lead.start) if lead else None
    phrase = _spokesperson(sentence, subject_before(sentence, group.start, previous))
    if phrase and (_is_subordinate(sentence, phrase, group) or _disagrees(phrase, group)):
        return None
    if phrase and group.personal and (phrase.kind in ("organisation", "place") or BODY.fullmatch(phrase.words)):
        return None
    return replace(cue, phrase=phrase, start=min(phrase.start, cue.cue_start)) if phrase else None


def _unsaid(sentence: Sentence, group: VerbGroup) -> bool:
    """« Demande un devis. », « Rappelle que … », « Ne veut pas de … »: notes leave out who was noted just before."""
    before, after = sentence.words[: group.start], sentence.words[group.end :]
    opens = re.fullmatch(r"\s*(?:N'|Ne |S'|Se |Y )?(?:en |y |l[ea]s? |l'|lui |leur )?", before)
    told = re.match(
        r"\s(?:pas |plus |aussi |plutôt |à nouveau |encore )?(?:qu[e']|une?\b|des?\b|d'|l[ea]s?\b|l'|si\b|à\b|"
        r"pour\b|contre\b|sur\b|aux?\b|que\b|moins\b|plus\b|cette?\b|ces?\b|son\b|sa\b|ses\b|\ue006|\ue008)",
        after,
    )
    return bool(opens and told and group.voice == "active" and group.reports and not group.inverted)


def _narrative(sentence: Sentence, group: VerbGroup, cue: Attribution) -> Attribution | None:
    """Read « … », et Ada Blanc de conclure · « et Ada Blanc de rappeler que … »."""
    words = sentence.words[group.start : group.end]
    verb = re.search(r"\s(?:de |d')(?:\S+ )?\S+$", words)
    end = cue.start + (verb.start() if verb else 0)
    phrase = phrase_in(sentence.text, cue.start, end)
    if phrase is None or phrase.end < end or sentence.finite(cue.start, end):
        return None
    if phrase.kind in ("crowd", "place", "unknown"):
        return None
    if phrase.kind == "role" and not is_human(phrase.words):
        return None
    after_quote = re.search(rf"{QUOTE}\s*,?\s*(?:et\s)?$", sentence.words[: group.start])
    form = "verb-subject" if after_quote else "subject-verb"
    return replace(cue, form=form, phrase=phrase, cue_start=end, reports=cue.reports or bool(after_quote))


def _spokesperson(sentence: Sentence, phrase: Phrase | None) -> Phrase | None:
    """« Le Département, par la voix de son vice-président Ada Blanc, propose »: she speaks."""
    if phrase is None or phrase.kind not in ("organisation", "place", "role"):
        return phrase
    voice = _VOICE_OF.match(sentence.text[phrase.end : sentence.end])
    person = bounded(sentence, phrase.end + voice.end()) if voice else None
    return replace(person, start=phrase.start) if person and person.kind == "person" else phrase


def _is_subordinate(sentence: Sentence, phrase: Phrase, group: VerbGroup) -> bool:
    """« telle qu'elle se pose », « s'il le demande »: what a conjunction governs is told by somebody else.

    « un recul qu'elle explique par … » is told by her.
    """
    before = sentence.text[max(sentence.start, phrase.start - 12) : phrase.start]
    if re.search(r"\b(?:tandis|alors) qu(?:e |')$", before):
        return False
    if not re.search(r"(?:\b(?:qu'|que |s'|si |dont |où |lorsqu'|puisqu'|quand |comme ))$", before, re.IGNORECASE):
        return False
    if (
        before.endswith("que ")
        and group.lemma not in _OF_OTHERS
        and re.match(rf"[^.;:,]{{0,40}}:\s*{QUOTE}", sentence.words[group.end :])
    ):
        return False  # « un silence que le maire relève avec malice : « … » »
    if re.match(rf"\s*[–—:(]\s*{QUOTE}", sentence.words[group.end :]):
        return False  # « Comme M. Blanc protestait – « … » – »
    explains = re.match(r"\s+(?:par\b|ainsi\b|comme\b)", sentence.words[group.end :])
    return not (explains and before.endswith(("qu'", "que ")))


def _disagrees(phrase: Phrase, group: VerbGroup) -> bool:
    """A plural verb has no singular subject."""
    return (
        group.plural and phrase.kind == "role" and bool(re.match(r"(?:l[ea] |l'|une? )", phrase.words, re.IGNORECASE))
    )


def _passive(sentence: Sentence, group: VerbGroup, cue: Attribution) -> Attribution | None:
    if _IMPERSONAL.match(sentence.words[: group.end]) and re.match(
        r"\s+(?:que\b|qu'|d'|de |si\b)", sentence.words[group.end :]
    ):
        return replace(cue, form="passive", phrase=None, start=sentence.start, body=sentence.start, reports=True)
    told = (
        re.match(r"\s+par\s+", sentence.words[group.end :]) if _IMPERSONAL.match(sentence.words[: group.end]) else None
    )
    if told and (agent_phrase := bounded(sentence, cue.cue_end + told.end())):
        start = sentence.start
        return replace(cue, form="passive", phrase=agent_phrase, start=start, body=start, reports=True)
    person = subject_before(sentence, group.start, None)
    if person and person.kind in ("person", "organisation", "pronoun", "crowd", "unknown"):
        return None  # « Ada Blanc sera interrogée par … »: she is talked to, or about
    agent = re.match(r"[^.;:]{0,40}?\bpar\s+", sentence.words[group.end :])
    if agent:
        start = cue.cue_end + agent.end()
        phrase = bounded(sentence, start)
        clause = sentence.start + sentence.words[: group.start].rfind(";") + 1
        if phrase and phrase.kind != "pronoun":
            return replace(cue, form="passive", phrase=phrase, start=clause, body=clause, reports=True)
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
        pronoun = Phrase(start, cue.cue_end, "crowd" if group.inverted == "on" else "pronoun", words)
        return replace(cue, form=form, phrase=pronoun, start=sentence.start, body=sentence.start, reports=True)
    skipped = (_SKIPPED if before.strip() else _ADVERBS).match(sentence.words, group.end)
    start = skipped.end() if skipped else group.end
    if re.search(rf"{QUOTE}[\s,.]*$", before):
        adjunct = ADJUNCT.match(sentence.words, start)
        start = adjunct.end() if adjunct and not is_human(adjunct["last"] or "") else start
    phrase = _whoever(sentence, sentence.start + start) or bounded(sentence, sentence.start + start)
    named = phrase and phrase.words in (
        "ce dernier",
        "cette dernière",
        "celui-ci",
        "celle-ci",
        "celui qui",
        "celle qui",
    )
    if phrase is None or (phrase.kind == "pronoun" and not named) or phrase.words.lower() == "nous":
        return None
    return replace(cue, form=form, phrase=phrase, start=sentence.start, body=sentence.start, reports=True,
                   cue_end=max(cue.cue_end, phrase.end))  # fmt: skip


def _whoever(sentence: Sentence, at: int) -> Phrase | None:
    """« …, résume celle qui préside l'association »: the subject of the moment."""
    found = re.compile(r"\s*(?P<who>cel(?:ui|le) qui)\b").match(sentence.text, at, sentence.end)
    return Phrase(found.start("who"), found.end("who"), "pronoun", found["who"]) if found else None


def _has_subject(sentence: Sentence, group: VerbGroup, before: str) -> bool:
    """« Ada Blanc, maire de Lens, salue l'élue »: the subject stands before the verb, in spite of the comma."""
    if not before.rstrip().endswith(",") or group.voice != "active":
        return False
    phrase = subject_before(sentence, group.start, None)
    if phrase is None or (phrase.kind == "role" and not is_human(phrase.words)):
        return False
    return not sentence.finite(phrase.end, sentence.start + len(before)) or bool(
        re.match(
            r"\s*,\s*(?:(?:à |avec |chez |pour )?qui\b|dont\b|que\b|qu'|où\b)", sentence.text[phrase.end : sentence.end]
        )
    )


def _crowd_words(sentence: Sentence, group: VerbGroup) -> str:
    follows = re.match(r"[^.,;:!?\ue000-\ue009]{0,60}", sentence.words[group.end :])
    return f"{group.inverted}{follows[0].rstrip() if follows else ''}"
