"""The interview that an article is: whoever answers its questions, one person or two."""

import re
from collections.abc import Sequence

from corpus import Span
from kg.extract.source import Source
from kg.regex import regex
from kg.types import Mention

#: « Propos recueillis par Claire Petit », « L'ENTRETIEN », « Rencontre avec »: an article that is an interview.
_GATHERED = regex(
    r"\b(?:propos recueillis|interview réalisée|entretien (?:réalisé|mené|paru))\b(?: par| dans)?", re.IGNORECASE
)
_CALLED = regex(
    r"\b(?:entretien|interview|rencontre avec|(?:deux|trois|quatre|cinq|six)? ?questions à|grand témoin)\b",
    re.IGNORECASE,
)
_OTHER_KIND = regex(r"\b(?:table[ -]ronde|débat|conférence|colloque|séminaire|audition|procès-verbal)\b", re.IGNORECASE)
_FRONT, _ENOUGH, _LONGEST, _TURNS = 400, 3, 240, 2


def interviewed(source: Source, known: Sequence[Mention], *, surely: bool) -> tuple[Span, str] | None:
    """Return where an interview names whom it is with, and its name; `surely` asks for questions and answers.

    « Entretien croisé avec A et B » when the answers of two people open with their names or their initials.
    """
    text = source.document.text
    told = _GATHERED.search(text, 0, 2000) or _GATHERED.search(text, max(0, len(text) - 600))
    asked = [unit.start for unit in source.units if unit.block.kind != "row" and _asks(unit.text)]
    if surely and (
        len(asked) < _ENOUGH
        or not (told or _CALLED.search(text, 0, _FRONT) or _crossed(source, known, asked[0]))
        or _OTHER_KIND.search(text, 0, _FRONT)
    ):
        return None
    if not surely and told is None:
        return None
    if asked and len(pair := _crossed(source, known, asked[0])) > 1:
        return pair[0].span, f"Entretien croisé avec {pair[0].name} et {pair[1].name}"
    people = [m for m in _people(known) if not told or not told.end() <= m.span.start <= told.end() + 12]
    if not people or people[0].span.start > 1500:
        return None
    return people[0].span, f"Entretien avec {people[0].name}"


def _people(known: Sequence[Mention]) -> list[Mention]:
    return [m for m in sorted(known) if m.kind == "person" and " " in m.name]


def _asks(words: str) -> bool:
    shown = words.strip("*_ |")
    return shown.endswith("?") and len(shown) <= _LONGEST


def _crossed(source: Source, known: Sequence[Mention], before: int) -> list[Mention]:
    """Return the first two people named before the first question who open at least two answers each."""
    found: dict[str, Mention] = {}
    for person in _people(known):
        if person.span.start < before and person.name not in found and _opened(source, person) >= _TURNS:
            found[person.name] = person
    return list(found.values()) if len(found) == _TURNS else []


def _opened(source: Source, person: Mention) -> int:
    """Count the blocks that open with the name of a person, or with the first letters of it: « A. B. », « AB : »."""
    letters = [part[0] for part in re.split(r"[\s-]", person.name) if part and part[0].isupper()]
    spaced = r"\.\s?".join(map(re.escape, letters))
    opening = re.compile(
        rf"\W*(?:{re.escape(person.name)}\s?[:.–—-]|{spaced}\.|{''.join(letters)}\s?[:–—-])", re.IGNORECASE
    )
    return sum(bool(opening.match(unit.text)) for unit in source.units)
