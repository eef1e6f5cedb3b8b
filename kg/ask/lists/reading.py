"""The lists that reports hold, whatever is asked: items under a line, rows, runs of a sentence, replies, headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus import Passage, Span
from index import fold, tokens
from kg.ask.answers.proofs import title_stems
from kg.ask.language.numbers import find_numbers
from kg.ask.library import Library
from kg.ask.lists.columns import in_tables
from kg.ask.lists.layouts import is_keyed, laid_out
from kg.ask.lists.ordinals import in_order
from kg.ask.lists.titled import MARK as _ITEM
from kg.ask.lists.titled import OWN_TITLE, said_to_be, under_titles
from kg.regex import regex

#: « retient trois engagements : une carte, un compteur, un rendez-vous. »
_ENUMERATED = regex(
    r":\s(?P<items>(?:[^:.!?\n«»]|\bMM?\.|\bDr\.|(?<=\b[A-ZÀ-Ý])\.(?= ?[A-ZÀ-Ý])|\n(?!\n)){8,500})"
    r"(?:[.;!?]|$|(?=\n\n)|\*)"
)
_ANNOUNCED = regex(r"(?:[^:.;!?\n]|\n(?![\s–•*>#|-]|\d+[.)])){6,}+\Z")
#: « D'autres pistes sont étudiées : un prêt de vélos + une navette : la Région les aide. »
_SUMMED = regex(
    r":\s(?P<items>(?:[^:.!?«»\n+]|\n(?!\n)){4,160}(?:\s\+\s(?:[^:.!?«»\n+]|\n(?!\n)){4,160}?)+)(?=\s?[:.;!?]|\n\n|$)"
)
#: « **La délégation (trois personnes).** Ana Roy, maire ; Paul Rey, adjoint ; Zoé Lu, interprète. »
_LABELLED = regex(
    r"(?m)^[*_ ]{0,4}(?P<head>[A-ZÀ-Ý][^.:;\n]{3,60}?)\.[*_]{0,2} (?P<items>[^\n;.]{5,160}(?:;[^\n;]{5,160}){2,}?)"
    r"(?:\.[*_]*)?(?=\n|$)"
)
#: How many characters before the colon announce them at most.
ANNOUNCED = 121
#: Longest turn of speech that answers in a word or two.
SHORT_TURN = 70
#: Longest name of a speaker, in words, and how many characters a title before it has.
SPEAKER, TITLE = 5, 6
#: Longest line that announces a list.
HEAD = 200
#: What it adds that items stand each on its line, that several headings are called what is asked for or that items are
#: ranked, that a sentence enumerates without a colon.
SURER, CALLED, LOOSER = 0.05, 0.15, -0.1


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


def groups_of(library: Library, document_id: str) -> tuple[Group, ...]:
    """Return the lists of a document, whatever is asked."""
    return tuple(_read_groups(library, document_id))


def _read_groups(library: Library, document_id: str) -> Iterator[Group]:
    passages = library.knowledge.extraction_of[document_id].passages
    for at, passage in enumerate(passages):
        group = _of_passage(library, passage, passages[at - 1] if at else None)
        if group:
            yield group
        yield from runs_of(library, passage)
        for listed in said_to_be(library, passage):
            yield _group(library, *listed, LOOSER)
    for listed in under_titles(library, document_id):
        yield _group(library, *listed, 0.0)
    for listed in laid_out(library, document_id):
        yield _group(library, *listed, SURER)
    for listed in in_tables(library, document_id):
        yield _group(library, *listed, CALLED)
    for listed in in_order(library, document_id):
        yield _group(library, *listed, CALLED)
    yield from _replies(library, document_id)


#: Titles of what is left to do and of what was done, of which no word says anything alone.
_TO_DO, _DONE = regex(r"\b(?:a faire|to ?do)\b"), regex(r"\bce (?:qui a ete|que nous avons|que l'on a|qu'on a) fait\b")


def _head(words: str) -> frozenset[str]:
    """Return the stems of a line that announces a list."""
    plain = fold(words)
    said = "tâches" if _TO_DO.search(plain) else "réalisé" if _DONE.search(plain) else ""
    return frozenset(tokens(f"{words} {said}"))


def _group(library: Library, items: tuple[Span, ...], head: str, path: tuple[str, ...], surer: float) -> Group:
    words = frozenset[str]().union(*(library.stems(item) for item in items))
    return Group(items, _head(head), title_stems(path), words, path[-1] if path else "", surer)


def _of_passage(library: Library, passage: Passage, before: Passage | None) -> Group | None:
    """Read the items or the rows of a passage, and the line that announces them."""
    document = library.knowledge.documents[passage.span.document_id]
    text = document.text[passage.span.start : passage.span.end]
    own = OWN_TITLE.match(text)
    if "\t" in text and is_keyed(text):
        return None  # the page tells them apart
    if "\t" in text:
        lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
        head, cut = text[slice(*lines[0])], lines[1:]
    else:
        marks = [match.end() for match in _ITEM.finditer(text)]
        starts = [match.start() for match in _ITEM.finditer(text)]
        cut = list(zip(marks, [*starts[1:], len(text)], strict=True)) if marks else []
        head = text[: starts[0]] if starts else ""
    if own:
        cut, head = [one for one in cut if one[0] >= own.end()], own["title"]
    if len(cut) < 2:
        return None
    if len(head.strip()) < 4 and before is not None and before.span.end - before.span.start <= HEAD:
        head = before.text if before.headings == passage.headings else ""
    items = tuple(
        Span(document.id, passage.span.start + start, passage.span.start + start + len(text[start:end].rstrip()))
        for start, end in cut
    )
    titles = title_stems(passage.headings)
    title = own["title"] if own else passage.headings[-1] if passage.headings else ""
    titles = frozenset(tokens(title)) if own else titles
    return Group(items, _head(head), titles, library.stems(passage.span), title, SURER)


def runs_of(library: Library, passage: Passage) -> Iterator[Group]:
    """Read the lists of a sentence: « retient trois engagements : une carte, un compteur et un rendez-vous »."""
    document = library.knowledge.documents[passage.span.document_id]
    text, start, end = document.text, passage.span.start, passage.span.end
    titles = title_stems(passage.headings[-1:])
    title = passage.headings[-1] if passage.headings else ""
    yield from _labelled_runs(library, passage)
    at = start
    while told := _ENUMERATED.search(text, at, end):
        head = _ANNOUNCED.search(text, max(start, told.start() - ANNOUNCED), told.start())
        if head is None:
            at = told.start() + 1
            continue
        start = at = told.end()
        if _is_speaker(library, Span(document.id, told.start() - len(head[0]), told.start())):
            continue
        items = tuple(_parts(document.id, head[0], told))
        words = head[0] + told[0]
        if "\t" not in words and len(items) >= 2:
            in_item = len(_ITEM.findall(text, passage.span.start, end)) > 1
            surer = LOOSER if in_item or len(items) == 2 else 0.0  # « Prochaine réunion : mardi 4 mai, à la mairie »
            yield Group(items, frozenset(tokens(head[0])), titles, frozenset(tokens(words)), title, surer)


def _labelled_runs(library: Library, passage: Passage) -> Iterator[Group]:
    """Read the lists of a sentence that a label heads, or whose parts « + » joins."""
    text, start, end = library.knowledge.documents[passage.span.document_id].text, passage.span.start, passage.span.end
    titles, title = title_stems(passage.headings[-1:]), passage.headings[-1] if passage.headings else ""
    heads = [(told["head"], told, 3) for told in _LABELLED.finditer(text, start, end)]
    for told in _SUMMED.finditer(text, start, end):
        head = _ANNOUNCED.search(text, max(start, told.start() - ANNOUNCED), told.start())
        heads += [(head[0], told, 2)] if head else []
    for words, told, fewest in heads:
        items = tuple(_parts(passage.span.document_id, words, told))
        if len(items) >= fewest:
            yield Group(items, _head(words), titles, frozenset(tokens(told[0])), title)


def _is_speaker(library: Library, led: Span) -> bool:
    """Tell the name of somebody who speaks, on a line of a dialogue: « Mme Roy : Vous les avez payés, puis… »."""
    head = library.reading(led).strip()
    named = library.mentions_in(led, "person") if len(head.split()) <= SPEAKER else []
    return any(len(library.reading(mention.span)) + TITLE >= len(head) for mention, _ in named)


#: Signs that part an enumeration before commas do, and their shapes.
_JOINS = ((";", ";"), (" + ", r"\s\+\s"))


def _parts(document_id: str, head: str, told: re.Match[str]) -> Iterator[Span]:
    """Yield the parts of an enumeration: between semicolons, else between commas and « et »."""
    items = told["items"]
    counted = {number.value for number in find_numbers(fold(head))}
    closed = re.sub(r"\([^()]*\)", lambda inside: "_" * len(inside[0]), items)  # « (à pied, complet) » parts nothing
    shape = next((one for sign, one in _JOINS if sign in closed), r",(?: et\b| puis\b)?|\bet\b|\bpuis\b")
    marks = re.finditer(shape, closed)
    cuts = [0, *(at for mark in marks for at in mark.span()), len(items)]
    parts = [(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=True) if items[start:end].strip()]
    if not any(sign in closed for sign in (";", " + ", ",")) and len(parts) not in counted:
        return
    for start, end in parts:
        part = items[start:end]
        at = told.start("items") + start + len(part) - len(part.lstrip())
        length = len(part.strip().rstrip(".;*_"))
        if length:
            yield Span(document_id, at, at + length)


#: A short turn of speech on its line: « Paul Roy : Payer les gardiens. »; fewest of them that answer one question.
_REPLY = regex(r"[A-ZÀ-Ý][\w.’'-]*(?: [\w.’'-]+){0,4} ?: ?(?P<words>[^\n]{3,110})")
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


def of_headings(library: Library, document_id: str, noun: frozenset[str]) -> Group | None:
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
