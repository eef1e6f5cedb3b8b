"""Speakers whom one document names by their function only, and another document by their name.

« La directrice de l'Institut de Lens a répondu … » in a report is the person whom a list of participants calls its
directrice. A name goes in only when one person of the whole corpus fits, at a date near enough, and nobody else does.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.knowledge import Knowledge
from kg.regex import regex
from kg.relate.quotations.confidence import confidence_of
from kg.relate.quotations.functions import AFTER_FUNCTION
from kg.relate.quotations.words import fits, phrase_gender, stems
from kg.resolve.forms import folded
from kg.types import Entity, Extraction, Provenance, Quotation

_DEFINITE = regex(r"(?:(?:M\.|Mme|Monsieur|Madame) )?(?:l[ea] |l'|notre )", re.IGNORECASE)
_FORMER = regex(r"\b(?:ex|ancien(?:ne)?|futur|sortant|honoraire|élue? sortant)\w*\b", re.IGNORECASE)
_PROPER = regex(r"(?<=[\s'’])(?:[A-ZÀ-Ý][\w-]{2,})")
_PRONOUN = regex(r"(?:il|elle|celui-ci|celle-ci|ce dernier|cette dernière)$", re.IGNORECASE)
#: An office told that many years before or after does not say who holds it.
_YEARS = 3
_NEAR = 600


@dataclass(frozen=True, slots=True)
class _Office:
    """Who is told to hold an office: the noun that heads it, all its words, and the year of the document."""

    holder: Entity
    head: str
    words: frozenset[str]
    former: bool
    year: int | None


def told_elsewhere(knowledge: Knowledge) -> tuple[Extraction, ...]:
    """Return the extractions, with the speakers that another document names."""
    offices = tuple(_offices(knowledge))
    named = _labels(knowledge)
    return tuple(_resolved(knowledge, extraction, offices, named) for extraction in knowledge.extractions)


def _offices(knowledge: Knowledge) -> Iterator[_Office]:
    for extraction in knowledge.extractions:
        for role in extraction.roles:
            holder, body = knowledge.entity_of(role.person), knowledge.entity_of(role.organisation)
            if holder is None or not role.function:
                continue
            names = " ".join((body.label, *body.aliases)) if body else ""
            head = stems(role.function)[:1]
            words = frozenset(stems(f"{role.function} {names}"))
            for stem in head:
                yield _Office(holder, stem, words, bool(_FORMER.search(role.function)), _year(extraction))


def _year(extraction: Extraction) -> int | None:
    date = extraction.document.date or ""
    return int(date[:4]) if date[:4].isdigit() else None


def _labels(knowledge: Knowledge) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = defaultdict(list)
    for entity in knowledge.entities:
        if entity.kind in ("person", "organisation"):
            for name in dict.fromkeys(folded(name) for name in (entity.label, *entity.aliases)):
                found[name].append(entity)
    return found


def _resolved(
    knowledge: Knowledge, extraction: Extraction, offices: Sequence[_Office], named: dict[str, list[Entity]]
) -> Extraction:
    if all(quotation.speaker for quotation in extraction.quotations):
        return extraction
    told: list[Quotation] = []
    #: Who was last told so, and the quotation as it was read.
    last: tuple[Entity, Quotation] | None = None
    for quotation in sorted(extraction.quotations, key=lambda q: q.span.start):
        if quotation.speaker is not None:
            last = None
        else:
            speaker, rule = _speaker(knowledge, extraction, quotation, offices, named)
            if speaker is None and last and _goes_on(extraction, last[1], quotation):
                speaker, rule = last[0], "goes-on-elsewhere/1"
            last = (speaker, quotation) if speaker else None
            quotation = _given(knowledge, quotation, speaker, rule) if speaker else quotation
        told.append(quotation)
    order = {quotation.id: at for at, quotation in enumerate(extraction.quotations)}
    return replace(extraction, quotations=tuple(sorted(told, key=lambda q: order[q.id])))


def _goes_on(extraction: Extraction, before: Quotation, quotation: Quotation) -> bool:
    """Tell « Elle ajoute … », or the same words, soon after somebody was told by their function."""
    text = extraction.document.text[before.span.end : quotation.span.start]
    same = quotation.speaker_words == before.speaker_words or _PRONOUN.match(quotation.speaker_words)
    omitted = not quotation.speaker_words and "-omitted" in quotation.provenance.rule
    return bool(same or omitted) and "\n\n" not in text and len(text) < _NEAR


def _speaker(
    knowledge: Knowledge,
    extraction: Extraction,
    quotation: Quotation,
    offices: Sequence[_Office],
    named: dict[str, list[Entity]],
) -> tuple[Entity | None, str]:
    words = quotation.speaker_words.replace("’", "'")
    bare = _DEFINITE.sub("", words, count=1)
    known = named.get(folded(bare), []) if bare[:1].isupper() else []
    if len(known) == 1:
        return known[0], "name-elsewhere/1"
    if not _DEFINITE.match(words):
        return None, ""
    phrase = AFTER_FUNCTION.sub("", words)
    wanted, year = stems(phrase), _year(extraction)
    fit = [office for office in offices if wanted and _holds(office, phrase, wanted, year)]
    holders = {office.holder.id: office.holder for office in fit}
    here = [holder for holder in holders.values() if _is_named(knowledge, holder, quotation, len(wanted) == 1)]
    if len(holders) == 1 and len(wanted) > 1 and _PROPER.search(phrase):
        return next(iter(holders.values())), "office-elsewhere/1"
    return (here[0], "office-elsewhere/1") if len(here) == 1 else (None, "")


def _holds(office: _Office, phrase: str, wanted: Sequence[str], year: int | None) -> bool:
    gender = phrase_gender(phrase)
    return (
        wanted[0] == office.head
        and all(fits(word, office.words) for word in wanted[1:])
        and bool(_FORMER.search(phrase)) == office.former
        and not (gender and office.holder.gender and gender != office.holder.gender)
        and not (year and office.year and abs(year - office.year) > _YEARS)
    )


def _is_named(knowledge: Knowledge, entity: Entity, quotation: Quotation, just: bool) -> bool:
    """Tell whether the document of a quotation names somebody; `just` asks for a name shortly before it."""
    spans = (knowledge.mentions[mention].span for mention in entity.mentions)
    places = [span.start for span in spans if span.document_id == quotation.span.document_id]
    return any(0 <= quotation.span.start - at <= _NEAR for at in places) if just else bool(places)


def _given(knowledge: Knowledge, quotation: Quotation, speaker: Entity, rule: str) -> Quotation:
    """Give a quotation the mention of its speaker that stands nearest, in its document if there is one."""
    here = [m for m in speaker.mentions if knowledge.mentions[m].span.document_id == quotation.span.document_id]
    mention = min(
        here or speaker.mentions, key=lambda m: (abs(knowledge.mentions[m].span.start - quotation.span.start), m)
    )
    provenance = Provenance(quotation.provenance.span, rule)
    sure = confidence_of(rule)
    return replace(quotation, speaker=mention, speaker_words="", provenance=provenance, confidence=sure)
