"""The card of a concept, and the concepts that a document is about."""

from collections import Counter
from collections.abc import Iterator

from kg.ask.language import french
from kg.base import Base
from kg.concept_list import METHODS, known_concepts
from kg.knowledge import Knowledge
from kg.lines import Line
from kg.resolve.forms import folded
from kg.types import ConceptLink
from ontology import Concept

_AROUND = 100


def concept_named(base: Base, name: str) -> Concept | None:
    """Return the linked concept that has an id or a label, case and accents apart; nothing when none has."""
    wanted = folded(name)
    for concept in known_concepts(base).values():
        if name == concept.id or wanted in (folded(label) for label in concept.labels):
            return concept
    return None


def concept_lines(knowledge: Knowledge, concept: Concept) -> Iterator[Line]:
    """Yield what is linked to a concept: quotations with who says them, then passages, with method and score."""
    for section, prefix in (("Citations", "quotation:"), ("Passages", "passage:")):
        for extraction in knowledge.extractions:
            speakers = {q.id: knowledge.entity_of(q.speaker) for q in extraction.quotations}
            best: dict[str, list[ConceptLink]] = {}
            for link in extraction.concept_links:
                if link.concept == concept.id and link.target.startswith(prefix):
                    best.setdefault(link.target, []).append(link)
            for target, links in best.items():
                first = max(links, key=lambda link: link.score)
                span, text = first.provenance.span, extraction.document.text
                words = " ".join(text[max(0, span.start - _AROUND) : span.end + _AROUND].split())
                speaker = speakers.get(target)
                who = f"{speaker.label} : " if speaker else ""
                told = ", ".join(f"{METHODS[link.method]} {link.score:.2f}".replace(".", ",") for link in links)
                line = f"{who}… {words} … ({told})"
                yield Line(section, line, "", extraction.document.source, span.start, span.end)


def document_concepts(base: Base, knowledge: Knowledge, document_id: str) -> Iterator[Line]:
    """Yield the concepts that a document is about, the most passages first, each with the first words that say it."""
    extraction = knowledge.extraction_of[document_id]
    links = [link for link in extraction.concept_links if link.target.startswith("passage:")]
    counts = Counter(link.concept for link in links)
    concepts = known_concepts(base)
    first: dict[str, ConceptLink] = {}
    for link in sorted(links, key=lambda link: (-link.score, link.provenance)):
        first.setdefault(link.concept, link)
    for identifier, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        methods = sorted({METHODS[link.method] for link in links if link.concept == identifier})
        span = first[identifier].provenance.span
        label = concepts[identifier].pref_label if identifier in concepts else identifier
        words = f"{label} : {french.count(count, 'passage')} ({', '.join(methods)})"
        yield Line("Notions", words, "", extraction.document.source, span.start, span.end)
