"""People whom the layout names: programme lists, label lines, signature headings, captions."""

import re
from collections.abc import Iterator, Sequence

from corpus import Span
from kg.extract.hours import opening_hours
from kg.extract.labels import (
    introducing_part,
    label_line,
    lines,
    part_of_label,
)
from kg.extract.name_lists import GROUPED, Placed, holds_more, mention_of, opening_name, people_in
from kg.extract.person_names import PersonName, read_name
from kg.extract.source import Source, Unit
from kg.extract.tokens import Token, between
from kg.lexicon.folding import fold
from kg.lexicon.trades import tells_function
from kg.regex import regex
from kg.types import Part

_ANIMATION = regex(r"\((?:[^()]*\b)?(?:anim|mod[ée]r|facilit)[^()]*\)", re.IGNORECASE)
_CREDIT = regex(r"(?:Photos?|Crédits?(?: photos?)?|©)\s*:?\s*(?=[A-ZÀ-Ý])")


def placed_people(source: Source) -> list[Placed]:
    """Return the people that lists, label lines, headings and captions name, in order."""
    return source.once(_placed_people)


def _placed_people(source: Source) -> list[Placed]:
    found: list[Placed] = []
    previous: Unit | None = None
    listed_part: Part | None = None
    announced: Part | None = None
    for unit in source.units:
        if unit.block.kind == "item":
            if previous is None or previous.block.kind != "item":
                listed_part = introducing_part(source, unit, previous) or announced
            found += _item(source, unit, listed_part)
        elif unit.block.kind == "heading":
            found += _heading(source, unit)
        elif unit.block.kind == "paragraph":
            found += _paragraph(source, unit, announced)
        announced = _announced(source, unit, announced)
        previous = unit
    return found


def _announced(source: Source, unit: Unit, before: Part | None) -> Part | None:
    """Return what a block that ends in a label says of the people of the next block: « Étaient présents : »."""
    if unit.block.kind == "item":
        return before
    last = source.document.text[unit.start : unit.end].rstrip().split("\n")[-1]
    opened = _opened_list(last) if unit.block.kind == "paragraph" and not opening_hours(last[:24]) else None
    if opened is None:
        return None
    return opened[0] if opened[0] in GROUPED else before if _is_address(last) else None


def _item(source: Source, unit: Unit, part: Part | None) -> Iterator[Placed]:
    first_line = next(lines(source, unit), None)
    if first_line and part is None and (label := label_line(source, *first_line)):
        own = part_of_label(label.label)
        if own and label.value_start < label.value_end:
            yield from people_in(source, (label.value_start, label.value_end), own, "label")
            return
    tokens = _past_bullet(unit.tokens)
    read = opening_name(tokens, loose=True)
    if read is None:
        return
    name, courtesy = read
    after = Span(source.document.id, tokens[name.last - 1].end, unit.end)
    if part is None and not (_is_presented(source, after) and (courtesy or _is_sure(source, tokens, name, after))):
        return
    line = (tokens[0].start, unit.end)
    if part in GROUPED and first_line == (unit.start, unit.end) and holds_more(source, tokens, name, line):
        yield from people_in(source, line, part, "list")
        return
    moderated = _ANIMATION.search(source.document.quote(after))
    yield Placed(
        mention_of(source, tokens, (name, courtesy), "list"), "list", "moderator" if moderated else part, after
    )


def _is_sure(source: Source, tokens: Sequence[Token], name: PersonName, after: Span) -> bool:
    """Tell a name in a list that nothing announces: by its own form, or by the function or the body after it."""
    words = source.document.quote(after).strip()
    told = words[:1] in ",(–—-" and (tells_function(words.lstrip(",(–—- ")) or words[:1] == "(")
    return told or read_name(tokens, name.first) is not None


def _heading(source: Source, unit: Unit) -> Iterator[Placed]:
    """Read « Nicolas Petit, Réseau des villes » as a heading: the words under it are this person's."""
    read = opening_name(unit.tokens, loose=False)
    if read is None or unit.tokens[-1].text == "?":
        return
    name, courtesy = read
    after = Span(source.document.id, unit.tokens[name.last - 1].end, unit.end)
    words = source.document.quote(after).strip()
    if not words or words[0] in ",(–-—":
        yield Placed(mention_of(source, unit.tokens, (name, courtesy), "heading"), "heading", "speaker", after)


