"""What a report tells one after the other: « Un premier temps… Un deuxième temps… La dernière partie… »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus import Span
from index import fold_evenly
from kg.ask.library import Library
from kg.ask.lists.columns import Listed
from kg.regex import regex

#: Where a clause begins, and the small words before a rank.
_OPENS = r"(?:^|(?<=\n)|(?<=[.:;!?«»] )|(?<=[.:;!?«»]\n)|(?<=- ))[^\w\n]{0,4}"
_SMALL = (
    r"(?:(?:et|puis|mais|c'est|ce fut|dans|lors d[eu]|pour) )?(?:l[ea] |l'|les |une? |des |d'une? |en )?"
    r"(?:toute? )?"
)
_RANKS = (
    r"premiere?s?|premierement|1ere?|d'abord|primo",
    r"deuxiemes?|secondes?|secondement|deuxiemement|2e|2eme|ensuite|puis|secundo",
    r"troisiemes?|troisiemement|3e|3eme|tertio",
    r"quatriemes?|quatriemement|4e|4eme",
    r"cinquiemes?|5e|5eme",
    r"sixiemes?|6e|6eme",
)
_LAST = r"derniere?s?|enfin|finalement"
_RANKED = regex(
    rf"{_OPENS}(?P<start>){_SMALL}(?:"
    + "|".join(f"(?P<r{number}>{words})" for number, words in enumerate((*_RANKS, _LAST)))
    + r")\b"
)
#: The rank with its noun, up to the mark that ends them: « La deuxième règle : ».
_LABEL = regex(r"[^\w\n]*(?:[\w'’]+ ){0,4}[\w'’]+[*_]{0,2} ?(?::|,(?= c'est))[*_]{0,2}\s+(?:c'est (?:que |de )?)?")
#: Where what is ranked ends.
_ENDS = regex(r"[.!?…](?=[\s»*_]|$)|\n\s*\n|\n(?=\s*(?:[-–•*>#]|\d+[.)]) ?)|;|:(?=\s*\n)")
#: How many characters may stand between two that follow each other, how long one is, and what announces the first;
#: how many marks alone may stand there.
APART, LONGEST, BEFORE, MARKS = 900, 260, 160, 4


@dataclass(frozen=True, slots=True)
class _Ranked:
    start: int
    rank: int


def in_order(library: Library, document_id: str) -> Iterator[Listed]:
    """Yield what a report ranks, each without its rank where a mark parts them, with what stands before the first."""
    text = library.knowledge.documents[document_id].text
    found = [_Ranked(match.end("start"), _rank(match)) for match in _RANKED.finditer(fold_evenly(text))]
    for at, one in enumerate(found):
        run = _from(found[at:]) if one.rank == 0 else []
        if len(run) >= 2:
            items = tuple(_item(document_id, text, place.start) for place in run)
            passage = library.passage_at(items[0])
            head = text[max(0, one.start - BEFORE) : one.start]
            head = re.split(r"\n\s*\n", head)[-1]
            titles = passage.headings if passage else ()
            head = head if len(head.strip()) > MARKS else " ".join(titles[-1:])
            yield items, f"{head} {text[one.start : items[0].start]}", titles


def _rank(match: re.Match[str]) -> int:
    return next(number for number in range(len(_RANKS) + 1) if match[f"r{number}"])


def _from(ranked: list[_Ranked]) -> list[_Ranked]:
    """Return what follows a first one, each in its rank, the last one among them."""
    run = ranked[:1]
    for one in ranked[1:]:
        if one.start - run[-1].start > APART or one.rank == 0:
            break
        is_last = one.rank == len(_RANKS)
        if one.rank == len(run) or (is_last and len(run) > 1):
            run.append(one)
        if is_last:
            break
    return run


def _item(document_id: str, text: str, start: int) -> Span:
    label = _LABEL.match(text, start, start + 60)
    start = label.end() if label else start
    ends = _ENDS.search(text, start, start + LONGEST)
    end = ends.start() if ends else min(len(text), start + LONGEST)
    return Span(document_id, start, max(start + 1, len(text[:end].rstrip())))
