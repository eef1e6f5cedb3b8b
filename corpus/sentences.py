"""Sentences of a slice of text, by French punctuation; offsets stay those of the document."""

import re
from collections.abc import Iterator

#: « Comité des fêtes ........ 1 200 € »: the dots of a line lead to its last cell, which ends it.
_LEADER = r"(?:[.…][ \t]?){4,}[^\s.…][^\n.…]{0,40}(?=\n|$)"
_END = re.compile(rf"(?P<leader>{_LEADER})|[.!?…]+[»”\"’')\]\s]*(?=\s|$)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|Me|St|Ste|art|al|cf|ex|etc|env|fig|min|max|n|no|p|pp|vol|chap|éd|ed|av|bd|tél|tel"
    r"|[A-Z])|\b[A-Z]\.[A-Z]|\d)$"
)
_NEXT = re.compile(r"\s*[«“\"(\[–—-]*\s*[A-ZÀÂÉÈÊËÎÏÔÛÙÇŒ0-9]")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield `(start, end)` of each sentence of `text[start:end]`, trimmed of white space."""
    at = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and not match["leader"] and not _breaks(text, match, end):
            continue
        yield from _trimmed(text, at, match.end())
        at = match.end()
    yield from _trimmed(text, at, end)


def _breaks(text: str, match: re.Match[str], end: int) -> bool:
    if not _NEXT.match(text, match.end(), end):
        return False
    before = text[max(0, match.start() - 12) : match.start()]
    is_abbreviation = match[0].startswith(".") and match[0].strip() == "." and _ABBREVIATION.search(before)
    return not is_abbreviation or (before.endswith("etc") or before[-1:].isdigit())


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
