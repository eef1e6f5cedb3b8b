"""Organisations named before, found again in any case; places that speak or act as authorities."""

from collections.abc import Iterable, Mapping, Sequence

from kg.extract.authorities import proper_run
from kg.extract.body_names import city_authority, recased
from kg.extract.source import Source, Unit
from kg.extract.spans_taken import TakenSpans
from kg.extract.tokens import Token
from kg.lexicon.bodies import AUTHORITIES, BODIES
from kg.lexicon.folding import fold_words
from kg.lexicon.places import area_kind
from kg.lexicon.words import NOT_IN_NAMES
from kg.types import Mention


def bodies_again(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the organisations named so far again, in any case."""
    taken = TakenSpans((mention.span.start, mention.span.end) for mention in known)
    index = by_first_word(known)
    found: list[Mention] = []
    for unit in source.units:
        at = 0
        while at < len(unit.tokens):
            hit = again_at(unit.tokens, at, index)
            if hit and taken.add(unit.tokens[at].start, unit.tokens[hit - 1].end):
                start, end = unit.tokens[at].start, unit.tokens[hit - 1].end
                words = " ".join(source.document.text[start:end].split())
                found.append(
                    source.mention("organisation", start, end, recased(words, source.running_forms), "body-again/1")
                )
                at = hit
            else:
                at += 1
    return found


def by_first_word(known: Iterable[Mention]) -> dict[str, list[tuple[str, ...]]]:
    """Index the folded names of the organisations by their first word, the longest first."""
    index: dict[str, set[tuple[str, ...]]] = {}
    for mention in known:
        if mention.kind != "organisation" or mention.rule.startswith("acting"):
            continue
        words = fold_words(mention.name)
        if words and not is_excluded(mention.name) and (len(words) > 1 or area_kind(mention.name) is None):
            index.setdefault(words[0], set()).add(words)
    return {key: sorted(names, key=lambda words: (-len(words), words)) for key, names in index.items()}


def again_at(tokens: Sequence[Token], at: int, index: Mapping[str, Sequence[tuple[str, ...]]]) -> int:
    """Return where a known name that begins at a token ends (excluded), 0 when there is none."""
    token = tokens[at]
    if not token.is_word or not token.is_capital:
        return 0
    head = fold_words(token.text)
    for words in index.get(head[0] if head else "", ()):
        read: list[str] = []
        last = at
        while last < len(tokens) and len(read) < len(words) and tokens[last].text not in ",;:.()":
            read += fold_words(tokens[last].text)
            last += 1
        if tuple(read) == words and (len(words) > 1 or token.text.isupper() or len(token.text) > 3):
            return last
    return 0


def acting_places(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the places that act as authorities: « Pour Sète, … », « ce qu'a fait Niort », « X, de la Nièvre »."""
    taken = TakenSpans((mention.span.start, mention.span.end) for mention in known)
    people_ends = {mention.span.end for mention in known if mention.kind == "person"}
    found: list[Mention] = []
    for unit in source.units:
        if unit.block.kind == "row":
            continue
        for at, token in enumerate(unit.tokens):
            last = proper_run(unit.tokens, at) if token.is_capital else at
            if last == at:
                continue
            words = source.document.text[token.start : unit.tokens[last - 1].end]
            kind = area_kind(words)
            if kind not in ("city", "department") or not _acts_as_authority(unit, at, last, people_ends):
                continue
            if taken.add(token.start, unit.tokens[last - 1].end):
                name = city_authority(words) if kind == "city" else f"Département : {words}"
                found.append(
                    source.mention("organisation", token.start, unit.tokens[last - 1].end, name, "acting-place/1")
                )
    return found


def _acts_as_authority(unit: Unit, at: int, last: int, people_ends: set[int]) -> bool:
    tokens = unit.tokens
    before = tokens[at - 1] if at else None
    after = tokens[last] if last < len(tokens) else None
    if (
        before
        and before.fold in ("pour", "selon")
        and (at == 1 or tokens[at - 2].text in (".", "»"))
        and after
        and after.text == ","
    ):
        return True
    done = [token.fold for token in tokens[max(0, at - 3) : at]]
    if done[-2:] in (["a", "fait"], ["ont", "fait"], ["a", "realise"]) and (len(done) < 3 or done[0] in ("qu'", "qu")):
        return True
    link = at - 1
    while link > 0 and tokens[link].fold in ("l'", "la", "d'", "de", "du"):
        link -= 1
    return link < at - 1 and tokens[link].text == "," and link > 0 and tokens[link - 1].end in people_ends


def is_excluded(name: str) -> bool:
    """Tell a word that cannot be an organisation by itself."""
    words = fold_words(name)
    return not words or (
        len(words) == 1 and (words[0] in NOT_IN_NAMES or words[0] in BODIES or words[0] in AUTHORITIES)
    )
