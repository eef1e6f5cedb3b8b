"""Where a question looks: the event or the report that it names (« d'après l'atelier de … », « au forum de 2019 »)."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index import fold, tokens
from kg.ask.language.session_numbers import RANK, number_of, with_numbers
from kg.ask.language.words import reports
from kg.ask.question.query import Term
from kg.ask.search.naming_events import EVENTS, MONTHS, Told, is_otherwise, spelled
from kg.knowledge import Knowledge
from kg.regex import regex
from kg.register import Register
from kg.types import Event

_KINDS = (
    "seminaires?|ateliers?|conferences?|world-? ?cafes?|forums?|colloques?|assemblees?(?: generales?)?"
    "|conseils?(?: municip\\w+)?|"
    "reunions?|seances?|rencontres?|journees?|tables? rondes?|congres|webinaires?|debats?|sommets?|sessions?"
    "|compte rendu|rapport|"
    "entretien|interview|communique|billet|notes?|fiche|bureau|festival|visioconference|formation|concertation"
    "|ag|cm|assises|convention|etats generaux|universites? d'ete|plenieres?|ouverture|cloture|comites?|commissions?"
    "|matinee|salon|marche|fete|visite|echanges|(?<!de )mission(?! (?:de|d'|des|du)\\b)"
    "|jury|ceremonie|biennale|triennale|copil|symposium|soirees?|veillees?|balade"
)
#: « le rapport cité dans l'atelier » is a thing in the event, not what tells it.
_KIND = regex(rf"\b(?:{_KINDS})\b(?! (?:cite|extrait|publie|ecrit|remis|commande|mentionne|evoque|presente)e?s?\b)")
#: Small words that lead to the event, up to its kind; then what goes on to the next mark, or to a verb.
_BEFORE = regex(
    r"(?:(?:\b(?:d'apres|selon|dans|lors|pendant|durant|au cours|apres|avant|a|au|aux|d[eu]|des|en|l[ea]s?|un"
    r"|une|ce|cet|cette)"
    r"|\b[dl]')\s*)+$"
)
_CLAUSE = (
    r"(?:s'est|se sont|s'etai\w+|s'inquiet\w+|se plain\w+|n'\w+|ne|ont|avait|avaient|etait|etaient|sera|seront|aurait"
    r"|a ete)\b"
)
_AFTER = regex(rf"(?:«[^»]*»|(?!\s{_CLAUSE})[^,?;])*")
#: « a bien marché » names no market.
_WORKED = regex(r"\b(?:a|ont|bien|pas|mal|mieux) $")
#: Questions for those who do something at an event, and what may be their verb: after no small word, no infinitive.
_OF_PEOPLE = regex(
    r"(?:et |alors )?(?:qui|quel(?:le)?s? (?:intervenant|orat|participant|elu|invite|person)\w*|lesquel)\b"
)
_VERB = regex(
    r"(?<!\bl[ea])(?<!\b[dl]es)(?<!\b(?:d[eu]|un|au))(?<!\bune) (?:a |ont )?(?P<verb>(?!\w+(?:er|ir|re)\b)\w{4,})\b"
)
#: What leads into a part of an event that has no other name: « à l'ouverture », « lors de la clôture ».
_INTO = regex(r"\b(?:a l[a']|lors de l[a']|pendant l[a']|au cours de l[a']|durant l[a']) ?$")
#: Least likeness of an event to the words that name it, 0..1.
LIKE = 0.45
#: What a word is worth when it names not the event but what it is part of, or the report.
INHERITED = 0.6
#: What the same number, date and kind of event add, and to be no mere session; what is as like as the best.
NUMBERED, DATED, SAME_KIND, WHOLE, AS_LIKE = 0.5, 0.35, 0.25, 0.03, 0.02
#: What it adds to be of the kind where common words name the kind: « marché », « visite »; what it takes away to be
#: something else, which only bears the name of the place.
SAME_THING, ANOTHER_THING = 0.15, -0.5
#: What it adds that the very day is told.
DAY = 0.2
#: What kind and rank add at most, and what rounding may hide.
MOST_ADDED = SAME_KIND + WHOLE + 1e-9
Weight = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Scope:
    """The event or report that a question names, its documents, and the place of the words that name it."""

    event: Event | None
    documents: frozenset[str]
    start: int
    end: int


def find_scope(folded: str, knowledge: Knowledge, register: Register, weight: Weight) -> Scope | None:
    """Return where a folded question looks; nothing when it names no event, or none that is known.

    `weight` tells how much a stem says (0..1).
    """
    scopes: list[Scope] = []
    for kind in reversed(list(_KIND.finditer(folded))):
        rest = _AFTER.match(folded, kind.start())
        words = _before_verb(folded, rest[0] if rest else kind[0])
        if _is_a_thing(folded, kind, words) or (kind[0] == "marche" and _WORKED.search(folded[: kind.start()])):
            continue
        within = scopes[0].documents if scopes else None
        if within:
            words = words[: scopes[0].start - kind.start()]
        rank = RANK.search(folded, 0, kind.start())
        found = events_like(f"{rank[0]} {words}" if rank else words, register, weight)
        if within:
            found = [event for event in found if event.provenance.span.document_id in within]
        if found:
            before = _BEFORE.search(folded[: kind.start()])
            documents = frozenset(told.provenance.span.document_id for e in found for told in _tellings(e, knowledge))
            end = kind.start() + len(words) if not scopes else scopes[0].end
            scopes.insert(0, Scope(found[0], documents, before.start() if before else kind.start(), end))
    return scopes[0] if scopes else None


def _before_verb(folded: str, words: str) -> str:
    """Return the words that name an event up to the verb of those asked for: « qui à la session 2 demande de… »."""
    if not _OF_PEOPLE.match(folded):
        return words
    verbs = (found for found in _VERB.finditer(words) if _tells(found["verb"], words[found.end() :]))
    return next((words[: found.start()] for found in verbs), words)


def _tells(verb: str, after: str) -> bool:
    return reports(verb, after) or re.fullmatch(r"parl(?:e|ent|ait|aient)", verb) is not None


def _is_a_thing(folded: str, kind: re.Match[str], words: str) -> bool:
    """Tell « les heures d'ouverture », « aller au marché » from events: nothing names them, or leads into them."""
    kinds = frozenset(tokens(kind[0]))
    return kinds <= _things() and kinds == frozenset(tokens(words)) and not _INTO.search(folded[: kind.start()])


