"""The bodies and places that somebody is told to be of: by the roles, the words beside the name, a row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus import Span
from index import fold
from kg.ask.library import Library
from kg.ask.people.portrait import portrait
from kg.ask.question.kinds import is_somebody
from kg.ask.question.nations import nation
from kg.ask.question.sought import NAME
from kg.ask.question.whole_names import longer_name, told_whole, whole_name
from kg.ask.sentences.antecedent import body_meant
from kg.ask.somebody import apposition, naming
from kg.lexicon.functions import is_function_start
from kg.lexicon.places import COUNTRIES
from kg.regex import regex
from kg.types import Entity

#: What it is worth that a role tells it, that words beside the name do, and what a name alone or a country around does.
ROLE, WORDS, NAMED, AROUND = 1.0, 0.9, 0.7, 0.3
#: How many characters after a name are read for its body.
AFTER = 140


@dataclass(frozen=True, slots=True)
class Held:
    """A body or place that somebody is told to be of, the function there, where it is told, and how surely (0..1).

    A name that the base does not know has no entity, and an empty id.
    """

    id: str
    label: str
    kind: str
    function: str
    span: Span
    entity: Entity | None = None
    worth: float = 1.0


def bodies_held(library: Library, person: Entity, *, countries: bool) -> Iterator[Held]:
    """Yield the bodies and places that somebody is told to be of: by the roles, then by the words beside the name."""
    names = {fold(name) for name in (person.label, *person.aliases)}
    told = [*_by_roles(library, person)]
    told += [replace(one, worth=WORDS * one.worth) for one in _by_words(library, person)]
    for one in told:
        if fold(one.label) not in names and len(one.label) > 1 and not is_somebody(library, one.label, [one.span]):
            yield one
    if countries:
        yield from _countries(library, person)


def _by_roles(library: Library, person: Entity) -> Iterator[Held]:
    knowledge = library.knowledge
    for role in knowledge.roles.get(person.id, ()):
        at = role.provenance.span
        body = knowledge.entity_of(role.organisation)
        mention = knowledge.mentions.get(role.organisation) if role.organisation else None
        if body is not None and mention is not None:
            yield _of_entity(library, body, mention.span, role.function, at)
        elif role.function:
            end = min(library.line_at(at).end, at.start + AFTER)
            yield from _in_words(library, Span(at.document_id, at.start, end), role.function)
            meant = body_meant(library, role)
            if isinstance(meant, Entity):
                yield Held(meant.id, told_whole(library.knowledge, meant), meant.kind, role.function, at, meant)
            elif meant:
                yield Held("", meant, "organisation", role.function, at)


def _by_words(library: Library, person: Entity) -> Iterator[Held]:
    for words, sentence in (*portrait(library, person), *apposition(library, person)):
        text = library.knowledge.documents[sentence.document_id].text
        at = text.find(words[:24], sentence.start, sentence.end)
        if at >= 0:
            yield from _in_words(library, Span(sentence.document_id, at, min(sentence.end, at + AFTER)), words)
    for mention, _ in naming(library, person):
        line = library.line_at(mention.span)
        end = min(line.end, mention.span.end + AFTER)
        text = library.knowledge.documents[line.document_id].text[mention.span.end : end]
        beside = re.match(r"\s*(?:\([^)]{1,40}\))?\s*(?:[,(–—|\t-]|\*\*)\s*(?=\S)", text)
        if beside and (found := _BODY_AFTER.match(text, beside.end())):
            start = mention.span.end + (found.end() if "." in found[0] else found.start())
            yield from _in_words(library, Span(line.document_id, start, min(end, start + 90)), "")
        for word in re.finditer(r"[a-zà-ÿ-]{4,}", re.split(r"[.;:»\n]", text)[0]):
            if is_function_start(word[0]):
                start = mention.span.end + word.start()
                yield from _in_words(library, Span(line.document_id, start, end), word[0])
                break


_BODY_AFTER = regex(
    rf"(?:de la |de l['’]|du |des |de |d['’]|pour |à la |à l['’]|au |chez )?(?:[a-zà-ÿ]+\.? ){{0,3}}?(?={NAME})"
)


def _in_words(library: Library, span: Span, function: str) -> Iterator[Held]:
    """Yield the bodies that a function names, else the name that ends it, up to a mark."""
    text = library.knowledge.documents[span.document_id].text[span.start : span.end]
    stop = re.search(r"[;:.()«»\n|\t]|, (?!de |du |d')|\b(?:qui|a|ont|est)\b", text)
    inside = Span(span.document_id, span.start, span.start + (stop.start() if stop else len(text)))
    if inside.end <= inside.start:
        return
    told = library.mentions_in(inside, "organisation", "place")
    for mention, body in told:
        yield _of_entity(library, body, mention.span, function, span)
    if told and told[0][1].kind == "organisation":
        return
    lead = r"[\s'’]" if function else r"(?:^|[\s'’])"
    found = re.search(rf"{lead}(?:[«“]\s*)?(?P<name>{NAME}(?: \d{{1,3}}\b)?)", text[: inside.end - inside.start])
    if found and not is_function_start(found["name"]):
        at = Span(span.document_id, span.start + found.start("name"), span.start + found.end("name"))
        if not any(mention.span == at for mention, _ in told):
            name = whole_name(library.knowledge.documents[span.document_id], at)
            yield Held("", name, "organisation", function, span, worth=NAMED)


def _of_entity(library: Library, body: Entity, at: Span, function: str, span: Span) -> Held:
    """Return a body with the whole of the name that the report writes, where its own is a part of it."""
    return Held(
        body.id,
        longer_name(library.knowledge.documents[at.document_id], body.label, at),
        body.kind,
        function,
        span,
        body,
    )


def _countries(library: Library, person: Entity) -> Iterator[Held]:
    """Yield the countries written after a person's name, on its line or in its row."""
    for mention, _ in naming(library, person):
        line = library.line_at(mention.span)
        text = library.knowledge.documents[line.document_id].text
        row = "\t" in text[line.start : line.end] or "|" in text[line.start : line.end]
        end = line.end if row else min(line.end, mention.span.end + AFTER)
        after = re.split(r";|\.\s", text[mention.span.end : end])[0]
        for name in re.split(r"[\t|(),;\n]|(?<=[a-zà-ÿ]) ", after):
            key = fold(name.strip()).replace("-", " ")
            if key in COUNTRIES:
                yield Held("", COUNTRIES[key], "place", "", Span(line.document_id, line.start, line.end))
        near = fold(text[mention.span.end : mention.span.end + 2 * AFTER])
        for told in (country for word in re.findall(r"[a-z-]{5,}", near) for country in sorted(nation(word))[:1]):
            yield Held("", told, "place", "", Span(line.document_id, line.start, line.end), worth=AROUND)
            break
