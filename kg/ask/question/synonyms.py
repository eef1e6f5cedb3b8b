"""Other ways to say the words of a question, from the labels of the thesaurus."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from kg.stems import Stems
from ontology import Thesaurus

#: What another label of the same concept is worth, then a weak (hidden) label, then a label of a narrower concept.
SAME, HIDDEN, NARROWER = 0.8, 0.55, 0.6


class Synonyms:
    """A thesaurus seen from the question's side."""

    def __init__(self, stems: Stems) -> None:
        """Take the thesaurus that a base was built with; the table of labels is made at the first question."""
        self.thesaurus = Thesaurus(stems.told.concepts)
        self._stems = stems.told.labels

    @cached_property
    def _labels(self) -> dict[str, list[tuple[frozenset[str], str]]]:
        """The labels that hold a stem: their stems and their concept."""
        found: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
        for concept in self.thesaurus:
            for label in concept.labels:
                stems = self.stems_of(label)
                for stem in sorted(stems):
                    found[stem].append((stems, concept.id))
        return found

    def holding(self, stem: str) -> list[tuple[frozenset[str], str]]:
        """Return the labels that hold a stem: their stems and the concept of each."""
        return self._labels.get(stem, [])

    def stems_of(self, label: str) -> frozenset[str]:
        """Return the stems of a label of the thesaurus."""
        return frozenset(self._stems[label])

    def said_by(self, ideas: Sequence[Iterable[str]]) -> set[str]:
        """Return the concepts that have a label in which each of some ideas has a stem."""
        first, *others = [set(idea) for idea in ideas]
        return {
            concept for stem in first for label, concept in self.holding(stem) if all(label & idea for idea in others)
        }

    def of(self, stem: str, question: frozenset[str]) -> Iterator[tuple[frozenset[str], float]]:
        """Yield sets of stems that say the same as a stem of the question, with their strength.

        A concept counts when one of its labels, this stem in it, stands whole in the question.
        """
        for stems, concept_id in self.holding(stem):
            if stems <= question:
                yield from self._ways(concept_id)

    def _ways(self, concept_id: str) -> Iterator[tuple[frozenset[str], float]]:
        concept = self.thesaurus[concept_id]
        told = [(concept.labels, SAME), (concept.hidden_labels, HIDDEN)]
        told += [(self.thesaurus[below].labels, NARROWER) for below in self.thesaurus.narrower(concept_id)]
        for labels, strength in told:
            for label in labels:
                stems = self.stems_of(label)
                if stems:
                    yield stems, strength
