"""Whether one thing has more or less of something than another: by the number that is told of each."""

import re
from itertools import pairwise

from index import fold, tokens
from kg.ask.answers.proofs import cited, prove
from kg.ask.answers.rows import verdict_row
from kg.ask.counts.two_figures import two_figures
from kg.ask.language import french
from kg.ask.language.quantities import find_quantities
from kg.ask.library import Library
from kg.ask.links.amounts import larger
from kg.ask.question.query import Query
from kg.regex import regex
from kg.types import Answer, Evidence

KIND = "yes-no"
_ASKED = regex(
    r"^(?:(?:en|pour|à|au) [^,?]{2,30}, )?(?:est-ce que? |est-ce qu['’])?"
    r"(?P<first>[^,?]+?)\s+(?P<verb>[\w'’]+)(?:-(?:t-)?(?:il|elle|ils|elles))?"
    r"(?: \w+[eéiu]s?)?\s+(?P<way>plus|moins)\s+(?P<what>[^?]*?)\bqu(?:e |['’])(?P<second>[^?]+?)\s*\?",
    re.IGNORECASE,
)
#: Two numbers put against each other: « 53 dossiers, contre 28 en 2023 ».
_AGAINST = regex(r"\b(?:contre|au lieu de|et non|après|face à)\s*$", re.IGNORECASE)
#: What says by itself which has more.
_RANKS = regex(r"\b(?:plus|moins|davantage|superieur\w*|inferieur\w*|autant|double|triple|fois|depass\w+|moitie)\b")
#: What grew or fell, and a number taken to another, otherwise than in a proposal.
_GREW = regex(r"\b(?:augment\w+|progress\w+|grimp\w+|hausse)\b")
_FELL = regex(r"\b(?:baiss\w+|diminu\w+|recul\w+|chut\w+)\b")
_FROM_TO = regex(
    r"\b(?:pass|mont|tomb|descend|grimp|augment|baiss|port)\w+ (?:\w+ )?de (?P<low>\d[\d\u202f\u00a0 ]*)(?:[\w€%]+ )?"
    r"à (?P<high>\d[\d\u202f\u00a0 ]*)(?![,.]\d)"
)
_PROPOSED = regex(r"\b(?:propos|demand|souhait|voudrai|suggere|reclam|envisag|pourrait)\w*")
#: Least share of the question that a sentence must say that takes a number to another.
SAYS_CHANGE = 0.5
#: How many sentences are read, the least share of the question that one must say.
DEPTH, SAYS = 10, 0.4


def compared(query: Query, library: Library) -> Answer | None:
    """Answer whether a thing has more than another by two numbers; nothing for other questions, or without them."""
    asked = _ASKED.match(query.text)
    if asked is None:
        return None
    for proof in prove(query, library)[:DEPTH]:
        more = _against(proof.sentence.words, asked["second"]) if proof.coverage >= SAYS else None
        if more is not None:
            return _told(query, library, more == (fold(asked["way"]) == "plus"), (cited(library, proof.sentence.span),))
    return _of_each(query, library, asked)


def grown(query: Query, library: Library) -> Answer | None:
    """Answer whether something grew or fell by a sentence that takes it from a number to another."""
    asked = _GREW.search(query.folded) or _FELL.search(query.folded)
    for proof in prove(query, library)[:DEPTH] if asked and not query.entities("person") else ():
        told = _FROM_TO.search(proof.sentence.words)
        if told is None or proof.coverage < SAYS_CHANGE or _PROPOSED.search(proof.sentence.folded):
            continue
        low, high = (int(re.sub(r"\D", "", told[one])) for one in ("low", "high"))
        if low != high:
            up = _GREW.search(query.folded) is not None
            return _told(query, library, up == (high > low), (cited(library, proof.sentence.span),))
    return None


def unranked(query: Query, words: str) -> bool:
    """Tell words that do not say which has more, where the question asks it."""
    return _ASKED.match(query.text) is not None and not _RANKS.search(fold(words))


def _against(words: str, second: str) -> bool | None:
    """Tell whether the first of two numbers put against each other is the larger, the last one being of `second`."""
    found = find_quantities(words)
    for one, other in pairwise(found):
        if one.value is None or other.value is None or not _AGAINST.search(words[one.end : other.start]):
            continue
        if frozenset(tokens(second)) & frozenset(tokens(words[other.start :].split(",")[0])):
            return one.value > other.value
    return None


def _of_each(query: Query, library: Library, asked: re.Match[str]) -> Answer | None:
    """Answer by the numbers told of each of two things apart."""
    ranked = f"Qu'est-ce qui {asked['verb']} le {asked['way']} {asked['what']}".rstrip()
    either = library.understand(f"{ranked}, {asked['first']} ou {asked['second']} ?")
    found = two_figures(either, library) or larger(either, library)
    if found is None or len(found.rows) < 2:
        return None
    first, second = (frozenset(tokens(asked[side])) for side in ("first", "second"))
    labels = [frozenset(tokens(row.label)) for row in found.rows[:2]]
    if not labels[0] & (first | second) or labels[0] == labels[1]:
        return None
    is_first = len(labels[0] & first) > len(labels[0] & second)
    return _told(query, library, is_first, tuple(row.evidence[0] for row in found.rows[:2] if row.evidence))


def _told(query: Query, library: Library, so: bool, evidence: tuple[Evidence, ...]) -> Answer:
    verdict = "oui" if so else "non"
    quotes = " ; ".join(dict.fromkeys(f"« {library.reading(one.span)} »" for one in evidence))
    text = french.shortened(f"{verdict.capitalize()} : {quotes}")
    return Answer(query.text, KIND, text, (verdict_row(verdict, evidence),))
