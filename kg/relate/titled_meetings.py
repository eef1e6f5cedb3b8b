"""Meetings that running text names by their kind and their title: « l'atelier « Rouvrir les quais » »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus import Span
from kg.extract.source import Source
from kg.lexicon.folding import fold, fold_words
from kg.regex import regex

_KINDS = (
    r"séminaires?|colloque|conférence(?:-débat)?|ateliers?|table[ -]ronde|journées?|rencontres?|forum|café-débat|"
    r"ciné-débat|débat|soirée(?:-débat)?|matinée|webinaire|festival|session|plénière|séance|congrès|assises|salon|biennale|"
    r"convention citoyenne|world[ -]café"
)
#: What may stand between the kind and its title; the title of « l'atelier conclut : « … » » is somebody's words.
_BETWEEN = (
    r"(?:\s(?:n°\s?\d{1,2}|\d{1,2}|[A-D]|d['’]étude|inaugurale?|plénière|publi(?:c|que)|participati\w+|thématique|"
    r"internationale?s?|nationale?s?|régionale?s?|annuelle?s?|citoyen\w*|professionnelle?s?|débat|"
    r"intitulée?s?|consacrée?s? à|dédiée?s? à|sur(?: le thème(?: de)?)?|du (?:matin|soir|midi)|"
    r"de (?:l['’]après-midi|clôture)|d['’]ouverture|de ce (?:matin|soir)))*"
)
_QUOTED = regex(rf"\b({_KINDS})({_BETWEEN})\s*,?\s*[«“]\s*([^«»“”]{{3,120}}?)\s*[»”]", re.IGNORECASE)
#: « le colloque Éteindre la ville, les 14 et 15 mai »: a title that italics set apart, closed by a date or a place.
_DATED = regex(
    r"\b(?:[Ll]e|[Ll]a|[Ll]['’]|[Dd]u|[Aa]u) ?((?i:séminaire|colloque|forum|festival|congrès|webinaire|atelier))"
    r"\s([A-ZÀ-Ý][^.,;:!?()«»“”|]{2,70}),\s(?=(?:les?|du|ce)\s(?:\w+\s)?\d|(?:tenu|organisé|réuni)e?\b)"
)
_PART = regex(r"atelier|table|session|pleniere|seance|debat|conference")


@dataclass(frozen=True, slots=True)
class TitledMeeting:
    """A meeting with its title, where it is named; `is_part` when a larger meeting may hold it."""

    span: Span
    label: str
    title: str
    is_part: bool


def titled_meetings(source: Source) -> list[TitledMeeting]:
    """Return the meetings that sentences and list items name by their title, in order; each title once."""
    found: dict[str, TitledMeeting] = {}
    for meeting in _meetings(source):
        found.setdefault(fold(meeting.title), meeting)
    return list(found.values())


def _meetings(source: Source) -> Iterator[TitledMeeting]:
    for unit in source.units:
        if unit.block.kind == "row" or unit.start == 0:
            continue
        for match in _QUOTED.finditer(unit.text):
            title = " ".join(match[3].replace("|", " ").split())
            if not title[:1].isupper() or len(fold_words(title)) < 2:
                continue
            number = re.search(r"(?:n°\s?)?\d{1,2}|\b[A-D]\b", match[2])
            kind = f"{match[1]} {number[0]}" if number else match[1]
            yield _meeting(source, (unit.start + match.start(), unit.start + match.end()), kind, title)
        for match in _DATED.finditer(unit.text):
            span = (unit.start + match.start(1), unit.start + match.end(2))
            yield _meeting(source, span, match[1], " ".join(match[2].split()))


def _meeting(source: Source, span: tuple[int, int], kind: str, title: str) -> TitledMeeting:
    kind = kind[:1].upper() + kind[1:].lower() if not kind[-1:].isupper() else kind[:1].upper() + kind[1:]
    part = bool(_PART.match(fold(kind)))
    return TitledMeeting(Span(source.document.id, *span), f"{kind} « {title} »", title, part)
