"""Organisations of tables that list no people: « Porteur | Les Amis du lavoir », a column of associations."""

from collections.abc import Iterator, Sequence

from kg.extract.body_cells import cell_name
from kg.extract.source import Source
from kg.extract.spans_taken import TakenSpans
from kg.extract.tables import cells, plain_rows
from kg.lexicon.bodies import AUTHORITIES, BODIES
from kg.lexicon.body_slots import CARD_LABELS, COLUMN_LABELS, HEADER_WORDS, NAMED_KINDS
from kg.lexicon.folding import fold, fold_words
from kg.lexicon.given_names import is_given_name
from kg.lexicon.places import area_kind
from kg.lexicon.words import NOT_IN_NAMES
from kg.regex import regex
from kg.types import Mention

_LABEL_END = regex(r"[\s:*_()]+$")
_PARTS = regex(r"\s*(?:[;,/•]|\bet\b(?=\s+(?:[A-ZÀ-Ý]|l[ae]s?\s|l['’])))\s*")
_LEAD = regex(r"(?:et\s+)?(?:l[ae]s?\s+|l['’])(?=[^\W\d_])")
_BRACKET = regex(r"\s*\([^()]*\)\s*$")
_LONGEST = 9


def bodies_of_cards(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the bodies in the cells that a label or a header says to hold bodies."""
    taken = TakenSpans((mention.span.start, mention.span.end) for mention in known)
    found: list[Mention] = []
    for start, end in _told_cells(source):
        for begin, stop in _parts(source.document.text, start, end):
            name = _name(source, (begin, stop))
            if name and taken.add(begin, stop):
                found.append(source.mention("organisation", begin, stop, name, "card-cell/1"))
    return found


def _told_cells(source: Source) -> Iterator[tuple[int, int]]:
    """Yield the cells under a header of bodies, and those beside a label of a card."""
    column, end, text = -1, -9, source.document.text
    for unit in plain_rows(source):
        placed = cells(source, unit)
        if not 0 <= unit.start - end <= 3:
            column = _body_column(source, placed)
        elif 0 <= column < len(placed) and fold(text[slice(*placed[0])]) not in ("total", "ensemble"):
            yield placed[column]
        end = unit.end
        if column < 0 and len(placed) == 2 and _label(source, placed[0]) in CARD_LABELS:
            yield placed[1]


def _label(source: Source, cell: tuple[int, int]) -> str:
    return fold(_LABEL_END.sub("", source.document.text[slice(*cell)].replace("(s)", "s")).strip("*_ ")).replace(
        "’", "'"
    )


def _body_column(source: Source, placed: Sequence[tuple[int, int]]) -> int:
    """Return which cell of a header names bodies, -1 when none does: « Association | Montant »."""
    labels = [_label(source, cell) for cell in placed]
    named = [at for at, label in enumerate(labels) if label in COLUMN_LABELS]
    others = [label for label in labels if label not in COLUMN_LABELS]
    headed = len(placed) > 2 or any(word in HEADER_WORDS for label in others for word in label.split())
    return named[0] if named and headed and len(placed) > 1 else -1


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for cut in [*_PARTS.finditer(text, start, end), None]:
        stop = cut.start() if cut else end
        if lead := _LEAD.match(text, at, stop):
            at = lead.end() if not text[lead.start()].isupper() else at
        if bracket := _BRACKET.search(text, at, stop):
            stop = bracket.start()
        while stop > at and text[stop - 1] in " *_.":
            stop -= 1
        while at < stop and text[at] in " *_":
            at += 1
        if at < stop:
            yield at, stop
        at = cut.end() if cut else end


def _name(source: Source, span: tuple[int, int]) -> str | None:
    """Return how the body is called; nothing for what is no name: a kind alone, a public, a person."""
    words = " ".join(source.document.text[slice(*span)].replace("’", "'").split())
    found = fold_words(words)
    if not words[:1].isupper() or not found or len(found) > _LONGEST or any(char.isdigit() for char in words):
        return None
    general = NOT_IN_NAMES | BODIES | NAMED_KINDS
    alone = len(found) == 1 and (found[0] in general or found[0] in AUTHORITIES)
    if alone or is_given_name(words.split()[0]) or all(word in general for word in found):
        return None
    single = len(found) == 1 and not words.isupper()
    if single and source.running_forms.get(found[0], words)[:1].islower():
        return None
    return None if area_kind(words) in ("country", "region") else cell_name(source, words)
