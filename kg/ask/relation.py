"""What links two entities: what they share, a path through the network, or the sentences that name both."""

import re

from corpus import Passage, Span
from kg.ask import french
from kg.ask.context import around_person, role_words, unique
from kg.ask.library import Library
from kg.ask.linked import kin_sentences, nearest_together, shared_bodies
from kg.ask.proofs import quote_around, widen
from kg.ask.query import Query
from kg.lookup import event_chain
from kg.types import Answer, Context, Entity, Evidence, Row

#: How many characters at the head of a report tell whose it is.
OPENING = 400
#: How many passages that name both are told.
PROOFS = 3
KIND = "relation-path"
EXAMPLES = ("Quel lien entre Ana Belloir et Marc Touvet ?", "Qu'ont en commun Morvillac et Altis ?")
_ASKED = re.compile(
    r"\b(?:liens?|lie|lient|relie|relient|rapports?|relations?|commun|rapproche|rapprochent|unit|unissent"
    r"|point commun|partagent|connait|connaissent)\b"
)


def answer(query: Query, library: Library) -> Answer | None:
    """Answer what links the first two entities that the question names; nothing for other questions."""
    if not _ASKED.search(query.folded):
        return None
    named = _pair(query)
    if named is None:
        return None
    (first, *_), (second, *_) = named
    shared = [*_shared_roles(library, first, second), *_shared_events(library, first, second)]
    shared = shared or list(shared_bodies(library, first, second))[:1]
    told = _kin(library, first, second)
    kin = bool(told)
    told = told or _together(library, *named) or _told_by(library, *named) or _told_by(library, named[1], named[0])
    near = nearest_together(library, first, second) if not shared and not told else None
    told = [library.evidence(near, 0.6)] if near else told
    if not shared and not told:
        return None
    evidence = tuple({proof.span: proof for _, proofs in shared for proof in proofs}.values()) + tuple(told)
    rows = tuple(
        Row(entity.id, entity.label, entity.kind, 1.0, shared[0][0] if shared else None, evidence[:4])
        for entity in (first, second)
    )
    quotes = [f"« {library.reading(proof.span) if kin else _from_there(library, proof)} »" for proof in told[:1]]
    facts_told = [fact for fact, _ in shared[:3]]
    words = [*quotes, *facts_told] if kin else facts_told or quotes
    evidence = (*told[:2], *evidence) if kin else evidence
    told_words = french.sentence(f"{first.label} et {second.label} : {' ; '.join(words)}")
    text = french.shortened(told_words, 600)
    facts = [
        Context(first.id, "skos:related", second.id, fact, proofs[0] if proofs else None) for fact, proofs in shared
    ]
    facts += around_person(library, first, None) + around_person(library, second, None)
    return Answer(query.text, KIND, text, rows, unique(facts))


def _kin(library: Library, first: Entity, second: Entity) -> list[Evidence]:
    """Return the sentences by which two people are kin, or work beside one another."""
    if first.kind != "person" or second.kind != "person":
        return []
    sentences = kin_sentences(library, first, second)
    return [library.evidence(quote_around(library, sentence.span), 1.0) for sentence in sentences[:3]]


def _from_there(library: Library, proof: Evidence) -> str:
    """Return the words of a proof with what follows it in its passage: one sentence seldom tells a whole relation."""
    passage = library.passage_at(proof.span)
    end = max(proof.span.end, passage.span.end) if passage else proof.span.end
    return french.shortened(library.reading(Span(proof.span.document_id, proof.span.start, end)), 520)


def _pair(query: Query) -> tuple[list[Entity], list[Entity]] | None:
    """Return what the first two names of the question may stand for, organisations before places."""
    order = {"person": 0, "organisation": 1, "event": 2, "place": 3, "concept": 4}
    places: dict[int, list[Entity]] = {}
    for named in sorted(query.named, key=lambda n: (n.start, not n.whole, order[n.entity.kind])):
        places.setdefault(named.start, []).append(named.entity)
    found = [places[start] for start in sorted(places)]
    return (found[0], found[1]) if len(found) >= 2 and found[0][0] != found[1][0] else None


