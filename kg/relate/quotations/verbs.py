"""Where a sentence has a verb of speech, alone or in a group (« a tenu à rappeler », « en précisant »)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from kg.lexicon.conjugation import Form
from kg.lexicon.speech_verbs import act_of, follow_pattern, speech_verbs, written_forms
from kg.lexicon.stances import WISHES, stance_verbs, wish
from kg.regex import regex
from kg.relate.quotations.adverbs import ADVERB
from kg.relate.quotations.shadow import NAME, ORGANISATION, QUOTE

Voice = Literal["active", "passive", "gerund", "omitted", "narrative"]

_AUXILIARY = regex(
    r"(?:^|(?<=[\s'(]))(?:(?P<se>s'|se |s' |S'|S' )?(?P<be>est|sont|était|étaient|fut|furent|sera)|(?P<have>[aA]|ont|"
    r"avait|avaient|"
    r"aura|auront|aurait|auraient|ayant|eut))(?P<inverted>-t-(?:il|elle|on)|-(?:il|elle|on|ils|"
    r"elles))?(?P<been> été)?"
    r"\s+(?:pas |jamais |pas non plus )?(?:,?\s*"
    + ADVERB
    + r"\s*,?\s+){0,2}(?:\w+(?:é|i|u)e?s?(?: \w+)? et (?:aussi |"
    + ADVERB
    + r" )?)?$"
)
_MODAL = regex(
    r"(?:^|(?<=[\s'(]))(?:(?:souhait(?:e|ent|ait|aient|erait)|veut|veulent|voulait|voudrait|entend|"
    r"entendent|entendait|"
    r"aimerait|aimeraient|préfère|tient à|tiennent à|tenait à|tenaient à|tient d'abord à|tint à|vient|"
    r"viennent|commence par|commencent par|finit par|"
    r"(?:a|ont|avait|avaient|aura) dû|dut|durent|(?:s'est|se sont|s'était|s'étaient) (?:bornée?s?|contentée?s?|"
    r"limitée?s?|permise?s?|risquée?s?|hasardée?s?|attachée?s?|employée?s?) (?:à|de)|s'en tient à|"
    r"en (?:est venue?|vient) à|(?:a|ont|avait) (?:cru|jugé) (?:bon|utile|nécessaire|devoir)(?: de)?|"
    r"(?:a|ont) (?:pris|eu) (?:soin|à cœur) de|n'a pu s'empêcher de|ne (?:peut|put) s'empêcher de|"
    r"ne s'est pas privée? de|ne se prive pas de|(?:est|sont) allée?s? jusqu'à|"
    r"termine par|termine en|conclut par|n'hésite pas à|n'ont pas hésité à|n'a pas hésité à|"
    r"ne manque pas de|(?:prend|a pris|prit|saisit|a saisi|reprend|a repris|demande|a demandé) (?:la parole|le micro|"
    r"la balle au bond|l'occasion) pour|"
    r"se contente de|se borne à|en profite pour|en a profité pour|intervient pour|continue (?:à|de)|"
    r"cherche à|tend à|va jusqu'à|tenant à|souhaitant|aime à|a beau|n'a(?:vait)? de cesse de|"
    r"ne cessent? de|n'a(?:vait)? cessé de|persistent? à|se plaît à|s'obstine à|se risque à|se permet de|tient juste à|"
    r"(?:est montée?|monte) [^.,;:]{3,30} pour|se lève pour|s'est levée? pour|se tourne vers [^.,;:]{3,30} pour|"
    r"(?:a|ont|avait) (?:tenté|essayé|cherché|eu beau)|(?:s'est efforcée?|s'efforce|tente|essaie|essaye)|"
    r"s'empresse de|s'est empressée? de|"
    r"(?:a|ont|avait)(?P<inverted>-t-(?:il|elle)|-(?:ils|elles)) "
    r"(?:tenu à|voulu|souhaité|fini par|dû|cru bon de|commencé par)|"
    r"(?:a|ont|avait|avaient) (?:également |aussi |ensuite |d'abord )?(?:tenu à|souhaité|voulu|"
    r"pris la parole pour|commencé par|fini par|choisi de|préféré))"
    r"(?:\s+" + ADVERB + r")?(?: ,)?\s*(?:à|de|d'|par)?\s*(?:se |s'|le |l'|nous |leur |y |en )?)$"
)
_OMITTED = regex(
    r"(?:^|(?<=\. )|(?<=[\s,;])(?=avant)|(?<=[\ue006-\ue009])(?=avant))(?:Avant|avant|Et|Puis)(?: encore|"
    r" ensuite)? (?:de |d')(?:s'|se |leur |lui |l'|le )?$"
)
#: « et Ada Blanc de rappeler que », « « … », et l'élue de conclure »: the infinitive that tells a story.
_NARRATIVE = regex(
    rf"(?:\b[Ee]t|,|{QUOTE})\s+(?P<who>(?:(?:M\.|Mme|l[ea]|l')\s?)?[^,.;:!?{QUOTE[0]}]{{2,60}}?)\s(?:de |d')"
    r"(?:s'|se |lui |leur |y |en )?$"
)
#: « n'a pas dit », « personne n'a demandé »: nothing is said.
_NEGATED = regex(r"\b(?:ne |n')(?:s'|se |l'|le |la |les |lui |leur |nous |y |en )*$")
_NEVER = regex(r"\b(?:pas|plus|jamais|rien|guère|nullement)\b(?! (?:autre chose|le contraire|seulement|que\b|qu'))")
_NO_ONE = regex(r"\b(?:personne|nul|nulle|aucune?|rien|ni)\b", re.IGNORECASE)
_ONLY_WHEN_DONE = frozenset(
    "dire déclarer affirmer annoncer indiquer préciser expliquer rappeler répondre exprimer prononcer évoquer "
    "mentionner confirmer demander proposer suggérer préconiser recommander poser interroger citer raconter informer "
    "signaler souligner ajouter conclure écrire commenter aborder insister remercier féliciter saluer réclamer exiger "
    "prévenir alerter avertir détailler exposer révéler assurer".split()
)
_GERUND = regex(r"\b[Ee]n (?:s'|se |y |leur |nous |l')?$")
#: « Ada Blanc précisant que », « le maire rappelant que »: a present participle with its own subject.
_OWN_SUBJECT = regex(
    rf"(?:{NAME}|{ORGANISATION}|^\s*[LU](?:[ea]|ne?) \w+(?: de (?:la )?[\w{NAME[0]}-{ORGANISATION[-2]}]+)?)\s+$"
)
_CLITIC_SE = regex(r"\b[Ss](?:e |')(?:y |en )?$")
_DETERMINER = regex(r"\b(?:une?|la|les?|cette|ce|ces|sa|son|ses|leurs?|des|du|au|aux|de|d'|toute|chaque|l') ?$", re.I)
#: « Ada Blanc la juge irréaliste », « qui le présente »: a pronoun, not an article.
_CLITIC = regex(rf"(?:{NAME}|{ORGANISATION}|\b(?:[Ii]ls?|[Ee]lles?|qui))\s+(?:ne )?(?:l[ea]s? |l')$")
#: « Comme le note l'élue »: a pronoun too, unless the noun is masculine (« comme le juge »).
_AS_IT = regex(r"\b(?:[Cc]omme|[Aa]insi que|[Tt]el que) (?:nous )?le $")
_MASCULINE = frozenset("juge juges compte reproche reproches fait critique conseil conseils témoin".split())
_NOUNS = frozenset(
    "demande critique remarque annonce note juge reproche fait témoigne conseil signale écrit compte rapporte cite "
    "avance présente dit adresse espère marque témoignent demandes critiques remarques annonces notes juges plaide "
    "reproches conseille sens conclusion marques adresses".split()
)
#: Verbs that say nothing without their complement (« prend l'exemple », « met en garde »).
_LIGHT = frozenset(
    "mettre faire prendre donner poser rendre attirer marquer partager rejoindre adresser exprimer compléter appeler "
    "défendre revenir voir sentir trouver juger avoir émettre former lancer tirer tenir presser prier accuser".split()
)
#: « n'y croit pas », « ne le croit guère », « y souscrit »: an opinion of what was just said.
_OBJECT = regex(r"\b(?P<not>n'|ne )?(?:[yY] |l[ea]s? |l'|en )$")
_WOULD = regex(r"rai(?:en)?t\b")
_ON_IT = frozenset(
    "convenir associer opposer croire souscrire adhérer douter tenir consentir renoncer rallier "
    "ranger soutenir approuver appuyer refuser accepter regretter déplorer contester confirmer".split()
)
#: « n'en veut pas »; « en veut à quelqu'un » tells another thing.
_DENIED_ON_IT = ("vouloir",)
_ANNOUNCED = regex(r"(?:présente|retrace|montre)r(?:a|ont)$")
OPPOSITE = {"agrees": "disagrees", "disagrees": "agrees"}
_WORD = regex(r"[A-Za-zÀ-ÖØ-öø-ÿœŒ]+")


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb of speech with its auxiliaries, at `start`–`end` of the sentence it was read in.

    `inverted` is the pronoun that follows (« rappelle-t-elle » → `elle`), inside the group. A `personal` group reports
    of a person only.
    """

    start: int
    end: int
    lemma: str
    act: str
    voice: Voice
    plural: bool = False
    inverted: str = ""
    reports: bool = True
    personal: bool = False


