"""Triples of one document: its passages, mentions, events, roles, participations, statements and quotations."""

from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

from corpus import Document, Passage, Span
from kg.graph.iris import document_iri, entity_iri, fact_iri, mention_iri, passage_iri
from kg.graph.literals import date_literal, decimal_literal, text_literal
from kg.graph.writer import Writer
from kg.knowledge import Knowledge
from kg.types import ConceptLink, Event, Extraction, Mention, Participation, Provenance, Quotation, Role, Statement

if TYPE_CHECKING:
    from rdflib import Literal


def add_document(writer: Writer, extraction: Extraction, knowledge: Knowledge) -> None:
    """Write the graph of one document."""
    writer.enter("document", extraction.document.id)
    facts = _Facts(writer, extraction, knowledge)
    facts.add_document()
    for passage in extraction.passages:
        facts.add_passage(passage)
    steps: tuple[tuple[tuple[object, ...], Callable[..., None]], ...] = (
        (extraction.mentions, facts.add_mention),
        (extraction.events, facts.add_event),
        (extraction.roles, facts.add_role),
        (extraction.participations, facts.add_participation),
        (extraction.statements, facts.add_statement),
        (extraction.quotations, facts.add_quotation),
        (extraction.concept_links, facts.add_concept_link),
    )
    for found, add in steps:
        for fact in found:
            add(fact)


