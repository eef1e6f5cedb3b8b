"""In which country a body or a place is told to be: beside its name, in its row, or by an adjective around it."""

import re
from functools import lru_cache

from corpus import Span
from index import fold
from kg.ask.library import Library
from kg.lexicon.places import COUNTRIES, DEMONYMS
from kg.types import Entity

#: Shortest name that is looked for beside its known places; in how many of its known places, and of the documents that
#: may write it, its country is looked for: a name that hundreds of reports give has its country beside it in the first.
LONG, MENTIONS, DOCUMENTS = 3, 100, 25


@lru_cache(maxsize=4096)
def nation(word: str) -> frozenset[str]:
    """Return the names of the country that a folded adjective or name of people tells, in any gender and number."""
    bare = word.removesuffix("s")
    forms = (word, bare, bare.removesuffix("e"), re.sub(r"nne$", "n", bare), re.sub(r"(?:cque|que)$", "c", bare))
    told = next((form for form in forms if form in DEMONYMS), None)
    also = (name for name in COUNTRIES.values() if told in fold(name).split())
    return frozenset([DEMONYMS[told], *also]) if told else frozenset()


def country_of(library: Library, entity: Entity) -> frozenset[str]:
    """Return the countries that are written just after a name, in brackets or in the next cells of its row."""
    return library.once(_country_of, entity.id)


def _country_of(library: Library, entity_id: str) -> frozenset[str]:
    entity = library.knowledge.by_id[entity_id]
    spans = [library.knowledge.mentions[at].span for at in entity.mentions[:MENTIONS]]
    holding = library.documents_with(entity.label)[:DOCUMENTS] if len(entity.label) > LONG else []
    spans += [span for document_id in holding for span in library.find_phrase(entity.label, only=document_id)]
    return frozenset[str]().union(*(countries_beside(library, span) for span in spans))


def countries_beside(library: Library, span: Span) -> frozenset[str]:
    """Return the country in brackets or after a comma that follows a name, or that its table row holds."""
    text = library.knowledge.documents[span.document_id].text
    line = library.line_at(span)
    after = text[span.end : line.end]
    if "|" in text[line.start : line.end] or "\t" in text[line.start : line.end]:
        cells = re.split(r"[|\t]", after)
    else:
        near = re.match(r"(?:[\w\s'’-]{0,25}[(,]|,? (?:en|au|aux))\s*(?P<country>[A-ZÀ-Ý][^),;.\n]*)", after)
        cells = [near["country"]] if near else []
    keys = (fold(cell.strip()).replace("-", " ") for cell in cells)
    return frozenset(COUNTRIES[key] for key in keys if key in COUNTRIES)


def in_country(asked: frozenset[str], countries: frozenset[str], said: str, *, abroad: bool) -> float:
    """Return what being known in some countries is worth, for what is sought in one or abroad.

    Where no country is told beside the name, the folded words around it may say it.
    """
    if asked:
        names = frozenset(map(fold, asked))
        near = any(word in names or asked & nation(word) for word in said.split())
        return 1.4 if asked & countries else 0.1 if countries else 0.9 if near else 0.15
    if abroad:
        return 0.3 if countries == {"France"} else 1.4 if countries else 0.9
    return 1.0
