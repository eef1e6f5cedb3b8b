"""How well each quotation is about the subject of a question: by its words, by what stands around it, by meaning."""

from collections.abc import Set
from dataclasses import dataclass

from corpus import Passage, Span
from kg.ask.answers.proofs import coverage, title_stems
from kg.ask.language.words import same_stand, tells_a_clause
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.search import fitted
from kg.types import Quotation, passage_key


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation and how well it is about the subject (0..1); `coverage` is what its words alone tell.

    `linked` tells that the very concept of the question is among those of the quotation; `at` is where the very words
    of the question stand in it.
    """

    quotation: Quotation
    score: float
    coverage: float
    linked: bool = False
    at: Span | None = None


def about(query: Query, library: Library, verbs: frozenset[str]) -> list[Said]:
    """Score the quotations that the search brings, best first; `verbs` are the stems of the question's own verb."""
    query = query.inside()
    concepts = library.concepts(query)
    near = {found.passage.span: found for found in library.look(query)}
    candidates = list(library.quotations_near(near, library.closeness(query.text, query.documents or ())))
    if query.documents:
        candidates = [pair for pair in candidates if pair[0].span.document_id in query.documents]
    closeness = _closeness(query, library, candidates)
    scored = []
    for (quotation, passage), near_it in zip(candidates, closeness, strict=True):
        said = _coverage(query, library, quotation, passage)
        linked = not concepts.isdisjoint(quotation.concepts)
        said = max(said, fitted.ABOUT) if linked else said
        close = near_it + _cued(verbs, library.stems_of(quotation.cue) or library.stems(quotation.span))
        scored.append(Said(quotation, fitted.WORDS * said + (1 - fitted.WORDS) * close, said, linked))
    return sorted(scored, key=lambda s: (-s.score, s.quotation.span))


def _closeness(query: Query, library: Library, candidates: list[tuple[Quotation, Passage]]) -> list[float]:
    """Return how near each quotation is to the question in meaning, its passage with it, from 0 to `fitted.NEAREST`."""
    around = [passage_key(p.span.document_id, p.span.start, p.span.end) for _, p in candidates]
    far = library.deviations(query.text, (*(quotation.id for quotation, _ in candidates), *around))
    both = [
        (far.get(quotation.id, 0.0) + fitted.PASSAGE_NEAR * far.get(key, 0.0)) / (1 + fitted.PASSAGE_NEAR)
        for (quotation, _), key in zip(candidates, around, strict=True)
    ]
    return [min(fitted.NEAREST, max(0.0, one / fitted.HIGH)) for one in both]


def least(query: Query, library: Library) -> float:
    """Return the least score of an answer: more is asked when the corpus has no word for a part of the question."""
    terms = query.inside().terms
    total = sum(term.weight for term in terms) or 1.0
    unknown = sum(term.weight for term in terms if not library.can_say(term))
    least = library.calibration.voice - (fitted.INSIDE if query.documents else 0.0)
    detailed = len(terms) >= fitted.DETAILED or tells_a_clause(query.folded)
    least -= fitted.LOWER if detailed else 0.0
    return least + fitted.UNKNOWN * unknown / total


def _coverage(query: Query, library: Library, quotation: Quotation, passage: Passage) -> float:
    title = title_stems(passage.headings[-1:])
    worth = fitted.OWN_TITLE if coverage(query.terms, title) >= fitted.WHOLE else fitted.TITLE
    around = [
        (_beside(library, quotation, passage), fitted.BESIDE),
        (title, worth),
        (library.stems(passage.span), fitted.PASSAGE),
        (title_stems(passage.headings), fitted.TITLES),
    ]
    return coverage(query.terms, library.stems(quotation.span), around)


def _cued(verbs: Set[str], cue: frozenset[str]) -> float:
    """Return what the verb that introduces words adds: the question's own, or one that takes the same stand."""
    if verbs & cue:
        return fitted.CUED
    return fitted.CUED / 2 if same_stand(frozenset(verbs)) & cue else 0.0


def _beside(library: Library, quotation: Quotation, passage: Passage) -> frozenset[str]:
    """Return the stems of the sentence that holds a quotation, of its cue and of the same speaker's words beside it."""
    stems: set[str] = set()
    for sentence in library.sentences(passage):
        if sentence.span.start < quotation.span.end and quotation.span.start < sentence.span.end:
            stems |= sentence.stems
    for other in library.said_by_the_same(quotation):
        if other.span in passage.span:
            stems |= library.stems(other.span)
    return frozenset(stems)
