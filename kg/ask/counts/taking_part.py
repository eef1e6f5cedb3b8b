"""How many take part: those whom a programme announces, those whom a list names, those whom a report excuses."""

import re
from collections.abc import Iterable

from corpus import Span
from index import fold
from kg.ask.answers.rows import number_row
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.sessions.asked import named_event
from kg.ask.sessions.parts import on_programme, taking_part
from kg.lexicon.places import country_of
from kg.regex import regex
from kg.types import Answer, Entity, Participation

KIND = "participants-counts"
#: Those who are counted, with how they take part.
Counted = dict[str, tuple[Entity, Participation]]
#: How those take part who are on a list, and how many make a list.
LISTED = ("participant", "present")
ROWS = 3
_THOSE = r"(?:noms?(?! d)|personnes?|gens|participante?s?|inscrite?s?|presente?s?)\b"
#: « Combien de noms compte la liste », « dans le tableau des participants ».
_ON_LIST = regex(rf"\bcombien\b.*\b(?:de |d'){_THOSE}.*\b(?:liste|tableau|feuille)\b|\b(?:liste|tableau)\b.*{_THOSE}")
#: « Combien d'inscrits au forum ? », « Combien de personnes étaient inscrites ? »: all of them, not those of a trade.
_REGISTERED = regex(
    r"\bcombien (?:y avait-il |y a-t-il |il y avait )?(?:de |d')(?:inscri(?:te?s|ptions)|"
    r"(?:personnes|gens|participante?s) (?:etaient |sont |s'etaient |se sont |ont ete )?inscri\w+)\b"
    r"|\bcombien (?:etaient|sont|s'etaient|se sont)(?:-ils)? inscrits\b"
)
_TOTAL = regex(r"(?<![\d/.,-])(?P<number>\d{1,4})\s(?:personnes )?inscri(?:te?s?|ptions?)\b")
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
    return _only_list(query, library, LISTED)


def registered(query: Query, library: Library) -> Counted:
    """Return those on the list of the event asked about, came they or not, when a question counts the registered.

    Nobody when some are asked for (a body, a place, a trade), nor where several lists may be meant.
    """
    if not _REGISTERED.search(query.folded) or query.outside("organisation", "place"):
        return {}
    return _only_list(query, library, (*LISTED, "excused", "absent")) or {}


def told_total(query: Query, library: Library, counted: Counted) -> Answer | None:
    """Return how many registered by the first line of the list that counts some: « … - 148 inscriptions au total »."""
    for document_id in sorted({one.provenance.span.document_id for _, one in counted.values()}):
        text = library.knowledge.documents[document_id].text
        told = _TOTAL.search(text, 0, text.find("\n") if "\n" in text else len(text))
        if told:
            evidence = library.evidence(library.line_at(Span(document_id, *told.span())), 1.0)
            words = french.shortened(f"{told['number']} : « {library.reading(evidence.span)} »")
            return Answer(query.text, KIND, words, (number_row(int(told["number"]), (evidence,)),))
    return None


def _only_list(query: Query, library: Library, parts: tuple[str, ...]) -> Counted | None:
    lists = []
    for extraction in library.knowledge.extractions:
        if query.reports and extraction.id not in query.reports:
            continue
        held = [one for one in extraction.participations if one.part in parts]
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
