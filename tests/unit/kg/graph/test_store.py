from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic

from kg.errors import KnowledgeError
from kg.graph.build import dataset
from kg.graph.store import open_store, write_ntriples, write_store, write_turtle
from kg.knowledge import Knowledge
from tests.unit.kg.graph.village import ENTITIES, EXTRACTION, THESAURUS


def test_what_is_written_is_what_is_read(village_dataset: Dataset, village: pyoxigraph.Store) -> None:
    named = [quad for quad in village if not isinstance(quad.graph_name, pyoxigraph.DefaultGraph)]
    assert len(named) == len(list(village_dataset.quads())) > 200


def test_quads_are_sorted_and_as_many_as_told(village_dataset: Dataset, tmp_path: Path) -> None:
    count = write_store(village_dataset, tmp_path)
    lines = (tmp_path / "graph.nq").read_bytes().split(b"\n")[:-1]
    assert lines == sorted(set(lines))
    assert count == len(open_store(tmp_path)) - len(lines) == len({line.rpartition(b" <")[0] for line in lines})


def test_a_store_has_many_readers_and_no_writer(village: pyoxigraph.Store, village_folder: Path) -> None:
    others = [open_store(village_folder) for _ in range(3)]
    assert {len(store) for store in others} == {len(village)}
    with pytest.raises(RuntimeError):
        village.add(pyoxigraph.Quad(*[pyoxigraph.NamedNode("http://x/a")] * 3))


def test_exports_hold_the_union_once_and_are_the_same_each_time(village: pyoxigraph.Store, tmp_path: Path) -> None:
    count = write_ntriples(village, tmp_path / "a.nt")
    assert write_turtle(village, tmp_path / "a.ttl") == count == (tmp_path / "a.nt").read_bytes().count(b"\n")
    assert isomorphic(Graph().parse(tmp_path / "a.nt"), Graph().parse(tmp_path / "a.ttl"))
    write_ntriples(village, tmp_path / "b.nt")
    write_turtle(village, tmp_path / "b.ttl")
    assert (tmp_path / "a.nt").read_bytes() == (tmp_path / "b.nt").read_bytes()
    assert (tmp_path / "a.ttl").read_bytes() == (tmp_path / "b.ttl").read_bytes()
    assert "@prefix pal:" in (tmp_path / "a.ttl").read_text(encoding="utf-8")


def test_line_separators_inside_a_text_break_no_line(tmp_path: Path) -> None:
    odd = replace(ENTITIES[4], label="Inès\u2028Kerouédan\u0085\nmaire\r")
    found = dataset(Knowledge((EXTRACTION,), (*ENTITIES[:4], odd, *ENTITIES[5:])), thesaurus=THESAURUS)
    count = write_store(found, tmp_path)
    assert count + len(list(found.quads())) == len(open_store(tmp_path))


@pytest.mark.parametrize("damage", ["absent", "empty", "cut"])
def test_a_damaged_store_says_so(damage: str, village_dataset: Dataset, tmp_path: Path) -> None:
    if damage == "empty":
        (tmp_path / "store").mkdir()
    elif damage == "cut":
        write_store(village_dataset, tmp_path)
        for file in (tmp_path / "store").glob("MANIFEST*"):
            file.write_bytes(b"")
    with pytest.raises(KnowledgeError, match="Reconstruisez la base"):
        open_store(tmp_path)