_INVERTED = regex(r"-(?:t-)?(il|elle|on|ils|elles)\b")


def verb_groups(sentence: str) -> Iterator[VerbGroup]:
    """Yield the verbs of speech of a sentence (a shadow), in order."""
    table = written_forms()
    for match in _WORD.finditer(sentence):
        for form in table.get(match[0].lower(), ()):
            group = _group(sentence, match, form)
            if group:
                yield group
                break


class _Occurrence(NamedTuple):
    """A written word of a sentence, read as one of its forms."""

    sentence: str
    match: re.Match[str]
    form: Form

    @property
    def before(self) -> str:
        """The sentence up to the word."""
        return self.sentence[: self.match.start()]


def _group(sentence: str, match: re.Match[str], form: Form) -> VerbGroup | None:
    word = _Occurrence(sentence, match, form)
    if form.kind == "finite":
        return _finite(word)
    if form.kind == "participle":
        return _compound(word)
    return _gerund(word) if form.kind == "gerund" else _infinitive(word)


def _gerund(word: _Occurrence) -> VerbGroup | None:
    """« en précisant », « …, estimant que », « le maire précisant : »."""
    found = _GERUND.search(word.before)
    if found:
        return _made(word, found.start(), "gerund")
    at = word.match.start()
    if _OWN_SUBJECT.search(word.before):
        return _made(word, at, "active")
    told = re.match(r"\s+(?:\w+ment )?(?:que\b|qu')", word.sentence[word.match.end() :])
    return _made(word, at, "gerund") if told and re.search(r",\s*(?:s'|se )?$", word.before) else None


