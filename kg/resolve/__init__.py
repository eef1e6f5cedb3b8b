"""Who is who: group the mentions of one document or of many into entities, and keep their ids."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kg.lexicon.functions import Gender
from kg.resolve.decisions import Decisions, read_decisions
from kg.resolve.events import event_groups
from kg.resolve.forms import Form, folded, person_forms, written_forms
from kg.resolve.labels import aliases, body_label, person_label, slug
from kg.resolve.ledger import Ledger, anchor, assign, read_ledger, write_ledger
from kg.resolve.organisations import body_groups
from kg.resolve.people import cluster
from kg.resolve.rulings import joined, parted
from kg.types import Entity, Extraction, Kind, Mention

__all__ = ["Decisions", "Ledger", "read_decisions", "read_ledger", "resolve", "resolve_with_ledger", "write_ledger"]


#: Kinds of entities that public gazetteers list, themselves or their territory.
_LINKED = frozenset(("place", "organisation"))


@dataclass(frozen=True, slots=True)
class _Group:
    """The mentions of one entity, with its label before any decision."""

    kind: Kind
    label: str
    forms: tuple[Form, ...]
    gender: Gender | None = None
    authorities: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, int, str]:
        return min(form.order for form in self.forms)


def resolve(
    extractions: Sequence[Extraction], *, ledger: Ledger | None = None, decisions: Decisions | None = None
) -> tuple[Entity, ...]:
    """Return the entities that the mentions of some documents name, sorted by id; mentions of nothing are left out."""
    return resolve_with_ledger(extractions, ledger=ledger, decisions=decisions)[0]


def resolve_with_ledger(
    extractions: Sequence[Extraction], *, ledger: Ledger | None = None, decisions: Decisions | None = None
) -> tuple[tuple[Entity, ...], Ledger]:
    """Return the entities and the ledger that keeps their ids for the next time."""
    told = sorted(extractions, key=lambda extraction: extraction.document.source)
    by_document = {extraction.document.source: extraction for extraction in told}
    ruling = decisions or Decisions()
    body_of = body_groups(told)
    event_of = event_groups(told)
    groups = [
        *_people(told, body_of, ruling),
        *_by_key(told, "organisation", lambda mention: body_of[mention.id], body_label, ruling),
        *_by_key(told, "place", lambda mention: folded(mention.name), _commonest, ruling),
        *_by_key(told, "event", lambda mention: event_of[mention.id], _first_label, ruling),
    ]
    groups.sort(key=lambda group: (group.kind, group.order))
    keyed = [(group.kind, group.label, _anchors(group)) for group in groups]
    ids, kept = assign(keyed, [slug(group.label) for group in groups], ledger or Ledger())
    entities = [_entity(group, identifier, by_document) for group, identifier in zip(groups, ids, strict=True)]
    return tuple(sorted(entities, key=lambda entity: entity.id)), kept


def _people(told: Sequence[Extraction], body_of: dict[str, str], ruling: Decisions) -> Iterable[_Group]:
    forms = [form for extraction in told for form in person_forms(extraction, body_of) if not ruling.is_no_entity(form)]
    for members in joined(cluster(forms, ruling), ruling):
        names = Counter(mention.name for form in members for mention in form.mentions)
        label = ruling.renamed(members) or person_label(names)
        ordered = tuple(sorted(members, key=lambda form: form.order))
        yield _Group("person", label, ordered, next((f.title for f in ordered if f.title), None) or ordered[0].gender)


def _by_key(
    told: Sequence[Extraction],
    kind: Kind,
    key_of: Callable[[Mention], str],
    label_of: Callable[[Counter[str]], str],
    ruling: Decisions,
) -> Iterable[_Group]:
    """Group the mentions of a kind by a key; decisions join and split whole keys or single names."""
    forms: dict[tuple[str, str, str], Form] = {}
    for extraction in told:
        for mention in (m for m in extraction.mentions if m.kind == kind):
            place = (key_of(mention), extraction.document.source, mention.name)
            forms.setdefault(place, Form(extraction.document.source, kind, mention.name, ())).mentions.append(mention)
    grouped: dict[str, list[Form]] = defaultdict(list)
    for (key, _, _), form in forms.items():
        if not ruling.is_no_entity(form):
            grouped[key].append(form)
    for members in joined(parted(list(grouped.values()), ruling), ruling):
        names: Counter[str] = Counter()
        for form in members:
            names[form.name] += len(form.mentions)
        label = ruling.renamed(members) or label_of(names)
        links = (ruling.linked("same", members), ruling.linked("different", members)) if kind in _LINKED else ((), ())
        ordered = tuple(sorted(members, key=lambda form: form.order))
        yield _Group(kind, label, ordered, authorities=links[0], refused=links[1])


def _commonest(names: Counter[str]) -> str:
    return max(sorted(names), key=lambda name: (names[name], len(name)))


def _first_label(names: Counter[str]) -> str:
    return max(sorted(names), key=len)


def _anchors(group: _Group) -> list[str]:
    return sorted({anchor(form.document, folded(form.name)) for form in group.forms})


def _entity(group: _Group, identifier: str, by_document: dict[str, Extraction]) -> Entity:
    written: Counter[str] = Counter()
    if group.kind != "event":
        for form in group.forms:
            written += written_forms(by_document[form.document], form.mentions)
    shown = {form.name for form in group.forms if not form.name.startswith("Département : ")}
    others = aliases(group.label, sorted(shown | set(written)))
    mentions = tuple(sorted(mention.id for form in group.forms for mention in form.mentions))
    return Entity(identifier, group.kind, group.label, others, mentions, group.gender, group.authorities, group.refused)
