"""The answer of a query as a table, JSON, CSV or Turtle."""

import csv
import io
import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from kg.errors import UsageError
from kg.regex import regex
from ontology import PREFIXES

if TYPE_CHECKING:
    from kg.graph.query import QueryResult, Term

KINDS = ("table", "json", "csv", "turtle")
#: A spreadsheet takes a cell that starts so for a formula.
_FORMULA = regex(r"^\s*[=+\-@]|^[\t\r\n]")
_NUMBER = regex(r"^[+-]?\d+([.,]\d+)?$")
_LOCAL = regex(r"^[A-Za-z][\w-]*$", re.ASCII)
_WIDEST = 80


def format_result(result: "QueryResult", kind: str) -> str:
    """Return the answer as text: `table` (for people), `json` and `csv` (SPARQL 1.1; no formulas), `turtle`.

    Raises `UsageError` for another kind, and for the Turtle of anything but triples.
    """
    formats = {"table": _table, "json": _json, "csv": _csv, "turtle": _turtle}
    if kind not in formats:
        raise UsageError(
            f"Le format « {kind} » n'existe pas. {', '.join(KINDS[:-1])} ou {KINDS[-1]} était attendu. "
            "Choisissez-en un."
        )
    return formats[kind](result)


def short(term: "Term | None") -> str:
    """Return a term as people read it: an IRI with its prefix, a literal without its type, nothing for nothing."""
    if term is None:
        return ""
    value = getattr(term, "value", None)
    if value is None or hasattr(term, "language"):
        return str(term) if value is None else str(value)
    if not str(term).startswith("<"):
        return str(term)
    for prefix, namespace in PREFIXES.items():
        if value.startswith(namespace) and _LOCAL.match(value[len(namespace) :]):
            return f"{prefix}:{value[len(namespace) :]}"
    return str(value)


def _table(result: "QueryResult") -> str:
    if result.boolean is not None:
        return "oui\n" if result.boolean else "non\n"
    lines = [list(result.variables)] + [[_cell(term) for term in row] for row in result.rows]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, ["─" * width for width in widths])
    told = ["  ".join(_padded(*pair) for pair in zip(line, widths, strict=True)).rstrip() for line in lines]
    count = len(result.rows)
    return "\n".join([*told, "", f"{count} ligne{'s' if count > 1 else ''}", ""])


def _cell(term: "Term | None") -> str:
    """Return a term on one line, cut at 80 characters, without what could drive a terminal."""
    text = "".join(c if c.isprintable() else " " for c in short(term))
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _width(text: str) -> int:
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _json(result: "QueryResult") -> str:
    if result.boolean is not None:
        return json.dumps({"head": {}, "boolean": result.boolean}) + "\n"
    bindings = [
        {name: _term_json(term) for name, term in zip(result.variables, row, strict=True) if term is not None}
        for row in result.rows
    ]
    found = {"head": {"vars": list(result.variables)}, "results": {"bindings": bindings}}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _term_json(term: "Term") -> dict[str, Any]:
    import pyoxigraph

    if isinstance(term, pyoxigraph.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, pyoxigraph.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, pyoxigraph.Literal):
        found = {"type": "literal", "value": term.value}
        if term.language:
            found["xml:lang"] = term.language
        elif term.datatype.value != PREFIXES["xsd"] + "string":
            found["datatype"] = term.datatype.value
        return found
    parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
    return {"type": "triple", "value": {name: _term_json(part) for name, part in parts.items()}}


def _csv(result: "QueryResult") -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    if result.boolean is not None:
        writer.writerows([["boolean"], ["true" if result.boolean else "false"]])
    else:
        writer.writerow(result.variables)
        writer.writerows([_harmless(term) for term in row] for row in result.rows)
    return written.getvalue()


def _harmless(term: "Term | None") -> str:
    if term is None:
        return ""
    value = str(getattr(term, "value", term))
    return "'" + value if _FORMULA.match(value) and not _NUMBER.match(value) else value


def _turtle(result: "QueryResult") -> str:
    if not result.is_graph:
        raise UsageError(
            "Cette réponse n'est pas un graphe. Le format turtle attend une requête CONSTRUCT ou DESCRIBE. "
            "Changez la requête, ou demandez table, json ou csv."
        )
    import pyoxigraph

    triples = (pyoxigraph.Triple(*row) for row in result.rows)  # type: ignore[arg-type]
    prefixes = dict(sorted(PREFIXES.items()))
    return (pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.TURTLE, prefixes=prefixes) or b"").decode()
