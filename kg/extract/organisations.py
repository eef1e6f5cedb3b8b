"""Organisations: by the kind that begins their name, in the cells of tables, at the end of functions."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract.affiliations import affiliations
from kg.extract.authorities import Body, authority_at, is_proper, suffixed_authority
from kg.extract.bodies import body_at
from kg.extract.body_cells import cell_bodies, tail_body
from kg.extract.body_keys import SMALL, body_key
from kg.extract.body_names import city_authority, recased
from kg.extract.hours import opening_hours
from kg.extract.kind_names import kind_name_at
from kg.extract.source import Source, Unit
from kg.extract.spans_taken import TakenSpans
from kg.extract.tables import plain_rows, table_rows
from kg.extract.tokens import Token
from kg.lexicon.bodies import GENERIC_BODIES, KNOWN_BODIES, KNOWN_NAMES
from kg.lexicon.body_slots import BELONGS_TO
from kg.lexicon.folding import fold
from kg.lexicon.given_names import is_given_name
from kg.lexicon.words import NOT_IN_NAMES
from kg.types import Mention

#: Kinds of body that are places as well: they stay organisations when people meet there.
_INSTITUTIONS = frozenset(
    """cite universite ecole institut musee ecomusee theatre mediatheque bibliotheque lycee college hopital
    faculte""".split()
)


def bodies_by_kind(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the organisations whose name begins with a kind of organisation, and those that the world knows."""
    taken = TakenSpans((mention.span.start, mention.span.end) for mention in known if mention.kind != "place")
    rooms = TakenSpans((mention.span.start, mention.span.end) for mention in known if mention.kind == "place")
    found: list[Mention] = []
    plain = {unit.start for unit in plain_rows(source)}
    for unit in source.units:
        if unit.block.kind == "row" and unit.start not in plain and not opening_hours(unit.text):
            continue
        tags = _tags(source, unit)
        for body in _bodies(unit.tokens, tags):  # the longest reading at each place
            start, end = unit.tokens[body.first].start, unit.tokens[body.last - 1].end
            if _is_generic(unit.tokens[body.first : body.last]):
                continue
            if rooms.overlaps(start, end) and not _is_more_than_a_place(unit.tokens, body.first, rooms):
                continue
            if taken.add(start, end):
                name = _name(source, unit.tokens, body)
                found.append(source.mention("organisation", start, end, name, f"{body.kind or 'kind'}/1"))
    return found


def _is_more_than_a_place(tokens: Sequence[Token], first: int, rooms: TakenSpans) -> bool:
    """Tell « proposé par la Maison des rives » and « Zoé Vial, Maison des rives » from « à la Maison des rives »."""
    at = first - 1
    while at >= 0 and tokens[at].fold in ("la", "le", "l'"):
        at -= 1
    if tokens[first].fold in _INSTITUTIONS or at < 2:
        return tokens[first].fold in _INSTITUTIONS
    if tokens[at].fold == "par" or (tokens[at].fold in ("de", "du") and tokens[at - 1].fold in BELONGS_TO):
        return True
    beside = tokens[at].text in (",", "(") and at == first - 1
    named = tokens[at - 1].is_capital and tokens[at - 2].is_capital and tokens[at - 2].is_word
    return beside and named and not rooms.overlaps(tokens[at - 1].start, tokens[at - 1].end)


#: With a capital inside a sentence, the one of the place where the document speaks.
_LOCAL = frozenset(("chambre de commerce", "chambre d'agriculture", "mission locale", "office de tourisme"))


def _is_generic(tokens: Sequence[Token]) -> bool:
    """Tell « Conseil municipal », « Groupe de travail »: a kind of body, not one body."""
    words = " ".join(token.fold for token in tokens).replace("' ", "'")
    return words in GENERIC_BODIES and not (tokens[0].is_capital and words in _LOCAL)


_LINKS = SMALL | frozenset("sans pour dans avec contre entre sous par chez".split())


def _tags(source: Source, unit: Unit) -> Mapping[int, str]:
    doc = source.doc(unit)
    if doc is None:  # the cells of a table hold nouns
        return {t.start: "ADP" if t.fold in _LINKS else "NOUN" for t in unit.tokens if t.is_word}
    return {unit.start + token.idx: token.pos_ for token in doc}


