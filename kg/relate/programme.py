"""The lines of a programme: « De 14h00 à 15h30 : Titre (salle X) », hours in a column, one day after the other."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from corpus import Span, reading
from corpus.dates import MONTHS
from kg.columns import column_headed
from kg.extract.hours import OpeningHours, opening_hours
from kg.extract.labels import lines
from kg.extract.source import Source
from kg.lexicon.folding import fold
from kg.lexicon.given_names import is_given_name
from kg.regex import regex

#: Words of the moments of a programme at which nobody speaks.
_IDLE = frozenset(
    """accueil cafe cafes pause pauses dejeuner dejeuners diner repas buffet cocktail aperitif dinatoire dejeunatoire
    convivial conviviale libre libres emargement enregistrement inscription inscriptions badges posters gourmande
    gourmand participants participantes participant public invites presse petit matin midi soir offert discussion
    discussions questions reponses des du de d la le les l et en a au aux sur place avec pour""".split()
)
_BREAK = regex(
    r"(?:pause|dejeuner|cafe|cocktail|buffet|diner|fin|depart|arrivee|inscriptions?|emargement|repas|aperitif|verre|"
    r"transfert|retour|visite libre|accueil cafe|accueil petit.dejeuner|accueil et)\b.*$"
)
#: Several sessions at the same hour: their own lines name them.
_PARALLEL = regex(
    r"(?:ateliers|sessions|tables rondes)(?: au choix| (?:en )?paralleles?| simultanes?| simultanees?| thematiques?)*$"
)
_ROOM = regex(
    r"\s*(?:[(\[]\s*(?:lieu\s*:\s*)?((?i:grande? |petite? )?(?i:salle|amphi\w*|auditorium|hall|plateau|studio|espace)"
    r"\b[^()]{0,60}|[A-Z]\d{1,3}[\w -]{0,12})[)\]]"
    r"|[,–—|-]?\s+((?:Grande|Petite) salle(?=\s*$)"
    r"|(?:(?:Grande|Petite) s|S)alle\s+[\w'’.-]+(?:\s+[A-ZÀ-Ý\d][\w'’.-]*)*|Amphi(?:théâtre)?\s+[A-ZÀ-Ý\d]"
    r"[\w'’.-]*(?:\s+[A-ZÀ-Ý][\w'’.-]*)*|Auditorium(?:\s+[A-ZÀ-Ý][\w'’.-]*)*))\s*(?=$|[-–—]\s)"
)
#: Where the next hour begins on a line that tells several: after a mark, or after the label of the line.
_NEXT_HOUR = regex(r"(?:^|^[^:·•;|]{2,30}:\s*|\s[·•|→]\s|;\s)(?=(?:à |de )?\d{1,2}\s?(?:h|:\d\d)(?:\s?\d\d)?[\s,–:-])")
#: « Salle Berlioz. Session 1 – … »: the room, before the title.
ROOM_FIRST = regex(
    r"((?i:grande? |petite? )?(?i:salle|amphi\w*|auditorium|hall|halle|studio|espace|plateau|gymnase|chapelle)\b"
    r"[^.:;()–—]{0,40}?)\s*[.:;–—-]\s+(?=[A-ZÀ-Ý«“\"\d])"
)
_LED = regex(
    r"\s*[,(–—-]\s*(?:co-?)?(?:animée?s?|modérée?s?|présidée?s?|conduite?s?|introduite?s?|pilotée?s?)\s+par\b.*$|"
    r"\s*[,(–—-]\s*(?:animation|modération|modérat(?:eur|rice)|rapporteu(?:r|se|re)s?|animat(?:eur|rice))\s*:.*$",
    re.IGNORECASE,
)
#: « Titre - Claire Petit (Ville de Lens), … »: who speaks, after the title.
_SPEAKERS = regex(
    r"\s[-–—]\s(?=[A-ZÀ-Ý][\w'’-]+ (?:d[eu]s? |l[ae] )?[A-ZÀ-Ý][\w'’ -]{1,40} ?\().*$"
    r"|\s*[-–—,(]\s*(?i:avec)\s+(?=(?:M\.|Mme|Dr|Pr|[A-ZÀ-Ý])).*$"
)
#: « Ouverture – Claire Petit, maire de Lens ; Paul Vial … », « Synthèse par Claire Petit »: who speaks, by name.
_NAMED = regex(
    r"(?<=\w|[»”?!.])\s*(?:[-–—:]|\bpar\b)\s+(?:(?:M\.|Mme|Dr|Pr)\s+)?([A-ZÀ-Ý][\w'’-]+)\s(?:(?:d[eu]s?|l[ae]|van|von)\s)*"
    r"[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)?\s*(?:$|[,;(]).*$"
)
#: The head of a column that tells places.
_WHERE = regex(r"\W*(?:lieux?|ou|salles?|endroits?|emplacement)\W*")
_DAY = regex(
    rf"\W*(?:programme[^:]{{0,30}}:\s*|programme (?:du |de la journee du |de )?)?"
    rf"(?:(?:jour|journee)\s*(?:n°\s*)?\d\s*[:–—-]\s*)?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?"
    rf"(\d{{1,2}})(?:er)?\s+({'|'.join(sorted({fold(month) for month in MONTHS}, key=len, reverse=True))})\b"
    r"(?:\s+((?:19|20)\d\d))?"
)


#: « Jeudi 11 octobre, 9 h : atelier 1 »: the day before the hour, and what a line may then begin with in lower case.
_DATED = regex(
    rf"[\s>•*–—-]*(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?\d{{1,2}}(?:er)?\s+(?:{'|'.join(MONTHS)})\b"
    r"\.?(?:\s+(?:19|20)\d\d)?\s*[,:–—-]\s*(?=(?:à |de |dès )?\d{1,2}\s?[h:])",
    re.IGNORECASE,
)
_STEP = regex(r"(?:séance|atelier|table|visite|session|conférence|plénière|synthèse|ouverture|clôture|débat|réunion)\b")
#: What parts the lines of a table's cell.
_LINE = "\u2003"
#: How far in the next line a parenthesis may close.
CLOSED = 60


@dataclass(frozen=True, slots=True)
class Session:
    """A session as the document lays it out: its words, the slice that it covers, its hours and its room.

    `day` is the day of a programme of several days: `2019-06-07`, or `06-07` where the year is not told.
    """

    span: Span
    label: str
    rule: str
    scope: Span | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    day: str | None = None


def timed(source: Source, ends: Collection[int] = ()) -> Iterator[Session]:
    """Read the lines that an hour begins, each with what it holds until the next one.

    `ends` are the places of other sessions' headings: what a line of the programme holds ends there too.
    """
    found: list[tuple[Session | None, int]] = []
    day: str | None = None
    told = list(_programme_lines(source))
    for number, (start, end, is_end) in enumerate(told):
        is_end |= start in ends and not _hours_of(source, start, end)
        day = _day_of(source, start, end) or day
        following = told[number + 1][:2] if number + 1 < len(told) else None
        if workshops := _workshops(source, start, end, day):
            found += workshops
            continue
        session = None if is_end else _timed_line(source, (start, end), following)
        if session or is_end or _hours_of(source, start, end):
            found.append((replace(session, day=session.day or day) if session else None, start))
    limits = [start for _, start in found[1:]] + [len(source.document.text)]
    for (session, _), limit in zip(found, limits, strict=False):
        if session:
            yield replace(session, scope=replace(session.span, end=max(session.span.end, limit)))


def days(source: Source) -> list[tuple[int, str]]:
    """Return where each day of a programme is announced, in order, and the day."""
    found = []
    for unit in source.units:
        for start, end in lines(source, unit):
            if day := _day_of(source, start, end):
                found.append((start, day))
    return found


def _day_of(source: Source, start: int, end: int) -> str | None:
    """Return the day that a line of a programme announces: « VENDREDI 7 JUIN »."""
    return day_told(source.document.text[start:end]) if end - start <= 60 else None


def day_told(words: str) -> str | None:
    """Return the day that begins some words: `2019-06-07`, or `06-07` where they tell no year."""
    match = _DAY.match(fold(words))
    if not match:
        return None
    month = next(number for name, number in MONTHS.items() if fold(name) == match[2])
    return f"{match[3] + '-' if match[3] else ''}{month:02d}-{int(match[1]):02d}"


def _programme_lines(source: Source) -> Iterator[tuple[int, int, bool]]:
    """Yield the lines of a document; headings and long paragraphs, which end what a programme line holds, say so."""
    for unit in source.units:
        found = list(lines(source, unit))
        is_timed = any(_hours_of(source, *line) for line in found)
        if unit.block.kind == "row":
            yield unit.start, unit.end, False
        elif unit.block.kind != "heading" and (is_timed or unit.block.kind == "item" or unit.end - unit.start <= 500):
            yield from ((*part, False) for line in found for part in _at_each_hour(source, *line))
        else:
            yield unit.start, unit.end, not is_timed


def _hours_of(source: Source, start: int, end: int) -> OpeningHours | None:
    """Return the hours that begin a line, after the day where it tells one."""
    words = source.document.text[start : min(end, start + 70)]
    dated = _DATED.match(words)
    at = dated.end() if dated else 0
    return opening_hours(words[at : at + 24])


def _at_each_hour(source: Source, start: int, end: int) -> list[tuple[int, int]]:
    """Cut « Au menu : 14 h Visite · 15 h Table ronde » before each hour; a line of one hour is left whole."""
    words = source.document.text[start:end]
    cuts = [start + match.end() for match in _NEXT_HOUR.finditer(words)]
    if len(cuts) < 2:
        return [(start, end)]
    ends = [*cuts[1:], end]
    text = source.document.text
    return [
        (at, at + len(text[at:until].rstrip(" ·•;|→/\xa0"))) for at, until in zip(cuts, ends, strict=True) if until > at
    ]


def _timed_line(source: Source, line: tuple[int, int], following: tuple[int, int] | None) -> Session | None:
    start, end = line
    words = reading(source.document, Span(source.document.id, start, end)).lstrip("-–—•*> \t")
    dated = _DATED.match(words)
    day = day_told(words) if dated else None
    words = words[dated.end() :] if dated else words
    hours = opening_hours(words)
    if not hours or len(words) > 400:
        return None
    if following and (closed := _closed(source, end, following)):
        words, end = f"{words} {source.document.text[following[0] : closed]}", closed
    row = source.document.text[start:end]
    where = column_headed(source.document.text, start, _WHERE) if "\t" in row else None
    rest = _title_cell(row, where) or words[hours.end :]
    rest = rest.lstrip(" \t\xa0:–—-|/.)>,")
    if not rest and following and following[0] - end < 4:
        end = following[1]
        rest = reading(source.document, Span(source.document.id, *following)).lstrip("-–—•* \t")
    if dated and not re.match(r"[^:,]{0,22}:", words):
        return None  # « Samedi 12 mai, 14 h – 16 h, salle des fêtes » heads a report
    opens = rest[:1].isupper() or rest[:1] in '«“"' or (dated and _STEP.match(rest))
    if len(rest) < 6 or len(rest) > 390 or not opens:
        return None
    label, place = titled(rest)
    if is_idle(label):
        return None
    place = place or (row.split("\t")[where].strip(" .,;:-–—") if where and row.count("\t") > where else None) or None
    return Session(
        Span(source.document.id, start, end), label, "timed-line/1", None, hours.first, hours.last, place, day
    )


def _workshops(source: Source, start: int, end: int, day: str | None) -> list[tuple[Session | None, int]]:
    """Return what is held at one hour by the lines of a cell: « 9 h | Ateliers au choix / Atelier 1. Lire … »."""
    row = source.document.text[start:end]
    first, *others = row.split(_LINE)
    parallel = len(others) > 1 and _PARALLEL.match(fold(first.rpartition("\t")[2].strip(" :")))
    hours = opening_hours(row) if parallel else None
    if not hours:
        return []
    found: list[tuple[Session | None, int]] = []
    at = start + len(first) + len(_LINE)
    for line in others:
        label, place = titled(line.partition("\t")[0].strip())
        span = Span(source.document.id, at, at + len(line))
        if len(label) > 5:
            found.append((Session(span, label, "timed-line/1", None, hours.first, hours.last, place, day), at))
        at += len(line) + len(_LINE)
    return found


def _closed(source: Source, end: int, following: tuple[int, int]) -> int:
    """Return where the next line closes a parenthesis that a line leaves open: « (salle / Verte) »; 0 elsewhere."""
    text = source.document.text
    line = text[text.rfind("\n", 0, end) + 1 : end]
    at = text.find(")", following[0], min(following[1], following[0] + CLOSED))
    return at + 1 if line.count("(") > line.count(")") and following[0] - end < 4 and at >= 0 else 0


def _title_cell(row: str, where: int | None) -> str | None:
    """Return the cell of a table's row that holds the title: the first after the hours that is not the place."""
    cells = row.split("\t")
    cell = next((cell for at, cell in enumerate(cells) if at not in (0, where) and any(map(str.isalpha, cell))), None)
    if cell is None:
        return None
    first = cell.split(_LINE, 1)[0]  # the first line of the cell
    return first if len(first) > 5 and any(map(str.isalpha, first)) else cell


