"""People: from the layout, from tables, in running text, and the same names found again everywhere."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.hours import opening_hours
from kg.extract.listed import placed_people
from kg.extract.name_lists import called
from kg.extract.person_names import PersonName, folded_name, name_run, read_name, surname_only
from kg.extract.source import Source, Unit
from kg.extract.tables import table_rows
from kg.extract.tokens import Token
from kg.lexicon.bodies import BODIES
from kg.lexicon.folding import fold
from kg.lexicon.functions import COURTESY, FUNCTIONS, is_function_start
from kg.lexicon.given_names import is_given_name
from kg.lexicon.places import area_kind
from kg.lexicon.words import EPONYM, NOT_IN_NAMES
from kg.types import Mention


def people_of_layout(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the people whom lists, label lines, headings, captions and tables name."""
    placed = [person.mention for person in placed_people(source)]
    return placed + [row.placed.mention for row in table_rows(source)]


def people_in_prose(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find people in running text: after a title, beside a function, by a known given name, or as the model says."""
    found: list[Mention] = []
    taken = _Taken(known)
    for unit in source.units:
        if unit.block.kind == "row" and not opening_hours(unit.text):
            continue
        said = _model_people(source, unit)
        at = 0
        while at < len(unit.tokens):
            read = _prose_name(source, unit, at, said)
            if read and not taken.covers(unit.tokens[read[0].first].start, unit.tokens[read[0].last - 1].end):
                name, courtesy = read
                start, end = unit.tokens[name.first].start, unit.tokens[name.last - 1].end
                whole = _signed(unit.tokens, name, courtesy, known) or called(name, courtesy)
                found.append(source.mention("person", start, end, whole, "prose-name/1"))
                at = name.last
            else:
                at += 1
    return found


def _signed(tokens: Sequence[Token], name: PersonName, title: Token | None, known: Sequence[Mention]) -> str | None:
    """Return whom « M. VIAL » names in « J. PETIT M. VIAL », where names sign side by side: M. is an initial."""
    before = tokens[name.first - 2] if title and name.first >= 2 else None
    beside = before is not None and before.is_caps and not before.breaks and tokens[name.first].is_caps
    if not beside or title is None or title.text != "M." or title.start - (before.end if before else 0) > 1:
        return None
    surname = fold(name.whole)
    same = {m.name for m in known if m.kind == "person" and fold(m.name).endswith(f" {surname}")}
    return next(iter(same)) if len(same) == 1 and next(iter(same)).startswith("M") else None


class _Taken:
    """The slices that mentions hold already."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._spans = sorted((mention.span.start, mention.span.end) for mention in mentions)

    def covers(self, start: int, end: int) -> bool:
        """Tell whether a mention overlaps a slice."""
        from bisect import bisect_left

        at = bisect_left(self._spans, (end, 0)) - 1
        return at >= 0 and self._spans[at][1] > start


def _model_people(source: Source, unit: Unit) -> set[int]:
    """Return the offsets at which words that the model takes for people stand."""
    doc = source.doc(unit)
    if doc is None:
        return set()
    return {unit.start + token.idx for entity in doc.ents if entity.label_ == "PER" for token in entity}


def _prose_name(source: Source, unit: Unit, at: int, said: set[int]) -> tuple[PersonName, Token | None] | None:
    token = unit.tokens[at]
    previous = unit.tokens[at - 1] if at else None
    titled = previous is not None and previous.is_capital and previous.fold.rstrip(".") in COURTESY
    if not (token.is_word and (token.is_capital or titled)) or _is_eponym(unit.tokens, at):
        return None
    if (
        previous
        and previous.fold.rstrip(".") in COURTESY
        and previous.text not in ("me", "m", "pr", "professeur", "docteur", "maître")
    ):
        name = read_name(unit.tokens, at, loose=True) or surname_only(unit.tokens, at)
        if name and _is_surname_like(unit.tokens[at + (0 if name.given else name.last - at - 1)]):
            return name, previous
    if not token.is_capital:
        return None
    name = read_name(unit.tokens, at, loose=True)
    if name is None or _is_thing(unit.tokens, name) or source.is_damaged(token.start, unit.tokens[name.last - 1].end):
        return None
    if read_name(unit.tokens, at):
        return name, None
    sure = _is_person_by_context(unit.tokens, name) or (
        _is_said(source, unit, name, said) and not _is_elsewhere(source, unit, name)
    )
    return (name, None) if sure else None


def _is_said(source: Source, unit: Unit, name: PersonName, said: set[int]) -> bool:
    """Tell a name that the model takes for a person from its first word to its last."""
    words = [token for token in unit.tokens[name.first : name.last] if token.is_capital]
    return (
        all(token.start in said for token in words)
        and not source.repaired
        and not any(token.is_caps for token in words)
        and len(words) <= 4
    )


def _is_elsewhere(source: Source, unit: Unit, name: PersonName) -> bool:
    """Tell capitals that are no person's: words that the text also writes small, or after « à », « San », « le »."""
    words = [token for token in unit.tokens[name.first : name.last] if token.is_capital]
    before = unit.tokens[name.first - 1] if name.first else None
    if before is not None and (
        before.fold in ("a", "en", "vers", "au", "aux", "du", "des", "la", "le", "les", "l'")
        and before.end < words[0].start + 2
    ):
        return True
    led = [token.fold for token in unit.tokens[max(0, name.first - 3) : name.first]]
    if len(led) >= 2 and led[-1] in ("de", "d'", "du", "des") and led[-2] in FUNCTIONS:
        return True
    if words[0].fold in ("san", "santa", "saint", "sainte", "los", "las", "el", "nouvelle", "nouveau", "port", "mont"):
        return True
    common = [word for word in words if source.running_forms.get(word.fold, word.text)[:1].islower()]
    return len(common) > 0


def _is_surname_like(token: Token) -> bool:
    return token.fold not in FUNCTIONS and token.fold not in NOT_IN_NAMES and token.fold not in BODIES


def _is_eponym(tokens: Sequence[Token], at: int) -> bool:
    """Tell a name that belongs to a thing: one or two words before it say so."""
    before = [token.fold for token in tokens[max(0, at - 2) : at]]
    if not before:
        return False
    return before[-1] in EPONYM or (
        before[-1] in ("de", "d'", "du") and before[0] in ("place", "rue", "avenue", "salle", "amphi")
    )


def _is_thing(tokens: Sequence[Token], name: PersonName) -> bool:
    """Tell a run of capitals that is a place or a title and no name."""
    words = [token for token in tokens[name.first : name.last] if token.is_capital]
    after = tokens[name.last] if name.last < len(tokens) else None
    last = tokens[name.last - 1]
    inside_a_name = after is not None and after.text in ("-", "&") and after.start == last.end
    if after is not None and after.is_word and after.is_capital and after.start - last.end == 1 and not after.breaks:
        inside_a_name |= last.is_caps == after.is_caps and not after.text.endswith("'")
    common = words[0].fold in NOT_IN_NAMES and not is_given_name(words[0].text)
    return inside_a_name or area_kind(name.whole) is not None or common


def _is_person_by_context(tokens: Sequence[Token], name: PersonName) -> bool:
    """Tell a name with no known given name as a person: a function stands beside it."""
    after = " ".join(token.text for token in tokens[name.last : name.last + 4])
    before = [token.fold for token in tokens[max(0, name.first - 3) : name.first]]
    if after[:1] in (",", "(") and is_function_start(after[1:].strip()):
        return True
    if name.first and tokens[name.first - 1].text == "=":
        return True
    return bool(before) and (before[-1] in FUNCTIONS or before[-1] in COURTESY)


def people_again(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the people named so far again: in any case, by parts of the name, by surname, by explained initials."""
    people = [mention for mention in known if mention.kind == "person"]
    taken = _Taken(known)
    found: list[Mention] = []
    by_given, by_surname = _index(people)
    initials = explained_initials(source, people)
    for unit in source.units:
        for start, end, name in _again_in(source, unit, (by_given, by_surname, initials)):
            if not taken.covers(start, end):
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
    source: Source, unit: Unit, index: tuple[_Index, dict[str, set[str]], dict[str, str]]
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
    return not _is_eponym(unit.tokens, at) and not (neighbours[1] and neighbours[1].text == "-")


def _touches(token: Token, other: Token) -> bool:
    return abs(other.start - token.end) <= 1 or abs(token.start - other.end) <= 1


def explained_initials(source: Source, people: Sequence[Mention]) -> dict[str, str]:
    """Return the initials that the document explains itself: « Claire Petit (CP) », « CP = Claire Petit »."""
    found: dict[str, str] = {}
    for mention in people:
        before = source.document.text[max(0, mention.span.start - 12) : mention.span.start]
        equal = re.search(r"\b([A-ZÀ-Ý]{2,4})\s*(?:=|:)\s*$", before)
        if equal and equal[1][0] == fold(mention.name)[0].upper():
            found[equal[1]] = mention.name
        after = source.document.text[mention.span.end : mention.span.end + 60].lstrip()
        letters = "".join(word[0] for word in fold(mention.name).replace("-", " ").split()).upper()
        inside = after[1 : after.find(")")].split(",")[0].strip() if after.startswith("(") and ")" in after else ""
        if 2 <= len(inside) <= 5 and letters in (inside.replace(".", "").upper(), re.sub(r"[^A-Z]", "", inside)):
            found[inside] = mention.name
    return found
