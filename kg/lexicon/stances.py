"""Verbs that tell an opinion, a wish or a refusal in some of their constructions only, by what must follow them."""

import re
from collections.abc import Iterator
from functools import cache

from kg.lexicon.speech import ASIDE, THAT, Speech
from kg.regex import regex

#: A clause, « de » and « à » with an infinitive, a noun phrase, a name for an idea, and prepositions with their noun.
_TO_DO = r"(?:ne (?:pas|plus|jamais|rien) )?(?:(?:se|y|en|lui|leur|le|la|les) |[sl]'|l'y )*[\w-]+(?:er|ir|re|oir)\b"
_THE = (
    r"(?:l[ea]s?|une?|des|cet?|cette|ces|s[ao]n?|ses|leurs?|notre|nos|toute?s?|tous|trois|deux|plusieurs|ceux|celles|"
    r"celui|celle)\b|l'"
)
_IDEA = (
    r"(?:\S+ment )?(?:(?:toute?|l[ea]s?|une?|cet?|cette|ces|s[ao]n?|ses|leurs?|les deux) |l')(?:\w+ )?"
    r"(?:idées?|principes?|propositions?|projets?|hypothèses?|pistes?|arguments?|objections?|critiques?|demandes?|"
    r"reproches?|solutions?|options?|thèses?|accusations?|positions?|démarches?|initiatives?|décisions?|choix|"
    r"perspectives?|éventualités?|possibilités?|scénarios?|revendications?|candidatures?|causes?|notions?|craintes?|"
    r"inquiétudes?|comparaisons?|conclusions?|explications?|hausses?|baisses?|fermetures?|ouvertures?|suppressions?|"
    r"créations?|réformes?|fusions?|menaces?|spectre|risques?|besoins?|urgences?|limites|mérites|torts)\b|"
    r"(?:\S+ment )?toute? (?:\w+ )?\w+(?:tion|sion|ment|age|ure|ité|ance|ence|isme)s?\b"
)
#: « milite depuis dix ans pour »: what may stand in between.
_SINCE = r"(?:(?:depuis|avec|dès|sans) [^.,;:]{2,30}? )?"
#: « juge le montant trop haut », « trouve le titre tiède »: a thing and what it is thought to be.
_THOUGHT = (
    r"(?:l[ea]s? |l'|ce(?:t|tte|s)? |s[ao]n? |ses )(?:[\w-]+ ){1,4}?"
    r"(?:(?:trop|très|bien|plutôt|assez|peu|un peu|moins|plus|aussi) [\w-]+|"
    r"[\w-]{4,}(?=\s*[,.;:]|\s*$|\s(?:et|mais|car|pour|par)\s))"
)
_NUMBER = (
    r"(?:\d[\d \u202f\xa0.,]*|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|"
    r"quarante|cinquante|soixante|cent|mille|un million)"
    r"(?:[ -](?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|mille|cents?|millions?))*"
)
#: « évalue à trente mille euros le coût … »
_AT_SO_MUCH = rf"[àa] (?:près de |environ |plus de |quelque )?{_NUMBER} [^.,;:]{{2,30}}? (?:{_THE})"
#: The rest of a sentence up to a colon, and something after it that is no quotation.
_COLON = r"[^.;:!?\ue006]{0,120}?\s?:\s+[^\s\ue006]"
#: « renverse la perspective : … », « plante le décor : … »
_TURNED = (
    r"l(?:[ea]s? |')(?:\w+ )?(?:perspective|question|problème|débat|propos|décor|tableau|ton|cadre|enjeu|argument|"
    rf"raisonnement|point de vue|regard|situation|affaire|proposition|formule|image|dilemme)s?\b{_COLON}"
)
_TURNS = "retourner renverser inverser déplacer élargir recentrer planter camper"
_FRAMES = {
    "que": rf"(?:\S+ )?{THAT}",
    "de": rf"(?:\S+ment )?(?:de |d'){_TO_DO}",
    "à": rf"(?:\S+ment )?à {_TO_DO}",
    "inf": _TO_DO,
    "le": rf"(?:\S+ment |fort |bien |plutôt |surtout )?(?:{_THE})",
    "idée": _IDEA,
    "de le": r"(?:\S+ment |fort |bien |surtout )?(?:de\b|du\b|des\b|d')",
    "à le": r"(?:\S+ment |guère |peu |volontiers |fort )?(?:à\b|aux?\b)",
    "sur": r"(?:\S+ment |aussi )?(?:sur|autour de)\b",
    "pour": rf"{_SINCE}(?:\S+ment |plutôt |clairement )?(?:pour|en faveur|contre)\b(?! (?:que|autant)\b)",
    "contre": rf"{_SINCE}(?:\S+ment |fort )?contre\b",
    "le de": r"[^.,;:]{2,60}? (?:de|d')",
    "le à": r"[^.,;:]{2,60}? (?:à|au|aux)\b",
    "comme": r"(?:.{2,60}? )?(?:comme|pour) ",
    ":": r"(?:[^.;:!?\ue006]{2,140})?\s?:\s+[^\s\ue006]",
}
#: Act, constructions (« / » parts them), and the verbs that report in them and in no other; « se » marks a reflexive.
#: In the second table the subject must be a person: « l'association se bat pour les haies » tells what it does.
_ANYBODY = (
    ("states", "que", "alléguer calculer décréter deviner diagnostiquer établir gager insinuer lancer lâcher postuler "
     "présager prouver riposter spécifier supputer glisser renchérir trancher corriger compléter théoriser philosopher "
     "persister grincer enseigner prophétiser rectifier vérifier découvrir nuancer tempérer ignorer "
     "résumer conjecturer manifester augurer balbutier bougonner bredouiller chuchoter claironner crier extrapoler "
     "fanfaronner fulminer grogner grommeler maugréer hasarder inférer marmonner murmurer opiner persifler pester "
     "prétexter rabâcher rager râler radoter réciter reconfirmer ruminer scander seriner soupirer spéculer stipuler "
     "subodorer surenchérir temporiser tempêter tonner vitupérer vociférer ébruiter divulguer dévoiler notifier "
     "percevoir réaliser mesurer concevoir riposter rugir gémir jubiler badiner blaguer railler"),
    ("states", "que/le à", "signifier"),
    ("states", "le à", "imputer"),
    ("proposes", "que", "escompter ordonner désirer rêver ambitionner imaginer requérir envisager implorer supplier"),
    ("agrees", "que", "accepter entendre"),
    ("states", "que/idée", "soutenir"),
    ("proposes", "idée", "peser lancer soumettre caresser reprendre creuser"),
    ("agrees", "idée", "cautionner plébisciter appuyer encourager accueillir"),
    ("disagrees", "idée", "balayer écarter repousser combattre exclure brandir démonter démolir torpiller invalider"),
    ("disagrees", "le", "condamner conspuer décrier désavouer brocarder égratigner étriller incriminer railler "
     "stigmatiser tancer ridiculiser éreinter épingler rejeter refuser brusquer abhorrer tacler dénigrer "
     "dézinguer disqualifier dénier exécrer honnir maudire minorer moquer pilonner réprouver mésestimer occulter"),
    ("agrees", "le", "exalter vanter glorifier louanger avaliser endosser complimenter acclamer"),
    ("states", "le", "dépeindre diagnostiquer constater prédire alléguer réexpliquer réexposer justifier espérer "
     "dédramatiser décrypter décortiquer disséquer divulguer dévoiler"),
    ("states", ":", "présenter communiquer dresser livrer fournir distinguer évaluer évoquer "
     "décliner lister dégager esquisser définir raconter avancer retracer décomposer dénombrer recenser montrer "
     "intervenir réagir sourire soupirer hausser hocher égrener poursuivre reprendre enchaîner terminer commencer "
     "continuer débuter rebondir renchérir insister nuancer tempérer relativiser corriger rectifier hésiter résister "
     "persister objecter plaider promettre répéter rassurer trancher tempêter temporiser renoncer acquiescer "
     "répliquer riposter rétorquer ironiser plaisanter convenir acter "
     "entamer attaquer clore clôturer démarrer embrayer lancer achever finir"),
    ("disagrees", "contre", "protester pester tonner râler grogner fulminer vitupérer gronder tempêter élever_se "
     "rebiffer_se révolter_se"),
    ("warns", "de le/le de", "prévenir aviser avertir informer"),
    ("warns", "de le", "alarmer_se"),
    ("disagrees", "le de/que", "soupçonner suspecter"),
    ("asks", "le de", "sommer conjurer supplier implorer"),
    ("states", "le de", "traiter taxer"),
    ("states", "le de/de le", "qualifier"),
    ("states", "inf", "prétendre affirmer assurer jurer nier confesser"),
    ("states", "comme", "présenter décrire dépeindre"),
    ("proposes", "de", "offrir suggérer ordonner accepter"),
    ("warns", "de", "menacer"),
    ("commits", "de", "jurer"),
    ("disagrees", "que/de", "exclure interdire"),
    ("disagrees", "que/de le", "douter"),
)  # fmt: skip
_PERSONS = (
    ("regrets", "pour", "excuser_se"),
    ("agrees", "le", "admirer"),
    ("proposes", "pour", "militer opter pencher voter trancher batailler battre_se prononcer_se positionner_se"),
    ("states", "sur", "tabler miser parier compter ironiser gloser épiloguer disserter étendre_se attarder_se "
     "arrêter_se insister expliquer_se exprimer_se rassurer"),
    ("states", "de le", "parler moquer_se gausser_se amuser_se vanter_se excuser_se satisfaire_se accommoder_se rêver "
     "contenter_se émerveiller_se soucier_se scandaliser_se désolidariser_se démarquer_se douter disconvenir "
     "défier_se irriter_se formaliser_se attrister_se affliger_se offusquer_se ravir_se repentir_se dédire_se"),
    ("commits", "à", "offrir_se"),
    ("commits", "de/pour", "charger_se proposer_se"),
    ("agrees", "à le", "rallier_se ranger_se adhérer souscrire consentir croire tenir résigner_se"),
    ("proposes", "à le/à", "penser songer réfléchir aspirer"),
    ("disagrees", "à le", "prendre_se attaquer_se refuser_se"),
    ("proposes", "inf", "souhaiter espérer désirer vouloir imaginer"),
    ("proposes", "le", "proposer imaginer désirer envisager manifester distinguer"),
    ("proposes", "de", "envisager projeter prévoir parler ambitionner imaginer rêver"),
    ("states", "que/de le", "vanter_se"),
    ("states", "que", "persuader_se figurer_se convaincre_se"),
    ("reports", "que", "oublier"),
    ("disagrees", "le", "détester comprendre"),
    ("commits", "inf", "entendre compter"),
    ("proposes", "le", "viser privilégier souhaiter préférer"),
    ("states", "à le", "remettre_se"),
    ("disagrees", "de", "défendre_se"),
    ("states", "à", "attacher_se employer_se"),
    ("warns", "le", "pointer"),
)  # fmt: skip
_MATTER = r"(?:idée|proposition|demande|remarque|suggestion|piste|question|inquiétude|crainte)s?\b"
#: What a group of words makes of a common verb.
_GROUPS = (
    ("states", "dire", THAT),
    ("agrees", "porter_se", r"(?:volontaire|garante?|candidate?)\b"),
    ("agrees", "retenir", rf"(?:cette|cet|ces|l') ?(?:{_MATTER})"),
    ("agrees", "soutenir", rf"(?:la |l'|cet(?:te)? )(?:{_MATTER})"),
    ("asks", "relayer", rf"(?:l[ea]s?|une?|cette|l') ?(?:{_MATTER})"),
    ("disagrees", "émettre", r"(?:de (?:\w+ )?|des |quelques |une? )(?:réserves?|doutes?|avis défavorable)\b"),
    *(("states", lemma, rf"(?:{_THE})(?! ?(?:intervenant|invité|orat|excuses))(?![^.;:]{{,80}} à \ue000)")
      for lemma in ("présenter", "retracer", "montrer")),
    *(("states", lemma, r"(?:l[ea]s? |l'|ses? |une? )[\w' ]{0,15}\b(?:liste|règlement|bilan|chiffre|tarif)s?\b")
      for lemma in ("lire", "soumettre")),
    ("agrees", "concéder", r"à [^.;:]{2,60}? (?:que\b|qu')"),
    ("agrees", "accorder", r"(?:volontiers )?(?:que (?:l[ea]s?\b|l'|cet?|s[ao]n?\b)|qu')"),
    ("agrees", "accepter", r"(?:à (?:la )?condition|sous réserve|pourvu|si\b|moyennant)"),
    ("proposes", "mettre", r"(?:une|comme|pour) (?:\w+ )?condition\b"),
    *(("states", lemma, _TURNED) for lemma in _TURNS.split()),
    ("proposes", "peser", r"(?:tout haut|à voix haute)"),
    ("states", "assurer", r"[^,.;:]{2,50}? (?:du soutien|de son|de sa|de leur|de l'appui|de l'attachement)"),
    ("states", "faire_se", rf"(?:l'écho|le porte-parole|l'interprète|l'avocate?)\b[^.;:]{{2,80}}{_COLON}"),
    ("states", "vouloir_se", rf"[^\W\d]+{_COLON}"),
    ("states", "montrer_se", rf"[^\W\d]+{_COLON}"),
    ("states", "cacher_se", rf"pas{_COLON}"),
    ("states", "botter", rf"en touche{_COLON}"),
    ("states", "aller", rf"(?:pas|guère) (?:de main morte|par quatre chemins){_COLON}"),
    ("states", "jeter", rf"(?:un (?:froid|pavé)|l'éponge|de l'huile sur le feu){_COLON}"),
    ("states", "mettre", rf"(?:un bémol|de l'eau dans son vin|en perspective){_COLON}"),
    ("states", "voir", rf"(?:plus loin|les choses (?:autrement|en grand)){_COLON}"),
    ("states", "tomber", rf"d'accord{_COLON}"),
    ("states", "hausser", rf"le ton{_COLON}"),
    ("states", "dissimuler", r"(?:pas |plus |guère )?(?:sa|son|ses|leur) (?:\w+ )?\w+"),
    ("states", "aller", rf"(?:pas par quatre chemins|droit au but|plus loin){_COLON}"),
    ("states", "mâcher", rf"pas ses mots{_COLON}"),
    ("states", "démordre", rf"pas{_COLON}"),
    ("states", "couper", rf"court{_COLON}"),
    ("states", "enfoncer", rf"le clou{_COLON}"),
    ("states", "mettre", rf"les pieds dans le plat{_COLON}"),
    ("states", "ouvrir", rf"l(?:[ea]s? |')(?:discussion|débat|séance|réunion|échange|table|journée)s?\b{_COLON}"),
    ("states", "donner", r"(?:le|un) (?:\w+ )?chiffre(?: de\b|, )"),
    *(("states", lemma, r"(?:une?|deux) (?:\w+ )?(?:chiffre|mot|nom|piste|estimation|date|hypothèse|comparaison)s?\b")
      for lemma in ("lâcher", "risquer", "hasarder", "avancer", "livrer", "oser")),
    ("states", "donner", rf"(?:lecture|les? (?:chiffres?|détail|résultats?)|quelques|un aperçu)\b{_COLON}"),
    ("states", "rendre", rf"(?:compte|son (?:avis|rapport|verdict))\b{_COLON}"),
    ("states", "prendre", rf"la parole{_COLON}"),
    ("states", "tenir", rf"en (?:une?|deux|trois|quelques) (?:phrases?|mots?|chiffres?|lignes?|verbes?){_COLON}"),
    ("states", "mettre", rf"(?:les choses )?au point{_COLON}"),
    ("states", "avoir", rf"(?:qu'une? |ces |cette |ce )\w+{_COLON}"),
    ("states", "abstenir_se", r"(?:faute|car\b|parce|en (?:raison|rappelant)|au motif|estimant|jugeant|puisque)"),
    ("proposes", "plaider", r"(?:la |le |l'|une? |coupable\b)"),
    ("disagrees", "attendre", r"(?:rien|grand-chose) d"),
    ("states", "chiffrer", r"à [^.,;:]{2,30}? l(?:[ea]s? |')"),
    ("disagrees", "protester", r"(?:au nom|vivement|en (?:rappelant|disant|faisant))\b"),
    ("proposes", "proposer", r"(?:plutôt )?\d"),
    ("proposes", "souhaiter", r"(?:plutôt )?\d"),
    ("states", "plaindre_se", r"(?:de ce )?(?:que\b|qu')"),
    ("states", "tirer", r"(?:une?|deux|trois|quatre|cinq|plusieurs) (?:\w+ )?(?:fils?|idées?)\b"),
    ("states", "persister", rf"et signe{_COLON}"),
    ("states", "remettre", r"les pendules à l'heure\b"),
    ("states", "tordre", r"le cou\b"),
    ("proposes", "proposer", rf"(?:[^.,;:]{{2,40}}? )?(?:de |d'){_TO_DO}"),
    ("agrees", "convenir", r"(?:de (?:la|l')\b|de l'|du|des|d'une?|de (?:son|sa|ses|leur|ce|cette))\b"),
    ("states", "retenir", r"(?:surtout|d'abord|avant tout|notamment) (?:l[ea]s? |l'|une? |des |que |qu')"),
    ("asks", "attendre", rf"(?:avant tout|surtout|désormais|d'abord|de [^.,;:]{{3,40}}?) (?:du|de la|de l'|{_THE}) "),
    ("states", "évaluer", _AT_SO_MUCH),
    ("states", "estimer", _AT_SO_MUCH),
    ("disagrees", "opposer", r"(?:les|des|la|le|ses|son|sa) "),
    ("disagrees", "désarmer", r"pas\b"),
    ("states", "rester", r"sur (?:sa|ses|leur) (?:faim|position|réserve|garde)s?\b"),
    ("agrees", "associer_se", r"à (?:la|l'|cette|ce|cet)\b|aux?\b"),
    *(("states", lemma, r"à (?:près de |environ |plus de )?\d") for lemma in ("évaluer", "estimer", "chiffrer")),
    ("states", "évaluer", r"[^.,;:]{2,60}? [àa] (?:près de |environ |plus de )?\d"),
    ("states", "estimer", r"[^.,;:]{2,60}? à (?:près de |environ |plus de )?\d"),
    ("states", "juger", _THOUGHT),
    ("states", "trouver", _THOUGHT),
    ("proposes", "permettre_se", r"une? (?:remarque|observation|réserve|suggestion|question|rappel)\b"),
    ("states", "laisser", r"(?:entendre|penser|croire|supposer|espérer)\b"),
    ("proposes", "tenir", r"à ce (?:que\b|qu')"),
    ("states", "partir", r"du principe\b"),
    ("states", "poser", r"en principe\b"),
    ("states", "faire", r"(?:corriger|préciser|inscrire|rectifier|acter|consigner)\b"),
    ("states", "faire", r"connaître (?:son|sa|ses|leur)\b"),
    ("states", "faire", r"(?:entendre|comprendre|le récit|le portrait|l'inventaire|le tour de|un constat)\b"),
    ("disagrees", "mettre", r"(?:en (?:cause|question|doute|lumière|évidence|balance|perspective)|le doigt sur)\b"),
    ("disagrees", "remettre", r"en (?:cause|question)\b"),
    ("disagrees", "tourner", r"en (?:dérision|ridicule)\b"),
    ("states", "dresser", r"(?:une?|le) (?:\w+ )?(?:bilan|constat|portrait|tableau|inventaire|parallèle|diagnostic)\b"),
    ("states", "tirer", r"(?:des?|les|la|une) (?:\w+ )?(?:leçons?|enseignements?|conclusions?)\b"),
    ("states", "passer", r"en revue\b"),
    ("disagrees", "montrer", r"du doigt\b"),
    ("proposes", "appeler", r"(?:de (?:ses|leurs) vœux|à (?:la|une?|plus|moins|ne|l'))"),
    ("agrees", "accueillir", r"(?:favorablement|avec|plutôt bien|fraîchement|froidement)\b"),
    ("states", "voir", r"d'un (?:bon|mauvais|très mauvais|assez bon) œil\b"),
    ("states", "vouloir", r"(?:pour preuve|croire)\b"),
    ("disagrees", "vouloir", r"(?:pas|plus) (?:que\b|qu'|de\b|d'|du\b|des\b|\w+(?:er|ir|re|oir)\b)"),
    ("proposes", "vouloir", r"(?:la |le |les |l'|du |de la |de l')"),
    ("agrees", "prendre", r"(?:parti|fait et cause|le parti|la mesure)\b"),
    ("warns", "donner", r"l'alerte\b"),
    ("states", "tenir", r"(?:[^.,;:]{2,50} )?pour\b"),
    ("agrees", "croire", r"(?:bon|utile|nécessaire|possible|impossible|urgent|devoir|pouvoir|savoir)\b"),
    *(("states", lemma, r"pas\b") for lemma in ("démordre", "décolérer")),
    ("proposes", "faire_se", r"(?:l'avocate?|la défenseuse|le (?:défenseur|chantre|promoteur)) d(?:e|u|es|')\b"),
    ("states", "faire", r"(?:pas|guère|nullement) (?:un )?mystère d(?:e|u|es|')\b"),
    ("states", "donner", r"(?:son|leur) (?:sentiment|point de vue|opinion|verdict|analyse|diagnostic)\b"),
    ("states", "sentir_se", r"(?:\S+ )?[\ue006\ue008]"),
    ("states", "partager", r"(?:\S+ )?(?:l'expérience|le récit|les leçons|l'exemple|le constat) (?:de|d'|du)\b"),
    ("states", "verser", r"(?:[^.,;:]{2,60} )?au (?:débat|dossier)\b"),
    ("states", "assumer", rf"(?:parfaitement |pleinement |sans détour )?(?:de |d'|que\b|qu'){_TO_DO}"),
    ("states", "dédier", r"[^.;:\ue006-\ue009]{0,60}[\ue006\ue008]"),
    ("states", "cesser", r"(?:pas )?de (?:répéter|dire|rappeler|demander|réclamer)\b"),
    ("disagrees", "comprendre", r"(?:pas|mal|guère) (?:que|qu'|pourquoi|comment|le|la|les|l'|ce|cette)"),
    ("proposes", "attendre", r"(?:du|de la|de l'|des) [^.,;:]{3,40} (?:une?|des|le|la|les|plus)\b"),
    ("states", "attendre_se", r"à (?:ce (?:que|qu')|une?|des|voir|de )"),
    ("states", "estimer", r"[\w-]+ (?:l[ea]s? |l'|une? |des |de )"),
)  # fmt: skip
#: « voudrait la gratuité », « aurait préféré attendre »: a wish, whatever follows.
WISHES = ("vouloir", "aimer", "souhaiter", "préférer", "désirer", "apprécier")
WISH = Speech("proposes", rf"(?:{_FRAMES['que']}|{_FRAMES['inf']}|{_FRAMES['le']}|mieux|bien|[\ue006\ue008]|\d)")

