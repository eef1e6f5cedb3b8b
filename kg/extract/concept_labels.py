"""An index of labels that finds them in a text whatever their inflection, small words and order."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from kg.extract.lexemes import STOP_WORDS, Lexeme, infinitives, lexemes, significant, without_article
from kg.lexicon.folding import fold
from kg.regex import regex

#: How a label was met.
LabelMethod = Literal["label", "inflected", "reordered", "spaced", "acronym"]
_ACRONYM = regex(r"^(?=.*[A-Z].*[A-Z])[A-Z0-9]{2,9}[a-z]?$")
#: Letters that optical readers make of « l' » before an acronym (« l'AICT » read « UAICT »).
_OCR_ARTICLE = frozenset("UCLTI1")
#: At most this many small words in a row inside a label (« évaluation qui en a été faite par »).
_SMALL_WORDS = 4


@dataclass(frozen=True, slots=True)
class Label:
    """A label to find; a misleading one hides the labels of the same concept that stand in it."""

    text: str
    concept_id: str
    is_weak: bool = False
    is_misleading: bool = False


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """A label met in a text; `quality` in 0..1 says how near to its own form."""

    start: int
    end: int
    label: Label
    method: LabelMethod
    quality: float


@dataclass(frozen=True, slots=True)
class _Entry:
    label: Label
    words: tuple[Lexeme, ...]
    stems: tuple[str, ...]


class LabelIndex:
    """Labels, found by the stems of their words (several), by their light form (one), or as they are (acronyms)."""

    def __init__(self, labels: Iterable[Label]) -> None:
        self._acronyms: dict[str, list[Label]] = defaultdict(list)
        self._single: dict[str, list[_Entry]] = defaultdict(list)
        self._verbs: dict[str, list[_Entry]] = defaultdict(list)
        self._literal: dict[str, list[_Entry]] = defaultdict(list)
        several: list[_Entry] = []
        for label in labels:
            self._add(label, several)
        self._several = _by_rarest_stem(several)

    def _add(self, label: Label, several: list[_Entry]) -> None:
        if _ACRONYM.match(label.text):
            self._acronyms[label.text].append(label)
            return
        words = lexemes(label.text)
        if not words:
            return
        if not label.is_misleading:
            words = without_article(words)
        main = significant(words)
        entry = _Entry(label, tuple(words), tuple(word.stem for word in main))
        if label.is_misleading or (len(main) == 1 and len(words) > 1):
            self._literal[words[0].light].append(entry)
        elif len(words) > 1:
            several.append(entry)
        else:
            self._single[words[0].light].append(entry)
            if _is_infinitive(words[0].folded):
                self._verbs[words[0].folded].append(entry)

    def find(self, text: str, *, any_case: bool = False) -> list[LabelMatch]:
        """Return every label of the text, those inside others too; `any_case` reads acronyms in lower case as well."""
        words = lexemes(text)
        literal = self._find_literal(words)
        hidden = [match for match in literal if match.label.is_misleading]
        found = [match for match in literal if not match.label.is_misleading]
        found += self._find_single(words, any_case=any_case)
        found += self._find_several(words)
        return [match for match in found if not _within(match, hidden)] if hidden else found

    def _find_single(self, words: Sequence[Lexeme], *, any_case: bool) -> list[LabelMatch]:
        found = []
        for word in words:
            for label, quality in self._acronym(word.surface, any_case):
                found.append(LabelMatch(word.start, word.end, label, "acronym", quality))
            if word.is_empty:
                continue
            for entry in self._single.get(word.light, ()):
                # A label with a capital wants one: « État », not « état ».
                if entry.words[0].surface[0].isupper() and not (any_case or word.surface[0].isupper()):
                    continue
                same = word.folded == entry.words[0].folded
                found.append(_match([word], entry.label, "label" if same else "inflected", 1.0 if same else 0.95))
            found += [
                _match([word], entry.label, "inflected", 0.9)
                for verb in infinitives(word.folded)
                for entry in self._verbs.get(verb, ())
                if word.light != entry.words[0].light
            ]
        return found

    def _acronym(self, surface: str, any_case: bool) -> list[tuple[Label, float]]:
        known = [(label, 1.0) for label in self._acronyms.get(surface, ())]
        if not known and len(surface) > 4 and surface[0] in _OCR_ARTICLE and surface[1] in "AEIOU":
            known = [(label, 0.8) for label in self._acronyms.get(surface[1:], ())]
        if not known and any_case and len(surface) > 2:
            known = [(label, 0.9) for label in self._acronyms.get(surface.upper(), ())]
        return known

    def _find_literal(self, words: Sequence[Lexeme]) -> list[LabelMatch]:
        found = []
        for at, word in enumerate(words):
            for entry in self._literal.get(word.light, ()):
                window = words[at : at + len(entry.words)]
                if [w.light for w in window] == [w.light for w in entry.words] and window[-1].group == word.group:
                    found.append(_match(window, entry.label, "label", 1.0))
        return found

    def _find_several(self, words: Sequence[Lexeme]) -> list[LabelMatch]:
        main = [(at, word) for at, word in enumerate(words) if not word.is_empty]
        places: dict[str, list[int]] = defaultdict(list)
        for number, (_, word) in enumerate(main):
            places[word.stem].append(number)
        found = []
        told = [pair for stem in places for pair in self._several.get(stem, ())]
        for _, entry in sorted(told, key=lambda pair: pair[0]):
            if all(stem in places for stem in entry.stems):
                rarest = min(entry.stems, key=lambda stem: len(places[stem]))
                met = {_window(main, number, entry) for number in places[rarest]}
                found += sorted((match for match in met if match), key=lambda match: match.start)
        return found


def _by_rarest_stem(entries: Sequence[_Entry]) -> dict[str, list[tuple[int, _Entry]]]:
    """File each label of several words, with its number, under the one of its stems that the fewest labels hold.

    A text then meets only the labels of which it says that word: few, where trying all of them costs more than the
    rest of the matching.
    """
    counts = Counter(stem for entry in entries for stem in set(entry.stems))
    found: dict[str, list[tuple[int, _Entry]]] = defaultdict(list)
    for number, entry in enumerate(entries):
        found[min(entry.stems, key=lambda stem: (counts[stem], stem))].append((number, entry))
    return found


def labels_for(text: str, labels: Iterable[Label]) -> Iterable[Label]:
    """Return the labels that may stand in a text: all of their words begin with two letters that a word of it has.

    Inflection changes the end of words; the letter that optical readers add before an acronym is allowed for.
    """
    words = re.findall(r"[^\W_]+", fold(text))
    begun = {word[:2] for word in words} | {word[1:3] for word in words}
    return (label for label in labels if _beginnings(label.text) <= begun)


@lru_cache(maxsize=8192)
def _beginnings(text: str) -> frozenset[str]:
    return frozenset(word[:2] for word in re.findall(r"[^\W_]+", fold(text)) if word not in STOP_WORDS)


def _window(main: Sequence[tuple[int, Lexeme]], number: int, entry: _Entry) -> LabelMatch | None:
    """Return the tightest window round one word that holds all the words of a label, and one more at most."""
    size = len(entry.stems)
    wanted = sorted(entry.stems)
    for extra in (0, 1):
        for first in range(max(0, number - size - extra + 1), min(number, len(main) - size - extra) + 1):
            window = main[first : first + size + extra]
            stems = [word.stem for _, word in window]
            fits = _fits_spaced(stems, entry.stems) if extra else sorted(stems) == wanted
            if fits and _holds_together(window):
                words = [word for _, word in window]
                if extra:
                    return _match(words, entry.label, "spaced", 0.75)
                return _match(words, entry.label, *_likeness(stems, words, entry))
    return None


def _fits_spaced(stems: Sequence[str], ordered: Sequence[str]) -> bool:
    """With a foreign word inside, the order must be the label's own: not any neighbours make a label."""
    return any([*stems[:skipped], *stems[skipped + 1 :]] == list(ordered) for skipped in range(1, len(stems) - 1))


def _holds_together(window: Sequence[tuple[int, Lexeme]]) -> bool:
    if window[0][1].group != window[-1][1].group:
        return False
    return all(after[0] - before[0] - 1 <= _SMALL_WORDS for before, after in pairwise(window))


def _likeness(stems: Sequence[str], words: Sequence[Lexeme], entry: _Entry) -> tuple[LabelMethod, float]:
    if list(stems) != list(entry.stems):
        return "reordered", 0.8
    if [word.folded for word in words] == [word.folded for word in significant(entry.words)]:
        return "label", 1.0
    return "inflected", 0.9


def _match(words: Sequence[Lexeme], label: Label, method: LabelMethod, quality: float) -> LabelMatch:
    return LabelMatch(words[0].start, words[-1].end, label, method, quality)


def _within(match: LabelMatch, others: Iterable[LabelMatch]) -> bool:
    return any(
        other.start <= match.start and match.end <= other.end and other.label.concept_id == match.label.concept_id
        for other in others
    )


def _is_infinitive(folded: str) -> bool:
    return folded.endswith(("er", "ir")) and len(folded) > 4
