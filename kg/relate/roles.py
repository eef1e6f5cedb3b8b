"""Who holds what function where, at the event where it is stated; and which acronym stands for which body."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus import Span
from kg.extract.acronyms import begins, pairs, stands_for
from kg.extract.affiliations import Affiliation, affiliations, functions_of
from kg.extract.source import Source
from kg.extract.tables import table_rows
from kg.lexicon.bodies import BODIES
from kg.lexicon.folding import fold
from kg.lexicon.trades import tells_function
from kg.relate.events import session_at
from kg.relate.later_roles import later_functions
from kg.relate.told_roles import parts_told, presented_below, role_of, told_roles
from kg.types import Event, Mention, Provenance, Role, Statement


def read_roles(source: Source, mentions: Sequence[Mention], events: Sequence[Event]) -> tuple[Role, ...]:
    """Return a role for each function that the document states of a person, with its body and its event."""
    people = [mention for mention in mentions if mention.kind == "person"]
    bodies = [mention for mention in mentions if mention.kind == "organisation"]
    found: list[Role] = []
    rows = {row.placed.mention.id: row for row in table_rows(source)}
    for affiliation in affiliations(source, people):
        if affiliation.place != "row":
            found += _roles(source, affiliation, bodies, events)
    found += told_roles(source, people, bodies, events)
    for row in rows.values():
        found += _row_role(source, row.placed.mention, (row.function, row.body), bodies, events)
    for unit in source.units:
        inside = [person for person in people if unit.start <= person.span.start < unit.end]
        if inside and unit.block.kind in ("paragraph", "item"):
            later = list(later_functions(source, unit, inside, found))
            found += [role_of(source, (*told, "later-function/1"), bodies, events) for told in later]
    found += [role_of(source, told, bodies, events) for told in presented_below(source, people)]
    presented = {mention.name for mention in people if any(role.person == mention.id for role in found)}
    found += [
        role_of(source, told, bodies, events) for told in parts_told(source, people) if told[0].name not in presented
    ]
    return tuple(dict.fromkeys(found))


def _event(events: Sequence[Event], offset: int) -> str | None:
    event = session_at(events, offset)
    return event.mention if event else None


def _main(events: Sequence[Event]) -> str | None:
    return next((event.mention for event in events if event.provenance.rule.startswith("document-event")), None)


def _roles(
    source: Source, affiliation: Affiliation, bodies: Sequence[Mention], events: Sequence[Event]
) -> Iterator[Role]:
    text = source.document.quote(affiliation.span)
    for start, end in functions_of(text):
        span = Span(affiliation.span.document_id, affiliation.span.start + start, affiliation.span.start + end)
        words = " ".join(text[start:end].split())
        inside = [body for body in bodies if span.start <= body.span.start and body.span.end <= span.end]
        function = words if tells_function(words) or not inside else ""
        is_unit = affiliation.place != "prose" and fold(words.split()[0]) in BODIES
        if not inside and not tells_function(words) and not is_unit:
            continue
        event = _event(events, affiliation.person.span.start)
        provenance = Provenance(span, f"{affiliation.place}-function/1")
        for body in _ids(inside)[: 1 if function else 4] or [None]:
            yield Role(affiliation.person.id, function, provenance, body, event)


def _ids(bodies: Sequence[Mention]) -> list[str | None]:
    """Return the ids of bodies; keep one mention of a body named twice in a row: its long form and its acronym."""
    kept: list[Mention] = []
    for body in sorted(bodies):
        if not any(begins(body.name, other.name) or begins(other.name, body.name) for other in kept):
            kept.append(body)
    return [body.id for body in kept]


def _row_role(
    source: Source,
    person: Mention,
    cells: tuple[Span | None, Span | None],
    bodies: Sequence[Mention],
    events: Sequence[Event],
) -> Iterator[Role]:
    function, cell = cells
    words = " ".join(source.document.quote(function).split()) if function else ""
    inside = [body for body in bodies if cell and cell.start <= body.span.start and body.span.end <= cell.end]
    if function and not inside:
        inside = [body for body in bodies if function.start <= body.span.start and body.span.end <= function.end]
    span = cell or function
    if span is None or not (words or inside):
        return
    for body in _ids(inside) or [None]:
        yield Role(person.id, words, Provenance(span, "row-function/1"), body, _main(events))


def read_aliases(source: Source, mentions: Sequence[Mention]) -> tuple[Statement, ...]:
    """Return the acronyms that the document explains, as other labels of the long form."""
    bodies = {(m.span.start, m.span.end): m for m in mentions if m.kind == "organisation"}
    found: list[Statement] = []
    for unit in source.units:
        for pair in pairs(unit.tokens):
            long = (unit.tokens[pair.first].start, unit.tokens[pair.last - 1].end)
            short = (unit.tokens[pair.short_first].start, unit.tokens[pair.short_last - 1].end)
            if long in bodies and short in bodies:
                found.append(_alias(bodies[long], bodies[short]))
    ordered = sorted(bodies.values())
    for left, right in pairwise(ordered):
        if 0 < right.span.start - left.span.end <= 4 and _explains(source, left, right):
            found.append(_alias(left, right))
    return tuple(dict.fromkeys(found))


def _explains(source: Source, left: Mention, right: Mention) -> bool:
    """Tell « Agence de coopération de Lens, AC Lens » and « Long Form - LF »."""
    gap = source.document.text[left.span.end : right.span.start].strip()
    if gap not in (",", "-", "–", "("):
        return False
    head = right.name.split()[0]
    short = head if len(head) <= 10 and sum(char.isupper() for char in head) >= 2 else ""
    return bool(short) and (stands_for(short, left.name) or begins(short, left.name) or gap == "(")


def _alias(long: Mention, short: Mention) -> Statement:
    return Statement(long.id, "skos:altLabel", short.name, Provenance(short.span, "acronym/1"))
