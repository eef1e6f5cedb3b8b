"""Whom a question asks for when it asks who said something: « qui », « quel agriculteur », « … : qui en parle ? »."""

import re
from dataclasses import dataclass

from index import tokens
from kg.ask.library import Library
from kg.ask.query import Query
from kg.ask.words import ASKERS, NOT_SPEECH
from kg.lexicon.functions import is_function_start

_START = re.compile(rf"(?:et |mais |alors |[^,?]{{3,60}}, )?(?:{ASKERS})\s+(?!{NOT_SPEECH})")
#: « qui » that does not begin the question: after its subject, or after words in quotes.
_LATER = re.compile(
    rf"^[^?]{{2,80}}?\s?[:;–]\s*(?:de |par )?qui\b(?! {NOT_SPEECH})|\b(?:c'est|est) de qui\b"
    r"|\bde qui (?:est|sont|vient)\b"
    r"|^je (?:cherche|voudrais|veux|recherche)\b.{0,40}\b(?:qui|personne)\b|^(?:la|les?) personnes? qui\b"
    r"|\bqui(?: (?:en parle|l'a dit|a dit ca|a dit cela))?\s*\??$"
)
_WHICH = re.compile(rf"^(?:[^,?]{{3,60}}, )?quel(?:le)?s? (?P<noun>[\w-]+)(?! de\b| d'| du\b)\b(?! {NOT_SPEECH})")
_HUMAN = frozenset(
    "monsieur madame dame messieurs dames femme femmes homme hommes jeune jeunes fille garcon enfant enfants pere "
    "mere".split()
)


@dataclass(frozen=True, slots=True)
class Asker:
    """Who is asked for: `noun` is what the person must be by trade (stems), `among` the ids of those to choose from."""

    noun: frozenset[str] = frozenset()
    among: frozenset[str] = frozenset()


def asked_for(query: Query) -> Asker | None:
    """Return whom a question asks for, nothing when it does not ask who said something."""
    if _START.match(query.folded) or _LATER.search(query.folded):
        return Asker()
    which = _WHICH.match(query.folded)
    if which is None:
        return None
    named = [one.entity.id for one in query.named if one.entity.kind == "person"]
    at = [one.start for one in query.named if one.entity.kind == "person"]
    if named and min(at) <= which.start("noun"):
        return Asker(among=frozenset(named))
    if which["noun"] in _HUMAN:
        return Asker()
    return Asker(noun=frozenset(tokens(which["noun"]))) if is_function_start(which["noun"].rstrip("s")) else None


def holds(library: Library, person: str, noun: frozenset[str]) -> bool:
    """Tell whether somebody's functions say a trade."""
    return any(noun <= frozenset(tokens(role.function)) for role in library.knowledge.roles.get(person, ()))
