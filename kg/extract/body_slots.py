"""Organisations that no kind of body begins, by where they stand: « bénévole à X », « X, association de … »."""

from collections.abc import Iterator, Mapping, Sequence

from kg.extract.bare_names import ARTICLES, bare_name
from kg.extract.bodies_again import again_at, by_first_word
from kg.extract.initials import presents_initialled
from kg.extract.source import Source, Unit
from kg.extract.spans_taken import TakenSpans
from kg.extract.tokens import Token
from kg.lexicon.bodies import AUTHORITIES, BODIES
from kg.lexicon.body_slots import (
    BELONGS_TO,
    DONE_BY,
    GIVEN_OR_HELD,
    HEADS,
    HELP_OF,
    LABELS,
    NAMED_KINDS,
    WITH,
)
from kg.lexicon.folding import fold
from kg.lexicon.functions import COURTESY
from kg.lexicon.given_names import is_given_name
from kg.lexicon.places import area_kind
from kg.lexicon.words import NOT_IN_NAMES
from kg.types import Mention

_OF = frozenset("de du des d'".split())
#: Kinds of meetings, which have a president and partners as bodies have.
_MEETINGS = frozenset(
    """assises rencontre rencontres colloque festival forum journee journees congres salon biennale seminaire conference
    semaine quinzaine sommet fete universite""".split()
)
_AT = frozenset("a au aux".split())
#: Words of an apposition before its kind: « X, une jeune coopérative ».
_BEFORE_KIND = frozenset("un une la le l' petite petit jeune autre nouvelle nouveau".split())


def bodies_by_slot(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the names that stand where only a body stands, and those that an apposition says to be one."""
    taken = TakenSpans((mention.span.start, mention.span.end) for mention in known)
    surnames = {fold(m.name).split()[-1] for m in known if m.kind == "person" and m.name.split()}
    named = by_first_word(known)
    found: list[Mention] = []
    for unit in source.units:
        doc = source.doc(unit)
        if doc is None or not any(token.is_capital for token in unit.tokens):
            continue
        tags = {unit.start + word.idx: word.pos_ for word in doc}
        for first, last in _slots(source, unit, (tags, surnames, named)):
            start, end = unit.tokens[first].start, unit.tokens[last - 1].end
            if taken.add(start, end):
                name = " ".join(source.document.text[start:end].replace("’", "'").split())
                found.append(source.mention("organisation", start, end, name, "body-slot/1"))
    return found


_Known = tuple[Mapping[int, str], set[str], Mapping[str, Sequence[tuple[str, ...]]]]


def _ends_item(tokens: Sequence[Token], last: int) -> bool:
    return last == len(tokens) or tokens[last].text in (";", ".") or tokens[last].breaks


def _slots(source: Source, unit: Unit, known: _Known) -> Iterator[tuple[int, int]]:
    """Yield the slices of tokens; `known` are the parts of speech, the surnames, the bodies named before."""
    tokens, (tags, surnames, named) = unit.tokens, known
    at = 1 if tokens else 0
    while at < len(tokens):
        token = tokens[at]
        last = 0
        if token.is_capital and not (tokens[at - 1].is_capital and tokens[at - 1].is_word):
            last = again_at(tokens, at, named) or bare_name(tokens, at, tags)
        told = _stands(tokens, at, last, tags) if last else None
        if last and not told and presents_initialled(source, tokens, at) and _ends_item(tokens, last):
            told = "held"
        if told and not _is_other(tokens, at, last, surnames):
            yield at, last
            at = last
            if told == "partner":
                yield from _siblings(tokens, at, tags, surnames)
        at += 1


def _stands(tokens: Sequence[Token], first: int, last: int, tags: Mapping[int, str]) -> str | None:
    """Tell a name in a place that only a body takes: `apposed`, `held`, or `partner` where several may be listed."""
    return "apposed" if _is_apposed(tokens, last) else _introduced(tokens, first, last, tags)


def _is_apposed(tokens: Sequence[Token], last: int) -> bool:
    """Tell « X, une coopérative de … », « X (association loi 1901) », « X – collectif citoyen »."""
    if last + 1 >= len(tokens) or tokens[last].text not in (",", "(", "–", "—"):
        return False
    at = last + 1
    while at < len(tokens) and at < last + 4 and tokens[at].fold in _BEFORE_KIND:
        at += 1
    if at >= len(tokens) or tokens[at].fold not in NAMED_KINDS or tokens[at].is_capital:
        return False
    return at + 1 >= len(tokens) or not tokens[at + 1].is_capital


def _introduced(tokens: Sequence[Token], first: int, last: int, tags: Mapping[int, str]) -> str | None:
    at = first - 1
    if tokens[at].fold == ":" and at:
        return "partner" if tokens[at - 1].fold in LABELS else None
    small = tokens[at].fold in ARTICLES
    at -= small
    if at < 1 or tokens[first].breaks:
        return None
    merged = small or tokens[at].fold in ("du", "des", "au", "aux")
    single = last - first == 1
    if single and not tokens[first].is_caps and merged and tags.get(tokens[first].start) != "PROPN":
        return None
    if tokens[at].fold in HEADS:
        return "held" if merged or not single else None
    return _after_link(tokens[at].fold, tokens[at - 1].fold, sure=merged or not single)


def _after_link(link: str, before: str, *, sure: bool) -> str | None:
    """Tell what a small word and the word before it say of a name; a person may stand after some, unless `sure`."""
    if link == "chez" or (link in _OF and before in BELONGS_TO) or (link in _AT and before in GIVEN_OR_HELD):
        return "held"
    partner = (
        (link in _OF and before in HELP_OF)
        or (link == "avec" and before in WITH)
        or (link == "par" and before in DONE_BY)
    )
    return "partner" if partner and sure else None


def _is_other(tokens: Sequence[Token], first: int, last: int, surnames: set[str]) -> bool:
    """Tell a person, a place, a kind of body alone."""
    words = [token for token in tokens[first:last] if token.fold not in ARTICLES]
    if tokens[first - 1].fold.rstrip(".") in COURTESY or words[0].fold in surnames or words[0].fold == "etat":
        return True
    if is_given_name(words[0].text) and len(words) < 4 and all(word.is_capital for word in words):
        return True
    if words[0].fold in _MEETINGS or (words[0].is_caps and len(words) > 1 and words[1].is_capital):
        return True
    alone = len(words) == 1 and (
        words[0].fold in BODIES or words[0].fold in AUTHORITIES or words[0].fold in NOT_IN_NAMES
    )
    return alone or (len(words) == 1 and area_kind(words[0].text) is not None)


def _siblings(
    tokens: Sequence[Token], at: int, tags: Mapping[int, str], surnames: set[str]
) -> Iterator[tuple[int, int]]:
    """Read the bodies listed after one: « avec X, Y et Z »."""
    while at + 1 < len(tokens) and (tokens[at].text == "," or tokens[at].fold == "et"):
        begin = at + 1
        while (
            begin < len(tokens)
            and begin < at + 3
            and tokens[begin].fold in _OF | ARTICLES
            and not tokens[begin].is_capital
        ):
            begin += 1
        last = bare_name(tokens, begin, tags) if begin < len(tokens) else 0
        if not last or last - begin < 2 or _is_other(tokens, begin, last, surnames):
            return
        if last < len(tokens) and tags.get(tokens[last].start) in ("VERB", "AUX"):
            return
        yield begin, last
        at = last
