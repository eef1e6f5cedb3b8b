"""Those of one body among the people of a programme: « qui intervenait à l'ouverture au nom du réseau »."""

from collections.abc import Callable
from dataclasses import replace

from index import fold_evenly, tokens
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.regex import regex
from kg.types import Answer, Entity, Row

_LED = regex(
    r"\b(?:au nom|pour le compte|de la part|en tant que (?:representante?s?|membres?)|comme representante?s?|du cote"
    r"|cote|pour)(?: de l[a']| d[eu'] ?| des| l[ae]| les| l')? ?$"
)


def on_behalf(query: Query, library: Library, ask: Callable[[Query, Library], Answer | None]) -> Answer | None:
    """Return those of a body that a question names after « au nom de »; nothing for other questions, or without any."""
    plain = fold_evenly(query.text)
    for named in query.named:
        led = _LED.search(plain[: named.start]) if named.entity.kind == "organisation" else None
        if led is None:
            continue
        rest = f"{query.text[: led.start()].rstrip()} {query.text[named.place[1] :].lstrip()}"
        found = ask(replace(library.understand(rest), whom=query.whom), library)
        rows = tuple(row for row in found.rows if _is_of(library, row, named.entity)) if found else ()
        if found and rows:
            text = french.sentence(f"{french.join([row.label for row in rows])}, pour {named.entity.label}")
            return replace(found, question=query.text, rows=rows, text=french.shortened(text), sparql=None)
    return None


def _is_of(library: Library, row: Row, body: Entity) -> bool:
    """Tell somebody who holds something in a body, or whose line names it."""
    roles = library.knowledge.roles.get(row.id, ())
    if any(library.knowledge.entity_of(role.organisation) == body for role in roles):
        return True
    names = [frozenset(tokens(name)) for name in (body.label, *body.aliases)]
    lines = (library.line_at(proof.span) for proof in row.evidence)
    return any(name <= library.stems(line) for line in lines for name in names if name)
