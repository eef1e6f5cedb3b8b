"""A base, ready to be asked: questions are understood against it; what fits them is found by words and by meaning."""

import gc
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from index import tokens
from kg.ask.language.demonyms import SAME_NATION, demonyms
from kg.ask.language.dictionary import both_french
from kg.ask.language.kinship import SAME_PHRASE, STRENGTH, inflected, kin_of, phrases_like, unprefixed
from kg.ask.language.same import same
from kg.ask.language.verb_forms import other_forms
from kg.ask.question.descriptions import with_people_described
from kg.ask.question.names import NameTable
from kg.ask.question.query import Query, Term, understand
from kg.ask.question.scope import find_scope
from kg.ask.question.synonyms import Synonyms
from kg.ask.question.titles import find_titled, with_own_report
from kg.ask.search import fitted
from kg.ask.search.hybrid import Found, Search
from kg.base import Base
from kg.extract.concepts import ConceptMatcher
from kg.lexicon.near_words import near_words
from kg.lookup import date_of_document, when

#: What another ending of the same verb is worth, that the stemmer leaves on.
SAME_VERB = 0.95
#: What a word is worth when one letter of it differs.
MISSPELT = 0.85
#: After how many new things cycles are looked for, and how often among the older ones (see `gc.set_threshold`): seldom,
#: but a process that lives long, or that builds as well, gives its memory back.
UNHURRIED = (1_000_000, 20, 10)


