"""Functions that a label or a verb states: « Trésorier : M. Vial », « Claire Petit est élue présidente de X »."""

import re
from collections.abc import Iterator, Sequence

from corpus import Span
from kg.extract.labels import label_line, lines, part_of_label
from kg.extract.source import Source, Unit
from kg.lexicon.functions import is_function_start
from kg.relate.events import session_at
from kg.types import Event, Mention, Provenance, Role

_BECOMES = re.compile(
    r"\s*,?\s*(?:qui\s+)?(?:est|a été|fut|était|devient|est devenue?|reste|est restée?)\s+"
    r"(?:(?:ré)?élue?\s+|nommée?\s+|désignée?\s+|à l'unanimité\s+|également\s+|aussi\s+|comme\s+|la\s+|le\s+|"
    r"l'|notre\s+)*"
)
_LEADS = re.compile(
    r"\s*,?\s*(?:(?:et\s+)?qui\s+)?((?:co-?)?(?:dirige|préside|coordonne|pilote|représente)\s+(?:aussi\s+|également\s+)?"
    r"(?:la |le |les |l'|un |une |son |sa )[^.,;:«»()|]{3,90})"
)
_END = re.compile(r"[.;:«»()|]|,\s|\s(?:et|depuis|par|avec|pour|à l'unanimité|lors|en \d|qui|dont|où)\b")


def told_roles(
    source: Source, people: Sequence[Mention], bodies: Sequence[Mention], events: Sequence[Event]
) -> Iterator[Role]:
    """Yield the functions that label lines and verbs state, with the body inside them."""
    for unit in source.units:
        inside = [person for person in people if unit.start <= person.span.start < unit.end]
        if not inside or unit.block.kind == "row":
            continue
        for person, span, rule in (*_of_labels(source, unit, inside), *_of_verbs(source, unit, inside)):
            named = [body.id for body in bodies if span.start <= body.span.start and body.span.end <= span.end]
            words = " ".join(source.document.quote(span).split())
            event = session_at(events, person.span.start)
            yield Role(
                person.id, words, Provenance(span, rule), named[0] if named else None, event.mention if event else None
            )


def _of_labels(source: Source, unit: Unit, people: Sequence[Mention]) -> Iterator[tuple[Mention, Span, str]]:
    """Read « Président : M. X » and « Secrétaire de séance : X »: the label is a function of the first person."""
    for start, end in lines(source, unit):
        label = label_line(source, start, end)
        if label is None or not is_function_start(label.label) or len(label.label.split()) > 8:
            continue
        if part_of_label(label.label) not in (None, "secretary"):
            continue
        first = min((p for p in people if label.value_start <= p.span.start < end), default=None)
        if first and first.span.start - label.value_start < 14:
            begin = source.document.text.index(label.label, start)
            yield first, Span(source.document.id, begin, begin + len(label.label)), "label-function/1"


def _of_verbs(source: Source, unit: Unit, people: Sequence[Mention]) -> Iterator[tuple[Mention, Span, str]]:
    for person in people:
        at = person.span.end - unit.start
        leads = _LEADS.match(unit.text, at)
        if leads:
            begin, end = leads.start(1), leads.end(1)
            doc = source.doc(unit)
            stops = [
                int(token.idx)
                for token in doc or ()
                if begin + 10 < token.idx < end
                and "Fin" in token.morph.get("VerbForm", [])
                and token.pos_ in ("VERB", "AUX")
            ]
            words = unit.text[begin : min(stops, default=end)]
            words = re.sub(r"\s+(?:et|qui|se|ne|n'|a|l'|y|depuis)?$", "", words.rstrip())
            yield (
                person,
                Span(source.document.id, unit.start + begin, unit.start + begin + len(words)),
                "verb-function/1",
            )
            continue
        becomes = _BECOMES.match(unit.text, at)
        if becomes and is_function_start(unit.text[becomes.end() : becomes.end() + 60]):
            stop = _END.search(unit.text, becomes.end() + 3)
            end = stop.start() if stop else len(unit.text)
            yield person, Span(source.document.id, unit.start + becomes.end(), unit.start + end), "verb-function/1"
