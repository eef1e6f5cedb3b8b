"""Attributions without a verb of speech: « Pour X », « Selon X », « L'avis de X est que », « X est convaincu que »."""

import re
from collections.abc import Iterator

from kg.regex import regex
from kg.relate.quotations.adverbs import ADVERB
from kg.relate.quotations.functions import BODY
from kg.relate.quotations.people import is_human
from kg.relate.quotations.phrases import Phrase, phrase_in
from kg.relate.quotations.sentence import Attribution, Sentence
from kg.relate.quotations.shadow import NAME, QUOTE
from kg.relate.quotations.subjects import TITLED, holds_verb, subject_before
from kg.relate.quotations.verbs import OPPOSITE

_PREPOSITION = regex(
    r"(?:(?<=[\s(,;:])|^)(?P<word>[Pp]our|[Ss]elon|[Dd]'après|[Aa]ux? yeux|[Dd]e l'avis|[Dd]u point de vue|"
    r"[ÀàA] en croire|[Ss]i l'on en croit|[Ss]i on en croit|[Aa]ux dires|[Aa]u dire|[Dd]e l'aveu|"
    r"[ÀàA] entendre|[ÀàA] suivre|[ÀàA] lire|"
    r"[ÀàA] écouter|[Ss]uivant|[Dd]ixit|[Dd]ans l'esprit|[Dd]ans l'idée)\s+"
    r"(?P<of>(?:(?:les|le|la|l')\s?(?:chiffres|données|mots?|propos|termes|estimations?|analyses?|calculs?|"
    r"étude|rapport|"
    r"observations?|expérience|relevés) )?(?:de (?=\S)|d'|du |des )?)(?=\S)"
)
_POUR_BEFORE = regex(
    r"(?:^|[,;:.?!]\s*|\b(?:mais|or|et|enfin|ainsi|néanmoins|toutefois|cependant|donc|car|puisque|que|"
    r"en revanche)\s+)$",
    re.I,
)
_FOR_WHOM = regex(rf"(?P<name>{NAME})(?:, [^,.;:]{{3,70}})?, (?P<cue>(?:pour|selon|d'après) qui)\s(?=\S)")
_PRONOUN = regex(r"(?:lui|elle|eux|elles|ce dernier|cette dernière)\b(?!-)", re.IGNORECASE)
_STOP = regex(
    rf"[,:;.!?)]|{QUOTE}|$|(?<=[\ue000\ue001])\s(?=c'(?:est|était)\b|ce n'est\b|ça\b|on\b|il (?:faut|faudrait|n?'?y)\b)"
)
_APPOSED = regex(rf",\s(?:M\.\s|Mme\s)?(?P<name>{NAME})(?=\s*(?:[,.;:!?)]|$))")
_POSSESSIVE = regex(
    r"(?:(?<=[\s(,;:])|^)(?:[ÀàA] (?P<whose>ses|son) (?:yeux|avis|sens|goût)|"
    r"[Dd]e (?P<his>son) (?:propre )?(?:aveu|point de vue)|"
    r"(?:[Ss]elon|[Dd]'après) (?P<own>ses|son|sa) (?:propres? )?(?:mots?|termes|dires|calculs?|estimations?|comptes?|"
    r"entretiens?|relevés?|expérience|analyses?|avis|chiffres|observations?|expression|formule|enquête|registres?|carnets?|notes|tableaux|données|statistiques|mesures|souvenirs)|"
    r"[ÀàA] (?P<him>l')(?:en croire|entendre|écouter))"
    r"(?=\s*,|\s+(?:le|la|les|l'|il|elle)\b)"
)
#: What one holds, fears, wants or asks, as a noun.
HELD_NOUN = (
    r"(?:idée|avis|analyse|inquiétude|opinion|avertissement|appel|hypothèse|argument|ambition|objectif|espoir|"
    r"explication|engagement|intention|exigence|objection|impression|souci|obsession|"
    r"proposition|position|crainte|volonté|priorité|vision|solution|lecture|revendication|promesse|certitude|"
    r"critique|satisfaction|colère|surprise|question|réponse|conclusion|remarque|suggestion|conviction|recommandation|"
    r"thèse|demande|requête|préoccupation|peur|réserve|attente|interrogation|déception|recette|méthode|règle|"
    r"constat|message|point de vue|vœu|rêve|verdict|bilan|leitmotiv|mot d'ordre|doute|principe|sentiment|"
    r"souhait|regret|conseil|mot|credo|diagnostic|témoignage|raisonnement|pari|reproche|refus|slogan|"
    r"relevé|résumé|discours|plaidoyer|grief|étonnement|combat|calcul|cheval de bataille)s?"
)
_NOUN_CUE = regex(rf"(?:[Ll]'|[Ll]a |[Ll]e |[Ll]es ){HELD_NOUN}\s+(?!est |était )(?:\w+ )?(?:de |d'|(?=du |de la ))")
#: « Sa crainte : … », « Son vœu est que … »: what the subject of the moment holds.
_OWN_NOUN = regex(
    r"(?:(?:Et|Mais|Or|Enfin|Puis),? )?(?P<own>[Ss](?:a|on|es))\s(?:seule? |première? |principale? |grande? |vraie? )?"
    rf"{HELD_NOUN}(?:\s[a-zà-ÿ]+){{0,2}}?(?=\s*:\s+[^\s\ue006]|"
    r"\s(?:tien(?:t|nent) en|se résume(?:nt)?|sont|est|reste(?:nt)?|n'a pas) [^:;.]{2,40}:\s+[^\s\ue006]|"
    r"\s(?:va|vont|s'adresse(?:nt)?|vise(?:nt)?) (?:aux?|à l[ae']|sur(?:tout)?|l[ea]s?|d'abord)\s?[^.;:]{6,}|"
    r"\s(?:est|était|reste|serait) (?:que\b|qu'|de\b|d'|claire?\b|simple\b))"
)
_NOUN_CUE_VERB = regex(r"\s*(?:,|:|est\b|était\b|consiste|tient en|reste|sera\b|est claire?\b|se résume)")
#: Adjectives of opinion: after « est » the surest only, after « se montre », « reste » those of mood too.
_HELD = (
    r"convaincue?s?|persuadée?s?|d'avis|de (?:cet|son|leur|l') ?avis|du même avis|d'un (?:autre )?avis|"
    r"(?:dé)?favorables?|opposée?s?|satisfaite?s?|d'accord|inquiète?s?|inquiets|certaine?s? que|sceptiques?|ravie?s?|"
    r"réservée?s?|confiante?s?|préoccupée?s?|étonnée?s?|choquée?s?|prête?s? à|catégorique|hostiles?|réticente?s?|"
    r"partisane?s? d|sûre?s? (?:que|qu')|consciente?s? (?:que|qu')|formel(?:le)?s?|partante?s? pour|tentée?s? par|"
    r"sûre?s?(?=\s*[:;])|certaine?s?(?=\s*[:;])|acquise?s? à|résolue?s? à|déterminée?s? à|plutôt (?:pour|contre)|"
    r"(?<![éiu] )(?<![éiu]e )(?<!és )(?<!ées )(?:pour|contre)(?= (?:l[ea]s? |l'|une? |ce|cette|tou|des ))"
)
_MOOD = (
    rf"{_HELD}|prudente?s?|circonspecte?s?|dubitati(?:f|ve)s?|optimistes?|pessimistes?|enthousiastes?|méfiante?s?|"
    r"intraitables?|inflexibles?|fermes?|lucides?|am(?:er|ère)s?|déçue?s?|fâchée?s?|furieu(?:x|se)s?|indignée?s?|"
    r"surprise?s?|désolée?s?|fi(?:er|ère)s? d|heureu(?:x|se)s? (?:de|que|d')|attachée?s? à|soulagée?s?|rassurée?s?|"
    r"agacée?s?|reconnaissante?s?|séduite?s?|conquise?s?|nuancée?s?|critiques?|rassurante?s?|perplexes?|partagée?s?|modestes?|discrète?s?|évasi(?:f|ve)s?|sévères?|élogieu(?:x|se)s?|offensi(?:f|ve)s?|"
    r"virulente?s?|véhémente?s?|bluffée?s?|épatée?s?"
)
_ADJECTIVE = regex(
    rf"(?:(?:(?:(?:n')?(?:est|sont|était|étaient)|s'est dite?)\s+(?:{ADVERB}\s+|pas |\w+ )?(?P<word>{_HELD})|"
    r"(?:(?:se |s'y )(?:dit|disent|déclare|déclarent|montre|montrent|dira|veut|veulent|sent|disait)|"
    r"s'(?:avoue|affiche|estime)|"
    r"s'est (?:dite?|déclarée?|montrée?|voulue?)|(?:reste|demeure)(?:nt)?)\s+"
    rf"(?:{ADVERB}\s+|pas |\w+ )?(?P<mood>{_MOOD})|"
    r"(?:se (?:dit|disent|déclare|déclarent|dira|montre|montrent)|s'(?:avoue|avouent|affiche|estime|estiment)|"
    r"s'est (?:dite?|déclarée?|avouée?|montrée?))\s+(?P<said>(?:très |assez |plutôt |plus )?"
    r"(?:\w+(?:é|ée|e|t|te|if|ive|eux|euse|r|re|i|ie|u|ue)s?|\ue008\ue009*) "
    r"(?:à|de|du|des|d'|par|que|qu'|pour|envers|face)))\b)"
)
#: A name that a comma follows.
_NAMED = regex(rf"{NAME}\s*,\s*$")
_ADJECTIVE_ACTS = {
    "favor": "agrees",
    "oppos": "disagrees",
    "d'acc": "agrees",
    "inqui": "warns",
    "préoc": "warns",
    "prête": "commits",
    "prêt ": "commits",
    "prêts": "commits",
    "de ce": "agrees",
    "de so": "agrees",
    "du mê": "agrees",
    "d'un ": "disagrees",
    "hosti": "disagrees",
    "contr": "disagrees",
    "pour": "agrees",
    "défav": "disagrees",
    "parti": "agrees",
    "résol": "commits",
}
_STEM = 5


