import math
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.gexf import write_gexf
from kg.network import TITLES, network
from tests.unit.kg.imaginary import knowledge

GEXF, VIZ = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"

#: What the schema of GEXF 1.3 allows in each element that we write: attributes (those required with a star), children.
GRAMMAR: dict[str, tuple[str, str]] = {
    "gexf": (f"version* variant {XSI}", "meta graph"),
    "meta": ("lastmodifieddate", "creator keywords description"),
    "creator": ("", ""),
    "keywords": ("", ""),
    "description": ("", ""),
    "graph": (
        "timeformat start end timestamp mode timerepresentation timezone defaultedgetype idtype",
        "attributes nodes edges",
    ),
    "attributes": ("class* mode", "attribute"),
    "attribute": ("id* title* type*", "default options"),
    "nodes": ("count", "node"),
    "edges": ("count", "edge"),
    "node": ("id* label start end", "attvalues viz:color viz:position viz:size viz:shape"),
    "edge": ("id* source* target* label kind weight type start end", "attvalues viz:color viz:thickness viz:shape"),
    "attvalues": ("", "attvalue"),
    "attvalue": ("for* value* start end", ""),
    "viz:color": ("r g b", ""),
    "viz:position": ("x* y* z", ""),
    "viz:size": ("value*", ""),
    "viz:thickness": ("value*", ""),
}
#: In this order in a graph.
PARTS_OF_GRAPH = ["attributes", "attributes", "nodes", "edges"]


def local(tag: str) -> str:
    return tag.replace(GEXF, "").replace(VIZ, "viz:")


def check_grammar(element: ElementTree.Element) -> None:
    attributes, children = GRAMMAR[local(element.tag)]
    allowed = {name.rstrip("*") for name in attributes.split()}
    required = {name.rstrip("*") for name in attributes.split() if name.endswith("*")}
    assert required <= set(element.attrib) <= allowed, element.attrib
    assert {local(child.tag) for child in element} <= set(children.split())
    for child in element:
        check_grammar(child)


def written(graph: nx.MultiDiGraph, folder: Path, titles: dict[str, str] | None = None) -> ElementTree.Element:
    path = folder / "reseau.gexf"
    write_gexf(graph, path, title="Titre", description="Tout & <rien>", titles=titles)
    return ElementTree.parse(path).getroot()


def values(root: ElementTree.Element, kind: str, rank: int = 0) -> dict[str, str]:
    """Return the attributes of a node or edge by title."""
    declared = {
        a.get("id"): a.get("title") for a in root.findall(f".//{GEXF}attributes[@class='{kind}']/{GEXF}attribute")
    }
    element = root.findall(f".//{GEXF}{kind}")[rank]
    found = element.findall(f"{GEXF}attvalues/{GEXF}attvalue")
    return {str(declared[value.get("for")]): str(value.get("value")) for value in found}


def types(root: ElementTree.Element, kind: str) -> dict[str, str]:
    found = root.findall(f".//{GEXF}attributes[@class='{kind}']/{GEXF}attribute")
    return {str(column.get("title")): str(column.get("type")) for column in found}


def one_node(**attributes: object) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    graph.add_node("a", **attributes)
    return graph


def test_the_file_keeps_to_the_schema(tmp_path: Path) -> None:
    root = written(network(knowledge(), with_quotations=True, with_documents=True), tmp_path, TITLES)
    check_grammar(root)
    graph = root.find(f"{GEXF}graph")
    assert root.get("version") == "1.3" and graph is not None
    assert [local(part.tag) for part in graph] == PARTS_OF_GRAPH
    assert graph.attrib == {
        "defaultedgetype": "directed",
        "mode": "dynamic",
        "timeformat": "date",
        "timerepresentation": "interval",
    }
    for kind in ("node", "edge"):
        ids = [element.get("id") for element in root.findall(f".//{GEXF}{kind}")]
        assert len(ids) == len(set(ids)) > 10


def test_no_date_of_today_and_a_description(tmp_path: Path) -> None:
    root = written(network(knowledge()), tmp_path)
    meta = root.find(f"{GEXF}meta")
    assert meta is not None and meta.attrib == {}
    assert meta.findtext(f"{GEXF}description") == "Titre. Tout & <rien>"
    assert meta.findtext(f"{GEXF}creator") == "Palabre"
    assert meta.findtext(f"{GEXF}keywords")


def test_each_edge_has_its_kind_as_gephi_reads_it(tmp_path: Path) -> None:
    root = written(network(knowledge()), tmp_path, TITLES)
    edges = root.findall(f".//{GEXF}edge")
    aline = {
        e.get("kind")
        for e in edges
        if (e.get("source"), e.get("target")) == ("person:aline-brissac", "event:session-1")
    }
    assert aline == {"intervient à", "s’exprime à"}
    assert all(float(str(edge.get("weight"))) >= 1 and edge.get("label") for edge in edges)


