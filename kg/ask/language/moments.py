"""What tells when, how long and where in a sentence: dates in all their forms, hours, durations, places."""

import re
from collections.abc import Iterator
from typing import Literal

from corpus import find_dates, find_hours
from index import fold
from kg.ask.language import french
from kg.regex import regex

Asked = Literal["date", "hour", "duration"]
Slice = tuple[int, int]

_MONTHS = "|".join(
    [*french.MONTHS, "janv", "fevrier", "févr?", "fevr?", "avr", "juil", "aout", "sept", "oct", "nov", "déc", "dec"]
)
_WEEK = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim)"
_DAYS = regex(
    rf"(?:\b{_WEEK}\.?\s+)?\b\d{{1,2}}(?:er)?(?:\s*(?:,|et|au|-|–)\s*(?:{_WEEK}\.?\s+)?\d{{1,2}}(?:er)?)?\s+"
    rf"(?:{_MONTHS})\b\.?(?:\s+(?:19|20)\d\d\b)?"
    r"|\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b",
    re.IGNORECASE,
)
_MONTH = regex(
    rf"\b(?:(?:début|mi|fin)[ -])?(?:{_MONTHS})\b\.?\s+(?:19|20)\d\d\b"
    rf"|\b(?:(?:début|mi|fin)[ -]|(?<=en )|(?<=dès )|(?<=depuis )|(?<=mois de )|(?<=mois d['’])|(?<=d'ici )"
    rf"|(?<=partir de ))"
    rf"(?:{_MONTHS})\b",
    re.IGNORECASE,
)
_SEASON = regex(
    r"\b(?:(?:au |à l['’]|cet |cette |dès l['’]|à la )?(?:printemps|automne|hiver|rentrée|Toussaint|Noël|Pâques)"
    r"|(?:à l['’]|cet |dès l['’]|d['’]|en |l['’]|chaque )été)\b"
    r"(?:\s+(?:de\s+)?(?:(?:19|20)\d\d|prochaine?|suivante?|dernière?))?",
)
_SEASON_OF_YEAR = regex(
    r"\b(?:printemps|été|automne|hiver|rentrée|fin|début|mi)\s(?:de\s)?(?:l['’]année\s)?(?:19|20)\d\d\b", re.IGNORECASE
)
#: « Lundi 11 », in a report whose title tells the month.
_WEEKDAY = regex(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s\d{1,2}(?:er)?\b(?!\s?(?:h|heures?|[/:.%€])\b)",
    re.IGNORECASE,
)
_YEAR = regex(
    r"\b(?:(?:début|mi|fin)[ -]|d['’]ici |avant |jusqu['’]en |vers )?(?<![\d°-])(?:19|20)\d\d\b(?!\s?(?:€|euros"
    r"|habitants|%|"
    r"personnes|nuits|tonnes|m²|km|voix|logements|élèves|arbres|adhérents))"
)
#: Years before 1900 look like any number: a word or a parenthesis leads them, and nothing that is counted follows.
_OLD_YEAR = regex(
    r"(?:\b(?:en|depuis|dès|vers|avant|année|l['’]an|de)\s|\()(?P<year>1[0-8]\d\d)\b"
    r"(?!\s?[\d€%]|[,.]\d|\s(?!(?:et|par|qui|que|a|est|dont|avec|pour|sur|à|au|dans|le|la|puis|sous)\b)[a-zà-ÿ])"
)
_CENTURY = regex(r"\b[IVX]{1,5}(?:e|ème|ᵉ) siècle\b")
_VAGUE = regex(
    r"\bil y a (?:\w+[ -]){1,3}(?:ans?|mois|semaines?|jours?|siècles?)\b"
    r"|\b(?:l['’]an(?:née)? (?:dernière?|prochaine?|passée?)|(?:la semaine|le mois|l['’]été"
    r"|l['’]hiver) (?:dernière?|prochaine?)"
    r"|années (?:\d{2,4}\b|vingt|trente|quarante|cinquante|soixante|quatre-vingt|passées|récentes)"
    rf"(?:-\w+)?|(?:ce |le |un |chaque |tous les ){_WEEK}s?(?: (?:prochain|suivant|soir|matin|après-midi))?"
    r"|demain|hier|la veille|le lendemain)\b",
    re.IGNORECASE,
)
#: A state that began at the date that follows.
_SINCE = regex(r"(?P<word>[\w-]+) depuis (?:le |la |l['’])?$", re.IGNORECASE)
_CLOCK = regex(r"(?<![\w-])(?:midi|minuit)\b", re.IGNORECASE)
_SPELLED_HOUR = regex(
    r"\b(?:(?:une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept"
    r"|dix-huit"
    r"|dix-neuf|vingt|vingt et une|vingt-et-une|vingt-deux|vingt-trois) heures?"
    r"(?: (?:et quart|et demie|trente|quinze|quarante-cinq|moins le quart|moins dix|cinq|dix|vingt))?)\b",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:\d+(?:[ ,.]\d+)?|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    r"|dix-sept|dix-huit|dix-neuf|vingt|trente|quarante|cinquante|soixante|cent|quelques|plusieurs)"
    r"(?:[ -](?:et[ -])?(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cents?))?"
)
_DURATION = regex(
    rf"\b{_NUMBER}\s+(?:petites? |longues? |bonnes? )?(?:ans?|années?|mois|semaines?|jours?|journées?|heures?"
    rf"|minutes?|siècles?"
    r"|demi-journées?|nuits?|week-ends?)(?: et demie?)?\b|\b(?:une |toute la |la )?(?:demi-journée|matinée"
    r"|demi-heure)\b",
    re.IGNORECASE,
)
_ROOM = regex(
    r"(?:(?<![\w'’-])|(?<=\bà l['’])|(?<=\bdans l['’]))(?:(?:[Gg]rande? |[Pp]etite? )?"
    r"(?:[Ss]alle|[Aa]mphi(?:théâtre)?)|[Aa]uditorium|[Hh]alle?"
    r"|[Gg]ymnase|[Cc]hapelle"
    r"|[Mm]édiathèque|[Bb]ibliothèque|[Ff]oyer|[Tt]héâtre|[Hh]émicycle|[Mm]airie|[Aa]trium|[Cc]hapiteau"
    r"|[Hh]ôtel (?:de [Vv]ille|d[eu])|[Mm]aison"
    r"|[Pp]alais|[Cc]inéma|[Cc]entre (?:social|culturel|des congrès)|[ÉEée]cole|[Cc]ollège|[Ll]ycée|[Cc]aserne"
    r"|[Ff]erme|[Cc]afé"
    r"|[Rr]estaurant|[Aa]telier d[eu]|[Pp]arc|[Pp]lace(?= d[eu]| l[ae'’]|,? [A-ZÀ-Ý\d])"
    r"|[Qq]uai|[Rr]ue|[Pp]arking|[Ss]quare|[Jj]ardin|[Tt]our"
    r"|[Cc]hâteau|[Éé]glise|[Cc]rypte|[Cc]athédrale"
    r"|[Mm]oulin|[Gg]range|[Ss]tade|[Pp]iscine|[Mm]usée|[Uu]niversité|[Pp]ort|[Gg]are|[Vv]isio(?:conférence)?"
    r"|[Mm]aquis|[Tt]iers-lieu|[Kk]iosque|[Ss]tudio|[Pp]réau|[Rr]éfectoire|[Cc]loître|[Aa]bbaye|[Ll]ocal d[eu]s?"
    r"|[Ee]space|[Pp]avillon|[Bb]ourse du travail|[Pp]réfecture|[Bb]rasserie|[Bb]uvette|[Pp]arvis|[Ee]splanade|[Pp]ont"
    r"|(?:[Aa]ncien(?:ne)? )?(?:[Mm]anufacture|[Ff]ilature|[Mm]anège|[Mm]inoterie|[Cc]orderie|[Ss]ucrerie|[Ff]onderie"
    r"|[Cc]ouvent|[Pp]rieuré|[Hh]aras|[Aa]rsenal|[Ee]ntrepôt|[Uu]sine))"
    r"(?![\w-])(?:\s+(?:de la |de l['’]|du |des |de |d['’]|la |le |les |à l['’]|aux? )?(?:[A-ZÀ-Ý]\.(?=\s[A-ZÀ-Ý])"
    r"|[\w'’.-]*[A-ZÀ-Ý\d][\w'’-]*)"
    r"|\s+(?:de la |de l['’]|du |des |de |d['’])[\w'’-]+|\s+(?:haute?|basse?|polyvalente?|municipale?|communale?"
    r"|verte?|bleue?)\b)*"
)
_AT = regex(
    r"\b(?:à|au|aux|en|chez|dans|sur|près de|vers|devant)\s(?:la |le |les |l['’])?"
    r"(?P<name>[A-ZÀ-Ý][\w'’-]+(?:[ -](?:(?:de|du|des|la|le|les|en|sur|sous|d['’]|l['’])[ -]?)*[A-ZÀ-Ý\d][\w'’-]*)*"
    r"(?: d(?:e |u |['’])[a-zà-ÿ]+ (?:L(?:a|es?) |L['’])[A-ZÀ-Ý][\w'’-]*)?)"
)


