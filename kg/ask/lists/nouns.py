"""What a question asks the list of: « les trois conseils », « que propose l'atelier »; words that say the same."""

import re
from functools import lru_cache

from index import tokens
from kg.ask.language.kinship import inflected
from kg.ask.language.words import speech_stems, stems_of
from kg.ask.question.query import Query
from kg.regex import regex

#: Words by which lists are announced, those that may stand for one another together.
_FAMILIES = (
    "proposition propositions propose proposer proposons proposent proposé suggestion suggère recommandation "
    "recommandations recommande recommandent préconise préconisation piste pistes suite suites conseil conseils "
    "conseille idée idées revendication revendications demande demandes demandent réclame réclament mesure mesures",
    "orientation orientations "
    "engagement engagements engage engagent promet promesse promesses promettent chantier chantiers retient retenir "
    "retenu retenue retenus retenues retenons retiennent suite suites décision décisions décide décidé prévoit "
    "prévoient piste pistes",
    "règle règles principe principes conseil conseils consigne consignes conseille recommande",
    "thème thèmes sujet sujets table tables atelier ateliers groupe groupes axe axes volet volets",
    "limite limites difficulté difficultés frein freins obstacle obstacles problème problèmes bloque bloquent coince "
    "coincent coincé écueil écueils",
    "objectif objectifs but buts finalité finalités",
    "indicateur indicateurs critère critères",
    "projet projets activité activités initiative initiatives réalisation réalisations nouveauté nouveautés",
    "enseignement enseignements leçon leçons retenir retient retenons apprend apprennent appris refaire",
    "lauréat lauréats lauréate lauréates palmarès prix récompense récompensé récompensés distingué distingués primés "
    "gagnant gagnants",
    "destinataire destinataires adressé diffusion",
    "partenaire partenaires soutien soutiens appui appuis",
    "besoin besoins manque manquent attente attentes demande demandes",
    "atout atouts avantage avantages réussite réussites bienfait bienfaits",
    "réalisation réalisations réalisé réalisés fait action actions activité activités",
    "décision décisions décidé conclusion conclusions acte acté relevé",
    "dimension dimensions axe axes volet volets",
    "menu repas mangé manger mangent plat plats déjeuner dîner buffet",
    "tâche tâches travail charge reste",
    "parcours itinéraire itinéraires balade balades circuit circuits promenade promenades visite visites sentier",
    "phrase phrases mot mots parole paroles verbatim verbatims citation citations maxime slogan entendu propos",
    "cause causes raison raisons motif motifs argument arguments",
    "remède remèdes solution solutions réponse réponses piste pistes levier leviers",
    "poste postes dépense dépenses ligne lignes budget coût coûts",
    "temps moments rendez-vous étapes phases parties séquences volets",
)
_SMALL = frozenset(
    "les des de du la le l un une sont etaient ont ete est etait principaux principales grands grandes differents "
    "differentes deux trois quatre cinq six sept huit neuf dix autres quels quelles quel quelle liste donne donner moi "
    "cite citer enumere enumerer lister toutes tous sur quoi a d qu que quoi "
    "dans pour avec par en vers autour aupres".split()
)
_VERB = regex(
    r"^(?:(?:que|qu'est-ce qu[ei]?|a quoi)\b[^?]*?|qu'(?:a|ont|avait)(?:-t-\w+)?\s[^?]*?)"
    r"\b(?P<verb>propos\w*|recommand\w*|preconis\w*|sugger\w*|conseill\w*|demand\w*|reclam\w*|promet\w*|engage\w*"
    r"|retien\w*|retenu\w*|prevoi\w*|decid\w*)"
)
#: « Que permet le fonds », « qu'est-ce que le fonds apporte »: whatever is done, where a line of a list says it.
_ANY_VERB = regex(
    r"^(?:(?:que|qu'est-ce que?|a quoi|en quoi) (?:(?:faut|faudra\w*|doit|devrai\w*|peut|pourrai\w*|fallait)"
    r"(?:-(?:il|on))? )?(?P<first>[a-z]{4,})(?:-t-\w+)?\b"
    r"|qu'est-ce qu(?:e |')(?!une? |des )[^?]*? (?P<last>[a-z]{4,}(?<![sx]))\s*(?:,[^?]*)?\?*$"
    r"|qu'est-ce qui (?:a |ont |s'est |est )?(?:bien |mal |ete )*(?P<done>[a-z]{4,})"
    r"|qu'(?:a-t-on|ont-ils|ont-elles|a-t-il|a-t-elle) (?P<past>[a-z]{4,})\b)"
)
_ACCORDING = regex(r"^(?:d'apres|selon|pour) [^,?]{3,60}, ")
_ASKS = regex(
    r"\b(?:qui|que|quoi|quel\w*|comment|pourquoi|combien|quand|est-ce|c'est|y a-t-il)\b|\w-(?:t-)?(?:il|elle|on)s?\b"
)
_FAMILIAR = regex(
    r"^c'est quoi (?=les (?:\d|deux|trois|quatre|cinq|six|sept|huit|dix|principa\w+|different\w+|grand\w+)\b)"
)
#: Fewest letters of a plural that keywords begin with.
PLURAL = 4
_WITHIN = regex(
    r"^(?:sur|dans|lors|pendant|durant|au|aux|a|en|chez) [^,?]{3,60}, "
    r"(?=(?:a |de |par |pour |avec )?(?:quel|que |qu'|lesquel))"
)
_COUNTED = regex(r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,2}) (?P<noun>[a-z]{4,}s)\b")


