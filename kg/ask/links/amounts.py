"""Which of two things has the most, costs the least, is the largest: the number that a report tells of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from index import fold, tokens
from kg.ask import participants
from kg.ask.answers.proofs import cited
from kg.ask.language import french
from kg.ask.language.kinship import kin_of
from kg.ask.language.numbers import Number, find_numbers
from kg.ask.language.same import akin
from kg.ask.library import Library
from kg.ask.links.sides import Side, side_of, told_in
from kg.ask.question.kinds import bare_town
from kg.ask.question.query import Query
from kg.ask.search.things import Sentence
from kg.regex import regex
from kg.types import Answer, Evidence, Row

KIND = "comparison"
_TWO = (
    regex(
        r"\b(?:plus|moins) (?:de |d['’])[\w-]+ (?:à|au|aux|en|dans|chez|pour|sur|de|du|des) (?P<first>[^,?:]+?)"
        r" ou (?:(?:à|au|aux|en|dans|chez|pour|sur|de|du|des) )?(?P<second>[^,?:]+?)\s*\??\s*$",
        re.IGNORECASE,
    ),
    regex(
        r"\b(?:plus|moins) (?:cher|chère|coûteux|coûteuse|long|longue|grand|grande)s? (?:de |d['’]|à )"
        r"(?P<first>[^,?:]+?) ou (?:de |d['’]|à )(?P<second>[^,?:]+?)\s*\??\s*$",
        re.IGNORECASE,
    ),
    regex(r"(?:,|:|\bentre|\bde)\s+(?P<first>[^,?:]+?)\s+(?:ou|et)\s+(?P<second>[^,?:]+?)\s*\??\s*$", re.IGNORECASE),
    regex(r"^(?:entre |de |du )?(?P<first>[^,?:]+?)\s+(?:ou|et)\s+(?P<second>[^,?:]+?)\s*[:,]", re.IGNORECASE),
)
_RANK = regex(r"\b(?P<most>plus|moins|davantage)\b(?: (?:de |d'|grand |petit )?(?P<noun>[\w-]+))?")
_ASKED = regex(r"\b(?:qui|lequel|laquelle|quel(?:le)?s?|qu'est[- ]ce|ou|comparer?|le ?quel)\b")
_LESS = regex(r"\bmoins\b|\bplus (?:petit|bas|faible|court|leger|jeune)\w*")
#: What is told by dates, not by numbers.
_OF_TIME = regex(r"(?:ancien|recent)(?:ne)?s?$|tot$|tard$|tardi\w+$")
_MONEY = regex(
    r"\b(?:cher|chere|cout\w*|coute\w*|paye\w*|budget\w*|tarif\w*|prix|euros?|subvention\w*|recettes?|touch\w+"
    r"|(?:recoi\w+|recu\w*) (?:le )?(?:plus|moins|davantage)(?= d'argent|\s*(?:[?,:]|$)))\b"
)
_VOTES = regex(r"\b(?:voix|votes?|suffrages?)\b")
_EUROS = regex(r"\s*(?:€|euros?\b|k€|m€)", re.IGNORECASE)
#: What multiplies the number before it.
_SCALES = {"millier": 10**3, "million": 10**6, "milliard": 10**9}
_SCALE = regex(r"\s*(milliard|million|millier)s?\b", re.IGNORECASE)
#: Nouns that a measure is told in, by the words that ask for it.
_MEASURES = (
    (
        regex(r"\b(?:habitants?|peupl\w+|(?:grande?|petite?) (?:ville|commune)|plus (?:grand|petit)\w*)\b"),
        "habitants âmes",
    ),
    (
        regex(r"\b(?:monde|gens|personnes|participants|public|affluence|frequent\w+)\b"),
        "personnes participants auditeurs inscrits adhérents présents signatures délégués émargements entrées "
        "visiteurs spectateurs billets convives",
    ),
    (regex(r"\b(?:age|agee?|vieux|vieille|jeune)\b"), "ans"),
    (regex(r"\b(?:voix|votes?)\b"), "voix pour contre"),
    (regex(r"\b(?:long\w*|dur\w+)\b"), "heures jours mois ans minutes"),
)
#: From how surely a sentence must tell of a thing, and how many characters part a number from what it counts;
#: what the end of a clause adds to how far apart two words are.
TELLS, NEAR, APART = 0.5, 40, 200
#: What leads from a name to its number, which is then in the next sentence: the number before is another's.
_LEADS = regex(r"(?:\.{4,}|(?:\. ?){4,})\s*$")
_PARTS = regex(r";|\b(?:alors|tandis) qu[e']|\bmais\b|\blorsqu[e']")


@dataclass(frozen=True, slots=True)
class Amount:
    """What is told of a thing: the number, the words with its unit, and the proof."""

    value: int
    words: str
    proof: Evidence


def larger(query: Query, library: Library) -> Answer | None:
    """Answer which of two things has the most or the least of something; nothing for other questions."""
    rank = _RANK.search(query.folded)
    if rank is None or _OF_TIME.match(rank["noun"] or "") or not _ASKED.search(query.folded):
        return None
    match = next((found for shape in _TWO if (found := shape.search(query.text))), None)
    if match is None:
        return None
    pair = [side_of(query, *match.span(name)) for name in ("first", "second")]
    counted = _counted(query, rank["noun"] or "")
    told = [(amount, side) for side in pair for amount in islice(_amounts(library, (query, side, pair), counted), 1)]
    if len(told) < 2 or told[0][0].value == told[1][0].value:
        told = [(amount, side) for side in pair if (amount := _asked_alone(query, library, side, rank["noun"] or ""))]
    if len(told) < 2 or told[0][0].value == told[1][0].value:
        return None
    told.sort(key=lambda row: row[0].value, reverse=not _LESS.search(query.folded))
    (first, one), (second, other) = told
    text = french.sentence(f"{_called(one)} ({first.words} ; {_called(other)} : {second.words})")
    return Answer(query.text, KIND, french.shortened(text), tuple(_row(side, amount) for amount, side in told))


def _row(side: Side, amount: Amount) -> Row:
    identifier, kind = (side.entities[0].id, side.entities[0].kind) if side.entities else ("", "thing")
    return Row(identifier, _called(side), kind, 1.0, amount.words, (amount.proof,))


def _called(side: Side) -> str:
    """Return what a thing is called: the town, where the question says no more of « Ville de Lorville »."""
    town = bare_town(side.label)
    return town if fold(town) == side.plain else side.label


def _counted(query: Query, noun: str) -> frozenset[str] | None:
    """Return the stems of what is counted, nothing when it is money."""
    if _MONEY.search(query.folded):
        return None
    told = " ".join(words for asked, words in _MEASURES if asked.search(query.folded))
    own = tokens(noun)
    kin = {stem for one in own for stem in kin_of(one)}
    return frozenset([*own, *kin, *tokens(told)])


def _asked_alone(query: Query, library: Library, side: Side, noun: str) -> Amount | None:
    """Return the number that answers how many, or how much, of one thing alone, where the question looks."""
    what = "coûte" if _MONEY.search(query.folded) else "de voix pour" if _VOTES.search(query.folded) else f"de {noun}"
    if what == "de " or not side.words:
        return None
    where = f" {query.place}" if query.place and fold(side.words) not in query.place else ""
    alone = f"Combien {what} {side.words}{where.rstrip()} ?"
    found = participants.answer(library.understand(alone), library)
    row = next((row for row in found.rows if row.value), None) if found and not found.abstained else None
    number = next(iter(find_numbers(row.value or "")), None) if row else None
    if row is None or number is None or number.value is None:
        return None
    unit = " voix" if what.startswith("de voix") else ""
    return Amount(_in_full(number, row.value or ""), f"{row.value}{unit}", row.evidence[0])


def _amounts(
    library: Library, asked: tuple[Query, Side, list[Side]], counted: frozenset[str] | None
) -> Iterator[Amount]:
    """Yield the numbers told of a thing, those of the sentences that tell most surely of it first."""
    query, side, pair = asked
    sentences = sorted(
        told_in(library, side),
        key=lambda row: (
            not _labelled(row[1], side, counted),
            row[1].span.document_id not in query.reports,
            -row[0],
            row[1].span,
        ),
    )
    others = [one for one in pair if one is not side]
    for sure, sentence in sentences:
        if sure < TELLS or _LEADS.search(sentence.words):
            continue
        words, plain = sentence.words, sentence.folded
        numbers = [n for n in find_numbers(words) if n.value is not None and _is_of(words, n.end, counted)]
        numbers = [n for n in numbers if n.start or not sentence.is_row]  # the number of a row counts nothing
        labelled = _labelled(sentence, side, counted)
        taken = [near.start for other in others if (near := _taken(numbers, plain, other, side))]
        bracketed = _bracketed(words, side, counted) if labelled == [] else []
        own = next(iter((*labelled, *bracketed)), None) or _nearest(
            [n for n in numbers if n.start not in taken], plain, side
        )
        own = own or (numbers[0] if numbers and not taken else None)
        if own is not None:
            unit = re.match(r"\s*[\w€%'’-]+(?: [\w'’-]+)?", words[own.end :])
            told = f"{own.words}{unit[0] if unit else ''}".strip(" ,;-")
            yield Amount(_in_full(own, words), told, cited(library, sentence.span))


def _labelled(sentence: Sentence, side: Side, counted: frozenset[str] | None) -> list[Number]:
    """Return the numbers that the name of a thing labels in a sentence that says what is counted."""
    if not counted or ":" not in sentence.words or not _says_any(sentence.stems, counted):
        return []
    plain = sentence.folded
    return [n for n in find_numbers(sentence.words) if n.value is not None and _is_label(plain[: n.start], side)]


def _bracketed(words: str, side: Side, counted: frozenset[str] | None) -> list[Number]:
    """Return the number in brackets after a name, where others are counted so: « X (149 voix), Y (146) »."""
    names = "|".join(map(re.escape, filter(None, {" ".join(fold(side.words).split()), *side.names})))
    numbers = [n for n in find_numbers(words) if n.value is not None]
    if not names or not any(_is_of(words, n.end, counted) for n in numbers):
        return []
    return [n for n in numbers if re.search(rf"\b(?:{names}) \($", fold(words[: n.start]))]


def _is_label(before: str, side: Side) -> bool:
    """Tell a number that the name of a thing labels: « mercredi : 274 »."""
    label = re.search(r"(?P<label>[\w' -]{3,60})\s*:\s*$", before)
    return label is not None and label["label"].strip() in (side.plain, *side.names)


def _says_any(stems: frozenset[str], counted: frozenset[str]) -> bool:
    return any(akin(one, other) for one in stems for other in counted)


def _nearest(numbers: Sequence[Number], plain: str, side: Side) -> Number | None:
    """Return the number of a folded sentence nearest to the name of a thing, nothing when it is not named there."""
    named = numbers and _place(plain, side) >= 0
    return min(numbers, key=lambda number: _far(number, plain, side)) if named else None


def _taken(numbers: Sequence[Number], plain: str, other: Side, side: Side) -> Number | None:
    """Return the number nearest to another thing, unless it is nearer to this one."""
    near = _nearest(numbers, plain, other)
    nearer = near and _place(plain, side) >= 0 and _far(near, plain, side) < _far(near, plain, other)
    return None if nearer else near


def _far(number: Number, plain: str, side: Side) -> int:
    """Return how many characters part a number of a folded sentence from the name of a thing."""
    low, high = sorted((number.start, _place(plain, side)))
    return high - low + (APART if _PARTS.search(plain[low:high]) else 0)


def _in_full(number: Number, words: str) -> int:
    """Return what a number of a sentence is worth with the millions that follow it."""
    scale = _SCALE.match(words[number.end :])
    return (number.value or 0) * (_SCALES[fold(scale[1])] if scale else 1)


def _place(plain: str, side: Side) -> int:
    """Return where a folded sentence names a thing, by its words or the first of them; -1 when it does not."""
    words = " ".join(fold(side.words).split())
    whole = plain.find(words)
    return whole if whole >= 0 else plain.find(words.split(" ")[0])


def _is_of(words: str, end: int, counted: frozenset[str] | None) -> bool:
    """Tell a number just before what is counted, or before euros."""
    if counted is None:
        return bool(_EUROS.match(words[end:]))
    after = tokens(words[end : end + NEAR])[:3]
    return any(akin(stem, one) or stem == one for stem in after for one in counted)
