"""Noun phrases that a corpus keeps using: concepts that no thesaurus holds."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.lexemes import STOP_WORDS, lexemes, significant
from ontology import Concept, Thesaurus, concept_id

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LINKS = frozenset(["de", "d'", "d’", "du", "des", "à", "en"])
_ARTICLES = frozenset(["la", "l'", "l’", "le", "les"])
#: A noun, then adjectives and « de », « à », « en » nouns, at most five words of meaning.
_PHRASE = re.compile(r"A?N(?:A|PD?A?N){1,4}")
_LONGEST = 5


class TaggedWord(NamedTuple):
    """A word and its coarse part of speech (`NOUN`, `ADJ`, `ADP`… as in Universal Dependencies)."""

    text: str
    part: str


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase in its most used form, how often it is used, and its C-value (0 and more; higher: more of a term)."""

    label: str
    count: int
    score: float


def tagged_words(doc: "Doc") -> list[TaggedWord]:
    """Return the words of a document that spaCy has tagged."""
    return [TaggedWord(token.text, token.pos_) for token in doc]


def corpus_terms(texts: Iterable[Sequence[TaggedWord]], *, minimum: int = 3, limit: int = 300) -> tuple[Term, ...]:
    """Return the phrases used at least `minimum` times, best first, at most `limit`.

    Weighted by C-value (Frantzi, Ananiadou and Mima, 2000): long and frequent phrases first, those that mostly
    stand inside longer ones last.
    """
    forms: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for words in texts:
        for phrase in _phrases(words):
            main = tuple(word.stem for word in significant(lexemes(phrase)))
            if 1 < len(main) <= _LONGEST:
                forms[main][phrase] += 1
    counts = {main: sum(counter.values()) for main, counter in forms.items()}
    frequent = {main: count for main, count in counts.items() if count >= minimum}
    longer = _longer(frequent)
    terms = [Term(_usual(forms[main]), count, _c_value(main, frequent, longer)) for main, count in frequent.items()]
    kept = [term for term in terms if term.score > 0]
    return tuple(sorted(kept, key=lambda term: (-term.score, term.label))[:limit])


def term_concepts(terms: Iterable[Term], thesaurus: Thesaurus) -> tuple[Concept, ...]:
    """Return concepts for the terms that no label of the thesaurus tells already; add them by `with_concepts`."""
    known = {_key(label) for concept in thesaurus for label in (*concept.labels, *concept.hidden_labels)}
    found: dict[str, Concept] = {}
    for term in terms:
        identifier = concept_id(term.label)
        if _key(term.label) not in known and identifier not in thesaurus:
            found.setdefault(identifier, Concept(identifier, "", term.label))
    return tuple(found[identifier] for identifier in sorted(found))


def _key(label: str) -> tuple[str, ...]:
    return tuple(sorted(word.stem for word in significant(lexemes(label))))


def _phrases(words: Sequence[TaggedWord]) -> Iterator[str]:
    """Yield every phrase, the shorter ones inside a longer one too."""
    letters = "".join(_letter(word) for word in words)
    for first in range(len(letters)):
        match = _PHRASE.match(letters, first)
        while match:
            yield _written(words[first : match.end()])
            match = _PHRASE.fullmatch(letters, first, _shorter(letters, first, match.end()))


def _shorter(letters: str, first: int, end: int) -> int:
    end -= 1
    while end > first and letters[end - 1] in "PD":
        end -= 1
    return end


def _letter(word: TaggedWord) -> str:
    folded = word.text.lower()
    if folded in _LINKS:
        return "P"
    if folded in _ARTICLES:
        return "D"
    usable = len(word.text) > 2 and word.text.replace("-", "").isalpha() and folded not in STOP_WORDS
    return {"NOUN": "N", "ADJ": "A"}.get(word.part, "x") if usable else "x"


def _written(words: Sequence[TaggedWord]) -> str:
    text = " ".join(word.text.lower().replace("’", "'") for word in words)
    return text.replace("' ", "'")


def _usual(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], len(form), form))


def _longer(counts: dict[tuple[str, ...], int]) -> dict[tuple[str, ...], list[int]]:
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for main, count in counts.items():
        inner = {main[i:j] for i in range(len(main)) for j in range(i + 2, len(main) + 1)} - {main}
        for part in inner & counts.keys():
            found[part].append(count)
    return found


def _c_value(
    main: tuple[str, ...], counts: dict[tuple[str, ...], int], longer: dict[tuple[str, ...], list[int]]
) -> float:
    nested = longer.get(main, [])
    outside = counts[main] - (sum(nested) / len(nested) if nested else 0.0)
    return round(log2(len(main)) * outside, 4)
