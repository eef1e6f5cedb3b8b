"""The entities that a question names: by full name, acronym, surname, with or without accents, or misspelt."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence

from index import fold, tokens
from kg.ask.language.kinship import words_like
from kg.ask.question.query import Named
from kg.lexicon.french_words import is_french
from kg.lexicon.given_names import is_given_name
from kg.regex import regex
from kg.register import Register, Rows, register_of
from kg.types import Entity

#: The lists of the register that names are looked up in; the last holds one number, the most words of a name.
WHOLE, PARTIAL, LONGEST = "whole names", "partial names", "longest name"

_GIVEN = r"[A-ZÀ-Þ][\w’'-]+"
_TWO_GIVEN = regex(rf"\b(?P<first>{_GIVEN}) et {_GIVEN} (?P<surname>{_GIVEN}(?: {_GIVEN})?)")
_WORD = regex(r"[\w&]+")
_TOWN_KINDS = frozenset("ville commune mairie metropole departement region conseil communaute etat".split())
_BODY_KINDS = frozenset(
    "reseau association agence collectif institut fondation federation union syndicat compagnie societe regie cabinet "
    "centre laboratoire ong groupe groupement".split()
)


_ARTICLES = frozenset("la le les l".split())
_SMALL = frozenset("de du des la le les d l et en a au aux".split())


def _words(text: str) -> list[tuple[str, int, int]]:
    return [(fold(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)]


def _forms(entity: Entity) -> dict[tuple[str, ...], bool]:
    """Return the ways to write an entity's name, folded; False marks the partial ones (surname, bare town)."""
    forms: dict[tuple[str, ...], bool] = {}
    if entity.kind == "concept":
        return forms
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
        forms = _bare_of_article(words) | forms if entity.kind == "organisation" and len(core) >= 2 else forms
    return forms


def _bare_of_article(words: tuple[str, ...]) -> dict[tuple[str, ...], bool]:
    """Return a name without its article, and what of it a complement follows: « Jardins » of « Les Jardins de »."""
    if words[:1] and words[0] not in _ARTICLES:
        return {}
    head = tuple(itertools.takewhile(lambda word: word not in _SMALL, words[1:]))
    return {words[1:]: True} | ({head: False} if head and head != words[1:] else {})


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


def whole_names(entities: Iterable[Entity]) -> Rows:
    """List the ways to write the whole names of entities, but for concepts."""
    return (([" ".join(form) for form, whole in _forms(entity).items() if whole], None) for entity in entities)


def partial_names(entities: Iterable[Entity]) -> Rows:
    """List the ways to write a part of the names of entities that tells them (surname, bare town)."""
    return (([" ".join(form) for form, whole in _forms(entity).items() if not whole], None) for entity in entities)


def longest_name(entities: Iterable[Entity]) -> Rows:
    """List one thing: how many words the longest name has."""
    yield (), max((len(form) for entity in entities for form in _forms(entity)), default=0)


