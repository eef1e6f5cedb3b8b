"""How a name stands in a sentence: before the verb that is asked, after « par », after the question's preposition."""

import re
from collections.abc import Iterator

from index import fold, tokens
from kg.ask.question.query import YEAR, Query, Term
from kg.ask.question.sought import Sought
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
#: What a question asks an origin by, and what leads to one.
_ORIGIN = regex(
    r"\b(?:vien(?:t|nent)|venai(?:t|ent)|venue?s?|provien\w+|provenai\w+|originaires?|issue?s?|sort(?:ent)?)\b"
)
_FROM = regex(
    r"\b(?:originaires?|ven(?:ue?s?|ant|ait|aient)|vien(?:t|nent)|proven(?:ance|ant|ait|aient)|issue?s?|arrive\w*)"
    rf" (?:(?:tout droit|directement) )?(?:de |du |des |d'){_LEAD}"
)
_ACTIVE = regex(r"^(?!\s*(?:est|sont|etait|etaient|fut|a ete|ont ete)\b)")


_COMPLEMENT = regex(r"(?P<noun>[\w-]{4,}(?: [a-zà-ÿ]+)?) (?:de la |du |des |de |d['’]|à |au |aux )(?:la |le |les )?$")


def standing(query: Query, asked: Sought, words: str, at: tuple[int, int]) -> float:
    """Return what the place of a name in a sentence is worth, for what a question asks: 1 when it tells nothing."""
    before, after = fold(words[: at[0]]), fold(words[at[1] :])
    worth = _beside_a_year(query, words, at) * (RIGHT if asked.town and completes(query, asked, words, at[0]) else 1.0)
    preposition = _PREPOSITIONS.get(asked.how.split("'")[0].strip())
    if asks_origin(query):
        return worth * (RIGHT * RIGHT if comes_from(words, at[0]) else 1.0)
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


def asks_origin(query: Query) -> bool:
    """Tell a question for where something comes from: « d'où viennent les plants », « de quelle ville … »."""
    return (
        re.match(r"(?:d'ou|de quel(?:le)?s?)\b", query.folded) is not None and _ORIGIN.search(query.folded) is not None
    )


def comes_from(words: str, at: int) -> bool:
    """Tell a name that the words before it make an origin: « originaires de Lorville », « venus de Lorville »."""
    return _FROM.search(fold(words[:at])) is not None


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


def completes(query: Query, asked: Sought, words: str, at: int) -> bool:
    """Tell a name that completes the very noun of a question: « l'ancienne halle de Lorville »."""
    link = _COMPLEMENT.search(words[max(0, at - 60) : at])
    if link is None:
        return False
    stems = frozenset(tokens(link["noun"]))
    names = {one.entity.label for one in query.named}
    ideas = (t for t in query.terms if t.words not in names and fold(t.words) not in asked.said)
    return any(term.alternatives[0][0] <= stems for term in ideas)


def _beside_a_year(query: Query, words: str, at: tuple[int, int]) -> float:
    """Favour the name nearest to the year that a question gives, where its sentence gives that year."""
    for found in YEAR.finditer(words) if query.years else ():
        if found[0] in query.years:
            gap = max(found.start() - at[1], at[0] - found.end())
            return RIGHT if gap <= 5 else 1.0
    return 1.0
