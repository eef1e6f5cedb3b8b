"""The attributes of nodes and edges as typed columns, and their values as text that XML can hold."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.regex import regex

#: What XML 1.0 cannot hold, escaped or not: control characters, surrogates, the two non-characters of the first plane.
_NOT_XML = regex("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

#: Titles that a reader takes for something else: Gephi's own columns, graphology's and sigma's own attributes.
_RESERVED = frozenset(
    {
        *(
            "id",
            "label",
            "type",
            "kind",
            "weight",
            "source",
            "target",
            "start",
            "end",
            "interval",
            "timeset",
            "timestamp",
        ),
        *("viz", "pid", "for", "color", "colour", "size", "thickness", "shape", "position", "x", "y", "z"),
    }
)


@dataclass(frozen=True, slots=True)
class Column:
    """A declared attribute: where its values are read, what it is called, and the one type that all its values have."""

    name: str
    title: str
    type: str


def columns_of(
    rows: Iterable[Mapping[str, object]], without: frozenset[str], titles: Mapping[str, str]
) -> list[Column]:
    """Declare each attribute that some row has, in the order of `titles`, then of names."""
    types: dict[str, set[str]] = {}
    for row in rows:
        for name, value in row.items():
            if name not in without and is_written(value):
                types.setdefault(name, set()).add(_type_of(value))
    order = {name: rank for rank, name in enumerate(titles)}
    columns: list[Column] = []
    taken = set(_RESERVED)
    for name in sorted(types, key=lambda name: (order.get(name, len(order)), name)):
        title = free_name(text_of(titles.get(name, name)) or "attribut", taken)
        taken.add(title.casefold())
        columns.append(Column(name, title, _common_type(types[name])))
    return columns


def free_name(name: str, taken: set[str]) -> str:
    """Return a name that is not among `taken`, which are case-folded: readers confuse names that differ by case."""
    candidate, number = name, 2
    while candidate.casefold() in taken:
        candidate, number = f"{name} ({number})", number + 1
    return candidate


def is_written(value: object) -> bool:
    """Tell whether a value says something: not None, not an empty text or list, not NaN nor an infinity."""
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, Mapping) or value is None:
        return False
    return value != "" and not (isinstance(value, list | tuple) and not value)


def text_of(value: object) -> str:
    """Return a value as XML can hold it: what no file can hold is taken out, the rest is as it was."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return " | ".join(text_of(item) for item in value)
    return _NOT_XML.sub("", str(value))


def _type_of(value: object) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        bits = value.bit_length()
        return "integer" if bits < 32 else "long" if bits < 64 else "string"
    return "double" if isinstance(value, float) else "string"


def _common_type(types: set[str]) -> str:
    """Return the narrowest type that holds values of several."""
    if len(types) == 1:
        return next(iter(types))
    if types == {"integer", "long"}:
        return "long"
    return "double" if types <= {"integer", "long", "double"} else "string"
