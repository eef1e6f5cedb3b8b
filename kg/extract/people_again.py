"""The people named so far, found again: in any case, by parts of the name, by surname, by explained initials."""

from collections.abc import Iterator, Sequence

from kg.extract.initials import explained_initials
from kg.extract.people import is_eponym
from kg.extract.person_names import folded_name, name_run, read_name
from kg.extract.source import Source, Unit
from kg.extract.spans_taken import TakenSpans
from kg.extract.tokens import Token
from kg.lexicon.functions import COURTESY, FUNCTIONS
from kg.lexicon.given_names import is_given_name
from kg.lexicon.places import area_kind
from kg.lexicon.words import NOT_IN_NAMES
from kg.types import Mention


def people_again(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the people named so far again: in any case, by parts of the name, by surname, by explained initials."""
    people = [mention for mention in known if mention.kind == "person"]
    taken = TakenSpans((m.span.start, m.span.end) for m in known)
    found: list[Mention] = []
    by_given, by_surname = _index(people)
    initials = explained_initials(source, people)
    names = sorted({mention.name for mention in people if folded_name(mention.name)})
    for unit in source.units:
        for start, end, name in _again_in(source, unit, (by_given, by_surname, initials), names):
            if not taken.overlaps(start, end):
                found.append(source.mention("person", start, end, name, "name-again/1"))
    return found


_Index = dict[str, set[tuple[str, ...]]]


def _index(people: Sequence[Mention]) -> tuple[_Index, dict[str, set[str]]]:
    """Index the folded names by their first word; under each surname (the last word) the given names it goes with."""
    by_given: _Index = {}
    by_surname: dict[str, set[str]] = {}
    for mention in people:
        words = tuple(folded_name(mention.name).split())
        if not words or words[0] in COURTESY:
            words = words[1:]
            if words:
                by_surname.setdefault(words[-1], set())
            continue
        by_given.setdefault(words[0], set()).add(words)
        if len(words) >= 2:
            by_surname.setdefault(words[-1], set()).add(words[0])
    return by_given, by_surname


def _again_in(
    source: Source, unit: Unit, index: tuple[_Index, dict[str, set[str]], dict[str, str]], names: Sequence[str]
) -> Iterator[tuple[int, int, str]]:
    by_given, by_surname, initials = index
    at = 0
    while at < len(unit.tokens):
        token = unit.tokens[at]
        step = 1
        if token.is_word and token.is_capital:
            last = _known_run(unit.tokens, at, by_given)
            if last:
                name = read_name(unit.tokens[:last], at, loose=True)
                yield (
                    token.start,
                    unit.tokens[last - 1].end,
                    name.whole if name else source.document.text[token.start : unit.tokens[last - 1].end],
                )
                step = last - at
            elif full := _initialled(unit.tokens, at, names):
                yield token.start, unit.tokens[at + 1].end, full
                step = 2
            elif token.text in initials:
                yield token.start, token.end, initials[token.text]
            elif unit.block.kind != "row" and _stands_alone(unit, at, by_surname):
                yield token.start, token.end, token.text if not token.is_caps else token.text.title()
        at += step


def _known_run(tokens: Sequence[Token], at: int, by_given: _Index) -> int:
    """Return where a known name that begins at a token ends (excluded), 0 when there is none."""
    head = folded_name(tokens[at].text).split()
    if not head or head[0] not in by_given:
        return 0
    end = name_run(tokens, at)
    for last in range(end, at + 1, -1):
        words = folded_name(" ".join(token.text for token in tokens[at:last])).split()
        if len(words) >= 2 and any(_same_or_shorter(tuple(words), known) for known in by_given[head[0]]):
            return last
    return 0


def _same_or_shorter(words: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Tell « Noé Petit » for « Noé Paul Petit »: the words in their order, first and one surname word kept."""
    if words == known:
        return True
    rest = iter(known)
    in_order = all(word in rest for word in words)
    return (
        in_order
        and words[0] == known[0]
        and words[-1] in known[1:]
        and len(words) >= 2
        and not is_given_name(words[-1])
    )


def _initialled(tokens: Sequence[Token], at: int, names: Sequence[str]) -> str:
    """Return the only name that « C. DUPRÉ » stands for; nothing when none or several have it."""
    if not tokens[at].is_initial or at + 1 == len(tokens) or not _touches(tokens[at], tokens[at + 1]):
        return ""
    surname, letter = folded_name(tokens[at + 1].text), tokens[at].fold[0]
    told = [(folded_name(name).split(), name) for name in names] if tokens[at + 1].is_caps else []
    found = {tuple(words): name for words, name in told if words[0][0] == letter and " ".join(words[1:]) == surname}
    return next(iter(found.values())) if len(found) == 1 else ""


def _stands_alone(unit: Unit, at: int, by_surname: dict[str, set[str]]) -> bool:
    """Tell the surname of exactly one known person, standing alone in a sentence."""
    token = unit.tokens[at]
    if len(by_surname.get(token.fold, (0, 0))) > 1 or len(token.text) < 4:
        return False
    if area_kind(token.text) or token.fold in NOT_IN_NAMES or is_given_name(token.text) or token.fold in FUNCTIONS:
        return False
    neighbours = [unit.tokens[at - 1] if at else None, unit.tokens[at + 1] if at + 1 < len(unit.tokens) else None]
    beside_capital = any(
        word and word.is_capital and word.is_word and not word.text.endswith("'") and _touches(token, word)
        for word in neighbours
        if word and word.fold not in NOT_IN_NAMES
    )
    if beside_capital and not (neighbours[0] and neighbours[0].fold.rstrip(".") in COURTESY):
        return False
    return not is_eponym(unit.tokens, at) and not (neighbours[1] and neighbours[1].text == "-")


def _touches(token: Token, other: Token) -> bool:
    return abs(other.start - token.end) <= 1 or abs(token.start - other.end) <= 1
