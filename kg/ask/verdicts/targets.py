"""Whether a goal was reached or a budget kept: the result that a sentence gives against what was planned."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import Proof, cited, prove
from kg.ask.answers.rows import verdict_row
from kg.ask.language import french
from kg.ask.language.quantities import Quantity, find_quantities
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.regex import regex
from kg.types import Answer

KIND = "yes-no"
_GOAL = r"(?:objectifs?|cibles?|but|buts|ambitions?|previsions?|engagements?)"
_LIMIT = r"(?:budgets?|enveloppes?|delais?|couts?|prix|montants?|devis)"
_REACHED = r"(?:attein\w*|tenue?s?|tient|tenir|respect\w*|rempli\w*|honor\w*|depass\w*|realis\w*)"
_ASKED = regex(rf"\b(?P<what>{_GOAL}|{_LIMIT})\b.*\b{_REACHED}\b|\b{_REACHED}\b.*\b(?P<other>{_GOAL}|{_LIMIT})\b")
#: What is planned and what comes in its place, in a sentence that gives both.
_PLANNED = regex(
    r"\b(?:objectifs?|cibles?|prevu\w*|prevision\w*|attendu\w*|esper\w+|annonce\w*|promis\w*|vis(?:ait|ee?s?)|fixe\w*"
    r"|au lieu d\w*|contre|et non|plutot qu\w*)\b"
)
_MISSED = regex(
    r"\b(?:pas|non|jamais|loin d\w*|manqu\w+|sans etre) (?:ete |encore )?(?:\w+ment )?"
    r"(?:attein\w*|tenu\w*|respect\w*|rempli\w*)"
    r"|\ben deca\b|\brate\w*\b|\bloin du compte"
)
_MET = regex(r"\b(?:attein\w+|tenue?s?|respecte\w*|remplie?s?|depasse\w*)\b")
_WORDS = (
    "objectif objectifs cible but ambition prévision budget enveloppe délai atteint atteinte atteindre tenu tenue "
    "tenir respecté respectés respecter rempli dépassé dépasser réalisé fixé prévu"
)
#: Least share of the subject that a sentence with what stands around it must say; how many are read.
SAYS, DEPTH = 0.4, 60


def met(query: Query, library: Library) -> Answer | None:
    """Answer whether a goal was reached or a budget kept; nothing for other questions or when nothing gives both."""
    asked = _ASKED.search(query.folded)
    if asked is None:
        return None
    limit = re.fullmatch(_LIMIT, asked["what"] or asked["other"]) is not None
    over = "depass" in query.folded
    topic = query.without(stems_of(_WORDS.split()))
    if not topic.inside().terms:
        return None
    for proof in prove(replace(topic, documents=query.documents), library)[:DEPTH]:
        plain = proof.sentence.folded
        if proof.coverage < SAYS or not (_PLANNED.search(plain) or _MISSED.search(plain)):
            continue
        reached = _reached(proof, plain, limit=limit)
        if reached is None:
            continue
        exceeded = limit and over
        return _told(query, library, proof, "oui" if reached != exceeded else "non")
    return None


def _reached(proof: Proof, plain: str, *, limit: bool) -> bool | None:
    """Tell whether a sentence says that the goal is reached; nothing when it gives no result against a goal."""
    if _MISSED.search(plain):
        return False
    for result, planned in _pairs(proof.sentence.words, plain):
        if result.value is not None and planned.value is not None:
            costs = limit or result.measure == "money"
            return result.value <= planned.value if costs else result.value >= planned.value
    told = _MET.search(plain)
    return True if told and re.search(rf"\b{_GOAL}\b", plain) else None


def _pairs(words: str, plain: str) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield a result and what was planned of the same measure: the number beside the words for a plan is the plan."""
    quantities = find_quantities(words)
    for one in quantities:
        before, after = plain[max(0, one.start - 40) : one.start], plain[one.end : one.end + 25]
        planned = re.search(rf"{_PLANNED.pattern}[^,;]*$", before) or re.match(
            r"\W*\w*\W*(?:prevu|attendu|esper|annonc|vise)", after
        )
        others = (other for other in quantities if other is not one and _alike(one, other))
        result = next(others, None)
        if planned and result:
            yield result, one


def _alike(one: Quantity, other: Quantity) -> bool:
    return one.measure == other.measure or (other.bare and not other.measure) or (one.bare and not one.measure)


def _told(query: Query, library: Library, proof: Proof, verdict: str) -> Answer:
    evidence = (cited(library, proof.sentence.span),)
    row = verdict_row(verdict, evidence)
    text = french.shortened(f"{verdict.capitalize()} : « {library.reading(evidence[0].span)} »")
    facts = around_document(library, None, proof.passage.span.document_id)
    return Answer(query.text, KIND, text, (row,), unique(facts))
