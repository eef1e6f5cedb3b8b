"""Places: countries, regions, departments, cities, and the rooms and buildings where people meet."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.authorities import proper_run
from kg.extract.body_names import recased
from kg.extract.source import Source, Unit
from kg.extract.spans_taken import TakenSpans
from kg.lexicon.folding import fold
from kg.lexicon.given_names import is_given_name
from kg.lexicon.places import area_kind, usual_form
from kg.regex import regex
from kg.types import Mention

_VENUE = regex(
    r"\b(?:(?:[Ss]alle|[Aa]mphi(?:théâtre)?|[Aa]uditorium|[Ee]space|[Pp]alais|[Hh]ôtel d[eu]|[Mm]aison d[eu]s?|"
    r"[Cc]ité d[eu]s?|[Cc]entre|[Cc]hâteau|[Tt]héâtre|[Gg]ymnase|"
    r"[Mm]édiathèque|[Mm]aison|[Cc]ité|[Hh]alle|[Cc]ampus|[Dd]omaine)(?: (?:de|du|des|d'|de la|de l'|la|le|et|"
    r"et de|et de la|et de l'))? ?"
    r"(?:(?!(?:Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche)\b)[A-ZÀ-Ý](?:\.|[\w'-]*)|des [a-zéèêàç]+|"
    r"ville|[Vv]ille|polyvalente|municipale|du conseil|des fêtes|du Conseil|d'honneur|des mariages|communale)"
    r"(?:(?: (?:de la|de l'|de|du|des|d'|et de la|et de l'|et des|et du|la|le)| )? ?(?!(?:Lundi|Mardi|Mercredi|"
    r"Jeudi|Vendredi|Samedi|Dimanche)\b)[A-ZÀ-Ý](?:\.|[\w'-]*)){0,5})"
)
_LEADS = frozenset("a de d' en au aux du la le l' les vers depuis sur pour dans et , ( - des".split())


def venues(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the rooms and buildings: « Salle L. Armand », « Cité des sciences », « hôtel de ville de Lens »."""
    found = []
    for unit in source.units:
        if unit.block.kind == "row":
            continue
        for match in _VENUE.finditer(unit.text):
            words = " ".join(match[0].split())
            if " " in words and not re.fullmatch(r"(?:centre|espace|cité|maison|centre de) [a-zé]+", words, re.I):
                words = re.sub(r"^[Ss]alle (?=[Ss]alle |[Aa]mphi)", "", words)
                name = words[:1].upper() + words[1:]
                found.append(
                    source.mention("place", unit.start + match.start(), unit.start + match.end(), name, "venue/1")
                )
    return found


def places(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find countries, areas, regions, departments and cities by their names, and places that the model is sure of."""
    taken = TakenSpans((m.span.start, m.span.end) for m in known if m.kind in ("person", "place"))
    found: list[Mention] = []
    for unit in source.units:
        for start, end, name in _known_places(source, unit):
            if taken.add(start, end):
                found.append(source.mention("place", start, end, name, "gazetteer/1"))
    return found


def _known_places(source: Source, unit: Unit) -> Iterator[tuple[int, int, str]]:
    tokens = unit.tokens
    at = 0
    while at < len(tokens):
        token = tokens[at]
        last = _longest_place(unit, at) if token.is_word and token.is_capital else at
        if last == at:
            at += 1
            continue
        words = " ".join(word.text for word in tokens[at:last]).replace("' ", "'")
        if _is_place_here(unit, at, last, words):
            yield token.start, tokens[last - 1].end, usual_form(words) or recased(words, source.running_forms)
        at = last


def _longest_place(unit: Unit, at: int) -> int:
    tokens = unit.tokens
    for last in range(min(len(tokens), at + 5), at, -1):
        if not tokens[last - 1].is_word or tokens[last - 1].text.endswith("'"):
            continue
        words = " ".join(word.text for word in tokens[at:last]).replace("' ", "'")
        if area_kind(words):
            return last
    return at


def _is_place_here(unit: Unit, at: int, last: int, words: str) -> bool:
    """Accept countries anywhere; cities after a word that leads to a place, or where their name is no other word."""
    kind = area_kind(words)
    if not unit.tokens[last - 1].is_capital:
        return False  # « La réunion est ouverte » is no island
    if kind in ("country", "area", "region"):
        return True
    tokens = unit.tokens
    before = tokens[at - 1] if at else None
    after = tokens[last] if last < len(tokens) else None
    inside_a_name = bool(
        before and before.is_word and before.is_capital and fold(before.text) not in _LEADS and before.text[-1:] != "'"
    )
    if inside_a_name or (
        after and after.is_word and after.is_capital and proper_run(tokens, at) > last and unit.block.kind != "row"
    ):
        return before is not None and before.fold == "ville" and not inside_a_name
    if before is not None and not before.is_word and before.text in ".!?:»•" and kind == "city":
        return "-" in words or after is None or after.text in (",", "(")
    if is_given_name(words) or len(words) <= 3:
        return bool(before) and before is not None and before.fold in ("a", "ville", "de", "d'")
    return before is None or before.fold in _LEADS or not before.is_word or kind == "department" or len(words) >= 5
