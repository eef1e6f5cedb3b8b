"""A sentence of the shadow, and what an attribution is."""

from collections.abc import Callable
from dataclasses import dataclass

from kg.relate.quotations.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue and its speaker, in offsets of the document.

    `start` is where the words reported may begin (the subject, or the preposition), `body` where what is said begins.
    `form` names the construction; `reports` tells that the sentence reports speech even without guillemets.
    """

    form: str
    phrase: Phrase | None
    start: int
    cue_start: int
    cue_end: int
    body: int
    act: str
    reports: bool
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the shadow; `finite` tells whether a slice of the document holds a finite verb."""

    text: str
    start: int
    end: int
    finite: Callable[[int, int], bool]

    @property
    def words(self) -> str:
        """The sentence as it stands in the shadow."""
        return self.text[self.start : self.end]
