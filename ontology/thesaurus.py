"""A SKOS thesaurus in memory, read with Oxigraph's parser (10 ms; rdflib takes half a second)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ontology.errors import OntologyError
from ontology.terms import CONCEPT, PAL, PREFIXES, THESAURUS_FILE
from ontology.words import concept_id

if TYPE_CHECKING:
    import pyoxigraph

_SKOS, _RDF = PREFIXES["skos"], PREFIXES["rdf"]


@dataclass(frozen=True, slots=True)
class Concept:
    """One idea and its labels; `hidden_labels` are weak clues, `facets` the ideas that make this one when they meet.

    `not_labels` are phrases that hold a label without the idea. Everything that is a link is a concept id.
    """

    id: str
    iri: str
    pref_label: str
    alt_labels: tuple[str, ...] = ()
    hidden_labels: tuple[str, ...] = ()
    not_labels: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()
    definition: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that tell the idea by themselves, the preferred one first."""
        return (self.pref_label, *self.alt_labels)


@dataclass(frozen=True)
class Thesaurus:
    """Concepts in the order of their ids."""

    concepts: tuple[Concept, ...] = ()
    _by_id: dict[str, Concept] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {concept.id: concept for concept in self.concepts})

    def __getitem__(self, identifier: str) -> Concept:
        return self._by_id[identifier]

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._by_id

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts)

    def __len__(self) -> int:
        return len(self.concepts)

    def get(self, identifier: str) -> Concept | None:
        """Return a concept by its id, or nothing."""
        return self._by_id.get(identifier)

    def narrower(self, identifier: str) -> tuple[str, ...]:
        """Return the ids of all the concepts below one, at any depth, in order; a loop in the file does no harm."""
        return self._below.get(identifier, ())

    def with_concepts(self, extra: Iterable[Concept]) -> "Thesaurus":
        """Return a thesaurus that also has these concepts; an id that is already there stays as it is."""
        added = {concept.id: concept for concept in extra if concept.id not in self._by_id}
        return Thesaurus(tuple(sorted((*self.concepts, *added.values()), key=lambda concept: concept.id)))

    @cached_property
    def _below(self) -> dict[str, tuple[str, ...]]:
        children: dict[str, list[str]] = defaultdict(list)
        for concept in self.concepts:
            for parent in concept.broader:
                children[parent].append(concept.id)
        return {parent: _descendants(parent, children) for parent in sorted(children)}


def _descendants(parent: str, children: dict[str, list[str]]) -> tuple[str, ...]:
    found: set[str] = set()
    waiting = list(children[parent])
    while waiting:
        identifier = waiting.pop()
        if identifier not in found and identifier != parent:
            found.add(identifier)
            waiting.extend(children.get(identifier, ()))
    return tuple(sorted(found))


def load_thesaurus(path: Path | None = None) -> Thesaurus:
    """Read a SKOS file (Turtle, RDF/XML or N-Triples by its ending), or Palabre's own thesaurus when none is named.

    A missing part is left empty; French labels come first, then those without a language, then any. A link to a concept
    that the file does not hold is dropped. Raises `OntologyError` when the file cannot be read or parsed, or holds no
    concept.
    """
    source = path or THESAURUS_FILE
    facts = _facts(source)
    _turn_narrower(facts)
    iris = sorted(iri for iri, values in facts.items() if f"{_SKOS}Concept" in _iris(values[f"{_RDF}type"]))
    ids = _ids(iris, facts)
    if not ids:
        raise OntologyError(
            f"Le thésaurus {source} ne contient aucun concept. Au moins un skos:Concept avec une étiquette "
            "skos:prefLabel était attendu. Vérifiez que le fichier est bien du SKOS."
        )
    concepts = (_concept(iri, facts, ids) for iri in ids)
    return Thesaurus(tuple(sorted(concepts, key=lambda concept: concept.id)))


def chosen_thesaurus(path: Path | None, *, alone: bool = False) -> Thesaurus:
    """Return the concepts of a user's SKOS file with ours, or without; ours when there is no file.

    A concept of the file that has the id of one of ours (the same IRI, or a preferred label that makes the same id)
    takes its place. `alone` without a file gives no concept at all. Raises `OntologyError` as `load_thesaurus` does.
    """
    if path is None:
        return Thesaurus() if alone else load_thesaurus()
    own = load_thesaurus(path)
    return own if alone else own.with_concepts(load_thesaurus())


_Values = dict[str, list["pyoxigraph.NamedNode | pyoxigraph.Literal"]]


