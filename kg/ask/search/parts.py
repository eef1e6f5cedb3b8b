"""Roles and participations, looked up in the register by whom they are of and by the words that tell them."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence

from index import fold, tokens, vocabulary
from kg.ask.search.things import Things
from kg.knowledge import Knowledge
from kg.regex import regex
from kg.register import Register, Rows
from kg.types import Entity, Participation, Role

#: The lists of the register.
ROLES, PARTICIPATIONS = "roles", "participations told"
_WORD = regex(r"\w{2,}")


def roles_told(knowledge: Knowledge) -> Rows:
    """List the roles by the id of their body, and by the stems of the function and of the body's names."""
    for extraction in knowledge.extractions:
        for number, role in enumerate(extraction.roles):
            body = knowledge.entity_of(role.organisation)
            told = " ".join((role.function, *((body.label, *body.aliases) if body else ())))
            yield (*((body.id,) if body else ()), *sorted(vocabulary(told))), (extraction.id, number)


def participations_told(knowledge: Knowledge) -> Rows:
    """List the participations by their agent, their part, their document, and the words of the row that names them."""
    numbers = {entity.id: number for number, entity in enumerate(knowledge.entities)}
    for extraction in knowledge.extractions:
        text = extraction.document.text
        for number, told in enumerate(extraction.participations):
            agent = knowledge.entity_of(told.agent)
            span = told.provenance.span
            end = text.find("\n", span.end)
            row = text[text.rfind("\n", 0, span.start) + 1 : end if end >= 0 else None]
            words = sorted({*_WORD.findall(fold(row))}) if "\t" in row else ()
            own = (by_agent(numbers[agent.id]),) if agent else ()
            yield (*own, by_part(told.part), extraction.id, *words), (extraction.id, number)


def by_agent(owner: Hashable) -> str:
    """Return the key of who takes part, by the number of the entity."""
    return f"#{owner}"


def by_part(part: str) -> str:
    """Return the key of a part, such as « speaker »."""
    return f"part:{part}"


def held_in(
    library: Things, bodies: Iterable[Entity], names: Iterable[frozenset[str]] = ()
) -> Iterator[tuple[Entity, Role]]:
    """Yield the roles in some bodies, or that say all the stems of a name, with the person who holds each."""
    return _with_holders(library, roles_naming(library, bodies, names))


def roles_beside(
    library: Things, holders: Sequence[Entity], told_as: Callable[[Role], bool]
) -> Iterator[tuple[Entity, Role]]:
    """Yield the roles, with who holds each, that the documents tell that name one of some bodies or places.

    Who holds a role is read for those only that are told as is wanted.
    """
    told = {extraction.id for extraction in library.knowledge.naming(*holders)}
    for name in (name for holder in holders for name in (holder.label, *holder.aliases) if tokens(name)):
        told.update(library.documents_with(name))
    roles = (role for document_id in sorted(told) for role in library.knowledge.extraction_of[document_id].roles)
    return _with_holders(library, filter(told_as, roles))


def _with_holders(library: Things, roles: Iterable[Role]) -> Iterator[tuple[Entity, Role]]:
    for role in roles:
        person = library.knowledge.entity_of(role.person)
        if person is not None and person.kind == "person":
            yield person, role


def roles_naming(library: Things, bodies: Iterable[Entity], names: Iterable[frozenset[str]]) -> Iterator[Role]:
    """Yield the roles in some bodies, and those that say all the stems of one of some names; in their order."""
    return roles_of(library.knowledge, library.register, [*({body.id} for body in bodies), *names])


def roles_of(knowledge: Knowledge, register: Register, wanted: Iterable[Collection[str]]) -> Iterator[Role]:
    """Yield the roles that are listed under all the keys of a set among those wanted, in their order."""
    found = set[int]()
    for keys in wanted:
        bearing = [set(register.bearing(ROLES, key).tolist()) for key in keys]
        found |= set.intersection(*bearing) if bearing else set()
    for document_id, number in _kept(register, ROLES, found):
        yield knowledge.extraction_of[document_id].roles[number]


def participations_by(library: Things, keys: Iterable[str]) -> Iterator[Participation]:
    """Yield the participations listed under one of some keys at least, in their order."""
    register = library.register
    found = {number for key in keys for number in register.bearing(PARTICIPATIONS, key).tolist()}
    for document_id, number in _kept(register, PARTICIPATIONS, found):
        yield library.knowledge.extraction_of[document_id].participations[number]


def _kept(register: Register, name: str, numbers: Iterable[int]) -> Iterator[tuple[str, int]]:
    return register.all_kept(name, sorted(numbers), tuple[str, int])
