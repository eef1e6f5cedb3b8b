"""What writes triples into one graph of a dataset after another."""

from typing import TYPE_CHECKING

from kg.errors import KnowledgeError
from kg.graph.iris import iri
from ontology import PREFIXES

if TYPE_CHECKING:
    from rdflib import Dataset, Graph
    from rdflib.term import Identifier


class Writer:
    """Adds triples to the graph that `enter` names; terms are written with their prefix (`pal:speaker`)."""

    def __init__(self, dataset: "Dataset", base_iri: str) -> None:
        self.base_iri = base_iri
        self._dataset = dataset
        self._graph: Graph | None = None
        for prefix, namespace in PREFIXES.items():
            dataset.bind(prefix, namespace, override=True, replace=True)

    def enter(self, *path: str) -> None:
        """Write into the graph `<base>graph/…` from now on."""
        from rdflib import URIRef

        self._graph = self._dataset.graph(URIRef(iri(self.base_iri, "graph", *path)))

    def add(self, subject: str, predicate: str, value: "Identifier | str | None") -> None:
        """Add one triple; a string is an IRI, a term is written with its prefix, nothing adds nothing."""
        from rdflib import URIRef
        from rdflib.term import Identifier

        if value is None:
            return
        if self._graph is None:
            raise AssertionError("no graph was entered")
        # A literal is a string too for Python; only a bare one is an IRI.
        node = value if isinstance(value, Identifier) else URIRef(term(value) if _is_term(value) else value)
        self._graph.add((URIRef(subject), URIRef(term(predicate)), node))

    def add_types(self, subject: str, *types: str) -> None:
        """Add `rdf:type` for each class."""
        for name in types:
            self.add(subject, "rdf:type", name)


def _is_term(value: str) -> bool:
    return value.partition(":")[0] in PREFIXES and "://" not in value


def term(name: str) -> str:
    """Return the IRI of a term written with its prefix.

    Raises `KnowledgeError` when the prefix is not one that Palabre knows.
    """
    prefix, colon, local = name.partition(":")
    if (
        not colon
        or prefix not in PREFIXES
        or not local.replace("-", "").replace("_", "").isalnum()
        or not local.isascii()
    ):
        raise KnowledgeError(
            f"Le terme « {name} » ne peut pas entrer dans le graphe. Un terme avec un préfixe connu était attendu "
            f"({', '.join(PREFIXES)}). Corrigez la règle qui l'a écrit."
        )
    return PREFIXES[prefix] + local
