"""The lists that the page tells apart: in columns, by letters and ranks, by keys and scores, by short lines."""

import re
from collections.abc import Iterator

from corpus import Span
from kg.ask.library import Library
from kg.ask.lists.columns import Listed, in_columns
from kg.regex import regex

#: Short lines without any mark that a line with a colon announces, up to a blank line; the short line above this.
_BLOCK = regex(
    r"(?m)(?:^(?P<above>[^\n]{3,60})\n)?^(?P<head>[^\n]{4,100}:)[ \t]*\n"
    r"(?P<items>(?:[ \t]*[^\s–•*>#«-](?:[^\n]{0,58}[^\n.,:;])\n){2,}"
    r"(?:[ \t]*[^\s–•*>#«-][^\n]{0,58}[^\n.,:;])?)(?=\n|$)"
)
#: The ranks that mark lines, each in its order.
_LADDERS = (
    tuple("I II III IV V VI VII VIII IX X".split()),
    tuple("ABCDEFGH"),
    tuple("abcdefgh"),
    tuple(map(str, range(1, 21))),
)
#: A line that a rank marks: « II. », « b) », « 3/ », « 2° », with the lines that go on with it.
_RANKED = regex(
    r"(?m)^[ \t–•*>-]*\(?(?P<rank>[IVX]{1,4}|[A-H]|[a-h]|\d{1,2})(?:[.)/°]{1,2}|[ ][–—-]|(?=\t))[ \t]+"
    r"(?P<item>\S[^\n]*(?:\n[ \t]*[a-zà-ÿ(][^\n]*(?![^\n])){0,3})"
)
#: Lines of two cells of which the first is a key: a score, the initials of who is to do it.
_KEYED = regex(r"(?m)^[ ]*(?P<key>\d{1,4}|[A-Z]{2,4})(?:\t|[ ]{2,})(?P<item>[^\t\n]+)$")
#: Lines of two cells of which the second is a number, no titles of columns above them: « voyages    31 200 ».
_VALUED = regex(r"(?m)^[ ]*(?P<key>[^\s\d][^\t\n]{2,60})\t(?P<item>[ ]*\d[\d\u00a0\u202f .,]*(?:€|%|euros?|F)?)[ \t]*$")
#: Paragraphs that a short label begins, each on its line: « Les parents. Ils ont eu peur. »
_LED = regex(
    r"(?m)^[*_ ]*(?P<item>(?:L[ea]s? |L['’]|Une? |Des )[\w'’-]+(?: [\w'’-]+){0,3}\.[*_]* (?=[A-ZÀ-Ý«])"
    r"[^\n]+(?:\n(?!\s*\n|[*_ ]*(?:L[ea]s? |L['’]|Une? |Des )[\w'’-]+(?: [\w'’-]+){0,3}\.[*_]* [A-ZÀ-Ý«])[^\n]+)*)"
)
#: Fewest lines that keys mark, how many characters above a list announce it.
KEYS, ABOVE = 3, 200


def laid_out(library: Library, document_id: str) -> Iterator[Listed]:
    """Yield the lists that the page tells apart, each with the line above it and the titles above this."""
    yield from in_columns(library, document_id)
    yield from _indented(library, document_id)
    text = library.knowledge.documents[document_id].text
    keyed_runs = (*_near(list(_KEYED.finditer(text))), *_near(list(_VALUED.finditer(text))))
    runs = [
        *_ladders(text),
        *(run for run in keyed_runs if len(run) >= KEYS and "\t" not in _above(text, run[0].start())),
    ]
    runs += [run for run in _near(list(_LED.finditer(text))) if len(run) > 1]
    for run in runs:
        keyed = "key" in run[0].groupdict()
        items = tuple(Span(document_id, one.start("key" if keyed else "item"), one.end("item")) for one in run)
        passage = library.passage_at(items[0])
        yield items, _above(text, run[0].start()), passage.headings if passage else ()


def is_keyed(text: str) -> bool:
    """Tell lines of which the first has a rank or a key for its first cell: no titles of columns stand above them."""
    return bool(_RANKED.match(text) or _KEYED.match(text) or _VALUED.match(text))


def _near(marked: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Yield the runs of marked lines that nothing parts."""
    run: list[re.Match[str]] = []
    for one in marked:
        if run and one.string[run[-1].end() : one.start()].strip(" \t") not in ("\n", ""):
            yield run
            run = []
        run.append(one)
    yield run


def _ladders(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the runs of lines of which the marks follow each other: « I. », « II. », « III. »."""
    for run in _near(list(_RANKED.finditer(text))):
        ranks = [one["rank"] for one in run]
        for ladder in _LADDERS:
            if len(run) > 1 and ranks == list(ladder[: len(run)]):
                yield run
                break


def _above(text: str, start: int) -> str:
    """Return the last line above a place of a text; a blank line may part them."""
    return text[max(0, start - ABOVE) : start].rstrip().rpartition("\n")[2]


def _indented(library: Library, document_id: str) -> Iterator[Listed]:
    """Yield the short lines that stand under a line that announces them, with this and the short line above."""
    text = library.knowledge.documents[document_id].text
    for block in _BLOCK.finditer(text):
        lines = re.finditer(r"[^\s][^\n]*", block["items"])
        at = block.start("items")
        items = tuple(
            Span(document_id, at + line.start(), at + len(block["items"][: line.end()].rstrip())) for line in lines
        )
        passage = library.passage_at(items[0])
        yield items, f"{block['above'] or ''} {block['head']}", passage.headings if passage else ()
