"""People: from the layout, from tables, in running text."""

import re
from collections.abc import Sequence

from kg.extract.general_words import MEETING_WORDS
from kg.extract.hours import opening_hours
from kg.extract.initials import is_initialled, presents_initialled
from kg.extract.listed import placed_people
from kg.extract.name_lists import called
from kg.extract.person_names import PersonName, folded_name, read_name, surname_only
from kg.extract.source import Source, Unit
from kg.extract.spans_taken import TakenSpans
from kg.extract.tables import plain_rows, table_rows
from kg.extract.tokens import Token
from kg.lexicon.bodies import BODIES
from kg.lexicon.folding import fold
from kg.lexicon.functions import COURTESY, FUNCTIONS
from kg.lexicon.given_names import is_given_name
from kg.lexicon.places import area_kind
from kg.lexicon.trades import tells_function
from kg.lexicon.words import EPONYM, NOT_IN_NAMES
from kg.types import Mention

#: « Sant Jaume de la Plana », « San Telmo »: the name of a place.
_HOLY = frozenset("saint sainte san sant santa santo sankt sao".split())
#: Titles in small letters, which may be common nouns or units as well.
_NO_TITLES = frozenset("me m pr professeur docteur maître".split())


def people_of_layout(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the people whom lists, label lines, headings, captions and tables name."""
    placed = [person.mention for person in placed_people(source)]
    return placed + [row.placed.mention for row in table_rows(source)]


def people_in_prose(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find people in running text: after a title, beside a function, by a known given name, or as the model says."""
    found: list[Mention] = []
    named = {folded_name(mention.name) for mention in known if mention.kind == "person"}
    taken = TakenSpans((m.span.start, m.span.end) for m in known)
    plain = {unit.start for unit in plain_rows(source)}
    for unit in source.units:
        if unit.block.kind == "row" and unit.start not in plain and not opening_hours(unit.text):
            continue
        said = _model_people(source, unit)
        at = 0
        while at < len(unit.tokens):
            read = _prose_name(source, unit, at, said)
            if read and not taken.overlaps(unit.tokens[read[0].first].start, unit.tokens[read[0].last - 1].end):
                name, courtesy = _without_body(source, unit.tokens, read[0], named), read[1]
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


def _without_body(source: Source, tokens: Sequence[Token], name: PersonName, known: set[str]) -> PersonName:
    """Leave the body out of « Claire Vial de Cartographia »: the name is known without it, or the word stands alone."""
    words = [at for at in range(name.first, name.last) if tokens[at].is_capital]
    cuts = [at for at in words if at - 1 > words[1] and tokens[at - 1].fold in ("de", "d'", "du")] if words[2:] else []
    for at in cuts:
        shorter = read_name(tokens[: at - 1], name.first, loose=True)
        if shorter and (folded_name(shorter.whole) in known or _stands_apart(source, tokens[at])):
            return shorter
    return name


def _stands_apart(source: Source, word: Token) -> bool:
    """Tell a word that the text also writes without « de » before it, where no name goes on."""
    if len(word.text) < 4:
        return False
    alone = re.compile(
        rf"(?:(?:^|[.!?:;,(«]\s*)|\b(?:à|par|avec|pour|et|que|chez|selon) ){re.escape(word.text)}\b(?!-)", re.M
    )
    return alone.search(source.document.text) is not None


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
    if not (token.is_word and (token.is_capital or titled)) or is_eponym(unit.tokens, at) or _is_tail(unit.tokens, at):
        return None
    if token.is_initial and _is_no_given_name(unit, at):
        return None
    if (
        previous
        and previous.fold.rstrip(".") in COURTESY
        and (previous.text not in _NO_TITLES or _is_called(unit.tokens, at - 1))
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
    told = _is_said(source, unit, name, said) and not presents_initialled(source, unit.tokens, at)
    sure = (
        _is_person_by_context(unit.tokens, name)
        or is_initialled(source, unit.tokens, name)
        or (told and not _is_elsewhere(source, unit, name))
    )
    return (name, None) if sure else None


def _is_called(tokens: Sequence[Token], title: int) -> bool:
    """Tell « le docteur Lambert » from « la rue du docteur Lambert »: the article alone stands before the title."""
    return title > 0 and tokens[title].text in ("docteur", "professeur") and tokens[title - 1].fold in ("le", "au")


def _is_no_given_name(unit: Unit, at: int) -> bool:
    """Tell the initials of a label, « M. E. : », and a unit after a number, « 100 F. M. Roy proteste »."""
    label = at == 1 and re.match(r"\.?\s*(?::|[–—])\s", unit.text[unit.tokens[at].end - unit.start :]) is not None
    return label or (at > 0 and unit.tokens[at - 1].text[-1:].isdigit())


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
    if name.first > 1 and unit.tokens[name.first - 1].text == "(" and unit.tokens[name.first - 2].is_capital:
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


def is_eponym(tokens: Sequence[Token], at: int) -> bool:
    """Tell a name that belongs to a thing: one or two words before it say so."""
    before = [token.fold for token in tokens[max(0, at - 2) : at]]
    if not before:
        return False
    return (
        before[-1] in EPONYM
        or before[-1] in _HOLY
        or (before[-1] in ("de", "d'", "du") and before[0] in ("place", "rue", "avenue", "salle", "amphi"))
    )


def _is_tail(tokens: Sequence[Token], at: int) -> bool:
    """Tell capitals that end a longer name inside a sentence: « Val d'Aubin Solidaire »."""
    if at < 3 or tokens[at - 1].fold not in ("de", "d'", "du") or tokens[at].start - tokens[at - 1].end > 1:
        return False
    head, before = tokens[at - 2], tokens[at - 3]
    named = head.is_word and head.is_capital and head.fold not in FUNCTIONS and head.fold not in NOT_IN_NAMES
    inside = before.text in (",", "(") or (before.is_word and not before.is_capital)
    return named and inside and head.fold not in MEETING_WORDS and not head.breaks


def _is_thing(tokens: Sequence[Token], name: PersonName) -> bool:
    """Tell a run of capitals that is a place or a title and no name."""
    words = [token for token in tokens[name.first : name.last] if token.is_capital]
    after = tokens[name.last] if name.last < len(tokens) else None
    last = tokens[name.last - 1]
    inside_a_name = after is not None and after.text in ("-", "&") and after.start == last.end
    if after is not None and len(after.text) > 1 and after.is_word and after.is_capital and not after.breaks:
        inside_a_name |= after.start - last.end == 1 and last.is_caps == after.is_caps and not after.text.endswith("'")
    common = words[0].fold in NOT_IN_NAMES and not is_given_name(words[0].text)
    return inside_a_name or area_kind(name.whole) is not None or common


def _is_person_by_context(tokens: Sequence[Token], name: PersonName) -> bool:
    """Tell a name with no known given name as a person: a function stands beside it."""
    after = " ".join(token.text for token in tokens[name.last : name.last + 4])
    before = [token.fold for token in tokens[max(0, name.first - 3) : name.first]]
    if after[:1] in (",", "(") and tells_function(after[1:].strip()):
        return True
    if name.first and tokens[name.first - 1].text == "=":
        return True
    return bool(before) and (before[-1] in FUNCTIONS or before[-1] in COURTESY)