def _tellings(event: Event, knowledge: Knowledge) -> tuple[Event, ...]:
    """Return an event as each document tells it."""
    entity = knowledge.entity_of(event.mention)
    return (event, *(knowledge.tellings.get(entity.id, ()) if entity else ()))


def events_like(words: str, register: Register, weight: Weight, *, least: float = LIKE) -> list[Event]:
    """Return the events that words name best, all those that are as like, in the order of the documents."""
    folded = spelled(with_numbers(fold(words)))
    asked = _asked(folded, weight)
    best = 0.0
    scored: list[tuple[int, float, Event]] = []
    for number, most in _nearest(register, asked):
        if most < max(least, best - AS_LIKE):
            break
        told = register.kept(EVENTS, number, Told)
        scored.append((number, likeness(told, asked), told.event))
        best = max(best, scored[-1][1])
    scored.sort(key=lambda row: row[0])
    return [event for _, score, event in scored if score >= max(least, best - AS_LIKE)]


def events_with(stems: Iterable[str], register: Register, *, each: bool = False) -> Iterator[Event]:
    """Yield the events and sessions that one of some stems may name, or each of them, in the order of the documents.

    A year and the folded name of a month name what took place then.
    """
    bearing = {stem: set(register.bearing(EVENTS, stem).tolist()) for stem in stems}
    numbers = set[int]().union(*bearing.values())
    for stem in bearing if each else ():
        numbers &= numbers if is_otherwise(stem) else bearing[stem]
    return (told.event for told in register.all_kept(EVENTS, sorted(numbers), Told))


def events_saying(terms: Sequence[Term], register: Register, share: float) -> Iterator[Event]:
    """Yield the events and sessions whose names may say a share of some ideas, in the order of the documents."""
    import numpy as np

    said, near = np.zeros(register.size(EVENTS)), np.zeros(register.size(EVENTS), bool)
    for term in terms:
        best = np.zeros(len(said))
        for needed, strength in term.alternatives:
            all_of_it = np.ones(len(said), bool)
            for stem in needed:
                bearing = np.full(len(said), is_otherwise(stem))
                bearing[register.bearing(EVENTS, stem)] = near[register.bearing(EVENTS, stem)] = True
                all_of_it &= bearing
            best[all_of_it] = np.maximum(best[all_of_it], strength)
        said += term.weight * best
    least = share * sum(term.weight for term in terms) - 1e-9
    found = np.flatnonzero(near & (said >= least)).tolist()
    return (told.event for told in register.all_kept(EVENTS, found, Told))


def _nearest(register: Register, asked: "Asked") -> Iterator[tuple[int, float]]:
    """Yield the events that have a word of those asked, with what their likeness is at most, the most first."""
    import numpy as np

    said, near = np.zeros(register.size(EVENTS)), np.zeros(register.size(EVENTS), bool)
    for stem in {*asked.heavy, *asked.dated, *asked.numbers, *asked.dates}:
        numbers = register.bearing(EVENTS, stem)
        said[numbers] += asked.heavy.get(stem, 0.0)
        near[numbers] = True
    found = np.flatnonzero(near)
    for date in asked.dates:
        found = np.intersect1d(found, register.bearing(EVENTS, date))
    most = MOST_ADDED + (NUMBERED if asked.numbered else 0.0) + (DATED if asked.dates else 0.0)
    most += DAY if asked.day else 0.0
    shares = most + (said[found] / asked.total if asked.total else said[found])
    order = np.argsort(-shares, kind="stable")
    yield from zip(found[order].tolist(), shares[order].tolist(), strict=True)