def _bodies(tokens: Sequence[Token], tags: Mapping[int, str]) -> Iterator[Body]:
    at = 0
    while at < len(tokens):
        body = authority_at(tokens, at) or suffixed_authority(tokens, at) or _longest_at(tokens, at, tags)
        if body and body.last > at:
            yield body
            at = body.last
        else:
            at += 1


def _longest_at(tokens: Sequence[Token], at: int, tags: Mapping[int, str]) -> Body | None:
    named, whole = kind_name_at(tokens, at, tags), body_at(tokens, at, tags)
    if named and (whole is None or named.last >= whole.last):
        return named
    return whole or _known_at(tokens, at)


def _known_at(tokens: Sequence[Token], at: int) -> Body | None:
    if tokens[at].is_capital:
        two = " ".join(token.fold for token in tokens[at : at + 2])
        if (two in KNOWN_NAMES and (tokens[at].fold != "la" or tokens[at + 1].is_capital)) or two == "union europeenne":
            return Body(at, at + 2)
    if tokens[at].text not in KNOWN_BODIES:
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    branch = (
        following is not None
        and following.start - tokens[at].end == 1
        and not following.breaks
        and is_proper(following)
        and not following.is_caps
        and following.fold not in NOT_IN_NAMES
        and not is_given_name(following.text)
    )
    return Body(at, at + 2) if branch else Body(at, at + 1)  # « ARS Normandie »


def _name(source: Source, tokens: Sequence[Token], body: Body) -> str:
    first = tokens[body.first]
    if body.kind == "ville" and body.place:
        place = recased(body.place, source.running_forms)
        written = source.document.text[first.start : tokens[body.last - 1].end]
        aspirated = place[:1] in "Hh" and re.search(r"\bde\s+[Hh]", written)
        return f"Ville de {place}" if aspirated else city_authority(place)
    words = source.document.text[first.start : tokens[body.last - 1].end]
    words = " ".join(words.replace("\xa0", " ").replace("’", "'").split())
    name = recased(words, source.running_forms)
    return name[:1].upper() + name[1:]


def bodies_of_people(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the organisations of a table's cells and those that end a function: « directrice de Cigale »."""
    taken = TakenSpans((mention.span.start, mention.span.end) for mention in known)
    bodies = [mention for mention in known if mention.kind == "organisation"]
    names = {fold(mention.name) for mention in bodies}
    places = _authority_places(bodies)
    found: list[Mention] = []
    cells = [row.body for row in table_rows(source) if row.body]
    people = [mention for mention in known if mention.kind == "person"]
    towns = {row.body for row in table_rows(source) if row.of_town}
    for cell in cells:
        if cell in towns and taken.add(cell.start, cell.end):
            name = city_authority(recased(source.document.quote(cell), source.running_forms))
            found.append(source.mention("organisation", cell.start, cell.end, name, "table-cell/1"))
            continue
        found += [
            _as_authority(m, places) for m in cell_bodies(source, cell, names) if taken.add(m.span.start, m.span.end)
        ]
    for affiliation in affiliations(source, people):
        if affiliation.place == "row" and affiliation.span in cells:
            continue
        found += [
            _as_authority(m, places)
            for m in tail_body(source, affiliation, known)
            if taken.add(m.span.start, m.span.end)
        ]
    return found


def _authority_places(bodies: Iterable[Mention]) -> dict[str, str]:
    """Return the authority of each place of which the document names only one."""
    found: dict[str, dict[str, str]] = {}
    for mention in bodies:
        kind, _, place = body_key(mention.name).rpartition(":")
        if kind:
            found.setdefault(place, {})[kind] = mention.name
    return {place: next(iter(names.values())) for place, names in found.items() if len(names) == 1}


def _as_authority(mention: Mention, places: Mapping[str, str]) -> Mention:
    """Read the bare name of a place, where a body is expected, as the authority that the document names for it."""
    return replace(mention, name=places.get(body_key(mention.name), mention.name))
