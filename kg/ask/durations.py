"""How long something lasted: an event by its hours, anything else by the sentence that tells it."""

from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.times.asked import wanted
from kg.ask.when_where import answer as when_where
from kg.types import Answer

KIND = "duration"
EXAMPLES = ("Combien de temps a duré le forum ?", "Pendant combien de temps le forum s'est-il tenu ?")


def answer(query: Query, library: Library) -> Answer | None:
    """Answer « combien de temps », before the counts of people; nothing for other questions."""
    asked = wanted(query.text)
    return when_where(query, library) if asked and asked.duration else None
