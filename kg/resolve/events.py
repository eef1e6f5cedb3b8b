"""Which events of several documents are one: the same date and alike titles; sessions go with their event."""

from collections.abc import Mapping, Sequence

from kg.lexicon.event_words import COUNCILS, DATE_WORDS, KIND_WORDS
from kg.lexicon.folding import fold_words
from kg.types import Event, Extraction

_SMALL = frozenset("de du des d la le les l et en a au aux pour sur un une vers par dans".split())
#: From this share of the words of the shorter title on, two titles are alike.
_ALIKE = 0.6
_OWN = 0.5
#: What tells the council of a town from that of its region.
_LEVELS = frozenset("municipal communautaire metropolitain syndical departemental regional".split())
#: How many people two reports of one day must both name for their meetings of the same kind to be one.
_IN_COMMON = 4


def event_groups(extractions: Sequence[Extraction]) -> dict[str, str]:
    """Return, for each mention of an event, the key of its group."""
    groups: dict[str, str] = {}
    seen: list[tuple[Event, str, frozenset[str]]] = []
    by_date: dict[str, list[int]] = {}
    people = {extraction.document.id: _people(extraction) for extraction in extractions}
    for extraction in extractions:
        own = {event.mention: event for event in extraction.events}
        titles: dict[tuple[str | None, frozenset[str]], Event] = {}
        for event in extraction.events:
            words = title_words(event)
            near = by_date.get(_bucket(event, words), ())
            alike = next((seen[at][1] for at in near if _alike(event, words, seen[at], groups)), None)
            alike = alike or next((seen[at][1] for at in near if _same_people(event, seen[at][0], people)), None)
            announced = titles.setdefault((event.parent, words), event)
            if words and event.kind == "session" and announced.provenance.rule != event.provenance.rule:
                alike = groups[announced.mention]  # the programme announces it, a heading tells it
            groups[event.mention] = alike or event.mention
            by_date.setdefault(_bucket(event, words), []).append(len(seen))
            seen.append((event, groups[event.mention], words))
        for mention in (m for m in extraction.mentions if m.kind == "event" and m.id not in own):
            same = next((groups[e.mention] for e in own.values() if e.label == mention.name), None)
            groups[mention.id] = same or mention.id
    return groups


def _people(extraction: Extraction) -> frozenset[frozenset[str]]:
    """Return the folded words of the full names of a report."""
    named = (frozenset(fold_words(m.name)) for m in extraction.mentions if m.kind == "person")
    return frozenset(words for words in named if len(words) > 1)


def _same_people(event: Event, told: Event, people: Mapping[str, frozenset[frozenset[str]]]) -> bool:
    """Tell whether two reports name one meeting otherwise: the same days, the same kind, and many people in common.

    Those who sit on two councils of one day are no token that these are one.
    """
    one, other = event.provenance.span.document_id, told.provenance.span.document_id
    kinds = title_words(event) & title_words(told) & KIND_WORDS
    if one == other or {event.kind, told.kind} != {"event"} or not kinds or kinds & COUNCILS:
        return False
    return len(_days(event)) == 2 and _days(event) == _days(told) and len(people[one] & people[other]) >= _IN_COMMON


def _days(event: Event) -> tuple[str, ...]:
    """Return the first and the last day of an event; nothing when it has none."""
    start = (event.start or "")[:10]
    return (start, (event.end or start)[:10]) if len(start) == 10 else ()


def title_words(event: Event) -> frozenset[str]:
    """Return the folded words of an event's title, small ones apart."""
    return frozenset(word for word in fold_words(event.label) if word not in _SMALL)


def _bucket(event: Event, words: frozenset[str]) -> str:
    """Return what two events must share to be compared: the day; without one, all the words of the title."""
    return (event.start or "")[:10] or " ".join(sorted(words))


def own_words(words: frozenset[str]) -> frozenset[str]:
    """Return the words that tell a meeting from others of its kind: neither the kind nor the date."""
    return frozenset(word for word in words - KIND_WORDS - DATE_WORDS if not word.isdigit())


def _alike(
    event: Event, words: frozenset[str], other: tuple[Event, str, frozenset[str]], groups: dict[str, str]
) -> bool:
    told, _, others = other
    if told.kind != event.kind or told.provenance.span.document_id == event.provenance.span.document_id:
        return False
    if event.kind == "session" and groups.get(event.parent or "") != groups.get(told.parent or ""):
        return False
    if not words or not others:
        return False
    named = event.provenance.rule.startswith("named") and told.provenance.rule.startswith("named")
    if named or (not event.start and event.kind == "event"):
        return words == others
    return titles_alike(words, others)


def titles_alike(words: frozenset[str], others: frozenset[str]) -> bool:
    """Tell two titles of one day that name one meeting: most words shared, and those that are its own.

    Councils and assemblies share all their words but the town: two with other towns are two meetings.
    """
    shared = len(words & others) / min(len(words), len(others))
    if shared < _ALIKE or len(words & others) < 2:
        return False
    if words & _LEVELS and others & _LEVELS and not words & others & _LEVELS:
        return False
    here, there = own_words(words), own_words(others)
    if not here or not there:
        return not (words | others) & COUNCILS or here == there
    return len(here & there) >= _OWN * min(len(here), len(there))
