"""Pairs in doubt: entities that were kept apart and that look alike, with why, for a human to judge."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.lexicon.folding import fold_words
from kg.resolve.alike import Likeness, bodies_alike, body_blocks, people_alike, person_blocks
from kg.resolve.alike_things import meetings_alike, places_alike
from kg.resolve.decisions import Decisions
from kg.resolve.events import title_words
from kg.resolve.forms import Form, folded, person_forms
from kg.resolve.organisations import body_groups
from kg.types import Entity, Extraction, Kind, MentionId

#: How many neighbours a side is compared with in one block, in the order of the names.
_WINDOW = 12
_PLAIN: tuple[Kind, Kind] = ("organisation", "place")
#: How many forms of one entity are compared, the most read first.
_FORMS = 5


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """One of two entities in doubt: a name that it bears and where that name stands (empty: nobody else bears it)."""

    entity: str
    label: str
    name: str
    where: str
    mentions: tuple[MentionId, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """Two entities that may be one; `score` is in 0..1, higher is more alike; `reasons` are in French."""

    score: float
    kind: Kind
    first: Side
    second: Side
    reasons: tuple[str, ...]


@dataclass(slots=True)
class _Known:
    """An entity with its forms, the most read first."""

    entity: Entity
    forms: list[Form] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)

    def samples(self) -> list[Form]:
        """Return one form for each way of being named."""
        chosen: dict[tuple[str, ...], Form] = {}
        for form in sorted(self.forms, key=lambda form: (-len(form.mentions), form.order)):
            chosen.setdefault(form.words, form)
        return list(chosen.values())[:_FORMS]


def doubtful(
    extractions: Sequence[Extraction], entities: Sequence[Entity], decisions: Decisions | None = None
) -> tuple[Doubt, ...]:
    """Return the pairs in doubt, the most alike first; decided pairs are left out.

    Blocks by folded surname or rare word, then compares sorted neighbours (Hernández and Stolfo 1995): near-linear.
    """
    told = sorted(extractions, key=lambda extraction: extraction.document.source)
    body_of = body_groups(told)
    ruling = decisions or Decisions()
    people = _known(entities, "person", (form for e in told for form in person_forms(e, body_of)))
    bodies, places = (
        _known(entities, kind, (form for e in told for form in _plain_forms(e, kind, body_of))) for kind in _PLAIN
    )
    meetings = _known(entities, "event", (form for e in told for form in _meeting_forms(e)))
    found = [
        *_doubts(people, person_blocks, people_alike, ruling),
        *_doubts(bodies, _by_rare_words(bodies), bodies_alike, ruling),
        *_doubts(places, _by_rare_words(places), places_alike, ruling),
        *_doubts(meetings, lambda form: [form.separate] if form.separate else [], meetings_alike, ruling),
    ]
    return tuple(sorted(found, key=lambda doubt: (-doubt.score, doubt.kind, doubt.first, doubt.second)))


def _by_rare_words(everyone: Sequence[_Known]) -> Callable[[Form], Iterable[str]]:
    return body_blocks(form.words for known in everyone for form in known.samples())


def _meeting_forms(extraction: Extraction) -> Iterator[Form]:
    """Yield the meetings of a document, sessions apart; `separate` holds the day."""
    mentions = {mention.id: mention for mention in extraction.mentions if mention.kind == "event"}
    for event in (e for e in extraction.events if e.kind == "event" and e.mention in mentions):
        words = tuple(sorted(title_words(event)))
        form = Form(extraction.document.source, "event", mentions[event.mention].name, words)
        form.separate = (event.start or "")[:10]
        form.mentions.append(mentions[event.mention])
        yield form


def _plain_forms(extraction: Extraction, kind: Kind, body_of: dict[str, str]) -> Iterator[Form]:
    forms: dict[tuple[str, str], Form] = {}
    for mention in (m for m in extraction.mentions if m.kind == kind):
        words = tuple(fold_words(mention.name))
        key = (mention.name, body_of.get(mention.id, ""))
        form = forms.setdefault(key, Form(extraction.document.source, kind, mention.name, words))
        form.mentions.append(mention)
        form.rules.add(mention.rule)
    yield from forms.values()


def _known(entities: Sequence[Entity], kind: Kind, forms: Iterable[Form]) -> list[_Known]:
    """Gather the forms of each entity; a form that a decision left out belongs to none."""
    by_mention = {mention: entity.id for entity in entities if entity.kind == kind for mention in entity.mentions}
    found = {entity.id: _Known(entity) for entity in entities if entity.kind == kind}
    for form in forms:
        home = next((by_mention[m.id] for m in form.mentions if m.id in by_mention), None)
        if home and form.words:
            found[home].forms.append(form)
            found[home].documents.add(form.document)
    return [known for _, known in sorted(found.items()) if known.forms]


def _doubts(
    everyone: Sequence[_Known],
    blocks_of: Callable[[Form], Iterable[str]],
    alike: Callable[[Form, Form], Likeness | None],
    ruling: Decisions,
) -> Iterator[Doubt]:
    shared = _shared_names(everyone)
    for left, right in _pairs(everyone, blocks_of):
        found = [
            (likeness, a, b) for a in left.samples() for b in right.samples() if (likeness := alike(a, b)) is not None
        ]
        decided = any(ruling.judged(a, b) is not None for a in left.samples() for b in right.samples())
        if not found or decided:
            continue
        likeness, one, other = max(found, key=lambda match: (match[0].score, match[1].name, match[2].name))
        together = left.documents & right.documents
        reasons = (likeness.reason, *_circumstances(one, other), *(("même document",) if together else ()))
        sides = (_side(left, one, shared), _side(right, other, shared))
        yield Doubt(likeness.score, one.kind, min(sides), max(sides), reasons)  # type: ignore[arg-type]


def _pairs(everyone: Sequence[_Known], blocks_of: Callable[[Form], Iterable[str]]) -> Iterator[tuple[_Known, _Known]]:
    """Yield each pair once that shares a block, near neighbours only where a block is large."""
    blocks: dict[str, dict[int, tuple[str, ...]]] = defaultdict(dict)
    for at, known in enumerate(everyone):
        for form in known.samples():
            for key in blocks_of(form):
                blocks[key].setdefault(at, form.words)
    pairs: set[tuple[int, int]] = set()
    for block in blocks.values():
        ordered = sorted(block, key=lambda at: (block[at], at))
        for rank, at in enumerate(ordered):
            pairs.update((min(at, other), max(at, other)) for other in ordered[rank + 1 : rank + 1 + _WINDOW])
    for left, right in sorted(pairs):
        yield everyone[left], everyone[right]


def _circumstances(one: Form, other: Form) -> Iterator[str]:
    """Say what speaks for and against besides the names."""
    if one.bodies & other.bodies:
        yield "même organisme"
    elif one.bodies and other.bodies:
        yield "deux organismes"
    tables = [any(rule.startswith("table") for rule in form.rules) for form in (one, other)]
    if tables[0] != tables[1]:
        yield "l'un dans un tableau, l'autre dans le texte"


def _shared_names(everyone: Sequence[_Known]) -> Counter[str]:
    """Count by how many entities each folded name is borne, everywhere and in each document."""
    counts: Counter[str] = Counter()
    for known in everyone:
        names = {folded(form.name) for form in known.forms}
        counts.update(names | {f"{form.document}#{folded(form.name)}" for form in known.forms})
    return counts


def _side(known: _Known, form: Form, shared: Counter[str]) -> Side:
    """Say where a name stands only when another entity bears it: in the document, else by its organisation."""
    where = ""
    if shared[folded(form.name)] > 1:
        alone = shared[f"{form.document}#{folded(form.name)}"] == 1
        where = form.document if alone or not form.bodies else min(form.bodies).rpartition(":")[2]
    mentions = tuple(mention.id for mention in form.mentions[:3])
    return Side(known.entity.id, known.entity.label, form.name, where, mentions)
