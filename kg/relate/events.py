"""The event that a document reports, its sessions in order, and the other events that it names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus import DateMention, Span, find_dates, find_hours, reading
from kg.extract.labels import label_line, lines
from kg.extract.source import Source
from kg.extract.spans_taken import TakenSpans
from kg.lexicon.folding import fold
from kg.relate.sessions import Session, sessions
from kg.types import Event, Mention, MentionId, Provenance

_KINDS = (
    r"séminaires?|colloque|conférence(?: de presse| citoyenne| des maires| débat| régionale| nationale| internationale)?|atelier|table[ -]ronde|journées?(?: d['e] ?[a-zéèê]+| nationales?| régionales?)?|rencontres?|forum|assises|"
    r"université d'été|université d'automne|world[ -]café|congrès|assemblée générale|conseil municipal|conseil communautaire|conseil départemental|conseil régional|conseil d'administration|"
    r"séance(?: publique| du conseil(?: municipal)?)?|réunion(?: publique| de travail| d'information)?|webinaire|festival|salon|débat(?: public)?|sommet|symposium|convention citoyenne|états généraux|"
    r"comité de pilotage|café citoyen|marche exploratoire|hackathon|formation|visite|chantier|groupe de travail|consultation|concertation|fête|anniversaire|cérémonie|inauguration|matinée|soirée|tournée|mission"
)
_KIND = re.compile(rf"\b(?:{_KINDS})\b", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:(?:synthèse|compte[- ]rendu|comptes[- ]rendus|procès[- ]verbal|actes|programme|relevé de (?:décisions|conclusions)|bilan|résumé|retour sur|notes?|restitution|mise en place|verbatim|"
    r"transcription|extraits?|communiqué(?: de presse)?|invitation|annonce|rapport)\b\s*(?:(?:de la|de l'|de l’|du|des|de|d'un|d’un|d'une|d’une|d'|d’|sur|à la|au|:|–|-)\s*)?(?:(?:la|le|l'|un|une)\s+)?)+",
    re.IGNORECASE,
)
_THIS = re.compile(rf"\b(?:ce|cet|cette)\s+({_KINDS})\b", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:[Ll][ae]s?|[Ll]'|[Dd]u|[Aa]u|[Dd]es|[Aa]ux)?\s*((?:[Cc]onférence|[Ff]estival|[Ss]ommet|[Ff]orum|[Ss]alon|[Cc]ongrès|[Aa]ssises|[Bb]iennale|[Rr]encontres)\s+(?:(?:mondiale?|international|internationale|européenne?|"
    r"nationale?|annuelle?|régionale?|de|des|du|de la|d')\s*){0,3}[A-ZÀ-Ý0-9][\w'’-]*(?:(?:\s(?:de|du|des|la|et|d')){0,2}\s(?:[A-ZÀ-Ý][\w'’-]*|[IVX]+\b|\d{1,4}\b)){0,4})"
)
#: After a kind of event, words that describe it and do not name it: « séminaire tenu le … ».
_DESCRIBED = re.compile(r"\s+(?:co-?)?[a-zéèêçàûî]*(?:é|ée|és|ées|tenu|tenue|construit|construite|ouvert|ouverte)\b|\s+(?:qui|que|où|a|est|était|entre|avec|par)\b")
#: A meeting named by common words, its kind in capitals inside a sentence: « les Rencontres de la lecture publique ».
_TITLED = re.compile(
    r"(?<=[a-zé,'’] )((?:Rencontres|Assises|États généraux|Etats généraux|Journées?|Festival|Salon|Biennale|Semaine|Universités?|Forum|Congrès)"
    r"(?: (?:d'été|d'automne|nationales?|européennes?|régionales?|internationales?))? (?:de la |de l'|du |des |de |d')[a-zéèêàçœ]{4,}(?: [a-zéèêàçœ]{2,}(?:le|que|ive|aire|ique|ale|ère|onne|ée|ées|es)\b)?)"
)
_COP = re.compile(r"\bCOP ?\d{1,2}\b")
_PLACE = re.compile(r"\b(?:à|au|aux|dans|en)\s+(l['’]|la |le |les )?((?:[HhSsAaCcMmPpEe][\wéèêôâ-]*\s)?.{3,120}?)$")
_PAGE_DATE = re.compile(r"\b(?:ajout|mis(?:e)? (?:à jour|en ligne)|publié|modifié|imprimé|consulté|rédigé|article du)\b", re.IGNORECASE)
_LABELS = {"date": "when", "horaire": "when", "horaires": "when", "heure": "when", "calendrier": "when", "quand": "when",
           "lieu": "where", "salle": "where", "adresse": "where", "ou": "where", "type": "type"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """The events of a document with their own mentions; the event that the document reports is the first."""

    events: tuple[Event, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    """What the front of a document says of its event."""

    label: str
    span: Span
    dates: tuple[DateMention, ...]


def read_events(source: Source, known: Sequence[Mention]) -> Told:
    """Read the event, its sessions and the events that the text names."""
    main = _main_event(source, known)
    main = main or _told_event(source, known)
    events: list[Event] = list(main)
    mentions = [_own(source, event) for event in main]
    for session in _apart(sessions(source), main):
        event = _session(source, session, main[0].mention if main else None, main)
        events.append(event)
        mentions.append(_own(source, event))
    for start, end, name in _named(source, known):
        mention = source.mention("event", start, end, name, "named-event/1")
        if mention.id not in {m.id for m in mentions} and not _is_main(name, main):
            mentions.append(mention)
            same = [e for e in events if fold(e.label) == fold(name)]
            if not same:
                events.append(_named_event(source, mention, known))
    return Told(tuple(events), tuple(sorted(set(mentions))))


def _told_event(source: Source, known: Sequence[Mention]) -> list[Event]:
    """Take the first meeting that the opening of an article names, when no title does: « les Rencontres de … »."""
    named = [(start, end, name) for start, end, name in _named(source, known) if start < 1200 and not name.startswith("COP")]
    if not named:
        return []
    start, end, name = min(named)
    span = Span(source.document.id, start, end)
    return [Event(_identifier(span), "event", name, Provenance(span, "document-event/1"), start=source.document.date)]


def _own(source: Source, event: Event) -> Mention:
    span = event.provenance.span
    start, end = (int(part) for part in event.mention.rsplit(":", 1)[1].split("-"))
    return Mention(Span(span.document_id, start, end), "event", event.label, event.provenance.rule)


def _identifier(span: Span) -> MentionId:
    return f"event:{span.document_id}:{span.start}-{span.end}"


def _main_event(source: Source, known: Sequence[Mention]) -> list[Event]:
    """Return the event of the document; before it the larger one, when the document is about one of its sessions."""
    head = _head(source)
    if head is None:
        return []
    facts = _facts(source, known)
    own_dates = facts.dates or head.dates
    start, end = _when(own_dates, facts.hours, head.dates)
    written = sorted({source.document.text[d.start : d.end] for d in _contradicting(own_dates, (*head.dates, *facts.dates))})
    event = Event(
        _identifier(head.span), "event", head.label, Provenance(head.span, "document-event/1"),
        start=start, end=end, place=facts.place, place_mention=facts.place_mention, contradictions=tuple(written),
    )  # fmt: skip
    outer = _outer_event(source, head, facts)
    return [outer, replace(event, kind="session", parent=outer.mention)] if outer else [event]


@dataclass(frozen=True, slots=True)
class _Facts:
    dates: tuple[DateMention, ...]
    hours: tuple[str, str | None] | None
    place: str | None
    place_mention: MentionId | None
    kind: str | None


def _head(source: Source) -> _Head | None:
    """Find the words that name the event: the title, else a first heading or line with a kind of event."""
    document = source.document
    title = " ".join(document.title.split())
    if not source.units:
        return None
    front = tuple(
        date for unit in source.units[:5] for date in _dates_in(source, unit.start, min(unit.end, unit.start + 400)) if not _is_page_date(source, date)
    )
    words = _clean_title(_read_title(source, title))
    label, span = _from_kind(words), _spot(source, title)
    if label is None:
        label, span = _from_front(source) or (None, span)
    if label is None:
        label = _from_text(source, words)
    if label is None:
        return None
    if _KIND.fullmatch(label.strip(" :")):
        label = _with_subtitle(source, label.strip(" :"), span, front)
    return _Head(label[:1].upper() + label[1:], span, front)


def _spot(source: Source, title: str) -> Span:
    """Return where the title stands, else the first block; no more than its first 400 characters."""
    units = [unit for unit in source.units if unit.block.kind in ("heading", "paragraph")][:6]
    spot = next((unit for unit in units if unit.text.strip() and title.startswith(" ".join(unit.text.split())[:40])), source.units[0])
    return Span(source.document.id, spot.start, min(spot.end, spot.start + 400))


def _from_kind(words: str) -> str | None:
    """Return the words from the kind of event on, when they name one."""
    kind = _KIND.search(words)
    if kind is None or (kind.start() >= 40 and ":" not in words[: kind.start()]) or kind.start() > 90:
        return None
    if 0 < kind.start() < 40 and ":" not in words[: kind.start()] and "«" not in words[: kind.start()]:
        return words[kind.start() :]
    return words


def _from_front(source: Source) -> tuple[str, Span] | None:
    """Return the first line of the front that a kind of event begins."""
    for unit in source.units[:5]:
        if unit.block.kind not in ("heading", "paragraph"):
            continue
        for start, end in list(lines(source, unit))[:4]:
            written = source.document.text[start:end]
            if end - start > 160 or written.endswith(".") or label_line(source, start, end) and not written.isupper() and "«" not in written:
                continue
            words = _clean_title(reading(source.document, Span(source.document.id, start, end)))
            kind = _KIND.match(words)
            if kind and not _DESCRIBED.match(words, kind.end()):
                return _calm(words), Span(source.document.id, start, end)
    return None


def _calm(words: str) -> str:
    """Write a line in capitals as a sentence, what stands in guillemets too."""
    return words.capitalize() if words.isupper() else words


def _from_text(source: Source, words: str) -> str | None:
    """Name the event by the title and the kind that the text gives it: « ce séminaire », « synthèse du séminaire »."""
    text = source.document.text
    this = _THIS.search(text) or re.search(rf"\b(?:synthèse|compte[- ]rendu|actes|programme) (?:du|de la|de l['’]|des) ({_KINDS})\b", text[:1500], re.I)
    if this:
        return f"{this[1][:1].upper()}{this[1][1:].lower()} « {words.strip('«» ')} »"
    if _has_event_facts(source):
        return words
    return None


def _with_subtitle(source: Source, kind: str, span: Span, front: Sequence[DateMention]) -> str:
    """Complete a bare kind: by the next heading or line in guillemets, by its town, else by its date."""
    following = next((u for u in source.units if u.start >= span.end and u.block.kind in ("heading", "paragraph")), None)
    if following and following.end - following.start < 160 and (following.block.kind == "heading" or following.text.strip()[:1] in "«“"):
        words = reading(source.document, following.block.span)
        if not find_dates(words) and not re.match(r"(?:PROC|Proc|Compte)", words):
            return f"{kind} {words}"
    town = re.search(rf"\b{re.escape(kind)} ((?:de la |de |du |d['’])[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)*)", source.document.text, re.IGNORECASE)
    named = f"{kind} {town[1]}" if town and not town[1].isupper() else kind
    if front:
        date = source.document.text[front[0].start : front[0].end]
        return f"{named} du {date.lower()}"
    return named


def _read_title(source: Source, title: str) -> str:
    """Return the title as it is meant to be read, its OCR damage mended."""
    start = source.document.text.find(title)
    if start < 0:
        return title
    return reading(source.document, Span(source.document.id, start, start + len(title)))


def _clean_title(title: str) -> str:
    """Take « Compte rendu du », the date and the place away from a title."""
    words = _LEAD.sub("", " ".join(title.split()))
    dates, hours = find_dates(words), find_hours(words)
    cut = min([d.start for d in dates] + [h.start for h in hours if h.start > 8], default=len(words))
    if cut > 12:
        words = re.sub(r"[\s,(–-]*(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|du|de|le|les|des|d')?\s*$", "", words[:cut], flags=re.I)
    words = re.sub(r"^(?:le|la|les|l'|un|une)\s+", "", words.strip(" .,-–:"), flags=re.I)
    return re.sub(r"\sa l'", " à l'", words) or title


def _has_event_facts(source: Source) -> bool:
    return any(session.rule == "session-heading/1" for session in sessions(source)) or any(
        label.startswith(("horaire", "lieu", "salle")) for label, _, _ in _label_values(source)
    )


def _label_values(source: Source) -> Iterator[tuple[str, int, int]]:
    for unit in source.units:
        if unit.block.kind in ("item", "paragraph"):
            for start, end in lines(source, unit):
                label = label_line(source, start, end)
                if label and len(label.label) < 24:
                    yield fold(label.label), label.value_start, label.value_end
                elif bare := re.match(r"\W*(Calendrier|Date|Lieu|Horaires?)\s+(?=\S)", source.document.text[start:end]):
                    yield fold(bare[1]), start + bare.end(), end


def _facts(source: Source, known: Sequence[Mention]) -> _Facts:
    """Read date, hours and place from label lines, else from the front of the document."""
    dates: list[DateMention] = []
    hours: tuple[str, str | None] | None = None
    place: tuple[int, int] | None = None
    kind = None
    for label, start, end in _label_values(source):
        what = _LABELS.get(label)
        text = source.document.text[start:end]
        if what == "when":
            dates += _dates_in(source, start, end)
            if found := find_hours(text):
                hours = hours or (found[0].first, found[0].last)
        elif what == "where" and place is None and text.strip():
            place = (start, end)
        elif what == "type":
            kind = text.strip()
    front_end = source.units[min(len(source.units), 4) - 1].end if source.units else 0
    front = source.document.text[: min(front_end, 700)]
    if hours is None and (found := find_hours(front)):
        hours = (found[0].first, found[0].last)
    words, mention = _place(source, place, known, front)
    return _Facts(tuple(dates), hours, words, mention, kind)


def _place(source: Source, labelled: tuple[int, int] | None, known: Sequence[Mention], front: str) -> tuple[str | None, MentionId | None]:
    venues = [m for m in known if m.kind == "place"]
    if labelled:
        inside = [m for m in venues if labelled[0] <= m.span.start < labelled[1]]
        words = " ".join(source.document.text[slice(*labelled)].split())
        return words, min(inside).id if inside else None
    early = sorted(m for m in venues if m.span.end <= len(front))
    best = next((m for m in early if m.rule.startswith("venue")), None) or next(iter(early), None)
    return (best.name, best.id) if best else (None, None)


def _dates_in(source: Source, start: int, end: int) -> list[DateMention]:
    found = find_dates(source.document.text[start:end])
    return [replace(date, start=date.start + start, end=date.end + start) for date in found]


def _is_page_date(source: Source, date: DateMention) -> bool:
    return bool(_PAGE_DATE.search(source.document.text[max(0, date.start - 40) : date.start]))


def _when(
    dates: Sequence[DateMention], hours: tuple[str, str | None] | None, front: Sequence[DateMention]
) -> tuple[str | None, str | None]:
    date = next((d for d in (*dates, *front) if len(d.first) == 10), None) or next(iter((*dates, *front)), None)
    if date is None:
        return None, None
    first, last = date.first, date.last
    if hours and len(first) == 10:
        return f"{first}T{hours[0]}", f"{last or first}T{hours[1]}" if hours[1] else last
    return first, last


def _contradicting(own: Sequence[DateMention], every: Sequence[DateMention]) -> list[DateMention]:
    if not own:
        return []
    chosen = own[0]
    return [d for d in every if not (d.first <= (chosen.last or chosen.first) and (d.last or d.first) >= chosen.first) and len(d.first) == 10]


def _outer_event(source: Source, head: _Head, facts: _Facts) -> Event | None:
    """Return the larger event when the document is the page of one session: its own hours, another date at the front."""
    is_session = facts.kind is not None and bool(_KIND.search(facts.kind))
    several = next((d for d in head.dates if d.last and d.last != d.first), None)
    if not is_session or several is None:
        return None
    words = source.document.text[several.start : several.end]
    line_end = source.document.text.find("\n\n", several.end)
    span = Span(source.document.id, several.start, line_end if 0 < line_end < several.end + 200 else several.end)
    place = next((line.strip() for line in source.document.text[several.end : span.end].split("\n") if line.strip()), None)
    days = re.sub(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+", "", words, flags=re.IGNORECASE)
    label = f"Événement des {days[:1].lower()}{days[1:]}"
    return Event(_identifier(span), "event", label, Provenance(span, "front-date/1"), start=several.first, end=several.last, place=place)


def _apart(found: Sequence[Session], main: Sequence[Event]) -> Iterator[Session]:
    """Leave out what names the event itself, and a session told twice."""
    told = {fold(event.label) for event in main}
    starts = {event.provenance.span.start for event in main}
    for session in found:
        key = fold(session.label)
        if key in told or session.span.start in starts:
            continue
        told.add(key)
        yield session


def _session(source: Source, session: Session, parent: MentionId | None, main: Sequence[Event]) -> Event:
    day = (main[0].start or "")[:10] if main else ""
    own = len(day) == 10 and (main[0].end or day)[:10] == day
    start = f"{day}T{session.start}" if own and session.start else None
    end = f"{day}T{session.end}" if own and session.end else None
    return Event(
        _identifier(session.span), "session", session.label, Provenance(session.span, session.rule),
        parent=parent, start=start, end=end, place=session.place,
    )  # fmt: skip


def _named(source: Source, known: Sequence[Mention]) -> Iterator[tuple[int, int, str]]:
    """Yield the events that running text names: « la COP21 », « la conférence Habitat III », « le festival X »."""
    bodies = TakenSpans((m.span.start, m.span.end) for m in known if m.kind == "organisation" or m.rule.startswith("venue"))
    for unit in source.units:
        if unit.block.kind in ("row", "heading"):
            continue
        for pattern in (_COP, _NAMED, _TITLED):
            for match in pattern.finditer(unit.text):
                group = 1 if pattern.groups else 0
                start, end = unit.start + match.start(group), unit.start + match.end(group)
                name = " ".join(match[group].split())
                if not bodies.overlaps(start, start + 1):
                    yield start, end, name[:1].upper() + name[1:]


def _is_main(name: str, main: Sequence[Event]) -> bool:
    return any(fold(name) in fold(event.label) for event in main)


def _named_event(source: Source, mention: Mention, known: Sequence[Mention]) -> Event:
    after = source.document.text[mention.span.end : mention.span.end + 80].split(".")[0]
    year = re.search(r"\b(?:en|de)\s+((?:19|20)\d{2})\b", after)
    month = find_dates(after)
    near = [m for m in known if m.kind == "place" and 0 <= m.span.start - mention.span.end < 40]
    held = near and re.search(r"(?:,|eu lieu|tenue?|organisée?)?\s*(?:à|au|en)\s*$", source.document.text[mention.span.end : near[0].span.start])
    return Event(
        mention.id, "event", mention.name, Provenance(mention.span, "named-event/1"),
        start=month[0].first if month else year[1] if year else None,
        place=near[0].name if held else None, place_mention=near[0].id if held else None,
    )  # fmt: skip


def session_at(events: Sequence[Event], offset: int) -> Event | None:
    """Return the session in which a place of the document stands; before the first one, the document's own event.

    `events` are those of one document. A session lasts from its heading to the next heading of a session; a line of a
    programme or a sequence holds its own slice only.
    """
    held = [e for e in events if e.kind == "session" and e.provenance.rule.startswith(("timed", "turn"))]
    inside = [e for e in held if e.provenance.span.start <= offset < e.provenance.span.end]
    if inside:
        return inside[-1]
    headed = [e for e in events if e.provenance.rule.startswith("session-heading") and e.provenance.span.start <= offset]
    if headed:
        return max(headed, key=lambda event: event.provenance.span.start)
    return next((e for e in events if e.provenance.rule.startswith("document-event")), None)
