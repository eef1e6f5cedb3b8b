"""The sentences that prove: how well each says what the question asks, and the shortest quote that suffices."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus import Passage, Span
from corpus import sentences as split_sentences
from index import tokens
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.ask.search.hybrid import Found
from kg.ask.search.things import Sentence
from kg.types import Evidence

#: What a term is worth outside the sentence: in the sentences beside it, in its passage, in the titles above.
NEAR, PASSAGE, TITLE = 0.55, 0.45, 0.35
#: What a term is worth in the title of its document, and a year that is the one of what the document tells.
DOCUMENT, YEAR = 0.35, 0.8
#: The share of words against meaning in a proof's score; set on the development questions.
WORDS = 0.8
#: Longest quote shown, in characters.
LONGEST = 400


class Proof(NamedTuple):
    """A sentence and how well it answers: `coverage` by its words alone (0..1), `score` with meaning (0..1)."""

    sentence: Sentence
    passage: Passage
    coverage: float
    score: float


@lru_cache(maxsize=4096)
def title_stems(headings: tuple[str, ...]) -> frozenset[str]:
    """Return the stems of a path of titles."""
    return frozenset(stem for heading in headings for stem in tokens(heading))


def coverage(
    terms: Sequence[Term], stems: frozenset[str], around: Sequence[tuple[frozenset[str], float]] = ()
) -> float:
    """Return the share of the question's ideas that a set of stems says, by weight; `around` counts for less."""
    total = sum(term.weight for term in terms)
    if not total:
        return 0.0
    said = 0.0
    for term in terms:
        best = term.strength(stems)
        for others, worth in around:
            if best < worth:
                best = max(best, worth * term.strength(others))
        said += term.weight * best
    return said / total


def score_sentences(query: Query, library: Library, found: Found) -> list[Proof]:
    """Score each sentence of a passage, with what stands around it."""
    sentences = library.sentences(found.passage)
    titles = title_stems(found.passage.headings)
    document = title_stems((found.document.title,))
    years = library.years_of(found.document.id)
    whole = frozenset().union(*(sentence.stems for sentence in sentences)) if sentences else frozenset()
    # What stands around all the sentences of the passage is compared once; no sentence says what the passage does not.
    ideas = []
    for term in query.terms:
        inside = term.strength(whole)
        above = max(TITLE * term.strength(titles), DOCUMENT * term.strength(document), YEAR * term.strength(years))
        ideas.append(_Idea(term, max(PASSAGE * inside, above), not inside))
    total = sum(term.weight for term in query.terms)
    alike = all(idea.absent for idea in ideas)
    proofs: list[Proof] = []
    for number, sentence in enumerate(sentences):
        said = proofs[0].coverage if alike and proofs else _said(ideas, sentences, number) / (total or 1.0)
        proofs.append(Proof(sentence, found.passage, said, WORDS * said + (1 - WORDS) * found.closeness))
    return proofs


class _Idea(NamedTuple):
    """An idea of the question, what it is worth at least in a passage, and whether no sentence of that says it."""

    term: Term
    least: float
    absent: bool


def _said(ideas: Iterable[_Idea], sentences: Sequence[Sentence], number: int) -> float:
    """Return how much a sentence says of some ideas, or those beside it together, which count for less."""
    said, beside = 0.0, frozenset[str]()
    for term, best, absent in ideas:
        if not absent:
            best = max(term.strength(sentences[number].stems), best)
            if best < NEAR:
                beside = beside or frozenset().union(*(one.stems for one in sentences[max(0, number - 1) : number + 2]))
                best = max(best, NEAR * term.strength(beside))
        said += term.weight * best
    return said


def prove(query: Query, library: Library, *, depth: int = 60, found: Iterable[Found] | None = None) -> list[Proof]:
    """Return the sentences that answer a question best, over the passages that the search brings."""
    query = query.inside()
    passages = library.look(query, depth=depth) if found is None else found
    proofs = (proof for passage in passages for proof in score_sentences(query, library, passage))
    told = [proof for proof in proofs if any(map(str.isalpha, proof.sentence.words))]  # no bare number of a list
    return sorted(told, key=lambda proof: (-proof.score, proof.sentence.span))


def before(library: Library, proof: Proof) -> Sentence | None:
    """Return the sentence just before one in its passage."""
    sentences = library.sentences(proof.passage)
    at = sentences.index(proof.sentence)
    return sentences[at - 1] if at else None


def after(library: Library, proof: Proof) -> Sentence | None:
    """Return the sentence just after one in its passage."""
    sentences = library.sentences(proof.passage)
    return next(iter(sentences[sentences.index(proof.sentence) + 1 :]), None)


def overlap(a: Span, b: Span) -> bool:
    """Tell whether two slices of one document share a character."""
    return a.document_id == b.document_id and a.start < b.end and b.start < a.end


def quote_around(library: Library, span: Span, *, longest: int = LONGEST) -> Span:
    """Return a slice of at most `longest` characters around a sentence: itself, cut at the end when it is too long."""
    if span.end - span.start <= longest:
        return span
    text = library.knowledge.documents[span.document_id].text
    cut = text.rfind(" ", span.start, span.start + longest)
    return Span(span.document_id, span.start, cut if cut > span.start else span.start + longest)


def cited(library: Library, span: Span, score: float = 1.0) -> Evidence:
    """Return a slice as a proof, cut at the end when it is too long; scores end at 1."""
    return library.evidence(quote_around(library, span), min(1.0, score))


def sentence_around(library: Library, span: Span) -> Span:
    """Return the sentence, list item or table row in which a slice stands; the slice itself over several."""
    sentence = library.sentence_at(span)
    return sentence.span if sentence else span


def told_at(library: Library, span: Span) -> Evidence:
    """Return the sentence in which a slice stands as a proof; the slice itself when it runs over several."""
    return cited(library, sentence_around(library, span))


def on_its_line(library: Library, span: Span) -> Evidence:
    """Return the line or the row in which a name stands as a proof; the name alone where the line is too long."""
    line = library.line_at(span)
    return library.evidence(line if line.end - line.start <= LONGEST else span, 1.0)


def widen(library: Library, passage: Passage, span: Span, *, longest: int = LONGEST) -> Span:
    """Widen a quote to whole sentences after, then before it, while it stays within `longest` characters."""
    sentences = library.sentences(passage)
    inside = [n for n, s in enumerate(sentences) if s.span.start < span.end and span.start < s.span.end]
    if not inside:
        return span
    first, last = inside[0], inside[-1]
    start, end = min(span.start, sentences[first].span.start), max(span.end, sentences[last].span.end)
    while last + 1 < len(sentences) and sentences[last + 1].span.end - start <= longest:
        last += 1
        end = sentences[last].span.end
    while first > 0 and end - sentences[first - 1].span.start <= longest:
        first -= 1
        start = sentences[first].span.start
    return Span(span.document_id, start, end)


def best_part(library: Library, span: Span, terms: Sequence[Term], *, longest: int = LONGEST) -> Span:
    """Return the run of whole sentences of a slice that says most of the terms in at most `longest` characters."""
    text = library.knowledge.documents[span.document_id].text
    cuts = [Span(span.document_id, start, end) for start, end in split_sentences(text, span.start, span.end)]
    best, best_said = cuts[0], -1.0
    for first, start in enumerate(cuts):
        for last in cuts[first:]:
            if last.end - start.start > longest and last is not start:
                break
            whole = Span(span.document_id, start.start, last.end)
            said = coverage(terms, library.stems(whole)) - (whole.end - whole.start) / 20_000
            if said > best_said:
                best, best_said = whole, said
    return quote_around(library, best, longest=longest)