def _infinitive(word: _Occurrence) -> VerbGroup | None:
    omitted = _OMITTED.search(word.before)
    if omitted:
        return _made(word, omitted.start(), "omitted")
    modal = _MODAL.search(word.before)
    if modal:
        return _made(word, modal.start(), "active", inverted=(modal["inverted"] or "").rsplit("-", 1)[-1])
    told = _NARRATIVE.search(word.before)
    return _made(word, told.start("who"), "narrative") if told else None


def _finite(word: _Occurrence) -> VerbGroup | None:
    written = word.match[0]
    lower = written.lower()
    clitic = _CLITIC.search(word.before) or (lower not in _MASCULINE and _AS_IT.search(word.before))
    if lower in _NOUNS and _DETERMINER.search(word.before) and not clitic:
        return None
    if written.istitle() and word.before.strip():
        return None
    return _made(word, word.match.start(), "active", reflexive=bool(_CLITIC_SE.search(word.before)))


def _compound(word: _Occurrence) -> VerbGroup | None:
    found = _AUXILIARY.search(word.before)
    if not found:
        return None
    reflexive = bool(found["se"])
    by_agent = reflexive and word.sentence.startswith(" par ", word.match.end())
    by_being = bool(found["be"]) and not reflexive and word.form.lemma not in ("revenir", "convenir")
    voice: Voice = "passive" if found["been"] or by_agent or by_being else "active"
    inverted = (found["inverted"] or "").rsplit("-", 1)[-1]
    return _made(word, found.start(), voice, reflexive=reflexive, inverted=inverted)


def _made(
    word: _Occurrence, start: int, voice: Voice, *, reflexive: bool = False, inverted: str = ""
) -> VerbGroup | None:
    """Read a verb of speech, or a verb that reports in this construction."""
    lemma = word.form.lemma
    if _is_negated(word, start, voice) or (voice == "passive" and lemma == "assurer"):
        return None  # « l'animation est assurée par Ada Blanc »
    plain = _spoken(word, start, voice, reflexive=reflexive, inverted=inverted) if lemma in speech_verbs() else None
    return plain if plain and plain.reports else _stance(word, start, voice, reflexive=reflexive) or plain


