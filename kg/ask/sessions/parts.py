"""Who has a part at an event or at its sessions: as the graph tells, else as the lines that announce them do."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus import Span
from index import fold
from kg.ask.answers.context import around_event, around_person, role_words, unique
from kg.ask.answers.proofs import cited, on_its_line, prove
from kg.ask.answers.rows import entity_row
from kg.ask.answers.sparql import participations_query
from kg.ask.language import french
from kg.ask.language.session_numbers import has_same_number
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.sessions.text import announced
from kg.lookup import event_chain, role_at
from kg.regex import regex
from kg.types import Answer, Entity, Event, Mention, Participation, Row

KIND = "session-programme"
#: How what is on a programme was read; others spoke without being announced.
_ON_PROGRAMME = ("announced", "list", "label", "session-title")
#: How many sentences may say who has a part, the least share of the question they say, how far after it a name stands.
DEPTH, COVERED, NEAR = 12, 0.6, 120
#: The line of those who were there, and what ends it.
_PRESENT = regex(r"\W*(?:(?:etaient|sont) )?(?:presente?s?|participants?|assistaient|autour de la table)\b[^:]{0,40}:")
_NOT_THERE = regex(
    r"\n[ \t]*\n|\n\W*(?:[Éée]tai(?:en)?t )?"
    r"(?:[Ee]xcus|[Aa]bsent|[Pp]ouvoir|[Pp]rocuration|[Ss]ecr[ée]tai|[IVX\d]+[ .)/-])"
)
#: Questions for what those who have a part do, or are.
ROLES = r"(?:metiers?|professions?|fonctions?|titres|qualites)"
_ROLES_ASKED = regex(rf"\b{ROLES}\b")
#: Longest label before a name, in characters.
LABEL = 40


def taking_part(library: Library, event: Event, parts: tuple[str, ...]) -> list[tuple[Entity, Participation]]:
    """Return who takes part in an event, or in a session of it, in one of some ways."""
    wanted = library.knowledge.entity_of(event.mention)
    found: dict[str, tuple[Entity, Participation]] = {}
    for extraction in library.knowledge.naming(wanted):
        for participation in extraction.participations:
            chain = event_chain(library.knowledge, participation.event)
            identities = [library.knowledge.entity_of(step.mention) for step in chain]
            agent = library.knowledge.entity_of(participation.agent)
            if participation.part in parts and wanted in identities and agent:
                found.setdefault(agent.id, (agent, participation))
    return list(found.values())


def on_programme(found: list[tuple[Entity, Participation]]) -> list[tuple[Entity, Participation]]:
    """Return those whom a programme announces among those who take part; all when it announces none of them."""
    return [pair for pair in found if pair[1].provenance.rule.startswith(_ON_PROGRAMME)] or found


def people_of(
    query: Query, library: Library, events: list[Event], parts: tuple[str, ...], said: re.Pattern[str] | None
) -> Answer | None:
    """Return who has a part at some events as the graph tells; for those who speak, whom the programme announces."""
    held = [(event, taking_part(library, event, parts)) for event in events]
    events = [event for event, some in held if some]
    found = list({agent.id: (agent, one) for _, some in held for agent, one in some}.values())
    if said:
        found = [pair for pair in found if said.search(fold(_before(library, pair[1].provenance.span)))]
    elif "present" in parts and found:
        found = _also_present(library, found)
    elif parts == ("speaker",):
        found = on_programme(found)
    if not found:
        return None
    rows, facts = [], []
    for agent, participation in found:
        evidence = (on_its_line(library, participation.provenance.span),)
        rows.append(entity_row(agent, evidence))
        facts += around_person(library, agent, events[0])[:1]
    facts += around_event(library, None, event_chain(library.knowledge, events[0].mention))
    entities = [entity for event in events if (entity := library.knowledge.entity_of(event.mention))]
    names = french.join([row.label for row in rows], most=20)
    if _ROLES_ASKED.search(query.folded):
        told = (role_at(library.knowledge, agent, events[0]) for agent, _ in found)
        functions = [role_words(library, role) if role else "" for role in told]
        rows = [replace(row, value=words or None) for row, words in zip(rows, functions, strict=True)]
        names = " ; ".join(f"{row.label} : {row.value or 'fonction non dite'}" for row in rows)
    text = french.told(f"{names} — {french.join([french.title(event.label) for event in events])}")
    sparql = participations_query(library.base, entities[0].id, parts) if len(entities) == 1 else None
    return Answer(query.text, KIND, text, tuple(rows), unique(facts), sparql=sparql)


#: What stands between a name and the part in apposition to it.
_APPOSED = regex(r"\s*[,(–-]\s*(?:l[ae]s? |l['’]|une? )?")


def _also_present(library: Library, found: list[tuple[Entity, Participation]]) -> list[tuple[Entity, Participation]]:
    """Return those who are there with the others whom the same paragraph names: « Étaient présents : MM. … ; »."""
    first = found[0][1]
    text = library.knowledge.documents[first.provenance.span.document_id].text
    line = library.line_at(first.provenance.span)
    if not _PRESENT.match(fold(text[line.start : line.end])):
        return found
    end = _NOT_THERE.search(text, line.start)
    paragraph = replace(line, end=end.start() if end else line.end)
    others = (one for _, one in library.mentions_in(paragraph, "person") if len(one.label.split()) > 1)
    known = {agent.id: (agent, held) for agent, held in found}
    return list({**known, **{one.id: (one, first) for one in others if one.id not in known}}.values())


def _before(library: Library, span: Span) -> str:
    """Return the words of the line that lead to a name."""
    return library.knowledge.documents[span.document_id].text[library.line_at(span).start : span.start]


def announced_at(query: Query, library: Library, sessions: Sequence[Event], parts: tuple[str, ...]) -> Answer | None:
    """Return whom the lines of some sessions announce, where the graph has nobody: those who lead, else the others."""
    if not {"speaker", "moderator"}.intersection(parts):
        return None
    leads = "moderator" in parts
    rows: dict[str, Row] = {}
    for session in (one for one in sessions if one.kind == "session"):
        for mention, person, is_leading in announced(library, session):
            if is_leading is leads or len(parts) > 1:
                proof = (cited(library, library.line_at(mention.span), 0.9),)
                rows.setdefault(person.id, entity_row(person, proof, score=0.9))
    if not rows:
        return None
    labels = french.join([french.title(session.label) for session in sessions])
    text = french.sentence(f"{french.join([row.label for row in rows.values()])} — {labels}")
    facts = around_event(library, None, event_chain(library.knowledge, sessions[0].mention))
    return Answer(query.text, KIND, french.shortened(text), tuple(rows.values()), unique(facts))


def in_words(query: Query, library: Library, verb: re.Pattern[str]) -> Answer | None:
    """Return the people named after the words of the part, in the best sentence about the session asked about."""
    proofs = prove(query, library)[:DEPTH]
    label = re.compile(rf"(?:{verb.pattern})\w*(?: de (?:la )?seance)?\s*:")
    proofs.sort(key=lambda proof: not label.search(proof.sentence.folded))  # a label tells it better than a signature
    for proof in proofs:
        words = proof.sentence.folded
        led = verb.search(words)
        numbered = has_same_number(query.folded, words)
        if led is None or numbered is False or (numbered is None and proof.coverage < COVERED):
            continue
        start = proof.sentence.span.start + led.end()
        people = _apposed(library, proof.sentence.span, start - len(led[0]))
        people = people or library.mentions_in(replace(proof.sentence.span, start=start), "person")
        if people:
            evidence = (cited(library, proof.sentence.span, proof.score),)
            near = list(dict.fromkeys(one for mention, one in people if mention.span.start - start < NEAR))[:4]
            rows = tuple(entity_row(one, evidence, score=proof.score) for one in near)
            text = f"{french.join([row.label for row in rows])} : « {proof.sentence.words} »"
            return Answer(query.text, KIND, french.told(text), rows) if rows else None
    return None


def _apposed(library: Library, sentence: Span, at: int) -> list[tuple[Mention, Entity]]:
    """Return whom a part told at a place of a sentence is in apposition to: « M. Paul Rey, rapporteur ; »."""
    text = library.knowledge.documents[sentence.document_id].text
    rest = re.match(r"[\w-]*\s*(?:[;,.)]|[-=]>|→|$)", text[at : sentence.end])
    before = library.mentions_in(replace(sentence, end=at), "person") if rest and at > sentence.start else []
    near = [one for one in before if _APPOSED.fullmatch(text[one[0].span.end : at])]
    return near[-1:]


def labelled(query: Query, library: Library, documents: Sequence[str], said: re.Pattern[str]) -> Answer | None:
    """Return those whose lines bear a label in some reports, two at least: « Rapporteuse : Ana Belloir »."""
    rows: dict[str, Row] = {}
    for document_id in documents:
        text = library.knowledge.documents[document_id].text
        for line in re.finditer(r"[^\n]+", text):
            label = line[0].partition(":")[0]
            if len(label) <= LABEL and label != line[0] and said.search(fold(label)):
                span = Span(document_id, line.start(), line.end())
                proof = (cited(library, span),)
                for _, person in library.mentions_in(span, "person")[:1]:
                    rows.setdefault(person.id, entity_row(person, proof))
    text = french.sentence(french.join([row.label for row in rows.values()], most=20))
    return Answer(query.text, KIND, french.shortened(text), tuple(rows.values())) if len(rows) > 1 else None
