"""The tables of a base, for a spreadsheet: citations, personnes, evenements, participations, organisations."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from kg.export.cells import cell, decimal, joined
from kg.export.people import ORGANISATION_HEADERS, PERSON_HEADERS, organisation_rows, person_rows
from kg.export.words import ACTS, MODES, PART_WORDS
from kg.knowledge import Knowledge
from kg.lookup import chain_of_quotation, concept_label, event_chain, role_at, when, where
from kg.types import Entity, Event, Quotation

ConceptLabels = Mapping[str, str]
Rows = Iterator[Sequence[str]]

UNKNOWN = "(inconnu)"

_QUOTATION_HEADERS = (
    "Identifiant", "Locuteur", "Désigné par", "Fonction", "Organisation", "Événement", "Session", "Date", "Lieu",
    "Mode", "Acte", "Concepts", "Citation", "Document", "Début", "Fin", "Règle", "Confiance",
)  # fmt: skip
_EVENT_HEADERS = (
    "Identifiant", "Nom", "Nature", "Fait partie de", "Début", "Fin", "Lieu", "Autres dates données", "Organisation",
    "Animation", "Intervenants", "Participants", "Citations", "Documents",
)  # fmt: skip
_PARTICIPATION_HEADERS = (
    "Nom", "Nature", "Participation", "Fonction", "Organisation", "Session", "Événement", "Date de début",
    "Date de fin", "Lieu", "Document", "Début", "Fin", "Règle",
)  # fmt: skip


def quotation_rows(knowledge: Knowledge, concept_labels: ConceptLabels) -> Rows:
    """Yield a row a quotation, by document and place: who, as what, where and when, and the words."""
    for quotation in knowledge.quotations():
        chain = chain_of_quotation(knowledge, quotation)
        document = knowledge.documents[quotation.span.document_id]
        concepts = (concept_label(knowledge, concept, concept_labels) for concept in quotation.concepts)
        yield (
            quotation.id,
            *_speaker(knowledge, quotation, chain[0] if chain else None),
            *_circumstances(knowledge, chain),
            MODES[quotation.mode],
            ACTS.get(quotation.act, quotation.act),
            joined(concepts),
            document.quote(quotation.span),
            document.source,
            str(quotation.span.start),
            str(quotation.span.end),
            quotation.provenance.rule,
            decimal(quotation.confidence),
        )


def event_rows(knowledge: Knowledge, concept_labels: ConceptLabels) -> Rows:
    """Yield a row an event or session, by date, then by id; one without a date comes last."""
    agents, said = _agents(knowledge), _said_at(knowledge)
    dated = [(when(knowledge, told[0])[0] or "9999", entity_id) for entity_id, told in knowledge.tellings.items()]
    for _, entity_id in sorted(dated):
        tellings, entity = knowledge.tellings[entity_id], knowledge.by_id[entity_id]
        chain = event_chain(knowledge, tellings[0].mention)
        start, end = when(knowledge, tellings[0])
        present = agents.get(entity_id, {})
        yield (
            entity_id,
            entity.label,
            "session" if all(told.kind == "session" for told in tellings) else "événement",
            _label(knowledge, chain[1]) if len(chain) > 1 else "",
            start or "",
            end or "",
            where(knowledge, tellings[0])[1] or "",
            joined(date for told in tellings for date in told.contradictions),
            *(joined(present.get(part, ())) for part in ("organiser", "moderator", "speaker", "participant")),
            str(said.get(entity_id, 0)),
            joined(knowledge.documents[told.provenance.span.document_id].source for told in tellings),
        )


def participation_rows(knowledge: Knowledge, concept_labels: ConceptLabels) -> Rows:
    """Yield a row a participation, in reading order: who is what, where and when."""
    for extraction in knowledge.extractions:
        for participation in extraction.participations:
            agent, chain = knowledge.entity_of(participation.agent), event_chain(knowledge, participation.event)
            if agent is None or not chain:
                continue
            event, session = _event_and_session(knowledge, chain)
            start, end = when(knowledge, chain[0])
            span = participation.provenance.span
            yield (
                agent.label,
                "personne" if agent.kind == "person" else "organisation",
                PART_WORDS[participation.part],
                *_function(knowledge, agent, chain[0]),
                session,
                event,
                start or "",
                end or "",
                where(knowledge, chain[0])[1] or "",
                extraction.document.source,
                str(span.start),
                str(span.end),
                participation.provenance.rule,
            )


#: The tables by the name that the user gives: their headers, and their rows.
TABLES: dict[str, tuple[Sequence[str], Callable[[Knowledge, ConceptLabels], Rows]]] = {
    "citations": (_QUOTATION_HEADERS, quotation_rows),
    "personnes": (PERSON_HEADERS, person_rows),
    "evenements": (_EVENT_HEADERS, event_rows),
    "participations": (_PARTICIPATION_HEADERS, participation_rows),
    "organisations": (ORGANISATION_HEADERS, organisation_rows),
}


def write_table(knowledge: Knowledge, table: str, path: Path, *, concept_labels: ConceptLabels) -> None:
    """Write a table as a spreadsheet in French opens it: `;`, UTF-8 with a byte order mark, CRLF, formulas defused."""
    headers, rows = TABLES[table]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(headers)
        writer.writerows([cell(value) for value in row] for row in rows(knowledge, concept_labels))


def _speaker(knowledge: Knowledge, quotation: Quotation, event: Event | None) -> tuple[str, str, str, str]:
    """Return the speaker, the words used for one unknown, and the function and organisation at that date."""
    speaker = knowledge.entity_of(quotation.speaker)
    if speaker is None:
        return UNKNOWN, quotation.speaker_words, "", ""
    return speaker.label, quotation.speaker_words, *_function(knowledge, speaker, event)


def _function(knowledge: Knowledge, agent: Entity, event: Event | None) -> tuple[str, str]:
    if agent.kind == "organisation":
        return "", agent.label
    role = role_at(knowledge, agent, event)
    organisation = knowledge.entity_of(role.organisation) if role else None
    return role.function if role else "", organisation.label if organisation else ""


def _circumstances(knowledge: Knowledge, chain: tuple[Event, ...]) -> tuple[str, str, str, str]:
    """Return event, session, date and place."""
    if not chain:
        return "", "", "", ""
    event, session = _event_and_session(knowledge, chain)
    return event, session, when(knowledge, chain[0])[0] or "", where(knowledge, chain[0])[1] or ""


def _event_and_session(knowledge: Knowledge, chain: tuple[Event, ...]) -> tuple[str, str]:
    """Return the whole event and the part of it, which is empty where only the event is known."""
    alone = len(chain) == 1 and chain[0].kind == "event"
    event = chain[-1] if len(chain) > 1 or alone else None
    return _label(knowledge, event) if event else "", "" if alone else _label(knowledge, chain[0])


def _label(knowledge: Knowledge, event: Event) -> str:
    entity = knowledge.entity_of(event.mention)
    return entity.label if entity else event.label


def _agents(knowledge: Knowledge) -> dict[str, dict[str, list[str]]]:
    """Return who is what at each event: labels by part, by the id of the event."""
    found: dict[str, dict[str, list[str]]] = {}
    for participation in (p for extraction in knowledge.extractions for p in extraction.participations):
        agent, event = knowledge.entity_of(participation.agent), knowledge.entity_of(participation.event)
        if agent and event:
            part = "participant" if participation.part == "present" else participation.part
            found.setdefault(event.id, {}).setdefault(part, []).append(agent.label)
    return found


def _said_at(knowledge: Knowledge) -> dict[str, int]:
    """Count the quotations of each event, those of its sessions included."""
    counts: dict[str, int] = {}
    for quotation in knowledge.quotations():
        steps = (knowledge.entity_of(step.mention) for step in chain_of_quotation(knowledge, quotation))
        for entity_id in {entity.id for entity in steps if entity}:
            counts[entity_id] = counts.get(entity_id, 0) + 1
    return counts
