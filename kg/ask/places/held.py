"""In which town an event is held, when a question asks no more: by the place that its reports tell of it."""

from index import fold, tokens, vocabulary
from kg.ask.library import Library
from kg.ask.question.kinds import VERY_LIKE, fit
from kg.ask.question.query import Query
from kg.ask.question.sought import Sought
from kg.ask.sessions.asked import named_event
from kg.ask.times.asked import GATHERINGS, HELD
from kg.lookup import event_chain
from kg.regex import regex
from kg.types import Entity, Event, span_of

_ASKED = regex(
    r"\b(?:se (?:tien|tenai|deroul|pass)\w*|s'(?:est|etait) (?:tenue?|deroulee?|passee?)"
    r"|se sont (?:tenu|deroule|passe)\w*"
    r"|(?:a|ont|avai\w+|aura|auront|eu)(?:-t-\w+)? (?:eu )?lieu)\b"
)
_ANOTHER = regex(r"\b(?:prochain|precedent|dernier|premier|suivant|future?|ancien)\w*")


def town_of_event(query: Query, library: Library, asked: Sought) -> tuple[Event, Entity] | None:
    """Return the event that a question asks the town of, with this town; nothing when it says more of it."""
    if not _ASKED.search(query.folded) or _ANOTHER.search(query.folded):
        return None
    event = named_event(query, library)
    if event is None:
        return None
    chain = event_chain(library.knowledge, event.mention)
    told = " ".join(f"{step.label} {step.place or ''} {step.start or ''}" for step in chain)
    rest = query.without(HELD | GATHERINGS | frozenset(tokens(asked.word))).terms
    known, label = vocabulary(told), fold(told)
    if any(not term.strength(known) and not term.words.isdigit() and fold(term.words) not in label for term in rest):
        return None
    return next(((step, town) for step in chain if (town := _town(library, asked, step))), None)


def _town(library: Library, asked: Sought, event: Event) -> Entity | None:
    """Return the last town of what is told as the place of an event, or of the line that tells it."""
    line = library.line_at(span_of(event.place_mention)) if event.place_mention else None
    for words in (event.place or "", library.reading(line) if line else ""):
        towns = [one.entity for one in library.names.find(words) if fit(asked, library, one.entity) >= VERY_LIKE]
        if towns:
            return towns[-1]
    return None