def asked_nouns(query: Query) -> tuple[frozenset[str], ...]:
    """Return the stems of what a question asks the list of, its own word first, then the words counted in it."""
    folded = unled(query.folded)
    verb = _VERB.match(folded)
    if verb is None and (done := verb_asked(folded)):
        forms = (frozenset([stem]) for root in tokens(done) for stem in (root, *inflected(root)))
        return tuple(dict.fromkeys(forms))
    told = re.findall(r"[\w-]+", folded.replace("'", " "))
    words = [word for word in told if word not in _SMALL and not word.isdigit()]
    first = verb["verb"] if verb else words[0] if words else ""
    counted = (match["noun"] for match in _COUNTED.finditer(folded))
    found = (frozenset(tokens(word)) for word in (first, *counted))
    return tuple(dict.fromkeys(noun for noun in found if noun))


def names_list(folded: str) -> bool:
    """Tell keywords of which the first announces lists: « recommandations mission Radowo »."""
    first = folded.split(" ")[0] if folded else ""
    plural = first.endswith(("s", "x")) and len(first) > PLURAL and not _ASKS.search(folded)
    return plural and bool(same_list(frozenset(tokens(first))))


def said_verb(folded: str) -> str:
    """Return what a folded question asks that somebody says or does: « demandent »; nothing for other questions."""
    told = _VERB.match(unled(folded))
    return told["verb"] if told else verb_asked(unled(folded))


def unled(folded: str) -> str:
    """Return a folded question without whose word it asks for: « selon Ana Belloir, que permet le fonds »."""
    return _WITHIN.sub("", _FAMILIAR.sub("", _ACCORDING.sub("", folded)))


def voice_asked(folded: str) -> str:
    """Return whose word a folded question asks for, nothing when it asks for nobody's."""
    found = _ACCORDING.match(folded)
    return found[0] if found else ""


def verb_asked(folded: str) -> str:
    """Return what a folded question says that something does: « permet »; nothing for other questions and speech."""
    found = _ANY_VERB.match(folded)
    verb = next((told for told in found.groups() if told), "") if found else ""
    verb = "realise" if verb in ("fait", "faits", "faite", "faites") else verb
    return "" if speech_stems().issuperset(tokens(verb)) else verb


@lru_cache(maxsize=256)
def same_list(noun: frozenset[str]) -> frozenset[str]:
    """Return the stems of the words that announce the same list as a noun."""
    return frozenset[str]().union(*(family for family in _families() if noun & family))


@lru_cache(maxsize=1)
def _families() -> tuple[frozenset[str], ...]:
    return tuple(stems_of(family.split()) for family in _FAMILIES)
