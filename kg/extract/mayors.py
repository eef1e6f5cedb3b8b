"""The towns whose mayor a text tells of: « la maire d'Aubin », « l'adjointe au maire de Sers »."""

from collections.abc import Sequence

from kg.extract.authorities import past_link, proper_run
from kg.extract.body_names import city_authority, recased
from kg.extract.source import Source
from kg.extract.spans_taken import TakenSpans
from kg.extract.tokens import Token
from kg.lexicon.functions import COURTESY, FUNCTIONS
from kg.lexicon.places import area_kind, usual_form
from kg.types import Mention

_MAYOR = frozenset("maire mairesse bourgmestre maire-adjoint maire-adjointe".split())


def mayors_towns(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the authority of the town after « maire de », where no other rule found a body."""
    taken = TakenSpans((m.span.start, m.span.end) for m in known if m.kind != "place")
    found: list[Mention] = []
    for unit in source.units:
        if unit.block.kind == "row":
            continue
        for at, token in enumerate(unit.tokens):
            if token.fold not in _MAYOR:
                continue
            town = _town_after(unit.tokens, at + 1)
            if town and taken.add(unit.tokens[town[0]].start, unit.tokens[town[1] - 1].end):
                start, end = unit.tokens[town[0]].start, unit.tokens[town[1] - 1].end
                words = recased(" ".join(source.document.text[start:end].split()), source.running_forms)
                full = usual_form(f"Le {words}") if unit.tokens[town[0] - 1].fold == "du" else usual_form(words)
                found.append(source.mention("organisation", start, end, city_authority(full or words), "mayor-town/1"))
    return found


def _town_after(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return the slice of tokens of the name after « de », « d' », « du »; nothing for « maires de France »."""
    begin, linked = past_link(tokens, at)
    if not linked or begin >= len(tokens) or tokens[begin].fold in FUNCTIONS or tokens[begin].fold in COURTESY:
        return None
    last = proper_run(tokens, begin)
    if last == begin or last - begin > 4 or tokens[begin].breaks:
        return None
    words = " ".join(token.text for token in tokens[begin:last]).replace("' ", "'")
    return (begin, last) if area_kind(words) in (None, "city") else None
