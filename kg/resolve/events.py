"""Which events of several documents are one: the same date and alike titles; sessions go with their event."""

from collections.abc import Sequence

from kg.lexicon.folding import fold_words
from kg.types import Event, Extraction

_SMALL = frozenset("de du des d la le les l et en a au aux pour sur un une vers par dans".split())


def event_groups(extractions: Sequence[Extraction]) -> dict[str, str]:
    """Return, for each mention of an event, the key of its group."""
    groups: dict[str, str] = {}
    seen: list[tuple[Event, str, frozenset[str]]] = []
    by_date: dict[str, list[int]] = {}
    for extraction in extractions:
        own = {event.mention: event for event in extraction.events}
        for event in extraction.events:
            words = frozenset(word for word in fold_words(event.label) if word not in _SMALL)
            near = by_date.get((event.start or "")[:10], ())
            alike = next((seen[at][1] for at in near if _alike(event, words, seen[at], groups)), None)
            groups[event.mention] = alike or event.mention
            by_date.setdefault((event.start or "")[:10], []).append(len(seen))
            seen.append((event, groups[event.mention], words))
        for mention in (m for m in extraction.mentions if m.kind == "event" and m.id not in own):
            same = next((groups[e.mention] for e in own.values() if e.label == mention.name), None)
            groups[mention.id] = same or mention.id
    return groups


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
    if not event.start and not named and event.kind == "event":
        return words == others
    shared = len(words & others) / min(len(words), len(others))
    return words == others if named else shared >= 0.6 and len(words & others) >= 2
