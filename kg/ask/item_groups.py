"""The lists that reports hold: items under a line that announces them, rows of a table, headings of one kind."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus import Passage, Span
from index import fold, tokens
from kg.ask.columns import in_columns
from kg.ask.library import Library
from kg.ask.list_nouns import asked_nouns, same_list
from kg.ask.numbers import find_numbers
from kg.ask.ordinals import in_order
from kg.ask.proofs import coverage, title_stems
from kg.ask.query import Query
from kg.ask.session_numbers import has_same_number
from kg.ask.titled import MARK as _ITEM
from kg.ask.titled import said_to_be, under_titles
from kg.ask.words import stems_of
from kg.knowledge import Knowledge, Lazily

#: « retient trois engagements : une carte, un compteur, un rendez-vous. »
_ENUMERATED = re.compile(
    r":\s(?P<items>(?:[^:.!?\n«»]|\bMM?\.|\bDr\.|(?<=\b[A-ZÀ-Ý])\.(?= ?[A-ZÀ-Ý])|\n(?!\n)){8,500})"
    r"(?:[.;!?]|$|(?=\n\n)|\*)"
)
_ANNOUNCED = re.compile(r"[^:.;!?\n]{6,}+\Z")
#: How many characters before the colon announce them at most.
ANNOUNCED = 121
#: Longest turn of speech that answers in a word or two.
SHORT_TURN = 70
#: Longest line that announces a list; how many documents are looked into.
HEAD, DOCUMENTS = 200, 4
#: What a title above is worth, the words of the items themselves, and what stands in their passage.
ABOVE, INSIDE, BESIDE = 0.7, 0.55, 0.5
#: What it adds that items stand each on its line, that several headings are called what is asked for, that a sentence
#: enumerates without a colon.
SURER, CALLED, LOOSER = 0.05, 0.15, -0.1
#: How well the title of a list says the noun asked for, then a like word; most words of a title that is of that alone.
TITLED, LIKE, SHORT_TITLE = 0.8, 0.6, 4
#: What the first lines of a report are worth, how many characters these are, what the first report adds.
OPENING, FIRST_LINES, FIRST = 0.6, 400, 0.05
#: Least share of the question that what was asked aloud must say, for the short answers to it.
REPLIED = 0.45
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
    replies: bool = False

    @property
    def title_stems(self) -> frozenset[str]:
        """The stems of the title just above."""
        return frozenset(tokens(self.title))


def best_group(query: Query, library: Library, *, least: float, by_head: float = 1.1) -> Group | None:
    """Return the list that is called what the question asks for and is about the rest of it, 0..1 at least.

    A list that is called otherwise is returned when the very line that announces it says at least `by_head` of the
    rest.
    """
    nouns = asked_nouns(query)
    own = nouns[0] if nouns else frozenset()
    terms = query.inside().without(frozenset[str]().union(*nouns) | stems_of(_GIVEN)).terms
    told = {number.value for number in find_numbers(query.folded)}
    weight = max((library.weight(stem) for stem in own), default=0.0)
    best: tuple[float, Group] | None = None
    documents = _documents(query, library) if nouns else []
    for group in _groups(library, documents, nouns):
        numbered = has_same_number(query.folded, fold(group.title)) if group.title else None
        called = _called(group, nouns)
        if len(group.items) < 2 or numbered is False:
            continue
        opening = library.knowledge.once(_openings)[group.items[0].document_id]
        passage = library.passage_at(group.items[0])
        beside = library.stems(passage.span) if passage else frozenset[str]()
        around = ((group.titles, ABOVE), (group.words, INSIDE), (beside, BESIDE), (opening, OPENING))
        said = coverage(terms, group.head, around) if terms else 1.0
        if not called and (
            not terms or coverage(terms, group.head, around[3:]) < (REPLIED if group.replies else by_head)
        ):
            continue
        total = sum(term.weight for term in terms)
        said = (said * total + called * weight) / (total + weight) if total else called
        said += COUNTED if len(group.items) in told else 0.0
        score = said + group.surer + (FIRST if group.items[0].document_id == documents[0] else 0.0)
        if said >= least and (best is None or score > best[0]):
            best = (score, group)
    return best[1] if best else None


def _openings(knowledge: Knowledge) -> Lazily[frozenset[str]]:
    """Return the stems of each report's title, file name and first lines."""

    def read(document_id: str) -> frozenset[str] | None:
        document = knowledge.documents[document_id]
        return frozenset(tokens(f"{document.title} {document.source.replace('_', ' ')} {document.text[:FIRST_LINES]}"))

    return Lazily(read, lambda: knowledge.extraction_of)