def _shared_roles(library: Library, first: Entity, second: Entity) -> list[tuple[str, tuple[Evidence, ...]]]:
    """Return the organisations in which both hold a role, with the words of each role."""
    found = []
    for one in library.knowledge.roles.get(first.id, ()):
        for other in library.knowledge.roles.get(second.id, ()):
            organisation = library.knowledge.entity_of(one.organisation)
            if organisation is None or organisation != library.knowledge.entity_of(other.organisation):
                continue
            words = [role_words(library, one), role_words(library, other)]
            told = f"tous deux liés à {organisation.label} ({first.label} : {words[0]} ; {second.label} : {words[1]})"
            proofs = (library.evidence(one.provenance.span, 1.0), library.evidence(other.provenance.span, 1.0))
            found.append((len("".join(words)), told, proofs))
    found.sort(key=lambda row: -row[0])
    return [(told, proofs) for _, told, proofs in found[:1]]


def _shared_events(library: Library, first: Entity, second: Entity) -> list[tuple[str, tuple[Evidence, ...]]]:
    """Return the sessions, else the events, in which both take part."""
    parts: list[dict[str, Evidence]] = [{}, {}]
    labels: dict[str, str] = {}
    for extraction in library.knowledge.naming(first, second):
        for participation in extraction.participations:
            agent = library.knowledge.entity_of(participation.agent)
            if agent not in (first, second):
                continue
            for event in event_chain(library.knowledge, participation.event):
                entity = library.knowledge.entity_of(event.mention)
                if entity:
                    labels[entity.id] = event.label
                    held = parts[0] if agent == first else parts[1]
                    held.setdefault(entity.id, library.evidence(participation.provenance.span, 1.0))
    both = [key for key in parts[0] if key in parts[1]]
    both.sort(key=lambda key: (not _is_session(library, key), key))
    return [(f"tous deux à : {labels[key]}", (parts[0][key], parts[1][key])) for key in both[:1]]


def _is_session(library: Library, event_id: str) -> bool:
    tellings = library.knowledge.tellings.get(event_id, ())
    return any(event.kind == "session" for event in tellings)


def _together(library: Library, first: list[Entity], second: list[Entity]) -> list[Evidence]:
    """Return the passages that name both, those whose one sentence does first."""
    near: list[tuple[Library, Passage, Span]] = []
    apart: list[tuple[Library, Passage, Span]] = []
    for passage in library.passages_naming(*first, *second):
        if "\t" in library.knowledge.documents[passage.span.document_id].quote(passage.span):
            continue
        if not _names_both(library, passage.span, first, second):
            continue
        sentences = library.sentences(passage)
        hits = [sentence for sentence in sentences if _names_both(library, sentence.span, first, second)]
        found = (library, passage, quote_around(library, hits[0].span if hits else sentences[0].span))
        (near if hits else apart).append(found)
        if len(near) == PROOFS:
            break
    proofs = [(widen(*found), 1.0) for found in near] + [(widen(*found), 0.6) for found in apart]
    return [library.evidence(span, score) for span, score in proofs[:PROOFS]]


def _told_by(library: Library, first: list[Entity], second: list[Entity]) -> list[Evidence]:
    """Return the words of the first that name the second, else what a report of the first says of the second."""
    knowledge = library.knowledge
    found = []
    for one in first:
        for extraction in knowledge.naming(one):
            opening = extraction.document.text[:OPENING]
            own = any(name in opening for name in (one.label, *one.aliases)) and one.kind != "person"
            for passage in extraction.passages if own else ():
                sentences = (s.span for s in library.sentences(passage))
                found += [span for span in sentences if _names(library, span, second)]
            spoken = (q.span for q in extraction.quotations if knowledge.entity_of(q.speaker) == one)
            found += [span for span in spoken if _names(library, span, second)]
    return [library.evidence(quote_around(library, span), 0.8) for span in dict.fromkeys(found)][:3]


def _names(library: Library, span: Span, entities: list[Entity]) -> bool:
    inside = {entity.id for _, entity in library.mentions_in(span, "person", "organisation", "place", "event")}
    return any(entity.id in inside for entity in entities)


def _names_both(library: Library, span: Span, first: list[Entity], second: list[Entity]) -> bool:
    """Tell whether a slice names both, or one of them and somebody who comes from the other."""
    names = {entity.id for _, entity in library.mentions_in(span, "person", "organisation", "place", "event")}
    sides = [any(entity.id in names for entity in side) for side in (first, second)]
    if any(sides) and not all(sides):
        bodies = {
            organisation.id
            for name in names
            for role in library.knowledge.roles.get(name, ())
            if (organisation := library.knowledge.entity_of(role.organisation))
        }
        missing = second if sides[0] else first
        return any(entity.id in bodies for entity in missing)
    return all(sides)
