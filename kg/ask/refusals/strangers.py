"""Proper names that a question writes and that no document does: nothing is said of them."""

import re

from index import fold, tokens
from kg.ask.language.same import ROOT, akin
from kg.ask.library import Library
from kg.ask.question.query import Query

#: How like a known word a name must be (0..100) to be that word, misspelt.
LIKE = 80
#: How surely another way to say a word must say the same.
SAME = 0.8
#: Acronyms of everyday French, which name nobody.
_COMMON = frozenset(
    "sms texto gps pdf usb dvd tgv ter hlm pmr rtt cdi cdd pme tpe tva ong dsi drh pib adn vtt vae irm ehpad smic rsa "
    "csg qr wifi internet covid iso faq url led tnt ve bd sos ado rdv jo".split()
)


def stranger(query: Query, library: Library) -> str:
    """Tell a proper name that no document writes: nothing is said of it."""
    named = [named.place for named in query.named]
    for match in re.finditer(r"(?<=[\w,] )(?:[dlDL]['’])?(?P<name>[A-ZÀ-ÝŒ][\w-]{2,})", query.text):
        start, end = match.span("name")
        if fold(match["name"]) in _COMMON:
            continue
        inside = any(begin < end and start < stop for begin, stop in named) or _quoted(query, start)
        if not inside and not _written(library, match["name"], query):
            return f"aucun document n'écrit ce nom ({match['name']})"
    return ""


def _quoted(query: Query, start: int) -> bool:
    return query.quoted is not None and start >= query.text.find(query.quoted)


def _written(library: Library, name: str, query: Query) -> bool:
    """Tell whether the corpus writes a name, a word of its family or one very like it, or knows what it stands for."""
    from rapidfuzz.fuzz import ratio

    stems = [stem for stem in tokens(name) if stem]
    if not stems or any(library.knows(stem) or akin_known(library, stem) for stem in stems):
        return True
    term = next((one for one in query.terms if name in one.words), None)
    if term is not None and any(worth >= SAME and _known(library, ways) for ways, worth in term.alternatives[1:]):
        return True
    return any(ratio(stems[0], other) >= LIKE for other in library.begun(stems[0][:1]))


def _known(library: Library, ways: frozenset[str]) -> bool:
    return bool(ways) and all(map(library.knows, ways))


def akin_known(library: Library, stem: str) -> bool:
    """Tell whether the corpus has a word of the family of a stem: « cartographier », « cartographie »."""
    return any(akin(stem, other) for other in library.begun(stem[:ROOT]))
