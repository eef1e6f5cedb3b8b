"""Write a network as GEXF 1.3, for Gephi, Gephi Lite and every reader of the format.

Source of the format: the schema and primer at https://gexf.net. networkx's own writer is not used: it leaves out
`kind`, so that Gephi merges parallel edges, and writes what no reader can parse back (None, lists, control characters).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO
from xml.sax.saxutils import escape, quoteattr

from kg.export.columns import Column, columns_of, free_name, is_written, text_of
from kg.export.dates import first_day, last_day

if TYPE_CHECKING:
    import networkx as nx

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz"\
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
 xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
"""

#: Attributes of the elements themselves: never columns.
_NODE_OWN = frozenset({"label", "viz", "start", "end"})
_EDGE_OWN = frozenset({"label", "viz", "start", "end", "weight", "kind"})


def write_gexf(
    network: "nx.MultiDiGraph", path: Path, *, title: str, description: str, titles: Mapping[str, str] | None = None
) -> None:
    """Write a network to a file, in the order of its nodes and edges.

    `titles` says what attributes are called on screen. Lists are joined by « | », an absent or non-finite value is
    left out, dates are padded to whole days. The file holds no date of its own: same network, same bytes.
    """
    with path.open("w", encoding="utf-8", newline="\n") as file:
        _write(network, file, (title, description), titles or {})


def _write(network: "nx.MultiDiGraph", file: TextIO, about: tuple[str, str], titles: Mapping[str, str]) -> None:
    nodes = columns_of((data for _, data in network.nodes(data=True)), _NODE_OWN, titles)
    edges = columns_of((data for _, _, data in network.edges(data=True)), _EDGE_OWN, titles)
    file.write(_HEAD)
    file.writelines(_meta(*about))
    file.write(f"<graph{_attributes(_graph_attributes(network))}>\n")
    file.writelines(_declaration("node", nodes))
    file.writelines(_declaration("edge", edges))
    file.write(f'<nodes count="{network.number_of_nodes()}">\n')
    ids = _ids(network)
    file.writelines(_node(ids[node], data, nodes) for node, data in network.nodes(data=True))
    file.write(f'</nodes>\n<edges count="{network.number_of_edges()}">\n')
    for number, (source, target, data) in enumerate(network.edges(data=True)):
        file.writelines(_edge(number, (ids[source], ids[target]), data, edges))
    file.write("</edges>\n</graph>\n</gexf>\n")


def _meta(title: str, description: str) -> Iterator[str]:
    yield "<meta>\n<creator>Palabre</creator>\n"
    yield f"<description>{escape(text_of(f'{title}. {description}' if description else title))}</description>\n"
    yield "<keywords>Palabre, réseau, citations, comptes rendus</keywords>\n</meta>\n"


def _graph_attributes(network: "nx.MultiDiGraph") -> dict[str, str]:
    own: Iterable[Mapping[str, object]] = [
        *(data for _, data in network.nodes(data=True)),
        *(data for _, _, data in network.edges(data=True)),
    ]
    if not any(_days(data) for data in own):
        return {"defaultedgetype": "directed", "mode": "static"}
    return {
        "defaultedgetype": "directed",
        "mode": "dynamic",
        "timeformat": "date",
        "timerepresentation": "interval",
    }


def _ids(network: "nx.MultiDiGraph") -> dict[object, str]:
    """Return the id of each node as XML can hold it; no two nodes get one id."""
    taken: set[str] = set()
    ids = {}
    for node in network:
        ids[node] = free_name(text_of(node) or "?", taken)
        taken.add(ids[node].casefold())
    return ids


def _node(node: str, data: Mapping[str, object], columns: Sequence[Column]) -> str:
    opening = {"id": node, "label": text_of(data.get("label", node)), **_days(data)}
    return f"<node{_attributes(opening)}>\n{_values(data, columns)}{_viz(data)}</node>\n"


def _edge(number: int, ends: tuple[str, str], data: Mapping[str, object], columns: Sequence[Column]) -> str:
    opening = {"id": str(number), "source": ends[0], "target": ends[1]}
    for name in ("label", "kind", "weight"):
        value = data.get(name)
        if is_written(value):
            opening[name] = text_of(value)
    return f"<edge{_attributes({**opening, **_days(data)})}>\n{_values(data, columns)}{_viz(data)}</edge>\n"


def _declaration(kind: str, columns: Sequence[Column]) -> Iterator[str]:
    if not columns:
        return
    yield f'<attributes class="{kind}">\n'
    for number, column in enumerate(columns):
        # A number, for graphology shows the title only where the id is one.
        yield f"<attribute{_attributes({'id': str(number), 'title': column.title, 'type': column.type})}/>\n"
    yield "</attributes>\n"


def _values(data: Mapping[str, object], columns: Sequence[Column]) -> str:
    written = [
        f"<attvalue{_attributes({'for': str(number), 'value': text_of(data[column.name])})}/>\n"
        for number, column in enumerate(columns)
        if is_written(data.get(column.name))
    ]
    return f"<attvalues>\n{''.join(written)}</attvalues>\n" if written else ""


def _viz(data: Mapping[str, object]) -> str:
    viz = data.get("viz")
    if not isinstance(viz, Mapping):
        return ""
    parts = []
    for name in ("color", "position"):
        if name in viz:
            parts.append(f"<viz:{name}{_attributes({axis: text_of(value) for axis, value in viz[name].items()})}/>\n")
    for name in ("size", "thickness"):
        if name in viz:
            parts.append(f'<viz:{name} value="{text_of(viz[name])}"/>\n')
    return "".join(parts)


def _days(data: Mapping[str, object]) -> dict[str, str]:
    """Return start and end as whole days; an end before the start, which Gephi refuses, becomes the start."""
    start, end = first_day(data.get("start")), last_day(data.get("end"))
    if start and end and end < start:
        end = start
    return {name: day for name, day in (("start", start), ("end", end)) if day}


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in values.items())
