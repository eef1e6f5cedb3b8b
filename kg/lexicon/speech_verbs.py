"""Verbs of speech, what each one does (its act), and what must follow it for it to report speech."""

import re
from functools import cache

from kg.lexicon.conjugation import Form, forms
from kg.lexicon.speech import ASIDE, THAT, Speech
from kg.lexicon.stances import WISHES, stance_verbs
from kg.regex import regex

_TO = r"(?:que\b|qu'|de\b|d'|du\b|des\b|à\b|au\b|aux\b|l'|le\b|la\b|les\b|un\b|une\b|\w+ (?:de|à)\b)"


_BY_ACT: dict[str, str] = {
    "states": "affirmer ajouter argumenter commenter conclure confier confirmer déclarer détailler exposer "
    "expliquer évoquer formuler indiquer insister marteler mentionner pointer préciser rajouter rappeler réaffirmer "
    "redire relativiser relever répliquer répondre résumer rétorquer révéler saluer signaler souligner témoigner "
    "nuancer remercier féliciter réitérer arguer asséner identifier soulever tempérer énumérer récapituler "
    "synthétiser professer énoncer invoquer minimiser louer encenser",
    "proposes": "conseiller préconiser prôner recommander suggérer",
    "asks": "demander interroger questionner réclamer exiger revendiquer solliciter implorer",
    "warns": "alerter avertir",
    "regrets": "déplorer regretter",
    "commits": "promettre",
    "agrees": "approuver acquiescer apprécier applaudir",
    "disagrees": "contester critiquer dénoncer démentir nier récuser réfuter fustiger blâmer désapprouver pourfendre "
    "contredire infirmer vilipender",
    "reports": "raconter relater rapporter signaler informer",
    "quotes": "citer",
}
_CLAUSE_BY_ACT: dict[str, str] = {
    "states": "apprendre assurer considérer croire dire estimer écrire garantir juger noter observer penser prétendre "
    "prédire remarquer sentir soutenir trouver comprendre avancer cacher dissimuler montrer démontrer répéter "
    "souffler attester certifier corroborer supposer présumer parier pronostiquer ressasser clamer proclamer "
    "avouer confesser reprocher plaisanter ironiser poursuivre reprendre enchaîner insister déduire imaginer "
    "prévoir anticiper maintenir",
    "reports": "constater",
    "warns": "craindre prévenir redouter",
    "agrees": "admettre concéder convenir reconnaître",
    "disagrees": "objecter protester rétorquer",
    "commits": "annoncer jurer",
    "proposes": "espérer souhaiter vouloir",
}
_SPECIAL: dict[str, Speech] = {
    "appeler": Speech("proposes", r"(?:\S+ ){0,8}?(?:à|au|aux)\b"),
    "encourager": Speech("proposes", r"(?:\S+ ){0,8}?(?:à|au|aux)\b"),
    "inviter": Speech("proposes", r"(?:\S+ ){0,8}?(?:à|au|aux)\b"),
    "exhorter": Speech("proposes", r"(?:\S+ ){0,8}?(?:à|au|aux)\b"),
    "inciter": Speech("proposes", r"(?:\S+ ){0,8}?à\b"),
    "plaider": Speech("proposes", r"(?:pour|en faveur|que\b|qu'|contre|la cause)"),
    "défendre": Speech("states", r"(?:\S+ )?(?:que\b|qu'|l'|le\b|la\b|les\b|une?\b)"),
    "déconseiller": Speech("proposes", r"(?:\S+ )?(?:de\b|d'|aux?\b|à\b|le\b|la\b|les\b|l')"),
    "présenter": Speech("regrets", r"(?:\S+ )?(?:ses|les|des|leurs) excuses"),
    "opposer_se": Speech("disagrees"),
    "livrer": Speech(
        "states", r"(?:\S+ ){0,2}(?:un|une|son|sa|ses) (?:\w+ )?(?:chiffre|constat|bilan|analyse|témoignage|avis)"
    ),
    "revenir": Speech("states", r"(?:\S+ )?(?:sur|à la charge)\b"),
    "compléter": Speech(
        "states",
        r"(?:en (?:rappelant|précisant|ajoutant|disant)|"
        r"cette|ces|ce|le propos|les propos|l'intervention|l'exposé|en\b)",
    ),
    "comparer": Speech("states"),
    "voir": Speech("states", r"(?:là\b|dans \S+ .{3,60}? (?:une?|le|la|l'|\ue006|\ue008)|en \S+ (?:une?|le|la|l'))"),
    "proposer": Speech(
        "proposes",
        r"(?:\S+ )?(?:aux? \S+ (?:\S+ )?)?(?:de \S*(?:er|ir|re)\b|d'\w+(?:er|ir|re)\b|que\b|qu'|une?\b|le\b|la\b|l')",
    ),
    "interpeller": Speech("asks", r".{2,60}? sur\b"),
    "partager": Speech(
        "agrees",
        r"(?:\S+ )?(?:l'avis|l'idée|l'analyse|le constat|ce constat|cet avis|cette|ce point|la vision|"
        r"l'inquiétude|les inquiétudes|la préoccupation|son|sa|ses|leur|(?:pas |plus )?(?:cet|cette|ces?|l'avis|"
        r"cette idée))\b",
    ),
    "rejoindre": Speech("agrees", r".{2,80}?\b(?:dans (?:sa|son|ses|cette|ce|leur)|sur)\b"),
    "prendre": Speech("states", r"(?:(?:l'|pour )exemple|position|la défense|l'engagement)"),
    "donner": Speech("states", r"(?:\S+ )?(?:un exemple|l'exemple|des exemples|son avis|son accord|raison)"),
    "douter": Speech("disagrees", r"(?:que\b|qu'|de\b|d'|du\b|des\b)"),
    "souhaiter": Speech(
        "proposes",
        r"(?:\S+ )?(?:que\b|qu'|une?\b|des\b|l[ea]s?\b(?! bienvenue)|l'|savoir\b|connaître\b|voir\b|pouvoir\b)",
    ),
    "avouer": Speech("states", r"(?:\S+ )?(?:que\b|qu'|son\b|sa\b|ses\b|ne\b|avoir\b|être\b)"),
    "mettre": Speech("warns", r"(?:\S+ )?(?:en garde|l'accent|en avant|en exergue|en doute|l'emphase)"),
    "attirer": Speech("warns", r"(?:\S+ ){0,3}l'attention"),
    "faire": Speech(
        "states",
        r"(?:(?:\w+ment|aussi|encore|surtout|ensuite|ainsi|même|enfin|-(?:t-)?(?:ils?|elles?|on)) )?(?:part|valoir|"
        r"remarquer|observer|savoir|état|l'éloge|le point|un parallèle|le parallèle|"
        r"référence|le constat|le lien|la remarque|l'hypothèse|le pari|le vœu|le souhait|le bilan)\b",
    ),
    "rendre": Speech("reports", r"(?:compte|hommage)\b"),
    "exprimer": Speech("states", r"(?:\S+ )?(?:son|sa|ses|leur|le|la|les|l'|des|une|un)\b"),
    "marquer": Speech(
        "states",
        r".{0,30}?(?:son|sa|leur) (?:\w+ )?(?:inquiétude|accord|désaccord|opposition|intérêt|"
        r"soutien|attachement|scepticisme|préférence)",
    ),
    "dire": Speech(
        "states",
        r"(?:\S+ ){0,3}(?:[\ue006\ue008]|que\b|qu'|combien\b|être\b|s(?:on|es|a)\b|non\b|oui\b|"
        r"n[e'] ?(?:pas|plus|jamais|y)?|\w+(?:é|i|u)e?s? (?:de|que|par|à)\b|\w{2,}(?:er|ir|oir|[dtv]re|ire)\b)",
    ),
    "penser": Speech("states", r"(?:\S+ )?(?:que\b|qu'|aussi que)"),
    "craindre": Speech("warns", r"(?:\S+ )?" + _TO),
    "redouter": Speech("warns", r"(?:\S+ )?" + _TO),
    "espérer": Speech("states", r"(?:\S+ )?(?:que\b|qu'|\w+er\b|voir\b|une?\b|des\b)"),
    "accepter": Speech("commits", r"(?:de|d')\b"),
    "refuser": Speech(
        "disagrees", r"(?:pas )?(?:de\b|d'|que\b|qu'|toute?s?\b|cette\b|ce\b|l'idée|la hausse|le principe)"
    ),
    "croire": Speech(
        "states", r"(?:\S+ )?" + THAT + r"|(?:pas|plus|guère|peu|qu'à moitié)(?: \w+)? (?:à|aux?|en|qu')\b|qu'à"
    ),
    "aimer": Speech("proposes", r"(?:bien )?(?:que\b|qu')"),
    "décrire": Speech("states", r"(?:une?|des|l[ea]s?|comment)\b|l'"),
    "retenir": Speech("states", r"(?:que\b|qu'|(?:deux|trois|quatre|cinq|plusieurs|une?) \w+|l'idée|la leçon)"),
    "attendre": Speech("asks", r"(?:(?:de|du|des|d')\s?[^.;:]{2,50}? )?(?:que\b|qu')"),
    "appuyer": Speech(
        "agrees",
        r"(?:cette|cet|ces?|l[ea]|l')\s?(?:demande|idée|proposition|exigence|avis|position|candidature|remarque|thèse)",
    ),
    "prétendre": Speech("states", r"(?:\S+ )?(?:que\b|qu'|avoir\b|être\b|ne\b|n')"),
    "cacher": Speech(
        "states",
        r"(?:\S+ )?(?:que\b|qu'|pas (?:que|qu')|(?:pas |plus |guère )?(?:sa|son|ses|leur) (?:\w+ )?\w+|"
        r"les (?:ennuis|difficultés))",
    ),
    "commencer": Speech("states", r"par (?:une?|deux|trois|ce|cette|le|la|les) [^.;:]{2,40}:"),
    "méfier": Speech("warns", reflexive=True),
    "accorder": Speech("agrees", r"(?:\S+ )?(?:sur|pour)\b", reflexive=True),
    "abonder": Speech("agrees"),
    "applaudir": Speech("agrees", r"(?:à )?(?:l'idée|l'initiative|la |le |les |cette|ce\b|cet\b|des deux mains)"),
    "annoncer": Speech("commits", r"(?:\S+ )?(?:(?:que|l[ea]s?|une?|des|pour|vouloir|son)\b|qu'|l')|\d"),
    "reconnaître": Speech("agrees", r"(?:\S+ )?(?:que\b|qu'|l'|le\b|la\b|les\b|un\b|une\b|avoir\b|ne\b)"),
    "admettre": Speech("agrees", r"(?:\S+ )?(?:que\b|qu'|avoir\b|ne\b|une\b)"),
    "concéder": Speech("agrees", r"(?:\S+ )?(?:que\b|qu'|avoir\b|ne\b|une\b)"),
    "juger": Speech(
        "states",
        r"(?:(?:\S+ ){0,2}(?:que\b|qu')|\S{1,4}[^,.;:]{2,40}\ue008|"
        r"(?:\S+ )?[\w\ue008\ue009]+ (?:de|que|d')\b|[\w\ue008\ue009]+ (?:le|la|les|l'))|"
        r"(?:plutôt |trop |bien )?(?:ir|in|im)?\w+(?:i[vf]e?|[ai]ble|ante?|euse?|eux|aire|iste|ique|é|ée)s?\b|"
        r"(?:c\w+ |l[ea]s? |l'|s\w+ )\S+ "
        r"(?:trop |peu |très |bien )?\w+(?:i[vf]e?|[ai]ble|ante?|euse?|eux|aire|ique|é|ée)s?\b",
    ),
    "écrire": Speech(
        "states",
        r"(?:(?:\S+ ){0,3}?" + THAT + r"|(?:[^.;:]{2,50} )?pour (?:\S+ )?(?:demander|réclamer|exiger|dire|"
        r"rappeler|proposer|signaler|protester|alerter|regretter|remercier|contester|dénoncer)\b)",
    ),
    "reprocher": Speech("regrets", r"(?:à|aux?|son|sa|ses|leur|le|la|les|l'|que\b|qu'|de\b|d')"),
    "accuser": Speech("disagrees", r".{2,80}? (?:de|d')\b"),
    "justifier": Speech("states", r".{2,80}? par\b"),
    "rassurer": Speech("states", r"(?:.{2,60}? )?(?:sur|quant|que\b|qu')"),
    "exclure": Speech("disagrees", r"(?:de|d'|que|qu'|toute?)\b"),
    "avoir": Speech(
        "states",
        r"(?:\S+ )?(?:le sentiment|l'impression|la conviction|la certitude|l'espoir|le souci|pour ambition|"
        r"pour objectif|l'ambition|l'intention) (?:que|qu'|de|d')",
    ),
    "émettre": Speech("states", r"(?:l'idée|l'hypothèse|le souhait|le vœu|des? réserves?|des? doutes?|un avis|une? )"),
    "former": Speech("proposes", r"le (?:vœu|souhait)"),
    "formuler": Speech("states", r"(?:le|la|l'|un|une|des|deux|trois|plusieurs|ses?|son)\b"),
    "lancer": Speech("warns", r"(?:un (?:appel|cri|avertissement)|une alerte|l'alerte)"),
    "tirer": Speech("warns", r"(?:la sonnette d'alarme|(?:un|une|la|le) (?:leçon|bilan|conclusion|constat))"),
    "attribuer": Speech("states", r".{2,60}? (?:à|au|aux)\b"),
    "chiffrer": Speech("states", r".{2,60}? à (?:près de |environ |plus de |quelque )?[\w\d]"),
    "trouver": Speech(
        "states",
        r"(?:\S+ )?(?:que\b|qu'|cela\b|ça\b|(?:l'|l[ea]s? |c\w+ )\S+ \ue008|"
        r"(?:l'|l[ea]s? |c\w+ |son |sa )\S+ (?:trop |peu |très |bien |plutôt )?"
        r"\w+(?:i[vf]e?|[ai]ble|ante?|euse?|eux|aire|ique|é|ée|bonne?|tiède|modeste|injuste|juste)s?\b)",
    ),
    "tenir": Speech("states", r"(?:\S+ )?(?:le même discours|ce discours|ces propos|un discours)"),
    "prier": Speech("asks", r".{2,60}? (?:de|d')\b"),
    "enjoindre": Speech("asks", r"(?:à|aux?)\b"),
    "presser": Speech("asks", r".{2,60}? (?:de|d') ?\w+(?:er|ir|re)\b"),
    "trancher": Speech("states", r":"),
    "ouvrir": Speech("states", r":"),
    "préférer": Speech("proposes", r"(?:\S+ )?(?:que\b|qu'|une?\b|des\b|voir\b|\w{2,}(?:er|ir|re)\b)"),
    "considérer": Speech("states", r"(?:\S+ )?(?:que\b|qu'|comme\b|.{2,60}? comme\b)"),
    "estimer": Speech("states", r"(?:\S+ ){0,3}?(?:que\b|qu'|\w+ (?:de|que|d')\b)"),
    "répondre": Speech("states", r"(?:\S+ ){0,4}?(?:que\b|qu'|par\b|oui\b|non\b)"),
    "vouloir": Speech("proposes", r"(?:\S+ )?(?:que\b|qu'|une?\b|des\b|savoir\b|\ue008)"),
    "avancer": Speech(
        "states",
        r"(?:\S+ )?(?:que\b|qu'|l'idée|l'hypothèse|le chiffre|l'argument|une? (?:\w+ )?(?:explication|idée|"
        r"hypothèse|chiffre|argument|raison|piste))",
    ),
    "poser": Speech(
        "asks", r"(?:\S+ )?(?:la question|une question|cette question) ?(?:de|du|des|d'|si|sur|que|:|\ue006)"
    ),
    "opposer": Speech("disagrees", r"(?:.{0,60}? )?(?:que\b|qu'|une?\b|l')"),
    "engager": Speech(
        "commits", r"(?:\S+ |(?:par|auprès|devant|de|depuis) [^,.;:]{3,40}? )?(?:à|pour|sur|au|aux)\b", reflexive=True
    ),
    "demander_se": Speech("asks"),
    "inquiéter": Speech("warns", reflexive=True),
    "alarmer": Speech("warns", reflexive=True),
    "interroger_se": Speech("asks"),
    "réjouir": Speech("agrees", reflexive=True),
    "féliciter_se": Speech("agrees"),
    **{lemma: Speech("regrets", reflexive=True) for lemma in ("désoler", "plaindre", "lamenter", "émouvoir")},
    "étonner": Speech("states", reflexive=True),
    "indigner": Speech("disagrees", reflexive=True),
    "prononcer": Speech("states", r"(?:\S+ )?(?:pour|contre|en faveur|sur)\b", reflexive=True),
    "souvenir": Speech("reports", reflexive=True),
    "défendre_se": Speech("disagrees"),
    "agacer": Speech("disagrees", reflexive=True),
    "insurger": Speech("disagrees", reflexive=True),
    "offusquer": Speech("disagrees", reflexive=True),
    "targuer": Speech("states", reflexive=True),
    "enorgueillir": Speech("states", reflexive=True),
    "enquérir": Speech("asks", reflexive=True),
    "écrier": Speech("states", reflexive=True, after_only=True),
    "impatienter": Speech("asks", reflexive=True, after_only=True),
    "excuser": Speech("regrets", reflexive=True, after_only=True),
    "emporter": Speech("disagrees", reflexive=True, after_only=True),
    "enthousiasmer": Speech("agrees", reflexive=True, after_only=True),
    **{
        lemma: Speech("states", reflexive=True, after_only=True)
        for lemma in "amuser exclamer énerver enflammer esclaffer étrangler révolter emballer désespérer".split()
    },
    "adresser": Speech(
        "states",
        r"(?:\S+ ){0,3}(?:ses|un|une|le|la|des) (?:\w+ )?(?:remerciements?|félicitations|excuses|reproches?|critiques?|"
        r"questions?|appel|avertissement|condoléances|vœux|salut|encouragements|regrets|demande)",
    ),
}
_AFTER_ONLY = (
    "continuer débuter entamer attaquer couper "
    "glisser sourire rebondir renchérir philosopher rire soupirer corriger lâcher scander "
    "résumer opiner tonner temporiser murmurer terminer inviter décrire développer analyser illustrer vanter "
    "assumer promettre encourager détailler rêver pester fulminer tempêter gronder râler bougonner grommeler maugréer "
    "grogner grincer railler blaguer badiner susurrer chuchoter bredouiller balbutier crier hurler calculer réagir "
    "traduire compatir conseiller exulter fanfaronner gémir hasarder hésiter interrompre jubiler "
    "narguer persifler persister pouffer réciter rectifier relancer ricaner rigoler riposter rugir sermonner supplier "
    "surenchérir tacler taquiner triompher vitupérer vociférer déclamer marmonner articuler"
)