@dataclass(frozen=True, slots=True)
class Asked:
    """Folded words that may name an event: their dates, number and kind, and what each other stem weighs."""

    dates: tuple[str, ...]
    dated: frozenset[str]
    day: str
    numbered: tuple[str, int] | None
    numbers: frozenset[str]
    kinds: frozenset[str]
    heavy: dict[str, float]
    total: float


def _asked(words: str, weight: Weight) -> Asked:
    dates = tuple(_dates_told(words))
    dated = frozenset(tokens(" ".join(dates)))
    stems = dict.fromkeys(tokens(words))
    kind = _KIND.search(words)
    kinds = frozenset(tokens(kind[0])) if kind else frozenset()
    # What it is about tells more than what it is.
    heavy = {
        stem: weight(stem) * (0.5 if stem in kinds else 1.0)
        for stem in stems
        if stem not in dated and not stem.isdigit() and stem not in _sittings()
    }
    numbers = frozenset(stem for stem in stems if stem.isdigit())
    return Asked(dates, dated, _day_told(words), number_of(words), numbers, kinds, heavy, sum(heavy.values()))


def likeness(told: Told, asked: Asked) -> float:
    """Return how much an event is what words name: the weight of its own words among them (0..1).

    A number or a date of its own, and the same kind of event, add to it.
    """
    if asked.numbered and number_of(told.label) != asked.numbered:
        return 0.0
    if not all(_agrees(date, told.dates) for date in asked.dates):
        return 0.0
    own, wider = told.own, told.wider
    if _by_kind_alone(told, asked):
        return 0.0
    same_kind = _same_kind(asked.kinds, told) if not asked.dates else SAME_KIND * (asked.kinds <= own)
    said = sum(
        worth * (1.0 if stem in own else INHERITED if stem in wider else 0.0) for stem, worth in asked.heavy.items()
    )
    added = (NUMBERED if asked.numbered else 0.0) + (DATED if asked.dates else 0.0)
    if asked.day and (on_day := _on_day(asked.day, told.dates)) is not None:
        if not on_day:
            return 0.0
        added += DAY
    added += WHOLE if told.event.kind == "event" else 0.0
    return (said / asked.total if asked.total else 0.0) + added + same_kind


def _by_kind_alone(told: Told, asked: Asked) -> bool:
    """Tell an event that has nothing of what names it but its kind: « la table ronde de Lens » is no other one."""
    rest = [stem for stem in asked.heavy if stem not in asked.kinds]
    return bool(rest) and not asked.dates and not asked.numbered and told.stems.isdisjoint(rest)


def _same_kind(kinds: frozenset[str], told: Told) -> float:
    """Return what it adds that an event is called what the words call it, or takes away that it is not."""
    if not kinds:
        return 0.0
    if kinds <= _things():
        return SAME_THING if kinds <= told.own else 0.1 if kinds <= told.wider else ANOTHER_THING
    return SAME_KIND if kinds <= told.own else 0.0


@lru_cache(maxsize=1)
def _sittings() -> frozenset[str]:
    """Return the stems of « séance »: whatever meets, sits."""
    return frozenset(tokens("séance"))


def _day_told(words: str) -> str:
    """Return the day that folded words tell, `09-28`; empty when they tell none."""
    told = re.search(rf"\b(\d{{1,2}})(?:er)? ({'|'.join(MONTHS)})\b", words)
    return f"{MONTHS.index(told[2]) + 1:02d}-{int(told[1]):02d}" if told else ""


def _on_day(day: str, dates: tuple[str, ...]) -> bool | None:
    """Tell whether a day is within the dates of an event; nothing when these are less precise."""
    days = [date[5:10] for date in dates if len(date) >= 10]
    return min(days) <= day <= max(days) if days else None


@lru_cache(maxsize=1)
def _things() -> frozenset[str]:
    """Return the stems of the kinds that no other word stands for: a sitting is a council, a market is a market."""
    return frozenset(tokens("marché salon fête visite cérémonie jury échanges convention ouverture clôture festival"))


def _dates_told(words: str) -> list[str]:
    return re.findall(rf"\b(?:(?:19|20)\d{{2}}|{'|'.join(MONTHS)})\b", words)


def _agrees(told: str, dates: tuple[str, ...]) -> bool:
    if told in MONTHS:
        return any(date[5:7] == f"{MONTHS.index(told) + 1:02d}" for date in dates)
    return any(date.startswith(told) for date in dates)
