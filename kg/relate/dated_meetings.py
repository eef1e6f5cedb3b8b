"""Meetings that sentences tell by their day, by whose they are, or whose title a second sentence gives."""

import re
from collections.abc import Iterator, Sequence

from corpus import find_dates
from kg.extract.source import Source, Unit
from kg.lexicon.months import MONTHS
from kg.regex import regex
from kg.relate.assemblies import linked
from kg.types import Mention

_MONTH = rf"(?:{'|'.join(MONTHS)})"
_DAY = regex(rf"\bdu (?:\w+ )?(\d{{1,2}})(?:er)? ({'|'.join(MONTHS)})\b")
#: « la réunion du 3 mai avec l'hôpital », « le world-café du 8 octobre ».
_OF_DAY = regex(
    r"\b(?:[Ll]a|[Ll]e|[Ll]'|[Dd]u|[Aa]u|[Cc]ette|[Cc]e|[Ss]a|[Ll]eur)\s?"
    r"((?P<kind>réunion|rencontre|entrevue|table[ -]ronde|world[ -]café|atelier|forum|visite|soirée|conférence|débat|"
    r"marche exploratoire|colloque|séminaire)(?: publique?| citoyenne?| de travail| d'information)?"
    rf" du (?:[a-z]+di |dimanche )?\d{{1,2}}(?:er)? {_MONTH}(?: (?:19|20)\d\d)?"
    r"(?: (?P<with>avec (?:(?:le|la|les|des|un|une|son|sa|ses|leurs?) |l')?[^.,;:()«»|]{3,60}?"
    r"(?=[.,;:()|]| (?:au sujet|à propos|sur|pour|dans|afin|et|qui|où|a|est|à)\b|$)))?)"
)
#: Without « avec », only those that are no mere meeting.
_PLAIN = frozenset(("réunion", "rencontre", "entrevue", "visite", "conférence", "débat", "soirée"))
#: « la réunion publique sur la gare se tiendra … »: what it is about, up to what is told of it.
_ABOUT = regex(
    r"\b(?:[Ll]a|[Uu]ne|[Cc]ette|[Dd]e la|[Dd]'une)\s?"
    r"(?P<told>(?:(?:réunion|restitution|conférence|consultation) publique|réunion d'information|conférence-débat|"
    r"soirée-débat|réunion de quartier)\s(?:consacrée (?:à la|à l'|aux?|à)|sur|au sujet d[eu]s?|à propos d[eu]s?|"
    r"dédiée (?:à|aux?))\s?[^.,;:()«»|]{4,70}?)"
    r"(?=[.,;:()|]|\s(?:se\s|s'|a\s|aura|avait|est\s|était|qui|où|organisée|tenue|prévue|du \d|le \d|"
    r"(?:lun|mar|mercre|jeu|vendre|same)di)|$)"
)
_PRIZE = regex(
    r"\b(?P<told>[Rr]emise (?:du |des |de la |de l')(?:prix|trophées?|médailles?|label|palmes?)\s[A-ZÀ-Ý][\w'’-]+"
    r"(?:\s(?:d'|de |du |et )?(?:[A-ZÀ-Ý][\w'’-]*|\d{4}))*)"
)
#: « Son congrès se tiendra à Lens les 6 et 7 octobre 2023 ».
_OWN = regex(
    r"\b(?:Son|Sa|Ses)\s(?P<kind>(?:prochaine?s? )?(?:congrès|assemblée générale|festival|forum|rencontres|assises|"
    r"journées?|fête|université d'été|colloque|salon)(?: (?:annuel|national|régional|départemental)e?s?)?)\s"
    r"(?:se tien\w+|aur\w+ lieu|s'est tenu\w*|s'ouvrir\w+|est prévue?|(?:a|ont) eu lieu)\b"
)
#: « Une exposition avec nos amis. Elle s'intitulera « Sous la halle » ».
_ENTITLED = regex(
    r"\b(?:[Uu]ne?|[Cc]ette?|[Cc]e|[Ll]'|[Ll]a|[Ll]e)\s?(?P<kind>exposition|spectacle|colloque|séminaire|forum|festival|"
    r"conférence|soirée|journée|atelier|rencontre|fête)\b[^«»]{0,160}?[.,;]\s(?:[EeIi]l(?:le)?|qui)\s"
    r"(?:s'intitul\w+|s'appell\w+|portera le (?:titre|nom)(?: de)?|aura pour titre)\s?«\s*(?P<title>[^«»]{3,80}?)\s*»"
)
_QUOTED = regex(
    r"\b(?P<kind>[Ee]xposition|[Ss]pectacle)(?: itinérante?| commune?)?\s?,?\s«\s*(?P<title>[^«»]{3,80}?)\s*»"
)


def dated_meetings(source: Source, known: Sequence[Mention]) -> Iterator[tuple[int, int, str]]:
    """Yield where such meetings stand, with the name that each is given."""
    bodies = sorted(m for m in known if m.kind == "organisation")
    for unit in source.units:
        if unit.block.kind in ("row", "heading") or unit.start == 0:
            continue
        for match in _OF_DAY.finditer(unit.text):
            if match["with"] or match["kind"] not in _PLAIN:
                words = f"{match['kind']} {match['with']}" if match["with"] else match[1]
                name = " ".join(words.replace("|", " ").split())
                yield unit.start + match.start(1), unit.start + match.end(1), name[:1].upper() + name[1:]
        yield from _told_about(unit)
        for pattern in (_ENTITLED, _QUOTED):
            for match in pattern.finditer(unit.text):
                kind, title = match["kind"], " ".join(match["title"].replace("|", " ").split())
                name = f"{kind[:1].upper()}{kind[1:]} « {title} »"
                yield unit.start + match.start("kind"), unit.start + match.end("title"), name
        yield from _of_bodies(unit, bodies)


def _told_about(unit: Unit) -> Iterator[tuple[int, int, str]]:
    """Read « la réunion publique sur la gare se tiendra … » and « Remise du prix Ada-Blanc »."""
    for pattern in (_ABOUT, _PRIZE):
        for match in pattern.finditer(unit.text):
            words = " ".join(match["told"].replace("|", " ").split())
            yield unit.start + match.start("told"), unit.start + match.end("told"), words[:1].upper() + words[1:]


def day_in(words: str, written: str | None) -> str | None:
    """Return the day that « la réunion du 27 septembre » tells, ISO 8601, by the day on which the text was written."""
    told = _DAY.search(words)
    if told is None or not written or len(written) < 10:
        return None
    day = f"{MONTHS.index(told[2]) + 1:02}-{int(told[1]):02}"
    year = int(written[:4])
    return f"{year if day <= written[5:10] else year - 1}-{day}"


def _of_bodies(unit: Unit, bodies: Sequence[Mention]) -> Iterator[tuple[int, int, str]]:
    """Read « Son congrès se tiendra … 2023 » after the name of a body in the same block: it is its congress."""
    for match in _OWN.finditer(unit.text):
        at = unit.start + match.start()
        before = [body for body in bodies if unit.start <= body.span.start and body.span.end <= at]
        if before and find_dates(unit.text[match.end() : match.end() + 120]):
            kind = re.sub(r"^prochaine?s? ", "", match["kind"])
            start, end = unit.start + match.start("kind"), unit.start + match.end("kind")
            yield start, end, f"{kind[:1].upper()}{kind[1:]}{linked(before[-1].name)}"
