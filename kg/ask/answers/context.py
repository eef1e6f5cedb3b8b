"""The graph around an answer: role and organisation at that date, session, event, date and place."""

import re
from collections.abc import Iterable

from index import fold, vocabulary
from kg.ask.language import french
from kg.ask.library import Library
from kg.lookup import chain_of_quotation, event_chain, main_event, roles_at, when, where
from kg.types import Context, Entity, Event, Quotation, Role


def role_words(library: Library, role: Role) -> str:
    """Return a role in words: the function, with its organisation when the function does not name it."""
    organisation = library.knowledge.entity_of(role.organisation)
    if not role.function:
        return organisation.label if organisation else ""
    named = organisation and any(
        name.casefold() in role.function.casefold() for name in (organisation.label, *organisation.aliases)
    )
    return role.function if named or not organisation else f"{role.function}, {organisation.label}"


def told_once(library: Library, roles: Iterable[Role]) -> list[tuple[Role, str]]:
    """Return roles with their words, those with a function first, without what another of them says already.

    A body that one tells by its letters is spelled out, when its name is known.
    """
    found: list[tuple[Role, str]] = []
    for role in sorted(roles, key=lambda role: not role.function):
        words = _spelled_out(library, role_words(library, role), role)
        if not words or (found and not role.function):
            continue
        at = next((at for at, told in enumerate(found) if _says(library, told, role, words)), None)
        if at is not None:
            found[at] = (found[at][0], _spelled_out(library, found[at][1], role))
            continue
        for told in [told for told in found if _says(library, (role, words), *told)]:
            found.remove(told)
            words = _spelled_out(library, words, told[0])
        found.append((role, words))
    return found


def _spelled_out(library: Library, words: str, role: Role) -> str:
    """Return the words of a role with a body that they tell by its letters spelled out, these in brackets."""
    body = library.knowledge.entity_of(role.organisation)
    if body is None or fold(body.label) in fold(words):
        return words
    for letters in (name for name in body.aliases if name.isupper()):
        at = re.search(rf"(?<![\w'’(])(?P<article>[dl]['’])?{re.escape(letters)}(?!\w)", words)
        if at and (not at["article"] or fold(body.label)[0] in "aeiouyh"):
            article = at["article"] or ""
            return f"{words[: at.start()]}{article}{body.label} ({letters}){words[at.end() :]}"
    return words


def _says(library: Library, told: tuple[Role, str], role: Role, words: str) -> bool:
    """Tell whether a role says another one already: its words, or its function in the same body under another name."""
    if fold(words) in fold(told[1]):
        return True
    said, function = vocabulary(told[1]), vocabulary(role.function)
    body, own = library.knowledge.entity_of(role.organisation), library.knowledge.entity_of(told[0].organisation)
    if not function or not function <= said or body is None:
        return False
    names = (vocabulary(name) for name in (body.label, *body.aliases))
    return body == own or any(name and name <= said for name in names) or bool(vocabulary(body.label) & said - function)


def event_words(event: Event) -> str:
    """Return the name of an event, short enough for a line."""
    return french.shortened(event.label, 120)


def around_person(library: Library, person: Entity, event: Event | None) -> list[Context]:
    """Return what a person is at an event: the roles held then, surest first, two at most; a bare body comes last."""
    facts = []
    for role, words in told_once(library, roles_at(library.knowledge, person, event))[:2]:
        organisation = library.knowledge.entity_of(role.organisation)
        link = "est" if role.function else "vient de :"
        proof = library.evidence(role.provenance.span, 1.0)
        target = organisation.id if organisation else words
        facts.append(Context(person.id, "pal:role", target, f"{person.label} {link} {words}", proof))
    return facts


def around_event(library: Library, subject: Entity | None, chain: tuple[Event, ...]) -> list[Context]:
    """Return the session and event of a chain with their dates and places, linked to a subject when there is one."""
    facts: list[Context] = []
    below = subject
    for event in chain:
        entity = library.knowledge.entity_of(event.mention)
        if entity is None:
            continue
        if below is not None:
            is_session = below.kind == "event"
            predicate = "pal:parentEvent" if is_session else "pal:takesPartIn"
            link = "fait partie de" if is_session else "intervient à"
            facts.append(Context(below.id, predicate, entity.id, f"{below.label} {link} : {event_words(event)}"))
        below = entity
    if chain:
        facts += _time_and_place(library, chain[-1])
    return facts


def _time_and_place(library: Library, event: Event) -> list[Context]:
    entity = library.knowledge.entity_of(event.mention)
    if entity is None:
        return []
    facts = []
    start, end = when(library.knowledge, event)
    if start:
        told = f"{event_words(event)} : {french.period(start, end)}"
        facts.append(Context(entity.id, "schema:startDate", start, told))
    place, words = where(library.knowledge, event)
    if words:
        facts.append(
            Context(entity.id, "schema:location", place.id if place else words, f"{event_words(event)} : {words}")
        )
    return facts


def around_quotation(library: Library, quotation: Quotation, speaker: Entity | None) -> list[Context]:
    """Return the graph around something said: who the speaker was then, where and when it was."""
    chain = chain_of_quotation(library.knowledge, quotation)
    facts = around_person(library, speaker, chain[0] if chain else None) if speaker else []
    return facts + around_event(library, speaker, chain)


def around_document(library: Library, subject: Entity | None, document_id: str) -> list[Context]:
    """Return the event that a document reports, linked to a subject when there is one."""
    event = main_event(library.knowledge, document_id)
    return around_event(library, subject, event_chain(library.knowledge, event.mention)) if event else []


def unique(facts: list[Context]) -> tuple[Context, ...]:
    """Keep each fact once, in order."""
    return tuple({(fact.subject, fact.predicate, fact.object): fact for fact in facts}.values())
