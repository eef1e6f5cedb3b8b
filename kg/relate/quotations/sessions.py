"""The session or event in which something is said."""

from kg.extract.parse import Parsed
from kg.types import Event, Extraction, MentionId


class Sessions:
    """Finds the session whose part of the document holds an offset, else the document's event."""

    def __init__(self, parsed: Parsed, extraction: Extraction) -> None:
        places = {mention.id: mention.span for mention in extraction.mentions}
        self._parts: list[tuple[int, int, MentionId]] = []
        outline = parsed.document.outline
        for event in extraction.events:
            span = places.get(event.mention)
            heading = next((h for h in outline if span and h.span.start <= span.start < h.span.end), None)
            if event.kind == "session" and heading:
                later = [
                    h.span.start for h in outline if h.span.start > heading.span.start and h.level <= heading.level
                ]
                self._parts.append((heading.span.start, min(later, default=len(parsed.document.text)), event.mention))
        self._event = _main(extraction.events)

    def at(self, offset: int) -> MentionId | None:
        """Return the innermost session around an offset, else the event of the document, else None."""
        around = [(end - start, mention) for start, end, mention in self._parts if start <= offset < end]
        return min(around)[1] if around else self._event


def _main(events: tuple[Event, ...]) -> MentionId | None:
    whole = [event.mention for event in events if event.kind == "event" and event.parent is None]
    return whole[0] if whole else None
