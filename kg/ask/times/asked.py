"""What a question of time and place wants: a date, an hour, a duration, a place, an end, what comes next."""

import re
from dataclasses import dataclass

from index import fold, tokens
from kg.regex import regex

_TITLED = regex(r"[«“\"][^«»“”\"]{3,}[»”\"]")
_WHEN = regex(
    r"(?:^|^a |\b(?:c'est|c'etait|depuis|jusqu'a|de|des|d'|pour|et|ou|est|etait|ca|lieu|partir de|avant|eu|passe"
    r"|ouvre|commence|debute|finit|fini|tient|tenue?|prevue?s?),? +)quand\b"
    r"|\bquand\s*(?:exactement|deja|ca)?\s*[?.!]*$|[,:] quand\b"
    r"|\bquelle (?:est|etait|sera|fut) (?:la |l')(?:date|echeance)\b"
    r"|\bquel(?:le)?s? (?:\w+ )?(?:dates?|jours?|annees?|mois|periode|moment|saison|semaine|siecle|epoque"
    r"|echeance|delai)\b"
    r"|^(?:les? |la |l')?(?:dates?|jour|echeance|calendrier|annee|periode)\b|\bdates? (?:de|du|des|et)\b|\bdates? d'"
)
_HOUR = regex(r"\b(?:quelles? heures?|quel horaire|quels horaires|horaires?|heure (?:de|du|d'))|\bheure d'|^heure")
_WHERE = regex(
    r"(?:^|\b(?:et|d'|c'est|c'etait|est-ce|quand|quand et|heure)[, ]*)\bou\b(?! (?:bien|non|pas)\b)|\bou (?:ca"
    r"|donc)?\s*[?.!]*$"
    r"|^(?:le )?lieu d|\b(?:et|ou) (?:le )?lieu\b|\bquel(?:s)? (?:lieux?|endroits?|batiment|cadre)\b"
    r"|\bquel\w* salles?\b"
)
_ROOM = regex(r"\bquel\w* (?:salles?|amphi\w*|batiment)\b")
_HALL = regex(r"\bquelle salle|\bquel amphi")
_DURATION = regex(
    r"\bcombien (?:de temps|d'heures|d'annees|de jours|de mois|de semaines|d'ans|de minutes|de journees)\b"
    r"|\b(?:quelle (?:est |etait |fut |sera )?(?:la )?duree|duree (?:de|du|d'|des))"
)
_NEXT = regex(
    r"\b(?:prochain\w*|de nouveau|suivante?s?|l'an prochain|a venir|d'apres\s*\?*$|se (?:reverr|retrouver"
    r"|reuniront)\w*)"
)
#: « Prochain comité ? »: when and where.
_NOUN = regex(r"(?:le |la |les )?prochaine?s? (?!.*\b(?:qui|quoi|quel\w*|combien|comment|pourquoi|que|sur)\b)")
_ENDS = regex(
    r"\b(?:termin\w+|fini\w*|leve\w*|acheve\w*|clos\w*|se clot|prend fin|pris fin|jusqu'a quelle heure|duree? jusqu)\b"
)

#: « De quand date le pont », « en quelle année a été construite la halle », « la halle, elle est de quand ? ».
_ORIGIN = regex(
    r"\bde (?:quand|quel(?:le)? (?:annee|epoque|siecle))\b|\b(?:date(?:nt|-t-\w+)|dater|datait)\b"
    r"|\bremont(?:e|ent|ait)\b|\bquand\b.*\bdate\s*\?*$"
    r"|\b(?:construi\w+|bati(?:e|s|es)?|edifi\w+|erige\w*|construction)\b"
)

_STATIC = regex(
    r"(?:mais |et )?(?:ou|c'est ou|dans quel endroit) (?:est|sont|se (?:trouv|situ)\w+|etai\w+) (?:l[ea]s?|l'|son|sa)\b"
)
_DAY = regex(r"\bquel jour\b(?! de l'annee)|\bquels jours\b")
_WEEKDAY = regex(r"\bjours? de (?:la )?semaine\b|\bjours? (?:etai|tomb|c'etai)\w*")