class NameTable:
    """The ways to write the names of some entities; concepts are left out."""

    def __init__(self, register: Register, entities: Sequence[Entity]) -> None:
        """Take the lists `whole names` and `partial names` of some entities."""
        self._register = register
        self._entities = entities
        self._longest = register.kept(LONGEST, 0, int)
        self._begun: dict[str, bool] = {}
        self._borne: dict[tuple[str, ...], list[tuple[Entity, bool]]] = {}
        self._singles: dict[str, dict[int, list[str]]] = {}
        self._misspelt: dict[str, list[tuple[Entity, bool]]] = {}

    def bearing(self, form: tuple[str, ...]) -> list[tuple[Entity, bool]]:
        """Return what bears a form of a name, whole (True) or in part."""
        if form not in self._borne:
            self._borne[form] = [
                (self._entities[number], name == WHOLE)
                for name in (WHOLE, PARTIAL)
                for number in self._register.bearing(name, " ".join(form)).tolist()
            ]
        return self._borne[form]

    def reach(self, words: Sequence[str], at: int = 0) -> int:
        """Return how many of the words from a place on begin a name at most."""
        begun, most = "", min(len(words) - at, self._longest)
        for size in range(most):
            begun = f"{begun} {words[at + size]}" if size else words[at]
            if begun not in self._begun:
                self._begun[begun] = any(self._register.begins(name, begun) for name in (WHOLE, PARTIAL))
            if not self._begun[begun]:
                return size
        return most

    def sharing_the_surname(self, person: Entity) -> list[Entity]:
        """Return the people whose label ends as another's does, in the order of the ids."""
        return self.ending_as(person.label)

    def ending_as(self, name: str) -> list[Entity]:
        """Return the people whose label ends with the last word of a name, in the order of the ids."""
        core = [word for word, _, _ in _words(name) if word not in _SMALL]
        found = {entity.id: entity for entity, _ in self.bearing(tuple(core[-1:]))}
        return [found[identifier] for identifier in sorted(found) if found[identifier].kind == "person"]

    def singles(self, letter: str, lengths: Iterable[int]) -> list[str]:
        """Return the names of one word that begin with a letter and have some lengths."""
        if letter not in self._singles:
            by_length = self._singles[letter] = defaultdict(list)
            for form in {form for name in (WHOLE, PARTIAL) for form in self._register.words(name, letter)}:
                by_length[len(form)].append(form)
        found = self._singles[letter]
        return [form for length in lengths for form in found.get(length, ())]

    def misspelt(self, word: str) -> list[tuple[Entity, bool]]:
        """Return what bears the one name at a letter's distance of a word, at two for a word of 8 letters or more."""
        if word not in self._misspelt:
            self._misspelt[word] = _misspelt(word, self)
        return self._misspelt[word]

    def find(self, question: str) -> list[Named]:
        """Return the entities named by a question, in the order of their words, the longest name first at each place.

        A partial name counts when it stands for few entities. A word of 6 letters or more that names nothing is
        compared with names at one or two letters' distance.
        """
        words = _words(question)
        folded = [word for word, _, _ in words]
        found: list[Named] = []
        at = 0
        while at < len(words):
            size, entries = _longest_at(words, folded, at, self, question)
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
            entries = [entity for entity, whole in self.bearing(form) if whole and entity.kind == "person"]
            found += [Named(entity, match["first"], match.start("first")) for entity in entries[:1]]
        return found


def find_names(question: str, entities: Iterable[Entity]) -> list[Named]:
    """Return the entities named by a question (see `NameTable.find`)."""
    known = tuple(entities)
    lists = {WHOLE: whole_names(known), PARTIAL: partial_names(known), LONGEST: longest_name(known)}
    register = register_of(lists)
    return NameTable(register, known).find(question)


def _longest_at(
    words: Sequence[tuple[str, int, int]], folded: Sequence[str], at: int, table: NameTable, question: str
) -> tuple[int, list[tuple[Entity, bool]]]:
    """Return how many of the words from a place on make the longest name, and what bears it."""
    most = table.reach(folded, at)
    for size in range(max(most, 1), 0, -1):
        form = tuple(folded[at : at + size])
        written = question[words[at][1] : words[at + size - 1][2]]
        entries = table.bearing(form) if most else []
        entries = entries or (table.misspelt(form[0]) if size == 1 and _may_name(written, at) else [])
        if entries and _is_name(form, written):
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


def _may_name(written: str, at: int) -> bool:
    """Tell a word that may be a misspelt name: it has a capital, or is long and no word of everyday French.

    The capital of the first word of a question tells nothing of a word of the dictionary.
    """
    capital = written[:1].isupper() and (at > 0 or not is_french(written.lower()))
    return capital or (len(written) >= 9 and not is_french(written) and not any(map(words_like, tokens(written))))


def _is_name(form: tuple[str, ...], written: str) -> bool:
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


def _misspelt(word: str, table: NameTable) -> list[tuple[Entity, bool]]:
    if len(word) < 6:
        return []
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    distance, limit = DamerauLevenshtein.distance, 1 if len(word) < 8 else 2
    lengths = range(len(word) - limit, len(word) + limit + 1)
    close = process.extract(word, table.singles(word[0], lengths), scorer=distance, score_cutoff=limit, limit=None)
    near = [(far, form) for form, far, _ in close if far]
    forms = [form for far, form in near if far == min(near)[0]]
    return table.bearing((forms[0],)) if len(forms) == 1 else []
