"""The function that stands before a name: « la directrice du réseau, Claire Petit », « la chercheuse Claire Petit »."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus import Span
from kg.extract.source import Source, Unit
from kg.lexicon.folding import fold
from kg.lexicon.functions import BEFORE_FUNCTION, FUNCTIONS
from kg.lexicon.trades import is_trade
from kg.regex import regex
from kg.types import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Articles and possessives before a function that a name follows.
_OPENED = regex(
    r"(?:^|[\s(«])(?:l'|la |le |notre |votre |son |sa |mon |ma |leur |une? |d'une? |ce |cet |cette |du |au |,\s*|^)$",
    re.IGNORECASE,
)


#: « mon collègue cardiologue Paul Vial ».
_FELLOWS = frozenset("collegue confrere consoeur ami amie camarade voisin voisine compatriote".split())


#: « M. le maire remercie M. », « Mme la présidente charge Mme », just before a name: the office is another's.
_OF_ANOTHER = regex(r"\b(?:M\.|Mme|Monsieur|Madame)\s(?:l[ea]\s|l['’])[\w' ’-]+\s(?:M\.|Mme|Mlle|Monsieur|Madame)\s*$")


def is_of_another(before: str) -> bool:
    """Tell an office that the words right before a name give to another than who bears it, each with a civility."""
    return _OF_ANOTHER.search(before[-120:]) is not None


def before_name(source: Source, unit: Unit, person: Mention) -> Span | None:
    """Read « la directrice du réseau, Claire Petit » and « la chercheuse Claire Petit »."""
    at = person.span.start - unit.start
    before = unit.text[:at]
    if re.search(r"\s{4,}", before[-90:]) or is_of_another(before):
        return None
    begin = max(
        (
            match.end()
            for match in re.finditer(
                r"(?<!\bM)(?<!\bMme)(?<!\bMM)(?<!\bDr)(?<!\bPr)\.|[;:!?«»(]|\b(?:que|qui|avec|par|selon)\s(?=l[ae']|notre)",
                before,
            )
        ),
        default=0,
    )
    words = list(re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*", before[begin:]))
    title: Span | None = None
    for word in reversed(words[-22:]):
        office = fold(word[0]) in FUNCTIONS
        if office or (word[0].islower() and is_trade(word[0])):
            start = begin + word.start()
            span = _checked_before(unit, words, word, (start, at), source.doc(unit))
            if span is None and (not office or _is_second(words, word)):
                continue
            if span is None:
                return None
            told = Span(person.span.document_id, unit.start + span[0], unit.start + span[1])
            if fold(word[0]) not in ("docteur", "docteure"):
                return told
            title = told
    return title


def _is_second(words: Sequence[re.Match[str]], word: re.Match[str]) -> bool:
    """Tell the second of two nouns of one function: « conseillère déléguée », « rédactrice en chef »."""
    before = [other for other in words if other.end() < word.start()][-1:]
    close = bool(before) and before[0].end() + 1 == word.start()
    return close and (fold(before[0][0]) in FUNCTIONS or before[0][0] == "en")


def _checked_before(
    unit: Unit, words: Sequence[re.Match[str]], head: re.Match[str], span: tuple[int, int], doc: "Doc | None"
) -> tuple[int, int] | None:
    """Take the noun phrase before a name when nothing but its own words stands between, and it begins like one."""
    start, at = span
    previous = [word for word in words if word.end() <= head.start()][-1:]
    fellow = previous[0].start() - head.start() if previous and fold(previous[0][0]) in _FELLOWS else 0
    if previous and fold(previous[0][0]) in BEFORE_FUNCTION:
        start -= head.start() - previous[0].start()
    phrase = re.sub(
        r"[\s,]*(?:\b(?:M|Mme|Mlle|Dr|Pr|Madame|Monsieur|l[ea] docteure?)\b\.?)?[\s,]*$", "", unit.text[start:at]
    )
    opened = _OPENED.search(unit.text[: start + fellow])
    clean = not re.search(r"[.;:!?«»]", phrase) and phrase.count(",") == 0
    if not (opened or start == 0) or not clean or len(phrase) > 160:
        return None
    if first_verb(doc, start, start + len(phrase)) < start + len(phrase):
        return None
    if re.search(r"\b(?:et|ou|que|qui|a|est|par|avec|de|du|des)$", phrase):
        return None
    return start, start + len(phrase)


def first_verb(doc: "Doc | None", begin: int, limit: int) -> int:
    """Return where the first finite verb of a slice of a unit begins, or the end of the slice."""
    if doc is None:
        return limit
    for token in doc:
        if (
            begin < token.idx < limit
            and token.pos_ in ("VERB", "AUX")
            and "Fin" in token.morph.get("VerbForm", [])
            and token.text[:1].islower()
        ):
            return int(token.idx)
    return limit
