"""Sessions of an event: by their headings, by the hours of a programme, by « premier temps, deuxième temps »."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus import Span, find_hours, reading
from kg.extract.hours import opening_hours
from kg.extract.labels import lines
from kg.extract.source import Source, Unit
from kg.lexicon.folding import fold
from kg.regex import regex
from kg.relate.programme import Session, days, timed, titled
from kg.relate.session_facts import as_announced, completed, parted
from kg.relate.session_series import of_somebody, told_by_headings

_KIND = (
    r"session|ateliers?|table[ -]ronde|pleniere|seance (?:pleniere|d'ouverture|de cloture|inaugurale|"
    r"de l'apres-midi|du matin)|(?:mot|discours|allocution|propos|paroles)s? "
    r"(?:d'accueil|d'ouverture|de bienvenue|de cloture|introductifs?|inaugur\w+)|allocutions?|panel|keynote|"
    r"conference (?:inaugurale|d'ouverture|de cloture|pleniere|introductive)"
    r"|grand temoin|temps d'echange|debat|sequence|matinee|apres-midi|world[ -]cafe|forum ouvert|temoignages?|"
    r"intervention de|presentation|restitution|echanges avec"
)
_HEADING = regex(rf"(?:{_KIND})\b")
_EDGE = regex(
    r"(?:seance d'|session d')?(?:ouverture|introduction|conclusions?|cloture|accueil|mot de la fin|"
    r"synthese(?! (?:de|des|du) ))\b(?!.{60,})"
)
_ORDINAL = r"(?:premiere?|1ere?|deuxieme|seconde?|troisieme|quatrieme|cinquieme|sixieme|derniere?|\d\s?e(?:me)?)"
_NUMBERED = regex(
    r"(?:(?:session|ateliers?|table(?:[ -]ronde)?|panel|seance|temps|matinee|plenieres?|"
    r"jour(?:nee)?|groupe|conference|intervention)\s*(?:n\s?[°o]\s*)?(?:\d{1,2}|[ivx]{1,5}|[a-d])\b"
    rf"|{_ORDINAL}\s+(?:session|atelier|table[ -]ronde|panel|seance|journee|matinee|pleniere|demi-journee|jour|sequence"
    r"|conference|groupe|rencontre)\b)"
)
#: A line in capitals that opens a session, with its title: « TABLE RONDE : QUI PAIE L'EAU ? ».
_SHOUTED = regex(r"(?:TABLE[ -]RONDE|ATELIER|D[ÉE]BAT|CONF[ÉE]RENCE|PL[ÉE]NI[ÈE]RE)\s*[:–—]\s*(?=[^a-zà-ÿ]{8,}$)")
#: A line of running text that opens a session: its number, then a mark and its words, or nothing more.
_OPENS = regex(r"\s*(?:$|[:.–—-]\s*(?=\S))")
#: The number of a chapter before the number of a session: « 2. Table A – … », « II) Atelier 1 ».
_CHAPTER = regex(r"^(?:\d{1,2}(?:\.\d{1,2})?|[ivxIVX]{1,4}|[a-dA-D])\s?(?:[.)/]|[–—-](?=\s))[.)]?\s*(?=[^\W\d_])")
_DATED = regex(r"\s*\((?:le )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?\d[^()]*(?:19|20)\d\d\)\s*$")
#: The rule of a session that an item of a list names: what stands under it tells of the next one.
_ITEM = "session-item/1"
#: The dots that lead to a page in a table of contents.
_LEADERS = regex(r"\.{4,}|(?:\s\.){4,}|…{2,}")
#: « Groupe « Terrain » », « Atelier « Lire » »: a kind and a title in guillemets.
_TITLED = regex(r"(?:groupe|ateliers?|table[ -]ronde|panel|seance|conference|debat)\s*[«\"“]")
_TURN = regex(
    r"(?:\bun|\ble|\bla|\bune|^)?\s*(premiere?|deuxieme|seconde?|troisieme|quatrieme|cinquieme|"
    r"derniere?)\s+(temps|partie|sequence|moment|phase)\b"
)
_TURN_VERB = regex(
    r"\s*(?:(?:,|:|était|etait|est|a été|fut)?\s*(?:dédiée?|dediée?|dedie|consacrée?|réservée?)\s+(?:à|a|aux?)\s+|"
    r"(?:a |avait )?(?:porté|portait|traité|traitait|abordé|abordait)\s+(?:sur\s+)?|"
    r"(?:était|est|fut|a été)\s+|\s*:\s*)",
    re.IGNORECASE,
)


def sessions(source: Source) -> list[Session]:
    """Return the sessions of a document in order."""
    return source.once(_sessions)


def _sessions(source: Source) -> list[Session]:
    headed = list(_headed(source))
    numbered = any(_NUMBERED.match(fold(session.label)) for session in headed)
    known = (*headed, *timed(source))
    lined = [one for one in (*_lined(source), *_shouted(source)) if not any(one.span in held.span for held in known)]
    lined = _next_in_series(headed, lined) if numbered else lined
    marked = {session.span.start for session in (*headed, *lined)}
    told = [session for session in timed(source, marked) if session.span.start not in marked]
    turned = list(_turns(source)) if not headed and not lined else []
    found = sorted((*headed, *lined, *told, *turned), key=lambda session: session.span)
    announced = days(source)
    if len({day for _, day in announced}) > 1:
        starts = [start for start, _ in announced]
        last = max((session.scope or session.span).end for session in told) if told else len(source.document.text)
        found = [
            replace(session, day=announced[at - 1][1])
            if session.day is None and session.span.start < last and (at := bisect_right(starts, session.span.start))
            else session
            for session in found
        ]
    return [as_announced(session, told) for session in found]


def _next_in_series(headed: Sequence[Session], lined: Sequence[Session]) -> list[Session]:
    """Keep the lines that go on with a series of headings: « TEMPS 2 – Pistes » after the heading « TEMPS 1 »."""
    told = {number[0] for one in headed if (number := _NUMBERED.match(fold(one.label)))}
    kinds = {number.split()[0] for number in told}
    numbers = ((one, _NUMBERED.match(fold(one.label))) for one in lined)
    return [one for one, number in numbers if number and number[0] not in told and number[0].split()[0] in kinds]


def _headed(source: Source) -> Iterator[Session]:
    title = source.document.title
    headings = [u for u in source.units if u.block.kind == "heading" and not _LEADERS.search(u.text)]
    sure = [unit for unit in headings if _is_session_heading(source, unit, title)]
    placed = {unit.start for unit in told_by_headings(source, headings, sure)}
    sure = [unit for unit in headings if unit in sure or unit.start in placed]
    if not sure:
        sure = [unit for unit in headings if _NUMBERED.match(_CHAPTER.sub("", fold(unit.text), count=1))]
    for unit in headings:
        words = fold(unit.text.strip())
        edge = bool(_EDGE.match(words)) and bool(sure) and "animation" not in words
        if unit in sure or edge:
            yield _session(source, unit.block.span, reading(source.document, unit.block.span), "session-heading/1")
    held = {unit.start for unit in sure}
    for span, words in of_somebody(source):
        if span.start not in held:
            yield _session(source, span, words, "session-heading/1")


def _session(source: Source, span: Span, words: str, rule: str) -> Session:
    """Part the words of a heading: the hours before the title, the room and the date behind it."""
    hours = find_hours(words)
    opened = opening_hours(words)
    rest = words[opened.end :].lstrip(" –—-:|") if opened and not words[:1].isalpha() else words
    chapter = _CHAPTER.match(rest)
    if chapter and (_NUMBERED.match(fold(rest[chapter.end() :])) or _TITLED.match(fold(rest[chapter.end() :]))):
        rest = rest[chapter.end() :]
    rest, told = parted(_DATED.sub("", rest))
    label, place = titled(rest.strip(" :"))
    hours = [hour for hour in hours if words[hour.start : hour.end] not in label]  # « le dernier bus de 18 heures »
    start, end = (hours[0].first, hours[0].last) if hours else (None, None)
    session = Session(span, label.strip(" :("), rule, start=start, end=end, place=place or told)
    return session if rule == _ITEM else completed(source, session)


def _lined(source: Source) -> Iterator[Session]:
    """Read « Table ronde 1 – Les ponts » and « DEUXIÈME TABLE RONDE », on a line of their own."""
    for unit in source.units:
        if unit.block.kind not in ("paragraph", "item"):
            continue
        found = list(lines(source, unit))[: None if unit.block.kind == "paragraph" else 1]
        for at, (start, end) in enumerate(found):
            words = reading(source.document, Span(source.document.id, start, end)).strip("*_ ")
            number = _NUMBERED.match(fold(words))
            told = number and not _LEADERS.search(words) and words[:1].isupper()
            if not number or not told or len(words) > 160 or words.endswith((".", ",", ";")):
                continue
            opens = _OPENS.match(fold(words), number.end())
            if not opens:
                continue
            title = found[at + 1] if opens.end() == len(fold(words)) and at + 1 < len(found) else None
            if title and title[1] - title[0] < 140 and source.document.text[title[1] - 1] not in ".:;,":
                under = reading(source.document, Span(source.document.id, *title))
                yield _session(
                    source, Span(source.document.id, start, title[1]), f"{words} : {under}", "session-line/1"
                )
            elif opens.end() < len(fold(words)):
                rule = _ITEM if unit.block.kind == "item" else "session-line/1"
                yield _session(source, Span(source.document.id, start, end), words, rule)


def _shouted(source: Source) -> Iterator[Session]:
    """Read « TABLE RONDE : QUI PAIE L'EAU ? » on a line of its own, under the line that names the event."""
    for unit in source.units:
        if unit.block.kind == "paragraph":
            for start, end in lines(source, unit):
                words = reading(source.document, Span(source.document.id, start, end)).strip("*_ ")
                if start > 0 and len(words) < 120 and _SHOUTED.match(words):
                    span = Span(source.document.id, start, end)
                    yield _session(source, span, words.capitalize(), "session-line/1")


def _is_session_heading(source: Source, unit: Unit, title: str) -> bool:
    words = _CHAPTER.sub("", fold(unit.text.strip()), count=1)
    if unit.text.strip() == title or (unit.start == 0):
        return False
    if _NUMBERED.match(words) or _TITLED.match(words):
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
