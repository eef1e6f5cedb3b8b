"""The JSON that `palabre extract` and `palabre ask` print: other programs read it, it does not change lightly."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from corpus import Document, Span
from kg.knowledge import Knowledge
from kg.regex import regex
from kg.types import Answer, ConceptLink, Context, Entity, Event, Evidence, Extraction, Quotation, Row


def extraction_json(extraction: Extraction, entities: Sequence[Entity], concepts: Mapping[str, str]) -> dict[str, Any]:
    """Return what was read in one document; `concepts` gives the label of each concept id."""
    knowledge = Knowledge((extraction,), tuple(entities))
    kinds = {kind: [e for e in entities if e.kind == kind] for kind in ("person", "organisation", "place")}
    return {
        "document": _document(extraction.document),
        "people": [_entity(knowledge, e) | {"roles": _roles(knowledge, extraction, e)} for e in kinds["person"]],
        "organisations": [_entity(knowledge, e) for e in kinds["organisation"]],
        "places": [_entity(knowledge, e) for e in kinds["place"]],
        "events": _events(knowledge, extraction),
        "concepts": _concepts(extraction, concepts),
        "quotations": [_quotation(knowledge, extraction.document, q) for q in extraction.quotations],
        "concept_links": [_link(link) for link in extraction.concept_links],
    }


def _link(link: ConceptLink) -> dict[str, Any]:
    span = link.provenance.span
    told = {"target": link.target, "concept": link.concept, "method": link.method, "score": link.score}
    return told | {"start": span.start, "end": span.end}


def _document(document: Document) -> dict[str, Any]:
    names = ("id", "source", "title", "date", "lang", "media_type", "sha256", "text")
    return {name: getattr(document, name) for name in names}


def _entity(knowledge: Knowledge, entity: Entity) -> dict[str, Any]:
    spans = [knowledge.mentions[mention].span for mention in entity.mentions]
    mentions = [{"start": span.start, "end": span.end} for span in sorted(spans)]
    return {"id": entity.id, "label": entity.label, "aliases": list(entity.aliases), "mentions": mentions}


def _roles(knowledge: Knowledge, extraction: Extraction, person: Entity) -> list[dict[str, Any]]:
    found = []
    for role in extraction.roles:
        if knowledge.entity_of(role.person) != person:
            continue
        organisation = knowledge.entity_of(role.organisation)
        span = role.provenance.span
        found.append(
            {
                "role": role.function,
                "organisation": organisation.label if organisation else None,
                "start": span.start,
                "end": span.end,
            }
        )
    return found


def _events(knowledge: Knowledge, extraction: Extraction) -> list[dict[str, Any]]:
    """Return each event once: what a programme announces and a heading tells again is one."""
    found: dict[str, dict[str, Any]] = {}
    for event in extraction.events:
        told = _event(knowledge, extraction, event)
        known = found.setdefault(told["id"], told)
        known["participations"] += [row for row in told["participations"] if row not in known["participations"]]
    return list(found.values())


def _event(knowledge: Knowledge, extraction: Extraction, event: Event) -> dict[str, Any]:
    entity, parent = knowledge.entity_of(event.mention), knowledge.entity_of(event.parent)
    participations = []
    for participation in extraction.participations:
        agent = knowledge.entity_of(participation.agent)
        if participation.event == event.mention and agent:
            row = {"person": agent.label, "as": participation.part}
            if row not in participations:
                participations.append(row)
    return {
        "id": entity.id if entity else event.mention,
        "label": event.label,
        "kind": event.kind,
        "parent": parent.id if parent else None,
        "start": event.start,
        "end": event.end,
        "place": event.place,
        "contradictions": list(event.contradictions),
        "participations": participations,
    }


def _concepts(extraction: Extraction, labels: Mapping[str, str]) -> list[dict[str, Any]]:
    spans: dict[str, list[dict[str, int]]] = {}
    for quotation in extraction.quotations:
        for concept in quotation.concepts:
            spans.setdefault(concept, []).append({"start": quotation.span.start, "end": quotation.span.end})
    return [{"id": c, "label": labels.get(c, c), "mentions": found} for c, found in sorted(spans.items())]


def _quotation(knowledge: Knowledge, document: Document, quotation: Quotation) -> dict[str, Any]:
    speaker, event = knowledge.entity_of(quotation.speaker), knowledge.entity_of(quotation.session)
    return {
        "id": quotation.id,
        "speaker": speaker.id if speaker else None,
        "speaker_label": speaker.label if speaker else None,
        "speaker_words": quotation.speaker_words,
        "start": quotation.span.start,
        "end": quotation.span.end,
        "text": document.quote(quotation.span),
        "mode": quotation.mode,
        "cue": quotation.cue,
        "act": quotation.act,
        "event": event.id if event else None,
        "concepts": list(quotation.concepts),
        "rule": quotation.provenance.rule,
        "confidence": quotation.confidence,
    }


#: What parts the cells and the blocks of a page, and what stands between: words, not marks alone.
_PARTED = regex(r"[\t\n\u2003]")
_PIECE = regex(r"[^\s\t\n\u2003][^\t\n\u2003]*[^\s\t\n\u2003]")


def answer_json(answer: Answer, elapsed_ms: float) -> dict[str, Any]:
    """Return an answer as it is printed, on one line."""
    return {
        "question": answer.question,
        "kind": answer.kind,
        "abstained": answer.abstained,
        "text": answer.text,
        "answers": [_row(row) for row in answer.rows],
        "context": [_context(fact) for fact in answer.context],
        "certificate": answer.certificate,
        "sparql": answer.sparql,
        "elapsed_ms": round(elapsed_ms, 1),
    }


def _row(row: Row) -> dict[str, Any]:
    shown = {name: getattr(row, name) for name in ("id", "label", "kind", "value")}
    proofs = [piece for evidence in row.evidence for piece in _pieces(evidence)]
    return shown | {"score": round(row.score, 3), "evidence": [_evidence(evidence) for evidence in proofs]}


def _pieces(evidence: Evidence) -> Iterator[Evidence]:
    """Yield a proof as quotes that its file holds as they are: mark-up parts the cells and the blocks of a page."""
    if not evidence.source.lower().endswith((".html", ".htm")) or not _PARTED.search(evidence.quote):
        yield evidence
        return
    for match in _PIECE.finditer(evidence.quote):
        start = evidence.span.start + match.start()
        yield replace(evidence, span=Span(evidence.span.document_id, start, start + len(match[0])), quote=match[0])


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "document": evidence.source,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "quote": evidence.quote,
        "score": round(evidence.score, 3),
        "page": evidence.page,
    }


def _context(fact: Context) -> dict[str, Any]:
    shown = {name: getattr(fact, name) for name in ("subject", "predicate", "object", "label")}
    return shown | {"evidence": _evidence(fact.evidence) if fact.evidence else None}
