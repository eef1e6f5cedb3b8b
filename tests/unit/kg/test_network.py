import math
import os
import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from statistics import fmean

import networkx as nx
import numpy as np
import pytest

from kg.knowledge import Knowledge
from kg.network import layout, network
from kg.network.layout import RANGE, pushed_apart
from kg.network.predicates import words_of
from kg.types import Entity, Statement
from tests.unit.kg.imaginary import knowledge


@pytest.fixture(scope="module")
def graph() -> nx.MultiDiGraph:
    return network(knowledge())


def edges_of(graph: nx.MultiDiGraph, source: str) -> dict[tuple[str, str], str]:
    return {(target, kind): data["label"] for _, target, kind, data in graph.out_edges(source, keys=True, data=True)}


def test_edges_say_who_is_what_where(graph: nx.MultiDiGraph) -> None:
    assert edges_of(graph, "person:aline-brissac") == {
        ("concept:eau", "parle de"): "parle de (1 citation)",
        ("event:session-1", "intervient à"): "intervient à",
        ("event:session-1", "s’exprime à"): "s’exprime à (1 citation)",
        ("organisation:regie", "fonction dans"): "présidente",
        ("organisation:rivemont", "fonction dans"): "maire",
    }
    assert edges_of(graph, "event:forum") == {("concept:eau", "porte sur"): "porte sur"}
    assert edges_of(graph, "event:session-1") == {("event:rencontre", "fait partie de"): "fait partie de"}
    assert edges_of(graph, "event:rencontre") == {("place:rivemont", "se tient à"): "se tient à"}
    assert edges_of(graph, "organisation:rivemont") == {("event:rencontre", "organise"): "organise"}


def test_a_role_starts_at_the_date_it_is_stated_and_has_no_known_end(graph: nx.MultiDiGraph) -> None:
    mayor = graph.edges["person:aline-brissac", "organisation:rivemont", "fonction dans"]
    assert (mayor["start"], "end" in mayor) == ("2021-05-03T09:00", False)
    undated = graph.edges["person:mahmoud", "organisation:association", "fonction dans"]
    assert undated["start"] == "2021-05"


def test_quotations_of_nobody_link_nobody(graph: nx.MultiDiGraph) -> None:
    edges = graph.in_edges("concept:eau", data=True)
    about = {source: data["weight"] for source, _, data in edges if data["kind"] == "parle de"}
    assert about == {"person:aline-brissac": 1, "person:paul-morel": 1, "person:paul-morel-2": 1}
    assert graph.nodes["concept:eau"]["quotations"] == 4


def test_weights_count_quotations_once_each() -> None:
    known = knowledge()
    first = known.extractions[0]
    twice = type(first)(**{f: getattr(first, f) for f in first.__slots__} | {"quotations": first.quotations * 2})
    again = network(Knowledge((twice, known.extractions[1]), known.entities))
    assert again.edges["person:paul-morel", "concept:eau", "parle de"]["weight"] == 1


def test_nodes_carry_counts_dates_and_function(graph: nx.MultiDiGraph) -> None:
    aline = graph.nodes["person:aline-brissac"]
    assert (aline["label"], aline["kind"], aline["function"]) == (
        "Aline Brissac", "personne", "présidente, Régie des eaux"
    )  # fmt: skip
    assert (aline["quotations"], aline["documents"], aline["mentions"], aline["links"]) == (1, 2, 3, 5)
    assert (aline["first"], aline["last"], "start" in aline) == ("2021-05", "2023-11-20", False)
    session = graph.nodes["event:session-1"]
    assert (session["kind"], session["start"]) == ("session", "2021-05-03T09:00")


@pytest.mark.parametrize(
    ("predicate", "words"),
    [("pal:about", "porte sur"), ("pal:worksWith", "works with"), ("http://x.invalid/a#knows", "knows"), ("", "")],
)
def test_predicates_are_called_as_the_ontology_calls_them(predicate: str, words: str) -> None:
    assert words_of(predicate) == words


def test_homonyms_stay_two_nodes(graph: nx.MultiDiGraph) -> None:
    named = [node for node, label in graph.nodes(data="label") if label == "Paul Morel"]
    assert named == ["person:paul-morel", "person:paul-morel-2"]
    rivemont = [kind for _, data in graph.nodes(data=True) if data["label"] == "Rivemont" for kind in [data["kind"]]]
    assert rivemont == ["organisation", "lieu"]


def test_concepts_are_called_as_the_thesaurus_calls_them() -> None:
    named = network(knowledge(), concept_labels={"concept:transition": "transition écologique"})
    assert named.nodes["concept:transition"]["label"] == "transition écologique"


def test_what_has_no_link_is_left_out_and_counted(graph: nx.MultiDiGraph) -> None:
    assert "place:unlinked" not in graph and graph.graph["unlinked"] == 1
    everything = network(knowledge(), with_unlinked=True)
    assert everything.graph["unlinked"] == 0
    label, text = (everything.nodes["place:unlinked"][name] for name in ("label", "text"))
    assert len(label) <= 80 and label.endswith("…") and text.startswith(label[:-1])


