"""The entities that a question names: by full name, acronym, surname, with or without accents, or misspelt."""

import itertools
import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from index import fold
from kg.ask.query import Named
from kg.lexicon.given_names import is_given_name
from kg.types import Entity

_GIVEN = r"[A-ZÀ-Þ][\w’'-]+"
_TWO_GIVEN = re.compile(rf"\b(?P<first>{_GIVEN}) et {_GIVEN} (?P<surname>{_GIVEN}(?: {_GIVEN})?)")
_WORD = re.compile(r"[\w&]+")
_TOWN_KINDS = frozenset("ville commune mairie metropole departement region conseil communaute etat".split())
_BODY_KINDS = frozenset(
    "reseau association agence collectif institut fondation federation union syndicat compagnie societe regie cabinet "
    "centre laboratoire ong groupe groupement".split()
)


class _Table(dict[tuple[str, ...], list[tuple[Entity, bool]]]):
    """What bears each form of a name."""

    @cached_property
    def singles(self) -> dict[str, list[str]]:
        """The names of one word by their first letter."""
        found: dict[str, list[str]] = {}
        for form in self:
            if len(form) == 1:
                found.setdefault(form[0][0], []).append(form[0])
        return found


_SMALL = frozenset("de du des la le les d l et en a au aux".split())


