"""Where a sentence has a verb of speech, alone or in a group (« a tenu à rappeler », « en précisant »)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.relate.quotations.conjugation import Form
from kg.relate.quotations.lexicon import act_of, follow_pattern, speech_verbs, written_forms

Voice = Literal["active", "passive", "gerund", "omitted"]

ADVERB = (
    r"(?:\w+ment|aussi|encore|bien|alors|ensuite|puis|enfin|d'emblée|d'abord|tout d'abord|notamment|ainsi|donc|toujours|"
    r"déjà|en outre|par ailleurs|à son tour|à leur tour|pour sa part|pour leur part|quant à (?:lui|elle|eux|elles)|"
    r"de son côté|de leur côté|de nouveau|à nouveau|plutôt|même|lui-même|elle-même|eux-mêmes|lui aussi|elle aussi|"
    r"tout|aussitôt|plus|longuement|d'ailleurs|au passage|en conclusion|pour finir|pour conclure|"
    r"en préambule|en introduction|de même|en revanche|quand même|tout de même|en effet|toutefois|néanmoins|"
    r"cependant|pourtant|volontiers|souvent|parfois|sans détour|avec force|avec humour|non sans \w+|en souriant|beaucoup|"
    r"depuis la salle|au micro|en séance|à cette occasion|à ce sujet|sur ce point|ici|d'un ton \w+|dans la foulée)"
)
_AUXILIARY = re.compile(
    r"(?:^|(?<=[\s'(]))(?:(?P<se>s'|se |s' )?(?P<be>est|sont|était|étaient|fut|furent|sera)|(?P<have>a|ont|avait|avaient|"
    r"aura|auront|aurait|auraient|ayant|eut))(?P<inverted>-t-(?:il|elle|on)|-(?:il|elle|on|ils|elles))?(?P<been> été)?"
    r"\s+(?:pas |jamais |pas non plus )?(?:,?\s*"
    + ADVERB
    + r"\s*,?\s+){0,2}(?:\w+(?:é|i|u)e?s?(?: \w+)? et (?:aussi |"
    + ADVERB
    + r" )?)?$"
)
_MODAL = re.compile(
    r"(?:^|(?<=[\s'(]))(?:(?:souhait(?:e|ent|ait|aient|erait)|veut|veulent|voulait|voudrait|entend|entendent|entendait|"
    r"aimerait|aimeraient|préfère|tient à|tiennent à|tenait à|tenaient à|tient d'abord à|tint à|vient|viennent|commence par|commencent par|finit par|"
    r"termine par|termine en|conclut par|n'hésite pas à|n'ont pas hésité à|n'a pas hésité à|ne manque pas de|prend la parole pour|"
    r"se contente de|se borne à|en profite pour|en a profité pour|intervient pour|continue (?:à|de)|cherche à|tend à|va jusqu'à|tenant à|souhaitant|"
    r"(?:a|ont|avait|avaient) (?:également |aussi |ensuite |d'abord )?(?:tenu à|souhaité|voulu|pris la parole pour|commencé par|fini par|choisi de|préféré))"
    r"(?:\s+" + ADVERB + r")?(?: ,)?\s*(?:à|de|d'|par)?\s*(?:se |s'|le |l'|nous |leur |y |en )?)$"
)
_OMITTED = re.compile(
    r"(?:^|(?<=\. )|(?<=[\s,;])(?=avant)|(?<=[\ue006-\ue009])(?=avant))(?:Avant|avant|Et|Puis)(?: encore| ensuite)? (?:de |d')(?:s'|se |leur |lui |l'|le )?$"
)
_GERUND = re.compile(r"\b[Ee]n (?:s'|se |y |leur |nous |l')?$")
_CLITIC_SE = re.compile(r"\b[Ss](?:e |')(?:y |en )?$")
_DETERMINER = re.compile(
    r"\b(?:une?|la|les?|cette|ce|ces|sa|son|ses|leurs?|des|du|au|aux|de|d'|toute|chaque|l') ?$", re.I
)
_NOUNS = frozenset(
    "demande critique remarque annonce note juge reproche fait témoigne conseil signale écrit compte rapporte cite "
    "avance présente dit adresse espère marque témoignent demandes critiques remarques annonces notes juges plaide "
    "reproches conseille sens conclusion marques adresses".split()
)
#: Verbs that say nothing without their complement (« prend l'exemple », « met en garde »).
_LIGHT = frozenset(
    "mettre faire prendre donner poser rendre attirer marquer partager rejoindre adresser exprimer compléter appeler "
    "défendre revenir voir sentir trouver juger".split()
)
_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿœŒ]+")


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb of speech with its auxiliaries, at `start`–`end` of the sentence it was read in.

    `inverted` is the pronoun that follows (« rappelle-t-elle » → `elle`), inside the group.
    """

    start: int
    end: int
    lemma: str
    act: str
    voice: Voice
    plural: bool = False
    inverted: str = ""
    reports: bool = True


