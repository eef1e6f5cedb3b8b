"""Answers to questions in French: the kinds of question, the most precise first; the semantic search ends them."""

import gc
from dataclasses import replace

from index import fold
from kg.ask import (
    absence,
    acted,
    affiliation,
    aims,
    attendance,
    authors,
    charges,
    comparison,
    conditions,
    country,
    doers,
    durations,
    enumerations,
    family,
    identity,
    inventory,
    listing,
    noun_asked,
    occurrences,
    organisers,
    participants,
    programme,
    ranking,
    relation,
    semantic,
    shortcomings,
    somebody,
    speech,
    subject,
    themes,
    voices_counted,
    when_where,
    whereabouts,
    which,
    yes_no,
)
from kg.ask.answers.rederive import with_query
from kg.ask.answers.steps import candidate, steps
from kg.ask.library import Library
from kg.ask.question.double import halves, joined
from kg.ask.question.opening import unframed
from kg.ask.question.query import Query
from kg.ask.question.rewording import other_wordings, reworded
from kg.ask.question.spelling import spelled
from kg.ask.question.whom import ANYBODY, Whom, whom
from kg.ask.refusals.unfounded import unfounded
from kg.regex import regex
from kg.types import Answer

#: The kinds of question, the most precise first; each has `EXAMPLES` and `answer(query, library) -> Answer | None`.
QUESTIONS = {
    module.__name__.rsplit(".", 1)[-1]: module
    for module in (
        family,
        comparison,
        relation,
        absence,
        ranking,
        voices_counted,
        occurrences,
        attendance,
        yes_no,
        inventory,
        shortcomings,
        durations,
        themes,
        conditions,
        aims,
        enumerations,
        country,
        whereabouts,
        affiliation,
        organisers,
        charges,
        authors,
        doers,
        participants,
        when_where,
        programme,
        identity,
        which,
        acted,
        speech,
        listing,
        subject,
        somebody,
        noun_asked,
        semantic,
    )
}
#: Longest question that is read, in characters; how many new things are much, nearly all of them read from the base.
LONGEST, MUCH = 2000, 50_000
#: What near words never answer: a number, a cause, a difference, a town.
_EXACT = regex(
    r"\bcombien\b|\bnombre (?:de|d'|total)|\bpourquoi\b|\bpour quelles? raisons?\b|\bdifferences?\b|^quelles? villes?\b"
)


def answer(question: str, library: Library) -> Answer:
    """Answer a question in French; « rien dans le corpus », with what was searched, when nothing fits."""
    before = gc.get_count()[0]
    found = _answered(question, library)
    if gc.get_count()[0] - before > MUCH:
        gc.freeze()  # what was read is kept: searching it for cycles took an eighth of a question on a large base
    return found


def _answered(question: str, library: Library) -> Answer:
    told = spelled(" ".join(question.split())[:LONGEST], library)
    asked, somebody = whom(unframed(told))
    both = halves(asked)
    found = [_answer(half, library) for half in both] if both else []
    if len(found) == 2 and not any(one.abstained for one in found):
        return joined(told, *found)
    first = _answer(reworded(asked), library, somebody)
    if first.abstained and not _EXACT.search(fold(asked)):
        wider = _answer(reworded(asked), library, somebody, wide=True)
        first = first if wider.abstained else wider
    wordings = other_wordings(asked) if first.kind == "none" else ()
    others = (_answer(wording, library) for wording in wordings)
    return replace(next((other for other in others if not other.abstained), first), question=told)


def _answer(asked: str, library: Library, somebody: Whom = ANYBODY, wide: bool = False) -> Answer:
    query = replace(library.understand(asked), whom=somebody)
    query = library.widened(query) if wide else query
    if not query.terms and not query.quoted:
        why = "La question ne contient aucun mot qui puisse être cherché."
        return inventory.answer(query, library) or _nothing(query, why)
    tried: list[str] = []
    for kind, module in QUESTIONS.items():
        found: Answer | None = module.answer(query, library)
        if found is not None:
            why = "" if found.abstained else unfounded(query, library, found)
            if why:
                return replace(
                    _nothing(query, f"Rien dans le corpus : {why}."), trace=steps(query, library, tried, None)
                )
            told = (*steps(query, library, tried, kind), *map(candidate, found.trace))
            return replace(found, sparql=with_query(found, query, library), trace=told)
        tried.append(kind)
    return replace(_nothing(query, ""), trace=steps(query, library, tried, None))


def _nothing(query: Query, why: str) -> Answer:
    searched = ", ".join(term.words for term in query.terms)
    told = why or f"Rien dans le corpus : aucun passage ne répond (cherché par les mots et par le sens : {searched})."
    return Answer(query.text, "none", told, abstained=True, certificate=f"mots cherchés : {searched}")