#: What a page shows of a field with nothing in it: « (salle ) ».
_EMPTY_FIELD = regex(r"\s*\((?:salle|lieu|horaire|date|adresse|ville|auteur)\s?:?\s?\)", re.IGNORECASE)


def titled(words: str) -> tuple[str, str | None]:
    """Part the title of a session from its room and from who leads it."""
    words = _EMPTY_FIELD.sub("", words)
    first = ROOM_FIRST.match(words)
    words = words[first.end() :] if first else words
    room = None if first else _ROOM.search(words)
    place = " ".join((room[1] or room[2]).split()) if room else first[1].strip() if first else None
    label = words[: room.start()] + " " + words[room.end() :] if room else words
    label = _SPEAKERS.sub("", _LED.sub("", " ".join(label.split()))).strip(" .;,–—-|")
    told = _NAMED.search(label)
    if told and is_given_name(told[1]) and not is_idle(label[: told.start()]):
        label = label[: told.start()].rstrip(" .;,–—-|")
    quoted = re.search(r":\s*(«[^«»]{8,}»|“[^“”]{8,}”)$", label)
    if quoted and re.match(r"(?:M\.|Mme|Dr|Pr)?\s*[A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ý][\w'’ -]+,", label):
        label = quoted[1]
    return label, re.sub(r"^salle(?:\s*:\s*|\s+(?=[Aa]mphi|[Aa]uditorium|Salle\b))", "", place) if place else None


def is_idle(label: str) -> bool:
    """Tell the breaks, meals and arrivals of a programme, and « Ateliers en parallèle »."""
    words = fold(label).strip(" .")
    plain = re.sub(r"\([^()]*\)", " ", words)
    return bool(_BREAK.match(words) or _PARALLEL.match(plain.strip())) or all(
        word in _IDLE for word in re.findall(r"[a-z]+", plain)
    )
