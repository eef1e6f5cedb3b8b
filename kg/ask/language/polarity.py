"""Whether words affirm or deny: negation, words of the contrary sense, and all where only some are told."""

import re
from collections.abc import Iterable
from functools import lru_cache

from index import fold, tokens
from kg.ask.language.same import ROOT, akin
from kg.regex import regex

#: Words of contrary senses, the two sides of each pair apart.
_CONTRARIES = (
    ("réussir réussite réussi succès marcher fonctionner pris", "échouer échec échoué rater raté abandonner abandon"),
    (
        "augmenter augmentation hausse croître progresser monter grimper doubler relever",
        "baisser baisse diminuer diminution réduire reculer recul geler rester reste maintenir maintenu chuter",
    ),
    ("excédent excédentaire bénéfice bénéficiaire positif", "déficit déficitaire négatif perte découvert"),
    ("vivant vivante vivre vie", "décédé décédée décès mort morte disparu disparue défunt"),
    (
        "content contente satisfait satisfaite heureux heureuse ravi réjouir réjouit féliciter félicite salue",
        "plaindre plaint regretter regrette déplorer déplore mécontent déçu indigner indigne agacer agace",
    ),
    ("joli jolie beau belle", "moche laid laide préhistorique"),
    ("présent présente venu venue venir assister", "absent absente excusé excusée"),
    ("ouvrir ouvert ouverte ouverture rouvrir", "fermer fermé fermée fermeture"),
    (
        "accepter accepté autoriser autorisé permettre admis admise",
        "refuser refusé refus interdire interdit interdiction",
    ),
    ("utile utilité servir efficace", "inutile inefficace"),
    (
        "favorable rejoint rejoindre approuver approuve soutenir soutient soutenu défendre défend accord partager "
        "partage adhérer",
        "contre opposé opposer oppose hostile désapprouver désapprouve contester conteste désaccord contraire "
        "défavorable",
    ),
    (
        "croire croit convaincu convaincue confiance sûr certain aimer aime apprécier confiant",
        "douter doute sceptique méfier méfie réservé réservée détester craindre craint",
    ),
    ("éteindre éteint éteinte extinction", "allumer allumé rallumer rallumé éclairer"),
    ("gratuit gratuite gratuité", "payant payante payer cotisation tarif"),
    ("cher chère chers coûteux coûteuse trop", "abordable économique"),
    (
        "livrer livré livrée terminer terminé achever achevé finir fini prêt prête réaliser réalisé construire "
        "construit construite",
        "glisser glisse retard reporter reporté abandonner abandonné inachevé retarder",
    ),
    (
        "adopter adopté adoptée voter voté approuver valider",
        "reporter reporté renvoyer renvoyé ajourner ajourné rejeter",
    ),
    ("garder rester reste conserver", "quitter partir démissionner démission"),
    ("facile simple facilement", "difficile compliqué difficilement"),
    ("interne internes", "externe externes consultant prestataire cabinet"),
    ("obligatoire imposé", "facultatif volontaire"),
    ("nombreux nombreuse beaucoup", "rare peu"),
    ("disponible", "épuisé épuisée indisponible rupture"),
    ("public publique", "privé privée privatisé privatisation"),
    ("continuer poursuivre durer", "arrêter arrêt interrompre interrompu cesser suspendre suspendu stopper"),
    ("possible faisable réalisable", "impossible irréalisable"),
    ("suffisant suffire assez", "insuffisant manquer manque"),
    ("propre propreté", "sale saleté souillé"),
    ("rapide rapidement vite", "lent lenteur lentement"),
    ("connu connaître savoir", "ignorer ignore inconnu"),
    ("plein complet complète", "vide désert clairsemé"),
)
#: What makes the contrary of a word: « juste », « injuste »; « content », « mécontent ».
_PREFIXES = ("in", "im", "ir", "mal", "mecon", "des", "non")
_PREFIX = regex(r"(?:in|im(?=[bmp])|ir(?=r)|mal|mes(?=[aei])|me(?=c))(?P<root>\w{4,})$")
_NO_PREFIX = frozenset(tokens("informer importer implanter immeuble immeubles important"))
_NEGATION = regex(
    r"\b(?:(?:ne\s+|n['’]\s?)(?:\w+['’])?\w+(?:[ -]\w+){0,3}?\s+"
    r"(?:pas|plus|jamais|aucune?|guère|rien|que|personne|nulle|point)"
    r"|(?:rien|personne|aucune?|jamais|nul)\b[^.;]{0,50}?\bn(?:e\b|['’])"
    r"|pas|jamais|sans|ni|au lieu de|nulle part|non)\b|:\s*(?:aucune?|zéro)\b",
    re.IGNORECASE,
)
_STILL_YES = regex(r"\bpas (?:seulement|uniquement|que)\b|\bsans (?:doute|cesse|tarder)\b|\bnon seulement\b")
#: Words that deny by themselves, unless the question asks with them.
_DENYING = regex(
    r"\b(?:refus\w*|déclin\w+|annul\w+|renonc\w+|abandonn\w+|manqu\w+|absence|échec|échou\w*|rejet\w*|faible"
    r"|report(?:é|er|ée|ées|és)\b|renvoy\w+|ajourn\w+|différ(?:é|er|ée)\w*|déce(?!mbre)\w+|insuffisan\w+"
    r"|impossib\w+|illéga\w+|peu de|rare\w*|exagér\w+|faux|fausse|devai(?:t|ent) être|aurai(?:t|ent) dû|failli"
    r"|exclu(?!siv)\w*|défavorable|inchangée?s?|hostiles?|s['’]oppos\w+|opposée?s? (?:à|au|aux))\b",
    re.IGNORECASE,
)
_ALL = regex(r"\b(?:tous|toutes|tout le monde|chacune?|entierement|totalement|unanim\w+)\b")
_SOME = regex(
    r"\b(?:sur (?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|cent|soixante)|moitie|tiers|quart"
    r"|certaine?s|quelques|sauf|excepte|majorite|plusieurs|la plupart|ont choisi|seulement|seuls?|moins une?|a part)\b"
)


