"""What an answer stands on: how many quotations were looked at, how those that answer say it, what stayed below."""

import re
from collections.abc import Iterable, Sequence

from index import fold
from kg.ask.language import french
from kg.ask.language.same import akin
from kg.ask.library import Library
from kg.ask.question.query import Term
from kg.ask.question.synonyms import SAME
from kg.ask.sentences.about import Said

#: How some words say a subject, from the surest, in the order in which it is told.
HOW = ("à la lettre", "par une autre forme", "en d'autres mots", "par le sens et ce qui les entoure")


def how_said(terms: Sequence[Term], words: str, stems: frozenset[str]) -> int:
    """Return how some words say all the ideas of a subject: the place in `HOW`."""
    if all(any(way <= stems for way in forms(term)) for term in terms):
        plain = f" {' '.join(_words(words))} "
        return 0 if all(f" {' '.join(_words(bare(term.words)))} " in plain for term in terms) else 1
    return 2 if all(term.strength(stems) > 0 for term in terms) else 3


def forms(term: Term) -> list[frozenset[str]]:
    """Return the ways to say an idea that are its own word or words of its family: « jumelage », « jumelées »."""
    own = term.alternatives[0][0]
    kin = [way for way, worth in term.alternatives if worth == SAME and len(way) == 1 and _is_kin(own, *way)]
    return [own, *kin]


def _is_kin(own: frozenset[str], other: str) -> bool:
    return any(akin(stem, other) for stem in own)


def counted(ways: Iterable[int], noun: str) -> str:
    """Return « 2 citations à la lettre, 1 par une autre forme »: how many say it in each way in which some do."""
    told = list(ways)
    numbers = [(told.count(way), HOW[way]) for way in range(len(HOW)) if way in told]
    first = [f"{french.count(number, noun)} {how}" for number, how in numbers[:1]]
    return ", ".join([*first, *(f"{number} {how}" for number, how in numbers[1:])])


def heard(terms: Sequence[Term], library: Library, said: Sequence[Said], kept: Sequence[Said]) -> str:
    """Say how the quotations that answer were found among those looked at, and which is the nearest of the others."""
    ways = (how_said(terms, library.reading(one.quotation.span), library.stems(one.quotation.span)) for one in kept)
    held = {one.quotation.id for one in kept}
    below = [one for one in said if one.quotation.id not in held]
    told = f"{french.count(len(said), 'citation regardée', 'citations regardées')} ; {counted(ways, 'retenue')}"
    if not below:
        return told
    nearest = below[0]
    speaker = library.knowledge.entity_of(nearest.quotation.speaker)
    name = french.of(speaker.label) if speaker else "d'une voix non nommée"
    number = french.count(len(below), "sous le seuil", "sous le seuil")
    return f"{told} ; {number}, la plus proche {name} ({nearest.score:.2f})".replace(".", ",")


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", fold(text))


def bare(words: str) -> str:
    """Return a word without its elided article: « l'eau »."""
    return words.replace("’", "'").rsplit("'", 1)[-1]
