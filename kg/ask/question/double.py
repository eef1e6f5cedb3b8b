"""Two questions in one: « qui préside le réseau et qui l'avait fondé ? » is answered half by half."""

import re
from dataclasses import replace

from kg.ask.language import french
from kg.regex import regex
from kg.types import Answer

_TWO = regex(
    r"^(?P<first>qui\s+(?:\S+\s+){2,}?\S+)\s*,?\s+et\s+(?P<second>(?:par\s+)?qui\s+(?:\S+\s*){1,}?)\s*\??$",
    re.IGNORECASE,
)
_OBJECT = regex(
    r"^qui\s+(?:a|avait|ont|est|etait|était)?\s*\S+\s+(?P<object>(?:l['’]|le\s|la\s|les\s|d[eu]s?\s|d['’])?.+)$",
    re.IGNORECASE,
)
_PRONOUN = regex(r"^(?P<lead>(?:par\s+)?qui\s+)(?:l['’]|la\s+|le\s+|les\s+)(?P<verb>.+)$", re.IGNORECASE)


def halves(question: str) -> tuple[str, str] | None:
    """Return the two questions in « qui » that one question joins by « et », the pronoun of the second put in words."""
    found = _TWO.match(question)
    if not found:
        return None
    told = _OBJECT.match(found["first"])
    pronoun = _PRONOUN.match(found["second"])
    second = found["second"].strip()
    if pronoun and told:
        second = f"{pronoun['lead']}{pronoun['verb'].strip()} {told['object'].strip()}"
    return f"{found['first'].strip()} ?", f"{second} ?"


def joined(question: str, first: Answer, second: Answer) -> Answer:
    """Return one answer of two, the rows of both, each once."""
    rows = {(row.id, row.label): row for row in (*second.rows, *first.rows)}
    order = dict.fromkeys((row.id, row.label) for row in (*first.rows, *second.rows))
    half = french.shortened(first.text, 290)
    text = french.shortened(f"{half} {french.shortened(second.text, 290)}")
    facts = {(fact.subject, fact.predicate, fact.object): fact for fact in (*first.context, *second.context)}
    kept = tuple(rows[key] for key in order)
    return replace(first, question=question, text=text, rows=kept, context=tuple(facts.values()))