def _called(group: Group, nouns: tuple[frozenset[str], ...]) -> float:
    """Return how well what announces a list says the noun that is asked for, 0..1; 0 when it does not."""
    for noun in nouns:
        if noun <= group.head:
            return 1.0
        if noun <= group.title_stems:
            return TITLED
    like = same_list(nouns[0]) if nouns else frozenset()
    return LIKE if like & group.head or (like & group.title_stems and len(group.title_stems) <= SHORT_TITLE) else 0.0


def named_groups(query: Query, library: Library) -> Iterator[tuple[Group, frozenset[str]]]:
    """Yield the lists in the sentences of the reports that a question is about, with the stems around each."""
    for document_id in _documents(query, library):
        opening = library.knowledge.once(_openings)[document_id]
        for passage in library.knowledge.extraction_of[document_id].passages:
            for group in _enumerated(library, passage):
                yield group, opening | library.stems(passage.span)


#: Words that say that a list was given, of nothing in it.
_GIVEN = (
    "donné donnés données pris prise prises issue retenus retenues retenu formulés formulées proposés proposées faits "
    "faites cités citées évoqués évoquées listés abordés présentés énoncés fin fixés annoncés thèmes propose proposent "
    "fiche document texte rapport page présente donne contient adressait adresse adressent visés visées vise visait "
    "identifiés identifiées définis définies tirés tirées mentionnés mentionnées"
).split()


def _documents(query: Query, library: Library) -> list[str]:
    if query.reports:
        return sorted(query.reports)
    return list(dict.fromkeys(found.document.id for found in library.look(query)[:20]))[:DOCUMENTS]


def _groups(library: Library, documents: Iterable[str], nouns: Iterable[frozenset[str]]) -> Iterator[Group]:
    for document_id in documents:
        yield from library.once(_groups_of, document_id)
        for noun in nouns:
            headed = _of_headings(library, document_id, noun)
            if headed:
                yield headed


def _groups_of(library: Library, document_id: str) -> tuple[Group, ...]:
    """Return the lists of a document, whatever is asked."""
    return tuple(_read_groups(library, document_id))


def _read_groups(library: Library, document_id: str) -> Iterator[Group]:
    passages = library.knowledge.extraction_of[document_id].passages
    for at, passage in enumerate(passages):
        group = _of_passage(library, passage, passages[at - 1] if at else None)
        if group:
            yield group
        yield from _enumerated(library, passage)
        for listed in said_to_be(library, passage):
            yield _group(library, *listed, LOOSER)
    for listed in under_titles(library, document_id):
        yield _group(library, *listed, 0.0)
    for listed in in_columns(library, document_id):
        yield _group(library, *listed, SURER)
    for listed in in_order(library, document_id):
        yield _group(library, *listed, CALLED)
    yield from _replies(library, document_id)


def _group(library: Library, items: tuple[Span, ...], head: str, path: tuple[str, ...], surer: float) -> Group:
    words = frozenset[str]().union(*(library.stems(item) for item in items))
    return Group(items, frozenset(tokens(head)), title_stems(path), words, path[-1] if path else "", surer)


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
    titles = title_stems(passage.headings)
    title = passage.headings[-1] if passage.headings else ""
    return Group(items, frozenset(tokens(head)), titles, library.stems(passage.span), title, SURER)