def _words(text: str) -> list[tuple[str, int, int]]:
    return [(fold(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)]


def _forms(entity: Entity) -> dict[tuple[str, ...], bool]:
    """Return the ways to write an entity's name, folded; False marks the partial ones (surname, bare town)."""
    forms: dict[tuple[str, ...], bool] = {}
    for name in (entity.label, *entity.aliases):
        words = tuple(word for word, _, _ in _words(name))
        if words:
            forms[words] = True
        core = [word for word in words if word not in _SMALL]
        if entity.kind == "person" and len(core) >= 2:
            forms.setdefault(tuple(core[1:]), False)
            forms.setdefault((core[-1],), False)
        elif entity.kind == "organisation" and len(core) >= 2 and _is_bare(name, core):
            forms.setdefault(tuple(core[1:]), False)
            forms.setdefault(words[words.index(core[1]) :], False)
            if core[0] in _TOWN_KINDS and (tail := _proper_tail(name)):
                forms.setdefault(tail, False)
        elif entity.kind == "event" and len(core) >= 3:
            forms.setdefault(tuple(core), True)
    return forms


def _proper_tail(name: str) -> tuple[str, ...]:
    """Return the proper name that ends an authority's name: « Nérac » of « Communauté de communes rurale de Nérac »."""
    words = _WORD.findall(name)
    kept = list(itertools.takewhile(lambda word: word[:1].isupper() or fold(word) in _SMALL, reversed(words)))
    while kept and fold(kept[-1]) in _SMALL:
        kept.pop()
    return tuple(fold(word) for word in reversed(kept)) if len(kept) < len(words) else ()


def _is_bare(name: str, core: Sequence[str]) -> bool:
    """Tell whether a body is also called by its name without its kind: a town, or one with a name of its own."""
    own = _WORD.findall(name)[-len(core) + 1 :]
    return core[0] in _TOWN_KINDS or (core[0] in _BODY_KINDS and all(word[:1].isupper() for word in own))


class NameTable:
    """The ways to write the names of some entities; concepts are left out."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Fold every name once."""
        self._table = _Table()
        for entity in entities:
            if entity.kind != "concept":
                for form, whole in _forms(entity).items():
                    self._table.setdefault(form, []).append((entity, whole))
        self._longest = max((len(form) for form in self._table), default=0)

    def find(self, question: str) -> list[Named]:
        """Return the entities named by a question, in the order of their words, the longest name first at each place.

        A partial name counts when it stands for few entities. A word of 6 letters or more that names nothing is
        compared with names at one or two letters' distance.
        """
        words = _words(question)
        found: list[Named] = []
        at = 0
        while at < len(words):
            size, entries = _longest_at(words[at : at + self._longest], self._table, question)
            if entries:
                start, end = words[at][1], words[at + size - 1][2]
                entries = [entry for entry in entries if not _is_another(words[:at], question, entry)]
                found += [Named(entity, question[start:end], start, whole) for entity, whole in entries]
            at += max(size, 1)
        return [*self._sharing_a_surname(question), *found]

    def _sharing_a_surname(self, question: str) -> list[Named]:
        """Return who is named by a given name before « et » and the surname of the next: « Ana et Paul Belloir »."""
        found = []
        for match in _TWO_GIVEN.finditer(question):
            form = tuple(word for word, _, _ in _words(f"{match['first']} {match['surname']}"))
            entries = [entity for entity, whole in self._table.get(form, []) if whole and entity.kind == "person"]
            found += [Named(entity, match["first"], match.start("first")) for entity in entries[:1]]
        return found


def find_names(question: str, entities: Iterable[Entity]) -> list[Named]:
    """Return the entities named by a question (see `NameTable.find`)."""
    return NameTable(entities).find(question)


def _longest_at(
    words: Sequence[tuple[str, int, int]], table: _Table, question: str
) -> tuple[int, list[tuple[Entity, bool]]]:
    """Return how many of the first words make the longest name, and what bears it."""
    for size in range(len(words), 0, -1):
        form = tuple(word for word, _, _ in words[:size])
        written = question[words[0][1] : words[size - 1][2]]
        entries = table.get(form) or (_misspelt(form[0], table) if size == 1 and _may_name(written) else [])
        if entries and _is_name(form, written, entries):
            return size, _chosen(entries, marked=written[:1].isupper() or question[1:].islower())
    return 0, []


def _is_another(before: Sequence[tuple[str, int, int]], question: str, entry: tuple[Entity, bool]) -> bool:
    """Tell a surname that follows another given name: « Noël Touvet » is not Marc Touvet, whoever he is."""
    entity, whole = entry
    if whole or entity.kind != "person" or not before:
        return False
    word, start, _ = before[-1]
    if not is_given_name(question[start : start + len(word)]):
        return False
    from rapidfuzz.distance import DamerauLevenshtein

    own = [part for part, _, _ in _words(entity.label)]
    return all(DamerauLevenshtein.distance(word, part, score_cutoff=2) > 2 for part in own)


def _may_name(written: str) -> bool:
    """Tell a word that may be a misspelt name: it has a capital, or is long."""
    return written[:1].isupper() or len(written) >= 9


def _is_name(form: tuple[str, ...], written: str, entries: list[tuple[Entity, bool]]) -> bool:
    """Refuse small words and, for one-word names that are also words of the language, lower-case writing."""
    if all(word in _SMALL or len(word) < 2 for word in form):
        return False
    return len(form) > 1 or written[:1].isupper() or len(form[0]) >= 5


def _chosen(entries: list[tuple[Entity, bool]], *, marked: bool) -> list[tuple[Entity, bool]]:
    """Keep the entities of which the words are the whole name; else the partial ones, if they are at most three.

    `marked` tells words with the capital of a name, or of a question without any: others name no body in part.
    """
    entries = [e for e in entries if e[1] or e[0].kind != "organisation" or marked]
    whole = [entry for entry in entries if entry[1]]
    people = [entry for entry in entries if entry[0].kind in ("person", "organisation", "place", "event")]
    if whole:
        partial_organisations = [e for e in people if not e[1] and e[0].kind == "organisation"]
        return whole + partial_organisations[:3]
    return people if len(people) <= 3 else []


def _misspelt(word: str, table: _Table) -> list[tuple[Entity, bool]]:
    if len(word) < 6:
        return []
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    distance, limit = DamerauLevenshtein.distance, 1 if len(word) < 8 else 2
    close = process.extract(word, table.singles.get(word[0], ()), scorer=distance, score_cutoff=limit, limit=None)
    near = [(far, form) for form, far, _ in close if far]
    forms = [form for far, form in near if far == min(near)[0]]
    return table[(forms[0],)] if len(forms) == 1 else []
