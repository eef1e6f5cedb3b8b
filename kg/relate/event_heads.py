"""How a document names the event that it reports: title, first lines, « ce séminaire »."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import DateMention, Span, find_dates, find_hours, reading
from kg.extract.labels import label_line, lines
from kg.extract.source import Source
from kg.lexicon.folding import fold
from kg.relate.event_facts import dates_in, has_event_facts, is_page_date

_KINDS = (
    r"séminaires?|colloque|conférence(?: de presse| citoyenne| des maires| débat| régionale| nationale|"
    r" internationale)?|atelier|table[ -]ronde|journées?(?: d['e] ?[a-zéèê]+| nationales?| régionales?)?|"
    r"rencontres?|forum|assises|"
    r"université d'été|université d'automne|world[ -]café|congrès|assemblée générale|conseil municipal|"
    r"conseil communautaire|conseil départemental|conseil régional|conseil d'administration|"
    r"séance(?: publique| du conseil(?: municipal)?)?|réunion(?: publique| de travail| d'information)?|webinaire|"
    r"festival|salon|débat(?: public)?|sommet|symposium|convention citoyenne|états généraux|"
    r"comité de pilotage|café citoyen|marche exploratoire|hackathon|formation|visite|chantier|groupe de travail|"
    r"consultation|concertation|fête|anniversaire|cérémonie|inauguration|matinée|soirée|tournée|mission"
)


KIND = re.compile(rf"\b(?:{_KINDS})\b", re.IGNORECASE)


_LEAD = re.compile(
    r"^(?:(?:synthèse|compte[- ]rendu|comptes[- ]rendus|procès[- ]verbal|actes|programme|relevé de (?:décisions|"
    r"conclusions)|bilan|résumé|retour sur|notes?|restitution|mise en place|verbatim|"
    r"transcription|extraits?|communiqué(?: de presse)?|invitation|annonce|rapport)\b\s*(?:(?:de la|de l'|de l’|"
    r"du|des|de|d'un|d’un|d'une|d’une|d'|d’|sur|à la|au|:|–|-)\s*)?(?:(?:la|le|l'|un|une)\s+)?)+",
    re.IGNORECASE,
)


_THIS = re.compile(rf"\b(?:ce|cet|cette)\s+({_KINDS})\b", re.IGNORECASE)


#: After a kind of event, words that describe it and do not name it: « séminaire tenu le … ».
_DESCRIBED = re.compile(
    r"\s+(?:co-?)?[a-zéèêçàûî]*(?:é|ée|és|ées|tenu|tenue|construit|construite|ouvert|ouverte)\b|\s+(?:qui|que|où|"
    r"a|est|était|entre|avec|par)\b"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the front of a document says of its event."""

    label: str
    span: Span
    dates: tuple[DateMention, ...]


def head_of(source: Source) -> Head | None:
    """Find the words that name the event: the title, else a first heading or line with a kind of event."""
    document = source.document
    title = " ".join(document.title.split())
    if not source.units:
        return None
    front = tuple(
        date
        for unit in source.units[:5]
        for date in dates_in(source, unit.start, min(unit.end, unit.start + 400))
        if not is_page_date(source, date)
    )
    words = _clean_title(_read_title(source, title))
    label, span = _from_kind(words), _spot(source, title)
    if label is None:
        label, span = _from_front(source) or (None, span)
    if label is None:
        label = _from_text(source, words)
    if label is None:
        return None
    if KIND.fullmatch(label.strip(" :")):
        label = _with_subtitle(source, label.strip(" :"), span, front)
    return Head(label[:1].upper() + label[1:], span, front)


def _spot(source: Source, title: str) -> Span:
    """Return where the title stands, else the first block; no more than its first 400 characters."""
    units = [unit for unit in source.units if unit.block.kind in ("heading", "paragraph")][:6]
    spot = next(
        (unit for unit in units if unit.text.strip() and title.startswith(" ".join(unit.text.split())[:40])),
        source.units[0],
    )
    return Span(source.document.id, spot.start, min(spot.end, spot.start + 400))


def _from_kind(words: str) -> str | None:
    """Return the words from the kind of event on, when they name one."""
    kind = KIND.search(words)
    if kind is not None and kind.start() and fold(kind[0]).startswith("conseil"):
        return None
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
            if (
                end - start > 160
                or written.endswith(".")
                or (label_line(source, start, end) and not written.isupper() and "«" not in written)
            ):
                continue
            words = _clean_title(reading(source.document, Span(source.document.id, start, end)))
            kind = KIND.match(words)
            if kind and not _DESCRIBED.match(words, kind.end()):
                return _calm(words), Span(source.document.id, start, end)
    return None


def _calm(words: str) -> str:
    """Write a line in capitals as a sentence, what stands in guillemets too."""
    return words.capitalize() if words.isupper() else words


def _from_text(source: Source, words: str) -> str | None:
    """Name the event by the title and the kind that the text gives it: « ce séminaire », « synthèse du séminaire »."""
    text = source.document.text
    this = _THIS.search(text) or re.search(
        rf"\b(?:synthèse|compte[- ]rendu|actes|programme) (?:du|de la|de l['’]|des) ({_KINDS})\b", text[:1500], re.I
    )
    if this:
        return f"{this[1][:1].upper()}{this[1][1:].lower()} « {words.strip('«» ')} »"
    if has_event_facts(source):
        return words
    return None


def _with_subtitle(source: Source, kind: str, span: Span, front: Sequence[DateMention]) -> str:
    """Complete a bare kind: by the next heading or line in guillemets, by its town, else by its date."""
    following = next(
        (u for u in source.units if u.start >= span.end and u.block.kind in ("heading", "paragraph")), None
    )
    if (
        following
        and following.end - following.start < 160
        and (following.block.kind == "heading" or following.text.strip()[:1] in "«“")
    ):
        words = reading(source.document, following.block.span)
        if not find_dates(words) and not re.match(r"(?:PROC|Proc|Compte)", words):
            return f"{kind} {words}"
    town = re.search(
        rf"\b{re.escape(kind)} ((?:de la |de |du |d['’])[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)*)",
        source.document.text,
        re.IGNORECASE,
    )
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
        words = re.sub(
            r"[\s,(–-]*(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|du|de|le|les|des|d')?\s*$",
            "",
            words[:cut],
            flags=re.I,
        )
    words = re.sub(r"^(?:le|la|les|l'|un|une)\s+", "", words.strip(" .,-–:"), flags=re.I)
    return re.sub(r"\sa l'", " à l'", words) or title
