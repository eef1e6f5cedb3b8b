"""The two figures that a question asks for, of two things or of two times, where one sentence tells both."""

import re
from collections.abc import Iterable, Sequence
from itertools import product

from index import tokens
from kg.ask.answers.proofs import Proof, cited, prove
from kg.ask.counts.differences import amount_of, links
from kg.ask.language import french
from kg.ask.language.quantities import Quantity, find_quantities
from kg.ask.language.same import akin
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.regex import regex
from kg.types import Answer, Row

KIND = "comparison"
_FIGURE = regex(
    r"\b(?:combien|chiffres?|montants?|prix|couts?|tarifs?|budgets?|parts?|taux|nombres?|pourcentages?|resultats?|delais?"
    r"|niveaux?|valeurs?|ecarts?|le (?:plus|moins))\b"
)
#: What is told in money, not in years or in square metres.
_MONEY = regex(r"\b(?:cher|chere|cout\w*|prix|tarifs?|budgets?|montants?|paye\w*|depens\w+)\b")
#: Two things put side by side, each by one word.
_SIDES = regex(
    r"(?P<first>[a-z][\w-]{2,}),? (?:ou|et|contre|versus|vs) "
    r"(?:(?:de|du|des|la|le|les|par|au|aux|a|en|sur|avec|une?|celui|celle)\s|[dl]')*(?P<second>[a-z][\w-]{2,})"
)
#: Two times of one thing: what was foreseen and what came, before and after.
_TIMES = regex(
    r"\b(?:prevu|annonc|estim|esper|initial|au depart|avant|hier|autrefois)\w*\b.*"
    r"\b(?:reel|depens|pay|final|facture|obtenu|realis|apres|maintenant|aujourd'hui|a present|desormais|ensuite)\w*"
)
_PLAIN = stems_of(
    "combien chiffre chiffres montant montants prix coût coûts tarif tarifs budget part taux nombre pourcentage "
    "résultat délai écart plus moins coûte coûtent coûter prévu prévue annoncé annoncée estimé espéré initial départ "
    "avant hier autrefois réel réelle dépensé payé final finale finalement facture obtenu réalisé après maintenant "
    "aujourd'hui présent désormais ensuite".split()
)
#: What parts a thing from a figure that is not its own.
_PARTS = regex(r"[;()]")
_RANK = regex(r"\ble (?P<way>plus|moins)\b")
#: How many sentences are read; least share (0..1) of the question that one must say with what stands around it, less
#: where each of two things has its own figure; how many characters part a thing from its figure.
DEPTH, SAYS, SAYS_EACH, NEAR = 30, 0.5, 0.3, 40
#: How many characters a comma between a thing and a figure is worth: « 84 000 de la Ville, 40 000 de l'État ».
COMMA = 20


def two_figures(query: Query, library: Library) -> Answer | None:
    """Answer with the sentence that gives a figure for each of two things or times; nothing for other questions."""
    pair = _SIDES.search(query.folded) if _FIGURE.search(query.folded) else None
    same = len(query.text) == len(query.folded)
    sides = [query.text[slice(*pair.span(one))] if same else pair[one] for one in ("first", "second")] if pair else []
    times = _FIGURE.search(query.folded) and _TIMES.search(query.folded)
    topic, money = query.without(_PLAIN), _MONEY.search(query.folded) is not None
    for proof in prove(topic, library)[:DEPTH] if (pair or times) and topic.inside().terms else ():
        if pair and proof.coverage >= SAYS_EACH and (near := _of_each(proof, *sides, money=money)):
            return _told(query, library, proof, near)
        linked = next(links(proof.sentence.words), None) if times and proof.coverage >= SAYS else None
        if linked:
            return _told(query, library, proof, ((one.words, one) for one in linked))
    return None


def _of_each(proof: Proof, *sides: str, money: bool) -> list[tuple[str, Quantity]]:
    """Return two things with the figure of each: both come before their figures, or both after them."""
    words = proof.sentence.words
    figures = [one for one in find_quantities(words) if one.value is not None or one.measure]
    figures = [one for one in figures if one.measure == "money"] or figures if money else figures
    told = [(match.span(), tokens(match[0])) for match in re.finditer(r"[\w'’-]+", words)]
    places = [[span for span, stems in told if any(map(_is_of, stems, tokens(side) * len(stems)))] for side in sides]
    ways = [_nearest(words, places, figures, after=after) for after in (False, True)] if len(figures) > 1 else []
    best = min((way for way in ways if way), key=lambda way: way[0], default=None)
    return list(zip(sides, best[1], strict=True)) if best else []


def _is_of(stem: str, side: str) -> bool:
    return stem == side or akin(stem, side)


def _nearest(
    words: str, places: Sequence[Sequence[tuple[int, int]]], figures: Sequence[Quantity], *, after: bool
) -> tuple[int, tuple[Quantity, ...]] | None:
    """Return the figures nearest before or after two things, and how far they are; nothing unless each has its own."""
    found = []
    for told in places:
        gaps = [
            (high - low + (COMMA if "," in words[low:high] else 0), one.start, one)
            for (start, end), one in product(told, figures)
            for low, high in [(end, one.start) if after else (one.end, start)]
            if 0 <= high - low <= NEAR and not _PARTS.search(words[low:high])
        ]
        found.append(min(gaps, default=None, key=lambda gap: gap[:2]))
    if found[0] is None or found[1] is None or found[0][2] is found[1][2]:
        return None
    first, second = found[0][2], found[1][2]
    if first.measure != second.measure and first.measure and second.measure:
        return None
    return found[0][0] + found[1][0], (first, second)


def _told(query: Query, library: Library, proof: Proof, found: Iterable[tuple[str, Quantity]]) -> Answer:
    """Answer with two figures and the sentence that tells them; the first is the one that has the most, where asked."""
    rank = _RANK.search(query.folded)
    ordered = list(found)
    if rank:
        ordered.sort(key=lambda row: amount_of(row[1]), reverse=rank["way"] == "plus")
    evidence = (cited(library, proof.sentence.span, proof.score),)
    rows = tuple(Row("", label, "number", min(1.0, proof.score), one.words, evidence) for label, one in ordered)
    told = [one.words if one.words == label else f"{label} : {one.words}" for label, one in ordered]
    first = f"{ordered[0][0]} ({ordered[0][1].words} ; {told[1]})" if rank else " ; ".join(told)
    return Answer(query.text, KIND, french.told(f"{first} — « {library.reading(evidence[0].span)} »"), rows)
