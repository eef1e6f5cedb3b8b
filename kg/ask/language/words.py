"""The words by which questions are recognised, folded: verbs of speech and opinion, and who is asked for."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from index import beginnings, fold, tokens
from kg.lexicon.speech import Speech
from kg.lexicon.speech_verbs import says, speech_verbs, written_forms
from kg.regex import regex

_REGULAR = (
    "parler évoquer mentionner citer aborder traiter insister souligner rappeler plaider préconiser "
    "recommander proposer "
    "suggérer demander interroger questionner regretter déplorer critiquer dénoncer alerter expliquer préciser "
    "déclarer "
    "affirmer estimer juger penser considérer appeler encourager saluer féliciter remercier annoncer "
    "conseiller ajouter "
    "raconter témoigner illustrer donner exprimer inquiéter opposer approuver contester refuser souhaiter "
    "réclamer exiger "
    "revendiquer assurer constater observer noter remarquer relever signaler indiquer formuler avancer "
    "prononcer valoriser "
    "privilégier attirer porter confirmer avouer espérer ajouter soulever poser développer détailler commenter "
    "argumenter "
    "méfier agacer plaindre douter craindre redouter réjouir moquer "
    "trouver comparer partager nuancer tempérer réagir dénigrer ironiser plaisanter vouloir savoir "
    "intervenir prôner vanter défendre répondre prétendre soutenir prévenir convenir dire promettre décrire "
    "admettre mettre"
)
_IRREGULAR = (
    "dit dite dites disait disent défend défendu défendent plaide soutient soutenu soutiennent promis promet "
    "met mis mise "
    "mettent garde accent avant prend pris exemple propos part fait faire voulu veut veulent croit cru "
    "présenté présente "
    "répond répondu prévient convient décrit admis admet place centre parole question avis opinion exprimé lancé tenu "
    "voudrait voudraient veulent trouve sait prononcé opposé opposée opposés hostile favorable favorables contre "
    "accord "
    "comparaison réticent sceptique inquiet inquiète méfiant désaccord "
    "orateur orateurs oratrice intervenant intervenants intervenante participant participants personne "
    "personnes gens voix"
)
#: Who a question in « qui » asks for, folded.
ASKERS = (
    r"qui(?:\s+(?:est-ce|c'est))?(?:\s+qui)?|quel(?:le)?s?\s+(?:orateurs?|oratrices?|intervenante?s?"
    r"|participante?s?|personnes?"
    r"|elue?s?|voix|maires?|gens)|(?:de|par|selon|pour|chez)\s+qui|d'apres\s+qui|lesquel(?:le)?s"
)
#: What somebody is who takes a stand or feels something about what is told, folded: « qui était prêt à… ».
_STANCES = (
    r"oppos|contre|pour (?:le|la|les|l'|un|une|des|que?|(?!fin|commenc|termin|conclu|resum|dire)[a-z]+(?:er|ir|re))\b"
    r"|favorable|d'accord|en desaccord|hostile|inqui|reticen|sceptique|mefian|revenu|pret(?:e|s|es)? a\b|partisan"
    r"|d'avis\b|en (?:faveur|colere)\b|convaincu|persuade|certaine?s? qu|sure?s? (?:que?|de|d')|decu|mecontent|content"
    r"|satisfai|fier(?:e|s|es)?\b|emu|surpris|etonn|furieu|fache|agace|choque|scandalise|desole|enthousias|dubitati"
    r"|reserve"
)
#: What follows « qui » in questions that do not ask who said something, folded.
NOT_SPEECH = (
    r"(?:a |ont |avai(?:t|ent) )?"
    rf"(?:(?:est|sont|etai(?:t|ent))\b(?! (?:plutot |tres |bien |pas |plus |tout a fait )*(?:{_STANCES}))"
    r"|fut\b|furent\b|presid|dirig|represent|anim"
    r"|moder|organis|particip"
    r"|venai|vien|venu|assist|coordonn|s'exprim\w+ (?:au nom|pour)|ete\b|(?:s'(?:en )?)?occup"
    r"|se charge\w* d|siege|accueill|heberg"
    r"|finance\b|y avait|pilot|manqu|succed|remplac|devien|devenu|recoi|recu|gagn|remport|obten"
    r"|ouvert\b|ouvr|introdui|conclu|clotur|clos\b)"
)
#: How a question begins that asks who said something, folded.
WHO_SAID = regex(rf"(?:et |mais |alors |[^,?]{{3,60}}, )?(?:(?:{ASKERS})\s+(?!{NOT_SPEECH})|(?:d'apres|selon) qui\b)")

#: Questions for what a thing is used for, then for what it is, folded.
USED = regex(r"^a quoi (?:ca )?(?P<verb>serv?(?:t|ent|ait|aient))\b")
DEFINES = regex(
    r"c'est quoi|qu'est[- ]ce que c'est|^qu'est[- ]ce qu(?:e |')(?:le |la |les |l'|une? )"
    r"(?![^?]*\b(?:a|ont|peu\w+|veu\w+|doi\w+|va|vont|font|fait|dit|demande\w*|propose\w*|pens\w+|conseil\w+)\b)"
    rf"|^definition|{USED.pattern}|^que (?:designe|signifie|veut dire)|\bveut dire quoi|\bsignifie quoi"
    r"|^qu(?:'entend-on|'est-ce qu'on entend|e veut-on dire|'est-ce que veut dire)\b(?: par)?"
)


@lru_cache(maxsize=1)
def speech_stems() -> frozenset[str]:
    """Return the stems of the verbs of speech and of the words that serve them, which tell nothing of the subject."""
    words: list[str] = _IRREGULAR.split()
    for verb in _REGULAR.split():
        root = verb[:-2]
        words += [verb, *(root + ending for ending in ("e", "é", "ent", "ait", "ée", "és", "aient", "ant"))]
    return stems_of(words)


#: Verbs that take the same stand: who asks with one is answered with another.
_STANDS = (
    "défendre défend défendent plaider plaide soutenir soutient soutiennent prôner prône vanter vante appeler appelle "
    "insister insiste encourager encourage saluer salue valoriser valorise",
    "critiquer critique dénoncer dénonce regretter regrette déplorer déplore reprocher reproche agacer agace méfier "
    "méfie contester conteste alerter alerte inquiéter inquiète craindre craint redouter redoute plaindre plaint",
    "proposer propose suggérer suggère préconiser préconise recommander recommande conseiller conseille inviter invite "
    "demander demande réclamer réclame exiger exige souhaiter souhaite",
)


@lru_cache(maxsize=256)
def same_stand(stems: frozenset[str]) -> frozenset[str]:
    """Return the stems of verbs with those of the verbs that take the same stand."""
    rings = [stems_of(stand.split()) for stand in _STANDS]
    return stems.union(*(ring for ring in rings if ring & stems))


_ASKING = regex(r"(?:qu|quelle?s?|lesquel(?:le)?s?|qu[ei]|quoi|comment)\b")
_WORD = regex(r"\w[\w'’-]*")
_THAT = regex(r"qu(?:e$|')")


def leading_speech(text: str, *, skipped: Iterable[tuple[int, int]] = ()) -> frozenset[str]:
    """Return the stems of the words of speech that lead a question, from its « qui » to its first other word.

    Further on, the same words are the subject: « le développement », « une proposition ». `skipped` are the places of
    names, which part the verb from its « qui ». All the words of speech are returned when none leads.
    """
    words = [(match[0], match.span()) for match in _WORD.finditer(text)]
    start = next((n for n, (word, _) in enumerate(words) if _ASKING.match(fold(word))), 0)
    found: list[str] = []
    for word, (begins, ends) in words[start:]:
        if any(begins < stop and first < ends for first, stop in skipped):
            continue
        stems = tokens(word)
        if found and _THAT.match(fold(word)):
            break  # « estime que le port … »: a port, though « porter » may report speech
        if not speech_stems().issuperset(stems) and (found or not reports(word, text[ends:])):
            break
        found += stems
    return frozenset(found) or speech_stems()


_CLAUSE = regex(r"\s+(?:que\b|qu['’]|combien\b|à quel point)")
#: Verbs that are read as speech where they stand in a phrase of their own, but tell an attitude in a question.
_ATTITUDES = frozenset(
    "râler pester fulminer railler blaguer bougonner maugréer grogner amuser écrier exclamer "
    "vouloir préférer souhaiter aimer espérer refuser avouer".split()
)


def reports(word: str, after: str) -> bool:
    """Tell a verb, in whatever tense, that reports what somebody says or thinks: « râlait », « craint », « avertit ».

    Some do only when a clause follows them: « montre que », not « montre la maquette ».
    """
    plain = fold(word).replace("’", "'").rsplit("'", 1)[-1]
    clause = _CLAUSE.match(after) is not None
    return any(says(written) and _leads(written, clause=clause) for written in _by_folded().get(plain, ()))


def tells_a_clause(folded: str) -> bool:
    """Tell a folded question that gives what was said as a clause: « qui craint que… », « qui disait qu'on… »."""
    return _TELLS_CLAUSE.search(folded) is not None