class Library(Search):
    """The things of a base, the search for them, how a question is read; what is loaded once serves a whole batch."""

    def __init__(self, base: Base) -> None:
        """Open nothing yet: each part is loaded by the first question that needs it."""
        super().__init__(base)
        # What is read is kept and holds no cycles: looking for some each 700 things took a third of a cold question.
        gc.set_threshold(*UNHURRIED)
        self._years: dict[str, frozenset[str]] = {}

    @cached_property
    def thesaurus(self) -> Synonyms:
        """Other ways to say a word, from the thesaurus."""
        return Synonyms(self.base.stems)

    def understand(self, question: str) -> Query:
        """Read a question against what the base knows: names, ideas, and the event that it looks into."""
        named = with_people_described(question, self.names.find(question), (self.knowledge, self.register))
        query = understand(question, named, weight=self.weight, synonyms=self.ways)
        found = find_scope(query.folded, self.knowledge, self.register, self.weight)
        place = query.folded[found.start : found.end] if found else ""
        found = found or find_titled(query.folded, self.knowledge, self.register, self.weight)
        if found is None:
            return query
        found = with_own_report(found, query.folded, self.knowledge, self.register, self.weight)
        outside = frozenset(tokens(f"{query.folded[: found.start]} {query.folded[found.end :]}"))
        stems = frozenset(tokens(query.folded[found.start : found.end])) - outside
        kept = tuple(term for term in query.terms if not any(ways <= stems for ways, _ in term.alternatives[:2]))
        return replace(query, event=found.event, documents=found.documents if kept else None, scoped=kept, place=place)

    @cached_property
    def names(self) -> NameTable:
        """The names of what the base knows."""
        return NameTable(self.register, self.knowledge.entities)

    def ways(self, stem: str, question: frozenset[str]) -> Iterator[tuple[frozenset[str], float]]:
        """Yield other ways to say a stem of a question: the thesaurus, everyday French, the corpus's own spelling."""
        yield from self.thesaurus.of(stem, question)
        yield from ((phrase, SAME_PHRASE) for phrase in phrases_like(stem, question))
        yield from ((frozenset([kin]), STRENGTH) for kin in sorted(kin_of(stem) | (same(stem) - {stem})))
        forms = (*inflected(stem), *sorted(other_forms(stem)))
        yield from ((frozenset([told]), SAME_NATION) for told in sorted(demonyms(stem)))
        yield from ((frozenset([form]), SAME_VERB) for form in forms if self.knows(form))
        if not self.knows(stem):
            yield from ((frozenset([form]), SAME_PHRASE) for form in unprefixed(stem) if self.knows(form))
        if len(stem) >= 7:  # shorter ones are too near other words: « argent », « agent »
            yield from ((frozenset([near]), MISSPELT) for near in self._spelled_like(stem))

    def widened(self, query: Query) -> Query:
        """Return a question whose ideas may also be said by the near words of general French that the corpus holds."""
        terms, scoped = (tuple(map(self._widened, told)) for told in (query.terms, query.scoped))
        return replace(query, terms=terms, scoped=scoped)

    def _widened(self, term: Term) -> Term:
        own, _ = term.alternatives[0]
        if len(own) != 1:
            return term
        known = {way for way, _ in term.alternatives}
        near = sorted(near_words(*own) - known, key=sorted)
        ways = tuple((way, fitted.NEAR_WORD) for way in near if all(map(self.knows, way)))
        return replace(term, alternatives=(*term.alternatives, *ways)) if ways else term

    def _spelled_like(self, stem: str) -> list[str]:
        """Return the stems of the corpus at one letter's distance of one: typing and recognition slip alike.

        Two words of French are two words, « surcoût » and « surtout », unless their ends alone differ.
        """
        from rapidfuzz import process
        from rapidfuzz.distance import DamerauLevenshtein

        begun, length = self.once(Library._by_length, stem[0]), len(stem)
        near = sorted(word for near in range(length - 1, length + 2) for word in begun.get(near, ()))
        found = process.extract(stem, near, scorer=DamerauLevenshtein.distance, score_cutoff=1, limit=5)
        slips = (word for word, distance, _ in found if distance)
        return sorted(word for word in slips if word[: length - 1] == stem[: length - 1] or not both_french(stem, word))

    def can_say(self, term: Term) -> bool:
        """Tell whether the corpus has the words for an idea, in one of its ways at least."""
        return any(all(map(self.knows, ways)) for ways, _ in term.alternatives)

    def knows(self, stem: str) -> bool:
        """Tell whether the corpus has a word of this stem."""
        return self.base.lexical.document_frequency(stem) > 0

    def begun(self, start: str) -> list[str]:
        """Return the stems of the corpus that begin with some letters, in order."""
        return self.base.lexical.beginning(start)

    def _by_length(self, letter: str) -> dict[int, list[str]]:
        """Return the words of the corpus that begin with a letter, by their lengths."""
        found: dict[int, list[str]] = defaultdict(list)
        for word in self.base.lexical.beginning(letter):
            found[len(word)].append(word)
        return found

    def concepts(self, query: Query) -> set[str]:
        """Return the concepts that are the whole subject of a question: one of their labels says all of its ideas."""
        asked = [{stem for ways, _ in term.alternatives[:2] for stem in ways} for term in query.terms]
        told = self.thesaurus.said_by(asked) if len(asked) > 1 else set()
        if not told:
            return set()
        matcher = ConceptMatcher(self.thesaurus.thesaurus, text=query.text)
        return told & {identifier for identifier, _ in matcher.query_concepts(query.text)}

    def years_of(self, document_id: str) -> frozenset[str]:
        """Return the years of the events that a document tells, else its own."""
        if document_id not in self._years:
            events = self.knowledge.extraction_of[document_id].events
            dates = [date for event in events for date in when(self.knowledge, event) if date]
            dates = dates or [date_of_document(self.knowledge, document_id) or ""]
            self._years[document_id] = frozenset(date[:4] for date in dates if date)
        return self._years[document_id]

    def weight(self, stem: str) -> float:
        """Return how much a stem tells: 0.1 when it stands everywhere, 1 when it is rare or unknown."""
        lexical = self.base.lexical
        return max(0.1, lexical.idf(stem) / max(self._rarest, 1e-9))

    @cached_property
    def _rarest(self) -> float:
        """The weight of a stem that the corpus has never seen."""
        return self.base.lexical.idf("")

    def search_passages(self, text: str, number: int) -> list[Found]:
        """Return the best passages for a text, as `palabre search` lists them."""
        return self.search(text, self.understand(text).terms, depth=number)
