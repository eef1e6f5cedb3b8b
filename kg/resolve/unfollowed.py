"""Decisions that changed nothing because nobody bears their names, or because several do: told by name at the build."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from kg.resolve.decisions import Decision, Decisions, is_iri
from kg.resolve.forms import Form, folded, person_forms
from kg.resolve.organisations import body_groups
from kg.types import Entity, Extraction

_SHOWN = {"same": "même", "different": "différent", "rename": "renommer", "not-an-entity": "pas-une-entité"}


def unfollowed(extractions: Sequence[Extraction], entities: Sequence[Entity], decisions: Decisions) -> tuple[str, ...]:
    """Return what is wrong with the decisions on names that the entities do not show, in the order of the file."""
    rulings = [decision for decision in decisions.decisions if decision.verdict in _SHOWN]
    if not rulings:
        return ()
    homes = {mention: entity.id for entity in entities for mention in entity.mentions}
    forms = _forms(extractions, decisions)
    told = (_wrong(decision, forms, homes) for decision in rulings)
    return tuple(dict.fromkeys(words for words in told if words))


def _forms(extractions: Sequence[Extraction], decisions: Decisions) -> dict[tuple[str, str], list[Form]]:
    """Return the forms that decisions name, by kind and folded name."""
    wanted = {(d.kind, folded(name)) for d in decisions.decisions for name in (d.name, d.other) if name}
    body_of = body_groups(sorted(extractions, key=lambda extraction: extraction.document.source))
    found: dict[tuple[str, str], list[Form]] = defaultdict(list)
    for extraction in extractions:
        for form in (*person_forms(extraction, body_of), *_others(extraction)):
            if (form.kind, folded(form.name)) in wanted:
                found[form.kind, folded(form.name)].append(form)
    return found


def _others(extraction: Extraction) -> Iterator[Form]:
    forms: dict[tuple[str, str], Form] = {}
    for mention in (m for m in extraction.mentions if m.kind != "person"):
        empty = Form(extraction.document.source, mention.kind, mention.name, ())
        forms.setdefault((mention.kind, mention.name), empty).mentions.append(mention)
    yield from forms.values()


def _wrong(decision: Decision, forms: dict[tuple[str, str], list[Form]], homes: dict[str, str]) -> str:
    """Return why a decision was not followed, nothing when it was."""
    first = _bearers(decision.names, forms.get((decision.kind, folded(decision.name)), ()))
    if not first:
        return _told(decision, f"rien ne s'appelle « {decision.name} » là où elle le dit")
    if decision.verdict not in ("same", "different") or is_iri(decision.other):
        return ""
    other = _bearers(decision.names_other, forms.get((decision.kind, folded(decision.other)), ()))
    if not other:
        return _told(decision, f"rien ne s'appelle « {decision.other} » là où elle le dit")
    left, right = _entities(first, homes), _entities(other, homes)
    if decision.verdict == "same" and len(left | right) > 1:
        return _told(decision, "plusieurs portent un de ces noms : dites où il se lit")
    if decision.verdict == "different" and left & right:
        return _told(decision, "rien ne sépare ces deux noms : dites où chacun se lit")
    return ""


def _bearers(bears: Callable[[Form], bool], forms: Sequence[Form]) -> list[Form]:
    return [form for form in forms if bears(form)]


def _entities(forms: Sequence[Form], homes: dict[str, str]) -> set[str]:
    return {homes[mention.id] for form in forms for mention in form.mentions if mention.id in homes}


def _told(decision: Decision, wrong: str) -> str:
    names = " et ".join(f"« {name} »" for name in (decision.name, decision.other) if name)
    return (
        f"decisions.csv : « {_SHOWN[decision.verdict]} » sur {names} n'est pas suivie : {wrong}. On attend un nom que "
        "les documents donnent, et son endroit s'il le faut. Corrigez ou effacez cette ligne."
    )