#: What only says that something takes place.
HELD = frozenset(
    stem
    for word in (
        "tenir tient tiennent tenu tenue tenus tenues tenait tenaient tiendra tiendront dérouler déroule déroulent "
        "déroulé déroulée déroulés déroulait déroulaient dérouleront passer passe passent passé passée passait "
        "passaient commencer commence commençait commencé débuter débute débuté démarrer démarre démarré réunir réuni "
        "réunie réunissait organiser organisé organisée prévu prévue programmé programmée ouvrir ouvert ouvre "
        "finir fini terminer terminé lieu endroit date dates heure horaire horaires jour année salle mois "
        "moment exactement édition ville événement participants séance prendre place avoir dure duré durer "
        "durée temps finalement dernier dernière discuté parlé débattu question sujet thème évoqué abordé "
        "semaine feront fera faire font siéger siégé retrouver rassembler rassemblé rendez-vous"
    ).split()
    for stem in tokens(word)
)

#: Names of a meeting of a day or more, put one for another: « le colloque X » is titled « Journée d'étude X ».
GATHERINGS = frozenset(
    stem
    for word in (
        "séminaire colloque conférence journée journées étude études forum assises congrès rencontre symposium sommet "
        "webinaire réunion"
    ).split()
    for stem in tokens(word)
)

#: What only says that a time or a place is asked for.
ASKING = frozenset(
    stem
    for word in (
        "année date dates jour heure heures horaire horaires mois salle lieu endroit ça fait faite faites moment temps "
        "exactement combien durée précisément finalement avant après fallait faut falloir limite délai devait doit "
        "pouvait peut"
    ).split()
    for stem in tokens(word)
)
#: « A été fondée », « s'est tenu »: what took place, in the last word.
_DONE = regex(
    r"\b(?:a|ont|est|sont|avait|avaient|etait|etaient|sera|seront|fut|furent|aura|auront)(?:-t)?(?:-\w+)?"
    r" (?:(?:ete|finalement|donc|ensuite|enfin|deja|d'abord) )*(?P<done>\w{3,})\b"
)


def done(folded: str) -> frozenset[str]:
    """Return the stems of what a folded question says was done, when it is more than taking place."""
    found = (frozenset(tokens(match["done"])) for match in _DONE.finditer(folded))
    return frozenset().union(*(stems for stems in found if not stems <= HELD))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an answer must tell; `after` is for what comes next, `end` for when something ended."""

    date: bool = False
    hour: bool = False
    duration: bool = False
    place: bool = False
    room: bool = False
    #: Whether it is a hall that is asked for, no mere building.
    hall: bool = False
    after: bool = False
    end: bool = False
    #: Whether the date wanted is the one of which something is.
    origin: bool = False
    #: Whether it is asked where something stands: « où est la halle », « où se trouve le pont ».
    static: bool = False
    #: Folded words that lead to the date: « depuis », « jusqu'à ».
    leads: str = ""
    #: Whether the label of a limit must be told: « Date limite : ».
    labelled: bool = False
    #: Whether a day is wanted, no mere year: « quel jour »; whether the day of the week is.
    day: bool = False
    weekday: bool = False

    @property
    def limit(self) -> bool:
        """Whether it is asked until when something may be done: « jusqu'à quelle date », « au plus tard »."""
        return self.leads.startswith("jusqu")

    @property
    def time(self) -> bool:
        """Whether a date or an hour is wanted."""
        return self.date or self.hour


def wanted(question: str) -> Wanted | None:
    """Return what a question of time and place wants; nothing for other questions."""
    words = " ".join(fold(_TITLED.sub(" ", question)).split())
    told = Wanted(
        date=bool(_WHEN.search(words) or (_NOUN.match(words) and not _WHERE.search(words))),
        hour=bool(_HOUR.search(words)),
        duration=bool(_DURATION.search(words)),
        place=bool(_WHERE.search(words) or _NOUN.match(words)),
        room=bool(_ROOM.search(words)),
        hall=bool(_HALL.search(words)),
        after=bool(_NEXT.search(words)),
        end=bool(_ENDS.search(words)),
        leads=_leads(words),
        static=bool(_STATIC.match(words)),
        origin=bool(_ORIGIN.search(words)),
        day=bool(_DAY.search(words)),
        weekday=bool(_WEEKDAY.search(words)),
    )
    return told if told.time or told.place or told.duration else None


def _leads(words: str) -> str:
    if "depuis" in words or "partir de" in words:
        return "depuis|a partir d[eu]|des|a compter d[eu]"
    if re.search(r"\bjusqu|\bavant (?:quand|quel)|\blimite\b|\bau plus tard\b", words):
        return (
            r"jusqu|jusqu'en|jusqu'a|avant|d'ici|au plus tard|(?:limite|echeance|delai|cloture)(?: d[eu]s? [\w'-]+)?"
            r"(?: ?:| est| etait)?(?: fixee?)?"
        )
    return ""
