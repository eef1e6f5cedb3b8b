"""One session told by several reports: the programme has its hour and room, the proceedings what was said there."""

from collections.abc import Callable
from functools import lru_cache

from index import fold, tokens
from kg.ask.language.session_numbers import number_of
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.scope import events_with
from kg.lookup import event_chain
from kg.regex import regex
from kg.types import Event

#: What leads to the title of a session: « SESSION 2 (table ronde) : », « Atelier 3 – ».
_LEADS = regex(
    r"^(?:(?:premiere?|deuxieme|seconde|troisieme|quatrieme|derniere?)\s+)?(?:sessions?|seances?|ateliers?"
    r"|tables?(?: rondes?)?"
    r"|sequences?|conferences?|groupes?|plenieres?)\b[\s\w°]{0,6}(?:\([^)]*\))?\s*[.:–—-]*\s*"
)
#: From how many words on a title tells a session by itself, and the share of two titles that must be the same.
WORDS, ALIKE = 2, 0.7


def title_words(label: str) -> frozenset[str]:
    """Return the stems of the title of a session, without what leads to it, its number among this."""
    words = frozenset(tokens(_LEADS.sub("", fold(label))))
    return words - _kinds() or words


@lru_cache(maxsize=1)
def _kinds() -> frozenset[str]:
    return stems_of(
        "session séance atelier table ronde tables rondes séquence conférence groupe plénière débat".split()
    )


def fuller(library: Library, session: Event, tells: Callable[[Event], bool]) -> Event:
    """Return a session as the report has it that tells what is wanted; the session itself when none does."""
    if session.kind != "session" or tells(session):
        return session
    return next((one for one in twins(library, session) if tells(one)), session)


def twins(library: Library, session: Event) -> list[Event]:
    """Return the tellings of a session by other reports: of the same title, at an event that may be the same."""
    own = title_words(session.label)
    number = number_of(fold(session.label))
    found = []
    for one in events_with(own, library.register):
        other = title_words(one.label)
        apart = one.provenance.span.document_id != session.provenance.span.document_id
        numbered = number is not None and number == number_of(fold(one.label))
        if one.kind != "session" or not apart or not (len(own) >= WORDS or numbered):
            continue
        if len(own & other) >= ALIKE * len(own | other) and _may_be_one(library, session, one):
            found.append(one)
    return found


def _may_be_one(library: Library, session: Event, other: Event) -> bool:
    """Tell sessions whose events are not told to be of other years."""
    years = [
        {step.start[:4] for step in event_chain(library.knowledge, one.mention) if step.start}
        for one in (session, other)
    ]
    return not (years[0] and years[1]) or bool(years[0] & years[1])
