"""The RDF graph as a file: sorted N-Triples, or Turtle with prefixes."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyoxigraph


def write_ntriples(store: "pyoxigraph.Store", path: Path) -> None:
    """Write every triple of a store, one a line, sorted."""
    from kg.graph import store as graph

    graph.write_ntriples(store, path)


def write_turtle(store: "pyoxigraph.Store", path: Path) -> None:
    """Write every triple of a store as Turtle, for people to read."""
    from kg.graph import store as graph

    graph.write_turtle(store, path)
