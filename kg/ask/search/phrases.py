"""Where a phrase stands: the documents in which it may, by the indexes alone, and its places in their texts."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from corpus import Span
from index import tokens
from kg.phrases import find_phrase

if TYPE_CHECKING:
    from kg.ask.search.things import Things

#: How many words of a phrase are looked up, the rarest.
RAREST = 4


def documents_holding(things: "Things", stems: Iterable[str]) -> set[str]:
    """Return the documents that hold all of some stems, one at least, anywhere in their passages."""
    lexical, stored = things.base.lexical, things.base.stems
    return set.intersection(*(set(stored.documents(lexical.rows(stem))) for stem in stems))


def documents_with(things: "Things", words: str) -> list[str]:
    """Return the documents that hold the rarest words of a phrase, in order; all when no text holds any."""
    found = _rarest(things, words)
    return sorted(documents_holding(things, found) if found else things.knowledge.extraction_of)


def documents_saying(things: "Things", words: str) -> list[str]:
    """Return the documents that hold the rarest words of a phrase near one another, in order; all when none is held.

    A phrase goes over as many passages as it has words at most, and those of a document are numbered in a row.
    """
    import numpy as np

    found = _rarest(things, words)
    if len(found) < 2:
        return things.documents_with(words)
    first, *others = map(things.base.lexical.rows, found)
    reach = len(words.split())
    for rows in others:
        first = first[np.searchsorted(rows, first - reach) < np.searchsorted(rows, first + reach, side="right")]
    return sorted(things.base.stems.documents(first))


def places_of(things: "Things", words: str) -> list[Span]:
    """Return the places where a phrase stands, in the order of documents."""
    return places_in(things, words, things.once(documents_saying, words))


def places_in(things: "Things", words: str, documents: Iterable[str]) -> list[Span]:
    """Return the places where a phrase stands in some documents; the case, accents and layout are free."""
    return [
        Span(document_id, start, end)
        for document_id in documents
        for start, end in find_phrase(words, things.knowledge.documents[document_id].text)
    ]


def _rarest(things: "Things", words: str) -> list[str]:
    """Return the rarest stems of some words, the rarest first; a word that no text holds may be cut in half."""
    frequency = things.base.lexical.document_frequency
    return sorted(filter(frequency, dict.fromkeys(tokens(words))), key=frequency)[:RAREST]