def test_quotations_and_documents_on_demand() -> None:
    shown = network(knowledge(), with_quotations=True, with_documents=True)
    quotation = "quotation:001-rencontre-1"
    assert shown.nodes[quotation]["text"] == "L’eau est\nà tous"
    assert shown.has_edge("person:aline-brissac", quotation, "a dit")
    assert shown.has_edge(quotation, "concept:eau", "porte sur")
    assert shown.edges["person:aline-brissac", "document:001-rencontre", "figure dans"]["weight"] == 2


def test_positions_fill_the_range_and_nothing_overlaps(graph: nx.MultiDiGraph) -> None:
    discs = [
        (d["viz"]["position"]["x"], d["viz"]["position"]["y"], d["viz"]["size"]) for _, d in graph.nodes(data=True)
    ]
    assert max(abs(value) for x, y, _ in discs for value in (x, y)) == pytest.approx(RANGE)
    for (x, y, size), (other_x, other_y, other_size) in combinations(discs, 2):
        assert math.hypot(x - other_x, y - other_y) >= size + other_size


def test_a_crowd_does_not_overlap_either() -> None:
    people = tuple(Entity(f"person:{number}", "person", f"Personne {number}") for number in range(300))
    crowd = network(Knowledge((), people))
    points = [data["viz"]["position"] for _, data in crowd.nodes(data=True)]
    radius = crowd.nodes["person:0"]["viz"]["size"]
    assert min(math.hypot(p["x"] - q["x"], p["y"] - q["y"]) for p, q in combinations(points, 2)) >= 2 * radius


def test_a_large_network_is_set_out_by_communities(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "_DENSE", 5)
    graph = network(knowledge())
    centres: dict[int, list[tuple[float, float]]] = {}
    for _, data in graph.nodes(data=True):
        position = data["viz"]["position"]
        centres.setdefault(data["community"], []).append((position["x"], position["y"]))
    middles = [tuple(map(fmean, zip(*points, strict=True))) for points in centres.values()]
    nearest = min(math.dist(p, q) for p, q in combinations(middles, 2))
    assert len(middles) >= 3 and nearest > 300


def test_overlapping_nodes_are_pushed_apart() -> None:
    points = pushed_apart(np.zeros((20, 2)), np.full(20, 10.0))
    assert min(math.dist(p, q) for p, q in combinations(points.tolist(), 2)) >= 20


def test_nobody_is_linked_to_themselves() -> None:
    known = knowledge()
    forum = known.extractions[1]
    said = Statement("person:zoe", "pal:agreesWith", "person:zoe", forum.statements[0].provenance)
    graph = network(Knowledge((known.extractions[0], replace(forum, statements=(said,))), known.entities))
    assert not graph.has_edge("person:zoe", "person:zoe")


def test_the_most_linked_is_the_largest(graph: nx.MultiDiGraph) -> None:
    sizes = {node: data["viz"]["size"] for node, data in graph.nodes(data=True)}
    strengths = dict(graph.nodes(data="strength"))
    assert sorted(sizes, key=lambda n: (strengths[n], n)) == sorted(sizes, key=lambda n: (sizes[n], n))
    assert max(sizes.values()) == 40.0


def test_centralities_are_those_of_an_oracle(graph: nx.MultiDiGraph) -> None:
    simple = nx.Graph()
    for source, target, weight in graph.edges(data="weight"):
        before = simple.get_edge_data(source, target, {}).get("weight", 0)
        simple.add_edge(source, target, weight=before + weight)
    expected = nx.betweenness_centrality(simple)
    ranks = nx.pagerank(simple)
    for node, data in graph.nodes(data=True):
        assert data["betweenness"] == pytest.approx(expected[node], abs=1e-5)
        assert data["pagerank"] == pytest.approx(ranks[node], abs=1e-5)


@pytest.mark.parametrize("entity_count", [0, 1])
def test_almost_nothing_is_a_network_too(entity_count: int) -> None:
    known = knowledge()
    people = tuple(entity for entity in known.entities if entity.kind == "person")
    small = network(Knowledge((), people[:entity_count]))
    assert len(small) == entity_count


_EXPORT = """
import hashlib, sys
from pathlib import Path
from kg.export.gexf import write_gexf
from kg.export.tables import TABLES, write_table
from kg.network import TITLES, network
from tests.unit.kg.imaginary import knowledge
folder, known = Path(sys.argv[1]), knowledge()
everything = network(known, with_quotations=True, with_documents=True)
write_gexf(everything, folder / "n.gexf", title="t", description="d", titles=TITLES)
for table in TABLES:
    write_table(known, table, folder / f"{table}.csv", concept_labels={})
"""


def test_the_same_bytes_under_any_hash_seed(tmp_path: Path, root: Path) -> None:
    written = []
    for seed in ("1", "2", "77"):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}
        subprocess.run([sys.executable, "-c", _EXPORT, str(folder)], check=True, cwd=root, env=environment)
        written.append({file.name: file.read_bytes() for file in sorted(folder.iterdir())})
    assert len(written[0]) == 6
    assert written[0] == written[1] == written[2]
