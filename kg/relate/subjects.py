"""What passages and quotations are about, by their words: labels of a thesaurus, terms of the corpus's own."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from corpus import Document, Passage, Span, reading
from kg.extract.concepts import ASSERTED, ConceptMatch, ConceptMatcher
from kg.types import ConceptLink, Extraction, LinkMethod, Provenance, Quotation, passage_key


@dataclass(frozen=True, slots=True)
class Target:
    """A passage or a quotation to link: its key, where it stands, its words as they are read, the titles above it."""

    key: str
    span: Span
    words: str
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What words tell of the targets of one document: the links, and weak clues as (key of the target, concept).

    A clue is a weak label in the words, or any label in the title next above: no proof alone.
    """

    links: tuple[ConceptLink, ...]
    clues: frozenset[tuple[str, str]]


def targets(document: Document, passages: Iterable[Passage], quotations: Iterable[Quotation]) -> Iterator[Target]:
    """Yield the passages of a document, then its quotations under the titles of their passage."""
    above: list[tuple[int, tuple[str, ...]]] = []
    for passage in passages:
        span = passage.span
        above.append((span.start, passage.headings))
        yield Target(passage_key(document.id, span.start, span.end), span, reading(document, span), passage.headings)
    for quotation in quotations:
        titles = next((told for start, told in reversed(above) if start <= quotation.span.start), ())
        yield Target(quotation.id, quotation.span, reading(document, quotation.span), titles)


def told_by_thesaurus(document: Document, found: Iterable[Target], matcher: ConceptMatcher) -> Told:
    """Link the targets of a document to the concepts that their words tell, each once, by the best words."""
    links: list[ConceptLink] = []
    clues: set[tuple[str, str]] = set()
    titles: dict[str, frozenset[str]] = {}
    for target in found:
        matches = matcher.find(target.words, minimum=0.0)
        sure = [match for match in matches if match.score >= ASSERTED]
        links += _links(document, target, sure, "thesaurus", lambda match: match.score)
        title = target.headings[-1] if target.headings else ""
        if title not in titles:
            titles[title] = frozenset(match.concept_id for match in matcher.find(title))
        weak = {match.concept_id for match in matches} | titles[title]
        clues.update((target.key, concept) for concept in weak - {match.concept_id for match in sure})
    return Told(tuple(links), frozenset(clues))


def told_by_terms(
    extraction: Extraction, matcher: ConceptMatcher, weights: Mapping[str, float]
) -> Iterator[ConceptLink]:
    """Link the passages and quotations of a document to the corpus's own terms.

    `weights` gives each term's weight in 0..1; the score is the weight times how near the words are to the term's own.
    """
    document = extraction.document
    for target in targets(document, extraction.passages, extraction.quotations):
        matches = matcher.find(target.words)
        yield from _links(document, target, matches, "terms", lambda match: match.score * weights[match.concept_id])


def _links(
    document: Document,
    target: Target,
    matches: Iterable[ConceptMatch],
    method: LinkMethod,
    score: Callable[[ConceptMatch], float],
) -> Iterator[ConceptLink]:
    best: dict[str, ConceptMatch] = {}
    for match in matches:
        known = best.get(match.concept_id)
        if known is None or (-match.score, match.start) < (-known.score, known.start):
            best[match.concept_id] = match
    for concept in sorted(best):
        match = best[concept]
        words = locate(document, target.span, target.words[match.start : match.end])
        rule = f"{method}-{match.method}/1"
        yield ConceptLink(target.key, concept, method, round(score(match), 4), Provenance(words, rule))


def locate(document: Document, span: Span, words: str) -> Span:
    """Return where words that were read in a slice stand; the whole slice when a repair lies in them."""
    text = document.text
    start = text.find(words, span.start, span.end)
    if start >= 0:
        return Span(document.id, start, start + len(words))
    # The reading stands on one line: a line end, several spaces or the mark of a list item may stand in the document.
    parted = re.compile(r"\s+(?:- )?".join(re.escape(word) for word in words.split()))
    match = parted.search(text, span.start, span.end)
    return Span(document.id, match.start(), match.end()) if match else span