#: « ne soutient pas l'idée »: a stance, too.
_NOT = (
    r"(?:(?:toujours |vraiment |du tout )?(?:pas|plus|guère|jamais)"
    r"(?: du tout| vraiment| non plus| davantage)?(?: |(?=,)))?"
)

#: « n'entend pas, pour autant, renoncer »
_NO_MORE = rf"(?<=pas )(?:{ASIDE},?\s+)|(?<=pas),\s+{ASIDE},\s+"


@cache
def stance_verbs() -> dict[str, tuple[tuple[Speech, re.Pattern[str]], ...]]:
    """Return the verbs that report in some constructions, with what must follow them in each."""
    found: dict[str, list[tuple[Speech, re.Pattern[str]]]] = {}
    for lemma, speech in _stances():
        found.setdefault(lemma, []).append((speech, _followed(speech.follow)))
    return {lemma: tuple(told) for lemma, told in found.items()}


@cache
def wish(lemma: str) -> tuple[Speech, re.Pattern[str]] | None:
    """Return what must follow « voudrait », « aurait préféré » for a wish; None for a verb that makes none."""
    return (WISH, _followed(WISH.follow)) if lemma in WISHES else None


@cache
def _followed(follow: str) -> re.Pattern[str]:
    return regex(rf"\s*,?\s*(?:{ASIDE}\s*,?\s+)?{_NOT}(?:{_NO_MORE})?(?:{follow})")


def _stances() -> Iterator[tuple[str, Speech]]:
    """Yield verbs with a construction that reports; a verb comes as often as it has constructions."""
    for personal, rows in ((False, _ANYBODY), (True, _PERSONS)):
        for act, frames, lemmas in rows:
            follow = "|".join(_FRAMES[frame] for frame in frames.split("/"))
            for lemma in lemmas.split():
                bare = lemma.removesuffix("_se")
                yield bare, Speech(act, follow, reflexive=bare != lemma, personal=personal)
    for act, lemma, follow in _GROUPS:
        bare = lemma.removesuffix("_se")
        yield bare, Speech(act, follow, reflexive=bare != lemma)
