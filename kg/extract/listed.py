"""People whom the layout names: programme lists, label lines, signature headings, captions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus import Span
from kg.extract.hours import opening_hours
from kg.extract.labels import (
    introducing_part,
    is_proxy_label,
    label_line,
    lines,
    part_of_label,
)
from kg.extract.person_names import PersonName, read_name, surname_only
from kg.extract.source import Source, Unit
from kg.extract.tokens import Token, between
from kg.lexicon.functions import COURTESY, is_function_start
from kg.lexicon.given_names import is_given_name
from kg.types import Mention, Part

Place = Literal["list", "label", "heading", "caption", "row", "prose"]

_ANIMATION = re.compile(r"\((?:[^()]*\b)?(?:anim|mod[ée]r|facilit)[^()]*\)", re.IGNORECASE)
#: What stands before the person who votes for another.
_PROXY = re.compile(
    r"\b(?:pouvoirs?|procurations?|mandats?)\b[^.;()]{0,20}\bà\s+(?:M\.|Mme|Mlle|Monsieur|Madame)?\s*$", re.IGNORECASE
)
_CREDIT = re.compile(r"(?:Photos?|Crédits?(?: photos?)?|©)\s*:?\s*(?=[A-ZÀ-Ý])")
_GROUPED = frozenset(("present", "excused", "absent", "participant"))


@dataclass(frozen=True, slots=True)
class Placed:
    """A person where the layout names them: what they are there, and the words after the name that say who they are."""

    mention: Mention
    place: Place
    part: Part | None
    after: Span


def placed_people(source: Source) -> list[Placed]:
    """Return the people that lists, label lines, headings and captions name, in order."""
    found: list[Placed] = []
    previous: Unit | None = None
    listed_part: Part | None = None
    for unit in source.units:
        if unit.block.kind == "item":
            if previous is None or previous.block.kind != "item":
                listed_part = introducing_part(source, unit, previous)
            found += _item(source, unit, listed_part)
        elif unit.block.kind == "heading":
            found += _heading(source, unit)
        elif unit.block.kind == "paragraph":
            found += _paragraph(source, unit)
        previous = unit
    return found


def _item(source: Source, unit: Unit, part: Part | None) -> Iterator[Placed]:
    first_line = next(lines(source, unit), None)
    if first_line and part is None and (label := label_line(source, *first_line)):
        own = part_of_label(label.label)
        if own and label.value_start < label.value_end:
            yield from _people(source, (label.value_start, label.value_end), own, "label")
            return
    tokens = _past_bullet(unit.tokens)
    read = _opening_name(tokens, loose=True)
    if read is None:
        return
    name, courtesy = read
    after = Span(source.document.id, tokens[name.last - 1].end, unit.end)
    if part is None and not (_is_presented(source, after) and (courtesy or _is_sure(source, tokens, name, after))):
        return
    moderated = _ANIMATION.search(source.document.quote(after))
    yield Placed(_mention(source, tokens, (name, courtesy), "list"), "list", "moderator" if moderated else part, after)


def _is_sure(source: Source, tokens: Sequence[Token], name: PersonName, after: Span) -> bool:
    """Tell a name in a list that nothing announces: by its own form, or by the function or the body after it."""
    words = source.document.quote(after).strip()
    told = words[:1] in ",(–—-" and (is_function_start(words.lstrip(",(–—- ")) or words[:1] == "(")
    return told or read_name(tokens, name.first) is not None


def _heading(source: Source, unit: Unit) -> Iterator[Placed]:
    """Read « Nicolas Petit, Réseau des villes » as a heading: the words under it are this person's."""
    read = _opening_name(unit.tokens, loose=False)
    if read is None or unit.tokens[-1].text == "?":
        return
    name, courtesy = read
    after = Span(source.document.id, unit.tokens[name.last - 1].end, unit.end)
    words = source.document.quote(after).strip()
    if not words or words[0] in ",(–-—":
        yield Placed(_mention(source, unit.tokens, (name, courtesy), "heading"), "heading", "speaker", after)


def _paragraph(source: Source, unit: Unit) -> Iterator[Placed]:
    listed: Part | None = None
    for line in lines(source, unit):
        words = source.document.text[slice(*line)]
        opened = _opened_list(words)
        if opened is not None:
            listed = opened[0]
            continue
        people = list(_line_of_list(source, unit, line, listed)) if listed else []
        yield from people or _line(source, unit, line)


def _opened_list(words: str) -> tuple[Part | None] | None:
    """Return what the lines after this one list, when it opens a list: a label alone, a line of a programme."""
    if opening_hours(words[:24]):
        return ("speaker",)
    if words.rstrip().endswith(":"):
        return (part_of_label(words.rstrip(" :\xa0")) if len(words) < 60 else None,)
    return None


def _line(source: Source, unit: Unit, line: tuple[int, int]) -> Iterator[Placed]:
    """Read a line as a label with people, a photographer's credit, or a signature."""
    start, end = line
    label = label_line(source, start, end)
    if label and label.value_start < label.value_end:
        part = part_of_label(label.label)
        if part and len(label.label.split()) <= 7 and _opens_with_capital(source, label.value_start):
            yield from _people(source, (label.value_start, label.value_end), part, "label", label.label)
            return
    credit = _CREDIT.search(source.document.text, start, end) if end - start < 200 else None
    if credit:
        yield from _people(source, (credit.end(), end), None, "caption")
    elif not label:
        yield from _signature(source, unit, start, end)


def _opens_with_capital(source: Source, at: int) -> bool:
    """Tell a value that may be people: it begins with a capital or a title."""
    words = source.document.text[at : at + 12].lstrip("«“( ")
    return words[:1].isupper() or words.lower().startswith(("m.", "mme", "le ", "la "))