def prepositional(sentence: Sentence) -> Iterator[Attribution]:
    """Yield « Pour X, … », « Selon X, … », « D'après les mots de X, … »."""
    for match in _PREPOSITION.finditer(sentence.words):
        before = sentence.words[: match.start()]
        if re.match(r"(?:sa|leur) part\b", sentence.words[match.end() :]):
            continue
        is_for = match["word"].lower() == "pour"
        if re.search(r"\b(?:est|sont|était|sera)\s$", before) or (is_for and before.count("(") > before.count(")")):
            continue
        ends = is_for and _ends_with_view(sentence, match)
        if is_for and (match["of"] or not (ends or _POUR_BEFORE.search(before)) or _NAMED.search(before)):
            continue
        start = sentence.start + (match.start("of") if match["of"].startswith("du ") else match.end())
        titled = TITLED.match(sentence.text, start, sentence.end)
        end = _STOP.search(sentence.text, titled.end() if titled else start, sentence.end)
        stop = end.start() if end else sentence.end
        pronoun = None if is_for else _PRONOUN.match(sentence.text, start, sentence.end)
        stop = pronoun.end() if pronoun else stop
        phrase = phrase_in(sentence.text, start, stop)
        if phrase is None or (
            is_for
            and not ends
            and (stop >= sentence.end or sentence.text[stop] in ".;!?)" or holds_verb(sentence, phrase))
        ):
            continue
        phrase = _apposed(sentence, phrase, stop)
        body = _after_apposition(sentence, max(stop, phrase.end))
        at = sentence.start + match.start()
        yield Attribution(
            "for" if is_for and not ends else "according", phrase, at, at, max(phrase.end, start), body, "states", True
        )


