"""SPARQL over a base's store: guarded, with the union of the graphs as default, and a time limit on demand."""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KnowledgeError, UsageError
from kg.graph.guard import check_query
from kg.graph.results import format_result
from kg.regex import regex
from ontology import PREFIXES

if TYPE_CHECKING:
    import pyoxigraph

    Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple

__all__ = ["QueryResult", "evaluate", "format_result", "run_query"]

_PLACE = regex(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_CHILD = str(Path(__file__).with_name("child.py"))


@dataclass(frozen=True)
class QueryResult:
    """The answer of a query: rows of a SELECT, the truth of an ASK, or triples of a CONSTRUCT or DESCRIBE (as rows)."""

    variables: tuple[str, ...] = ()
    rows: tuple[tuple["Term | None", ...], ...] = ()
    boolean: bool | None = None
    is_graph: bool = False


def run_query(source: "pyoxigraph.Store | Path", query: str, *, timeout_s: float | None = None) -> QueryResult:
    """Run a query on an opened store, or on the folder of one when there is a time limit (0.1 s dearer).

    The prefixes of `ontology.PREFIXES` need not be declared. A SELECT without ORDER BY has its rows sorted. Raises
    `UsageError` for a syntax error, an update, a call to another server, or a query longer than `timeout_s` seconds.
    """
    words = check_query(query)
    if timeout_s is None:
        from kg.graph.store import open_store

        store = open_store(source) if isinstance(source, Path) else source
        kind, data = evaluate(store, query)
    elif isinstance(source, Path):
        kind, data = _evaluate_in_child(source, query, timeout_s)
    else:
        raise TypeError("a time limit needs the folder of the store, not an opened store")
    return _read(kind, data, keeps_order="ORDER" in words)


def evaluate(store: "pyoxigraph.Store", query: str) -> tuple[str, bytes]:
    """Return the kind of the result (`rows`, `boolean`, `graph`) and its bytes (SPARQL JSON, or N-Triples)."""
    import pyoxigraph

    try:
        # Not `use_default_graph_as_union`: it repeats a triple that stands in two graphs, and silently ignores FROM.
        found = store.query(query, prefixes=dict(PREFIXES))
        if isinstance(found, pyoxigraph.QueryTriples):
            return "graph", found.serialize(format=pyoxigraph.RdfFormat.N_TRIPLES) or b""
        kind = "boolean" if isinstance(found, pyoxigraph.QueryBoolean) else "rows"
        return kind, found.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b""
    except SyntaxError as error:
        raise _syntax_error(query, str(error)) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise UsageError(
            f"La requête a échoué ({error}). Une requête que la base peut évaluer était attendue. "
            "Simplifiez-la, ou vérifiez la base : palabre verify"
        ) from error


def _syntax_error(query: str, told: str) -> UsageError:
    match = _PLACE.match(told)
    line, column = (int(match[1]), int(match[2])) if match else (1, 1)
    lines = query.splitlines() or [""]
    shown = lines[line - 1] if line <= len(lines) else ""
    undeclared = _undeclared(query)
    cause = f"préfixe non déclaré : {undeclared}:" if undeclared else "du SPARQL était attendu à cet endroit"
    return UsageError(
        f"La requête a une erreur de syntaxe, ligne {line}, colonne {column} ({cause}) :\n  {shown}\n"
        f"  {' ' * min(column - 1, len(shown))}^\n"
        "Une requête SPARQL 1.1 était attendue. Corrigez-la ; docs/sparql.md donne des exemples."
    )


def _undeclared(query: str) -> str | None:
    """Return a prefix that is used and neither declared by the query nor by us: the commonest of errors."""
    bare = re.sub(r"<[^<>\s]*>|\"[^\"\n]*\"|'[^'\n]*'|#[^\n]*", " ", query)
    declared = {name.lower() for name in re.findall(r"(?i)\bprefix\s+([\w-]*):", bare)}
    used = re.findall(r"(?<![\w?$@:-])([A-Za-z][\w-]*):[\w]", bare)
    return next((name for name in used if name.lower() not in declared and name not in PREFIXES), None)


def _evaluate_in_child(folder: Path, query: str, timeout_s: float) -> tuple[str, bytes]:
    """Run a query in a process that can be killed: Oxigraph itself knows no time limit."""
    command = [sys.executable, "-P", _CHILD, str(folder), *sys.path]
    try:
        done = subprocess.run(command, input=query.encode(), capture_output=True, timeout=timeout_s, check=False)
    except subprocess.TimeoutExpired as error:
        raise UsageError(
            f"La requête dure plus de {timeout_s:g} s et a été arrêtée. Une requête plus courte était attendue. "
            "Ajoutez des conditions ou LIMIT, ou allongez la durée permise."
        ) from error
    kind, _, data = done.stdout.partition(b"\n")
    if done.returncode == UsageError.exit_code:
        raise UsageError(done.stderr.decode())
    if done.returncode != 0 or kind not in (b"rows", b"boolean", b"graph"):
        raise KnowledgeError(
            f"La requête s'est interrompue ({done.stderr.decode(errors='replace').strip()[-300:] or done.returncode}). "
            "Une réponse était attendue. Demandez moins de lignes, ou vérifiez la base : palabre verify"
        )
    return kind.decode(), data


def _read(kind: str, data: bytes, *, keeps_order: bool) -> QueryResult:
    import pyoxigraph

    if kind == "graph":
        quads = pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.N_TRIPLES)
        triples = {(quad.subject, quad.predicate, quad.object): None for quad in quads}
        return QueryResult(("subject", "predicate", "object"), tuple(sorted(triples, key=_written)), is_graph=True)
    found = pyoxigraph.parse_query_results(data, format=pyoxigraph.QueryResultsFormat.JSON)
    if isinstance(found, pyoxigraph.QueryBoolean):
        return QueryResult(boolean=bool(found))
    assert isinstance(found, pyoxigraph.QuerySolutions)
    variables = found.variables
    rows = [tuple(solution[variable] for variable in variables) for solution in found]
    if not keeps_order:
        rows.sort(key=_written)
    return QueryResult(tuple(variable.value for variable in variables), tuple(rows))


def _written(row: "tuple[Term | None, ...]") -> list[str]:
    return ["" if value is None else str(value) for value in row]
