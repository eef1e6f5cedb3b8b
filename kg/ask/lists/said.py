"""What a sentence enumerates that says what a question asks, though no line announces it as a list."""

from dataclasses import replace

from corpus import Span
from index import fold, tokens
from kg.ask.answers.proofs import coverage, title_stems
from kg.ask.library import Library
from kg.ask.lists.groups import around_passage
from kg.ask.lists.nouns import said_verb, same_list, unled
from kg.ask.lists.titled import enumerated
from kg.ask.question.query import Query
from kg.ask.sentences.told import says
from kg.regex import regex

#: How many reports are read for what a sentence enumerates, least share of the rest of the question, fewest things.
REPORTS, SAYS, PARTS = 4, 0.7, 3
#: Least share of what something does that the sentence and what stands around it say.
DOES = 0.65
#: What an idea is worth in the sentence before: « Les bergers ont écrit. Ils réclament… »
LED = 0.8
#: Within how many characters before the first thing its verb stands.
LEADS = 25
_WORD = regex(r"[^\W_]+(?:['’](?=\w))?[\w-]*")
_NOUN = regex(r"^(?:(?:de|a|avec|pour|par|dans) )?quel(?:le)?s (?P<noun>[a-z][\w-]+)(?: (?:de |d')(?P<of>[\w-]+))?")


def named_in_sentence(query: Query, library: Library) -> list[Span]:
    """Return what a sentence enumerates that says the rest of a question, or answers it: the noun need not be told.

    « Quelles essences Orval plante-t-elle ? » is answered by « Nous plantons du cèdre, du chêne et du pin ».
    """
    found = _NOUN.match(unled(query.folded))
    noun = frozenset(tokens(f"{found['noun']} {found['of'] or ''}")) if found else frozenset[str]()
    names = {named.entity.label for named in query.named}
    terms = query.inside().terms
    rest = [term for term in query.without(noun).inside().terms if term.words not in names]
    if not noun or not rest or len(rest) == len(terms):
        return []
    best: tuple[float, list[Span]] = (0.0, [])
    for document_id in _documents(query, library):
        document = library.knowledge.documents[document_id]
        for passage in library.knowledge.extraction_of[document_id].passages:
            asks = bool(passage.headings) and passage.headings[-1].rstrip(" *_").endswith("?")
            titles = title_stems(passage.headings[1:][-1:])  # the title of the report says what all of it is about
            for sentence in library.sentences(passage):
                around = sentence.stems | titles
                said = sum(term.weight * says(term, around)[0] for term in rest)
                own = asks or any(says(term, sentence.stems)[0] for term in rest)
                if own and said >= SAYS * sum(term.weight for term in rest) and said > best[0]:
                    parts = enumerated(document, sentence.span)
                    best = (said, parts) if len(parts) >= PARTS else best
    return best[1]


def done_in_sentence(query: Query, library: Library) -> list[Span]:
    """Return what a sentence enumerates whose verb is the question's: « ils demandent un banc, une fontaine et… »."""
    verb = said_verb(query.folded)
    stems = frozenset(tokens(verb))
    terms = query.inside().terms
    if not stems or len(terms) < 2:
        return []
    best: tuple[float, list[Span]] = (DOES, [])
    for document_id in _documents(query, library):
        document = library.knowledge.documents[document_id]
        for passage in library.knowledge.extraction_of[document_id].passages:
            around = around_passage(library, passage)
            before = frozenset[str]()
            for sentence in library.sentences(passage):
                led, before = before, sentence.stems
                if not (stems | same_list(stems)) & sentence.stems:
                    continue
                said = coverage(terms, sentence.stems, ((led, LED), *around))
                if said > best[0]:
                    parts = enumerated(document, sentence.span)
                    best = (said, parts) if len(parts) >= PARTS else best
    return _after_verb(library, best[1], stems | same_list(stems))


def _after_verb(library: Library, parts: list[Span], verbs: frozenset[str]) -> list[Span]:
    """Return the parts of a sentence without the verb that leads the first; nothing when it does not lead them."""
    if not parts:
        return []
    text, (first, *rest) = library.knowledge.documents[parts[0].document_id].text, parts
    words = list(_WORD.finditer(text, max(0, first.start - LEADS), first.end))
    after = next((n for n, word in enumerate(words) if verbs.intersection(tokens(word[0]))), len(words))
    if after + 1 >= len(words):
        return []
    return [replace(first, start=max(first.start, words[after + 1].start())), *rest]


def _documents(query: Query, library: Library) -> list[str]:
    """Return the reports where a question looks, that name what it names, or that are nearest to it."""
    if query.reports:
        return sorted(query.reports)
    named = {fold(one.words) for one in query.named}
    near = dict.fromkeys(found.document.id for found in library.look(query)[:20])
    texts = ((one, fold(library.knowledge.documents[one].text)) for one in near)
    return [one for one, text in texts if all(name in text for name in named)][:REPORTS]
