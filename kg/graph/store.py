"""The graph on disk: sorted N-Quads, and the Oxigraph store that queries read."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KnowledgeError
from ontology import PREFIXES

if TYPE_CHECKING:
    import pyoxigraph
    import rdflib

NQUADS = "graph.nq"
STORE = "store"


def write_store(dataset: "rdflib.Dataset", folder: Path) -> int:
    """Write `graph.nq` (sorted) and the Oxigraph store into an existing folder; returns the number of triples.

    The store's default graph holds the union of the named ones: the union that Oxigraph makes by itself gives a triple
    once for each graph that holds it, and counts would be wrong.
    """
    import pyoxigraph

    data = b"\n".join([*_sorted_lines(dataset.serialize(format="nquads", encoding="utf-8")), b""])
    (folder / NQUADS).write_bytes(data)
    quads = pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.N_QUADS)
    union = _written(quad.triple for quad in quads)
    store = pyoxigraph.Store(folder / STORE)
    store.bulk_load(data, format=pyoxigraph.RdfFormat.N_QUADS)
    store.bulk_load(b"\n".join(union), format=pyoxigraph.RdfFormat.N_TRIPLES)
    store.flush()
    # The lock of a store opened for writing goes with the object.
    del store
    return len(union)


def open_store(folder: Path) -> "pyoxigraph.Store":
    """Open a written store, read-only: any number of readers at once.

    Raises `KnowledgeError` when there is none or it is damaged.
    """
    import pyoxigraph

    try:
        return pyoxigraph.Store.read_only(str(folder / STORE))
    except (OSError, RuntimeError) as error:
        raise KnowledgeError(
            f"Le graphe {folder} ne s'ouvre pas ({error}). Un graphe écrit par « palabre build » était attendu. "
            "Reconstruisez la base."
        ) from error


def write_ntriples(store: "pyoxigraph.Store", path: Path) -> int:
    """Write the union of the graphs as sorted N-Triples, each triple once; returns how many."""
    lines = union_lines(store)
    path.write_bytes(b"\n".join([*lines, b""]))
    return len(lines)


def write_turtle(store: "pyoxigraph.Store", path: Path) -> int:
    """Write the union of the graphs as Turtle, sorted by subject; returns the number of triples."""
    import pyoxigraph

    lines = union_lines(store)
    quads = pyoxigraph.parse(b"\n".join(lines), format=pyoxigraph.RdfFormat.N_TRIPLES)
    triples = (quad.triple for quad in quads)
    pyoxigraph.serialize(
        triples, str(path), format=pyoxigraph.RdfFormat.TURTLE, prefixes=dict(sorted(PREFIXES.items()))
    )
    return len(lines)


def union_lines(store: "pyoxigraph.Store") -> list[bytes]:
    """Return the triples of the default graph, which is the union of all, as sorted N-Triples."""
    import pyoxigraph

    quads = store.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph())
    return _written(quad.triple for quad in quads)


def _written(triples: Iterable["pyoxigraph.Triple"]) -> list[bytes]:
    import pyoxigraph

    return _sorted_lines(pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES) or b"")


def _sorted_lines(written: bytes) -> list[bytes]:
    """Split on line feeds alone: literals may hold other line separators, such as U+2028, unescaped."""
    return sorted({line for line in written.split(b"\n") if line})
