"""The lists that reports hold: items under a line that announces them, rows of a table, headings of one kind."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus import Passage, Span
from index import fold, tokens
from kg.ask.library import Library
from kg.ask.numbers import find_numbers
from kg.ask.proofs import coverage, title_stems
from kg.ask.query import Query
from kg.ask.session_numbers import has_same_number
from kg.ask.words import stems_of

_ITEM = re.compile(r"(?:^|\n)[ \t]*(?:[-–•*] |\d{1,2}[.)] )")
#: « retient trois engagements : une carte, un compteur, un rendez-vous. »
_ENUMERATED = re.compile(r"(?P<head>[^:.;!?\n]{6,120})\s:\s(?P<items>[^:.!?\n«»]{8,400})[.;!?]?(?:\s|$)")
_SMALL = frozenset(
    "les des de du la le l un une sont etaient ont ete est etait principaux principales grands grandes differents "
    "differentes deux trois quatre cinq six sept huit dix autres quels quelles quel quelle liste donne donner moi cite "
    "citer enumere enumerer lister toutes tous".split()
)
#: Longest line that announces a list; how many documents are looked into.
HEAD, DOCUMENTS = 200, 4
#: What a title above is worth, and the words of the items themselves.
ABOVE, INSIDE = 0.7, 0.55
#: What it adds that items stand each on its line, and that several headings are called what is asked for.
SURER, CALLED = 0.05, 0.15
#: What it adds that a list has as many items as are asked for.
COUNTED = 0.2


@dataclass(frozen=True, slots=True)
class Group:
    """The items of a list, and the stems of what announces it: the line before it, then the titles above."""

    items: tuple[Span, ...]
    head: frozenset[str]
    titles: frozenset[str]
    words: frozenset[str]
    title: str = ""
    surer: float = 0.0


def asked_noun(query: Query) -> frozenset[str]:
    """Return the stem of what a question asks the list of: « les trois conseils » are « conseils »."""
    words = [word for word in re.findall(r"[\w-]+", query.folded.replace("'", " ")) if word not in _SMALL]
    return frozenset(tokens(words[0])) if words else frozenset()


def best_group(query: Query, library: Library, *, least: float) -> Group | None:
    """Return the list that is called what the question asks for and is about the rest of it, 0..1 at least."""
    noun = asked_noun(query)
    terms = query.inside().without(noun | stems_of(_GIVEN)).terms
    told = {number.value for number in find_numbers(query.folded)}
    best: tuple[float, Group] | None = None
    for group in _groups(library, _documents(query, library), noun) if noun else ():
        numbered = has_same_number(query.folded, fold(group.title)) if group.title else None
        if not noun <= group.head | group.titles or len(group.items) < 2 or numbered is False:
            continue
        around = ((group.titles, ABOVE), (group.words, INSIDE))
        said = coverage(terms, group.head, around) if terms else 1.0
        said += COUNTED if len(group.items) in told else 0.0
        score = said + (0.1 if noun <= group.head else 0.0) + group.surer
        if said >= least and (best is None or score > best[0]):
            best = (score, group)
    return best[1] if best else None


#: Words that say that a list was given, of nothing in it.
_GIVEN = (
    "donné donnés données pris prise prises issue retenus retenues retenu formulés formulées proposés proposées faits "
    "faites cités citées évoqués évoquées listés abordés présentés énoncés fin fixés annoncés thèmes"
).split()


def _documents(query: Query, library: Library) -> list[str]:
    if query.reports:
        return sorted(query.reports)
    return list(dict.fromkeys(found.document.id for found in library.look(query)[:20]))[:DOCUMENTS]


def _groups(library: Library, documents: Iterable[str], noun: frozenset[str]) -> Iterator[Group]:
    for document_id in documents:
        passages = library.knowledge.extraction_of[document_id].passages
        for at, passage in enumerate(passages):
            group = _of_passage(library, passage, passages[at - 1] if at else None)
            if group:
                yield group
            yield from _enumerated(library, passage)
        headed = _of_headings(library, document_id, noun)
        if headed:
            yield headed


def _of_passage(library: Library, passage: Passage, before: Passage | None) -> Group | None:
    """Read the items or the rows of a passage, and the line that announces them."""
    document = library.knowledge.documents[passage.span.document_id]
    text = document.text[passage.span.start : passage.span.end]
    if "\t" in text:
        lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
        head, cut = text[slice(*lines[0])], lines[1:]
    else:
        marks = [match.end() for match in _ITEM.finditer(text)]
        starts = [match.start() for match in _ITEM.finditer(text)]
        cut = list(zip(marks, [*starts[1:], len(text)], strict=True)) if marks else []
        head = text[: starts[0]] if starts else ""
    if len(cut) < 2:
        return None
    if len(head.strip()) < 4 and before is not None and before.span.end - before.span.start <= HEAD:
        head = before.text if before.headings == passage.headings else ""
    items = tuple(
        Span(document.id, passage.span.start + start, passage.span.start + start + len(text[start:end].rstrip()))
        for start, end in cut
    )
    titles = title_stems(passage.headings[-2:])
    title = passage.headings[-1] if passage.headings else ""
    return Group(items, frozenset(tokens(head)), titles, library.stems(passage.span), title, SURER)


def _enumerated(library: Library, passage: Passage) -> Iterator[Group]:
    """Read the lists of a sentence: « retient trois engagements : une carte, un compteur et un rendez-vous »."""
    for sentence in library.sentences(passage):
        text = library.knowledge.documents[sentence.span.document_id].quote(sentence.span)
        told = _ENUMERATED.search(text) if "\t" not in text else None
        parts = [part for part in re.finditer(r"(?:(?!,|;| et ).)+", told["items"])] if told else []
        if told and len(parts) >= 2 and (told["items"].count(",") or told["items"].count(";")):
            at = sentence.span.start + told.start("items")
            items = tuple(
                Span(sentence.span.document_id, at + part.start(), at + part.end()) for part in parts if part[0].strip()
            )
            titles = title_stems(passage.headings[-1:])
            yield Group(items, frozenset(tokens(told["head"])), titles, sentence.stems)


def _of_headings(library: Library, document_id: str, noun: frozenset[str]) -> Group | None:
    """Read the headings that begin with what is asked for: « Table des langues », « Table des anciens »."""
    text = library.knowledge.documents[document_id].text
    passages = library.knowledge.extraction_of[document_id].passages
    headings = dict.fromkeys(title for passage in passages for title in passage.headings)
    called = [title for title in headings if (words := fold(title).split()) and frozenset(tokens(words[0])) == noun]
    spans = [Span(document_id, at, at + len(title)) for title in called if (at := text.find(title)) >= 0]
    stems = frozenset(stem for title in called for stem in tokens(title))
    everything = frozenset(tokens(library.knowledge.documents[document_id].title))
    surer = CALLED if len(spans) > 2 else -CALLED  # « Propositions de l'atelier 1 » heads a list
    return Group(tuple(spans), stems, everything, everything, surer=surer) if len(spans) > 1 else None
