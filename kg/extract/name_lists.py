"""Names read one after the other on a line: « Mmes Petit et Vial, M. Krol (pouvoir à M. Vial) »."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus import Span
from kg.extract.labels import is_proxy_label
from kg.extract.person_names import PersonName, read_name, surname_only
from kg.extract.source import Source
from kg.extract.tokens import Token, between
from kg.lexicon.functions import COURTESY
from kg.lexicon.given_names import is_given_name
from kg.regex import regex
from kg.types import Mention, Part

Place = Literal["list", "label", "heading", "caption", "row", "prose"]

#: What stands before the person who votes for another.
_PROXY = regex(
    r"\b(?:pouvoirs?|procurations?|mandats?|représentée?)\b[^.;()]{0,20}\b(?:à|par)\s+(?:M\.|Mme|Mlle|Monsieur|Madame)?\s*$",
    re.IGNORECASE,
)
#: « à », « représenté par » right before a name of a list of the excused: the one who votes for another.
_TO = regex(r"(?:\bà|→|->|\bpar)\s*$")
_GIVES = regex(
    r"\s*[,(]?\s*(?:a |ayant )?(?:donné?e?|donne)\s+(?:son\s+)?(?:pouvoir|procuration|mandat)|"
    r"\s*[,(]\s*(?:pouvoir|procuration)\b"
)
GROUPED = frozenset(("present", "excused", "absent", "participant"))


@dataclass(frozen=True, slots=True)
class Placed:
    """A person where the layout names them: what they are there, and the words after the name that say who they are."""

    mention: Mention
    place: Place
    part: Part | None
    after: Span


def holds_more(source: Source, tokens: Sequence[Token], name: PersonName, line: tuple[int, int]) -> bool:
    """Tell a line of a list that names several people, or one and who votes for them."""
    rest = source.document.text[tokens[name.last - 1].end : line[1]]
    if re.match(
        r"\s*(?:,|;|\()?\s*(?:(?:donne|ayant donné|a donné)\s+)?(?:pouvoir|"
        r"procuration|mandat|représentée?)?\s*(?:à|par)\s",
        rest,
    ):
        return True
    following = [at for at in range(name.last, len(tokens)) if tokens[at].fold.rstrip(".") in COURTESY]
    told = tokens[name.first : name.last]
    shouted = any(token.is_caps for token in told)
    return bool(following) or (
        shouted
        and any(token.is_caps for token in tokens[name.last :] if token.is_word and len(token.text) > 2)
        and bool(re.match(r"\s*[,;-]", rest))
    )


def people_in(
    source: Source, span: tuple[int, int], part: Part | None, place: Place, label: str = ""
) -> Iterator[Placed]:
    """Read the people of a label's value: one with who they are, or several one after the other."""
    unit = source.unit_at(span[0])
    tokens = between(unit.tokens, *span) if unit else []
    starts = list(_name_starts(tokens, grouped=part in GROUPED))
    for at, (name, courtesy) in enumerate(starts):
        until = starts[at + 1][0].first if at + 1 < len(starts) else len(tokens)
        end = tokens[until].start if until < len(tokens) else span[1]
        title = starts[at + 1][1] if at + 1 < len(starts) else None
        end = title.start if title else end
        after = Span(source.document.id, tokens[name.last - 1].end, max(end, tokens[name.last - 1].end))
        own: Part | None = part
        lead = courtesy.start if courtesy and courtesy.end + 2 > tokens[name.first].start else tokens[name.first].start
        held = source.document.text[max(span[0], lead - 40) : lead]
        if _PROXY.search(held) or ((is_proxy_label(label) or part == "excused") and _TO.search(held)):
            own = "present"
        elif part == "present" and _GIVES.match(source.document.text[after.start : after.start + 60]):
            own = "excused"
        yield Placed(mention_of(source, tokens, (name, courtesy), place), place, own, after)


