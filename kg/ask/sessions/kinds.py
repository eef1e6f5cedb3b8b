"""The meeting of the very kind that a question says, where its subject alone led to another one's report."""

import math

from index import fold, tokens, vocabulary
from kg.ask.answers.proofs import coverage
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.question.scope import events_with
from kg.ask.search.phrases import documents_holding
from kg.ask.times.asked import ASKING, HELD
from kg.regex import regex
from kg.types import Event

_KIND = regex(
    r"\b(?P<kind>seminaire|colloque|forum|atelier|conseil|assemblee|mission|congres|festival|biennale|comite|webinaire"
    r"|visite|balade|stage|concours|fete|salon|table ronde|conference|entretien)s?\b"
)
#: Least share of the subject that a report of the kind must say, what its opening weighs beside the rest of it, and
#: how many characters that is.
SAID, REST, FIRST = 0.6, 0.75, 600


def of_kind(query: Query, library: Library, event: Event | None) -> Event | None:
    """Return the event of the kind that a question says whose report is of its subject; nothing for the one found."""
    kind = _KIND.search(query.folded)
    if kind is None or (event and (event.kind == "session" or kind["kind"][:7] in _called(library, event))):
        return None
    terms = query.without(HELD | ASKING | frozenset(tokens(kind["kind"]))).terms
    everything = frozenset(stem for term in terms for stems, _ in term.alternatives for stem in stems)
    holding = {stem: documents_holding(library, [stem]) for stem in everything} if terms else {}
    best: tuple[float, Event] | None = None
    for one in events_with(tokens(kind["kind"]), library.register, each=True) if terms else ():
        if one.kind == "event" and kind["kind"][:7] in fold(one.label):
            document = library.knowledge.documents[one.provenance.span.document_id]
            first = vocabulary(f"{document.title} {one.label} {document.source} {document.text[:FIRST]}")
            least = max(SAID, math.nextafter(best[0], 2)) if best else SAID
            rest = frozenset(stem for stem in everything if document.id in holding[stem])
            said = coverage(terms, first, ((rest, REST),))
            best = (said, one) if said >= least else best
    return best[1] if best else None


def _called(library: Library, event: Event) -> str:
    """Return what an event and its report are called, folded."""
    document = library.knowledge.documents[event.provenance.span.document_id]
    return fold(f"{event.label} {document.title}")
