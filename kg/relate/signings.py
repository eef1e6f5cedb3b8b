"""The signing that a press release tells: « ont signé vendredi la charte … », « la convention « … » a été signée »."""

import re
from collections.abc import Sequence

from corpus import Span, sentences
from kg.extract.source import Source
from kg.lexicon.months import MONTHS
from kg.regex import regex
from kg.types import Event, Mention, Provenance

_TEXT = (
    r"(?P<what>charte|convention|déclaration|entente|accord|appel|engagement|avenant|pacte|protocole|contrat|"
    r"partenariat|manifeste|traité|serment|jumelage)s?"
)
_NAME = (
    r"(?P<name>(?:\s(?:cadre|commune?|de partenariat|de coopération|d'engagement|d'objectifs))?"
    r"(?:\s?«[^»|]{3,80}»|(?:\s(?!qui\b|dont\b|que\b|visant\b|préparé|pour\b|à\b|au\b|dans\b|lors\b|le\b|ce\b|et\b)"
    r"[\w'’-]+(?:\set(?=\s))?){0,8}))"
)
_ARTICLE = r"(?:l[ea]s? |l'|une? |des |cette |ce |cet )(?:\w+(?:er|ère|elle|veau|el|ième) )?"
_SIGNED = regex(
    rf"\b(?:(?:ont|a|avons|avaient|avait|viennent de|vient de)\s(?:\w+ment\s)?(?:co-?)?(?:sign|paraph)(?:é|er)"
    rf"|(?:co-?)?sign(?:e|ent|aient|eront|era))\b(?:[^.;:«»]{{0,80}}?,)?\s(?:[^.;:«»,]{{0,60}}?\s)?"
    rf"{_ARTICLE}{_TEXT}\b{_NAME}",
    re.IGNORECASE,
)
_PASSIVE = regex(
    rf"\b(?:l[ea] |l'){_TEXT}\b{_NAME}\s(?:a|ont)\sété\s(?:\w+ment\s)?(?:signé|paraphé)e?s?\b", re.IGNORECASE
)
_NOUN = regex(
    rf"\bsignature (?:officielle |solennelle |publique )?(?:de la |du |de l'|d'une? |des ){_TEXT}\b{_NAME}",
    re.IGNORECASE,
)
_RELEASE = regex(
    r"\b(?:communiqu[ée]|pour parution|contacts? presse|diffusion immédiate|sous embargo)\b", re.IGNORECASE
)
_DAY = regex(rf"\b(\d{{1,2}})(?:er)? ({'|'.join(MONTHS)})(?: ((?:19|20)\d\d))?")
_FRONT = 1800
_FEMININE = ("charte", "convention", "déclaration", "entente")


def signing(source: Source, known: Sequence[Mention]) -> list[Event]:
    """Return the signing that a press release is about, with its day and place, or nothing."""
    text = source.document.text.replace("’", "'")
    if not _RELEASE.search(text):
        return []
    for unit in source.units:
        if unit.start > _FRONT or unit.block.kind == "row":
            break
        for pattern in (_PASSIVE, _SIGNED, _NOUN):
            if told := pattern.search(unit.text):
                return [_event(source, known, unit.start + told.start(), told)]
    return []


def _event(source: Source, known: Sequence[Mention], at: int, told: re.Match[str]) -> Event:
    document = source.document
    span = Span(document.id, at, at + len(told[0]))
    unit = source.unit_at(at)
    low, high = (unit.start, unit.end) if unit else (at, span.end)
    start, end = next(((a, b) for a, b in sentences(document.text, low, high) if a <= at < b), (low, high))
    places = [m for m in known if m.kind == "place" and start <= m.span.start < end]
    held = [m for m in places if re.search(r"\bà\s$", document.text[max(0, m.span.start - 3) : m.span.start])]
    return Event(
        f"event:{document.id}:{span.start}-{span.end}", "event", _label(told), Provenance(span, "document-event/1"),
        start=_day(document.text[start:end], document.date), place=held[0].name if held else None,
        place_mention=held[0].id if held else None,
    )  # fmt: skip


def _label(told: re.Match[str]) -> str:
    what = told["what"].lower()
    article = "de la " if what in _FEMININE else "de l'" if what[0] in "ae" else "du "
    name = " ".join(told["name"].replace("|", " ").split())
    name = name.lower() if name.isupper() else name
    return f"Signature {article}{what} {re.sub(r' (?:de|du|des|la|le|les|et|en|sur|avec|entre)$', '', name)}".strip()


def _day(words: str, written: str | None) -> str | None:
    """Return the day that a sentence tells, its year being that of the writing; else the day of the writing."""
    told = _DAY.search(words)
    if told is None or (not told[3] and not written):
        return written
    return f"{told[3] or (written or '')[:4]}-{MONTHS.index(told[2]) + 1:02}-{int(told[1]):02}"