def _stance(word: _Occurrence, start: int, voice: Voice, *, reflexive: bool) -> VerbGroup | None:
    """« vote contre la hausse », « ne croit pas au projet », « voudrait une navette »."""
    if voice in ("passive", "omitted") or (_DETERMINER.search(word.before) and not _CLITIC.search(word.before)):
        return None
    if not word.match[0].islower() and (not word.match[0].istitle() or word.before.strip()):
        return None
    clitic = _OBJECT.search(word.before) or _OBJECT.search(word.sentence[:start])
    if clitic and (word.form.lemma in _ON_IT or (clitic["not"] and word.form.lemma in _DENIED_ON_IT)):
        act = "disagrees" if clitic["not"] else "agrees"
        return VerbGroup(start, word.match.end(), word.form.lemma, act, voice, word.form.plural, personal=True)
    written, lemma, end = word.sentence[start : word.match.end()], word.form.lemma, word.match.end()
    unsaid = word.form.kind == "participle" and lemma in WISHES and not _WOULD.search(written)
    if unsaid or _ANNOUNCED.search(written):
        return None  # « qui n'a pas souhaité être nommé », « présentera ses résultats à l'automne »
    wishes = wish(lemma) if _WOULD.search(written) else None
    for speech, follow in (*((wishes,) if wishes else ()), *stance_verbs().get(lemma, ())):
        if speech.reflexive == reflexive and follow.match(word.sentence, end):
            denied = _NEGATED.search(word.sentence[:start]) and _NEVER.search(
                word.sentence[start : end + len(" jamais ")]
            )
            if denied and speech.personal and speech.act == "states":
                continue  # « ne s'est pas attardée sur »
            act = OPPOSITE.get(speech.act, speech.act) if denied else speech.act
            return VerbGroup(start, end, lemma, act, voice, word.form.plural, personal=speech.personal)
    return None


def _spoken(word: _Occurrence, start: int, voice: Voice, *, reflexive: bool, inverted: str) -> VerbGroup | None:
    lemma, end = word.form.lemma, word.match.end()
    if lemma == "voir" and re.search(r"\by $", word.sentence[:start]):
        return VerbGroup(start, end, lemma, "states", voice, word.form.plural)
    key = f"{lemma}_se" if reflexive and f"{lemma}_se" in speech_verbs() else lemma
    speech = speech_verbs()[key]
    if (key == lemma and _says_nothing(word, start, voice)) or (
        speech.reflexive and not reflexive and voice != "gerund"
    ):
        return None
    tail = _INVERTED.match(word.sentence, end)
    end = tail.end() if tail else end
    colon = re.compile(r"\s*:\s").match(word.sentence, end)
    reports = bool(colon) or (not speech.after_only and bool(follow_pattern(key).match(word.sentence, end)))
    made_to = re.compile(r"\s+(?:valoir|remarquer|observer|savoir|noter)\b").match(word.sentence, end)
    end = made_to.end() if lemma == "faire" and made_to else end
    return VerbGroup(
        start, end, lemma, act_of(lemma, reflexive=reflexive), voice, word.form.plural,
        inverted or (tail[1] if tail else ""), reports,
    )  # fmt: skip


def _is_negated(word: _Occurrence, start: int, voice: Voice) -> bool:
    """« n'a pas dit que » is no claim; « ne croit pas que » is one."""
    before = word.sentence[:start]
    denied = _NEGATED.search(before)
    if voice != "active" or not denied:
        return False
    if _NO_ONE.search(before[: denied.start()]):
        return True
    never = _NEVER.search(word.sentence[start : word.match.end() + len(" jamais qu'")])
    return bool(never) and word.form.lemma in _ONLY_WHEN_DONE


def _says_nothing(word: _Occurrence, start: int, voice: Voice) -> bool:
    """« souhaite mettre en avant », « il convient de », « prend la route »: no speech."""
    lemma = word.form.lemma
    if lemma == "demander" and re.match(r"\s+(?:la parole|le vote|le micro)\b", word.sentence[word.match.end() :]):
        return True
    if lemma == "mettre" and re.match(r"(?:a |ont |avait )?(?:souhait|voul|veu)", word.sentence[start:]):
        return True
    if lemma == "convenir" and re.search(r"\b[Ii]l (?:n'en |n'|en )?$", word.sentence[:start]):
        return True
    rest = word.match.end()
    bare = not follow_pattern(lemma).match(word.sentence, rest) and not re.match(r"\s*:\s", word.sentence[rest:])
    return (
        lemma in _LIGHT
        and (voice != "passive" or lemma in ("mettre", "faire", "prendre", "rendre", "tenir", "former", "donner"))
        and bare
    )
