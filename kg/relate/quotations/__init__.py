"""Quotations: who said what in a document, directly or in reported speech, with the rule that tells."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import Span
from kg.extract.parse import Parsed
from kg.relate.quotations.confidence import confidence_of
from kg.relate.quotations.findings import Finding
from kg.relate.quotations.reading import read_document
from kg.relate.quotations.sessions import Sessions
from kg.types import Entity, Extraction, Provenance, Quotation

__all__ = ["Reason", "explain", "find_quotations"]


def find_quotations(parsed: Parsed, extraction: Extraction, entities: Sequence[Entity]) -> tuple[Quotation, ...]:
    """Return what is said in a document, in order, each with its speaker or nobody.

    `extraction` holds the mentions, roles and events of this document and `entities` groups its mentions.
    A speaker is a person or an organisation that the text proves; a crowd, or nobody, is None with `speaker_words`.
    """
    return tuple(quotation for quotation, _ in explain(parsed, extraction, entities))


@dataclass(frozen=True, slots=True)
class Reason:
    """How a speaker was told: the way (`pronoun`, `role`…) and the entities that were weighed, by their ids."""

    how: str
    candidates: tuple[str, ...]


def explain(parsed: Parsed, extraction: Extraction, entities: Sequence[Entity]) -> tuple[tuple[Quotation, Reason], ...]:
    """Return each quotation with the reason of its attribution."""
    sessions = Sessions(parsed, extraction)
    seen: Counter[str] = Counter()
    found: list[tuple[Quotation, Reason]] = []
    for finding in read_document(parsed, extraction, entities):
        words = parsed.document.text[finding.start : finding.end]
        if words.strip():
            reason = Reason(finding.speaker.how, tuple(filter(None, finding.speaker.candidates)))
            found.append((_quotation(parsed, finding, sessions, seen[words]), reason))
            seen[words] += 1
    return tuple(found)


def _quotation(parsed: Parsed, finding: Finding, sessions: Sessions, occurrence: int) -> Quotation:
    document = parsed.document
    span = Span(document.id, finding.start, finding.end)
    cue = Span(document.id, finding.cue_start, finding.cue_end or 0) if finding.cue_start is not None else None
    return Quotation(
        id=quotation_id(document.id, document.source, document.quote(span), occurrence),
        span=span,
        speaker=finding.speaker.mention,
        mode=finding.mode,
        cue=" ".join(document.quote(cue).split()) if cue else "",
        provenance=Provenance(span, finding.rule),
        cue_span=cue,
        speaker_words="" if finding.speaker.mention else " ".join(finding.speaker.words.split()),
        act=finding.act,
        session=sessions.at(finding.start),
        confidence=confidence_of(finding.rule),
    )


def quotation_id(document_id: str, source: str, quote: str, occurrence: int) -> str:
    """Return the id of a quotation: stable while its source, its words and its rank among equal quotes are."""
    digest = hashlib.sha256(f"{source}\n{quote}\n{occurrence}".encode()).hexdigest()
    return f"quotation:{document_id}:{digest[:10]}"
