"""Which session a question is about when no title says it: by the words said under its title, and their meaning."""

from collections.abc import Iterable, Mapping, Sequence

from corpus import Passage, Span
from kg.ask.answers.proofs import coverage, prove
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.types import Event, passage_key

#: Least share of a subject that a session must say, what closeness in meaning adds, how far the best is from the next.
SAYS, MEANING, APART = 0.6, 0.5, 0.05
#: How many sentences tell the reports in which to look.
DEPTH = 12


def by_content(
    query: Query, library: Library, terms: Sequence[Term], sessions: Sequence[Event] | None = None
) -> Event | None:
    """Return the session of which the text says most of a subject; nothing when two say as much.

    `sessions` are those of the event that the question names; without it, those of the reports that answer best.
    """
    if not terms:
        return None
    if sessions is None:
        found = dict.fromkeys(proof.passage.span.document_id for proof in prove(query, library)[:DEPTH])
        near_by = [one for one in found if not query.documents or one in query.documents]
        sessions = [e for one in near_by for e in library.knowledge.extraction_of[one].events if e.kind == "session"]
    reports = {one.provenance.span.document_id for one in sessions}
    near = library.closeness(query.text, sorted(reports))
    scored: dict[str, tuple[float, Event]] = {}
    for session in sessions:
        score = _score(library, session, terms, near)
        entity = library.knowledge.entity_of(session.mention)
        key = entity.id if entity else session.mention
        if score and (key not in scored or score > scored[key][0]):
            scored[key] = (score, session)
    ranked = sorted(scored.values(), key=lambda pair: -pair[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < APART):
        return None
    return ranked[0][1]


def _score(library: Library, session: Event, terms: Sequence[Term], near: Mapping[str, float]) -> float:
    """Return how much a session is about a subject; 0 when its text says too little of it."""
    parts = [part for told in _tellings(library, session) for part in _parts(library, told)]
    stems = frozenset().union(*(library.stems(part) for part in parts))
    said = coverage(terms, stems)
    if said < SAYS:
        return 0.0
    passages = [passage for part in parts if (passage := library.passage_at(part))]
    return said + MEANING * max((near.get(_key(passage), 0.0) for passage in passages), default=0.0)


def _tellings(library: Library, session: Event) -> Iterable[Event]:
    entity = library.knowledge.entity_of(session.mention)
    return library.knowledge.tellings.get(entity.id, (session,)) if entity else (session,)


def _parts(library: Library, session: Event) -> list[Span]:
    """Return the passages under the title of a session, up to the next session of its report."""
    extraction = library.knowledge.extraction_of[session.provenance.span.document_id]
    start = session.provenance.span.start
    after = [
        e.provenance.span.start for e in extraction.events if e.kind == "session" and e.provenance.span.start > start
    ]
    limit = min(after, default=len(extraction.document.text))
    return [p.span for p in extraction.passages if p.span.end > start and p.span.start < limit]


def _key(passage: Passage) -> str:
    return passage_key(passage.span.document_id, passage.span.start, passage.span.end)