_BEFORE_NOUNS = frozenset("le la les un une des du de au aux ce cet cette ces son sa ses en à et sur pour par".split())
_TOLD = regex(r"(?<![\w'-])(?=(?P<before>[\w\ue000-\ue009-]+)[ ,]+(?:[slmt]')?(?P<verb>[a-zà-öø-ÿœ]{4,})(?![\w'-]))")


@cache
def speech_verbs() -> dict[str, Speech]:
    """Return every verb of speech by its lemma."""
    found: dict[str, Speech] = {}
    for lemma in _AFTER_ONLY.split():
        found[lemma] = Speech("states", after_only=True)
    for act, lemmas in _CLAUSE_BY_ACT.items():
        found.update({lemma: Speech(act, r"(?:\S+ )?" + THAT) for lemma in lemmas.split()})
    for act, lemmas in _BY_ACT.items():
        found.update({lemma: Speech(act) for lemma in lemmas.split()})
    found.update(_SPECIAL)
    return found


@cache
def written_forms() -> dict[str, tuple[Form, ...]]:
    """Return the forms that may be read in each written word, in lower case, participles first."""
    table: dict[str, list[Form]] = {}
    for lemma in dict.fromkeys((*speech_verbs(), *stance_verbs(), *WISHES)):
        if not lemma.endswith("_se"):
            for word, form in forms(lemma):
                table.setdefault(word, []).append(form)
    return {word: tuple(sorted(found, key=lambda form: form.kind != "participle")) for word, found in table.items()}


def says(word: str) -> bool:
    """Tell whether a word in lower case is a form of a verb of speech, finite or compound."""
    told = written_forms().get(word, ())
    return any(form.kind in ("finite", "participle") and form.lemma in speech_verbs() for form in told)


def tells(words: str) -> bool:
    """Tell whether some words hold a finite verb of speech, with no article or preposition before it."""
    return any(
        match["before"].lower() not in _BEFORE_NOUNS
        and any(f.kind == "finite" and f.lemma in speech_verbs() for f in written_forms().get(match["verb"], ()))
        for match in _TOLD.finditer(words)
    )


@cache
def follow_pattern(lemma: str) -> re.Pattern[str]:
    """Return what must stand after a verb of speech for it to report speech by itself."""
    return re.compile(rf"\s*,?\s*(?:{ASIDE}\s*,?\s+)?(?:" + (speech_verbs()[lemma].follow or r"\S") + ")")


def act_of(lemma: str, *, reflexive: bool = False) -> str:
    """Return the act that a verb of speech performs; `states` for a verb that is not listed."""
    verbs = speech_verbs()
    if reflexive and f"{lemma}_se" in verbs:
        return verbs[f"{lemma}_se"].act
    return verbs[lemma].act if lemma in verbs else "states"