def _ends_with_view(sentence: Sentence, pour: re.Match[str]) -> bool:
    """Tell « L'État, pour Ada Blanc. »: an answer without a verb, and whose it is."""
    named = re.compile(rf"(?:M\.\s|Mme\s)?{NAME}\s*[.!]?\s*$").match(sentence.words, pour.end())
    before = sentence.words[: pour.start()].rstrip()
    return bool(named) and before.endswith(",") and not sentence.finite(sentence.start, sentence.start + pour.start())


def relative_views(sentence: Sentence) -> Iterator[Attribution]:
    """Yield « … par Ada Blanc, maire de Lens, pour qui le pont doit rouvrir »."""
    for match in _FOR_WHOM.finditer(sentence.words):
        at = sentence.start
        phrase = Phrase(at + match.start("name"), at + match.end("name"), "person", "", at + match.start("name"))
        comma = sentence.text.find(", ", at + match.end(), sentence.end)
        goes_on = comma > 0 and sentence.finite(comma, comma + len(", s'"))  # « X, pour qui le car attend, est montée »
        if sentence.finite(at + match.end(), sentence.end) and not goes_on:
            start = phrase.start
            yield Attribution(
                "for", phrase, start, at + match.start("cue"), at + match.end(), at + match.end(), "states", True
            )


