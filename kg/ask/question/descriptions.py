"""People that a question tells by what they are: « la directrice du port de Morvillac », « le maire d'Altis »."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from index import tokens
from kg.ask.question.functions_told import is_deputy
from kg.ask.question.query import Named
from kg.ask.search.parts import roles_of
from kg.knowledge import Knowledge
from kg.lexicon.functions import is_function_start
from kg.regex import regex
from kg.register import Register
from kg.types import Entity

_ARTICLE = regex(r"^(?=\w)|\b(?:l[ea]|mme l[ea]|m\. le|madame l[ea]|monsieur le|cette?|ce)\s+|\bl['’]", re.IGNORECASE)
_LINK = regex(r"(?:\b(?:de la|de|du|des|à la|à|au|aux|pour)\s+|\b(?:de l|d|à l)['’]\s*)$", re.IGNORECASE)
Known = tuple[Knowledge, Register]
_DEPUTIES = frozenset(tokens("adjoint adjointe suppléant suppléante"))
#: Most words of a function.
LONGEST = 7


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
            words = frozenset(tokens(question[start:end]))
            holders = _holders(function, words, body.entity, known)
            if len(holders) == 1:
                return replace(body, entity=holders[0], words=question[start:end], start=start, whole=False)
            return None
    return None


def _holders(function: str, words: frozenset[str], body: Entity, known: Known) -> list[Entity]:
    """Return two at most of those who hold a function in a body: told by the role, or by the words of the function."""
    knowledge, register = known
    asked = tuple(tokens(function))
    names = [frozenset(tokens(name)) for name in (body.label, *body.aliases)]
    own = frozenset(body.mentions)
    found: dict[str, Entity] = {}
    for role in roles_of(knowledge, register, [{body.id, *asked}, words, *({*name, *asked} for name in names if name)]):
        stems = _says(role.function, asked) if asked else frozenset[str]()
        said = role.organisation in own or words <= stems or any(name and name <= stems for name in names)
        person = knowledge.entity_of(role.person) if stems and said else None
        if person is not None and person.kind == "person":
            found[person.id] = person
        if len(found) > 1:
            break
    return list(found.values())


@lru_cache(maxsize=4096)
def _says(held: str, asked: tuple[str, ...]) -> frozenset[str]:
    """Return the stems of a function when it is the one that is asked for, and not that of a deputy; else nothing."""
    stems = tokens(held)
    if tuple(stems[:1]) != asked[:1] or not set(asked) <= set(stems):
        return frozenset()
    deputy = is_deputy(held, asked[0][:6]) and _DEPUTIES.isdisjoint(asked)
    return frozenset() if deputy else frozenset(stems)