def _paragraph(source: Source, unit: Unit, announced: Part | None) -> Iterator[Placed]:
    listed: Part | None = announced
    for line in lines(source, unit):
        words = source.document.text[slice(*line)]
        opened = _opened_list(words)
        if opened is not None:
            listed = opened[0] or (listed if _is_address(words) else None)
            continue
        label = label_line(source, *line)
        if label and label.value_start < label.value_end:
            listed = None
        people = list(_line_of_list(source, unit, line, listed)) if listed else []
        yield from people or _line(source, unit, line)


def _is_address(words: str) -> bool:
    """Tell « Mesdames et Messieurs les conseillers : », which goes on with the list that a line above announces."""
    return bool(re.match(r"(?:mesdames|messieurs|mmes|mm|madame|monsieur|les|membres)\b", fold(words)))


def _opened_list(words: str) -> tuple[Part | None] | None:
    """Return what the lines after this one list, when it opens a list: a label alone, a line of a programme."""
    if opening_hours(words[:24]):
        return ("speaker",)
    bare = words.strip().strip("*_# ").rstrip(" :\xa0")
    if words.rstrip().endswith(":"):
        return (part_of_label(bare) if len(words) < 60 else None,)
    if _BARE_LABEL.fullmatch(fold(bare)):
        return (part_of_label(bare),)
    return None


#: A label of minutes alone on its line, without a colon: « PRÉSENTS », « Absents excusés ».
_BARE_LABEL = regex(
    r"(?:(?:liste des |etaient |sont |les |membres? |elus? |conseillers? |personnes? )*"
    r"(?:present|excuse|absent|participant|represente|intervenant)e?s?(?: et | / |/|, | )?)+"
    r"(?:(?:ayant )?(?:donne )?(?:pouvoir|procuration)s?| a la (?:seance|reunion)|non excuse\w*)?"
)


def _line(source: Source, unit: Unit, line: tuple[int, int]) -> Iterator[Placed]:
    """Read a line as a label with people, a photographer's credit, or a signature."""
    start, end = line
    label = label_line(source, start, end)
    credit = _CREDIT.search(source.document.text, start, end) if end - start < 200 else None
    credited = credit is not None and label is not None and credit.start() < label.value_start
    if label and label.value_start < label.value_end and not credited:  # « Ouverture. Photo : Ana Roux »
        part = part_of_label(label.label)
        if part and len(label.label.split()) <= 7 and _opens_with_capital(source, label.value_start):
            yield from people_in(source, (label.value_start, label.value_end), part, "label", label.label)
            return
    if credit:
        yield from people_in(source, (credit.end(), end), None, "caption")
    elif not label:
        yield from _signature(source, unit, start, end)


def _opens_with_capital(source: Source, at: int) -> bool:
    """Tell a value that may be people: it begins with a capital or a title."""
    words = source.document.text[at : at + 12].lstrip("«“( ")
    return words[:1].isupper() or words.lower().startswith(("m.", "mme", "le ", "la "))


def _line_of_list(source: Source, unit: Unit, line: tuple[int, int], part: Part) -> Iterator[Placed]:
    """Read a line of a list without bullets: a name, then who it is."""
    tokens = between(unit.tokens, *line)
    read = opening_name(tokens, loose=True)
    if read is None or line[1] - line[0] > (2000 if part in GROUPED else 200):
        return
    name, courtesy = read
    if part in GROUPED and holds_more(source, tokens, name, line):
        yield from people_in(source, line, part, "list")
        return
    after = Span(source.document.id, tokens[name.last - 1].end, line[1])
    if name.last == len(tokens) or tokens[name.last].text in (",", "(", "-", "–", "—"):
        moderated = _ANIMATION.search(source.document.quote(after))
        yield Placed(
            mention_of(source, tokens, (name, courtesy), "list"), "list", "moderator" if moderated else part, after
        )


def _signature(source: Source, unit: Unit, start: int, end: int) -> Iterator[Placed]:
    """Read a line that holds a name and who it is, and nothing else: it signs what stands under or above it."""
    tokens = between(unit.tokens, start, end)
    read = opening_name(tokens, loose=False)
    if read is None or end - start > 220 or source.document.text[end - 1] in ".!?":
        return
    name, courtesy = read
    after = Span(source.document.id, tokens[name.last - 1].end, end)
    if name.last == len(tokens) or (_is_presented(source, after) and not _holds_verb(source, unit, after)):
        yield Placed(mention_of(source, tokens, (name, courtesy), "heading"), "heading", None, after)


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
    return words[0] in ",(–—-:" and (tells_function(inside) or inside[:1].isupper())


def _past_bullet(tokens: Sequence[Token]) -> Sequence[Token]:
    at = 0
    while at < len(tokens) and not tokens[at].is_word and at < 3:
        at += 1
    return tokens[at:]
