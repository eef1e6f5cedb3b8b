"""People that a question tells by what they are: « la directrice du port de Morvillac », « le maire d'Altis »."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial

from index import tokens
from kg.ask.question.functions_told import is_deputy
from kg.ask.question.query import Named
from kg.knowledge import Knowledge
from kg.lexicon.functions import is_function_start
from kg.regex import regex
from kg.register import Register, Rows
from kg.types import Entity, Role

_ARTICLE = regex(r"^(?=\w)|\b(?:l[ea]|mme l[ea]|m\. le|madame l[ea]|monsieur le|cette?|ce)\s+|\bl['’]", re.IGNORECASE)
_LINK = regex(r"(?:\b(?:de la|de|du|des|à la|à|au|aux|pour)\s+|\b(?:de l|d|à l)['’]\s*)$", re.IGNORECASE)
#: The list of the register that functions are looked up in.
FUNCTIONS = "functions"
Known = tuple[Knowledge, Register]
#: Those who hold a function, once a role that tells it, and their numbers by the stems and by the body of these roles.
_Held = tuple[list[Entity], dict[str, set[int]]]
_DEPUTIES = frozenset(tokens("adjoint adjointe suppléant suppléante"))
#: Most words of a function.
LONGEST = 7


def functions_held(knowledge: Knowledge) -> Rows:
    """List the entities by the first stems of the functions that they hold."""
    for entity in knowledge.entities:
        yield (stem for role in knowledge.roles.get(entity.id, ()) for stem in tokens(role.function)[:1]), None


def with_people_described(question: str, named: Sequence[Named], known: Known) -> tuple[Named, ...]:
    """Return the names of a question, a function « of » a body or place replaced by the one person who holds it.

    When nobody or several people hold it the names stay as they are: who holds it is then the question.
    """
    found: list[Named] = []
    held = cache(partial(_held, known=known))
    for one in named:
        told = _described(question, one, known[0], held) if one.entity.kind in ("organisation", "place") else None
        found.append(told or one)
    described = [(one.start, one.start + len(one.words)) for one in found if one.entity.kind == "person"]
    kept = [
        one
        for one in found
        if one.entity.kind == "person" or not any(start <= one.start < end for start, end in described)
    ]
    return tuple(dict.fromkeys(kept))


def _described(question: str, body: Named, knowledge: Knowledge, held: Callable[[str], _Held]) -> Named | None:
    link = _LINK.search(question[: body.start])
    if not link:
        return None
    for article in reversed(list(_ARTICLE.finditer(question, 0, link.start()))):
        function = question[article.end() : link.start()].strip()
        if len(function.split()) > LONGEST:
            return None
        if function and is_function_start(function):
            start, end = article.end(), body.start + len(body.words)
            words = frozenset(tokens(question[start:end]))
            holders = _holders(held(function), words, body.entity)
            if len(holders) == 1:
                return replace(body, entity=holders[0], words=question[start:end], start=start, whole=False)
            return None
    return None


def _held(function: str, known: Known) -> _Held:
    """Return the people of whom a document says that they hold a function somewhere, to be looked up by where."""
    knowledge, register = known
    asked = tuple(tokens(function))
    people = [knowledge.entities[number] for number in register.bearing(FUNCTIONS, asked[0]).tolist()] if asked else []
    roles = ((person, role) for person in people if person.kind == "person" for role in _roles(knowledge, person))
    held: list[Entity] = []
    by = defaultdict[str, set[int]](set)
    for person, role in roles:
        stems = _says(role.function, asked)
        for key in (*stems, role.organisation or "") if stems else ():
            by[key].add(len(held))
        held += [person] if stems else []
    return held, by


def _roles(knowledge: Knowledge, person: Entity) -> Iterable[Role]:
    return knowledge.roles.get(person.id, ())


@lru_cache(maxsize=4096)
def _says(held: str, asked: tuple[str, ...]) -> frozenset[str]:
    """Return the stems of a function when it is the one that is asked for, and not that of a deputy; else nothing."""
    stems = tokens(held)
    if tuple(stems[:1]) != asked[:1] or not set(asked) <= set(stems):
        return frozenset()
    deputy = is_deputy(held, asked[0][:6]) and _DEPUTIES.isdisjoint(asked)
    return frozenset() if deputy else frozenset(stems)


def _holders(held: _Held, words: frozenset[str], body: Entity) -> list[Entity]:
    """Return two at most of those who hold a function in a body: told by the role, or by the words of the function."""
    people, by = held
    names = (words, *(frozenset(tokens(name)) for name in (body.label, *body.aliases)))
    told = (set.intersection(*(by.get(stem, set()) for stem in name)) for name in names if name)
    found = set[int]().union(*told, *(by.get(mention, ()) for mention in body.mentions))
    return list({people[number].id: people[number] for number in sorted(found)}.values())[:2]