_INVERTED = re.compile(r"-(?:t-)?(il|elle|on|ils|elles)\b")


def verb_groups(sentence: str) -> Iterator[VerbGroup]:
    """Yield the verbs of speech of a sentence (a shadow), in order."""
    table = written_forms()
    for match in _WORD.finditer(sentence):
        for form in sorted(table.get(match[0].lower(), ()), key=lambda form: form.kind != "participle"):
            group = _group(sentence, match, form)
            if group:
                yield group
                break


def _group(sentence: str, match: re.Match[str], form: Form) -> VerbGroup | None:
    before = sentence[: match.start()]
    if form.kind == "finite":
        return _finite(sentence, before, match, form)
    if form.kind == "participle":
        return _compound(sentence, before, match, form)
    if form.kind == "gerund":
        found = _GERUND.search(before)
        return _made(sentence, found.start(), match, form, "gerund") if found else None
    for pattern, voice in ((_OMITTED, "omitted"), (_MODAL, "active")):
        found = pattern.search(before)
        if found:
            return _made(sentence, found.start(), match, form, "omitted" if voice == "omitted" else "active")
    return None


def _finite(sentence: str, before: str, match: re.Match[str], form: Form) -> VerbGroup | None:
    if match[0].lower() in _NOUNS and _DETERMINER.search(before):
        return None
    if match[0].istitle() and before.strip():
        return None
    reflexive = bool(_CLITIC_SE.search(before))
    return _made(sentence, match.start(), match, form, "active", reflexive=reflexive)


def _compound(sentence: str, before: str, match: re.Match[str], form: Form) -> VerbGroup | None:
    found = _AUXILIARY.search(before)
    if not found:
        return None
    reflexive = bool(found["se"])
    by = sentence[match.end() :].startswith(" par ")
    passive = (
        bool(found["been"])
        or (reflexive and by)
        or bool(found["be"] and not reflexive and form.lemma not in ("revenir", "convenir"))
    )
    inverted = (found["inverted"] or "").rsplit("-", 1)[-1]
    return _made(
        sentence, found.start(), match, form, "passive" if passive else "active", reflexive=reflexive, inverted=inverted
    )


def _made(
    sentence: str,
    start: int,
    match: re.Match[str],
    form: Form,
    voice: Voice,
    *,
    reflexive: bool = False,
    inverted: str = "",
) -> VerbGroup | None:
    speech = speech_verbs()[form.lemma]
    if form.lemma == "mettre" and re.match(r"(?:a |ont |avait )?(?:souhait|voul|veu)", sentence[start:]):
        return None
    if form.lemma == "convenir" and re.search(r"\b[Ii]l (?:n'en |n'|en )?$", sentence[:start]):
        return None
    if form.lemma == "voir" and re.search(r"\by $", sentence[:start]):
        return VerbGroup(start, match.end(), "voir", "states", voice, form.plural)
    if form.lemma in _LIGHT and voice != "passive" and not follow_pattern(form.lemma).match(sentence, match.end()):
        return None
    if speech.reflexive and not reflexive and voice != "gerund":
        return None
    tail = _INVERTED.match(sentence, match.end())
    end = tail.end() if tail else match.end()
    reports = not speech.after_only and bool(follow_pattern(form.lemma).match(sentence, end))
    return VerbGroup(
        start, end, form.lemma, act_of(form.lemma, reflexive=reflexive), voice, form.plural,
        inverted or (tail[1] if tail else ""), reports,
    )  # fmt: skip
