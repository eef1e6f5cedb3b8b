"""People that a question tells by what they are: « la directrice du port de Morvillac », « le maire d'Altis »."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index import tokens
from kg.ask.functions_told import is_deputy
from kg.ask.query import Named
from kg.knowledge import Knowledge
from kg.lexicon.functions import is_function_start
from kg.register import Register, Rows
from kg.types import Entity, Role

_ARTICLE = re.compile(
    r"^(?=\w)|\b(?:l[ea]|mme l[ea]|m\. le|madame l[ea]|monsieur le|cette?|ce)\s+|\bl['’]", re.IGNORECASE
)
_LINK = re.compile(r"(?:\b(?:de la|de|du|des|à la|à|au|aux|pour)\s+|\b(?:de l|d|à l)['’]\s*)$", re.IGNORECASE)
#: The list of the register that functions are looked up in.
FUNCTIONS = "functions"
Known = tuple[Knowledge, Register]
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
    for one in named:
        told = _described(question, one, known) if one.entity.kind in ("organisation", "place") else None
        found.append(told or one)
    described = [(one.start, one.start + len(one.words)) for one in found if one.entity.kind == "person"]
    kept = [
        one
        for one in found
        if one.entity.kind == "person" or not any(start <= one.start < end for start, end in described)
    ]
    return tuple(dict.fromkeys(kept))


def _described(question: str, body: Named, known: Known) -> Named | None:
    link = _LINK.search(question[: body.start])
    if not link:
        return None
    for article in reversed(list(_ARTICLE.finditer(question, 0, link.start()))):
        function = question[article.end() : link.start()].strip()
        if len(function.split()) > LONGEST:
            return None
        if function and is_function_start(function):
            start, end = article.end(), body.start + len(body.words)
            holders = _holders(function, question[start:end], body.entity, known)
            if len(holders) == 1:
                return replace(body, entity=holders[0], words=question[start:end], start=start, whole=False)
            return None
    return None


def _holders(function: str, words: str, body: Entity, known: Known) -> list[Entity]:
    """Return the people of whom a document says that they hold a function in a body."""
    knowledge, register = known
    asked, whole = tokens(function), frozenset(tokens(words))
    numbers = register.bearing(FUNCTIONS, asked[0]).tolist() if asked else []
    return [
        person
        for person in (knowledge.entities[number] for number in numbers)
        if person.kind == "person"
        and any(_holds(role, asked, whole, body, knowledge) for role in knowledge.roles.get(person.id, ()))
    ]


def _holds(role: Role, asked: Sequence[str], whole: frozenset[str], body: Entity, knowledge: Knowledge) -> bool:
    held = tokens(role.function)
    if held[:1] != list(asked[:1]) or not frozenset(asked) <= frozenset(held):
        return False
    if is_deputy(role.function, asked[0][:6]) and not _DEPUTIES & frozenset(asked):
        return False
    if knowledge.entity_of(role.organisation) == body or whole <= frozenset(held):
        return True
    names = (frozenset(tokens(name)) for name in (body.label, *body.aliases))
    return any(name and name <= frozenset(held) for name in names)