def _apposed(sentence: Sentence, phrase: Phrase, stop: int) -> Phrase:
    """« d'après le secrétaire, Karim Tazi »: the name in apposition, when nothing is said of it."""
    name = _APPOSED.match(sentence.text, stop, sentence.end) if phrase.kind in ("role", "organisation") else None
    return Phrase(phrase.start, name.end("name"), "person", "", name.start("name")) if name else phrase


def possessives(sentence: Sentence) -> Iterator[Attribution]:
    """Yield « À ses yeux, … », « à son avis »: the subject of the moment, man or woman."""
    for match in _POSSESSIVE.finditer(sentence.words):
        at = sentence.start
        word = next(name for name in ("whose", "his", "him", "own") if match[name])
        phrase = Phrase(at + match.start(word), at + match.end(word), "pronoun", match[word])
        yield Attribution(
            "according",
            phrase,
            at + match.start(),
            at + match.start(),
            at + match.end(),
            at + match.end(),
            "states",
            True,
        )


def _after_apposition(sentence: Sentence, at: int) -> int:
    """Skip « , maire de Lens, » after a name: up to the comma, when what it holds has no finite verb."""
    comma = re.compile(rf",(?P<apposition>[^,:;{QUOTE[0]}]*)(?=[,:{QUOTE[0]}])").match(sentence.text, at, sentence.end)
    if comma and not sentence.finite(comma.start("apposition"), comma.end("apposition")):
        words = comma["apposition"].split()
        if 0 < len(words) < 16 and (words[0][0].islower() or words[0][0] > "\u2000" or words[0][0].isupper()):
            return comma.end()
    return at


def is_holder(phrase: Phrase) -> bool:
    """« la crainte de la maire », not « l'idée d'une cour »."""
    held = re.match(r"l[ea] |l'|du ", phrase.words) and not BODY.match(phrase.words)
    return phrase.kind == "role" and bool(held) and is_human(phrase.words)


def noun_cues(sentence: Sentence) -> Iterator[Attribution]:
    """Yield « Le constat de X est clair : … »."""
    own = _OWN_NOUN.match(sentence.words)
    if own:
        at, start = sentence.start, sentence.start + own.start("own")
        holder = Phrase(start, sentence.start + own.end("own"), "pronoun", own["own"].lower())
        yield Attribution("noun-cue", holder, at, start, at + own.end(), at, "states", True)
    match = re.compile(
        r"\s*(?:\w+, |(?:[Ii]ci|[Ll]à|[Mm]ais|[Oo]r|[Ee]t|D'où) |Sur [^,.;:]{2,30}, )?" + _NOUN_CUE.pattern
    ).match(sentence.words)
    if not match:
        return
    start = sentence.start + match.end()
    end = re.compile(r"[,:]|\s(?:est|était|consiste|tient|reste|sera|se résume)\b").search(
        sentence.text, start, sentence.end
    )
    if not end:
        return
    phrase = phrase_in(sentence.text, start, end.start())
    told = phrase and (phrase.kind in ("person", "organisation") or is_holder(phrase))
    if phrase and told and _NOUN_CUE_VERB.match(sentence.text, end.start()):
        yield Attribution("noun-cue", phrase, sentence.start, sentence.start, phrase.end, end.start(), "states", True)


def adjectives(sentence: Sentence) -> Iterator[Attribution]:
    """Yield « X se dit favorable à … »."""
    for match in _ADJECTIVE.finditer(sentence.words):
        phrase = subject_before(sentence, match.start(), None)
        if phrase:
            at = sentence.start
            act = _ADJECTIVE_ACTS.get((match["word"] or match["mood"] or match["said"])[:_STEM], "states")
            act = OPPOSITE.get(act, act) if " pas " in match[0] else act
            body = match.start("said") if match["said"] else match.end()
            yield Attribution(
                "subject-verb", phrase, phrase.start, at + match.start(), at + match.end(), at + body, act, True
            )
