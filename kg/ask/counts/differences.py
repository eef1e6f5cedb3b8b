"""By how much something changes, or costs more than something else: two amounts of a sentence, and what parts them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from index import fold
from kg.ask.answers.proofs import Proof, cited, coverage, prove, title_stems
from kg.ask.answers.rows import number_row
from kg.ask.language import french
from kg.ask.language.quantities import Quantity, find_quantities
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.regex import regex
from kg.types import Answer

KIND = "participants-counts"
_ASKED = regex(
    r"\bde combien\b|\bcombien (?:coute\w* |paie\w* )?(?:de |en )?(?:plus|moins)\b"
    r"|\b(?:plus|moins) cher\w* .*\bcombien\b"
    r"|\b(?:quelle?s? (?:est |sera )?(?:la |l')?|^(?:la |l'))"
    r"(?:difference|ecart|hausse|baisse|augmentation|evolution)\b"
)
#: What stands between two amounts of which one takes the place of the other: « de 6 € à 7 € », « 7 € contre 6 € ».
_BETWEEN = regex(
    r"\s*(?:ht|ttc|net)?,?\s*(?P<link>a|contre|au lieu de|et non(?: pas)?|en place de|face a)\s+(?:pres de |environ )?"
)
_BACKWARDS = regex(r"contre|au lieu|et non|en place|face")
_PLAIN = stems_of(
    "combien différence écart hausse baisse augmentation évolution augmente augmenté augmentera baisse baissé baissera "
    "passe passé passera plus moins cher chère coûte coûtera coûterait coûter coût coûts prix entre sera est".split()
)
#: Least share of the question that the passage with its title must say, and how many sentences lead to passages.
SAYS, DEPTH = 0.5, 12


def told_difference(query: Query, library: Library) -> Answer | None:
    """Answer by how much an amount is more, or less, than another one; nothing for other questions."""
    if not _ASKED.search(query.folded):
        return None
    topic = query.without(_PLAIN)
    terms = topic.inside().terms
    found = prove(topic, library)[:DEPTH] if terms else []
    for passage in dict.fromkeys(proof.passage for proof in found):
        said = coverage(terms, library.stems(passage.span) | title_stems(passage.headings[-1:]))
        for sentence in library.sentences(passage) if said >= SAYS else ():
            pair = next(_changes(sentence.words), None)
            if pair:
                return _told(query, library, Proof(sentence, passage, said, said), pair)
    return None


def links(words: str) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield two amounts of which one takes the place of the other, the one before the change first."""
    plain = fold(words)
    for one, other in pairwise(find_quantities(words)):
        link = _BETWEEN.fullmatch(plain[one.end : other.start])
        if link:
            yield (other, one) if _BACKWARDS.match(link["link"]) else (one, other)


def _changes(words: str) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield two amounts of one measure, the one before the change first."""
    for one, other in links(words):
        if one.measure == other.measure and one.measure not in ("", "time") and amount_of(one) != amount_of(other):
            yield one, other


def amount_of(quantity: Quantity) -> Decimal:
    """Return the number that a quantity tells, its unit apart."""
    digits = re.search(r"\d[\d .\u00a0\u202f]*(?:,\d+)?", quantity.words)
    plain = re.sub(r"[ .\u00a0\u202f]", "", digits[0]).replace(",", ".") if digits else ""
    return Decimal(plain) if plain else Decimal(quantity.value or 0)


def _told(query: Query, library: Library, proof: Proof, pair: tuple[Quantity, Quantity]) -> Answer:
    first, last = pair
    parts = amount_of(last) - amount_of(first)
    number = f"{abs(parts):f}".replace(".", ",")
    unit = last.unit or first.unit
    told = f"{number} {unit}".strip()
    way = "de plus" if parts > 0 else "de moins"
    asked = re.search(r"\b(?P<way>plus|moins) cher", query.folded)
    more = (parts > 0) == (asked["way"] == "plus") if asked else None
    yes = "" if more is None or query.folded.startswith("de combien") else "oui : " if more else "non : "
    proofs = (cited(library, proof.sentence.span, proof.score),)
    words = library.reading(proof.sentence.span)
    text = french.sentence(f"{yes}{told} {way} ({last.words} contre {first.words}) : « {words} »")
    row = number_row(told, proofs, score=proof.score)
    return Answer(query.text, KIND, french.shortened(text), (row,))
