"""What a question asks the list of: « les trois conseils », « que propose l'atelier »; words that say the same."""

import re
from functools import lru_cache

from index import tokens
from kg.ask.query import Query
from kg.ask.words import stems_of

#: Words by which lists are announced, those that may stand for one another together.
_FAMILIES = (
    "proposition propositions propose proposer proposons proposent proposé suggestion suggère recommandation "
    "recommandations recommande recommandent préconise préconisation piste pistes suite suites conseil conseils "
    "conseille idée idées revendication revendications demande demandes demandent réclame réclament mesure mesures",
    "engagement engagements engage engagent promet promesse promesses promettent chantier chantiers retient retenir "
    "retenu retenue retenus retenues retenons retiennent suite suites décision décisions décide décidé prévoit "
    "prévoient piste pistes",
    "règle règles principe principes conseil conseils consigne consignes conseille recommande",
    "thème thèmes sujet sujets table tables atelier ateliers groupe groupes axe axes volet volets",
    "limite limites difficulté difficultés frein freins obstacle obstacles",
    "objectif objectifs but buts finalité finalités",
    "indicateur indicateurs critère critères",
    "projet projets activité activités initiative initiatives réalisation réalisations nouveauté nouveautés",
    "enseignement enseignements leçon leçons",
    "dimension dimensions axe axes volet volets",
    "temps moments rendez-vous étapes phases parties séquences volets",
)
_SMALL = frozenset(
    "les des de du la le l un une sont etaient ont ete est etait principaux principales grands grandes differents "
    "differentes deux trois quatre cinq six sept huit neuf dix autres quels quelles quel quelle liste donne donner moi "
    "cite citer enumere enumerer lister toutes tous sur quoi a d qu que quoi "
    "dans pour avec par en vers autour aupres".split()
)
_VERB = re.compile(
    r"^(?:(?:que|qu'est-ce qu[ei]?|a quoi)\b[^?]*?|qu'(?:a|ont|avait)(?:-t-\w+)?\s[^?]*?)"
    r"\b(?P<verb>propos\w*|recommand\w*|preconis\w*|sugger\w*|conseill\w*|demand\w*|reclam\w*|promet\w*|engage\w*"
    r"|retien\w*|retenu\w*|prevoi\w*|decid\w*)"
)
_COUNTED = re.compile(r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,2}) (?P<noun>[a-z]{4,}s)\b")


def asked_nouns(query: Query) -> tuple[frozenset[str], ...]:
    """Return the stems of what a question asks the list of, its own word first, then the words counted in it."""
    verb = _VERB.match(query.folded)
    words = [
        word
        for word in re.findall(r"[\w-]+", query.folded.replace("'", " "))
        if word not in _SMALL and not word.isdigit()
    ]
    first = verb["verb"] if verb else words[0] if words else ""
    counted = (match["noun"] for match in _COUNTED.finditer(query.folded))
    found = (frozenset(tokens(word)) for word in (first, *counted))
    return tuple(dict.fromkeys(noun for noun in found if noun))


@lru_cache(maxsize=256)
def same_list(noun: frozenset[str]) -> frozenset[str]:
    """Return the stems of the words that announce the same list as a noun."""
    return frozenset[str]().union(*(family for family in _families() if noun & family))


@lru_cache(maxsize=1)
def _families() -> tuple[frozenset[str], ...]:
    return tuple(stems_of(family.split()) for family in _FAMILIES)