_TELLS_CLAUSE = regex(r"\bqui (?:(?!qu|une?\b|l[ea]s?\b|d[ue]s?\b)\S+ ){1,4}?(?:que\b|qu')")


#: How many words what a question tells as said has at least, whole or without its first ones; what share these are.
WHOLE, LAST, MOST_OF_IT = 4, 5, 0.6
_TOLD = regex(r"\bqui\s+(?:\S+\s+){1,4}?(?:que\s+|qu['’])(?P<clause>[^?]+?)\s*\??\s*$", re.IGNORECASE)


def told_words(question: str) -> Iterator[str]:
    """Yield the words that a question tells as said, which a report may hold as they are; then fewer of the first."""
    told = _TOLD.search(question)
    words = told["clause"].split() if told else []
    for start in range(len(words)):
        left = len(words) - start
        if left >= (LAST if start else WHOLE) and left >= MOST_OF_IT * len(words):
            yield " ".join(words[start:])


def _leads(written: str, *, clause: bool) -> bool:
    """Tell a form of a verb that reports speech by itself, or when a clause follows."""
    return any(
        form.lemma in _ATTITUDES or _reports_alone(speech_verbs()[form.lemma], clause=clause)
        for form in written_forms()[written]
        if form.lemma in speech_verbs()
    )


