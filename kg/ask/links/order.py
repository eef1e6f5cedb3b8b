"""Whether one thing came before or after another: the dates of both, from events or from sentences."""

import re

from index import fold
from kg.ask.answers.proofs import cited, prove
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.query import YEAR, Query
from kg.ask.question.scope import events_like
from kg.ask.search.naming_events import MONTHS
from kg.lookup import date_of_document, when
from kg.regex import regex
from kg.types import Answer, Evidence, Row

KIND = "comparison"
_ORDER = regex(
    r"^(?:est-ce qu(?:e\s+|['’]))?(?P<first>.+?)\s*,?\s+"
    r"(?P<order>avant ou (?:bien )?après|après ou (?:bien )?avant|avant|après)\s+"
    r"(?P<second>.+?)\s*\??$",
    re.IGNORECASE,
)
_ASKED = regex(r"^est-ce qu|-(?:t-)?(?:ils?|elles?)\b|\bavant ou (?:bien )?apres\b|\bapres ou (?:bien )?avant\b")
_OTHER = regex(r"^(?:qui|que|quand|ou|comment|combien|pourquoi|quels?|quelles?|lequel|laquelle)\b")
_HELD = regex(
    r"\b(?:a|ont|avait|était|étaient|est|sont|s['’]est|se sont|s['’]était|s['’]étaient)-(?:t-)?(?:ils?|elles?)"
    r"(?:\s+(?:eu lieu|été|tenue?s?|passée?s?|déroulée?s?|venue?s?))*",
    re.IGNORECASE,
)
_INVERTED = regex(r"-(?:t-)?(?:ils?|elles?|on)\b", re.IGNORECASE)
_DATE = regex(rf"(?:(?P<day>\d{{1,2}})(?:er)? )?(?P<month>{'|'.join(MONTHS)}) (?P<year>(?:19|20)\d{{2}})")
#: How like an event words must be to name it, and least share of them that a sentence must say with what is around it;
#: how near the best of them one must be that holds a date.
LIKE, SAYS, CLOSE = 0.75, 0.3, 0.8


def before_or_after(query: Query, library: Library) -> Answer | None:
    """Answer « avant ou après », « avant »; nothing for other questions or when one of the dates is not told."""
    match = _ORDER.match(query.text)
    if match is None or not _ASKED.search(query.folded) or _OTHER.match(query.folded):
        return None
    sides = [_HELD.sub(" ", match[side]).strip() for side in ("first", "second")]
    if any(_INVERTED.search(side) for side in sides):
        return None  # whether something is done, not when
    dates = [dated(side, library) for side in sides]
    if dates[0] is None or dates[1] is None:
        return None
    (first, one), (second, other) = dates[0], dates[1]
    shared = min(len(first), len(second))
    if first[:shared] == second[:shared]:
        return None
    order = "avant" if first < second else "après"
    asked = fold(match["order"])
    verdict = order if " ou " in asked else "oui" if asked == fold(order) else "non"
    told = f"{sides[0]}, {french.period(first, None)} ; {sides[1]}, {french.period(second, None)}"
    rows = (
        Row("", verdict, "yes-no" if verdict in ("oui", "non") else "order", 1.0, verdict, (one, other)),
        Row("", sides[0], "fact", 1.0, first.split("T")[0], (one,)),
        Row("", sides[1], "fact", 1.0, second.split("T")[0], (other,)),
    )
    return Answer(query.text, KIND, french.told(f"{verdict.capitalize()} : {told}"), rows)


def dated(words: str, library: Library) -> tuple[str, Evidence] | None:
    """Return the date of what some words tell, with its proof: of the event that they name, else of the sentence."""
    event = next(iter(events_like(words, library.register, library.weight, least=LIKE)), None)
    start = when(library.knowledge, event)[0] if event else None
    if event and start:
        return start, library.evidence(event.provenance.span, 1.0)
    proofs = sorted(prove(library.understand(words), library)[:8], key=lambda proof: -proof.coverage)
    near = [proof for proof in proofs if proof.coverage >= max(SAYS, CLOSE * proofs[0].coverage)]
    for proof in near:
        told = _DATE.search(proof.sentence.folded)
        year = YEAR.search(proof.sentence.words)
        if told or year:
            date = _iso(told) if told else year[0] if year else ""
            return date, cited(library, proof.sentence.span)
    for proof in near[:1]:
        date = date_of_document(library.knowledge, proof.sentence.span.document_id) or ""
        return (date, cited(library, proof.sentence.span)) if date else None
    return None


def _iso(told: re.Match[str]) -> str:
    month = f"{told['year']}-{MONTHS.index(told['month']) + 1:02d}"
    return f"{month}-{int(told['day']):02d}" if told["day"] else month