def moments(words: str, asked: Asked = "date") -> list[Slice]:
    """Return the slices of some words that tell a date, an hour or a duration, the most precise kind that is found."""
    if asked == "hour":
        return _hours(words)
    if asked == "duration":
        return [match.span() for match in _DURATION.finditer(words)]
    days = _apart([*((date.start, date.end) for date in find_dates(words)), *_spans(_DAYS, words)])
    months = [*_spans(_MONTH, words), *_spans(_SEASON_OF_YEAR, words)]
    months = [one for one in _apart(months) if not _touches(one, days)]
    old = (match.span("year") for match in _OLD_YEAR.finditer(words))
    years = [*_spans(_YEAR, words), *old, *_spans(_CENTURY, words)]
    years = [one for one in years if not _touches(one, [*days, *months])]
    told = sorted([*days, *months, *years])
    return told or _spans(_WEEKDAY, words) or _spans(_SEASON, words) or _spans(_VAGUE, words)


def _hours(words: str) -> list[Slice]:
    spelled = _spans(_SPELLED_HOUR, words)
    hours = [(hour.start, hour.end) for hour in find_hours(words)]
    return _apart([*hours, *spelled, *_spans(_CLOCK, words)])


def places(words: str, *, built: bool = False) -> Iterator[Slice]:
    """Yield the slices of some words that tell a room or a building, then, unless only these are wanted, others.

    The others are the names that a preposition of place leads.
    """
    rooms = _spans(_ROOM, words)
    yield from rooms
    for match in () if built else _AT.finditer(words):
        if not _touches(match.span("name"), rooms) and not moments(match["name"]):
            yield match.span("name")