def _reports_alone(told: Speech, *, clause: bool) -> bool:
    follows = not told.follow or ("que" in told.follow and (clause or told.act in ("warns", "regrets")))
    return follows and not told.after_only


@cache
def _by_folded() -> dict[str, list[str]]:
    """Return the written forms of the verbs of speech by what they are folded to; all are folded in one run."""
    found: dict[str, list[str]] = {}
    for word, folded in zip(written_forms(), fold("\n".join(written_forms())).split("\n"), strict=True):
        found.setdefault(folded, []).append(word)
    return found


@lru_cache(maxsize=256)
def same_verb(stems: frozenset[str]) -> frozenset[str]:
    """Return the stems of verbs of speech with those of their other forms: « craignait », « craint »."""
    begun = tuple(sorted(beginnings(stems)))
    near = (word for folded, words in _by_folded().items() if begun and folded.startswith(begun) for word in words)
    lemmas = {lemma for word in near if not stems.isdisjoint(tokens(word)) for lemma in _lemmas(word)}
    return stems.union(*(tokens(word) for word in written_forms() if lemmas and not lemmas.isdisjoint(_lemmas(word))))


def _lemmas(word: str) -> set[str]:
    """Return the verbs of speech that a written word may be a form of."""
    return {form.lemma for form in written_forms()[word] if form.lemma in speech_verbs()}


@lru_cache(maxsize=1)
def plain_stems() -> frozenset[str]:
    """Return the stems of the verbs that only say that somebody spoke, and of the nouns for speakers."""
    plain = (
        "parler parle parlé dire dit évoquer évoque évoqué mentionner mentionne mentionné citer cite cité "
        "aborder aborde abordé "
        "traiter traite traité exprimer exprime exprimé intervenir mettre mis faire fait orateurs intervenants "
        "participants personnes"
    )
    return stems_of(plain.split())


def stems_of(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of words."""
    return frozenset(stem for word in words for stem in tokens(word))


#: Nouns that judge the one after « de », folded: who « doute de l'utilité du bus » may never say « utilité ».
HEADS = frozenset(
    "utilite interet efficacite pertinence sens bien-fonde opportunite necessite valeur fiabilite solidite serieux "
    "possibilite faisabilite legitimite coherence".split()
)
