"""The items of minutes: where each begins and ends, and those that are about a subject."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from index import fold, tokens
from kg.ask.answers.proofs import coverage, prove, title_stems
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.ask.search.things import Sentence
from kg.lookup import opening_of
from kg.regex import regex

#: What begins an item of minutes.
ITEM = regex(
    r"^\s*(?:\d{1,2}\s*(?:(?:bis|ter)\s*)?[.)/–-]|#+\s|[IVX]+\s*(?:(?:bis|ter)\s*)?[.)/–-]"
    r"|(?i:point|question|délibération|affaire|rapport)\s+(?:[Nn]\s?[°ºo]\s*)?\d{1,3}\s*[.:)/–—-])"
)
_SPEAKER = regex(r"(?:MM?\.|MMES?|MLLE|DR|Pr?\.) ")
#: A line of an agenda.
_AGENDA = regex(r"^[ \t]*(?:[-*•]|\d[\d-]*[.)]?|[IVX]+[.)])\s+(.{8,200})$", re.MULTILINE)
#: Least share of the subject that an item says with its title, and words of a title that an agenda repeats.
SAYS, TITLE = 0.5, 2
#: What an idea is worth in the line of the agenda and in the words of an item; how many sentences lead to reports.
LINE, BODY, DEPTH = 0.95, 0.6, 12
#: What it adds that the very sentence that `tells` says the subject, and that the report names the body or the place
#: asked about; how much of the subject that sentence says to be enough by itself; how many characters open a report.
OUTCOME, PLACED, TOLD = 0.3, 0.3, 0.6


def items_about(
    query: Query, library: Library, terms: tuple[Term, ...], tells: Callable[[Sentence], bool], *, least: float = SAYS
) -> list[list[Sentence]]:
    """Return the items of minutes with a sentence that `tells` and that are about a subject, best first.

    `least` is the share of the subject (0..1) that an item must say. An item is about what its title says, the line of
    the agenda that repeats this title, then its own words.
    """
    topic = replace(query, terms=terms, scoped=())
    documents = dict.fromkeys(proof.passage.span.document_id for proof in prove(topic, library)[:DEPTH] if terms)
    scored = []
    named = {way for one in query.named if one.entity.kind != "person" for way in (one.words, one.entity.label)}
    for document_id in documents:
        document = library.knowledge.documents[document_id]
        opening = library.stems_of(opening_of(document))
        places = tuple(one for one in terms if one.words in named or (one.words.istitle() and one.strength(opening)))
        rest = tuple(term for term in terms if term not in places) or terms
        agenda = [frozenset(tokens(line)) for line in _AGENDA.findall(library.knowledge.documents[document_id].text)]
        for title, sentences in cut(library, document_id):
            telling = list(filter(tells, sentences))
            if not telling:
                continue
            own = sentences[0].stems if _begins(sentences[0]) else title
            words = frozenset(stem for stem in own if not any(map(str.isdigit, stem)))
            line = next((line for line in agenda if len(words) >= TITLE and words < line), frozenset[str]())
            body = frozenset[str]().union(*(one.stems for one in sentences))
            subject = terms if places and coverage(places, title) else rest  # « la salle des fêtes » may be the subject
            said = coverage(subject, title, ((line, LINE), (body, BODY)))
            told = max(coverage(rest, one.stems) for one in telling)
            here = PLACED * coverage(places, body | opening)
            scored.append((said + OUTCOME * told + here, max(said, told) if told >= TOLD else said, sentences))
    scored.sort(key=lambda one: (-one[0], one[2][0].span))
    return [sentences for _, said, sentences in scored if said >= least]


def cut(library: Library, document_id: str) -> Iterator[tuple[frozenset[str], list[Sentence]]]:
    """Yield the items of a report: the stems of the title of each, and its sentences."""
    title, kept, above = frozenset[str](), list[Sentence](), tuple[str, ...]()
    whole = fold(library.knowledge.documents[document_id].title)
    for passage in library.knowledge.extraction_of[document_id].passages:
        titles = tuple(one for one in passage.headings[-1:] if fold(one) not in whole)
        for sentence in library.sentences(passage):
            begins = _begins(sentence)
            if kept and (begins or passage.headings != above):
                yield title, kept
                kept = []
            if not kept:
                title = title_stems(titles) | (sentence.stems if begins else frozenset())
                above = passage.headings
            kept.append(sentence)
    if kept:
        yield title, kept


def _begins(sentence: Sentence) -> bool:
    return ITEM.match(sentence.words) is not None or is_heading(sentence.words)


def is_heading(words: str) -> bool:
    """Tell a line in capitals, long enough to be no acronym, that is not the name of who speaks: « M. DURAND. »."""
    return words.isupper() and len(words) > 12 and not _SPEAKER.match(words)
