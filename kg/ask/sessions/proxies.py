"""Who votes for whom: the lines of minutes that say « X (pouvoir à Y) », « X donne procuration à Y »."""

from dataclasses import dataclass

from corpus import Span
from index import fold, tokens
from kg.ask.answers.proofs import cited
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.regex import regex
from kg.types import Answer, Entity, Row

#: « pouvoir se tromper » is no proxy.
ASKED = regex(
    r"\b(?:procurations?|pouvoirs?(?! (?:ne |pas |se |s'|y |en |l[ea] |l'|les |leur |lui )*\w+(?:er|ir|re)\b)|mandat\b"
    r"|represente\w* par|votait pour|vote pour)\b"
)
#: « à qui X a-t-il donné pouvoir », « par qui X était-il représenté »: the one who votes is asked for.
_TO_WHOM = regex(r"^(?:a|par) qui\b|\ba qui\b|\bqui (?:votait|vote|a vote|representait|represente|portait)\b")
_TO_FUNCTION = regex(r"\b(?:pouvoir|procuration|mandat)s? (?:a la|a l'|au|a) ?(?P<function>[a-z-]{4,})\b")
_LINE = regex(r"\b(?:pouvoirs?|procurations?|mandat|representee?s?)\b")
_CIVILITY = regex(r"^(?:M\.|Mme|Mlle|Dr)\s*")
#: How far after a name, in characters, stands who votes for that person.
NEAR = 90
_HELD = regex(r"^[^;.)\n]*?(?:\bà|→|->|\bpar)\s+(?P<to>(?:M\.|Mme|Mlle|Dr)?\s*[^;,.()\n]{2,50})")


@dataclass(frozen=True, slots=True)
class Proxy:
    """Who gives a vote, who holds it where that is told, and the words that say so."""

    giver: Entity
    holder: str
    span: Span


def answer_proxies(query: Query, library: Library, kind: str) -> Answer | None:
    """Answer who gave a vote, to whom, or who votes for somebody; nothing when no document tells."""
    people = query.entities("person")
    asked = {stem for person in people for stem in tokens(person.label)}
    found = [proxy for proxy in _proxies(query, library) if not people or _about(proxy, people, asked)]
    function = None if people else _TO_FUNCTION.search(query.folded)
    if function:
        found = [proxy for proxy in found if _holds(library, proxy, frozenset(tokens(function["function"])))] or found
    if not found:
        return None
    to_whom = bool(_TO_WHOM.search(query.folded)) and any(proxy.giver in people for proxy in found)
    if people and not to_whom:
        found = [proxy for proxy in found if proxy.giver not in people] or found
    rows, told = [], []
    for proxy in found:
        label = proxy.holder if to_whom and proxy.holder else proxy.giver.label
        evidence = (cited(library, proxy.span),)
        own = "" if label == proxy.holder else proxy.giver.id
        rows.append(Row(own, label, "person", 1.0, proxy.holder or None, evidence))
        told.append(f"{proxy.giver.label} (pouvoir à {proxy.holder})" if proxy.holder else proxy.giver.label)
    text = french.sentence(f"{rows[0].label} : {french.join(told)}" if to_whom else french.join(told))
    return Answer(query.text, kind, french.shortened(text), tuple(rows))


def _proxies(query: Query, library: Library) -> list[Proxy]:
    """Return the proxies that the reports asked about tell, of every report when none is asked about."""
    found = []
    for extraction in library.knowledge.extractions:
        if query.reports and extraction.id not in query.reports:
            continue
        for one in extraction.participations:
            giver = library.knowledge.entity_of(one.agent)
            if one.part not in ("excused", "absent") or giver is None:
                continue
            line = library.line_at(one.provenance.span)
            text = extraction.document.text
            after = text[one.provenance.span.end : min(line.end, one.provenance.span.end + NEAR)]
            held = _HELD.match(after)
            if _LINE.search(fold(text[line.start : one.provenance.span.end])) or _LINE.search(
                fold(after.split(";")[0])
            ):
                end = one.provenance.span.end + (held.end() if held else 0)
                span = Span(extraction.id, one.provenance.span.start, end)
                holder = " ".join(held["to"].split()) if held else ""
                found.append(Proxy(giver, _whole(library, extraction.id, holder), span))
    return found


def _whole(library: Library, document_id: str, holder: str) -> str:
    """Return the whole name of who holds a vote, when one person only of the document bears that name."""
    wanted = _name_of(holder)
    people = {
        entity.label
        for one in library.knowledge.extraction_of[document_id].participations
        if (entity := library.knowledge.entity_of(one.agent)) and wanted and wanted <= frozenset(tokens(entity.label))
    }
    return people.pop() if len(people) == 1 else holder


def _holds(library: Library, proxy: Proxy, function: frozenset[str]) -> bool:
    """Tell whether who holds a vote has a function: « pouvoir à la maire »."""
    extraction = library.knowledge.extraction_of[proxy.span.document_id]
    people = (library.knowledge.entity_of(one.agent) for one in extraction.participations)
    held = {
        role for one in people if one and one.label == proxy.holder for role in library.knowledge.roles.get(one.id, ())
    }
    return any(function <= frozenset(tokens(role.function)) for role in held)


def _name_of(holder: str) -> frozenset[str]:
    """Return the stems of a name without its civility."""
    return frozenset(tokens(_CIVILITY.sub("", holder)))


def _about(proxy: Proxy, people: list[Entity], asked: set[str]) -> bool:
    """Tell whether a proxy is given or held by one of the people that a question names."""
    held = _name_of(proxy.holder)
    return proxy.giver in people or bool(held and (held <= asked or held & asked == held))
