"""Concepts of a thesaurus in a text: labels inflected and re-ordered, acronyms, and compounds by their facets."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal, NamedTuple

from corpus import sentences
from kg.extract.concept_labels import Label, LabelIndex, LabelMatch, labels_for
from ontology import Concept, Thesaurus

Method = Literal["label", "inflected", "reordered", "spaced", "acronym", "hidden", "facets"]

#: Matches below this score are clues, not assertions: `find` leaves them out unless asked.
ASSERTED = 0.5
#: A weak label is worth this much beside a strong one, and by itself stays under `ASSERTED`.
WEAK = 0.45
#: What the meeting of all the facets of a compound in one sentence is worth, when their labels are strong and close.
MEETING = 0.8


@dataclass(frozen=True, slots=True, order=True)
class ConceptMatch:
    """Words that tell a concept: `start` to `end` in the text given, the label met, how; `score` in 0..1."""

    start: int
    end: int
    concept_id: str
    label: str
    method: Method
    score: float


class _Clue(NamedTuple):
    start: int
    end: int
    strength: float


class ConceptMatcher:
    """Finds the concepts of a thesaurus; made once (about 0.1 s), then used on any number of texts.

    With a `text`, it holds only the labels that may stand there, and is made at once: it serves for that text alone.
    """

    def __init__(self, thesaurus: Thesaurus, *, text: str | None = None) -> None:
        self.thesaurus = thesaurus
        labels = (label for concept in thesaurus for label in _labels(concept))
        self._index = LabelIndex(labels if text is None else labels_for(text, labels))
        self._compounds = [concept for concept in thesaurus if concept.facets]
        self._sources = _facet_sources(thesaurus, self._compounds)

    def find(self, text: str, *, minimum: float = ASSERTED) -> tuple[ConceptMatch, ...]:
        """Return what the text is about, by place; `minimum` 0 also gives the weak clues.

        A label inside a longer one counts for the longer one only (« ville » in « politique de la ville »).
        """
        raw = self._index.find(text)
        direct = _best_per_place(_outermost(raw))
        met = self._meetings(text, raw, direct)
        return tuple(sorted(match for match in (*direct, *met) if match.score >= minimum))

    def query_concepts(self, question: str) -> tuple[tuple[str, float], ...]:
        """Return the concepts that a question asks about with their scores, best first.

        Acronyms are read in any case here (« les odd »). What is only a facet of a compound asked for is left out.
        """
        raw = self._index.find(question, any_case=True)
        direct = _best_per_place(_outermost(raw))
        met = (
            []
            if any(_is_compound(self.thesaurus, match) for match in direct)
            else self._meetings(question, raw, direct)
        )
        best: dict[str, float] = {}
        for match in sorted((*direct, *met)):
            if match.score >= ASSERTED:
                best[match.concept_id] = max(match.score, best.get(match.concept_id, 0.0))
        parts = {facet for concept in best for facet in self.thesaurus[concept].facets}
        kept = {concept: score for concept, score in best.items() if concept not in parts}
        return tuple(sorted(kept.items(), key=lambda pair: (-pair[1], pair[0])))

    def _meetings(self, text: str, raw: Sequence[LabelMatch], direct: Sequence[ConceptMatch]) -> Iterator[ConceptMatch]:
        if not self._compounds:
            return
        ordered = sorted(raw, key=lambda match: (match.start, match.end))
        asserted = sorted((match.start, match.concept_id) for match in direct if match.score >= ASSERTED)
        at = 0
        for start, end in sentences(text, 0, len(text)):
            inside = []
            while at < len(ordered) and ordered[at].start < end:
                inside.append(ordered[at])
                at += 1
            if len(inside) > 1:
                known = asserted[bisect_left(asserted, (start, "")) : bisect_left(asserted, (end, ""))]
                yield from self._in_sentence(text, inside, {concept for _, concept in known})

    def _in_sentence(self, text: str, inside: Sequence[LabelMatch], known: set[str]) -> Iterator[ConceptMatch]:
        clues: dict[str, list[_Clue]] = defaultdict(list)
        for match in inside:
            strength = match.quality * (WEAK if match.label.is_weak else 1.0)
            for facet, share in self._sources.get(match.label.concept_id, ()):
                clues[facet].append(_Clue(match.start, match.end, strength * share))
        for concept in self._compounds:
            if concept.id not in known and all(facet in clues for facet in concept.facets):
                met = _closest([clues[facet] for facet in concept.facets], text)
                if met:
                    yield ConceptMatch(met.start, met.end, concept.id, concept.pref_label, "facets", met.strength)


def _labels(concept: Concept) -> Iterator[Label]:
    for text in concept.labels:
        yield Label(text, concept.id)
    for text in concept.hidden_labels:
        yield Label(text, concept.id, is_weak=True)
    for text in concept.not_labels:
        yield Label(text, concept.id, is_misleading=True)


def _facet_sources(thesaurus: Thesaurus, compounds: Iterable[Concept]) -> dict[str, list[tuple[str, float]]]:
    """Say which facets a concept gives, and for how much: itself wholly, a broader one less than by half."""
    sources: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for facet in sorted({facet for concept in compounds for facet in concept.facets}):
        sources[facet].append((facet, 1.0))
        for narrower in thesaurus.narrower(facet):
            sources[narrower].append((facet, 0.35))
    return sources


def _closest(choices: Sequence[Sequence[_Clue]], text: str) -> _Clue | None:
    """Return the best meeting of one clue of each kind that do not overlap; greedy from each clue of the first kind."""
    best: _Clue | None = None
    for first in choices[0]:
        chosen = [first]
        for others in choices[1:]:
            apart = [clue for clue in others if all(clue.end <= c.start or c.end <= clue.start for c in chosen)]
            if not apart:
                break
            chosen.append(max(apart, key=lambda clue: (clue.strength * _nearness(text, [*chosen, clue]), -clue.start)))
        else:
            strength = MEETING * _nearness(text, chosen) * _mean(clue.strength for clue in chosen)
            met = _Clue(min(c.start for c in chosen), max(c.end for c in chosen), round(strength, 4))
            if best is None or met.strength > best.strength:
                best = met
    return best


def _mean(strengths: Iterable[float]) -> float:
    """Geometric mean of the two weakest, so that a long list of facets is not punished for its length."""
    lowest = sorted(strengths)[:2]
    return sqrt(lowest[0] * lowest[-1])


def _nearness(text: str, clues: Sequence[_Clue]) -> float:
    apart = text.count(" ", min(clue.end for clue in clues), max(clue.start for clue in clues))
    return 1.0 if apart <= 8 else 0.85 if apart <= 16 else 0.6


def _is_compound(thesaurus: Thesaurus, match: ConceptMatch) -> bool:
    return bool(thesaurus[match.concept_id].facets) and match.score >= ASSERTED


def _outermost(matches: Iterable[LabelMatch]) -> Iterator[LabelMatch]:
    """Leave out the matches that stand inside a longer one that is worth at least as much."""
    ordered = sorted(matches, key=lambda match: (match.start, -match.end))
    open_ones: list[LabelMatch] = []
    for match in ordered:
        open_ones = [other for other in open_ones if other.end > match.start]
        size = match.end - match.start
        inside = any(
            other.end >= match.end
            and other.end - other.start > size
            and (not other.label.is_weak or match.label.is_weak)
            and other.quality > 0.75
            for other in open_ones
        )
        if not inside:
            yield match
        open_ones.append(match)


def _best_per_place(matches: Iterable[LabelMatch]) -> list[ConceptMatch]:
    """Keep one match a concept where several of its labels overlap."""
    best: dict[str, list[ConceptMatch]] = defaultdict(list)
    for match in matches:
        method: Method = "hidden" if match.label.is_weak else match.method
        score = round(match.quality * (WEAK if match.label.is_weak else 1.0), 4)
        best[match.label.concept_id].append(
            ConceptMatch(match.start, match.end, match.label.concept_id, match.label.text, method, score)
        )
    kept: list[ConceptMatch] = []
    for found in best.values():
        chosen: list[ConceptMatch] = []
        for one in sorted(found, key=lambda one: (-one.score, one.start, -one.end, one.label)):
            if all(one.end <= other.start or other.end <= one.start for other in chosen):
                chosen.append(one)
        kept += chosen
    return kept
