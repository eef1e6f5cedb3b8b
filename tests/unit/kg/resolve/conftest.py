"""Extractions made by hand for resolution: mentions laid out one after the other in a text of their own."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from corpus import Document, Span
from kg.types import Event, Extraction, Kind, Mention, Provenance, Role, Statement


@dataclass
class Made:
    name: str
    text: str = ""
    mentions: list[Mention] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def say(self, kind: Kind, name: str, rule: str = "test/1") -> Mention:
        start = len(self.text)
        self.text += f"{name}\n"
        mention = Mention(Span(self.name, start, start + len(name)), kind, name, rule)
        self.mentions.append(mention)
        return mention

    def person(self, name: str, body: str = "", rule: str = "test/1") -> Mention:
        person = self.say("person", name, rule)
        if body:
            organisation = self.say("organisation", body)
            self.roles.append(Role(person.id, "", Provenance(person.span, "test/1"), organisation.id))
        return person

    def place(self, name: str) -> Mention:
        return self.say("place", name)

    def event(self, name: str, start: str | None = None) -> Mention:
        mention = self.say("event", name)
        self.events.append(Event(mention.id, "event", name, Provenance(mention.span, "document-event/1"), start=start))
        return mention

    def acronym(self, long: str, short: str) -> None:
        mention = self.say("organisation", long)
        other = self.say("organisation", short)
        self.statements.append(Statement(mention.id, "skos:altLabel", short, Provenance(other.span, "test/1")))

    def done(self) -> Extraction:
        document = Document(self.name, self.name, "0", "text/plain", self.text, self.name)
        return Extraction(
            document,
            mentions=tuple(self.mentions),
            events=tuple(self.events),
            roles=tuple(self.roles),
            statements=tuple(self.statements),
        )


@pytest.fixture(scope="session")
def made() -> Callable[[str], Made]:
    return Made
