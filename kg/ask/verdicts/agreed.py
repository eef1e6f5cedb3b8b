"""Whether somebody agrees with somebody else: by the sentence that tells the stand taken on the other's words."""

import re
from collections.abc import Iterable, Sequence

from index import fold
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import cited
from kg.ask.answers.rows import verdict_row
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.links.stands import Stand, stands
from kg.ask.question.query import Query, Term
from kg.ask.sentences.told import says
from kg.regex import regex
from kg.types import Answer

KIND = "yes-no"
#: What a question asks of two people alike, and of the first on the second.
_ALIKE = regex(
    r"\b(?:d'accord|desaccord|meme avis|de l'avis|autre avis|avis contraire|meme (?:opinion|position|point de vue)"
    r"|s'entend\w*|meme (?:ligne|longueur d'onde)|(?:du cote|dans le (?:meme )?sens) d[eu]?\b|pens\w+(?:-t-\w+)? comme"
    r"|partag\w+(?:-t-\w+)? [^?]*(?:avis|opinion|point de vue|position|analyse|inquietude|constat|conviction|idees?"
    r"|crainte|vue|avis))\b"
)
_FIRST = regex(
    r"\b(?:(?:est|sont|etait|etaient)(?:-(?:il|elle))? contre\b"
    r"|donn\w+(?:-t-\w+)? (?:raison|tort)|soutien\w*|souten\w+|approuv\w*|rejoin\w*|abond\w*"
    r"|suit\b|suivi\b|rallie\w*|range\w*|confirm\w*|appui\w*|contredi\w*|contest\w*|oppos\w*|object\w*|desapprouv\w*|dement\w*|refut\w*)\b"
)
_AGAINST = regex(
    r"\b(?:desaccord|autre avis|avis contraire|tort|contredi\w*|contest\w*|oppos\w*|object\w*|desapprouv\w*"
    r"|dement\w*|refut\w*|contre|hostiles?)\b"
)
#: What a question asks of somebody's stand on a thing.
_ON_A_THING = regex(
    r"\b(?:(?:est|etait)(?:-(?:il|elle))? (?:pour|contre|favorable|hostile|oppose\w*|d'accord|partisan\w*)|soutien\w*"
    r"|souten\w+|approuv\w*|oppos\w*|desapprouv\w*|appui\w*|contest\w*)\b"
)
_NEGATIVE = regex(r"\bn(?:e\b|')|\bpas\b")
#: Words for a stand, which are no subject of it.
_STAND = regex(
    rf"(?:[ldns]')?(?:{_ALIKE.pattern}|{_FIRST.pattern}|{_AGAINST.pattern}|accord|avis|point|vue|opinions?|positions?|memes?|raison"
    r"|partag\w*|propos|sujet|pour|favorables?|idees?|dit|pens\w*|s'entend\w*|donn\w*"
    r"|cotes?|sens|lignes?|longueur|d'onde|onde|analyses?"
    r"|constats?|inquietudes?|convictions?|affirm\w*|proposition|declarations?)"
)
#: Least that words must say of an idea, and of all those of a subject.
IDEA, SUBJECT = 0.6, 0.5


def agreed(query: Query, library: Library) -> Answer | None:
    """Answer whether two people agree, or what one thinks of the other's words; nothing where no sentence tells."""
    if not between_two(query):
        return None
    alike, (first, second) = _ALIKE.search(query.folded), sides_of(query)
    told = list(stands(library, reports_on(library, first)))
    found = [one for one in told if one.person in first and one.other in second]
    if alike and not any(told_of(query, one) >= SUBJECT for one in found):
        found = [one for one in told if one.person in second and one.other in first and not one.agrees]
    return _told(query, library, _best(query, found))


def between_two(query: Query) -> bool:
    """Tell a question whether two people agree, or one with the other's words."""
    return len(sides_of(query)) == 2 and asks_of_two(query) is not None


def stood(query: Query, library: Library) -> Answer | None:
    """Answer whether somebody is for or against a thing by the stand that he takes right after it is told."""
    sides = sides_of(query)
    if len(sides) != 1 or not _ON_A_THING.search(query.folded) or not subject(query):
        return None
    told = stands(library, reports_on(library, sides[0]))
    found = [one for one in told if one.person in sides[0]]
    whole = [one for one in found if all(says(term, one.around)[0] >= IDEA for term in subject(query))]
    return _told(query, library, _best(query, whole))


def sides_of(query: Query) -> list[frozenset[str]]:
    """Return the ids of those whom each name of a question may mean, in its order."""
    named = [one for one in query.named if one.entity.kind == "person"]
    starts = sorted({one.start for one in named})
    return [frozenset(one.entity.id for one in named if one.start == start) for start in starts]


def reports_on(library: Library, people: Iterable[str]) -> set[str]:
    """Return the ids of the documents that name some people."""
    known = (library.knowledge.by_id.get(one) for one in people)
    return {report.id for report in library.knowledge.naming(*known)}


def subject(query: Query) -> list[Term]:
    """Return what a question asks a stand on: its ideas that are neither names nor words for a stand."""
    named = {words for one in query.named for words in (one.words, one.entity.label)}
    return [term for term in query.terms if term.words not in named and not _STAND.fullmatch(fold(term.words))]


def asks_against(query: Query) -> bool:
    """Tell a question that asks who, or whether somebody, is against: by its verb, or by a negation."""
    plain = query.unnamed()
    return (_AGAINST.search(plain) is not None) != (_NEGATIVE.search(plain) is not None)


def asks_of_two(query: Query) -> re.Match[str] | None:
    """Return the words by which a question asks of a stand on somebody's words."""
    return _ALIKE.search(query.folded) or _FIRST.search(query.folded)


def told_of(query: Query, stand: Stand) -> float:
    """Return the share of a question's subject that is told where a stand is taken."""
    asked = subject(query)
    return sum(says(term, stand.section)[0] >= IDEA for term in asked) / len(asked) if asked else 1.0


def _best(query: Query, found: Sequence[Stand]) -> Stand | None:
    """Return the stand taken on the subject of a question; nothing when two are contrary."""
    best = max((told_of(query, one) for one in found), default=0.0)
    kept = [one for one in found if told_of(query, one) == best]
    return kept[0] if best >= SUBJECT and len({one.agrees for one in kept}) == 1 else None


def _told(query: Query, library: Library, stand: Stand | None) -> Answer | None:
    if stand is None:
        return None
    verdict = "oui" if stand.agrees != asks_against(query) else "non"
    evidence = (cited(library, stand.sentence.span),)
    partly = ", avec une réserve" if stand.agrees and stand.partly and verdict == "oui" else ""
    text = french.shortened(f"{verdict.capitalize()}{partly} : « {library.reading(evidence[0].span)} »")
    facts = around_document(library, None, stand.sentence.span.document_id)
    return Answer(query.text, KIND, text, (verdict_row(verdict, evidence),), unique(facts))