class _Facts:
    def __init__(self, writer: Writer, extraction: Extraction, knowledge: Knowledge) -> None:
        self._writer = writer
        self._document: Document = extraction.document
        self._knowledge = knowledge
        self._iri = document_iri(writer.base_iri, extraction.document.id)
        self._passages = sorted((passage.span for passage in extraction.passages), key=lambda span: span.start)
        self._starts = [span.start for span in self._passages]

    def add_document(self) -> None:
        add, document = self._writer.add, self._document
        self._writer.add_types(self._iri, "pal:Document", "foaf:Document")
        for predicate in ("dcterms:title", "rdfs:label"):
            add(self._iri, predicate, text_literal(document.title or document.source))
        if document.date:
            add(self._iri, "dcterms:date", date_literal(document.date))
        add(self._iri, "dcterms:language", text_literal(document.lang))
        add(self._iri, "dcterms:format", text_literal(document.media_type))
        add(self._iri, "pal:sourceFile", text_literal(document.source))
        add(self._iri, "pal:sha256", text_literal(document.sha256))
        for warning in document.warnings:
            add(self._iri, "pal:warning", text_literal(warning))

    def add_passage(self, passage: Passage) -> None:
        subject = self._passage_iri(passage.span)
        self._writer.add_types(subject, "pal:Passage")
        self._add_place(subject, passage.span)
        if passage.headings:
            self._writer.add(subject, "pal:headings", text_literal(" > ".join(passage.headings)))

    def add_mention(self, mention: Mention) -> None:
        """A mention that was declared to be nothing leaves no trace."""
        if self._entity(mention.id) is None:
            return
        subject = mention_iri(self._writer.base_iri, mention.id)
        self._writer.add_types(subject, "pal:Mention")
        self._add_provenance(subject, Provenance(mention.span, mention.rule))
        self._writer.add(subject, "pal:name", text_literal(mention.name))

    def add_event(self, event: Event) -> None:
        """An event whose mention was declared to be nothing leaves no trace."""
        subject = self._entity(event.mention)
        if subject is None:
            return
        add = self._writer.add
        types = (
            ("pal:Session", "pal:Event", "schema:Event") if event.kind == "session" else ("pal:Event", "schema:Event")
        )
        self._writer.add_types(subject, *types)
        parent = self._entity(event.parent)
        add(subject, "pal:parentEvent", parent if parent != subject else None)
        for predicate, told in (("schema:startDate", event.start), ("schema:endDate", event.end)):
            add(subject, predicate, date_literal(told) if told else None)
        add(subject, "pal:venue", text_literal(event.place) if event.place else None)
        add(subject, "schema:location", self._entity(event.place_mention))
        for told in event.contradictions:
            add(subject, "pal:otherDate", text_literal(told))
        self._add_reading(subject, event.provenance, "event", event.mention)

    def add_role(self, role: Role) -> None:
        person = self._entity(role.person)
        if person is None:
            return
        key = (role.person, role.function, role.organisation or "", role.event or "", *_told(role.provenance))
        subject = fact_iri(self._writer.base_iri, "role", self._document.id, *key)
        self._writer.add_types(subject, "pal:Role", "org:Membership")
        self._add_provenance(subject, role.provenance)
        self._writer.add(subject, "org:member", person)
        self._writer.add(subject, "pal:function", text_literal(role.function))
        self._writer.add(subject, "org:organization", self._entity(role.organisation))
        self._writer.add(subject, "pal:event", self._entity(role.event))

    def add_participation(self, participation: Participation) -> None:
        agent, event = self._entity(participation.agent), self._entity(participation.event)
        if agent is None or event is None:
            return
        key = (participation.agent, participation.event, participation.part, *_told(participation.provenance))
        subject = fact_iri(self._writer.base_iri, "participation", self._document.id, *key)
        self._writer.add_types(subject, "pal:Participation")
        self._add_provenance(subject, participation.provenance)
        self._writer.add(subject, "pal:agent", agent)
        self._writer.add(subject, "pal:event", event)
        self._writer.add(subject, "pal:part", f"pal:{participation.part.capitalize()}Part")

    def add_statement(self, statement: Statement) -> None:
        subject = self._thing(statement.subject)
        known = self._is_known(statement.object)
        value = self._thing(statement.object) if known else text_literal(statement.object)
        if subject is None or value is None:
            return
        self._writer.add(subject, statement.predicate, value)
        self._add_reading(subject, statement.provenance, statement.subject, statement.predicate, statement.object)

    def add_quotation(self, quotation: Quotation) -> None:
        add = self._writer.add
        subject = entity_iri(self._writer.base_iri, quotation.id)
        self._writer.add_types(subject, "pal:Quotation")
        self._add_provenance(subject, Provenance(quotation.span, quotation.provenance.rule))
        speaker = self._entity(quotation.speaker)
        add(subject, "pal:speaker", speaker)
        if speaker and quotation.speaker:
            add(subject, "pal:speakerMention", mention_iri(self._writer.base_iri, quotation.speaker))
        add(subject, "pal:mode", f"pal:{quotation.mode.capitalize()}Speech")
        for predicate, told in (
            ("pal:cue", quotation.cue),
            ("pal:act", quotation.act),
            ("pal:speakerWords", quotation.speaker_words),
        ):
            add(subject, predicate, text_literal(told) if told else None)
        if quotation.cue_span:
            add(subject, "pal:cueStart", _offset(quotation.cue_span.start))
            add(subject, "pal:cueEnd", _offset(quotation.cue_span.end))
        add(subject, "pal:session", self._entity(quotation.session))
        for concept in quotation.concepts:
            add(subject, "pal:about", entity_iri(self._writer.base_iri, concept))
        add(subject, "pal:confidence", decimal_literal(quotation.confidence))

    def add_concept_link(self, link: ConceptLink) -> None:
        target = entity_iri(self._writer.base_iri, link.target)
        concept = entity_iri(self._writer.base_iri, link.concept)
        subject = fact_iri(
            self._writer.base_iri, "concept-link", self._document.id, link.target, link.concept, link.method
        )
        self._writer.add_types(subject, "pal:ConceptLink")
        self._add_provenance(subject, link.provenance)
        self._writer.add(subject, "pal:target", target)
        self._writer.add(subject, "pal:concept", concept)
        self._writer.add(subject, "pal:method", text_literal(link.method))
        self._writer.add(subject, "pal:score", decimal_literal(link.score))
        self._writer.add(target, "pal:about", concept)

    def _add_reading(self, about: str, provenance: Provenance, *key: str) -> None:
        subject = fact_iri(self._writer.base_iri, "reading", self._document.id, *key, *_told(provenance))
        self._writer.add_types(subject, "pal:Reading")
        self._add_provenance(subject, provenance)
        self._writer.add(subject, "pal:reads", about)

    def _add_provenance(self, subject: str, provenance: Provenance) -> None:
        self._add_place(subject, provenance.span)
        self._writer.add(subject, "pal:rule", text_literal(provenance.rule))
        at = bisect_right(self._starts, provenance.span.start) - 1
        if at >= 0 and provenance.span.start < self._passages[at].end:
            self._writer.add(subject, "pal:passage", self._passage_iri(self._passages[at]))

    def _add_place(self, subject: str, span: Span) -> None:
        self._writer.add(subject, "pal:document", self._iri)
        self._writer.add(subject, "prov:wasDerivedFrom", self._iri)
        self._writer.add(subject, "pal:start", _offset(span.start))
        self._writer.add(subject, "pal:end", _offset(span.end))
        self._writer.add(subject, "pal:text", text_literal(self._document.quote(span)))

    def _passage_iri(self, span: Span) -> str:
        return passage_iri(self._writer.base_iri, span.document_id, span.start, span.end)

    def _entity(self, mention: str | None) -> str | None:
        entity = self._knowledge.entity_of(mention)
        return entity_iri(self._writer.base_iri, entity.id) if entity else None

    def _is_known(self, identifier: str) -> bool:
        return identifier in self._knowledge.mentions or self._thing(identifier) is not None

    def _thing(self, identifier: str) -> str | None:
        """Return the IRI of what an id names: the entity of a mention, an entity, a document, a quotation."""
        base = self._writer.base_iri
        if identifier in self._knowledge.mentions:
            return self._entity(identifier)
        if identifier in self._knowledge.by_id or identifier.startswith(("quotation:", "concept/")):
            return entity_iri(base, identifier)
        return document_iri(base, identifier) if identifier in self._knowledge.documents else None


def _told(provenance: Provenance) -> tuple[str, str, str]:
    return str(provenance.span.start), str(provenance.span.end), provenance.rule


def _offset(number: int) -> "Literal":
    from rdflib import XSD, Literal

    # Not xsd:nonNegativeInteger: Oxigraph gives it back as xsd:integer.
    return Literal(str(number), datatype=XSD.integer, normalize=False)
