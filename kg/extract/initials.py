"""The initials by which a document calls its people: « Claire Petit (CP) », « CP = Claire Petit »."""

import re
from collections.abc import Sequence

from kg.extract.person_names import PersonName
from kg.extract.source import Source
from kg.extract.tokens import Token
from kg.lexicon.folding import fold
from kg.lexicon.given_names import is_given_name
from kg.lexicon.places import area_kind
from kg.types import Mention


def tells_initials(source: Source) -> bool:
    """Tell a document that gives the initials of its people: « Claire Petit (CP), Paul Vial (PV, adjoint) »."""
    return len(source.once(_initialled)) > 1


def _initialled(source: Source) -> list[int]:
    found: list[int] = []
    for unit in source.units:
        for at, token in enumerate(unit.tokens):
            if token.text == "(" and at > 1 and _follow_name(unit.tokens, at):
                found.append(token.start)
    return found


def _follow_name(tokens: Sequence[Token], bracket: int) -> bool:
    first = bracket
    while first and tokens[first - 1].is_word and tokens[first - 1].is_capital and not tokens[first].breaks:
        first -= 1
    words = [part for token in tokens[first:bracket] for part in token.text.replace("'", "-").split("-") if part]
    return (
        len(words) > 1
        and bracket + 2 < len(tokens)
        and tokens[bracket + 1].text == "".join(word[0] for word in words)
        and tokens[bracket + 2].text in (")", ",")
        and is_given(tokens[first])
    )


def is_given(first: Token) -> bool:
    """Tell « Claire Petit (CP) »: initials of a person; « France » begins the names of bodies too."""
    return is_given_name(first.text) and area_kind(first.text) is None


def is_initialled(source: Source, tokens: Sequence[Token], name: PersonName) -> bool:
    """Tell « Ilse Brandt (IB) » in a document that gives the initials of its people."""
    if name.last + 2 >= len(tokens) or tokens[name.last].text != "(" or tokens[name.last + 2].text not in (")", ","):
        return False
    letters = "".join(token.text[0] for token in tokens[name.first : name.last] if token.is_capital)
    return tokens[name.last + 1].text == letters and tells_initials(source)


def presents_initialled(source: Source, tokens: Sequence[Token], first: int) -> bool:
    """Tell what follows « Claire Petit (CP), » where initials are given: it says who she is, and names nobody."""
    if first < 5 or tokens[first - 1].text != "," or tokens[first - 2].text != ")" or tokens[first - 4].text != "(":
        return False
    return _follow_name(tokens, first - 4) and tells_initials(source)


def explained_initials(source: Source, people: Sequence[Mention]) -> dict[str, str]:
    """Return the initials that the document explains itself: « Claire Petit (CP) », « CP = Claire Petit »."""
    found: dict[str, str] = {}
    for mention in people:
        before = source.document.text[max(0, mention.span.start - 12) : mention.span.start]
        equal = re.search(r"\b([A-ZÀ-Ý]{2,4})\s*(?:=|:)\s*$", before)
        if equal and equal[1][0] == fold(mention.name)[0].upper():
            found[equal[1]] = mention.name
        after = source.document.text[mention.span.end : mention.span.end + 60].lstrip()
        name = fold(mention.name).replace("-", " ")
        letters = {"".join(word[0] for word in words.split()).upper() for words in (name, name.replace("'", " "))}
        inside = after[1 : after.find(")")].split(",")[0].strip() if after.startswith("(") and ")" in after else ""
        if 2 <= len(inside) <= 5 and letters & {inside.replace(".", "").upper(), re.sub(r"[^A-Z]", "", inside)}:
            found[inside] = mention.name
    return found
