"""What names the events and sessions of a corpus: their own words, those of what they are part of, of their report."""

from dataclasses import dataclass

from index import fold, tokens
from kg.ask.language import french
from kg.ask.language.session_numbers import NUMBERED as SESSION_NUMBER
from kg.ask.language.session_numbers import with_numbers
from kg.knowledge import Knowledge
from kg.lookup import event_chain, when
from kg.regex import regex
from kg.register import Rows
from kg.types import Event

#: The list of the register that events are looked up in.
EVENTS = "events"
#: How many characters at the head of a report may name its event: the title, the day, the place, who met.
HEAD = 400
MONTHS = tuple(map(fold, french.MONTHS))
_SPELLED = {
    "st": "saint",
    "ste": "sainte",
    "ag": "assemblee generale",
    "cm": "conseil municipal",
    "cr": "compte rendu",
    "tr": "table ronde",
}
_ABBREVIATED = regex(rf"\b(?:{'|'.join(_SPELLED)})\b")


@dataclass(frozen=True, slots=True)
class Told:
    """An event with what names it: the stems of its own words, and of its document's title with these; its dates."""

    event: Event
    label: str
    own: frozenset[str]
    wider: frozenset[str]
    dates: tuple[str, ...]

    @property
    def stems(self) -> frozenset[str]:
        """Everything by which a question may name it; a year and a month are told by any date."""
        months = {MONTHS[int(date[5:7]) - 1] for date in self.dates if date[5:7].isdigit()}
        numbered = {stem for match in SESSION_NUMBER.finditer(self.label) for stem in tokens(match["kind"])}
        return self.wider | {date[:4] for date in self.dates} | months | numbered


def spelled(folded: str) -> str:
    """Return folded words with what they abbreviate: « l'ag de st-remy »."""
    return _ABBREVIATED.sub(lambda match: _SPELLED[match[0]], folded)


def is_otherwise(stem: str) -> bool:
    """Tell a stem of words that may name an event by another stem: abbreviated there, or a participle in « -ié »."""
    return stem.endswith("i") or any(part in _SPELLED for part in stem.split("-"))


def events_told(knowledge: Knowledge) -> Rows:
    """List the events and sessions of all documents by the stems that may name them."""
    for event in (event for extraction in knowledge.extractions for event in extraction.events):
        told = _told_event(event, knowledge)
        yield sorted(told.stems), told


def _told_event(event: Event, knowledge: Knowledge) -> Told:
    document = knowledge.documents[event.provenance.span.document_id]
    own = frozenset(tokens(spelled(fold(f"{event.label} {event.place or ''}")))) | _organisers(event, knowledge)
    dates = tuple(date for date in when(knowledge, event) if date)
    wider = own | _inherited(event, knowledge) | frozenset(tokens(spelled(fold(document.title))))
    if event.parent is None:
        wider |= _head(event.provenance.span.document_id, knowledge)
    return Told(event, with_numbers(fold(event.label)), own, wider, dates)


def _head(document_id: str, knowledge: Knowledge) -> frozenset[str]:
    """Return the stems at the head of a document, the names of people left out: who came does not name a meeting."""
    text = knowledge.documents[document_id].text[:HEAD]
    for mention in knowledge.extraction_of[document_id].mentions:
        if mention.kind == "person" and mention.span.start < len(text):
            text = text[: mention.span.start] + " " * (mention.span.end - mention.span.start) + text[mention.span.end :]
    return frozenset(tokens(spelled(fold(text))))


def _inherited(event: Event, knowledge: Knowledge) -> frozenset[str]:
    """Return the stems that name what an event is part of: « l'atelier 2 des Assises »."""
    found: set[str] = set()
    for step in event_chain(knowledge, event.mention)[1:]:
        found.update(tokens(f"{step.label} {step.place or ''}"), _organisers(step, knowledge))
    return frozenset(found)


def _organisers(event: Event, knowledge: Knowledge) -> frozenset[str]:
    """Return the stems of the bodies that organise an event, or that its document opens with."""
    extraction = knowledge.extraction_of[event.provenance.span.document_id]
    found: set[str] = set()
    for participation in extraction.participations:
        agent = knowledge.entity_of(participation.agent)
        if participation.part == "organiser" and agent:
            for name in (agent.label, *agent.aliases):
                found.update(tokens(name))
    for mention in extraction.mentions:
        if mention.kind == "organisation" and mention.span.start < 400:
            found.update(tokens(mention.name))
    return frozenset(found)