_ALWAYS = regex(
    r"\b(?:toute (?:la journee|la nuit|l'annee|la semaine)|en permanence|tout le temps|jour et nuit|tous les jours)\b"
)
_AT_TIMES = regex(
    r"\bde \d{1,2} ?h(?:eures?)?\d* (?:a|et) \d{1,2} ?h|\b(?:le|chaque) (?:lun|mar|mercre|jeu|vendre|same)di\b"
    r"|\ble dimanche\b"
    r"|\b(?:d'|de |en )\w+ a (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b"
    r"|\b(?:l'ete|en ete|l'hiver|en hiver|le soir|la nuit|le matin)\b"
)


def denies(words: str, asked: Iterable[str]) -> bool:
    """Tell whether words deny: by a negation, or by a word that denies and that the question does not ask with.

    `asked` are the stems of what is asked.
    """
    if negates(words):
        return True
    asked = tuple(asked)
    found = (stem for match in _DENYING.finditer(words) for stem in tokens(match[0])[:1])
    return any(not any(akin(stem, one) for one in asked) for stem in found)


def negates(words: str) -> bool:
    """Tell whether words have a negation."""
    return any(_NEGATION.search(_STILL_YES.sub(" ", one)) for one in (words, fold(words)))


def some_only(question: str, words: str) -> bool:
    """Tell a (folded) question on all of something, where words tell of some."""
    told = fold(words)
    if _ALWAYS.search(question) and _AT_TIMES.search(told):
        return True
    return bool(_ALL.search(question)) and bool(_SOME.search(told))


@lru_cache(maxsize=512)
def contraries(stem: str) -> frozenset[str]:
    """Return the stems of the words of the contrary sense of a stem's."""
    found: set[str] = set()
    for one, other in _pairs():
        found |= other if stem in one else one if stem in other else set()
    bare = None if stem in _NO_PREFIX else _PREFIX.match(stem)
    opposite = {bare["root"]} if bare else {f"{prefix}{stem}" for prefix in _PREFIXES} if len(stem) >= ROOT else set()
    return frozenset(found | opposite - _NO_PREFIX)


@lru_cache(maxsize=1)
def _pairs() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((_stems(one), _stems(other)) for one, other in _CONTRARIES)


def _stems(words: str) -> frozenset[str]:
    """Return the stems of some words and of what may be their feminine and plural: « interdit », « interdite »."""
    forms = (f"{word} {word}s {word}e {word}es" for word in words.split() if word[-1:] in "étidus")
    return frozenset(tokens(f"{words} {' '.join(forms)}"))
