"""How many take part: those whom a programme announces, those whom a list names, those whom a report excuses."""

import re
from collections.abc import Iterable

from index import fold
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.sessions.asked import named_event
from kg.ask.sessions.parts import on_programme, taking_part
from kg.lexicon.places import country_of
from kg.regex import regex
from kg.types import Answer, Entity, Participation

#: Those who are counted, with how they take part.
Counted = dict[str, tuple[Entity, Participation]]
#: How those take part who are on a list, and how many make a list.
LISTED = ("participant", "present")
ROWS = 3
_THOSE = r"(?:noms?(?! d)|personnes?|gens|participante?s?|inscrite?s?|presente?s?)\b"
#: « Combien de noms compte la liste », « dans le tableau des participants ».
_ON_LIST = regex(rf"\bcombien\b.*\b(?:de |d'){_THOSE}.*\b(?:liste|tableau|feuille)\b|\b(?:liste|tableau)\b.*{_THOSE}")
#: Those whom a programme announces.
_SPEAKERS = regex(r"\b(?:interven|orat|speaker)\w*")


def on_list(query: Query, library: Library, parts: tuple[str, ...]) -> Counted | None:
    """Return those who were excused or absent at the event asked about, or whom its list names, when they are counted.

    Nothing for other questions, of those who came from somewhere, nor where several lists may be meant.
    """
    if parts and set(parts) <= {"excused", "absent"} and query.event:
        return _by_id(taking_part(library, query.event, parts))
    if not _ON_LIST.search(query.folded) or query.outside("organisation", "place"):
        return None
    if any(country_of(word) for word in re.findall(r"[\w-]+", query.folded)):
        return None
    lists = []
    for extraction in library.knowledge.extractions:
        if query.reports and extraction.id not in query.reports:
            continue
        held = [one for one in extraction.participations if one.part in LISTED]
        found = _by_id((agent, one) for one in held if (agent := library.knowledge.entity_of(one.agent)))
        lists += [found] if len(found) >= ROWS else []
    return lists[0] if len(lists) == 1 else None


def announced(query: Query, library: Library, parts: tuple[str, ...], told: Answer | None) -> Counted:
    """Return those whom the programme of an event announces, when a question counts who speaks there.

    Nobody where a number was read in words that tell of speakers.
    """
    if "speaker" not in parts or not _SPEAKERS.search(query.folded) or (told and _SPEAKERS.search(fold(told.text))):
        return {}
    event = named_event(query, library) if query.event else None
    return _by_id(on_programme(taking_part(library, event, ("speaker",)))) if event else {}


def _by_id(found: Iterable[tuple[Entity, Participation]]) -> Counted:
    counted: Counted = {}
    for agent, held in found:
        counted.setdefault(agent.id, (agent, held))
    return counted