def _name_starts(tokens: Sequence[Token], *, grouped: bool) -> Iterator[tuple[PersonName, Token | None]]:
    """Yield the names of a value: the first word, then after `;`, `et`, `/`, and after a comma where a name is sure."""
    at, expected, courtesy = 0, True, None
    plural: Token | None = None
    mixed, presented = False, _are_presented(tokens)
    while at < len(tokens):
        token = tokens[at]
        if token.fold.rstrip(".") in COURTESY and token.is_capital:
            courtesy, expected = token, True
            mixed = plural is not None and plural.end + 6 > token.start
            plural = token if token.fold.rstrip(".") in ("mm", "mmes", "messieurs", "mesdames") else None
            courtesy = None if mixed else courtesy
            at += 1
            continue
        name = None
        if token.is_capital and (expected or grouped):
            inside = not expected and _is_inside(tokens, at)
            name = read_name(tokens, at, loose=not inside and (expected is True or (grouped and not presented)))
            if name is None and (courtesy or plural) and expected:
                name = surname_only(tokens, at)
            if name and grouped and _goes_on(tokens, name):
                name = None
        if name:
            yield name, courtesy or (None if mixed else plural)
            at, expected, courtesy = name.last, False, None
            continue
        expected = (
            token.text in (";", "/", "&")
            or token.fold in ("et", "a", "donne", "par", "-", "–", "→")
            or (token.text == "," and ((grouped and not presented) or bool(plural)))
        )
        if token.text not in (",",) and token.fold != "et":
            courtesy = courtesy if expected else None
        at += 1


def _are_presented(tokens: Sequence[Token]) -> bool:
    """Tell « Ali Roux, médiateur ; Rose Amiel (RA), Orval Solidaire ; … »: who each is follows the comma."""
    items = 1 + sum(token.text == ";" for token in tokens)
    return items > 2 and sum(token.text == "," for token in tokens) <= items


def _is_inside(tokens: Sequence[Token], at: int) -> bool:
    """Tell a capital inside a phrase or a title: « du centre Le Relais du Port »."""
    before = tokens[at - 1] if at else None
    return before is not None and before.is_word and (not before.is_capital or before.fold in ("le", "la", "les", "l'"))


def _goes_on(tokens: Sequence[Token], name: PersonName) -> bool:
    """Tell capitals that go on after a name: the whole is no person's name."""
    if name.last >= len(tokens):
        return False
    last, after = tokens[name.last - 1], tokens[name.last]
    return (
        after.is_word
        and after.is_capital
        and after.start - last.end == 1
        and not after.breaks
        and last.is_caps == after.is_caps
    )


def opening_name(tokens: Sequence[Token], *, loose: bool) -> tuple[PersonName, Token | None] | None:
    """Read the name that opens a line, after a title of courtesy if there is one."""
    if not tokens:
        return None
    courtesy = tokens[0] if tokens[0].fold.rstrip(".") in COURTESY else None
    first = 1 if courtesy else 0
    name = read_name(tokens, first, loose=loose or courtesy is not None)
    if name is None and courtesy and first < len(tokens):
        name = surname_only(tokens, first)
    return (name, courtesy) if name else None


def mention_of(source: Source, tokens: Sequence[Token], read: tuple[PersonName, Token | None], place: Place) -> Mention:
    """Make the mention of a name that was read, called with its title where it may be no more than a surname."""
    name, courtesy = read
    start, end = tokens[name.first].start, tokens[name.last - 1].end
    return source.mention("person", start, end, called(name, courtesy), f"{place}/1")


def called(name: PersonName, courtesy: Token | None) -> str:
    """Return how a person is called: the whole name, with the title when it may be no more than a surname."""
    sure = name.told or name.given.endswith(".") or (name.given and is_given_name(name.given.split()[0]))
    if courtesy is None or sure:
        return name.whole
    key = courtesy.fold.rstrip(".")
    title = {
        "mm": "M.",
        "messieurs": "M.",
        "monsieur": "M.",
        "m": "M.",
        "mmes": "Mme",
        "mesdames": "Mme",
        "madame": "Mme",
    }
    return f"{title.get(key, courtesy.text)} {name.whole}"
