"""How a name stands in a sentence: before the verb that is asked, after « par », after the question's preposition."""

import re
from collections.abc import Iterator

from corpus import Span
from index import fold, tokens
from kg.ask.library import Library
from kg.ask.query import YEAR, Query, Term
from kg.ask.sought import Sought
from kg.regex import regex

#: What it is worth to stand where the question asks for it, and to stand where it does not; else 1.
RIGHT, WRONG = 1.2, 0.8
#: What may stand between a preposition and the name that it leads to.
_LEAD = (
    r"\s*(?:(?:le|la|les|l'|un|une|ville|commune|association|entreprise|societe|mairie|region|departement)\s*)*"
    r"(?:de |du |d')?[«\"(]?\s*$"
)
_BY = regex(rf"\b(?:par|grace a|grace aux|grace au){_LEAD}")
_PREPOSITIONS = {
    "avec": regex(rf"\b(?:avec|aupres|a|au|aux|et|que|entre){_LEAD}"),
    "a": regex(rf"\b(?:a|au|aux|vers|pour|chez|profit){_LEAD}"),
    "pour": regex(rf"\b(?:pour|a|au|aux|chez|de|du){_LEAD}"),
    "de": regex(rf"(?:\b(?:de|du|des)|\bd'){_LEAD}"),
    "dans": regex(rf"\b(?:dans|a|au|aux|en|sur|de|du){_LEAD}"),
    "sur": regex(rf"\b(?:sur|a|au|aux|de|du){_LEAD}"),
    "en": regex(rf"\b(?:en|dans|a|au|aux|de|du){_LEAD}"),
    "chez": regex(rf"\b(?:chez|a|au|aux|de|du){_LEAD}"),
    "par": _BY,
}
_ACTIVE = regex(r"^(?!\s*(?:est|sont|etait|etaient|fut|a ete|ont ete)\b)")


def standing(query: Query, library: Library, asked: Sought, inside: Span, at: Span) -> float:
    """Return what the place of a name in a sentence is worth, for what a question asks: 1 when it tells nothing."""
    text = library.knowledge.documents[inside.document_id].text
    before, after = fold(text[inside.start : at.start]), fold(text[at.end : inside.end])
    worth = _beside_a_year(query, text, inside, at)
    worth *= attached(query, text, inside, at) if asked.town else 1.0
    preposition = _PREPOSITIONS.get(asked.how.split("'")[0].strip())
    if preposition is not None:
        return worth * (RIGHT if preposition.search(before) else 1.0)
    if asked.how or not _ACTIVE.match(query.folded[asked.place[1] :]):
        return worth * (RIGHT if _BY.search(before) else 1.0)
    verb = _verb(query, asked)
    if verb is None:
        return worth
    if _BY.search(before) or (_says(verb, before) is None and _says(verb, after) is not None):
        return worth * RIGHT
    return worth * (WRONG if _says(verb, before) is not None else 1.0)


def _verb(query: Query, asked: Sought) -> Term | None:
    """Return the first idea of a question after what it seeks."""
    places = ((query.folded.find(fold(term.words), asked.place[1]), term) for term in query.terms)
    found = [(at, term) for at, term in places if at >= 0 and fold(term.words) not in asked.said]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _says(term: Term, folded: str) -> int | None:
    """Return where some folded words say an idea, up to a full stop."""
    return next((at for at, stems in _words(folded) if term.strength(stems) >= 0.5), None)


def _words(folded: str) -> Iterator[tuple[int, frozenset[str]]]:
    return ((match.start(), frozenset(tokens(match[0]))) for match in re.finditer(r"\w[\w'-]*", folded))


def attached(query: Query, text: str, inside: Span, at: Span) -> float:
    """Favour a name that completes the very noun of the question: « l'ancienne halle de Lorville »."""
    before = text[inside.start : at.start]
    link = re.search(
        r"(?P<noun>[\w-]{4,})(?: [a-zà-ÿ]+){0,1} (?:de la |du |des |de |d['’]|à |au |aux )(?:la |le |les )?$", before
    )
    if link is None:
        return 1.0
    stems = frozenset(tokens(before[link.start("noun") :]))
    names = {one.entity.label for one in query.named}
    said = any(t.words not in names and not t.words.isdigit() and t.alternatives[0][0] <= stems for t in query.terms)
    return RIGHT if said else 1.0


def _beside_a_year(query: Query, text: str, inside: Span, at: Span) -> float:
    """Favour the name nearest to the year that a question gives, where its sentence gives that year."""
    if not query.years:
        return 1.0
    for found in YEAR.finditer(text, inside.start, inside.end):
        if found[0] in query.years:
            gap = max(found.start() - at.end, at.start - found.end())
            return RIGHT if gap <= 5 else 1.0
    return 1.0
