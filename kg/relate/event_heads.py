"""How a document names the event that it reports: title, first lines, « ce séminaire »."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import DateMention, Span, find_dates, find_hours, reading
from kg.extract.labels import label_line, lines
from kg.extract.source import Source
from kg.lexicon.folding import fold
from kg.regex import regex
from kg.relate.assemblies import assembly_label
from kg.relate.event_dates import dates_in, is_page_date
from kg.relate.event_facts import has_event_facts, is_programme
from kg.relate.event_kinds import ASSEMBLY, KIND, KINDS, LEAD
from kg.relate.event_titles import acts_title, calm_title, line_under, title_above, under_title
from kg.relate.minutes_heads import minutes_label, numbered_label
from kg.relate.session_facts import ROOM
from kg.types import Mention

_THIS = regex(rf"\b(?:ce|cet|cette)\s+({KINDS})\b", re.IGNORECASE)


#: « Un colloque international se tient les 20 et 21 octobre », « Rencontre organisée le 24 mars ».
_HELD = regex(
    rf"\b({KINDS})\b[^.;:!?\n]{{0,120}}?\b(?:se (?:tient|tiendra|tenait|déroule)|"
    r"s['’]est (?:tenue?s?|déroulée?s?|réunie?)|(?:a|avait|ont|aura) (?:eu )?lieu|organisée?s?|tenue?s?)\b"
    r"[^.;!?\n]{0,60}?\b\d",
    re.IGNORECASE,
)
#: « Ouverture du colloque », « fin de la journée d'étude »: a programme says of what.
_OF_PROGRAMME = regex(
    rf"\b(?:ouverture|clôture|fin|présentation(?: scientifique)?|début|introduction|conclusions?|programme|objectifs?) "
    rf"(?:du|de la|de l['’]|des) ({KINDS})\b",
    re.IGNORECASE,
)

#: After a kind of event, words that describe it and do not name it: « séminaire tenu le … ».
_DESCRIBED = regex(
    r"\s+(?:co-?)?[a-zéèêçàûî]*(?:é|ée|és|ées|tenu|tenue|construit|construite|ouvert|ouverte)\b|\s+(?:qui|que|où|"
    r"a|est|était|entre|avec|par)\b"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the front of a document says of its event."""

    label: str
    span: Span
    dates: tuple[DateMention, ...]


def head_of(source: Source, known: Sequence[Mention]) -> Head | None:
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
    words = _clean_title(_read_title(source, title if _is_title(source, title) else _first_line(source)))
    label, span = acts_title(source, title) or _from_kind(words), _spot(source, title)
    if label is None:
        label, span = _from_front(source) or (None, span)
    numbered = numbered_label(source)
    if numbered and (label is None or fold(numbered.split(",")[0]) not in fold(label)):
        label, span = numbered, _spot(source, title)
    if label is None:
        label = minutes_label(source, front) or _from_text(source, words)
    if label is None:
        return None
    label = _named(source, Head(label.strip(" :–—-"), span, front), known)
    return Head(label[:1].upper() + label[1:], span, front)


def _named(source: Source, head: Head, known: Sequence[Mention]) -> str:
    """Complete a bare kind of event: by the body that meets, by its subtitle, by its town or its date."""
    kind = head.label
    if re.fullmatch(r"s[ée]ance(?: publique| ordinaire)?", kind, re.IGNORECASE):
        held = ASSEMBLY.search(source.document.text, 0, 1500)
        kind = " ".join(held[0].split()) if held else kind
    if ASSEMBLY.fullmatch(kind):
        return assembly_label(source, kind, head.dates, known)
    if KIND.fullmatch(kind):
        return _with_subtitle(source, kind, head.span, head.dates)
    if titled := under_title(source, kind):
        return titled
    quoted = line_under(source, kind, head.span) if "«" not in kind else None
    return f"{kind} {calm_title(quoted)}" if quoted else kind


def _is_title(source: Source, title: str) -> bool:
    """Tell a title from a date, a person's line, the bare word « Programme » and a line far in the document."""
    words = fold(title)
    if re.match(rf"(?:{_WEEKDAY}\s+)?\d{{1,2}}(?:er)?\s+[a-z]+\b|(?:mme|m\.|mr|monsieur|madame)\s|prochain", words):
        return False
    if re.match(r"pourquoi (?:ce|un|des|nous)|contexte|objectifs?\b|rappel|introduction|le mot d|en bref", words):
        return False
    if LEAD.fullmatch(words + " ") or re.match(r"(?:seance|reunion) (?:levee|close)", words):
        return False
    return source.document.text.find(title[:40]) < 1500


def _first_line(source: Source) -> str:
    """Return the first line of the document where it can be its title."""
    start, end = next(lines(source, source.units[0]), (0, 0))
    words = " ".join(source.document.text[start:end].split())
    return words if len(words) < 150 and _is_title(source, words) and not words.endswith((".", ":")) else ""


