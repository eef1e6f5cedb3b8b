"""Other ways to say the words of a question, from the labels of the thesaurus."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from index import tokens
from ontology import Thesaurus, load_thesaurus

#: What another label of the same concept is worth, then a weak (hidden) label, then a label of a narrower concept.
SAME, HIDDEN, NARROWER = 0.8, 0.55, 0.6


class Synonyms:
    """A thesaurus seen from the question's side."""

    def __init__(self, thesaurus: Thesaurus) -> None:
        """Keep the thesaurus; the table of labels is made at the first question."""
        self.thesaurus = thesaurus

    @classmethod
    def load(cls, path: str | None) -> "Synonyms":
        """Read the thesaurus that a base was built with."""
        return cls(load_thesaurus(Path(path) if path else None))

    @cached_property
    def _labels(self) -> dict[str, list[tuple[frozenset[str], str]]]:
        """The labels that hold a stem: their stems and their concept."""
        found: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
        for concept in self.thesaurus:
            for label in concept.labels:
                stems = frozenset(tokens(label))
                for stem in sorted(stems):
                    found[stem].append((stems, concept.id))
        return found

    def of(self, stem: str, question: frozenset[str]) -> Iterator[tuple[frozenset[str], float]]:
        """Yield sets of stems that say the same as a stem of the question, with their strength.

        A concept counts when one of its labels, this stem in it, stands whole in the question.
        """
        for stems, concept_id in self._labels.get(stem, ()):
            if stems <= question:
                yield from self._ways(concept_id)

    def _ways(self, concept_id: str) -> Iterator[tuple[frozenset[str], float]]:
        concept = self.thesaurus[concept_id]
        told = [(concept.labels, SAME), (concept.hidden_labels, HIDDEN)]
        told += [(self.thesaurus[below].labels, NARROWER) for below in self.thesaurus.narrower(concept_id)]
        for labels, strength in told:
            for label in labels:
                stems = frozenset(tokens(label))
                if stems:
                    yield stems, strength