def _enumerated(library: Library, passage: Passage) -> Iterator[Group]:
    """Read the lists of a sentence: « retient trois engagements : une carte, un compteur et un rendez-vous »."""
    document = library.knowledge.documents[passage.span.document_id]
    text, start, end = document.text, passage.span.start, passage.span.end
    titles = title_stems(passage.headings[-1:])
    title = passage.headings[-1] if passage.headings else ""
    at = start
    while told := _ENUMERATED.search(text, at, end):
        head = _ANNOUNCED.search(text, max(start, told.start() - ANNOUNCED), told.start())
        if head is None:
            at = told.start() + 1
            continue
        start = at = told.end()
        items = tuple(_parts(document.id, head[0], told))
        words = head[0] + told[0]
        if "\t" not in words and len(items) >= 2:
            yield Group(items, frozenset(tokens(head[0])), titles, frozenset(tokens(words)), title)


def _parts(document_id: str, head: str, told: re.Match[str]) -> Iterator[Span]:
    """Yield the parts of an enumeration: between semicolons, else between commas and « et »."""
    items = told["items"]
    counted = {number.value for number in find_numbers(fold(head))}
    marks = re.finditer(r";" if ";" in items else r",(?: et\b| puis\b)?|\bet\b|\bpuis\b", items)
    cuts = [0, *(at for mark in marks for at in mark.span()), len(items)]
    parts = [(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=True) if items[start:end].strip()]
    if ";" not in items and "," not in items and len(parts) not in counted:
        return
    for start, end in parts:
        part = items[start:end]
        at = told.start("items") + start + len(part) - len(part.lstrip())
        length = len(part.strip().rstrip(".;*_"))
        if length:
            yield Span(document_id, at, at + length)


#: A short turn of speech on its line: « Paul Roy : Payer les gardiens. »; fewest of them that answer one question.
_REPLY = re.compile(r"[A-ZÀ-Ý][\w.’'-]*(?: [\w.’'-]+){0,4} ?: ?(?P<words>[^\n]{3,110})")
REPLIES = 3


def _replies(library: Library, document_id: str) -> Iterator[Group]:
    """Read the short answers that several people give one after the other to what was just asked."""
    text = library.knowledge.documents[document_id].text
    run: list[Span] = []
    asked = ""
    before = ""
    for line in re.finditer(r"[^\n]+", text):
        reply = _REPLY.fullmatch(line[0].strip("*_> "))
        if reply and len(line[0]) < SHORT_TURN:
            asked = asked if run else before
            start = text.find(reply["words"], line.start())
            run.append(Span(document_id, start, start + len(reply["words"])))
        else:
            if len(run) >= REPLIES and asked:
                yield Group(tuple(run), frozenset(tokens(asked)), frozenset(), frozenset(), replies=True)
            run = []
        before = line[0]
    if len(run) >= REPLIES and asked:
        yield Group(tuple(run), frozenset(tokens(asked)), frozenset(), frozenset(), replies=True)


def _of_headings(library: Library, document_id: str, noun: frozenset[str]) -> Group | None:
    """Read the headings that begin with what is asked for: « Table des langues », « Table des anciens »."""
    text = library.knowledge.documents[document_id].text
    passages = library.knowledge.extraction_of[document_id].passages
    headings = dict.fromkeys(title for passage in passages for title in passage.headings)
    called = [title for title in headings if (words := fold(title).split()) and frozenset(tokens(words[0])) == noun]
    lines = (match[0].strip("#>*_ ") for match in re.finditer(r"^[#>*_ ]*\w+ (?:\d+|[A-Z])\b[^\n]{3,100}$", text, re.M))
    called += [line for line in lines if frozenset(tokens(line.split()[0])) == noun]
    called = list(dict.fromkeys(called))
    spans = [Span(document_id, at, at + len(title)) for title in called if (at := text.find(title)) >= 0]
    stems = frozenset(stem for title in called for stem in tokens(title))
    everything = frozenset(tokens(library.knowledge.documents[document_id].title))
    surer = CALLED if len(spans) > 2 else -CALLED  # « Propositions de l'atelier 1 » heads a list
    return Group(tuple(spans), stems, everything, everything, surer=surer) if len(spans) > 1 else None
