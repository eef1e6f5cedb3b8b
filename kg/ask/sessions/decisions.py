"""What a meeting decided: each point of its agenda with the sentence that tells its vote or its outcome."""

from itertools import pairwise

from corpus import Span
from index import fold
from kg.ask.answers.context import around_event, unique
from kg.ask.answers.proofs import cited
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.search.things import Sentence
from kg.ask.sessions.agenda import ON_SUBJECT, agenda_of, is_meeting
from kg.ask.sessions.asked import named_event
from kg.ask.verdicts.decided import decides
from kg.lookup import event_chain
from kg.regex import regex
from kg.types import Answer, Row

_ASKED = regex(
    r"^(?:(?:les |liste des |(?:toutes )?les |quel(?:le)?s? (?:(?:sont|etaient|ont ete|est) )?(?:les |la )?)"
    r"(?:decisions?|deliberations? (?:vote|adopt|pris)\w*)\b"
    r"|(?:qu'(?:a-t-on|est-ce qu[e'] ?\w* ?(?:le conseil|on)? ?a|ont-ils|a)|que?) (?:\w+ ){0,3}?"
    r"(?:vote|decide|adopte)\b)"
)
#: The point under which nothing is put to the vote.
_SUNDRY = regex(r"\bdivers(?:es)?\b|^informations?\b")
#: Fewest points with an outcome, and how many are told; how many characters of an outcome.
LEAST, MOST, LONG = 2, 15, 110


def answer_decisions(query: Query, library: Library, kind: str) -> Answer | None:
    """Answer what a meeting of a body decided; nothing for other questions, or when its minutes tell no outcome."""
    if not _ASKED.match(query.folded) or ON_SUBJECT.search(query.folded):
        return None
    event = named_event(query, library)
    if event is None or not is_meeting(event_chain(library.knowledge, event.mention)[-1].label):
        return None
    told = _made(query, library, event.provenance.span.document_id)[:MOST]
    if len(told) < LEAST:
        return None
    rows = tuple(
        Row("", french.shortened(title, 160), "item", 1.0, None, (cited(library, sentence.span),))
        for title, sentence in told
    )
    each = (f"{title} (« {french.shortened(one.words, LONG)} »)" for title, one in told)
    text = french.told(f"{french.count(len(rows), 'décision')} : {' ; '.join(each)}")
    facts = around_event(library, None, event_chain(library.knowledge, event.mention))
    return Answer(query.text, kind, text, rows, unique(facts))


def _made(query: Query, library: Library, document_id: str) -> list[tuple[str, Sentence]]:
    """Return the points that have an outcome, each with the last sentence that tells it."""
    points = agenda_of(library, document_id)
    end = len(library.knowledge.documents[document_id].text)
    ends = Span(document_id, end, end)
    sentences = [
        one
        for passage in library.knowledge.extraction_of[document_id].passages
        for one in library.sentences(passage)
        if decides(query, one)
    ]
    found = []
    for (title, at), (_, following) in pairwise([*points, ("", ends)]):
        inside = [one for one in sentences if at.end <= one.span.start < following.start]
        found += [(title, inside[-1])] if inside and not _SUNDRY.search(fold(title)) else []
    return found
