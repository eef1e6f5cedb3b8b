"""What a report tells under a short title, paragraph by paragraph, and what a sentence says that things are."""

import re
from collections.abc import Iterator
from itertools import groupby

from corpus import Document, Passage, Span
from index import fold, tokens
from kg.ask.language.coordination import coordinated
from kg.ask.language.numbers import find_numbers
from kg.ask.library import Library
from kg.ask.lists.columns import Listed
from kg.regex import regex

#: The marks of items, with those that recognition and quoting leave.
MARK = regex(r"(?:^|\n)[ \t]*(?:(?:[-–•*>»·→✓✔]|[=-]>|[a-h]\)) |\d{1,2}[.)] )")
#: A title in capitals that nothing parts from the list under it: « 5. QUESTIONS DIVERSES ».
OWN_TITLE = regex(r"\s*(?:\d{1,2}\s*[.)/]\s*)?(?P<title>[A-ZÀ-Ý][A-ZÀ-Ý '’-]{5,60})[ \t:]*\n\s*(?=\S)")
_PARAGRAPH = regex(r"(?:[^\n]|\n(?!\s*\n))*\S(?:[^\n]|\n(?!\s*\n))*")
#: « les publics visés sont les élus, les agents et les voisins »
_LINK = (
    r",?\s(?:sont|étaient|furent|seront|que\ssont|à\ssavoir|notamment|tel(?:le)?s\sque|comme|dont"
    r"|parmi\slesquel(?:le)?s|par\sexemple|entre\sautres|c['’]est-à-dire|y\scompris)\s"
    r"(?P<items>(?:[^:;.!?\n«»]|\n(?![\n-])){8,400}?,(?:[^:;.!?\n«»]|\n(?![\n-])){2,400}?\s(?:et|ou)\s"
    r"(?:[^:;.!?\n«»,]|\n(?![\n-])){3,120})[.;!?](?:\s|$)"
)
#: What follows the head, which is tried first: few passages have it, and the head begins anywhere.
_LINKED = regex(_LINK)
_ARE = regex(rf"(?P<head>(?:[^:.;,!?\n]|\n(?!\n)){{6,120}}){_LINK}")
#: « d'autres acteurs (associations, fondations, caisses d'épargne…) »
_ITEMS = r"\((?P<items>[^()\d:«»]{3,80}?(?:,\s[^()\d:«»]{3,80}?){1,12})\)"
_IN_BRACKETS = regex(_ITEMS)
_BRACKETED = regex(rf"(?P<head>(?:[^:.;!?\n()]|\n(?!\n)){{4,160}}){_ITEMS}")
_LISTED = regex(r"(?:(?!,\s|\set\s)[^()])+")
_APART = regex(r"(?:(?!,\s|\set\s|\sou\s)[^()]|\([^()]*\))+")
#: Longest title that heads paragraphs, in words.
TITLE = 6


def under_titles(library: Library, document_id: str) -> Iterator[Listed]:
    """Yield what stands under each short title: the items, else the paragraphs that nobody says; with the titles."""
    passages = library.knowledge.extraction_of[document_id].passages
    whole = next((passage.headings[:1] for passage in passages if passage.headings), ())  # the title of the report
    for path, inside in groupby(passages, key=lambda passage: passage.headings):
        if path and path != whole and len(tokens(path[-1])) <= TITLE:
            items = _items(library, list(inside))
            if len(items) >= 2:
                yield tuple(items), path[-1], path


def _items(library: Library, passages: list[Passage]) -> list[Span]:
    document = library.knowledge.documents[passages[0].span.document_id]
    texts = [(passage, document.quote(passage.span)) for passage in passages]
    texts = [one for one in texts if not OWN_TITLE.match(one[1])]
    if not texts:
        return []
    marked = [_span(passage, text, *cut) for passage, text in texts for cut in _marked(text)]
    if len(marked) >= 2:
        return marked
    plain = [
        _span(passage, text, *match.span())
        for passage, text in texts
        for match in _PARAGRAPH.finditer(text)
        if not match[0].lstrip("*_ ").startswith("«") and "\t" not in match[0]
    ]
    return plain if len(plain) != 1 else [sentence.span for sentence in library.sentences(texts[0][0])]


def _marked(text: str) -> list[tuple[int, int]]:
    """Return where the items of a text stand, each after its mark."""
    marks = list(MARK.finditer(text))
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return [(mark.end(), end) for mark, end in zip(marks, ends[: len(marks)], strict=True)]


def _span(passage: Passage, text: str, start: int, end: int) -> Span:
    start += len(text[start:end]) - len(text[start:end].lstrip())
    at = passage.span.start + start
    return Span(passage.span.document_id, at, at + len(text[start:end].rstrip()))


def said_to_be(library: Library, passage: Passage) -> Iterator[Listed]:
    """Yield the things that a sentence says that others are: « les publics sont les élus, les agents et … »."""
    text = library.knowledge.quote(passage.span)
    if "\t" in text:
        return
    for told in _ARE.finditer(text) if _LINKED.search(text) else ():
        items = _things(passage, text, told, _APART)
        if len(items) >= 2:
            yield items, told["head"], passage.headings
    for told in _BRACKETED.finditer(text) if _IN_BRACKETS.search(text) else ():
        items = _things(passage, text, told, _LISTED)
        counted = {number.value for number in find_numbers(fold(told["head"]))}
        if len(items) > 2 or len(items) in counted:
            yield items, told["head"], passage.headings


def _things(passage: Passage, text: str, told: re.Match[str], apart: re.Pattern[str]) -> tuple[Span, ...]:
    first = told.start("items")
    parts = [part.span() for part in apart.finditer(told["items"])]
    cut = [(first + start + _joined(told["items"][start:end]), first + end) for start, end in parts]
    return tuple(_span(passage, text, *one) for one in cut if len(text[slice(*one)].strip()) > 2)


def enumerated(document: Document, sentence: Span) -> list[Span]:
    """Return the parts of the longest run that a sentence joins by commas and « et »; else nothing."""
    run = max(coordinated(document.quote(sentence)), key=len, default=[])
    return [Span(document.id, sentence.start + start, sentence.start + end) for start, end in run]


def _joined(part: str) -> int:
    """Return how long what joins a part to the one before is."""
    found = re.match(r",?\s*(?:(?:et|ou)\s)?", part)
    return found.end() if found else 0
