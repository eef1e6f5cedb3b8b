"""Noun phrases that a corpus keeps using: concepts that no thesaurus holds."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log2
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.general_words import EMPTY_ADJECTIVES, EMPTY_HEADS, MEETING_WORDS
from kg.extract.lexemes import STOP_WORDS, lexemes, light, significant
from kg.lexicon.folding import fold
from kg.lexicon.functions import is_function_start
from kg.regex import regex
from ontology import Concept, Thesaurus, concept_id

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LINKS = frozenset(["de", "d'", "d’", "du", "des", "à", "en"])
_ARTICLES = frozenset(["la", "l'", "l’", "le", "les"])
#: A noun, then adjectives and « de », « à », « en » nouns, at most five words of meaning.
_PHRASE = regex(r"A?N(?:A|PD?A?N){1,4}")
_LONGEST = 5
_LETTERS = {"NOUN": "N", "ADJ": "A"}


class TaggedWord(NamedTuple):
    """A word and its coarse part of speech (`NOUN`, `ADJ`, `ADP`… as in Universal Dependencies)."""

    text: str
    part: str


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase in its most used form, how often and in how many documents it is used, and its C-value.

    The C-value is 0 and more, higher: more of a term. `forms` are the other ways in which it is written.
    """

    label: str
    count: int
    score: float
    documents: int = 1
    forms: tuple[str, ...] = ()

    @property
    def weight(self) -> float:
        """The C-value brought into 0..1: half for a phrase of two words that is said three times by itself."""
        return round(self.score / (self.score + 3.0), 4)


def tagged_words(doc: "Doc") -> list[TaggedWord]:
    """Return the words of a document that spaCy has tagged."""
    return [TaggedWord(token.text, token.pos_) for token in doc]


def phrases(texts: Iterable[Sequence[TaggedWord]]) -> dict[str, int]:
    """Count the noun phrases of one document, the shorter ones inside a longer one too."""
    return dict(sorted(Counter(phrase for words in texts for phrase in _phrases(words)).items()))


def corpus_terms(
    counted: Iterable[Mapping[str, int]], *, minimum: int = 3, limit: int = 300, words: int = 2
) -> tuple[Term, ...]:
    """Return the phrases of at least `words` words that a corpus uses as terms, best first, at most `limit`.

    `counted` gives what `phrases` counted in each document. A term is said at least `minimum` times, or one time less
    in two documents or more. Weighted by C-value (Frantzi, Ananiadou and Mima, 2000): long and frequent phrases first,
    those that mostly stand inside longer ones last. Functions (« directrice des services ») and phrases whose head says
    only how much, where or when (« nombre d'accords ») are no terms.
    """
    forms: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    documents: Counter[tuple[str, ...]] = Counter()
    for counts in counted:
        keys = {phrase: _main(phrase) for phrase in counts}
        for phrase, count in counts.items():
            forms[keys[phrase]][phrase] += count
        documents.update(set(keys.values()))
    counts_of = {main: sum(counter.values()) for main, counter in forms.items() if words <= len(main) <= _LONGEST}
    frequent = {m: n for m, n in counts_of.items() if n >= minimum - (documents[m] > 1) and n > 1}
    longer = _longer(frequent)
    terms = (_term(forms[m], n, _c_value(m, frequent, longer), documents[m]) for m, n in frequent.items())
    kept = [term for term in terms if term.score > 0 and is_telling(term.label)]
    return tuple(sorted(kept, key=lambda term: (-term.score, term.label))[:limit])


def is_telling(phrase: str) -> bool:
    """Tell a phrase that may be a subject: no function, no measure, no part of a meeting."""
    told = [light(fold(word)) for word in re.split(r"[\s']+", phrase) if word not in _LINKS | _ARTICLES]
    head, *others = [word for word in told if fold(word) not in STOP_WORDS] or [""]
    if not head or head in _light(EMPTY_HEADS) or head in _light(MEETING_WORDS) or is_function_start(phrase):
        return False
    if head in _light(EMPTY_ADJECTIVES):
        return bool(others) and is_telling(" ".join(others)) and len(others) > 1
    return not others or any(word not in _light(EMPTY_ADJECTIVES | MEETING_WORDS) for word in others)


@lru_cache(maxsize=8)
def _light(words: frozenset[str]) -> frozenset[str]:
    return frozenset(light(word) for word in words)


def term_concepts(terms: Iterable[Term], thesaurus: Thesaurus) -> tuple[Concept, ...]:
    """Return concepts for the terms that no label of the thesaurus tells already, in the order of their ids.

    They have no IRI: that is how a concept of the corpus's own is known from one of a thesaurus.
    """
    known = {_key(label) for concept in thesaurus for label in (*concept.labels, *concept.hidden_labels)}
    found: dict[str, Concept] = {}
    for term in terms:
        identifier = concept_id(term.label)
        if _key(term.label) not in known and identifier not in thesaurus:
            found.setdefault(identifier, Concept(identifier, "", term.label, term.forms))
    return tuple(found[identifier] for identifier in sorted(found))


def _key(label: str) -> tuple[str, ...]:
    return tuple(sorted(word.stem for word in significant(lexemes(label))))


@lru_cache(maxsize=65536)
def _main(phrase: str) -> tuple[str, ...]:
    return tuple(word.stem for word in significant(lexemes(phrase)))


def _phrases(words: Sequence[TaggedWord]) -> Iterator[str]:
    """Yield every phrase, the shorter ones inside a longer one too."""
    letters = "".join([_letter(word.text, word.part) for word in words])
    for start in _PHRASE_START.finditer(letters):
        first = start.start()
        match = _PHRASE.match(letters, first)
        while match:
            yield _written(words[first : match.end()])
            match = _PHRASE.fullmatch(letters, first, _shorter(letters, first, match.end()))


_PHRASE_START = regex(r"[AN](?=[ANP])")


def _shorter(letters: str, first: int, end: int) -> int:
    end -= 1
    while end > first and letters[end - 1] in "PD":
        end -= 1
    return end


@lru_cache(maxsize=65536)
def _letter(text: str, part: str) -> str:
    folded = text.lower()
    if folded in _LINKS:
        return "P"
    if folded in _ARTICLES:
        return "D"
    usable = len(text) > 2 and text.replace("-", "").isalpha() and folded not in STOP_WORDS
    return _LETTERS.get(part, "x") if usable else "x"


def _written(words: Sequence[TaggedWord]) -> str:
    text = " ".join([word.text.lower() for word in words])
    return text.replace("’", "'").replace("' ", "'")


def _term(forms: Counter[str], count: int, score: float, documents: int) -> Term:
    usual = min(forms, key=lambda form: (-forms[form], len(form), form))
    return Term(usual, count, score, documents, tuple(sorted(set(forms) - {usual})))


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