def _facts(source: Path) -> dict[str, _Values]:
    import pyoxigraph

    facts: dict[str, _Values] = defaultdict(lambda: defaultdict(list))
    try:
        for quad in pyoxigraph.parse(source.read_bytes(), format=_format(source)):
            if isinstance(quad.subject, pyoxigraph.NamedNode) and isinstance(
                quad.object, pyoxigraph.NamedNode | pyoxigraph.Literal
            ):
                facts[quad.subject.value][quad.predicate.value].append(quad.object)
    except OSError as error:
        raise OntologyError(
            f"Le thésaurus {source} ne s'ouvre pas ({error.strerror}). Un fichier SKOS lisible était attendu. "
            "Vérifiez le chemin et les droits de lecture."
        ) from error
    except (SyntaxError, ValueError) as error:
        raise OntologyError(
            f"Le thésaurus {source} est mal écrit ({_where(error)}). Du SKOS en Turtle (.ttl), RDF/XML (.rdf) ou "
            "N-Triples (.nt) était attendu. Corrigez le fichier à cet endroit."
        ) from error
    return facts


def _turn_narrower(facts: dict[str, _Values]) -> None:
    """Write each skos:narrower as the skos:broader that it implies."""
    import pyoxigraph

    for iri in sorted(facts):
        for child in _iris(facts[iri][f"{_SKOS}narrower"]):
            facts[child][f"{_SKOS}broader"].append(pyoxigraph.NamedNode(iri))


def _format(source: Path) -> "pyoxigraph.RdfFormat":
    import pyoxigraph

    return pyoxigraph.RdfFormat.from_extension(source.suffix.lstrip(".").lower()) or pyoxigraph.RdfFormat.TURTLE


def _where(error: Exception) -> str:
    line = getattr(error, "lineno", None)
    return f"ligne {line}, colonne {getattr(error, 'offset', '?')}" if line else str(error)


def _iris(values: list["pyoxigraph.NamedNode | pyoxigraph.Literal"]) -> list[str]:
    return [value.value for value in values if not hasattr(value, "language")]


def _texts(values: list["pyoxigraph.NamedNode | pyoxigraph.Literal"]) -> tuple[str, ...]:
    """Return the texts of the best language that there is, in order, each once."""
    ranked: dict[int, list[str]] = defaultdict(list)
    for value in values:
        if hasattr(value, "language"):
            language = (value.language or "").lower().split("-")[0]
            ranked[{"fr": 0, "": 1}.get(language, 2)].append(" ".join(value.value.split()))
    best = ranked[min(ranked)] if ranked else []
    return tuple(sorted({text for text in best if text}))


def _ids(iris: list[str], facts: dict[str, _Values]) -> dict[str, str]:
    """Give each labelled concept an id: the end of its IRI for ours, else its label; two of one name are numbered."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for iri in iris:
        labels = _texts(facts[iri][f"{_SKOS}prefLabel"])
        if not labels:
            continue
        wanted = concept_id(iri.removeprefix(CONCEPT) if iri.startswith(CONCEPT) else labels[0])
        chosen, number = wanted, 2
        while chosen in taken:
            chosen, number = f"{wanted}-{number}", number + 1
        taken.add(chosen)
        ids[iri] = chosen
    return ids


def _concept(iri: str, facts: dict[str, _Values], ids: dict[str, str]) -> Concept:
    values = facts[iri]

    def links(*predicates: str) -> tuple[str, ...]:
        targets = {target for predicate in predicates for target in _iris(values[predicate])}
        return tuple(sorted({ids[target] for target in targets if target in ids and target != iri}))

    pref = _texts(values[f"{_SKOS}prefLabel"])
    facets = links(f"{PAL}facet")
    whole = len(facets) > 1 and len(facets) == len(set(_iris(values[f"{PAL}facet"])))
    return Concept(
        id=ids[iri],
        iri=iri,
        pref_label=pref[0],
        alt_labels=(*pref[1:], *(text for text in _texts(values[f"{_SKOS}altLabel"]) if text not in pref)),
        hidden_labels=_texts(values[f"{_SKOS}hiddenLabel"]),
        not_labels=_texts(values[f"{PAL}notLabel"]),
        broader=links(f"{_SKOS}broader", f"{_SKOS}broaderTransitive"),
        related=links(f"{_SKOS}related"),
        facets=facets if whole else (),  # a facet that the file lacks would make the meeting too wide
        definition=" ".join(_texts(values[f"{_SKOS}definition"])),
    )