def is_room(words: str) -> bool:
    """Tell words that name a room or a building: no town, no body."""
    return _ROOM.search(words) is not None


def is_state(before: str, asking: frozenset[str]) -> bool:
    """Tell a date since which something is as the question does not say: « la halle, fermée depuis 1983 ».

    `before` is what stands before the date, `asking` the stems of the question.
    """
    from index import tokens

    since = _SINCE.search(before)
    return since is not None and asking.isdisjoint(tokens(since["word"]))


def nearest(found: list[Slice], words: str, stems: frozenset[str]) -> Slice:
    """Return the slice that stands nearest to the words of some stems."""
    from index import tokens

    said = [match.start() for match in re.finditer(r"[\w'’-]+", words) if stems.intersection(tokens(match[0]))]
    own = [at for at in said if not any(start <= at < end for start, end in found)]
    return min(found, key=lambda one: (min((abs(at - one[0]) for at in own), default=0), one[0]))


def led_by(found: list[Slice], words: str, leads: str) -> list[Slice]:
    """Return the slices that some folded words lead: « depuis », « jusqu'au »; the slices themselves when none is."""
    led = [
        one for one in found if re.search(rf"\b(?:{leads})[\s'’]*(?:le |la |l'|au |aux |en )?$", fold(words[: one[0]]))
    ]
    return led or found


def _spans(pattern: re.Pattern[str], words: str) -> list[Slice]:
    return [match.span() for match in pattern.finditer(words)]


def _touches(one: Slice, others: list[Slice]) -> bool:
    return any(one[0] < end and start < one[1] for start, end in others)


def _apart(found: list[Slice]) -> list[Slice]:
    """Return slices in order, those inside a longer one left out."""
    kept: list[Slice] = []
    for one in sorted(found, key=lambda slice: (slice[0] - slice[1], slice[0])):
        if not _touches(one, kept):
            kept.append(one)
    return sorted(kept)
