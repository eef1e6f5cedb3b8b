"""Other people's readers find in our GEXF files what we put there."""

import json
import subprocess
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg.export.gexf import write_gexf
from kg.network import TITLES, network
from tests.tools import require_folder, require_tool
from tests.unit.kg.imaginary import CONTROL, knowledge

NPM = Path(__file__).resolve().parent.parent / "npm"


@pytest.fixture(scope="module")
def graph() -> nx.MultiDiGraph:
    return network(knowledge(), with_quotations=True, with_documents=True)


@pytest.fixture(scope="module")
def file(graph: nx.MultiDiGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gexf") / "reseau.gexf"
    write_gexf(graph, path, title="Réseau", description="Deux rapports", titles=TITLES)
    return path


def expected(data: dict[str, Any], own: tuple[str, ...]) -> dict[str, Any]:
    """Return what a reader finds of attributes: under their titles, lists joined, nothing for what is empty."""
    told = {TITLES[name]: value for name, value in data.items() if name not in own}
    told = {title: " | ".join(value) if isinstance(value, list) else value for title, value in told.items()}
    return {title: value for title, value in told.items() if value != ""}


def without_controls(told: dict[str, Any]) -> dict[str, Any]:
    clean = CONTROL.replace("\x00", "").replace("\x0b", "").replace("\x1b", "").replace("\ud800", "")
    return {title: value.replace(CONTROL, clean) if isinstance(value, str) else value for title, value in told.items()}


def node_values(data: dict[str, Any]) -> dict[str, Any]:
    return without_controls(expected(data, ("label", "viz", "start", "end")))


def edge_values(data: dict[str, Any]) -> dict[str, Any]:
    return expected(data, ("label", "kind", "weight", "start", "end"))


def test_networkx_reads_the_same_network(graph: nx.MultiDiGraph, file: Path) -> None:
    found = nx.read_gexf(file, version="1.3")
    assert isinstance(found, nx.MultiDiGraph) and list(found) == list(graph)
    for node, data in graph.nodes(data=True):
        read = dict(found.nodes[node])
        read.pop("start", None), read.pop("end", None)
        viz = read.pop("viz")
        assert read.pop("label") == data["label"]
        assert read == node_values(data)
        assert viz["position"] == data["viz"]["position"] and viz["size"] == data["viz"]["size"]
        assert viz["color"] == {**data["viz"]["color"], "a": 1.0}
    edges = list(graph.edges(data=True))
    assert found.number_of_edges() == len(edges)
    by_id = {data["id"]: (source, target, data) for source, target, data in found.edges(data=True)}
    for number, (source, target, data) in enumerate(edges):
        read_source, read_target, read = by_id[str(number)]
        assert (read_source, read_target) == (source, target)
        assert (read["weight"], read["label"]) == (data["weight"], data["label"])
        assert {title: read[title] for title in edge_values(data)} == edge_values(data)


def test_graphology_the_reader_of_gephi_lite_reads_the_same_network(graph: nx.MultiDiGraph, file: Path) -> None:
    node = require_tool("node")
    require_folder(str(NPM / "node_modules"), "cd tests/npm && npm ci")
    printed = subprocess.run([node, str(NPM / "read_gexf.mjs"), str(file)], check=True, capture_output=True)
    found = json.loads(printed.stdout)
    assert found["meta"]["description"] == "Réseau. Deux rapports"
    assert [read["id"] for read in found["nodes"]] == list(graph)
    for read, data in zip(found["nodes"], (data for _, data in graph.nodes(data=True)), strict=True):
        colour, position = data["viz"]["color"], data["viz"]["position"]
        drawn = {"color": f"rgb({colour['r']},{colour['g']},{colour['b']})", "size": data["viz"]["size"], **position}
        assert read["attributes"] == {"label": data["label"], **drawn, **node_values(data)}
    assert len(found["edges"]) == graph.number_of_edges()
    for read, (source, target, data) in zip(found["edges"], graph.edges(data=True), strict=True):
        assert (read["source"], read["target"]) == (source, target)
        own = {name: data[name] for name in ("label", "kind", "weight")}
        assert read["attributes"] == {**own, **edge_values(data)}