def test_dates_are_whole_days(tmp_path: Path) -> None:
    root = written(network(knowledge()), tmp_path)
    spans = {n.get("id"): (n.get("start"), n.get("end")) for n in root.findall(f".//{GEXF}node") if n.get("start")}
    assert spans == {
        "event:forum": ("2023-11-20", "2023-11-20"),
        "event:rencontre": ("2021-05-01", "2021-05-31"),
        "event:session-1": ("2021-05-03", "2021-05-03"),
    }


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2021-05-10", "2021-05-02", ("2021-05-10", "2021-05-10")),
        ("2021-13", "2021-02", (None, "2021-02-28")),
        ("bientôt", None, (None, None)),
        (None, "2020", (None, "2020-12-31")),
    ],
)
def test_odd_dates_never_make_a_file_that_does_not_open(
    tmp_path: Path, start: str | None, end: str | None, expected: tuple[str | None, str | None]
) -> None:
    node = written(one_node(start=start, end=end), tmp_path).find(f".//{GEXF}node")
    assert node is not None and (node.get("start"), node.get("end")) == expected


def test_without_dates_the_graph_is_static(tmp_path: Path) -> None:
    graph = written(one_node(), tmp_path).find(f"{GEXF}graph")
    assert graph is not None and graph.attrib == {"defaultedgetype": "directed", "mode": "static"}


def test_one_type_a_column(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("a", whole=1, mixed=1, large=2**40, huge=2**80, truth=True, list=["x", "y"], odd=1, nothing=None)
    graph.add_node("b", whole=-2, mixed=0.5, large=1, huge=1, truth=False, list=[], odd="un", nothing=None)
    root = written(graph, tmp_path)
    assert types(root, "node") == {
        "huge": "string", "large": "long", "list": "string", "mixed": "double", "odd": "string",
        "truth": "boolean", "whole": "integer",
    }  # fmt: skip
    assert values(root, "node")["list"] == "x | y"
    assert values(root, "node", 1) == {
        "whole": "-2", "mixed": "0.5", "large": "1", "huge": "1", "truth": "false", "odd": "un"
    }  # fmt: skip


@pytest.mark.parametrize("value", [None, "", [], {}, math.nan, math.inf, -math.inf])
def test_what_says_nothing_is_not_written(tmp_path: Path, value: object) -> None:
    assert values(written(one_node(thing=value), tmp_path), "node") == {}


def test_columns_never_collide(tmp_path: Path) -> None:
    names = {"id": 1, "ID": 2, "type": "t", "Kind": "k", "Nom": "n", "nom": "m", "x": 0, "size": 3, "weight": 9}
    root = written(one_node(label="A", **names), tmp_path)
    titles = list(types(root, "node"))
    assert len({title.casefold() for title in titles}) == len(titles) == len(names)
    assert not {title.casefold() for title in titles} & {"id", "label", "type", "kind", "x", "size", "weight"}
    assert sorted(values(root, "node").values()) == sorted(map(str, names.values()))


def test_ids_that_only_differ_by_what_xml_cannot_hold_stay_two(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "a\x00", weight=1)
    root = written(graph, tmp_path)
    edge = root.find(f".//{GEXF}edge")
    assert [node.get("id") for node in root.findall(f".//{GEXF}node")] == ["a", "a (2)"]
    assert edge is not None and (edge.get("source"), edge.get("target")) == ("a", "a (2)")


def test_colours_are_opaque(tmp_path: Path) -> None:
    root = written(network(knowledge()), tmp_path)
    colours = root.findall(f".//{VIZ}color")
    assert {tuple(colour.attrib) for colour in colours} == {("r", "g", "b")}
    assert all(0 <= int(channel) <= 255 for colour in colours for channel in colour.attrib.values())


@given(st.text(alphabet=st.characters(), max_size=60))
def test_any_text_survives(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp()
    graph = one_node(label=text, note=text)
    graph.add_edge("a", "b", label=text, kind=text, weight=1, note=text)
    root = written(graph, folder)
    kept = "".join(
        c for c in text if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
    )
    node, edge = root.find(f".//{GEXF}node"), root.find(f".//{GEXF}edge")
    assert node is not None and edge is not None
    assert node.get("label") == kept
    assert values(root, "node").get("note", "") == kept
    assert edge.get("kind", "") == kept


def test_nothing_of_a_bad_text_becomes_markup(tmp_path: Path) -> None:
    known: Any = network(knowledge())
    path = tmp_path / "reseau.gexf"
    write_gexf(known, path, title="t", description="", titles=TITLES)
    assert "<script" not in path.read_text(encoding="utf-8")
