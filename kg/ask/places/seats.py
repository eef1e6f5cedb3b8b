"""Where a body has its seat or its offices: the place told after such a word, or the address, beside its name."""

import re
from collections.abc import Iterator
from itertools import islice

from index import fold
from kg.ask.language.moments import Slice, moments
from kg.ask.library import Library
from kg.ask.places.typed import towns_in
from kg.ask.question.query import Query
from kg.ask.question.sought import Sought
from kg.ask.search.things import Sentence
from kg.regex import regex
from kg.types import Entity

_PLACED = r"(?:basee?s?|implantee?s?|installee?s?|domicilie\w*|situee?s?)"
ASKED = regex(
    r"\b(?:sieges?|secretariat|bureaux|locaux|adresse(?! mail| electron| internet| web)|quartier general"
    rf"|(?:est|sont|etait|etaient)(?:-(?:il|elle|ils|elles))? {_PLACED}|{_PLACED} (?:ou|dans quel\w*|a quel\w*)"
    r"|se (?:trouv|situ)\w+)\b"
)
_TELLS = regex(
    r"\b(?:(?:son|leur|le|au|du|de son|notre) siege(?: social)?|siege(?: social)?(?= (?:a|est|etait|se|:))"
    r"|secretariat(?= (?:a|est|etait|:|se))|ses (?:bureaux|locaux)|(?:bureaux|locaux)(?= (?:a|sont|de l|du|des))"
    rf"|{_PLACED} (?=a|au|en|dans)|a emmenage|siege (?=a|au|en)|siege ?:|adresse ?:)"
)
_ADDRESS = regex(
    r"\b\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|av\.|place|bd|boulevard|quai|chemin|impasse|allée|route|cours|square"
    r"|passage|ruelle|faubourg)\b[^;.\n|\t()–—]{3,80}",
    re.IGNORECASE,
)
#: What it is worth that the sentence names the body, that one beside it or the title does; how far a place is told.
NAMED, BESIDE, FAR = 1.0, 0.8, 60
#: How many passages that name a body are read, and how many sentences before may name it.
MOST, AHEAD = 100, 6


def seat(
    query: Query, library: Library, asked: Sought, bodies: tuple[Entity, ...]
) -> tuple[Sentence, Slice, Entity | None] | None:
    """Return the sentence that tells where one of some bodies has its seat, and the town or the address in it."""
    best: tuple[float, Sentence, Slice, Entity | None] | None = None
    names = {fold(name) for body in bodies for name in (body.label, *body.aliases) if len(name) > 1}
    for passage in islice(library.passages_naming(*bodies), MOST):
        sentences = library.sentences(passage)
        for at, sentence in enumerate(sentences):
            near = " ".join([*passage.headings[-1:], *(one.words for one in sentences[max(0, at - AHEAD) : at])])
            worth = NAMED if _names(sentence.words, names) else BESIDE if _names(near, names) else 0.0
            for place in _places(query, library, asked, sentence, named=worth == NAMED) if worth else ():
                if best is None or worth > best[0]:
                    best = (worth, sentence, *place)
    return best[1:] if best else None


def _names(words: str, names: set[str]) -> bool:
    plain = fold(words)
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain) for name in names)


def _places(
    query: Query, library: Library, asked: Sought, sentence: Sentence, *, named: bool
) -> Iterator[tuple[Slice, Entity | None]]:
    """Yield the places that a sentence gives after a word for a seat, or after the number of a street."""
    words = sentence.words
    town = asked if asked.word == "pays" else Sought("ville")
    towns = sorted(towns_in(query, library, town, sentence, listed=True), key=lambda pair: pair[0])
    told = _TELLS.search(fold(words))
    addresses = list(_ADDRESS.finditer(words)) if told or (named and not moments(words)) else []
    if asked.word == "adresse":
        yield from ((address.span(), None) for address in addresses)
    if told and told.end() <= len(words):
        yield from ((one, town) for one, town in towns if 0 <= one[0] - told.end() <= FAR)
    for address in addresses:
        yield from ((one, town) for one, town in towns if address.start() < one[0] < address.end() + 10)
