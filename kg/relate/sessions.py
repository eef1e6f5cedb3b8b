"""Sessions of an event: by their headings, by the hours of a programme, by « premier temps, deuxième temps »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus import Span, find_hours, reading
from kg.extract.labels import lines
from kg.extract.source import Source, Unit
from kg.lexicon.folding import fold

_KIND = (
    r"session|ateliers?|table[ -]ronde|pleniere|seance (?:pleniere|d'ouverture|de cloture|inaugurale|"
    r"de l'apres-midi|du matin)|(?:mot|discours|allocution|propos|paroles)s? "
    r"(?:d'accueil|d'ouverture|de bienvenue|de cloture|introductifs?|inaugur\w+)|allocutions?|panel|keynote|"
    r"conference (?:inaugurale|d'ouverture|de cloture|pleniere|introductive)"
    r"|grand temoin|temps d'echange|debat|sequence|matinee|apres-midi|world[ -]cafe|forum ouvert|temoignages?|"
    r"intervention de|presentation|restitution|echanges avec"
)
_HEADING = re.compile(rf"(?:{_KIND})\b")
_EDGE = re.compile(
    r"(?:seance d'|session d')?(?:ouverture|introduction|conclusions?|cloture|accueil|mot de la fin|"
    r"synthese)\b(?!.{60,})"
)
_NUMBERED = re.compile(
    r"(?:session|ateliers?|table[ -]ronde|sequence|panel|partie|seance|temps|matinee|plenieres?|axe|"
    r"module)\s*(?:n°\s*)?(?:\d{1,2}|[ivx]{1,5}|[a-d])\b"
)
_BREAK = re.compile(
    r"(?:accueil(?: (?:cafe|des participants|et .*|du public|petit.dejeuner.*))?|pause.*|dejeuner.*|cafe.*|"
    r"cocktail.*|buffet.*|diner.*|fin .*|depart.*|arrivee.*|inscription.*|emargement.*"
    r"|repas.*|aperitif.*|verre .*|transfert.*|retour.*|visite libre)$"
)
_TURN = re.compile(
    r"(?:\bun|\ble|\bla|\bune|^)?\s*(premiere?|deuxieme|seconde?|troisieme|quatrieme|cinquieme|"
    r"derniere?)\s+(temps|partie|sequence|moment|phase)\b"
)
_TURN_VERB = re.compile(
    r"\s*(?:(?:,|:|était|etait|est|a été|fut)?\s*(?:dédiée?|dediée?|dedie|consacrée?|réservée?)\s+(?:à|a|aux?)\s+|"
    r"(?:a |avait )?(?:porté|portait|traité|traitait|abordé|abordait)\s+(?:sur\s+)?|"
    r"(?:était|est|fut|a été)\s+|\s*:\s*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Session:
    """A session as the document lays it out: its words, the slice that it covers, its hours and its room."""

    span: Span
    label: str
    rule: str
    scope: Span | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None


def sessions(source: Source) -> list[Session]:
    """Return the sessions of a document in order."""
    headed = list(_headed(source))
    timed = list(_timed(source))
    turned = list(_turns(source)) if not headed else []
    return sorted((*headed, *timed, *turned), key=lambda session: session.span)


def _headed(source: Source) -> Iterator[Session]:
    title = source.document.title
    headings = [unit for unit in source.units if unit.block.kind == "heading"]
    sure = [unit for unit in headings if _is_session_heading(source, unit, title)]
    if not sure:
        sure = [unit for unit in headings if _NUMBERED.match(fold(unit.text))]
    for unit in headings:
        words = fold(unit.text.strip())
        edge = bool(_EDGE.match(words)) and bool(sure) and "animation" not in words
        if unit in sure or edge:
            hours = find_hours(unit.text)
            label = reading(source.document, unit.block.span).strip(" :")
            start, end = (hours[0].first, hours[0].last) if hours else (None, None)
            yield Session(unit.block.span, label, "session-heading/1", start=start, end=end)


def _is_session_heading(source: Source, unit: Unit, title: str) -> bool:
    words = fold(unit.text.strip())
    if unit.text.strip() == title or (unit.start == 0):
        return False
    if _NUMBERED.match(words):
        return True
    return bool(_HEADING.match(words)) and (
        (len(words) > 8 and _has_people(source, unit))
        or words.startswith(("session", "table ronde", "table-ronde", "pleniere"))
    )


def _has_people(source: Source, unit: Unit) -> bool:
    """Tell whether one of the next few blocks introduces speakers."""
    for following in source.after(unit, 3):
        if re.match(r"\W*(?:intervenant|moderat|anim|avec\b|orat|president de seance)", fold(following.text)):
            return True
    return False


def _timed(source: Source) -> Iterator[Session]:
    """Read « De 14h00 à 15h30 : Titre (salle X) » and « 9h30 - 10h15 Table ronde », each with what it holds."""
    found: list[tuple[Session | None, int]] = []
    for start, end, is_end in _programme_lines(source):
        session = None if is_end else _timed_line(source, start, end)
        if session or is_end or find_hours(source.document.text[start : min(end, start + 16)]):
            found.append((session, start))
    limits = [start for _, start in found[1:]] + [len(source.document.text)]
    for (session, _), limit in zip(found, limits, strict=False):
        if session:
            yield replace(session, scope=replace(session.span, end=max(session.span.end, limit)))


def _programme_lines(source: Source) -> Iterator[tuple[int, int, bool]]:
    """Yield the lines of a document; headings and long paragraphs, which end what a programme line holds, say so."""
    for unit in source.units:
        if unit.block.kind == "paragraph" and unit.end - unit.start <= 500:
            yield from ((start, end, False) for start, end in lines(source, unit))
        else:
            is_end = unit.block.kind != "item" and unit.block.kind != "row" and not find_hours(unit.text[:16])
            yield unit.start, unit.end, is_end


def _timed_line(source: Source, start: int, end: int) -> Session | None:
    words = reading(source.document, Span(source.document.id, start, end)).lstrip("-–—•* \t")
    hours = find_hours(words[:60])
    if not hours or len(words) > 400 or hours[0].start > 4:
        return None
    rest = words[hours[0].end :].lstrip(" \t\xa0:–—-|/.)")
    lead = words[: hours[0].start].strip().lower()
    if lead not in ("", "de", "à", "(") or len(rest) < 6 or (not rest[:1].isupper() and rest[:1] not in '«“"'):
        return None
    room = re.search(r"\s*\((?:salle|lieu)\s*:?\s*([^()]*)\)\s*$", rest, re.IGNORECASE)
    place = room[1].strip() or None if room else None
    label = rest[: room.start()].strip() if room else rest.strip()
    if _BREAK.match(fold(label).strip(" .")):
        return None
    label = re.split(r"\t", label)[0]
    span = Span(source.document.id, start, end)
    first, last = hours[0].first, hours[0].last
    return Session(span, label.strip(" .;"), "timed-line/1", start=first, end=last, place=place)


def _turns(source: Source) -> Iterator[Session]:
    for unit in source.units:
        if unit.block.kind not in ("item", "paragraph"):
            continue
        for start, end in _sentence_starts(source, unit):
            words = reading(source.document, Span(source.document.id, start, end))
            turn = _TURN.match(fold(words))
            if not turn or len(fold(words)) != len(words):
                continue
            about = _TURN_VERB.match(words, turn.end())
            if not about:
                continue
            topic = re.split(r"(?<!\d)[.;](?:\s|$)|,\s(?:avec|puis|qui|animée?)|\s:\s*", words[about.end() :])[0].strip(
                " :.,"
            )
            shown = words[turn.start(1) : turn.end()].strip()
            label = f"{shown[:1].upper()}{shown[1:]} : {topic}"
            if topic:
                yield Session(Span(source.document.id, start, end), label, "turn/1")


def _sentence_starts(source: Source, unit: Unit) -> Iterator[tuple[int, int]]:
    from corpus import sentences

    text = source.document.text
    for line_start, _ in lines(source, unit):
        ends = [end for start, end in sentences(text, line_start, unit.end)][:1]
        if ends:
            yield line_start, ends[0]
