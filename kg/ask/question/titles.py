"""Reports that a question names by words of their titles (« au marché des partenariats », « limites de la fête »)."""

import re
from collections.abc import Callable, Iterable, Iterator

from index import tokens
from kg.ask.question.scope import Scope
from kg.knowledge import Knowledge
from kg.lookup import main_event
from kg.regex import regex
from kg.register import Register, Rows
from kg.types import Extraction

#: The list of the register that titles are looked up in.
TITLES = "titles"

#: How many passages of a report, and of how many characters at most, may be titles that the layout did not tell.
FIRST, SHORT = 6, 150
#: What the words that name a report weigh together at least, and how many reports they may name.
WEIGHT, MOST = 0.6, 2
#: What stands before the name of a report in which to look.
_LEADS = regex(
    r"\b(?:au|aux|a la|a l'|lors (?:du|de la|de l'|des)|dans (?:le|la|l'|les)|(?:pendant|durant|apres|selon|d'apres)"
    r" (?:le|la|l'|les)|au cours (?:du|de la|de l'))\s*$"
)
_ABOUT = regex(r"^(?:quand|ou\b|a quel|combien|.*\b(?:limites?|enseignements?|objectifs?|resultats?|difficultes?)\b)")
_WORD = regex(r"\w+")


def titles_of(extraction: Extraction) -> Iterator[tuple[str, ...]]:
    """Yield the stems of what may be a report's titles: its own, its file's name, its first short passages."""
    document = extraction.document
    first = [passage.text for passage in extraction.passages[:FIRST] if len(passage.text) <= SHORT]
    for told in (document.title, _WORD.sub(_spaced, document.file_name), *first):
        yield tuple(tokens(told))


def _spaced(match: re.Match[str]) -> str:
    return match[0].replace("_", " ")


def find_titled(folded: str, knowledge: Knowledge, register: Register, weight: Callable[[str], float]) -> Scope | None:
    """Return the reports whose title a folded question names; nothing when it names none, or too many."""
    words = [(stems[0], match.start(), match.end()) for match in _WORD.finditer(folded) if (stems := tokens(match[0]))]
    for size in range(len(words), 1, -1):
        for at in range(len(words) - size + 1):
            run = words[at : at + size]
            asked = tuple(stem for stem, _, _ in run)
            if sum(map(weight, asked)) < WEIGHT or not _leads(folded, run[0][1]):
                continue
            named = _titled(asked, register)
            if 0 < len(named) <= MOST:
                return Scope(main_event(knowledge, named[0]), frozenset(named), run[0][1], run[-1][2])
    return None


def with_own_report(
    found: Scope, folded: str, knowledge: Knowledge, register: Register, weight: Callable[[str], float]
) -> Scope:
    """Return where a question looks, with the report that is called so where another one only announces the meeting."""
    if found.event is None or found.event.kind != "session":
        return found
    run = tuple(stems[0] for match in _WORD.finditer(folded, found.start, found.end) if (stems := tokens(match[0])))
    for at in range(max(0, len(run) - 1)):
        if sum(map(weight, run[at:])) < WEIGHT:
            break
        own = [one for one in _titled(run[at:], register) if one not in found.documents]
        if 0 < len(own) <= MOST:
            event = main_event(knowledge, own[0]) or found.event
            return Scope(event, found.documents | frozenset(own), found.start, found.end)
    return found


def _titled(asked: tuple[str, ...], register: Register) -> list[str]:
    """Return the reports of which a title holds some stems in a row, in the order of their ids, `MOST` + 1 at most."""
    near = set.intersection(*(set(register.bearing(TITLES, stem).tolist()) for stem in asked))
    found: list[str] = []
    for number in sorted(near):
        document_id, titles = register.kept(TITLES, number, tuple[str, tuple[tuple[str, ...], ...]])
        if any(_holds(title, asked) for title in titles):
            found.append(document_id)
        if len(found) > MOST:
            break
    return found


def titles_told(knowledge: Knowledge) -> Rows:
    """List the reports by the stems of their titles."""
    for extraction in knowledge.extractions:
        titles = tuple(titles_of(extraction))
        yield sorted({stem for title in titles for stem in title}), (extraction.id, titles)


def _leads(folded: str, start: int) -> bool:
    before = folded[:start]
    return bool(_LEADS.search(before)) or (
        bool(_ABOUT.match(folded)) and bool(re.search(r"\b(?:du|de la|de l'|le|la|l')\s*$", before))
    )


def _holds(title: Iterable[str], stems: tuple[str, ...]) -> bool:
    whole = tuple(title)
    return any(whole[at : at + len(stems)] == stems for at in range(len(whole) - len(stems) + 1))