def _line_of_list(source: Source, unit: Unit, line: tuple[int, int], part: Part) -> Iterator[Placed]:
    """Read a line of a list without bullets: a name, then who it is."""
    tokens = between(unit.tokens, *line)
    read = _opening_name(tokens, loose=True)
    if read is None or line[1] - line[0] > 200:
        return
    name, courtesy = read
    after = Span(source.document.id, tokens[name.last - 1].end, line[1])
    if name.last == len(tokens) or tokens[name.last].text in (",", "(", "-", "–", "—"):
        moderated = _ANIMATION.search(source.document.quote(after))
        yield Placed(
            _mention(source, tokens, (name, courtesy), "list"), "list", "moderator" if moderated else part, after
        )


def _signature(source: Source, unit: Unit, start: int, end: int) -> Iterator[Placed]:
    """Read a line that holds a name and who it is, and nothing else: it signs what stands under or above it."""
    tokens = between(unit.tokens, start, end)
    read = _opening_name(tokens, loose=False)
    if read is None or end - start > 220 or source.document.text[end - 1] in ".!?":
        return
    name, courtesy = read
    after = Span(source.document.id, tokens[name.last - 1].end, end)
    if name.last == len(tokens) or (_is_presented(source, after) and not _holds_verb(source, unit, after)):
        yield Placed(_mention(source, tokens, (name, courtesy), "heading"), "heading", None, after)


def _holds_verb(source: Source, unit: Unit, span: Span) -> bool:
    doc = source.doc(unit)
    if doc is None:
        return False
    inside = (token for token in doc if span.start <= unit.start + token.idx < span.end)
    return any(token.pos_ in ("VERB", "AUX") and "Fin" in token.morph.get("VerbForm", []) for token in inside)


def _is_presented(source: Source, after: Span) -> bool:
    """Tell whether the words after a name present a person: « , directrice de … », « (Ville de … ) »."""
    words = source.document.quote(after).strip()
    if not words:
        return False
    inside = words.lstrip(",;:(–—- \xa0")
    return words[0] in ",(–—-:" and (is_function_start(inside) or inside[:1].isupper())


def _people(
    source: Source, span: tuple[int, int], part: Part | None, place: Place, label: str = ""
) -> Iterator[Placed]:
    """Read the people of a label's value: one with who they are, or several one after the other."""
    unit = source.unit_at(span[0])
    tokens = between(unit.tokens, *span) if unit else []
    starts = list(_name_starts(tokens, grouped=part in _GROUPED))
    for at, (name, courtesy) in enumerate(starts):
        until = starts[at + 1][0].first if at + 1 < len(starts) else len(tokens)
        end = tokens[until].start if until < len(tokens) else span[1]
        title = starts[at + 1][1] if at + 1 < len(starts) else None
        end = title.start if title else end
        after = Span(source.document.id, tokens[name.last - 1].end, max(end, tokens[name.last - 1].end))
        own: Part | None = part
        held = source.document.text[max(0, tokens[name.first].start - 40) : tokens[name.first].start]
        if (is_proxy_label(label) and at % 2 == 1) or _PROXY.search(held):
            own = "present"
        yield Placed(_mention(source, tokens, (name, courtesy), place), place, own, after)


def _name_starts(tokens: Sequence[Token], *, grouped: bool) -> Iterator[tuple[PersonName, Token | None]]:
    """Yield the names of a value: the first word, then after `;`, `et`, `/`, and after a comma where a name is sure."""
    at, expected, courtesy = 0, True, None
    plural: Token | None = None
    while at < len(tokens):
        token = tokens[at]
        if token.fold.rstrip(".") in COURTESY and token.is_capital:
            courtesy, expected = token, True
            plural = token if token.fold.rstrip(".") in ("mm", "mmes", "messieurs", "mesdames") else None
            at += 1
            continue
        name = None
        if token.is_capital and (expected or grouped):
            name = read_name(tokens, at, loose=expected is True or grouped)
            if name is None and (courtesy or plural) and expected:
                name = surname_only(tokens, at)
            if name and grouped and _goes_on(tokens, name):
                name = None
        if name:
            yield name, courtesy or plural
            at, expected, courtesy = name.last, False, None
            continue
        expected = (
            token.text in (";", "/", "&")
            or token.fold in ("et", "a", "donne", "par")
            or (token.text == "," and (grouped or bool(plural)))
        )
        if token.text not in (",",) and token.fold != "et":
            courtesy = courtesy if expected else None
        at += 1


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


def _past_bullet(tokens: Sequence[Token]) -> Sequence[Token]:
    at = 0
    while at < len(tokens) and not tokens[at].is_word and at < 3:
        at += 1
    return tokens[at:]


def _opening_name(tokens: Sequence[Token], *, loose: bool) -> tuple[PersonName, Token | None] | None:
    """Read the name that opens a line, after a title of courtesy if there is one."""
    if not tokens:
        return None
    courtesy = tokens[0] if tokens[0].fold.rstrip(".") in COURTESY else None
    first = 1 if courtesy else 0
    name = read_name(tokens, first, loose=loose or courtesy is not None)
    if name is None and courtesy and first < len(tokens):
        name = surname_only(tokens, first)
    return (name, courtesy) if name else None


def _mention(source: Source, tokens: Sequence[Token], read: tuple[PersonName, Token | None], place: Place) -> Mention:
    name, courtesy = read
    start, end = tokens[name.first].start, tokens[name.last - 1].end
    return source.mention("person", start, end, called(name, courtesy), f"{place}/1")


def called(name: PersonName, courtesy: Token | None) -> str:
    """Return how a person is called: the whole name, with the title when it may be no more than a surname."""
    if courtesy is None or (name.given and (name.given.endswith(".") or is_given_name(name.given.split()[0]))):
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