_WEEKDAY = "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"


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


#: « Du colloque », « 3es Rencontres »: what may stand before the kind at the beginning of a line.
_BEFORE_KIND = regex(
    r"^(?:du|de la|de l['’])\s*|^(?:\d{1,2}|[IVX]+)\s?(?:es?|è(?:me)?s?|èmes|ers?|res?)\s+(?=[A-ZÀ-Ýa-z])"
)
#: « … se tiendront à Lens »: what a line goes on to say of the meeting that it names.
_TOLD_HELD = regex(
    r"\s+(?:se (?:tien|dérouler|réunir)\w*|(?:aura|auront|a eu|ont eu) lieu|s['’]est tenue?|seront?)\b.*$"
)


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
            words = _TOLD_HELD.sub("", _BEFORE_KIND.sub("", words))
            kind = KIND.match(words)
            if kind and not _DESCRIBED.match(words, kind.end()):
                return _calm(words), Span(source.document.id, start, end)
    return None


def _calm(words: str) -> str:
    """Write a line in capitals as a sentence, what stands in guillemets too."""
    return words.capitalize() if words.isupper() else words


#: « nationales « Rives vivantes » »: the rest of the name of a meeting, after its kind.
_NAMED_KIND = regex(r"(?:\s[a-zéèêç-]+){0,3}\s«[^»\n]{3,80}»")


def _from_text(source: Source, words: str) -> str | None:
    """Name the event by the title and the kind that the text gives it: « ce séminaire », « synthèse du séminaire »."""
    text = source.document.text
    this = _THIS.search(text) or re.search(
        rf"\b(?:synthèse|compte[- ]rendu|actes|programme) (?:du|de la|de l['’]|des) ({KINDS})\b", text[:1500], re.I
    )
    told = None if this or not is_programme(source) else _OF_PROGRAMME.search(text)
    held = this or told or _HELD.search(text, 0, 1500)
    if held:
        about = words or next(
            (quoted[1] for quoted in re.finditer(r"[«“]\s*([^«»“”]{6,120}?)\s*[»”]", text[:1500])), ""
        )
        named = _NAMED_KIND.match(text, held.end(1)) if not this and not told else None
        if named:
            return " ".join(text[held.start(1) : named.end()].split())
        kind = " ".join(held[1].split())
        return f"{kind[:1].upper()}{kind[1:].lower()} « {about.strip('«» ')} »" if about else kind
    if words and has_event_facts(source):
        return words
    return None


def _with_subtitle(source: Source, kind: str, span: Span, front: Sequence[DateMention]) -> str:
    """Complete a bare kind: by the next heading or line in guillemets, by its town, else by its date."""
    if line := line_under(source, kind, span):
        return f"{_calm(kind)} {line}"
    following = next(
        (u for u in source.units if u.start >= span.end and u.block.kind in ("heading", "paragraph")), None
    )
    if (
        following
        and following.end - following.start < 160
        and (following.block.kind == "heading" or following.text.strip()[:1] in "«“")
    ):
        words = reading(source.document, following.block.span)
        if not find_dates(words) and not LEAD.match(words) and not ROOM.match(words):
            return f"{kind} {words}"
    town = re.search(
        rf"\b{re.escape(kind)} ((?:de la |de |du |d['’])(?!{_WEEKDAY}\b)[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)*)",
        source.document.text,
        re.IGNORECASE,
    )
    named = f"{kind} {town[1]}" if town and not town[1].isupper() else kind
    if named == kind and not ASSEMBLY.search(kind) and (above := title_above(source, span)):
        return f"{kind} « {above} »"
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


#: « Assises du bois – actes »: what the document is, behind the name of the event.
_WHAT_IT_IS = regex(
    r"\s+[–—|-]\s+(?:les |le )?(?:actes|compte[- ]rendu|synthèse|programme|relevé de (?:décisions|conclusions)|notes|"
    r"verbatim|procès[- ]verbal|restitution)\s*$",
    re.IGNORECASE,
)


def _clean_title(title: str) -> str:
    """Take « Compte rendu du », the date and the place away from a title."""
    words = LEAD.sub("", " ".join(title.split()))
    dates, hours = find_dates(words), find_hours(words)
    cut = min([d.start for d in dates] + [h.start for h in hours if h.start > 8], default=len(words))
    if 12 < cut < len(words):
        words = re.sub(
            r"[\s,(–-]*(?:\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|du|de|le|les|des|d')\s*)*$",
            "",
            words[:cut],
            flags=re.I,
        )
    words = _WHAT_IT_IS.sub("", words)
    words = re.sub(r"^(?:le|la|les|l'|un|une)\s+", "", words.strip(" .,-–:"), flags=re.I)
    return re.sub(r"\sa l'", " à l'", words) or title
