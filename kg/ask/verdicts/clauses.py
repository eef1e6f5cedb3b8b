"""The part of a sentence that tells what a question asks: its polarity is the answer."""

from collections.abc import Sequence

from index import tokens
from kg.ask.question.query import Query
from kg.ask.sentences.told import ideas, says
from kg.ask.verdicts.asserted import PREDICATE
from kg.ask.verdicts.predicates import parts
from kg.regex import regex

_CLAUSE = regex(
    r"[;:«»](?!\d)|,(?!\d| (?:qui|que|dont|où)\b)|\b(?:mais|car|puisqu\w*|parce qu\w*|alors qu\w*|tandis qu\w*|afin)\b"
    r"|\bet (?=(?:je|j|il|elle|nous|on|ne|n)\b)"
)
#: Words between commas that part a subject from its verb.
_ASIDE = regex(r", (?:à|au|aux|dans|sur|en|pour|par|lui|elle|eux|selon|chez|avec|d['’]après)\b[^,]{0,40}, ")
#: What begins the parts of a list.
_LISTED = regex(r"(?:^|\s)(?:[a-z]|\d)\) |=>|•")


def telling_clause(query: Query, words: str) -> str:
    """Return the part of a sentence that says most of what is asked of the thing named: its polarity is the answer."""
    asked = ideas(query)
    clauses = [
        (clause, sum(idea.weight * says(idea.term, frozenset(tokens(clause)))[0] for idea in asked))
        for clause in _CLAUSE.split(_ASIDE.sub(" ", words))
    ]
    predicate = parts(query).predicate
    telling = [one for one in clauses if predicate and says(predicate, frozenset(tokens(one[0])))[0] >= PREDICATE]
    best, said = max(telling or clauses, key=lambda pair: pair[1])
    listed = _of_object(query, best, [one for one, _ in clauses]) if telling and _LISTED.search(words) else None
    return listed or (best if said else words)


def _of_object(query: Query, best: str, clauses: Sequence[str]) -> str | None:
    """Return the part of a list that tells the thing asked about, when the part with the verb tells nothing of it."""
    things = parts(query).object

    def told(clause: str) -> float:
        return sum(says(one, frozenset(tokens(clause)))[0] for one in things)

    other = max(clauses, key=told)
    return other if told(other) > 0 == told(best) else None
